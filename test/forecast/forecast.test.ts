import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  demandOver,
  demandQuantile,
  expectedOn,
  expectedOver,
  forecastDemand,
  forecastParts,
  recentErrors,
} from '../../src/forecast/forecast.ts';
import { monthly } from '../../src/forecast/grain.ts';
import { combined } from '../../src/forecast/methods/combination.ts';
import { methodNames } from '../../src/forecast/methods/index.ts';
import { quantile } from '../../src/forecast/negative-binomial.ts';
import { learnShop } from '../../src/forecast/shop.ts';
import { spikeOf } from '../../src/forecast/spikes.ts';
import { addDays } from '../../src/model/day.ts';
import { line, offer, plannedSku, today } from '../plan/builders.ts';
import { historyOf } from './builders.ts';

const someUnits = fc
  .array(fc.nat(9), { minLength: 1, maxLength: 120 })
  .map((units) => [1, ...units]);
const someHistories = fc.array(someUnits, { minLength: 1, maxLength: 6 });

/** The forecast of the first of some histories of one shop. */
const forecastOfFirst = (all: readonly (readonly (number | null)[])[]) => {
  const histories = all.map(historyOf);
  const shop = learnShop(histories, today);
  return forecastDemand(histories[0] ?? historyOf([]), shop);
};

describe('the forecast of a SKU', () => {
  it('is finite and sensible, however short the past', () => {
    fc.assert(
      fc.property(someHistories, (all) => {
        const forecast = forecastOfFirst(all);
        expect(forecast.ratePerDay).toBeGreaterThan(0);
        expect(forecast.ratePerDay).toBeLessThan(50);
      }),
      { numRuns: 60 },
    );
  });

  it('is the mean of its parts', () => {
    const forecast = forecastOfFirst([Array.from({ length: 90 }, (_, i) => (i * 7) % 5)]);
    const parts = forecastParts(forecast);
    expect(parts && combined(parts)).toBeCloseTo(forecast.ratePerDay, 12);
    expect(parts?.all).toBeCloseTo(2, 12);
  });

  it('has quantiles that never cross and grow with the time ahead', () => {
    fc.assert(
      fc.property(someHistories, fc.integer({ min: 1, max: 120 }), (all, days) => {
        const forecast = forecastOfFirst(all);
        const of = (length: number) =>
          [0.05, 0.1, 0.5, 0.9, 0.99].map((level) => quantile(level, demandOver(forecast, length)));
        expect(of(days)).toEqual(of(days).toSorted((a, b) => a - b));
        expect(demandOver(forecast, days + 1).mean).toBeGreaterThanOrEqual(
          demandOver(forecast, days).mean - 1e-12,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never tells of fewer units over a longer time', () => {
    // Two laws that contradict each other: the longer time is far less certain.
    const base = forecastOfFirst([Array.from({ length: 90 }, (_, i) => i % 3)]);
    const law = [
      { horizon: 56, a: 1, b: 0 },
      { horizon: 84, a: 1, b: 9 },
    ];
    const forecast = { ...base, shop: { ...base.shop, law } };
    const median = (days: number) => demandQuantile(forecast, days, 0.5);
    expect(quantile(0.5, demandOver(forecast, 84))).toBeLessThan(median(56));
    expect(median(84)).toBe(median(56));
  });

  it('of what ended long ago is nothing at all', () => {
    const history = historyOf([
      ...new Array<number>(50).fill(3),
      ...new Array<number>(1500).fill(0),
    ]);
    const shop = learnShop([history], today, { method: 'tsb', window: 28 });
    expect(forecastDemand(history, shop).ratePerDay).toBe(0);
  });

  it('of the same number every day is that number, all but for sure', () => {
    const forecast = forecastOfFirst([new Array<number>(200).fill(3)]);
    expect(forecast.ratePerDay).toBeCloseTo(3, 9);
    expect(recentErrors(forecast)).toMatchObject({ mase: undefined, wape: 0 });
  });

  it('takes a new SKU as one of the shop’s, the less of it is known the more', () => {
    // A first sale is a sale for sure: the plain mean of its single day would be 1 a day.
    const others = Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: 200 }, (_day, at) => ((at + i) % 20 === 0 ? 1 : 0)),
    );
    const rate = (own: number[]) => forecastOfFirst([own, ...others]).ratePerDay;
    expect(rate([1])).toBeLessThan(0.12);
    expect(rate([1])).toBeGreaterThan(0.05);
    expect(rate([1, ...new Array<number>(26).fill(0)])).toBeLessThan(rate([1]));
    expect(forecastOfFirst([[1], ...others]).isShrunk).toBe(true);
  });

  it('leaves a method that the user chose as it is', () => {
    const history = historyOf([9, 9, 9, 1, 2, 3]);
    const shop = learnShop([history], today, { method: 'simple', window: 3 });
    expect(forecastDemand(history, shop)).toMatchObject({ ratePerDay: 2, isShrunk: false });
    const spiky = historyOf([1, 1, 1, 1, 1, 1, 1, 1, 500]);
    expect(
      forecastDemand(spiky, learnShop([spiky], today, { method: 'simple', window: 9 })).ratePerDay,
    ).toBeCloseTo(508 / 9, 12);
  });

  it.each(methodNames)('can be made by %s, of any past', (method) => {
    for (const units of [[1], [4, 0, 0], Array.from({ length: 100 }, (_, i) => i % 3)]) {
      const history = historyOf(units);
      const { ratePerDay } = forecastDemand(
        history,
        learnShop([history], today, { method, window: 28 }),
      );
      expect(ratePerDay).toBeGreaterThanOrEqual(0);
      expect(ratePerDay).toBeLessThanOrEqual(4);
    }
  });
});

describe('a sale out of all scale', () => {
  const calm = [2, 3, 2, 1, 2, 3, 2, 2, 1, 3, 2, 2, 3];

  it('counts as the next largest', () => {
    const spiky = [...calm.slice(0, 7), 500, ...calm.slice(7)];
    expect(spikeOf(historyOf(spiky))).toEqual({ at: 7, units: 500, countedAs: 3 });
    const tempered = forecastOfFirst([[...calm.slice(0, 7), 3, ...calm.slice(7)]]).ratePerDay;
    expect(forecastOfFirst([spiky]).ratePerDay).toBeCloseTo(tempered, 9);
  });

  it('is none where large sales come again, or nobody can tell what is usual', () => {
    expect(spikeOf(historyOf([...calm, 500, 300]))).toBeUndefined();
    expect(spikeOf(historyOf([1, 1, 500]))).toBeUndefined();
    expect(spikeOf(historyOf([]))).toBeUndefined();
  });
});

describe('the week of the shop', () => {
  /** Ten SKUs over a year, on the weekdays of `soldOn` only: 0 for Monday. */
  const shopThatSellsOn = (soldOn: readonly number[]) => {
    // The plan's day is a Monday: 364 days before it was one too.
    const units = Array.from({ length: 364 }, (_, i) => (soldOn.includes(i % 7) ? 5 : 0));
    return Array.from({ length: 10 }, () => units);
  };

  it('spreads demand over the days ahead, from today on', () => {
    const forecast = forecastOfFirst(shopThatSellsOn([0, 1, 2, 3, 4]));
    const week = [0, 1, 2, 3, 4, 5, 6, 7].map((ahead) => expectedOn(forecast, ahead));
    expect(week[0]).toBeGreaterThan(4.8);
    expect(week[5]).toBeLessThan(0.3);
    expect(week[7]).toBe(week[0]);
    expect(expectedOver(forecast, 7)).toBeCloseTo(7 * forecast.ratePerDay, 9);
    expect(expectedOver(forecast, 10)).toBeCloseTo(
      expectedOver(forecast, 7) + (week[0] ?? 0) + (week[1] ?? 0) + (week[2] ?? 0),
      9,
    );
  });

  it('is level while there is not one whole week', () => {
    const { shop } = forecastOfFirst(Array.from({ length: 300 }, () => [1, 1, 1, 1, 1]));
    expect(shop.week).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('is level where hardly anything was sold', () => {
    const { shop } = forecastOfFirst([[1, 0, 0, 0, 0]]);
    for (const share of shop.week) expect(Math.abs(share - 1)).toBeLessThan(0.1);
  });
});

describe('a forecast in months', () => {
  it('leaves out the month that is not over', () => {
    // Today is 23 November: ten units in each whole month before, from 1 May on.
    const days = 206;
    const units = Array.from({ length: days }, (_, i) =>
      addDays(today, i - days).endsWith('-01') ? 10 : 0,
    );
    const history = historyOf(units);
    const shop = learnShop([history], today, { method: 'simple', window: 3 }, monthly);
    const forecast = forecastDemand(history, shop);
    expect(forecast.ratePerDay * monthly.days).toBeCloseTo(10, 9);
    expect(shop.week).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('a month that is known in part', () => {
  const rate = (units: number[]) => {
    const history = historyOf(units);
    return forecastDemand(history, learnShop([history], today, undefined, monthly)).ratePerDay;
  };

  it('counts as if known on every day, or not at all', () => {
    // From 30 January on ten a day: two days of January are no month.
    expect(rate(new Array<number>(297).fill(10))).toBeCloseTo(10, 0);
  });

  it('is told by its days while there is no other', () => {
    expect(rate(new Array<number>(14).fill(10))).toBe(10);
  });
});

describe('the forecast in the plan', () => {
  it('keeps SKUs apart', () => {
    const lines = [
      line({ orderedAt: '2026-11-22', quantity: 4 }),
      line({ orderedAt: '2026-11-22', quantity: 1, sku: 'Y', orderId: '#2' }),
    ];
    const rate = (name: string) => plannedSku({ lines }, name).forecast?.ratePerDay ?? 0;
    expect(rate('X')).toBeGreaterThan(rate('Y'));
    expect(rate('Y')).toBeGreaterThan(0);
  });

  it('does not depend on the order of the lines', () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      line({
        orderedAt: addDays(today, -1 - ((i * 7) % 60)),
        quantity: 1 + (i % 4),
        orderId: `#${i}`,
      }),
    );
    const of = (own: typeof lines) =>
      plannedSku({ lines: own, offers: [offer({ quantity: 9 })] }).forecast;
    expect(of(lines.toReversed())).toEqual(of(lines));
  });

  it('is made when it is first asked for, once', () => {
    const planned = plannedSku({ lines: [line({ orderedAt: '2026-11-20' })] });
    expect(planned.forecast).toBe(planned.forecast);
    expect(plannedSku({ offers: [offer({ quantity: 9 })] }).forecast).toBeUndefined();
  });
});
