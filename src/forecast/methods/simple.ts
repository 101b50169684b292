/** Simple moving average: the mean of the last `window` days, of all there are when there are fewer. */
export function simple(units: readonly number[], window: number): number {
  const last = units.slice(-window);
  return last.length === 0 ? 0 : last.reduce((sum, value) => sum + value, 0) / last.length;
}
