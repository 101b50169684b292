import type { DemandHistory } from './history.ts';

/** How demand comes: by the mean gap between sale days and the variation of their size (Syntetos, Boylan, Croston 2005). */
export type Pattern = 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'none';

/** Cut-offs 1.32 (mean interval) and 0.49 (squared coefficient of variation of the sizes). */
export function patternOf({ days, sold: sizes }: DemandHistory): Pattern {
  if (sizes.length === 0) return 'none';
  const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length;
  const variance = sizes.reduce((a, b) => a + (b - mean) ** 2, 0) / sizes.length;
  const varied = variance / mean ** 2 >= 0.49;
  if (days / sizes.length < 1.32) return varied ? 'erratic' : 'smooth';
  return varied ? 'lumpy' : 'intermittent';
}

/**
 * Mean absolute scaled error of a flat forecast over the actual days: mean |forecast − actual| divided by the mean
 * |yₜ − yₜ₋₁| of the history (Hyndman, Koehler 2006). Undefined where the history never moves.
 */
export function mase(
  history: readonly number[],
  actual: readonly number[],
  forecast: number,
): number | undefined {
  if (history.length < 2 || actual.length === 0) return undefined;
  let moves = 0;
  for (let i = 1; i < history.length; i += 1)
    moves += Math.abs((history[i] ?? 0) - (history[i - 1] ?? 0));
  if (moves === 0) return undefined;
  const error =
    actual.reduce((total, value) => total + Math.abs(forecast - value), 0) / actual.length;
  return error / (moves / (history.length - 1));
}
