import { addDays, type Day } from '../model/day.ts';
import type { Sku } from '../model/sku.ts';
import { mase, type Pattern, patternOf } from './accuracy.ts';
import { type Choice, chooseMethod } from './choose.ts';
import type { DemandHistory } from './history.ts';
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
  readonly history: DemandHistory;
}

const testDays = 28;

/** Forecasts every SKU that has sold, with the given method or the one that did best on this shop's past. */
export function forecastAll(
  histories: ReadonlyMap<Sku, DemandHistory>,
  wanted?: Choice,
): ReadonlyMap<Sku, Forecast> {
  const choice = wanted ?? chooseMethod(histories.values());
  return new Map([...histories].map(([sku, history]) => [sku, forecast(history, choice)]));
}

function forecast(history: DemandHistory, choice: Choice): Forecast {
  const method = methods[choice.method];
  const { units } = history;
  const past = units.slice(0, -testDays);
  return {
    choice,
    pattern: patternOf(units),
    ratePerDay: method(units, choice.window),
    historyDays: units.length,
    mase:
      past.length < testDays
        ? undefined
        : mase(past, units.slice(-testDays), method(past, choice.window)),
    history,
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
  history: DemandHistory,
  days: number,
  level: number,
): number | undefined {
  const { units } = history;
  if (days <= 0) return 0;
  if (units.length < days * 4) return undefined;
  const totals: number[] = [];
  let total = 0;
  units.forEach((value, i) => {
    total += value - (units[i - days] ?? 0);
    if (i >= days - 1) totals.push(total);
  });
  totals.sort((a, b) => a - b);
  return totals[Math.min(totals.length - 1, Math.ceil(level * totals.length) - 1)];
}
