import { knownPart, mean, type Series } from '../series.ts';
import { smooth } from './smoothing.ts';

/** The smoothing constant of sizes and intervals; the usual one. */
const usual = 0.1;

/** What Croston's method keeps: the size of a sale in units, the periods from one to the next, their quotient. */
export interface Croston {
  readonly size: number;
  readonly interval?: number;
  readonly rate: number;
}

/**
 * Croston 1972: sizes of sales and the periods between them, smoothed apart. The first interval counts from the start of
 * the series. With `start` = `mean` the interval begins at the mean of all, otherwise at the first.
 */
export function crostonParts(
  values: Series,
  alpha: number,
  beta: number,
  start: 'first' | 'mean' = 'first',
): Croston {
  const at = Array.from(values.keys()).filter((i) => (values[i] ?? 0) > 0);
  if (at.length === 0) return { size: 0, rate: 0 };
  const intervals = Float64Array.from(at, (day, i) => day - (at[i - 1] ?? -1));
  const size = smooth(
    values.filter((units) => units > 0),
    alpha,
  );
  const interval =
    start === 'first'
      ? smooth(intervals, beta)
      : smooth(intervals.subarray(1), beta, mean(intervals));
  return { size, interval, rate: size / interval };
}

/** Croston's method with constants of 0.1. It does not fall after the last sale. */
export function croston(past: Series): number {
  return crostonParts(knownPart(past), usual, usual).rate;
}

/** Croston's rate less its bias (Syntetos, Boylan 2005): times 1 − beta ÷ 2. */
export function sba(past: Series, alpha = usual, beta = usual): number {
  return crostonParts(knownPart(past), alpha, beta).rate * (1 - beta / 2);
}

/** Croston's rate less its bias by Shale, Boylan, Johnston 2006: times 1 − beta ÷ (2 − beta). */
export function sbj(past: Series, alpha = usual, beta = usual): number {
  return crostonParts(knownPart(past), alpha, beta).rate * (1 - beta / (2 - beta));
}
