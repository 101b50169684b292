import { describe, expect, it } from 'vitest';
import type { ListingTarget } from '../../src/model/listing.ts';
import { available, backorder, lines, rewrite, unavailable } from '../outputs/rewrite.ts';

const header = 'ID,Type,SKU,Name,In stock?,Stock,Backorders allowed?,Parent';
const row = (cells: string, type = 'simple', sku = 'TENT') => `1,${type},${sku},Tent,${cells},`;

async function told(cells: string, target: ListingTarget, sellAhead?: 'open' | 'capped' | 'off') {
  const { text } = await rewrite(lines(header, row(cells)), [target], sellAhead && { sellAhead });
  return text.split('\n')[1]?.split(',').slice(4, 7).join(',');
}

describe('WooCommerce product file', () => {
  it('states stock and status of what is available and ends selling ahead', async () => {
    expect(await told('0,0,0', available('TENT', 5))).toBe('1,5,0');
    expect(await told('backorder,0,notify', available('TENT', 5))).toBe('1,5,0');
  });

  it('leaves a blank backorder cell blank above zero and states it at zero', async () => {
    expect(await told('1,3,', available('TENT', 5))).toBe('1,5,');
    expect(await told('1,3,', unavailable('TENT'))).toBe('0,0,0');
    expect(await told('0,0,', available('TENT', 0))).toBe('0,0,0');
  });

  it('sells ahead by notifying, keeping a plain yes', async () => {
    expect(await told('1,3,0', backorder('TENT'))).toBe('backorder,0,notify');
    expect(await told('1,3,1', backorder('TENT'))).toBe('backorder,0,1');
    expect(await told('1,3,Notify', backorder('TENT'))).toBe('backorder,0,Notify');
  });

  it('sells ahead capped up to the limit, and not at all when off', async () => {
    expect(await told('1,3,notify', backorder('TENT'), 'capped')).toBe('1,14,0');
    expect(await told('1,3,notify', backorder('TENT'), 'off')).toBe('0,0,0');
  });

  it('reads a negative stock that is guarded against spreadsheets', async () => {
    expect(await told("backorder,'-3,notify", available('TENT', 5))).toBe('1,5,0');
    expect(await told("backorder,'-3',notify", backorder('TENT'))).toBe('backorder,0,notify');
  });

  it('never turns counting on: a blank stock stays blank', async () => {
    expect(await told('0,,0', available('TENT', 5))).toBe('1,,0');
    expect(await told('1,,0', unavailable('TENT'))).toBe('0,,0');
    expect(await told('1,,0', backorder('TENT'))).toBe('backorder,,0');
    expect(await told('1,,0', backorder('TENT'), 'capped')).toBe('0,,0');
    expect(await told('yes,,0', available('TENT', 5))).toBe('yes,,0');
    expect(await told('no,,0', unavailable('TENT'))).toBe('0,,0');
  });

  it('says once how many SKUs are not counted', async () => {
    const file = lines(
      header,
      row('1,,0', 'simple', 'A'),
      row('1,,0', 'simple', 'B'),
      row('1,parent,0', 'variation', 'C'),
      row('1,4,0', 'simple', 'D'),
    );
    const { text, problems } = await rewrite(file, [
      available('A', 5),
      available('B', 5),
      unavailable('C'),
      available('D', 4),
    ]);
    expect(text).toBe(file);
    expect(problems).toMatchObject([{ kind: 'listing-not-tracked', place: { line: 2 }, count: 3 }]);
  });

  it('leaves products that have no stock of their own alone', async () => {
    const file = lines(
      header,
      row('1,,0', 'variable', 'A'),
      row('1,,0', 'grouped', 'B'),
      row('1,,0', 'external', 'C'),
    );
    const { text, problems } = await rewrite(file, ['A', 'B', 'C'].map(unavailable));
    expect(text).toBe(file);
    expect(problems).toEqual([]);
  });

  it('writes the stock of a variable product that counts for its variations', async () => {
    const { text } = await rewrite(lines(header, row('1,9,0', 'variable')), [unavailable('TENT')]);
    expect(text).toContain(',0,0,0,');
  });

  it('reports a stock cell that is no number and leaves it', async () => {
    const file = lines(header, row('1,Call,0'));
    const { text, problems } = await rewrite(file, [unavailable('TENT')]);
    expect(text).toBe(file);
    expect(problems).toMatchObject([{ kind: 'number-not-understood', place: { column: 'Stock' } }]);
  });

  it('sells nothing ahead without a backorder column, and reports it where it is needed', async () => {
    const file = lines('TYPE,sku,Name,IN STOCK?,stock', 'simple,A,A,1,3', 'simple,B,B,1,3');
    const { text, problems } = await rewrite(file, [available('A', 5), backorder('B')]);
    expect(text).toBe(lines('TYPE,sku,Name,IN STOCK?,stock', 'simple,A,A,1,5', 'simple,B,B,0,0'));
    expect(problems).toMatchObject([
      { kind: 'listing-column-missing', needed: 'Backorders allowed?', count: 1 },
    ]);
    expect((await rewrite(file, [available('A', 3)])).problems).toEqual([]);
  });

  it('cannot tell anything of an uncounted product without the stock status', async () => {
    const file = lines('ID,Type,SKU,Name,Parent,Stock', '1,simple,TENT,Tent,,');
    const { text, problems } = await rewrite(file, [unavailable('TENT')]);
    expect(text).toBe(file);
    expect(problems).toMatchObject([
      { kind: 'listing-not-tracked' },
      { kind: 'listing-column-missing', needed: 'In stock?' },
    ]);
  });

  it('takes the guard off a SKU', async () => {
    const { text } = await rewrite(lines(header, row('1,3,0', 'simple', "'-9")), [
      available('-9', 5),
    ]);
    expect(text).toContain("'-9,Tent,1,5,0,");
  });
});
