import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBounds, isLarger, shareBounds } from '../../src/evaluate/chance.ts';
import { quantilesOf } from '../../src/evaluate/interval-median.ts';
import { nearestRank } from '../../src/suppliers/quantile.ts';

describe('what a sample carries', () => {
  it('is of a share the score interval', () => {
    // Newcombe, Statistics in Medicine 17, 1998: 81 of 263, and 15 of 148.
    const [a, b] = [shareBounds(81, 263), shareBounds(15, 148)];
    expect([a.low, a.high].map((one) => Number(one.toFixed(4)))).toEqual([0.2553, 0.3662]);
    expect([b.low, b.high].map((one) => Number(one.toFixed(4)))).toEqual([0.0624, 0.1605]);
    expect(shareBounds(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('is of a number of events within a percent of the exact Poisson limits', () => {
    // Exact: 10 events 4.795 to 18.390, none 0 to 3.689.
    expect(countBounds(10).low).toBeCloseTo(4.79, 1);
    expect(countBounds(10).high).toBeCloseTo(18.39, 1);
    expect(countBounds(0).low).toBe(0);
    expect(countBounds(0).high).toBeCloseTo(3.69, 0);
  });

  it('tells two shares apart only where their bounds do not meet', () => {
    expect(isLarger([30, 100], [10, 100])).toBe(true);
    expect(isLarger([3, 10], [1, 10])).toBe(false);
  });
});

const exactly = (values: readonly number[]) => values.map((one) => ({ low: one, high: one }));

describe('the median of what is only known to lie between days', () => {
  it('lies between the least and the largest of five known values, in 9 of 10 cases', () => {
    expect(quantilesOf(exactly([1, 2, 3, 4, 50]))).toEqual({
      ...{ median: 3, p80: 4, bounds: { low: 1, high: 50 } },
    });
    expect(quantilesOf(exactly([1, 2, 3, 4]))?.bounds).toBeUndefined();
    expect(quantilesOf([])).toBeUndefined();
  });

  it('goes to where the bounds agree', () => {
    // Each alone says little; all allow 3, and nothing else is allowed by all.
    const values = [
      { low: -3, high: 3 },
      { low: 3, high: 9 },
      { low: 0, high: 3 },
      { low: 3, high: 5 },
      { low: 1, high: 7 },
    ];
    expect(quantilesOf(values)?.median).toBe(3);
  });

  it('is of known values the value of the middle rank, within its bounds, wherever they lie', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 5, maxLength: 30 }),
        fc.integer({ min: -9, max: 9 }),
        (values, shift) => {
          const found = quantilesOf(exactly(values));
          expect(found?.median).toBe(nearestRank(values, 0.5));
          expect(found?.bounds?.low).toBeLessThanOrEqual(found?.median ?? 0);
          expect(found?.bounds?.high).toBeGreaterThanOrEqual(found?.median ?? 0);
          const moved = quantilesOf(exactly(values.map((one) => one + shift)));
          expect(moved?.bounds?.low).toBe((found?.bounds?.low ?? 0) + shift);
        },
      ),
      { numRuns: 60 },
    );
  });
});
