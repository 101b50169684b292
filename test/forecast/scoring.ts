/** Scores of forecasts against what came, defined as in docs/forecasting.md. */

export const levels = [0.1, 0.5, 0.9] as const;

/** A forecast of a total with its 10 %, 50 % and 90 % quantiles; of a day of running out with those only. */
interface Prediction {
  readonly mean: number;
  readonly quantiles: readonly number[];
}

/** A prediction, what came, and what errors are told in terms of. */
export interface Scored extends Prediction {
  readonly actual: number;
  readonly scale: number;
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export function pinballLoss(actual: number, forecast: number, level: number): number {
  return actual >= forecast ? level * (actual - forecast) : (1 - level) * (forecast - actual);
}

/** Root of the mean squared error in units of the scale; errors beyond the 99 % largest actual count as that. */
export function srmse(scored: readonly Scored[]): number {
  const cap = percentile(
    scored.map(({ actual, scale }) => actual / scale),
    0.99,
  );
  return Math.sqrt(
    mean(
      scored.map(({ mean: expected, actual, scale }) =>
        Math.min(((expected - actual) / scale) ** 2, cap ** 2),
      ),
    ),
  );
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

export function wape(scored: readonly Scored[]): number {
  return (
    sumOf(scored.map(({ mean: expected, actual }) => Math.abs(expected - actual))) /
    sumOf(scored.map(({ actual }) => actual))
  );
}

export function bias(scored: readonly Scored[]): number {
  return (
    sumOf(scored.map(({ mean: expected, actual }) => expected - actual)) /
    sumOf(scored.map(({ actual }) => actual))
  );
}

/** Mean pinball loss at 10, 50 and 90 %, in units of the scale. */
export function scaledPinball(scored: readonly Scored[]): number {
  return mean(
    scored.flatMap(({ actual, scale, quantiles }) =>
      levels.map((level, i) => Math.min(pinballLoss(actual, quantiles[i] ?? 0, level) / scale, 20)),
    ),
  );
}

/** Shares of what came below a quantile, and up to it. */
export function coverage(scored: readonly Scored[], quantile: 0 | 1 | 2): [number, number] {
  const share = (holds: (one: Scored) => boolean) =>
    mean(scored.map((one) => (holds(one) ? 1 : 0)));
  return [
    share(({ actual, quantiles }) => actual < (quantiles[quantile] ?? 0)),
    share(({ actual, quantiles }) => actual <= (quantiles[quantile] ?? 0)),
  ];
}
