import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyUnits, demandHistories } from '../../src/forecast/history.ts';
import { untoldDays } from '../../src/forecast/untold.ts';
import { addDays } from '../../src/model/day.ts';
import { byService, type OrderLine } from '../../src/model/order.ts';
import { type LineSketch, line, sku, today } from '../plan/builders.ts';

/** The demand of X: the day of the first sale, and the units of every day from then on. */
function demandOf(
  ...lines: readonly OrderLine[]
): { first: string; units: readonly number[] } | undefined {
  const history = demandHistories(lines.toSorted(byService), today).get(sku('X'));
  return history && { first: history.first, units: [...dailyUnits(history)] };
}

const sold = (orderedAt: string, quantity: number, sketch: LineSketch = {}) =>
  line({ orderedAt, quantity, ...sketch });

describe('the demand of the past', () => {
  it('runs from the first sale to yesterday, with a zero for every day without', () => {
    expect(demandOf(sold('2026-11-17', 2), sold('2026-11-19', 3))).toEqual({
      first: '2026-11-17',
      units: [2, 0, 3, 0, 0, 0],
    });
  });

  it('adds up the orders of a day, whatever their hour', () => {
    expect(demandOf(sold('2026-11-21T00:00:00', 2), sold('2026-11-21T23:59:59', 3))?.units).toEqual(
      [5, 0],
    );
  });

  it('leaves today’s orders out: they are still coming in', () => {
    expect(demandOf(sold('2026-11-22', 2), sold('2026-11-23T08:00:00', 9))?.units).toEqual([2]);
    expect(demandOf(sold('2026-11-23T08:00:00', 9))).toBeUndefined();
  });

  it('counts open orders of the past as well as those that were shipped', () => {
    const shipped = sold('2026-11-22', 2, { fulfilledQuantity: 2, fulfilledAt: '2026-11-22' });
    expect(demandOf(shipped, sold('2026-11-22', 3))?.units).toEqual([5]);
  });

  it('leaves out what was cancelled', () => {
    const cancelled = sold('2026-11-20', 9, { cancelledQuantity: 9, cancelledAt: '2026-11-21' });
    const partly = sold('2026-11-21', 5, { cancelledQuantity: 2 });
    expect(demandOf(cancelled, partly)).toEqual({ first: '2026-11-21', units: [3, 0] });
  });

  it('does not know yet of what is cancelled later', () => {
    const later = sold('2026-11-22', 4, { cancelledQuantity: 4, cancelledAt: '2026-11-24' });
    expect(demandOf(later)?.units).toEqual([4]);
  });

  it('takes an order of a kit as one of its components too', () => {
    const kits = new Map([
      [
        sku('SET'),
        [
          { sku: sku('X'), quantity: 2 },
          { sku: sku('LID'), quantity: 1 },
        ],
      ],
    ]);
    const lines = [sold('2026-11-20', 1), sold('2026-11-21', 3, { sku: 'SET', orderId: '#2' })];
    const histories = demandHistories(lines.toSorted(byService), today, kits);
    const units = (name: string) => {
      const history = histories.get(sku(name));
      return history && [...dailyUnits(history)];
    };
    expect(units('X')).toEqual([1, 6, 0]);
    expect(units('LID')).toEqual([3, 0]);
    expect(units('SET')).toEqual([3, 0]);
  });

  it('counts every unit once, whatever the orders', () => {
    const someSale = fc.tuple(fc.integer({ min: -90, max: 0 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(someSale), (sales) => {
        const history = demandOf(...sales.map(([ago, units]) => sold(addDays(today, ago), units)));
        const past = sales.filter(([ago, units]) => ago < 0 && units > 0);
        const oldest = Math.min(0, ...past.map(([ago]) => ago));
        const everySold = sales
          .filter(([ago]) => ago < 0)
          .map(([ago]) => sold(addDays(today, ago), 1));
        const untold = new Set(untoldDays(everySold.toSorted(byService), today));
        expect(history?.units.length ?? 0).toBe(Math.abs(oldest));
        for (let ago = oldest; ago < 0; ago += 1) {
          const asked = past
            .filter(([then]) => then === ago)
            .reduce((sum, [, units]) => sum + units, 0);
          expect(history?.units[ago - oldest]).toBe(untold.has(-ago) ? Number.NaN : asked);
        }
      }),
    );
  });
});
