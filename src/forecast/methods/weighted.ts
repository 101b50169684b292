/** Linearly weighted moving average: the newest of the last `window` days counts `window` times, the oldest once. */
export function weighted(units: readonly number[], window: number): number {
  const last = units.slice(-window);
  const total = (last.length * (last.length + 1)) / 2;
  return last.length === 0 ? 0 : last.reduce((sum, value, i) => sum + value * (i + 1), 0) / total;
}
