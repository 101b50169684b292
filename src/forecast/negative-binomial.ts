import { incompleteBeta, upperGamma } from './special-functions.ts';

/** A number of units that is not known: its expectation and its variance, in units and squared units. */
export interface Spread {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The probability of at most `units`: negative binomial with size mean² ÷ (variance − mean), or Poisson where the
 * variance is not above the mean. Through the incomplete beta and gamma functions, so that it costs the same for ten units
 * and for a million.
 */
export function probabilityUpTo(units: number, { mean, variance }: Spread): number {
  if (units < 0) return 0;
  if (mean <= 0) return 1;
  const k = Math.floor(units);
  // Nearer to Poisson than this the two do not differ in eight digits.
  if (variance <= mean * (1 + 1e-10)) return upperGamma(k + 1, mean);
  return incompleteBeta((mean * mean) / (variance - mean), k + 1, mean / variance);
}

/** The smallest number of units that is not exceeded with a probability of at least `level` (0 to 1, both left out). */
export function quantile(level: number, spread: Spread): number {
  if (!(spread.mean > 0)) return 0;
  // A probability that is the level but for its last digits has reached it.
  const reached = level - 1e-12;
  let below = -1;
  let above = Math.ceil(spread.mean);
  while (probabilityUpTo(above, spread) < reached) {
    below = above;
    above *= 2;
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (probabilityUpTo(middle, spread) >= reached) above = middle;
    else below = middle;
  }
  return above;
}

/**
 * The units that demand is expected to go beyond `stock` by. As k · P(k; r, p) = mean · P(k − 1; r + 1, p), the sum is
 * that of a distribution of the next size.
 */
export function unitsShort(stock: number, spread: Spread): number {
  const { mean, variance } = spread;
  if (!(mean > 0)) return 0;
  const shifted = mean + Math.max(0, variance - mean) / mean;
  const next = { mean: shifted, variance: (shifted * Math.max(variance, mean)) / mean };
  const beyond = 1 - probabilityUpTo(stock, spread);
  return Math.max(0, mean * (1 - probabilityUpTo(stock - 1, next)) - stock * beyond);
}
