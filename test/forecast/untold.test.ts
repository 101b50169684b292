import { describe, expect, it } from 'vitest';
import { demandHistories } from '../../src/forecast/history.ts';
import { untoldDays } from '../../src/forecast/untold.ts';
import { addDays, daysBetween } from '../../src/model/day.ts';
import { byService, type OrderLine } from '../../src/model/order.ts';
import { day, line, planOf, sku, today } from '../plan/builders.ts';

/** One order on each of these days before today, in exports as of a day. */
function ordered(ago: readonly number[], asOf: string = today): OrderLine[] {
  return ago
    .map((days, i) =>
      line({
        orderId: `#${i}`,
        orderedAt: `${addDays(today, -days)}T10:00:00`,
        asOf,
      }),
    )
    .toSorted(byService);
}

const from = (high: number, low: number, step = 1) =>
  Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => high - i * step);

describe('days of which no export tells', () => {
  it('are those after the newest export, which tells of its own day', () => {
    expect(untoldDays(ordered(from(20, 5), addDays(today, -5)), today)).toEqual([4, 3, 2, 1]);
    expect(untoldDays(ordered(from(20, 1), addDays(today, -1)), today)).toEqual([]);
    expect(untoldDays(ordered(from(20, 9)), today)).toEqual([]);
    expect(untoldDays([], today)).toEqual([]);
  });

  it('are holes in the shop’s orders that chance does not make', () => {
    expect(untoldDays(ordered([...from(60, 31), ...from(20, 1)]), today)).toEqual(from(30, 21));
    // Less than a week may be a holiday.
    expect(untoldDays(ordered([...from(60, 31), ...from(24, 1)]), today)).toEqual([]);
    // With an order every fourth day four weeks without one are one chance in 3,000, five in 30,000.
    expect(untoldDays(ordered([...from(200, 60, 4), ...from(31, 1, 4)]), today)).toEqual([]);
    expect(untoldDays(ordered([...from(200, 60, 4), ...from(23, 1, 4)]), today)).toHaveLength(36);
  });

  it('are not known to have been without demand', () => {
    const lines = ordered([...from(60, 31), ...from(20, 5)], addDays(today, -5));
    const history = demandHistories(lines, today).get(sku('X'));
    expect(history?.closed?.map((at) => (history?.days ?? 0) - at)).toEqual([
      ...from(30, 21),
      ...from(4, 1),
    ]);
    expect(history?.days).toBe(60);
  });

  it('leave a forecast as it was when the export was new', () => {
    const sold = (asOf: string, now: string) => {
      const lines = ordered(from(80, daysBetween(day(asOf), today)), asOf);
      return planOf({ lines, today: now }).skus[0]?.forecast?.ratePerDay;
    };
    const fresh = sold('2026-10-26', '2026-10-27');
    expect(fresh).toBeCloseTo(1, 6);
    expect(sold('2026-10-26', '2026-11-23')).toBeCloseTo(1, 6);
  });
});
