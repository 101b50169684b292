import { once } from '../../model/once.ts';
import { knownPart, mean, type Series, salesIn } from '../series.ts';
import { smooth, smoothedAt } from './smoothing.ts';
import { fadeOf, stepsOf } from './steps.ts';

const alphas = once(() => [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].map(fadeOf));

/** Sums of `size` periods each, in whole buckets that end with the newest; the oldest rest is left out. */
function buckets(values: Series, size: number): Series {
  const count = Math.floor(values.length / size);
  const first = values.length - count * size;
  const sums = new Float64Array(count);
  for (let i = first; i < values.length; i += 1) {
    const bucket = Math.floor((i - first) / size);
    sums[bucket] = (sums[bucket] ?? 0) + (values[i] ?? 0);
  }
  return sums;
}

/** ADIDA with a given bucket and alpha, from the first bucket on; the mean of all where no bucket fills. */
export function adidaOf(values: Series, size: number, alpha: number): number {
  return values.length < size ? mean(values) : smooth(buckets(values, size), alpha) / size;
}

/** Exponential smoothing of the buckets from their mean, with the alpha that did best on them. */
function bestOf(known: Series, size: number): number {
  if (known.length < size) return mean(known);
  const sums = buckets(known, size);
  return (smoothedAt(stepsOf(sums, [sums.length]), mean(sums), alphas())[0] ?? 0) / size;
}

/** Periods from one sale to the next, as a whole number of at least one. */
function usualInterval(known: Series): number {
  const sales = salesIn(known);
  return sales === 0 ? 1 : Math.max(1, Math.floor(known.length / sales));
}

/**
 * ADIDA (Nikolopoulos and others 2011): exponential smoothing of buckets as long as the mean interval between sales, in
 * which few are empty, spread evenly over the bucket.
 */
export function adida(past: Series): number {
  const known = knownPart(past);
  return bestOf(known, usualInterval(known));
}

/** IMAPA (Petropoulos, Kourentzes 2015): the mean of ADIDA over all buckets from one period to the mean interval. */
export function imapa(past: Series): number {
  const known = knownPart(past);
  return mean(Array.from({ length: usualInterval(known) }, (_, i) => bestOf(known, i + 1)));
}
