import { once } from '../../model/once.ts';
import { knownPart, type Series } from '../series.ts';
import { type Fade, fadeOf, type Steps } from './steps.ts';

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

const alphas = once(() =>
  [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6].map(fadeOf),
);

/** A few of them, for where many pasts are gone through only to learn how far forecasts stray. */
export const fewAlphas = once(() => [0.01, 0.05, 0.15, 0.45].map(fadeOf));

/**
 * Exponential smoothing from a level on, with each of some alphas, as it stands at each end of the steps: by the alpha
 * whose one-step squared error has been the least until then.
 */
export function smoothedAt(
  steps: Steps,
  start: number,
  choices: readonly Fade[] = alphas(),
): readonly number[] {
  const best = { least: [], levels: [] };
  for (const fade of choices) tryAlpha(steps, start, fade, best);
  return best.levels;
}

function tryAlpha(
  { gaps, values, ends }: Steps,
  start: number,
  { share, left, squares }: Fade,
  { least, levels }: { readonly least: number[]; readonly levels: number[] },
): void {
  let level = start;
  let error = 0;
  for (let i = 0; i < gaps.length; i += 1) {
    const gap = gaps[i] ?? 0;
    const value = values[i] ?? 0;
    error += level * level * (squares[gap] ?? 0);
    level *= left[gap] ?? 0;
    if (value > 0) {
      const miss = value - level;
      error += miss * miss;
      level += share * miss;
    }
    const end = ends[i] ?? -1;
    if (end >= 0 && error < (least[end] ?? Number.POSITIVE_INFINITY)) {
      least[end] = error;
      levels[end] = level;
    }
  }
}
