import { type Errors, errorsOf } from './accuracy.ts';
import { type DemandHistory, dailyUnits } from './history.ts';
import { spreadOver } from './law.ts';
import { type Parts, partsOf } from './methods/combination.ts';
import { type Outlook, outlook } from './methods/index.ts';
import { quantile, type Spread } from './negative-binomial.ts';
import { pastOf } from './past.ts';
import { knownPart, mean } from './series.ts';
import { type Shop, shrunkRate, sizeFactor } from './shop.ts';

/** Units expected to be taken of a SKU, and how far that may be off. */
export interface Outflow {
  readonly shop: Shop;
  /** Units per day, the mean of a week. */
  readonly ratePerDay: number;
  /** Units of each of the next seven days, where they have a week of their own; the shop's week counts for the others. */
  readonly ownWeek?: readonly number[] | undefined;
  /** Variance in terms of the mean where units are taken in lots of the SKU's sizes, in units. */
  readonly size: number;
}

/** What is expected of a SKU's demand. */
export interface Forecast extends Outflow {
  /** What it is made from. */
  readonly history: DemandHistory;
  /** Too little past for the method: drawn to the rates of the shop instead. */
  readonly isShrunk: boolean;
}

/** Units per day: less is nothing in a thousand years. */
const leastRate = 1e-6;

/** Forecasts a SKU's demand from what was asked for in the past and what the shop has learned. */
export function forecastDemand(history: DemandHistory, shop: Shop): Forecast {
  const { choice, grain } = shop;
  const past = pastOf(history, choice, grain);
  const known = knownPart(past);
  const size = sizeFactor(known, grain, shop.unevenness);
  // A method that the user asked for is taken at its word, however short the past.
  const isShrunk = choice.method === 'combination' && known.length < grain.least;
  const { rate, season }: Outlook = isShrunk
    ? { rate: shrunkRate(known, size, shop) }
    : outlook(choice, past, grain);
  // Where not even a month is over, its days tell.
  const isYoung = grain.name === 'month' && known.length === 0;
  const perDay = isYoung ? mean(knownPart(dailyUnits(history))) : rate / grain.days;
  // What is left of a demand that ended long ago is none.
  const ratePerDay = perDay < leastRate ? 0 : perDay;
  const ownWeek = grain.name === 'day' ? season : undefined;
  return { history, shop, isShrunk, ratePerDay, ownWeek, size };
}

/** So many units on every day, in lots of `size`. */
export function steadyOutflow(ratePerDay: number, size: number, shop: Shop): Outflow {
  return { shop, ratePerDay, ownWeek: shop.week.map(() => ratePerDay), size };
}

/** Units expected on the day `ahead` days after today. */
export function expectedOn({ ratePerDay, ownWeek, shop }: Outflow, ahead: number): number {
  return ownWeek?.[ahead % 7] ?? ratePerDay * (shop.week[ahead % 7] ?? 1);
}

/** Units expected from today on for `days` days. */
export function expectedOver(outflow: Outflow, days: number): number {
  const weeks = Math.floor(days / 7);
  let units = weeks * 7 * outflow.ratePerDay;
  for (let ahead = weeks * 7; ahead < days; ahead += 1) units += expectedOn(outflow, ahead);
  return units;
}

/** The demand of the next `days` days, today's included. */
export function demandOver(outflow: Outflow, days: number): Spread {
  const { shop, size } = outflow;
  return spreadOver(shop.law, days / shop.grain.days, expectedOver(outflow, days), size);
}

/** The demand of the next `periods` days, or months, whichever the shop's demand is forecast in. */
export function demandOfPeriods(outflow: Outflow, periods: number): Spread {
  const { shop, size, ratePerDay } = outflow;
  if (shop.grain.name === 'day') return demandOver(outflow, periods);
  return spreadOver(shop.law, periods, periods * ratePerDay * shop.grain.days, size);
}

/**
 * The units that the demand of the next `periods` does not exceed with a probability of `level`: not fewer than those of
 * a shorter time, as the law of each length of time is learned for itself.
 */
export function demandQuantile(outflow: Outflow, periods: number, level: number): number {
  const shorter = outflow.shop.grain.horizons.filter((horizon) => horizon < periods);
  return [...shorter, periods].reduce(
    (most, length) => Math.max(most, quantile(level, demandOfPeriods(outflow, length))),
    0,
  );
}

/** The demand of the one day, or month, `ahead` of the present one, itself at 0. */
export function demandOfPeriod(outflow: Outflow, ahead: number): Spread {
  const { shop, size, ratePerDay } = outflow;
  const expected =
    shop.grain.name === 'day' ? expectedOn(outflow, ahead) : ratePerDay * shop.grain.days;
  return spreadOver(shop.law, 1, expected, size);
}

/** What the combination is the mean of; undefined for other methods, and while there is too little past for it. */
export function forecastParts({ history, shop, isShrunk }: Forecast): Parts | undefined {
  const { choice, grain } = shop;
  if (choice.method !== 'combination' || isShrunk) return undefined;
  return partsOf(pastOf(history, choice, grain), grain);
}

/** How far the last 28 days, or six months, were from what would have been forecast before them. */
export function recentErrors({ history, shop }: Forecast): Errors | undefined {
  const { choice, grain } = shop;
  const past = knownPart(pastOf(history, choice, grain));
  const end = past.length - grain.short;
  if (end < grain.least) return undefined;
  const { rate } = outlook(choice, past.subarray(0, end), grain);
  const expected = new Float64Array(grain.short).fill(rate);
  return errorsOf(past.subarray(0, end), past.subarray(end), expected);
}
