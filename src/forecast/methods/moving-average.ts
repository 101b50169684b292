import { knownPart, mean, type Series } from '../series.ts';

/** Simple moving average: the mean of the last `window` known periods, of all there are when there are fewer. */
export function simple(past: Series, window: number): number {
  const known = knownPart(past);
  return mean(known, Math.max(0, known.length - window));
}

/** Linearly weighted moving average: the newest of the last `window` known periods counts `window` times, the oldest once. */
export function weighted(past: Series, window: number): number {
  const recent = knownPart(past).slice(-window);
  const sum = recent.reduce((total, units, i) => total + units * (i + 1), 0);
  return recent.length === 0 ? 0 : sum / ((recent.length * (recent.length + 1)) / 2);
}
