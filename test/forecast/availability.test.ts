import { describe, expect, it } from 'vitest';
import { type StockRecord, withAvailability } from '../../src/forecast/availability.ts';
import { daily } from '../../src/forecast/grain.ts';
import { usualChoice } from '../../src/forecast/methods/index.ts';
import { pastOf } from '../../src/forecast/past.ts';
import { withoutGaps } from '../../src/forecast/series.ts';
import { addDays } from '../../src/model/day.ts';
import { line, plannedSku, sku, today } from '../plan/builders.ts';
import { historyOf, seriesOf } from './builders.ts';

/** One supplier's files of each of the last days, the oldest first: what each said, null where none came. */
function files(levels: readonly (number | null)[], keeps = false): StockRecord {
  const told = levels.flatMap((units, i) =>
    units === null ? [] : [{ ago: levels.length - i, units }],
  );
  return {
    supplier: 'acme',
    fileDays: told.map(({ ago }) => ago),
    runs: told.map(({ ago, units }) => ({ from: ago, to: ago, units, exact: true })),
    keeps,
    holdsDays: 8,
    isShared: false,
  };
}

const marked = (units: number[], ...records: StockRecord[]) => {
  const { closed = [], soldOut = [] } = withAvailability(historyOf(units), records, []);
  return { closed, soldOut };
};

describe('days on which nobody could buy', () => {
  it('are those without stock and without a sale', () => {
    expect(marked([2, 1, 0, 0, 3], files([5, 4, 0, 0, 9])).closed).toEqual([2, 3]);
  });

  it('are none where nothing is known of the stock', () => {
    expect(marked([2, 1, 0, 0, 3])).toEqual({ closed: [], soldOut: [] });
    expect(marked([2, 1, 0, 0, 3], files([9, null, null, null, 9]))).toEqual({
      closed: [],
      soldOut: [],
    });
  });

  it('last until the next file', () => {
    expect(marked([1, 0, 0, 0, 1], files([5, 0, null, null, 8])).closed).toEqual([1, 2, 3]);
  });

  it('do not last for ever after the last file that told of them', () => {
    const levels = [5, 0, ...new Array<null>(18).fill(null)];
    const { closed } = marked([1, ...new Array<number>(19).fill(0)], files(levels));
    expect(closed).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('are none while another supplier has some', () => {
    const units = [1, 0, 0, 1];
    expect(marked(units, files([3, 0, 0, 0]), files([3, 3, 3, 3])).closed).toEqual([]);
    expect(marked(units, files([3, 0, 0, 5]), files([0, 0, 0, 0])).closed).toEqual([1, 2]);
  });

  it('are none of an article that a full list no longer has, but of one that a list of changes leaves out', () => {
    const runs = [{ from: 4, to: 3, units: 5, exact: true }];
    const record = {
      supplier: 'acme',
      fileDays: [4, 3, 2, 1],
      runs,
      keeps: false,
      holdsDays: 8,
      isShared: false,
    };
    expect(marked([1, 0, 0, 0], record).closed).toEqual([2, 3]);
    expect(marked([1, 0, 0, 0], { ...record, keeps: true }).closed).toEqual([]);
  });

  it('are none where the shop sells on without stock', () => {
    // It sells every other day, whatever the supplier has.
    const units = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0];
    expect(marked(units, files([5, 5, 5, 5, 0, 0, 0, 0, 0, 0]))).toEqual({
      closed: [],
      soldOut: [],
    });
  });

  it('are none where it sells on although the listing was told that it cannot be bought', () => {
    const units = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    const offered = [{ from: 20, buyable: false }];
    expect(withAvailability(historyOf(units), [], offered)).toEqual(historyOf(units));
  });

  it('are told by the listing before all else', () => {
    const history = historyOf([1, 0, 0, 0, 0, 0]);
    const offered = [
      { from: 5, buyable: false },
      { from: 3, buyable: true },
    ];
    const none = files([0, 0, 0, 0, 0, 0]);
    expect(withAvailability(history, [none], offered).closed).toEqual([1, 2]);
  });
});

describe('days that sold out', () => {
  it('end with nothing after sales, or sell all of a morning’s stock', () => {
    // Told in the evening: two left, one of them sold on the next day, the last one on the day after.
    expect(marked([1, 1, 1, 0], files([2, 1, 0, 0])).soldOut).toEqual([2]);
    // Told in the morning: three there and three sold, nothing on the next morning.
    expect(marked([1, 3, 0, 0], files([4, 3, 0, 0])).soldOut).toEqual([1]);
  });

  it('count as what is expected of a day on which at least so many were asked for', () => {
    const units = [...Array.from({ length: 40 }, (_, i) => 2 + (i % 3)), 3, 0, 0, 0];
    const stock = [...new Array<number>(40).fill(50), 0, 0, 0, 0];
    const history = withAvailability(historyOf(units), [files(stock)], []);
    const past = pastOf(history, usualChoice, daily);
    expect(past[40]).toBeGreaterThan(3);
    expect(past[40]).toBeLessThan(6);
    expect([...past.subarray(41)].every(Number.isNaN)).toBe(true);
    expect(past.subarray(0, 40)).toEqual(Float64Array.from(units.slice(0, 40)));
  });
});

describe('the forecast of a SKU that was out of stock', () => {
  it('is not that of one that nobody wanted', () => {
    const sold = Array.from({ length: 60 }, (_, i) =>
      line({
        orderedAt: addDays(today, -90 + i),
        quantity: 2,
        orderId: `#${i}`,
        fulfilledQuantity: 2,
      }),
    );
    const offers = (quantity: number, since: number, seen: number) => ({
      supplier: 'acme',
      sku: sku('X'),
      supplierSku: 'X',
      since: addDays(today, since),
      seen: addDays(today, seen),
      offer: { quantity, quantityKind: 'exact' as const, restocks: [], discontinued: false },
    });
    const days = Array.from({ length: 90 }, (_, i) => addDays(today, i - 90));
    // The newest file no longer has it: what older ones said of it still counts.
    const rate = (quantity: number) =>
      plannedSku({
        lines: sold,
        missing: ['X'],
        more: {
          memory: {
            files: new Map([['acme', { days, coverage: 'full' }]]),
            offers: [offers(50, -90, -31), offers(quantity, -30, -1)],
            statuses: [],
          },
        },
      }).forecast?.ratePerDay ?? 0;
    expect(rate(50)).toBeLessThan(1.5);
    expect(rate(0)).toBeGreaterThan(1.8);
  });
});

describe('what stands in for days on which nobody could buy', () => {
  it('is the mean of the nearest on either side', () => {
    const before = [1, 1, 1, 1, 2, 2, 2, 2];
    const filled = withoutGaps(seriesOf([...before, null, null, 4, 4, 4, 4, 9]));
    expect([...filled]).toEqual([...before, 3, 3, 4, 4, 4, 4, 9]);
  });

  it('is taken from further away where sales are rare, so that the last unit sold does not stand for all', () => {
    const units = Array.from({ length: 80 }, (_, i) => (i % 20 === 19 ? 1 : 0));
    const [stood] = withoutGaps(seriesOf([...units, null])).slice(-1);
    expect(stood).toBe(0.05);
  });

  it('is nothing where nothing is known, and no other series where all is', () => {
    const whole = seriesOf([1, 0, 2]);
    expect(withoutGaps(whole)).toBe(whole);
    expect([...withoutGaps(seriesOf([null, null]))].every(Number.isNaN)).toBe(true);
  });
});
