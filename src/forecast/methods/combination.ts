import type { Grain } from '../grain.ts';
import { knownPart, mean, type Series, withoutGaps } from '../series.ts';
import { adida } from './aggregation.ts';
import { fewAlphas, smoothedAt } from './smoothing.ts';
import { stepsOf } from './steps.ts';
import { fewConstants, startOf, tsbAt } from './tsb.ts';

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

/** The parts of the combination. */
export function partsOf(past: Series, grain: Grain): Parts {
  const known = knownPart(past);
  const steps = stepsOf(known, [known.length]);
  const start = startOf(known);
  const [exponential = 0] = smoothedAt(steps, start.size * start.probability);
  const [chance = 0] = tsbAt(steps, start);
  return {
    ...meansAt(withoutGaps(past), past.length, grain),
    exponential,
    tsb: chance,
    adida: adida(known),
  };
}

/**
 * Nearly what the combination would have been after each of `ends` known periods, in order, in one pass: the smoothing
 * begins at the means known at the first and tries fewer constants, and the buckets, which would have to be cut anew for
 * each end, are left out. It is for learning errors from, which are as large as those of the whole.
 */
export function ratesAt(known: Series, ends: readonly number[], grain: Grain): readonly number[] {
  const steps = stepsOf(known, ends);
  const start = startOf(known.subarray(0, ends[0]));
  const exponential = smoothedAt(steps, start.size * start.probability, fewAlphas());
  const chances = tsbAt(steps, start, fewConstants());
  return ends.map((end, i) => {
    const { short, long, all } = meansAt(known, end, grain);
    return (short + long + all + (exponential[i] ?? 0) + (chances[i] ?? 0)) / 5;
  });
}

function meansAt(known: Series, end: number, grain: Grain) {
  return {
    short: mean(known, Math.max(0, end - grain.short), end),
    long: mean(known, Math.max(0, end - grain.long), end),
    all: mean(known, 0, end),
  };
}
