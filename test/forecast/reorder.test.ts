import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/forecast/negative-binomial.ts';
import { reorder } from '../../src/forecast/reorder.ts';
import { leadTimeSpreads } from '../../src/plan/lead-times.ts';
import { day, line, terms } from '../plan/builders.ts';
import { forecastOf } from './builders.ts';

describe('when to order anew', () => {
  it('is the quantile of demand over the time to cover', () => {
    // Two a day for five days, a = 1.5: a mean of 10 and a variance of 15.
    const { point, safetyStock } = reorder(
      forecastOf(2, { a: 1.5, b: 0 }),
      { days: 5, spread: 0 },
      0.9,
    );
    expect(point).toBe(quantile(0.9, { mean: 10, variance: 15 }));
    expect(safetyStock).toBe(point - 10);
  });

  it('is later covered the less the lead time can be relied on', () => {
    // d² σ² = 4 · 9 on top of 15.
    const spread = reorder(forecastOf(2, { a: 1.5, b: 0 }), { days: 5, spread: 3 }, 0.9);
    expect(spread.point).toBe(quantile(0.9, { mean: 10, variance: 51 }));
  });

  it('never falls with the service level, nor with demand', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 30 }),
        (rate, days) => {
          const point = (units: number, level: number) =>
            reorder(forecastOf(units / 10, { a: 1.2, b: 0.1 }), { days, spread: 1 }, level).point;
          expect(point(rate, 0.95)).toBeGreaterThanOrEqual(point(rate, 0.9));
          expect(point(rate + 1, 0.95)).toBeGreaterThanOrEqual(point(rate, 0.95));
        },
      ),
    );
  });

  it('is at nothing where nothing is asked for', () => {
    expect(reorder(forecastOf(0, { a: 1, b: 0 }), { days: 5, spread: 2 }, 0.99)).toEqual({
      point: 0,
      safetyStock: 0,
    });
  });
});

describe('how lead times spread', () => {
  const shipped = (days: number, orderId: string) =>
    line({
      orderId,
      orderedAt: '2026-11-01T08:00:00',
      supplier: 'acme',
      forwardedAt: '2026-11-02',
      parcels: [
        {
          units: 1,
          day: day(`2026-11-${String(2 + days).padStart(2, '0')}`),
          place: { file: 's.csv' },
        },
      ],
    });

  it('is the deviation of the days from forwarding to the parcel', () => {
    const lines = [1, 2, 3, 4, 5].map((days) => shipped(days, `#${days}`));
    expect(leadTimeSpreads(lines, new Map()).get('acme')).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(leadTimeSpreads(lines.slice(1), new Map()).size).toBe(0);
  });

  it('counts from the order where orders are forwarded at once, and not at all where nobody knows', () => {
    const lines = [1, 2, 3, 4, 5].map((days) => ({
      ...shipped(days, `#${days}`),
      forwardedAt: undefined,
    }));
    const atOnce = new Map([['acme', terms('acme', { forwarded: 'same-day' })]]);
    expect(leadTimeSpreads(lines, atOnce).get('acme')).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(leadTimeSpreads(lines, new Map()).size).toBe(0);
  });
});
