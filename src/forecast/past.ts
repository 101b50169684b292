import { addDays, type Day, daysBetween, monthStart } from '../model/day.ts';
import type { Grain } from './grain.ts';
import { type DemandHistory, dailyUnits } from './history.ts';
import { type Choice, isWindowed, type MethodName } from './methods/index.ts';
import { probabilityUpTo, type Spread, unitsShort } from './negative-binomial.ts';
import { knownPart, mean, type Series, variance, withoutGaps } from './series.ts';
import { tempered } from './spikes.ts';

/**
 * What a method is given of a SKU's demand. The plain moving averages take it as it is; the combination, which nobody
 * reckons by hand, takes a single sale out of all scale as a usual large one.
 */
export function pastOf(history: DemandHistory, { method }: Choice, grain: Grain): Series {
  const days = daysOf(history, method);
  return grain.name === 'day' ? days : byMonth(days, history.first);
}

function daysOf(history: DemandHistory, method: MethodName): Series {
  const units = dailyUnits(method === 'combination' ? tempered(history) : history);
  if (history.soldOut?.length) fillSoldOut(units, history.soldOut);
  return isWindowed(method) ? withoutGaps(units) : units;
}

const turns = 10;

/**
 * Puts what is expected to have been asked for on days that sold out in the place of what was sold: the mean of demand
 * given that it was at least that, by turns with the mean of all days that this makes (expectation-maximisation).
 */
function fillSoldOut(units: Series, soldOut: readonly number[]): void {
  const days = new Set(soldOut);
  const sold = soldOut.map((day) => units[day] ?? 0);
  const others = knownPart(units.map((value, day) => (days.has(day) ? Number.NaN : value)));
  // A day that sold out tells nothing of how demand varies.
  const usual = mean(others);
  const dispersion = usual > 0 ? variance(others) / usual : 1;
  for (let turn = 0; turn < turns; turn += 1) {
    const rate = mean(knownPart(units));
    const spread = { mean: rate, variance: rate * Math.max(1, dispersion) };
    soldOut.forEach((day, i) => {
      units[day] = expectedFrom(sold[i] ?? 0, spread);
    });
  }
}

/** The mean of demand that is at least so many units. */
function expectedFrom(least: number, spread: Spread): number {
  const chance = 1 - probabilityUpTo(least - 1, spread);
  return chance < 1e-6 ? least : least + unitsShort(least, spread) / chance;
}

/** Of fewer known days than this a month tells nothing of the whole. */
const leastDays = 20;

/** Units of each month that is known well enough, from the first sale to the last whole one, as if known on every day. */
function byMonth(units: Series, first: Day): Series {
  const months: { month: string; sum: number; known: number }[] = [];
  units.forEach((sold, i) => {
    const month = addDays(first, i).slice(0, 7);
    let own = months.at(-1);
    if (own?.month !== month) {
      own = { month, sum: 0, known: 0 };
      months.push(own);
    }
    if (Number.isNaN(sold)) return;
    own.sum += sold;
    own.known += 1;
  });
  // A month that is not over yet would read as a weak one.
  if (addDays(first, units.length).slice(8) !== '01') months.pop();
  if ((months[0]?.known ?? leastDays) < leastDays) months.shift();
  return Float64Array.from(months, ({ month, sum, known }) =>
    known < leastDays ? Number.NaN : (sum * daysInMonth(month)) / known,
  );
}

function daysInMonth(month: string): number {
  const start = `${month}-01` as Day;
  return daysBetween(start, monthStart(start, 1));
}
