import { knownPart, mean, type Series } from '../series.ts';

/**
 * Units of each of the next `length` periods: the newest known value a whole number of seasons before, else the newest
 * known value of all; 0 of nothing.
 */
export function seasonalNaive(past: Series, length: number): readonly number[] {
  const newest = newestAt(past, past.length - 1, 1) ?? 0;
  return Array.from(
    { length },
    (_, ahead) => newestAt(past, past.length - length + ahead, length) ?? newest,
  );
}

function newestAt(past: Series, from: number, step: number): number | undefined {
  for (let i = from; i >= 0; i -= step) {
    const units = past[i];
    if (units !== undefined && !Number.isNaN(units)) return units;
  }
  return undefined;
}

const levelShares = [0.02, 0.05, 0.1, 0.2, 0.4];
const seasonShares = [0.01, 0.05, 0.1, 0.2];

/**
 * Additive Holt-Winters without trend (Winters 1960): a level and a season of `length` periods, with the constants whose
 * one-step squared error on the past was the least. A trend would be carried on for weeks that the past of an article
 * does not warrant. Units of each of the next `length` periods, never below 0; a season before without two to learn from.
 */
export function holtWinters(past: Series, length: number): readonly number[] {
  if (past.length < 2 * length) return seasonalNaive(past, length);
  const start = mean(knownPart(past));
  let best = Number.POSITIVE_INFINITY;
  let ahead: readonly number[] = [];
  for (const alpha of levelShares) {
    for (const gamma of seasonShares) {
      const { error, next } = winters(past, length, start, alpha, gamma);
      if (error < best) [best, ahead] = [error, next];
    }
  }
  return ahead;
}

function winters(past: Series, length: number, start: number, alpha: number, gamma: number) {
  const season = new Float64Array(length);
  let level = start;
  let error = 0;
  for (let i = 0; i < past.length; i += 1) {
    const units = past[i] ?? Number.NaN;
    if (Number.isNaN(units)) continue;
    const place = i % length;
    const usual = season[place] ?? 0;
    const miss = units - level - usual;
    error += miss * miss;
    level += alpha * (units - usual - level);
    season[place] = usual + gamma * (units - level - usual);
  }
  const next = Array.from({ length }, (_, ahead) =>
    Math.max(0, level + (season[(past.length + ahead) % length] ?? 0)),
  );
  return { error, next };
}
