import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mase, patternOf } from '../../src/forecast/accuracy.ts';
import { type MethodName, methodNames, methods } from '../../src/forecast/methods/index.ts';
import { historyOf } from './builders.ts';

const someUnits = fc.array(fc.nat(30), { minLength: 1, maxLength: 60 });
/** What a method forecasts from all of a history. */
const rate = (name: MethodName, units: readonly number[], window: number) =>
  methods[name](historyOf(units), window, units.length);

const someWindow = fc.integer({ min: 1, max: 40 });

describe('every method', () => {
  it.each(methodNames)('%s lies between the least and the most that was sold', (name) => {
    fc.assert(
      fc.property(someUnits, someWindow, (units, window) => {
        const found = rate(name, units, window);
        expect(found).toBeGreaterThanOrEqual(Math.min(...units) - 1e-9);
        expect(found).toBeLessThanOrEqual(Math.max(...units) + 1e-9);
      }),
    );
  });

  it.each(methodNames)('%s of the same number every day is that number', (name) => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 60 }),
        someWindow,
        (units, days, window) => {
          expect(rate(name, new Array<number>(days).fill(units), window)).toBeCloseTo(units, 9);
        },
      ),
    );
  });

  it.each(methodNames)('%s of twice as much is twice as much', (name) => {
    fc.assert(
      fc.property(someUnits, someWindow, (units, window) => {
        const doubled = units.map((value) => 2 * value);
        expect(rate(name, doubled, window)).toBeCloseTo(2 * rate(name, units, window), 9);
      }),
    );
  });

  it.each(methodNames)('%s knows at the end of a day no later one', (name) => {
    fc.assert(
      fc.property(someUnits, someWindow, (units, window) => {
        const history = historyOf(units);
        for (let end = 1; end <= units.length; end += 1)
          expect(methods[name](history, window, end)).toBeCloseTo(
            rate(name, units.slice(0, end), window),
            9,
          );
      }),
    );
  });

  it.each(methodNames)('%s of no history is nothing', (name) => {
    expect(rate(name, [], 7)).toBe(0);
  });
});

describe('moving averages by hand', () => {
  it('the simple one is the mean of the last days', () => {
    expect(rate('simple', [100, 1, 2, 6], 3)).toBe(3);
    expect(rate('simple', [1, 2], 7)).toBe(1.5);
  });

  it('the weighted one counts the newest day most', () => {
    // (1·1 + 2·2 + 3·6) ÷ 6
    expect(rate('weighted', [100, 1, 2, 6], 3)).toBeCloseTo(23 / 6, 12);
    // Only two days: (1·3 + 2·6) ÷ 3
    expect(rate('weighted', [3, 6], 7)).toBe(5);
  });

  it('the exponential one begins at the first day', () => {
    // alpha = 2 ÷ 4: 4 → 4 + (8 − 4) ÷ 2 = 6 → 6 + (0 − 6) ÷ 2 = 3
    expect(rate('exponential', [4, 8, 0], 3)).toBe(3);
  });
});

describe('the scaled error', () => {
  it('is one where the forecast errs as much as yesterday’s number would have', () => {
    expect(mase([0, 2, 0, 2], [3, 1], 1)).toBe(0.5);
    expect(mase([0, 2, 0, 2], [3, 3], 1)).toBe(1);
  });

  it('is unknown where the history never moves or is too short', () => {
    expect(mase([5, 5, 5], [5, 6], 5)).toBeUndefined();
    expect(mase([5], [5, 6], 5)).toBeUndefined();
    expect(mase([1, 2], [], 5)).toBeUndefined();
  });
});

describe('the pattern of demand', () => {
  it.each([
    ['smooth', [5, 5, 6, 5]],
    ['erratic', [1, 1, 9, 1]],
    ['intermittent', [2, 0, 0, 2]],
    ['lumpy', [1, 0, 0, 9, 0, 1]],
    ['none', [0, 0, 0]],
    ['none', []],
    // A mean gap of 4 ÷ 3 is above 1.32, one of 13 ÷ 10 is below.
    ['intermittent', [1, 1, 0, 1]],
    ['smooth', [1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1]],
  ] as const)('is %s', (expected, units) => {
    expect(patternOf(historyOf(units))).toBe(expected);
  });
});
