/** Exponential moving average of span `window`: alpha = 2 / (window + 1), starting at the first day. */
export function exponential(units: readonly number[], window: number): number {
  const alpha = 2 / (window + 1);
  let level: number | undefined;
  for (const value of units) level = level === undefined ? value : level + alpha * (value - level);
  return level ?? 0;
}
