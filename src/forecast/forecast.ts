import { addDays, type Day } from '../model/day.ts';
import { mase } from './accuracy.ts';
import type { Choice } from './choose.ts';
import { type DemandHistory, dailyUnits } from './history.ts';
import { methods } from './methods/index.ts';

/** What is expected of a SKU's demand. */
export interface Forecast {
  readonly choice: Choice;
  /** What it is made from. */
  readonly history: DemandHistory;
  /** Units per day from today on. */
  readonly ratePerDay: number;
}

/** Forecasts a SKU's demand from what was asked for in the past. */
export function forecastDemand(history: DemandHistory, choice: Choice): Forecast {
  const ratePerDay = methods[choice.method](history, choice.window, history.days);
  return { choice, history, ratePerDay };
}

const testDays = 28;

/** Scaled error of a forecast's method over the last 28 days, as known before them. */
export function recentError({ choice, history }: Forecast): number | undefined {
  const pastDays = history.days - testDays;
  if (pastDays < testDays) return undefined;
  const units = dailyUnits(history);
  const before = methods[choice.method](history, choice.window, pastDays);
  return mase(units.slice(0, pastDays), units.slice(pastDays), before);
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
  history: DemandHistory,
  days: number,
  level: number,
): number | undefined {
  if (days <= 0) return 0;
  if (history.days < days * 4) return undefined;
  const count = history.days - days + 1;
  const rank = Math.min(count, Math.ceil(level * count));
  // Of most SKUs most runs of days are without a sale: what is left to sort is short.
  const totals = totalsAboveZero(history, days).toSorted((a, b) => a.units - b.units);
  let passed = count - totals.reduce((sum, { runs }) => sum + runs, 0);
  if (rank <= passed) return 0;
  return totals.find(({ runs }) => {
    passed += runs;
    return rank <= passed;
  })?.units;
}

/** What was sold in runs of so many days in a row, and in how many such runs. */
interface Total {
  readonly units: number;
  readonly runs: number;
}

/** The total of a run changes only where a sale comes in or drops out. */
function totalsAboveZero({ days: end, soldOn, sold }: DemandHistory, days: number): Total[] {
  const saleDay = (i: number) => soldOn[i] ?? end;
  const totals: Total[] = [];
  let [units, newest, oldest, day] = [0, 0, 0, days - 1];
  while (day < end) {
    for (; saleDay(newest) <= day; newest += 1) units += sold[newest] ?? 0;
    for (; saleDay(oldest) <= day - days; oldest += 1) units -= sold[oldest] ?? 0;
    const change = Math.min(saleDay(newest), saleDay(oldest) + days, end);
    if (units > 0) totals.push({ units, runs: change - day });
    day = change;
  }
  return totals;
}
