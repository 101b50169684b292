import { knownPart, mean, type Series } from '../series.ts';
import { type Smoothing, smooth, startSmoothing } from './smoothing.ts';

const alphas = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8];

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

/** Periods from one sale to the next, as a whole number of at least one. */
export function usualInterval(periods: number, sales: number): number {
  return sales === 0 ? 1 : Math.max(1, Math.floor(periods / sales));
}

/** Exponential smoothing of a series in buckets of any length, as it stands after the first `end` periods. */
export interface Aggregation {
  /** Units per period, by buckets of `size` periods that end with period `end`. A later end is not asked before an earlier. */
  readonly rateAt: (size: number, end: number) => number;
}

/**
 * Begins the smoothing of buckets of known periods, with the mean of the first `settled` of them. Buckets of one length
 * and one remainder are the same buckets: they are gone through once, however many ends are asked for.
 */
export function startAggregation(known: Series, settled: number): Aggregation {
  const usual = mean(known, 0, settled);
  const running = new Map<number, { at: number; readonly smoothing: Smoothing }>();
  return {
    rateAt: (size, end) => {
      if (end < size) return mean(known, 0, end);
      const rest = end % size;
      const key = size * (known.length + 1) + rest;
      const one = running.get(key) ?? { at: rest, smoothing: startSmoothing(usual * size, alphas) };
      running.set(key, one);
      for (; one.at < end; one.at += size) {
        let sum = 0;
        for (let i = one.at; i < one.at + size; i += 1) sum += known[i] ?? 0;
        one.smoothing.update(sum);
      }
      return one.smoothing.level() / size;
    },
  };
}

function intervalOf(known: Series): number {
  return usualInterval(known.length, known.filter((units) => units > 0).length);
}

/**
 * ADIDA (Nikolopoulos and others 2011): exponential smoothing of buckets as long as the mean interval between sales, in
 * which few are empty, spread evenly over the bucket.
 */
export function adida(past: Series): number {
  const known = knownPart(past);
  return startAggregation(known, known.length).rateAt(intervalOf(known), known.length);
}

/** IMAPA (Petropoulos, Kourentzes 2015): the mean of ADIDA over all buckets from one period to the mean interval. */
export function imapa(past: Series): number {
  const known = knownPart(past);
  const aggregation = startAggregation(known, known.length);
  const sizes = Array.from({ length: intervalOf(known) }, (_, i) => i + 1);
  return mean(sizes.map((size) => aggregation.rateAt(size, known.length)));
}
