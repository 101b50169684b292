import { knownPart, type Series } from '../series.ts';
import { leastAt, smooth } from './smoothing.ts';

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
  let units = 0;
  let sales = 0;
  for (const value of values) {
    units += value;
    if (value > 0) sales += 1;
  }
  return {
    size: sales === 0 ? 0 : units / sales,
    probability: values.length === 0 ? 0 : sales / values.length,
  };
}

const sizeShares = Float64Array.of(0.02, 0.05, 0.1, 0.2, 0.3);
const saleShares = Float64Array.of(0.005, 0.01, 0.02, 0.05, 0.1, 0.2);

/** TSB with many pairs of constants at once, and how well each pair foretold the next period. */
export interface TsbSmoothing {
  readonly update: (units: number) => void;
  /** Units per period by the pair whose one-step squared error has been the least so far. */
  readonly rate: () => number;
}

/** Begins TSB with every pair of its usual constants. */
export function startTsb({ size, probability }: TsbStart): TsbSmoothing {
  const sizes = new Float64Array(sizeShares.length).fill(size);
  const chances = new Float64Array(saleShares.length).fill(probability);
  const errors = new Float64Array(sizes.length * chances.length);
  const judge = (units: number): void => {
    let pair = 0;
    for (const level of sizes) {
      for (const chance of chances) {
        const error = units - level * chance;
        errors[pair] = (errors[pair] ?? 0) + error * error;
        pair += 1;
      }
    }
  };
  return {
    update: (units) => {
      judge(units);
      moveTowards(chances, units > 0 ? 1 : 0, saleShares);
      if (units > 0) moveTowards(sizes, units, sizeShares);
    },
    rate: () => {
      const best = leastAt(errors);
      const level = sizes[Math.floor(best / chances.length)] ?? 0;
      return level * (chances[best % chances.length] ?? 0);
    },
  };
}

function moveTowards(levels: Float64Array, value: number, shares: Float64Array): void {
  for (let i = 0; i < levels.length; i += 1) {
    const level = levels[i] ?? 0;
    levels[i] = level + (shares[i] ?? 0) * (value - level);
  }
}

/** TSB with the constants that did best on the past. */
export function tsb(past: Series): number {
  const known = knownPart(past);
  const smoothing = startTsb(startOf(known));
  for (const units of known) smoothing.update(units);
  return smoothing.rate();
}
