import type { DemandHistory } from '../history.ts';

/** Linearly weighted moving average: the newest of the last `window` days counts `window` times, the oldest once. */
export function weighted({ soldOn, sold }: DemandHistory, window: number, end: number): number {
  const first = Math.max(0, end - window);
  const days = end - first;
  let sum = 0;
  for (let i = soldOn.length - 1; i >= 0; i -= 1) {
    const day = soldOn[i] ?? 0;
    if (day < first) break;
    if (day < end) sum += (sold[i] ?? 0) * (day - first + 1);
  }
  return end === 0 ? 0 : sum / ((days * (days + 1)) / 2);
}
