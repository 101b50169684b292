import { addDays, type Day } from '../model/day.ts';
import { mase, type Pattern, patternOf } from './accuracy.ts';
import type { Choice } from './choose.ts';
import { methods } from './methods/index.ts';

/** What is expected of a SKU's demand. */
export interface Forecast {
  readonly choice: Choice;
  readonly pattern: Pattern;
  /** Units per day from today on. */
  readonly ratePerDay: number;
  /** Days from the first sale to yesterday. */
  readonly historyDays: number;
  /** Scaled error of this method over the last 28 days, as known before them. */
  readonly mase?: number | undefined;
}

const testDays = 28;

/** Forecasts a SKU's demand from the units asked for on each day of its past. */
export function forecastDemand(units: readonly number[], choice: Choice): Forecast {
  const days = units.length;
  const pastDays = Math.max(0, days - testDays);
  const [before = 0, now = 0] = methods[choice.method](units, choice.window, [pastDays, days]);
  return {
    choice,
    pattern: patternOf(units),
    ratePerDay: now,
    historyDays: days,
    mase:
      pastDays < testDays
        ? undefined
        : mase(units.slice(0, pastDays), units.slice(pastDays), before),
  };
}

/** Later than this many days ahead is no useful answer. */
const stockoutHorizon = 365;

/**
 * The first day by whose end the projected demand has taken `stock` units, demand of `today` included; `today` when
 * there is nothing to take. Undefined when that is never, or later than a year ahead.
 */
export function stockoutDate(stock: number, ratePerDay: number, today: Day): Day | undefined {
  if (ratePerDay <= 0) return undefined;
  if (stock <= 0) return today;
  const days = Math.ceil(stock / ratePerDay - 1e-9);
  return days > stockoutHorizon ? undefined : addDays(today, days - 1);
}

/**
 * The number of units that the demand of any `days` days in a row did not exceed in a `level` share of this SKU's past.
 * Undefined while the past holds fewer than four times as many days.
 */
export function demandQuantile(
  units: readonly number[],
  days: number,
  level: number,
): number | undefined {
  if (days <= 0) return 0;
  if (units.length < days * 4) return undefined;
  const count = units.length - days + 1;
  const rank = Math.min(count, Math.ceil(level * count));
  const totals = totalsAboveZero(units, days);
  const zeros = count - totals.length;
  return rank <= zeros ? 0 : totals.sort((a, b) => a - b)[rank - zeros - 1];
}

/** Of most SKUs most days are without a sale: what is left to sort is short. */
function totalsAboveZero(units: readonly number[], days: number): number[] {
  const totals: number[] = [];
  let total = 0;
  for (let i = 0; i < units.length; i += 1) {
    total += (units[i] ?? 0) - (i < days ? 0 : (units[i - days] ?? 0));
    if (i >= days - 1 && total > 0) totals.push(total);
  }
  return totals;
}
