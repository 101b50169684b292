import type { DemandHistory } from '../history.ts';

/** Exponential moving average of span `window`: alpha = 2 / (window + 1), starting at the first day. */
export function exponential({ soldOn, sold }: DemandHistory, window: number, end: number): number {
  const alpha = 2 / (window + 1);
  let level = 0;
  let days = 0;
  for (let i = 0; i < soldOn.length; i += 1) {
    const day = soldOn[i] ?? 0;
    if (day >= end) break;
    const units = sold[i] ?? 0;
    // Each day without a sale takes the same share off.
    level *= (1 - alpha) ** (day - days);
    level = day === 0 ? units : level + alpha * (units - level);
    days = day + 1;
  }
  return level * (1 - alpha) ** (end - days);
}
