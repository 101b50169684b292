import { type DemandHistory, unitsBetween } from '../history.ts';

/** Simple moving average: the mean of the last `window` days, of all there are when there are fewer. */
export function simple(history: DemandHistory, window: number, end: number): number {
  const first = Math.max(0, end - window);
  return end === 0 ? 0 : unitsBetween(history, first, end) / (end - first);
}
