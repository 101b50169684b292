import { describe, expect, it } from 'vitest';
import {
  available,
  backorder,
  day,
  lines,
  preorder,
  rewrite,
  unavailable,
} from '../outputs/rewrite.ts';

const header = 'id,availability,availability_date';
const winter = '2026-12-08T00:00-0500';

describe('Google Merchant feed', () => {
  it('states availability in one word, with a date only for goods sold ahead', async () => {
    const { text } = await rewrite(
      lines(header, 'A,out_of_stock,2026-01-01', 'B,in_stock,', 'C,in_stock,', 'D,in_stock,'),
      [available('A', 5), unavailable('B'), backorder('C'), available('D', 0)],
    );
    expect(text).toBe(
      lines(header, 'A,in_stock,', 'B,out_of_stock,', `C,backorder,${winter}`, 'D,out_of_stock,'),
    );
  });

  it('calls goods preorder only until they are released', async () => {
    const { text } = await rewrite(lines(header, 'A,in_stock,', 'B,in_stock,'), [
      preorder('A', { released: false }),
      preorder('B'),
    ]);
    expect(text).toBe(lines(header, `A,preorder,${winter}`, `B,backorder,${winter}`));
  });

  it.each([
    ['America/New_York', '2026-07-01', '2026-07-01T00:00-0400'],
    ['Europe/Berlin', '2026-12-08', '2026-12-08T00:00+0100'],
    // Clocks change at two in the morning: the day still begins in winter time.
    ['America/New_York', '2027-03-14', '2027-03-14T00:00-0500'],
    ['America/New_York', '2027-03-15', '2027-03-15T00:00-0400'],
    ['Asia/Kolkata', '2026-12-08', '2026-12-08T00:00+0530'],
    ['Pacific/Auckland', '2027-04-04', '2027-04-04T00:00+1300'],
    ['UTC', '2026-12-08', '2026-12-08T00:00+0000'],
  ])('begins a day where the store is: %s %s', async (timezone, date, expected) => {
    const { text } = await rewrite(
      lines(header, 'A,in_stock,'),
      [backorder('A', { shipDate: day(date) })],
      { timezone, today: day('2026-06-01') },
    );
    expect(text).toContain(`backorder,${expected}`);
  });

  it('sells nothing ahead without a date, or with one that Google does not take', async () => {
    const told = async (shipDate?: string) => {
      const target = backorder('A', { shipDate: shipDate ? day(shipDate) : undefined });
      return (await rewrite(lines(header, 'A,in_stock,'), [target])).text.split('\n')[1];
    };
    expect(await told()).toBe('A,out_of_stock,');
    expect(await told('2027-11-23')).toBe('A,backorder,2027-11-23T00:00-0500');
    expect(await told('2027-11-24')).toBe('A,out_of_stock,');
    expect(await told('2026-11-22')).toBe('A,out_of_stock,');
  });

  it('sells ahead capped as well as open, and not when off', async () => {
    const file = lines(header, 'A,in_stock,');
    expect((await rewrite(file, [backorder('A')], { sellAhead: 'capped' })).text).toContain(winter);
    expect((await rewrite(file, [backorder('A')], { sellAhead: 'off' })).text).toBe(
      lines(header, 'A,out_of_stock,'),
    );
  });

  it('sells nothing ahead in a file without a date column, and says so', async () => {
    const { text, problems } = await rewrite(
      lines('id,title,availability', 'A,Tent,in stock', 'B,Rope,in stock'),
      [backorder('A'), available('B', 3)],
    );
    expect(text).toBe(lines('id,title,availability', 'A,Tent,out of stock', 'B,Rope,in stock'));
    expect(problems).toMatchObject([
      { kind: 'listing-column-missing', needed: 'availability_date', count: 1 },
    ]);
  });

  it.each([
    ['in_stock', 'out_of_stock'],
    ['in stock', 'out of stock'],
    ['In Stock', 'Out of Stock'],
    ['IN STOCK', 'OUT OF STOCK'],
  ])('spells as the file does: %s', async (inStock, outOfStock) => {
    const { text } = await rewrite(lines(header, `A,${inStock},`, `B,${inStock},`, 'C,,'), [
      unavailable('A'),
      available('B', 2),
      unavailable('C'),
    ]);
    expect(text).toBe(lines(header, `A,${outOfStock},`, `B,${inStock},`, `C,${outOfStock},`));
  });

  it('keeps a date that is the same moment in another writing', async () => {
    const same = ['2026-12-08T00:00-05:00', '2026-12-08T05:00Z', '2026-12-08T05:00:00+0000'];
    for (const date of same) {
      const file = lines(header, `A,backorder,${date}`);
      expect((await rewrite(file, [backorder('A')])).text).toBe(file);
    }
    for (const date of ['2026-12-08', 'soon', '2026-13-45']) {
      const { text } = await rewrite(lines(header, `A,backorder,${date}`), [backorder('A')]);
      expect(text).toContain(winter);
    }
  });

  it('writes an id that stands on two rows on both, as nothing is counted', async () => {
    const { text, problems } = await rewrite(lines(header, 'A,out_of_stock,', 'A,out_of_stock,'), [
      available('A', 1),
    ]);
    expect(text).toBe(lines(header, 'A,in_stock,', 'A,in_stock,'));
    expect(problems).toEqual([]);
  });
});
