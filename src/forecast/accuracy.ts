import type { DemandHistory } from './history.ts';
import { mean, type Series, variance } from './series.ts';

/** How demand comes: by the mean gap between sale days and the variation of their size (Syntetos, Boylan, Croston 2005). */
export type Pattern = 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'none';

/** Cut-offs 1.32 (mean interval) and 0.49 (squared coefficient of variation of the sizes). */
export function patternOf({ days, sold: sizes, closed = [] }: DemandHistory): Pattern {
  if (sizes.length === 0) return 'none';
  const usual = mean(sizes);
  const varied = variance(sizes) / usual ** 2 >= 0.49;
  if ((days - closed.length) / sizes.length < 1.32) return varied ? 'erratic' : 'smooth';
  return varied ? 'lumpy' : 'intermittent';
}

/** Mean |yₜ − yₜ₋₁| of a history, and the mean of its square: what errors are scaled by. Undefined of fewer than two. */
interface Moves {
  readonly absolute: number;
  readonly squared: number;
}

/** How much a series moves from one period to the next. */
function movesOf(history: Series): Moves | undefined {
  if (history.length < 2) return undefined;
  const steps = history.subarray(1).map((units, i) => units - (history[i] ?? 0));
  return { absolute: mean(steps.map(Math.abs)), squared: mean(steps.map((step) => step * step)) };
}

/** Errors of a forecast of the periods after a history; undefined where a divisor is 0. */
export interface Errors {
  /** Mean |forecast − actual|, in units. */
  readonly mae: number;
  /** Σ|error| ÷ Σ actual. */
  readonly wape: number | undefined;
  /** Σ error ÷ Σ actual: above 0 the forecast is too high. */
  readonly bias: number | undefined;
  /** Mean |error| ÷ mean |move| of the history (Hyndman, Koehler 2006). */
  readonly mase: number | undefined;
  /** Root of mean error² ÷ mean move² of the history (Makridakis and others 2022). */
  readonly rmsse: number | undefined;
}

/** Compares a forecast with what came; both in units per period. */
export function errorsOf(history: Series, actual: Series, forecast: Series): Errors {
  const errors = forecast.map((units, i) => units - (actual[i] ?? 0));
  const mae = mean(errors.map(Math.abs));
  const asked = mean(actual);
  const moves = movesOf(history);
  return {
    mae,
    wape: ratio(mae, asked),
    bias: ratio(mean(errors), asked),
    mase: ratio(mae, moves?.absolute),
    rmsse: root(ratio(mean(errors.map((error) => error * error)), moves?.squared)),
  };
}

function ratio(value: number, divisor: number | undefined): number | undefined {
  return divisor === undefined || divisor === 0 ? undefined : value / divisor;
}

function root(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.sqrt(value);
}

/** Pinball loss, in units, of a quantile `forecast` at `level`. */
export function pinball(actual: number, forecast: number, level: number): number {
  return actual >= forecast ? level * (actual - forecast) : (1 - level) * (forecast - actual);
}
