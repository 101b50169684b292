import { describe, expect, it } from 'vitest';
import { judge } from '../../src/book/guards.ts';
import type { GuardLimits } from '../../src/model/guard.ts';
import type { Offer, StockFile } from '../../src/model/offer.ts';
import type { Sku } from '../../src/model/sku.ts';
import { day } from '../plan/builders.ts';

const limits: GuardLimits = {
  maxTotalDrop: 0.5,
  maxTotalRise: 5,
  maxMissingSkus: 0.25,
  maxUnparsable: 0.25,
};

/** Articles S1, S2 … with these quantities; `word` is stock without a number. */
function offers(quantities: readonly (number | 'word')[]): Offer[] {
  return quantities.map((quantity, i) => ({
    supplier: 'acme',
    sku: `S${i + 1}` as Sku,
    supplierSku: `S${i + 1}`,
    quantity: quantity === 'word' ? 0 : quantity,
    quantityKind: quantity === 'word' ? 'unknown' : 'exact',
    restocks: [],
    discontinued: false,
    place: { file: 'acme.csv' },
  }));
}

function file(read: readonly Offer[], more: Partial<StockFile> = {}): StockFile {
  return {
    supplier: 'acme',
    asOf: day('2026-11-22'),
    file: 'acme.csv',
    hash: 'x',
    coverage: 'full',
    offers: read,
    unread: [],
    rows: read.length,
    leftOut: 0,
    ...more,
  };
}

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);

/** The first `count` of twenty articles with ten each, and what the others have instead. */
const twenty = offers(times(20, 10));

describe('the total', () => {
  it.each([
    ['falls by exactly half', times(20, 5), []],
    ['falls by a unit more', [...times(19, 5), 4], [{ rule: 'total', before: 200, after: 99 }]],
    ['rises to exactly five times', times(20, 50), []],
    ['rises by a unit more', [...times(19, 50), 51], [{ rule: 'total', before: 200, after: 1001 }]],
    ['stays', times(20, 10), []],
  ])('%s', (_, quantities, alarms) => {
    expect(judge(twenty, file(offers(quantities)), limits)).toEqual(alarms);
  });

  it('falls to nothing when a file lists every article at nought', () => {
    expect(judge(twenty, file(offers(times(20, 0))), limits)).toEqual([
      { rule: 'total', before: 200, after: 0 },
      { rule: 'flips', flips: 20, articles: 20 },
    ]);
  });

  it('is not told by a factor of nothing: one unit after none at all is news, not an error', () => {
    const none = offers(times(20, 0));
    expect(judge(none, file(offers([1, ...times(19, 0)])), limits)).toEqual([]);
  });

  it('counts stock without a number as five', () => {
    const words = offers(times(20, 'word' as const));
    expect(judge(words, file(offers([...times(19, 3), 0])), limits)).toEqual([]);
    expect(judge(words, file(offers(times(20, 2))), limits)).toEqual([
      { rule: 'total', before: 100, after: 40 },
    ]);
  });

  it('takes shares as they are written: 29 of 100 is no more than 0.29', () => {
    const hundred = offers(times(20, 5));
    const left = file(offers([...times(14, 5), 1, ...times(5, 0)]));
    const strict = { ...limits, maxTotalDrop: 0.29 };
    expect(judge(hundred, left, strict)).toEqual([]);
    expect(judge(hundred, left, { ...limits, maxTotalDrop: 0.28 })).toHaveLength(1);
  });
});

describe('the articles', () => {
  it.each([
    ['a quarter gone', 15, []],
    ['one more gone', 14, [{ rule: 'articles-gone', gone: 6, articles: 20 }]],
  ])('%s', (_, left, alarms) => {
    expect(judge(twenty, file(twenty.slice(0, left)), limits)).toEqual(alarms);
  });

  it('that could not be read are not gone, and count with what they had', () => {
    const stock = file(twenty.slice(0, 15), { unread: twenty.slice(15), rows: 20, leftOut: 5 });
    expect(judge(twenty, stock, { ...limits, maxMissingSkus: 0, maxTotalDrop: 0 })).toEqual([]);
  });

  it.each([
    ['half of them change between some and none', 5, []],
    ['one more does', 6, [{ rule: 'flips', flips: 11, articles: 20 }]],
  ])('%s', (_, swapped, alarms) => {
    // Ten have 10 each and ten have none; `swapped` of the first lose all, five of the second get as many.
    const before = offers([...times(10, 10), ...times(10, 0)]);
    const after = [
      ...times(swapped, 0),
      ...times(10 - swapped, 10),
      ...times(5, 10),
      ...times(5, 0),
    ];
    expect(judge(before, file(offers(after)), limits)).toEqual(alarms);
  });

  it('are judged from 20 in the last stock up', () => {
    const nearlyAllGone = file(twenty.slice(0, 1));
    expect(judge(twenty.slice(0, 19), nearlyAllGone, limits)).toEqual([]);
    expect(judge(twenty, nearlyAllGone, limits)).toEqual([
      { rule: 'total', before: 200, after: 10 },
      { rule: 'articles-gone', gone: 19, articles: 20 },
    ]);
  });

  it('of a new supplier are judged by nothing', () => {
    expect(judge([], file(twenty), limits)).toEqual([]);
  });

  it('that a file of changes does not name are not gone', () => {
    expect(judge(twenty, file(twenty.slice(0, 1), { coverage: 'changes' }), limits)).toEqual([]);
  });
});

describe('rows that cannot be read', () => {
  it.each([
    ['a quarter of twenty', 20, 5, []],
    ['one more', 20, 6, [{ rule: 'unparsable', leftOut: 6, rows: 20 }]],
    ['most of nineteen', 19, 18, []],
    ['all of three', 3, 3, [{ rule: 'nothing-readable', rows: 3 }]],
    ['none, as there are no rows', 0, 0, [{ rule: 'nothing-readable', rows: 0 }]],
  ])('%s', (_, rows, leftOut, alarms) => {
    const read = offers(times(rows - leftOut, 1));
    expect(judge([], file(read, { rows, leftOut }), limits)).toEqual(alarms);
  });

  it('tell something of files of changes too, but an empty one is a day without changes', () => {
    const changes = { coverage: 'changes', rows: 20, leftOut: 6 } as const;
    expect(judge([], file(offers(times(14, 1)), changes), limits)).toEqual([
      { rule: 'unparsable', leftOut: 6, rows: 20 },
    ]);
    expect(judge([], file([], { coverage: 'changes' }), limits)).toEqual([]);
  });
});
