import { knownPart, type Series } from '../series.ts';

/**
 * Simple exponential smoothing (Brown 1956): each value moves the level by a share `alpha` of its distance from it. The
 * level begins at `start`, or at the first value. 0 of nothing.
 */
export function smooth(values: Series, alpha: number, start?: number): number {
  let level = start ?? values[0] ?? 0;
  for (let i = start === undefined ? 1 : 0; i < values.length; i += 1)
    level += alpha * ((values[i] ?? 0) - level);
  return level;
}

/**
 * Exponential moving average of span `window`: weights that fall by a share of 2 ÷ (window + 1) with every period into the
 * past, divided by their sum. Without that the first sale, on which every history begins, would count too much.
 */
export function exponential(past: Series, window: number): number {
  const kept = 1 - 2 / (window + 1);
  let sum = 0;
  let weights = 0;
  for (const units of knownPart(past)) {
    sum = sum * kept + units;
    weights = weights * kept + 1;
  }
  return weights === 0 ? 0 : sum / weights;
}

const alphas = [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6];

/** Several levels at once, each with an alpha of its own, and how well each foretold the next value. */
export interface Smoothing {
  readonly update: (value: number) => void;
  /** The level of the alpha whose one-step squared error has been the least so far. */
  readonly level: () => number;
}

/** Begins exponential smoothing with all of a list of alphas from one level. */
export function startSmoothing(start: number, choices: readonly number[] = alphas): Smoothing {
  const levels = new Float64Array(choices.length).fill(start);
  const errors = new Float64Array(choices.length);
  const shares = Float64Array.from(choices);
  return {
    update: (value) => {
      for (let i = 0; i < shares.length; i += 1) {
        const level = levels[i] ?? 0;
        const error = value - level;
        errors[i] = (errors[i] ?? 0) + error * error;
        levels[i] = level + (shares[i] ?? 0) * error;
      }
    },
    level: () => levels[leastAt(errors)] ?? 0,
  };
}

/** Where the least of some numbers stands; the first of equals. */
export function leastAt(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if ((values[i] ?? 0) < (values[best] ?? 0)) best = i;
  return best;
}
