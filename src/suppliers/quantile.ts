/**
 * The smallest of the values that at least this share of them does not exceed (the inverse of their distribution, type 1
 * of Hyndman & Fan 1996): always one that was really seen. Undefined without values.
 */
export function nearestRank(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  // Binary fractions: 0.95 of 20 is 19, not a little more.
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)];
}
