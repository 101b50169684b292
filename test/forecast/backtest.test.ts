import { describe, expect, it } from 'vitest';
import { backtest } from '../../src/forecast/backtest.ts';
import { monthly } from '../../src/forecast/grain.ts';
import { addDays } from '../../src/model/day.ts';
import { backtestAdvice, backtestView } from '../../src/outputs/backtest.ts';
import { today } from '../plan/builders.ts';
import { historyOf } from './builders.ts';

/** Units that jump about a level, the same on every call. */
const bumpy = (days: number, seed: number) =>
  Array.from({ length: days }, (_, i) => ((i * 7919 + seed * 104729) % 13) % 4);

describe('a backtest', () => {
  const result = backtest(
    [1, 2, 3, 4, 5].map((seed) => historyOf(bumpy(300, seed))),
    today,
  );
  const of = (name: string) => result.judgements.find(({ method }) => method === name);

  it('tries every method at nine past days, the zero and the plain average among them', () => {
    expect(result).toMatchObject({ horizon: 28, unit: 'day', origins: 9, skus: 5 });
    expect(result.judgements.map(({ pairs }) => pairs)).toEqual(result.judgements.map(() => 45));
    expect(of('zero')).toMatchObject({ wape: 1, bias: -1, upToP90: 0 });
    expect(of('simple-28')?.mase).toBeCloseTo(of('textbook-28')?.mase ?? 0, 12);
  });

  it('puts the best range first', () => {
    const losses = result.judgements.map(({ pinball }) => pinball);
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
  });

  it('reckons as one would by hand', () => {
    // Four weeks of one a day, then three of two: at the only day with 28 days before and after it, the average says 28.
    const units = [...new Array<number>(28).fill(1), ...new Array<number>(28).fill(2)];
    const one = backtest([historyOf(units)], today);
    const plain = one.judgements.find(({ method }) => method === 'simple-28');
    expect(one.origins).toBe(1);
    expect(plain).toMatchObject({ pairs: 1, wape: 0.5, bias: -0.5, srmse: 1, unscaled: 1 });
    expect(plain?.mase).toBeUndefined();
  });

  it('knows at a past day nothing of what came later', () => {
    // The last 28 days only are of another scale: the forecasts of all days before them stay what they were.
    const units = bumpy(200, 3);
    const before = backtest([historyOf(units)], today);
    const later = backtest(
      [historyOf([...units, ...units.slice(0, 28).map(() => 900)])],
      addDays(today, 0),
    );
    const bias = (all: typeof before) =>
      all.judgements.find(({ method }) => method === 'naive')?.pairs;
    expect(bias(later)).toBe((bias(before) ?? 0) + 1);
    const textbook = later.judgements.find(({ method }) => method === 'textbook-28');
    expect(textbook?.upToP90).toBeLessThan(1);
    expect(textbook?.wape).toBeGreaterThan(0.8);
  });

  it('leaves out what came on days on which it could not be bought', () => {
    const closed = [...bumpy(100, 1), ...new Array<null>(10).fill(null), ...bumpy(18, 2)];
    const open = bumpy(128, 1);
    const pairs = (units: (number | null)[]) =>
      backtest([historyOf(units)], today).judgements[0]?.pairs;
    expect(pairs(open)).toBe(3);
    expect(pairs(closed)).toBe(2);
  });

  it('of too little past is none', () => {
    const none = backtest([historyOf([1, 0, 2])], today);
    expect(none).toMatchObject({ origins: 0, judgements: [] });
    expect(backtestAdvice(none)).toBe('');
    expect(backtestView(none).rows).toEqual([]);
  });

  it('of what nobody buys any more judges nothing', () => {
    const dead = backtest(
      [historyOf([...bumpy(100, 1), ...new Array<number>(300).fill(0)])],
      today,
    );
    const zero = dead.judgements.find(({ method }) => method === 'zero');
    expect(zero).toMatchObject({ wape: undefined, bias: undefined, srmse: 0 });
    expect(dead.judgements.find(({ method }) => method === 'croston')?.srmse).toBeGreaterThan(0);
    expect(backtestAdvice(dead)).toMatch(/^Nothing was sold/);
  });

  it('can be of months', () => {
    const units = Array.from({ length: 1000 }, (_, i) => (i % 30 === 0 ? 1 + (i % 4) : 0));
    const months = backtest([historyOf(units)], today, monthly);
    expect(months).toMatchObject({ horizon: 6, unit: 'month' });
    expect(months.judgements.some(({ method }) => method === 'simple-6')).toBe(true);
  });

  it('says what to make of it', () => {
    expect(backtestAdvice(result)).toMatch(
      /^Of 5 SKUs at 9 past days the combination was off by \d+ % .*28-day average \d+ %, nothing at all 100 %/,
    );
    const [best] = result.judgements;
    const worse = result.judgements.map((own) =>
      own.method === 'combination' ? { ...own, srmse: 9 } : own,
    );
    expect(best).toBeDefined();
    expect(backtestAdvice({ ...result, judgements: worse })).toMatch(
      /smaller error here: try --method/,
    );
  });
});
