import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/model/day.ts';
import type { PastOffer } from '../../src/suppliers/past.ts';
import { nearestRank } from '../../src/suppliers/quantile.ts';
import { isBad, recordOf, supplierRecords } from '../../src/suppliers/record.ts';
import { type PastRestock, pastRestocks, slipOf, timeOut } from '../../src/suppliers/restocks.ts';
import { day, offer, plannedSku, sku, terms, verdictInWords } from '../plan/builders.ts';

/**
 * What acme's files say of X, one a line: `2026-11-02: 0, due 2026-11-20 x 5, 2026-12-01`. `-` is a file without it, `?` a
 * row that could not be read.
 */
function history(text: string, name = 'X', supplier = 'acme') {
  const files = text
    .trim()
    .split('\n')
    .map((line) => {
      const [date = '', said = ''] = line.trim().split(': ');
      return { on: day(date), said: said.trim() };
    });
  const offers = files.flatMap(({ on, said }): PastOffer[] => {
    const article = { supplier, sku: sku(name), supplierSku: name, since: on, seen: on };
    if (said === '-') return [];
    if (said === '?') return [article];
    const [units = '', due] = said.split(', due ');
    const restocks = due === undefined ? [] : due.split(', ');
    return [{ ...article, offer: offer({ quantity: Number(units), restocks }) }];
  });
  const days = files.map(({ on }) => on);
  return { offers, files: new Map([[supplier, { days, coverage: 'full' as const }]]) };
}

const far = day('2027-12-31');

function restocksIn(text: string): PastRestock[] {
  const { offers, files } = history(text);
  return [...pastRestocks(offers, files, far)];
}

function slips(text: string): (number | undefined)[] {
  return restocksIn(text).map(slipOf);
}

describe('a restock', () => {
  it('is the first file that shows more than the one before', () => {
    const [restock, ...others] = restocksIn(`
      2026-11-02: 3
      2026-11-03: 0, due 2026-11-20
      2026-11-04: 0, due 2026-11-20
      2026-11-23: 20
      2026-11-24: 18`);
    expect(others).toEqual([]);
    expect(restock).toMatchObject({
      arrivedOn: '2026-11-23',
      ranOutOn: '2026-11-03',
      firstStated: '2026-11-20',
    });
    expect(restock && slipOf(restock)).toBe(3);
    expect(restock && timeOut(restock)).toBe(20);
  });

  it('is the same one when its date moves, and late by the date stated first', () => {
    const [restock] = restocksIn(`
      2026-11-02: 0, due 2026-11-10
      2026-11-09: 0, due 2026-11-17
      2026-11-16: 0, due 2026-11-24
      2026-11-23: 0
      2026-11-30: 8`);
    expect(restock).toMatchObject({ firstStated: '2026-11-10', lastStated: '2026-11-24' });
    expect(restock && slipOf(restock)).toBe(20);
    // Nobody saw it run out.
    expect(restock && timeOut(restock)).toBeUndefined();
  });

  it('may come early', () => {
    expect(slips('2026-11-02: 0, due 2026-11-20\n2026-11-16: 5')).toEqual([-4]);
  });

  it('is not a single unit that comes back while the goods are still announced', () => {
    expect(
      slips(`
        2026-11-02: 0, due 2026-11-20
        2026-11-09: 1, due 2026-11-20
        2026-11-23: 20`),
    ).toEqual([3]);
  });

  it('has come although its date is left standing', () => {
    expect(
      slips(`
        2026-11-02: 0, due 2026-11-10
        2026-11-12: 9, due 2026-11-10
        2026-11-13: 7, due 2026-11-10
        2026-11-20: 0, due 2026-12-01
        2026-12-03: 9`),
    ).toEqual([2, 2]);
  });

  it('is told apart from the next one where both are stated', () => {
    expect(
      slips(`
        2026-11-02: 0, due 2026-11-10 x 5, 2026-11-24 x 8
        2026-11-11: 5, due 2026-11-26 x 8
        2026-11-27: 12`),
    ).toEqual([1, 3]);
  });

  it('may be one of which nobody said a word', () => {
    expect(slips('2026-11-02: 4\n2026-11-03: 0\n2026-11-10: 6')).toEqual([undefined]);
  });

  it('of an article that a full list lacked for a while', () => {
    const [restock] = restocksIn('2026-11-02: 4\n2026-11-05: -\n2026-11-09: -\n2026-11-10: 6');
    expect(restock).toMatchObject({ arrivedOn: '2026-11-10', ranOutOn: '2026-11-05' });
  });

  it('is none of an article that a cut-off file lacked, back with no more than before', () => {
    expect(restocksIn('2026-11-02: 40\n2026-11-03: -\n2026-11-04: 38')).toEqual([]);
    const [restock, ...others] = restocksIn(`
      2026-11-02: 40
      2026-11-03: -
      2026-11-04: 38
      2026-11-05: 0, due 2026-11-09
      2026-11-06: -
      2026-11-09: 50`);
    expect(others).toEqual([]);
    expect(restock).toMatchObject({ ranOutOn: '2026-11-05', firstStated: '2026-11-09' });
  });

  it('is not seen in a row that could not be read, nor in a first file', () => {
    expect(restocksIn('2026-11-02: 4\n2026-11-03: ?\n2026-11-04: 4')).toEqual([]);
    expect(restocksIn('2026-11-02: 40')).toEqual([]);
  });

  it('of goods that could be had from a later day on comes in with the first file of that day', () => {
    const said = offer({ quantity: 6, availableFrom: day('2026-11-10') });
    const run = { supplier: 'acme', sku: sku('X'), supplierSku: 'X' };
    const offers = [{ ...run, since: day('2026-11-02'), seen: day('2026-11-16'), offer: said }];
    const days = ['2026-11-02', '2026-11-09', '2026-11-16'].map(day);
    const files = new Map([['acme', { days, coverage: 'full' as const }]]);
    expect(pastRestocks(offers, files, far)).toMatchObject([
      { arrivedOn: '2026-11-16', firstStated: '2026-11-10' },
    ]);
  });

  it('of later than the day is not known yet', () => {
    const { offers, files } = history('2026-11-02: 0, due 2026-11-20\n2026-11-23: 20');
    expect(pastRestocks(offers, files, day('2026-11-22'))).toEqual([]);
    expect(pastRestocks(offers, files, day('2026-11-23'))).toHaveLength(1);
  });
});

/** Restocks that came so many days later than stated. */
function late(...days: readonly number[]): PastRestock[] {
  return days.map((slip, i) => ({
    supplier: 'acme',
    sku: sku(`X${i}`),
    supplierSku: `X${i}`,
    firstStated: day('2026-10-01'),
    arrivedOn: day(new Date(Date.UTC(2026, 9, 1 + slip)).toISOString().slice(0, 10)),
  }));
}

describe('the record of a supplier', () => {
  it('takes as quantile the smallest value that a share of all does not exceed', () => {
    expect(nearestRank([], 0.8)).toBeUndefined();
    expect(nearestRank([4, 1, 3, 2, 5], 0.8)).toBe(4);
    expect(nearestRank([4, 1, 3, 2, 5], 0.81)).toBe(5);
    expect(nearestRank([4, 1, 3, 2], 0.5)).toBe(2);
    expect(nearestRank([7], 0.01)).toBe(7);
  });

  it('is bad when fewer than half of five came within three days of what could be expected', () => {
    // The median is 6: within three days are 3 to 9.
    expect(recordOf(late(0, 2, 6, 20, 40))).toMatchObject({ slipP50: 6, predictable: 1 });
    expect(isBad(recordOf(late(0, 2, 6, 20, 40)))).toBe(true);
    expect(isBad(recordOf(late(0, 3, 6, 9, 40)))).toBe(false);
    expect(isBad(recordOf(late(0, 2, 6, 9, 40)))).toBe(true);
    expect(isBad(recordOf(late(0, 2, 20, 40)))).toBe(false);
    // Exactly half is not fewer than half.
    expect(isBad(recordOf(late(-9, 0, 1, 1, 20, 40)))).toBe(false);
    // Always a fortnight late is as good as punctual: one can count on it.
    expect(isBad(recordOf(late(14, 14, 15, 14, 13)))).toBe(false);
  });
});

/** `count` past restocks, each stated for the 10th of a month of 2026 and `slip` days late, of articles of acme. */
function memory(slips: readonly number[]) {
  const found = slips.map((slip, i) =>
    history(`2026-01-02: 5\n2026-02-01: 0, due 2026-03-10\n2026-03-${10 + slip}: 9`, `P${i}`),
  );
  return found;
}

describe('restocks behind a long gap in the files', () => {
  const daily = (from: string, units: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${addDays(day(from), i)}: ${units}`).join('\n');
  const recordFrom = (text: string) => {
    const { offers, files } = history(text);
    return supplierRecords(offers, files, far).get('acme');
  };

  it('teach no slip and no time out, as nobody knows when they came', () => {
    const before = `${daily('2026-10-01', '9', 3)}\n${daily('2026-10-04', '0, due 2026-10-08', 3)}`;
    expect(recordFrom(`${before}\n${daily('2026-11-20', '9', 3)}`)).toMatchObject({
      restocks: 0,
      comebacks: 0,
    });
    expect(recordFrom(`${before}\n${daily('2026-10-13', '9', 3)}`)).toMatchObject({
      restocks: 1,
      slipP50: 5,
      comebacks: 1,
      restockDays: 9,
    });
  });

  it('teach a slip but no time out where the gap is before they ran out', () => {
    const text = `${daily('2026-09-01', '9', 3)}\n${daily('2026-10-04', '0, due 2026-10-08', 6)}\n${daily('2026-10-10', '9', 3)}`;
    expect(recordFrom(text)).toMatchObject({ restocks: 1, slipP50: 2, comebacks: 0 });
  });
});

describe('what the plan makes of a record', () => {
  const X = offer({ restocks: ['2026-12-04 x 20'] });
  const record = (restocks: number, slipP50: number, slipP80: number, predictable = restocks) => ({
    records: new Map([['acme', { restocks, slipP50, slipP80, predictable, comebacks: 0 }]]),
  });
  const comebacks = (count: number, restockDays: number) => ({
    records: new Map([['acme', { restocks: 0, predictable: 0, comebacks: count, restockDays }]]),
  });
  const verdict = (more: object, own = X, policy = {}, acme = {}) =>
    verdictInWords(plannedSku({ offers: [own], terms: [terms('acme', acme)], policy, more }));

  it('adds the slip of four out of five once five restocks are known', () => {
    // 2026-12-04 is a Friday, two working days later a Tuesday; six days later is a Thursday.
    expect(verdict(record(4, 6, 6))).toBe(
      'backorder restock-dated ahead 20 ships 2026-12-08 stated acme',
    );
    expect(verdict(record(5, 6, 6))).toBe(
      'backorder restock-dated ahead 20 ships 2026-12-14 stated+record acme',
    );
  });

  it('never expects goods before the day that was stated', () => {
    expect(verdict(record(5, -4, -2))).toBe(
      'backorder restock-dated ahead 20 ships 2026-12-08 stated+record acme',
    );
  });

  it('puts the learned slip in the place of the one in the settings', () => {
    expect(verdict(record(5, 0, 0), X, {}, { slipDays: 9 })).toContain('ships 2026-12-08');
    expect(verdict(record(4, 0, 0), X, {}, { slipDays: 9 })).toContain('ships 2026-12-15');
  });

  it('lets an arrival live until its learned slip is over', () => {
    const due = offer({ restocks: ['2026-11-20 x 20'] });
    expect(verdict(record(5, 3, 3), due)).toContain('backorder restock-dated');
    expect(verdict(record(5, 2, 2), due)).toBe('unavailable restock-overdue');
  });

  it('takes the right to a backorder from a supplier with a bad record', () => {
    expect(verdict(record(5, 0, 0, 2))).toBe(
      'preorder restock-uncertain ahead 10 ships 2026-12-08 stated+record acme',
    );
    expect(verdict(record(5, 0, 0, 2), X, { uncertainRestock: 'backorder' })).toContain(
      'backorder restock-uncertain ahead 10',
    );
    expect(verdict(record(5, 0, 0, 2), X, { uncertainRestock: 'unavailable' })).toBe(
      'unavailable restock-uncertain',
    );
    // No more than comes in.
    const few = offer({ restocks: ['2026-12-04 x 4'] });
    expect(verdict(record(5, 0, 0, 2), few)).toContain('preorder restock-uncertain ahead 4');
    // What is too far stays so.
    const late = offer({ restocks: ['2028-12-04 x 4'] });
    expect(verdict(record(5, 0, 0, 2), late)).toBe('unavailable restock-too-far');
  });

  it('gives a backorder to goods whose usual time out is learned from three on', () => {
    const out = offer({ ranOutOn: '2026-11-20' });
    expect(verdict(comebacks(2, 10), out)).toBe('unavailable no-restock-information');
    expect(verdict(comebacks(3, 10), out)).toBe(
      'backorder restock-learned ahead 10 ships 2026-12-02 learned acme',
    );
    expect(verdict(comebacks(3, 10), out, {}, { restockDays: 90 })).toContain('restock-learned');
    // 2026-11-20 and 31 days is a Monday, 2026-12-21; it ships the day after tomorrow, the 31st day.
    expect(verdict(comebacks(3, 31), out)).toContain('backorder restock-learned');
    expect(verdict(comebacks(3, 32), out)).toContain('preorder restock-uncertain');
    expect(verdict(comebacks(3, 200), out)).toBe('unavailable no-restock-information');
  });

  it('learns all of it from the files', () => {
    const found = memory([3, 3, 3, 3, 3]);
    const days = [
      ...new Set(found.flatMap(({ files }) => files.get('acme')?.days ?? [])),
    ].toSorted();
    const files = new Map([['acme', { days, coverage: 'full' as const }]]);
    const offers = found.flatMap((one) => one.offers);
    expect(supplierRecords(offers, files, far).get('acme')).toEqual({
      restocks: 5,
      slipP50: 3,
      slipP80: 3,
      predictable: 5,
      comebacks: 5,
      restockDays: 40,
    });
    const more = { memory: { files, offers, statuses: [] } };
    expect(verdict(more)).toBe(
      'backorder restock-dated ahead 20 ships 2026-12-09 stated+record acme',
    );
  });
});
