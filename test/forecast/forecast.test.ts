import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMethod, usualChoice } from '../../src/forecast/choose.ts';
import {
  demandQuantile,
  forecastDemand,
  recentError,
  stockoutDate,
} from '../../src/forecast/forecast.ts';
import { dailyUnits, demandHistories } from '../../src/forecast/history.ts';
import { addDays } from '../../src/model/day.ts';
import { byService, type OrderLine } from '../../src/model/order.ts';
import { type LineSketch, line, plannedSku, sku, today } from '../plan/builders.ts';
import { historyOf } from './builders.ts';

/** The demand of X: the day of the first sale, and the units of every day from then on. */
function demandOf(
  ...lines: readonly OrderLine[]
): { first: string; units: readonly number[] } | undefined {
  const history = demandHistories(lines.toSorted(byService), today).get(sku('X'));
  return history && { first: history.first, units: dailyUnits(history) };
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

  it('counts every unit once, whatever the orders', () => {
    const someSale = fc.tuple(fc.integer({ min: -90, max: 0 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(someSale), (sales) => {
        const history = demandOf(...sales.map(([ago, units]) => sold(addDays(today, ago), units)));
        const past = sales.filter(([ago, units]) => ago < 0 && units > 0);
        const oldest = Math.min(0, ...past.map(([ago]) => ago));
        expect(history?.units.length ?? 0).toBe(Math.abs(oldest));
        for (let ago = oldest; ago < 0; ago += 1) {
          const asked = past
            .filter(([then]) => then === ago)
            .reduce((sum, [, units]) => sum + units, 0);
          expect(history?.units[ago - oldest]).toBe(asked);
        }
      }),
    );
  });
});

describe('the day by whose end the stock is gone', () => {
  /** Counts day by day, today’s demand included, in whole thousandths. */
  function counted(stock: number, perThousandDays: number): string | undefined {
    let taken = 0;
    for (let ahead = 0; ahead < 365; ahead += 1) {
      taken += perThousandDays;
      if (taken >= stock * 1000) return addDays(today, ahead);
    }
    return undefined;
  }

  it.each([
    [10, 2, '2026-11-27'],
    [11, 2, '2026-11-28'],
    [1, 2, '2026-11-23'],
    [2, 2, '2026-11-23'],
    [3, 0.1, '2026-12-22'],
    [0, 2, '2026-11-23'],
    [-4, 2, '2026-11-23'],
    [365, 1, '2027-11-22'],
    [366, 1, undefined],
    [5, 0, undefined],
  ])('of %i units at %d a day', (stock, rate, expected) => {
    expect(stockoutDate(stock, rate, today)).toBe(expected);
  });

  it('is found by counting', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 9000 }),
        (stock, rate) => {
          expect(stockoutDate(stock, rate / 1000, today)).toBe(counted(stock, rate));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the choice of a method', () => {
  it('is the usual one without history, or with too little to compare', () => {
    expect(chooseMethod([])).toEqual(usualChoice);
    expect(chooseMethod([historyOf([3, 1, 4])])).toEqual(usualChoice);
    expect(chooseMethod([historyOf(new Array<number>(27).fill(2))])).toEqual(usualChoice);
    expect(usualChoice).toEqual({ method: 'simple', window: 28 });
  });

  it('is quick where demand grows, as slow averages lag behind', () => {
    const growing = Array.from({ length: 200 }, (_, i) => i);
    expect(chooseMethod([historyOf(growing)])).toEqual({ method: 'simple', window: 7 });
  });

  it('does not follow a number that jumps about a level', () => {
    // Nought for two weeks, then two for two weeks: only four weeks and their multiples see the level.
    const waves = Array.from({ length: 400 }, (_, i) => (i % 28 < 14 ? 0 : 2));
    expect(chooseMethod([historyOf(waves)])).toMatchObject({ method: 'simple' });
    expect(chooseMethod([historyOf(waves)]).window % 28).toBe(0);
  });

  it('forecasts the same number every day as that number', () => {
    const history = historyOf(new Array<number>(120).fill(3));
    const forecast = forecastDemand(history, chooseMethod([history]));
    expect(forecast.ratePerDay).toBe(3);
    expect(recentError(forecast)).toBeUndefined();
  });

  it('does not depend on the order of the SKUs', () => {
    const histories = [3, 5, 8].map((step) =>
      historyOf(Array.from({ length: 150 }, (_, i) => (i * step) % 7)),
    );
    expect(chooseMethod(histories.toReversed())).toEqual(chooseMethod(histories));
  });

  it('can be made by the user', () => {
    expect(
      forecastDemand(historyOf([9, 9, 9, 1, 2, 3]), { method: 'simple', window: 3 }).ratePerDay,
    ).toBe(2);
  });
});

describe('the demand of some days that is not exceeded', () => {
  it('is the whole of them where every day is the same', () => {
    expect(demandQuantile(historyOf(new Array<number>(40).fill(2)), 5, 0.95)).toBe(10);
  });

  it('is counted over all runs of days in the past', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 24, maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(0.5, 0.9, 0.95, 1),
        (units, days, level) => {
          const totals = units
            .slice(0, units.length - days + 1)
            .map((_, i) => units.slice(i, i + days).reduce((a, b) => a + b, 0));
          const found = demandQuantile(historyOf(units), days, level) ?? -1;
          const within = (limit: number) =>
            totals.filter((total) => total <= limit).length / totals.length;
          expect(within(found)).toBeGreaterThanOrEqual(level - 1e-9);
          expect(within(found - 1)).toBeLessThan(level);
        },
      ),
    );
  });

  it('is unknown where there is too little past', () => {
    expect(demandQuantile(historyOf([1, 2, 3]), 2, 0.95)).toBeUndefined();
  });
});

describe('the forecast in the plan', () => {
  it('keeps SKUs apart', () => {
    const lines = [sold('2026-11-22', 4), sold('2026-11-22', 1, { sku: 'Y', orderId: '#2' })];
    expect(plannedSku({ lines }).forecast?.ratePerDay).toBe(4);
    expect(plannedSku({ lines }, 'Y').forecast?.ratePerDay).toBe(1);
  });

  it('tells the days that the stock on hand covers', () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      sold(addDays(today, -1 - i), 2, { orderId: `#${i}`, fulfilledQuantity: 2 }),
    );
    const offers = [
      {
        supplier: 'acme',
        sku: sku('X'),
        supplierSku: 'X',
        quantity: 10,
        quantityKind: 'exact',
        restocks: [],
        discontinued: false,
        asOf: today,
        place: { file: 'acme.csv' },
      } as const,
    ];
    expect(plannedSku({ offers, lines })).toMatchObject({
      daysOfCover: 5,
      stockoutDate: '2026-11-27',
      forecast: { ratePerDay: 2, history: { days: 60 } },
    });
  });
});
