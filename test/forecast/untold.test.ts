import { describe, expect, it } from 'vitest';
import { demandHistories } from '../../src/forecast/history.ts';
import { untoldDays } from '../../src/forecast/untold.ts';
import { addDays, daysBetween } from '../../src/model/day.ts';
import { byService, type OrderLine } from '../../src/model/order.ts';
import { day, line, planOf, sku, today } from '../plan/builders.ts';

/** One order on each of these days before today, in exports as of a day. */
function ordered(ago: readonly number[], asOf: string = today, files = ['a']): OrderLine[] {
  return ago
    .map((days, i) =>
      line({
        orderId: `#${i}`,
        orderedAt: `${addDays(today, -days)}T10:00:00`,
        asOf,
        place: { file: files[Math.floor((i * files.length) / ago.length)] ?? 'a', line: 2 },
      }),
    )
    .toSorted(byService);
}

const from = (high: number, low: number, step = 1) =>
  Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => high - i * step);

describe('days of which no export tells', () => {
  it('are those from that of the newest export on, which tells a part of it and may be two days old', () => {
    expect(untoldDays(ordered(from(20, 5), addDays(today, -5)), today)).toEqual([5, 4, 3, 2, 1]);
    expect(untoldDays(ordered(from(20, 2), addDays(today, -2)), today)).toEqual([]);
    expect(untoldDays(ordered(from(20, 9)), today)).toEqual([]);
    expect(untoldDays([], today)).toEqual([]);
  });

  it('are holes in the shop’s orders that chance does not make and no file reaches across', () => {
    const holes = (days: readonly number[], files = ['a', 'b']) =>
      untoldDays(ordered(days, today, files), today);
    // 30 orders in each of two files.
    const apart = [...from(70, 41), ...from(30, 1)];
    expect(holes(apart)).toEqual(from(40, 31));
    expect(holes(apart, ['a'])).toEqual([]);
    // Less than a week may be a holiday, and of few orders nobody knows.
    expect(holes([...from(66, 37), ...from(30, 1)])).toEqual([]);
    expect(holes([...from(60, 52), ...from(9, 1)])).toEqual([]);
    // Every fourth day has an order: (1 − 60/235)^31 is 1.1 in 10,000, a day more 0.8.
    const sparse = (gap: number) => [...from(236 + gap, 120 + gap, 4), ...from(120, 4, 4)];
    expect(holes(sparse(32))).toEqual([]);
    expect(holes(sparse(33))).toHaveLength(32);
  });

  it('are none of which an export without orders tells', () => {
    const lines = ordered(from(60, 31), addDays(today, -30));
    const made = (...ago: readonly number[]) =>
      ago.map((days) => ({ asOf: addDays(today, -days) }));
    // Of the day on which it was made an export tells a part.
    expect(untoldDays(lines, today)).toEqual(from(30, 1));
    expect(untoldDays(lines, today, made(20, 10))).toEqual(from(10, 1));
    expect(untoldDays(lines, today, made(20, 1))).toEqual([]);
    // A hole goes on after the last export made in it.
    const apart = ordered([...from(90, 61), ...from(30, 1)], addDays(today, -60), ['a', 'b']);
    const late = apart.map((one, i) => (i < 30 ? one : { ...one, asOf: today }));
    expect(untoldDays(late, today)).toEqual(from(59, 31));
    expect(untoldDays(late, today, made(50))).toEqual(from(49, 31));
    expect(untoldDays(late, today, made(37))).toEqual([]);
  });

  it('are none that a file reached across, though later ones tell its lines', () => {
    const lines = ordered([...from(70, 41), ...from(30, 1)], today, ['a', 'b']);
    const reach = (first: number, last: number) => [
      {
        asOf: addDays(today, -last),
        from: addDays(today, -first),
        to: addDays(today, -last),
      },
    ];
    expect(untoldDays(lines, today, reach(45, 25))).toEqual([]);
    expect(untoldDays(lines, today, reach(30, 25))).toEqual(from(40, 31));
  });

  it('are in a file that was overwritten as in another', () => {
    const lines = ordered([...from(70, 41), ...from(30, 1)], today, ['a']);
    const over = lines.map((one, i) => (i < 30 ? { ...one, asOf: addDays(today, -41) } : one));
    expect(untoldDays(over, today)).toEqual(from(40, 31));
  });

  it('are not known to have been without demand', () => {
    const lines = ordered([...from(64, 41), ...from(28, 5)], addDays(today, -5), ['a', 'b']);
    const history = demandHistories(lines, today).get(sku('X'));
    expect(history?.closed?.map((at) => (history?.days ?? 0) - at)).toEqual([
      ...from(40, 29),
      ...from(5, 1),
    ]);
    expect(history?.days).toBe(64);
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
