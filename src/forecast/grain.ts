/** How long a period of demand is, and what the methods take for short and long in it. Lengths are in periods. */
export interface Grain {
  readonly name: 'day' | 'month';
  /** Lengths of time whose total demand is told where none are asked for. */
  readonly told: readonly number[];
  /** Days in a period. */
  readonly days: number;
  /** The windows of the short and of the long moving average. */
  readonly short: number;
  readonly long: number;
  readonly season: number;
  readonly year: number;
  /** Less than this many known periods are too few for a forecast of their own. */
  readonly least: number;
  /** Lengths of time ahead for which the shop's errors are learned, in order. */
  readonly horizons: readonly number[];
  /** From one past day of forecast to the next. */
  readonly step: number;
}

export const daily: Grain = {
  name: 'day',
  told: [7, 14, 28],
  days: 1,
  short: 28,
  long: 84,
  season: 7,
  year: 364,
  least: 28,
  horizons: [7, 14, 28, 56, 84],
  step: 14,
};

export const monthly: Grain = {
  name: 'month',
  told: [1, 3, 6],
  days: 365.25 / 12,
  short: 6,
  long: 12,
  season: 12,
  year: 12,
  least: 6,
  horizons: [1, 2, 3, 6, 12],
  step: 1,
};
