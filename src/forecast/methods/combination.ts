import type { Grain } from '../grain.ts';
import { knownPart, mean, type Series } from '../series.ts';
import { startAggregation, usualInterval } from './aggregation.ts';
import { startSmoothing } from './smoothing.ts';
import { startOf, startTsb } from './tsb.ts';

/** What the combination is the mean of, each in units per period. */
export interface Parts {
  readonly short: number;
  readonly long: number;
  readonly all: number;
  readonly exponential: number;
  readonly tsb: number;
  readonly adida: number;
}

/** The equal-weight mean of moving averages of different memory. */
export function combined({ short, long, all, exponential, tsb, adida: buckets }: Parts): number {
  return (short + long + all + exponential + tsb + buckets) / 6;
}

/**
 * The combination's parts as they would have been after each of `ends` periods, in order. One pass serves all of them:
 * the smoothing begins at the means known at the first.
 */
export function partsAt(past: Series, ends: readonly number[], grain: Grain): readonly Parts[] {
  const known = knownPart(past);
  const knownAt = (end: number) => (known === past ? end : knownPart(past.subarray(0, end)).length);
  const settled = knownAt(ends[0] ?? 0);
  const start = startOf(known.subarray(0, settled));
  const smoothing = startSmoothing(start.size * start.probability);
  const chances = startTsb(start);
  const aggregation = startAggregation(known, settled);
  let [at, units, sales] = [0, 0, 0];
  return ends.map((end) => {
    const to = knownAt(end);
    for (; at < to; at += 1) {
      const sold = known[at] ?? 0;
      smoothing.update(sold);
      chances.update(sold);
      units += sold;
      if (sold > 0) sales += 1;
    }
    return {
      short: mean(known, Math.max(0, to - grain.short), to),
      long: mean(known, Math.max(0, to - grain.long), to),
      all: to === 0 ? 0 : units / to,
      exponential: smoothing.level(),
      tsb: chances.rate(),
      adida: aggregation.rateAt(usualInterval(to, sales), to),
    };
  });
}
