import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsOf, patternOf } from '../../src/forecast/accuracy.ts';
import { daily } from '../../src/forecast/grain.ts';
import { combined, partsOf, ratesAt } from '../../src/forecast/methods/combination.ts';
import {
  choiceName,
  type MethodName,
  methodNames,
  outlook,
  pastRates,
} from '../../src/forecast/methods/index.ts';
import { historyOf, seriesOf } from './builders.ts';

const someUnits = fc.array(fc.nat(30), { minLength: 1, maxLength: 60 });
const someWindow = fc.integer({ min: 1, max: 40 });

/** What a method forecasts from all of a past. */
const rate = (method: MethodName, units: readonly (number | null)[], window = 28) =>
  outlook({ method, window }, seriesOf(units), daily).rate;

/** Averages of the past itself. Croston's rate and its kin are quotients, Holt-Winters and the naive ones have seasons. */
const averages: readonly MethodName[] = ['combination', 'simple', 'weighted', 'exponential', 'tsb'];
const bounded = methodNames.filter((name) => name !== 'zero' && name !== 'tsb');

describe('every method', () => {
  it.each(methodNames)('%s is finite and not below nought', (name) => {
    fc.assert(
      fc.property(someUnits, someWindow, (units, window) => {
        expect(rate(name, units, window)).toBeGreaterThanOrEqual(0);
        expect(rate(name, units, window)).toBeLessThan(Number.POSITIVE_INFINITY);
      }),
    );
  });

  it.each(methodNames.filter((name) => name !== 'holt-winters'))(
    '%s of k times as much is k times as much',
    (name) => {
      fc.assert(
        fc.property(someUnits, someWindow, fc.integer({ min: 2, max: 9 }), (units, window, k) => {
          const more = units.map((value) => k * value);
          const expected = k * rate(name, units, window);
          expect(Math.abs(rate(name, more, window) - expected)).toBeLessThan(
            1e-9 + 1e-9 * expected,
          );
        }),
      );
    },
  );

  it.each(bounded)('%s of the same number every day is that number', (name) => {
    // Bias corrections are made for demand with gaps; they take their share off here too.
    const share = { sba: 0.95, sbj: 1 - 0.1 / 1.9 }[name as string] ?? 1;
    for (const days of [1, 7, 28, 60])
      expect(rate(name, new Array<number>(days).fill(6))).toBeCloseTo(6 * share, 9);
  });

  it.each(averages)('%s never rises by a day without a sale', (name) => {
    fc.assert(
      fc.property(someUnits, someWindow, (units, window) => {
        const before = rate(name, units, window);
        expect(rate(name, [...units, 0], window)).toBeLessThanOrEqual(before * (1 + 1e-9) + 1e-9);
      }),
    );
  });

  it.each(
    methodNames.filter((name) => !['combination', 'holt-winters', 'seasonal-naive'].includes(name)),
  )('%s does not see days on which nobody could buy', (name) => {
    fc.assert(
      fc.property(someUnits, fc.nat(60), (units, at) => {
        const closed = [...units.slice(0, at), null, null, ...units.slice(at)];
        expect(rate(name, closed)).toBeCloseTo(rate(name, units), 9);
      }),
    );
  });

  it.each(methodNames)('%s knows at the end of a day no later one', (name) => {
    fc.assert(
      fc.property(someUnits, fc.array(fc.nat(60), { maxLength: 5 }), (units, some) => {
        const ends = some.filter((end) => end < units.length).toSorted((a, b) => a - b);
        const last = ends.at(-1) ?? 0;
        const later = units.map((value, i) => (i < last ? value : 99));
        const rates = (all: readonly number[]) =>
          pastRates({ method: name, window: 7 }, seriesOf(all), ends, daily);
        expect(rates(later)).toEqual(rates(units));
      }),
      { numRuns: 40 },
    );
  });

  it.each(methodNames)('%s of no past is nothing', (name) => {
    expect(rate(name, [])).toBe(0);
  });

  it('only some look back over a window', () => {
    const units = Array.from({ length: 50 }, (_, i) => i);
    const moved = methodNames.filter((name) => rate(name, units, 3) !== rate(name, units, 30));
    expect(moved.map((method) => choiceName({ method, window: 3 }))).toEqual([
      'simple-3',
      'weighted-3',
      'exponential-3',
    ]);
  });
});

describe('the combination', () => {
  it('is the mean of six', () => {
    expect(combined({ short: 1, long: 2, all: 3, exponential: 4, tsb: 5, adida: 9 })).toBe(4);
  });

  it('is near to what errors are learned from', () => {
    // Seven articles that sell on every 2nd, 3rd … 8th day.
    for (let gap = 2; gap <= 8; gap += 1) {
      const units = Array.from({ length: 300 }, (_, i) =>
        i % gap === 0 ? 1 + ((i / gap) % 3) : 0,
      );
      const whole = combined(partsOf(seriesOf(units), daily));
      const [learned = 0] = ratesAt(seriesOf(units), [300], daily);
      expect(Math.abs(learned - whole) / whole).toBeLessThan(0.1);
    }
  });

  it('smooths as one would day by day, gaps or not', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 200 }), (units) => {
        const start = units.reduce((sum, value) => sum + value, 0) / units.length;
        const tried = [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6].map(
          (alpha) => {
            let [level, error] = [start, 0];
            for (const value of units) {
              error += (value - level) ** 2;
              level += alpha * (value - level);
            }
            return { level, error };
          },
        );
        const least = Math.min(...tried.map(({ error }) => error));
        const near = tried.filter(({ error }) => error <= least + 1e-9).map(({ level }) => level);
        const found = partsOf(seriesOf(units), daily).exponential;
        expect(Math.min(...near.map((level) => Math.abs(level - found)))).toBeLessThan(1e-9);
      }),
    );
  });

  it('lies between the least and the most that was sold', () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        expect(rate('combination', units)).toBeLessThanOrEqual(Math.max(...units) + 1e-9);
        expect(rate('combination', units)).toBeGreaterThanOrEqual(Math.min(...units) - 1e-9);
      }),
    );
  });
});

describe('methods by hand', () => {
  it('the simple mean is that of the last days', () => {
    expect(rate('simple', [100, 1, 2, 6], 3)).toBe(3);
    expect(rate('simple', [1, 2], 7)).toBe(1.5);
  });

  it('the weighted one counts the newest day most', () => {
    // (1·1 + 2·2 + 3·6) ÷ 6
    expect(rate('weighted', [100, 1, 2, 6], 3)).toBeCloseTo(23 / 6, 12);
  });

  it('the exponential one halves the weight of each day before, of span 3', () => {
    // (0·1 + 8·½ + 4·¼) ÷ 1¾
    expect(rate('exponential', [4, 8, 0], 3)).toBeCloseTo(5 / 1.75, 12);
  });

  it('the naive ones repeat yesterday, and last week', () => {
    expect(rate('naive', [1, 2, 9])).toBe(9);
    const season = outlook(
      { method: 'seasonal-naive', window: 1 },
      seriesOf([9, 1, 2, 3, 4, 5, 6, 7, null]),
      daily,
    ).season;
    expect(season).toEqual([2, 3, 4, 5, 6, 7, 1]);
  });

  it('Holt-Winters is that of R, with the best of its constants', () => {
    // HoltWinters(ts(c(rep(0, 7), y), frequency = 7), alpha = 0.02, beta = FALSE, gamma = 0.2, seasonal = "additive",
    // l.start = mean(y), s.start = rep(0, 7)), the pair with the least SSE of those tried; predict(…, 7).
    const weeks = [
      3, 4, 2, 6, 8, 1, 0, 4, 3, 3, 5, 9, 0, 1, 2, 5, 3, 7, 7, 1, 0, 3, 4, 4, 6, 10, 0, 0,
    ];
    const ofR = [
      3.248514317, 3.898270024, 3.374802026, 5.059356215, 6.533110365, 1.731817514, 1.626208165,
    ];
    const { season = [] } = outlook({ method: 'holt-winters', window: 1 }, seriesOf(weeks), daily);
    season.forEach((units, i) => {
      expect(units).toBeCloseTo(ofR[i] ?? Number.NaN, 8);
    });
  });

  it('Holt-Winters finds a week that repeats', () => {
    const week = [0, 0, 6, 0, 0, 3, 0];
    const units = Array.from({ length: 140 }, (_, i) => week[i % 7] ?? 0);
    const season = outlook({ method: 'holt-winters', window: 1 }, seriesOf(units), daily).season;
    season?.forEach((value, i) => {
      expect(Math.abs(value - (week[i] ?? 0))).toBeLessThan(0.1);
    });
  });
});

describe('errors of a forecast', () => {
  const mase = (history: number[], actual: number[], forecast: number) =>
    errorsOf(seriesOf(history), seriesOf(actual), seriesOf(actual.map(() => forecast))).mase;

  it('are one where the forecast errs as much as yesterday’s number would have', () => {
    expect(mase([0, 2, 0, 2], [3, 1], 1)).toBe(0.5);
    expect(mase([0, 2, 0, 2], [3, 3], 1)).toBe(1);
  });

  it('are unknown where the history never moves or is too short', () => {
    expect(mase([5, 5, 5], [5, 6], 5)).toBeUndefined();
    expect(mase([5], [5, 6], 5)).toBeUndefined();
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
    // Days on which nobody could buy are no gap.
    ['smooth', [1, 1, null, 1]],
  ] as const)('is %s', (expected, units) => {
    expect(patternOf(historyOf(units))).toBe(expected);
  });
});
