import { once } from '../../model/once.ts';
import { knownPart, mean, type Series, salesIn } from '../series.ts';
import { smooth } from './smoothing.ts';
import { type Fade, fadeOf, type Steps, stepsOf } from './steps.ts';

/** What the TSB method keeps: the size of a sale in units, the probability of one in a period, their product. */
export interface Tsb {
  readonly size: number;
  readonly probability: number;
  readonly rate: number;
}

/**
 * Teunter, Syntetos, Babai 2011: the size of sales and the probability of one, smoothed apart; the probability in every
 * period, so that it falls while nothing is sold. It begins at the mean of all periods, or at the first.
 */
export function tsbParts(
  values: Series,
  alpha: number,
  beta: number,
  start: 'first' | 'mean' = 'first',
): Tsb {
  const isSale = values.map((units) => (units > 0 ? 1 : 0));
  const size = smooth(
    values.filter((units) => units > 0),
    alpha,
  );
  const probability =
    start === 'first'
      ? smooth(isSale, beta)
      : smooth(isSale.subarray(1), beta, startOf(values).probability);
  return { size, probability, rate: size * probability };
}

/** Where the smoothing begins. */
export interface TsbStart {
  readonly size: number;
  readonly probability: number;
}

/** The mean size of a sale, and the share of periods with one. */
export function startOf(values: Series): TsbStart {
  if (values.length === 0) return { size: 0, probability: 0 };
  const probability = salesIn(values) / values.length;
  return { size: probability === 0 ? 0 : mean(values) / probability, probability };
}

/** Constants to try for the size of sales, and for the chance of one. */
interface TsbConstants {
  readonly sizes: readonly number[];
  readonly chances: readonly Fade[];
}

const usual = once(
  (): TsbConstants => ({
    sizes: [0.02, 0.05, 0.1, 0.2, 0.3],
    chances: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2].map(fadeOf),
  }),
);

/** A few of them, for where many pasts are gone through only to learn how far forecasts stray. */
export const fewConstants = once(
  (): TsbConstants => ({ sizes: [0.05, 0.2], chances: [0.01, 0.05, 0.2].map(fadeOf) }),
);

/**
 * TSB from a start on, with every pair of some constants, as it stands at each end of the steps: units per period by
 * the pair whose one-step squared error has been the least until then.
 */
export function tsbAt(
  steps: Steps,
  start: TsbStart,
  { sizes, chances }: TsbConstants = usual(),
): readonly number[] {
  const best = { least: [], rates: [] };
  for (const share of sizes) {
    for (const fade of chances) tryPair(steps, start, share, fade, best);
  }
  return best.rates;
}

function tryPair(
  { gaps, values, ends }: Steps,
  { size, probability }: TsbStart,
  share: number,
  fade: Fade,
  { least, rates }: { readonly least: number[]; readonly rates: number[] },
): void {
  let level = size;
  let chance = probability;
  let error = 0;
  for (let i = 0; i < gaps.length; i += 1) {
    const gap = gaps[i] ?? 0;
    const value = values[i] ?? 0;
    error += level * level * chance * chance * (fade.squares[gap] ?? 0);
    chance *= fade.left[gap] ?? 0;
    if (value > 0) {
      const miss = value - level * chance;
      error += miss * miss;
      chance += fade.share * (1 - chance);
      level += share * (value - level);
    }
    const end = ends[i] ?? -1;
    if (end >= 0 && error < (least[end] ?? Number.POSITIVE_INFINITY)) {
      least[end] = error;
      rates[end] = level * chance;
    }
  }
}

/** TSB with the constants that did best on the past. */
export function tsb(past: Series): number {
  const known = knownPart(past);
  return tsbAt(stepsOf(known, [known.length]), startOf(known))[0] ?? 0;
}
