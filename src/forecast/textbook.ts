import { upperGamma } from './special-functions.ts';

/** What most tools reckon with: demand per day as a normal distribution, the same on every day. */
export interface NormalDemand {
  /** Units per day, and their standard deviation. */
  readonly rate: number;
  readonly deviation: number;
}

/** How long stock must last, in days: the lead time with its standard deviation, and the time between two orders. */
export interface LeadTime {
  readonly days: number;
  readonly deviation: number;
  readonly review: number;
}

/**
 * The reorder point of the textbook, not rounded: d (L + R) + z √((L + R) s² + d² σ²). It is kept for comparison only, as
 * it covers far fewer cases than it says.
 */
export function normalReorder(
  { rate, deviation }: NormalDemand,
  { days, deviation: lead, review }: LeadTime,
  service: number,
): { readonly point: number; readonly safetyStock: number } {
  const time = days + review;
  const sigma = Math.sqrt(time * deviation ** 2 + rate ** 2 * lead ** 2);
  const safetyStock = normalQuantile(service) * sigma;
  return { point: rate * time + safetyStock, safetyStock };
}

/** The value that a standard normal variable does not exceed with probability `level`. */
export function normalQuantile(level: number): number {
  if (level < 0.5) return -normalQuantile(1 - level);
  let [low, high] = [0, 40];
  for (let turn = 0; turn < 100; turn += 1) {
    const middle = (low + high) / 2;
    if (1 - upperGamma(0.5, (middle * middle) / 2) / 2 < level) low = middle;
    else high = middle;
  }
  return high < 1e-9 ? 0 : high;
}
