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

/** The units that demand is expected to go beyond `stock` by: Σ P(demand > k) from `stock` on. */
export function unitsShort(stock: number, spread: Spread): number {
  let met = 0;
  for (let k = 0; k < stock; k += 1) met += 1 - probabilityUpTo(k, spread);
  return Math.max(0, spread.mean - met);
}

/** The share of an order quantity that is served from stock where stock is ordered anew at `point` units. */
export function fillRate(point: number, orderQuantity: number, spread: Spread): number {
  return 1 - unitsShort(point, spread) / orderQuantity;
}
