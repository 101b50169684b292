import { addDays, type Day, weekdayOf } from '../model/day.ts';
import { once } from '../model/once.ts';
import { daily, type Grain } from './grain.ts';
import type { DemandHistory } from './history.ts';
import { learnLaw, type Trials, type VarianceLaw } from './law.ts';
import { type Choice, pastRates, usualChoice } from './methods/index.ts';
import { pastOf } from './past.ts';
import { knownPart, mean, percentile, type Series } from './series.ts';
import { tempered } from './spikes.ts';
import { temperedIndex, weekdayIndex } from './weekdays.ts';

/** What the SKUs of a shop have in common, which each alone has too little past to tell. */
export interface Shop {
  readonly choice: Choice;
  readonly grain: Grain;
  /** How far demand strays from its forecast. */
  readonly law: VarianceLaw;
  /** The same by the expectation alone, whatever the sizes of a SKU's sales: it holds the tail of lumpy demand. */
  readonly pooledLaw: VarianceLaw;
  /** The usual unevenness of the sizes of a SKU's sales: 1 where all are the same. */
  readonly unevenness: number;
  /** Units per period of the SKUs: their mean, and the shape of the gamma distribution that they follow. */
  readonly rates: { readonly mean: number; readonly shape: number };
  /** How much of the mean day's demand comes today, tomorrow … on each of seven days: their mean is 1. */
  readonly week: readonly number[];
}

/** Sales of the last year: their number, their units and the units squared. */
interface Sales {
  readonly count: number;
  readonly units: number;
  readonly squares: number;
}

function salesOf(known: Series, end: number, grain: Grain): Sales {
  let [count, units, squares] = [0, 0, 0];
  for (let i = Math.max(0, end - grain.year); i < end; i += 1) {
    const sold = known[i] ?? 0;
    if (sold <= 0) continue;
    count += 1;
    units += sold;
    squares += sold * sold;
  }
  return { count, units, squares };
}

const unevennessOf = ({ count, units, squares }: Sales) => (squares * count) / (units * units);

/** As many sales weigh as much as what is usual in the shop. */
const usualSales = 3;

/**
 * The size factor of a SKU, Σy² ÷ Σy in units: the variance of demand that comes in lots of such sizes is as many times
 * its mean. Of few sales the unevenness is drawn to what is usual. At least 1.
 */
export function sizeFactor(
  known: Series,
  grain: Grain,
  unevenness: number,
  end = known.length,
): number {
  const sales = salesOf(known, end, grain);
  if (sales.count === 0) return 1;
  const own = sales.count / (sales.count + usualSales);
  const shape = own * unevennessOf(sales) + (1 - own) * unevenness;
  return Math.max(1, (shape * sales.units) / sales.count);
}

/** What SKUs have in common, and the shop's errors, are learned from so many at the most: more tell nothing else. */
const mostSampled = 1000;
const mostJudged = 300;
/** From so many days of the past each. */
const origins = 13;

/** Every second, third … of more than `most`. */
export function someOf<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, i) => i % step === 0);
}

/** Learns what a shop's SKUs have in common from the past of each, in a fixed order. */
export function learnShop(
  histories: readonly DemandHistory[],
  today: Day,
  choice: Choice = usualChoice,
  grain: Grain = daily,
): Shop {
  const known = someOf(histories, mostSampled).map((history) =>
    knownPart(pastOf(history, choice, grain)),
  );
  const sales = known
    .map((past) => salesOf(past, past.length, grain))
    .filter(({ count }) => count > 0);
  const unevenness = sales.length === 0 ? 1 : percentile(sales.map(unevennessOf), 0.5);
  const trials = trialsOf(known, unevenness, choice, grain);
  const pooledLaw = once(() =>
    trials.map((own) => learnLaw(own.horizon, { ...own, size: own.size.map(() => 1) }, grain)),
  );
  return {
    choice,
    grain,
    law: trials.map((own) => learnLaw(own.horizon, own, grain)),
    get pooledLaw() {
      return pooledLaw();
    },
    unevenness,
    rates: ratesOf(known, unevenness, grain),
    week: grain.name === 'day' ? weekFrom(today, histories) : levelWeek,
  };
}

const levelWeek = [1, 1, 1, 1, 1, 1, 1];

/** The week of the whole shop over the last year: a SKU has too few sales for one of its own. */
function weekFrom(today: Day, histories: readonly DemandHistory[]): readonly number[] {
  const longest = histories.reduce((most, { days: own }) => Math.max(most, own), 0);
  const days = Math.min(daily.year, longest);
  const units = new Float64Array(days);
  let sales = 0;
  for (const history of histories) {
    const { soldOn, sold, days: length } = tempered(history);
    for (let i = soldOn.length - 1; i >= 0; i -= 1) {
      const at = days - length + (soldOn[i] ?? 0);
      if (at < 0) break;
      units[at] = (units[at] ?? 0) + (sold[i] ?? 0);
      sales += 1;
    }
  }
  const first = weekdayOf(addDays(today, -days));
  const index = temperedIndex(weekdayIndex(units, first), sales, Math.floor(days / 7));
  return index.map((_, ahead) => index[(weekdayOf(today) + ahead) % 7] ?? 1);
}

/** Trials of each horizon: past days whose horizon is over, each forecast from what was known at it. */
function trialsOf(
  known: readonly Series[],
  unevenness: number,
  choice: Choice,
  grain: Grain,
): readonly (Trials & { readonly horizon: number })[] {
  const shortest = grain.least + Math.min(...grain.horizons);
  const long = known.filter(({ length }) => length >= shortest);
  const trials = grain.horizons.map((horizon) => ({
    horizon,
    expected: [] as number[],
    size: [] as number[],
    actual: [] as number[],
  }));
  for (const past of someOf(long, mostJudged)) {
    const ends = endsOf(past, grain);
    const rates = pastRates(choice, past, ends, grain);
    const sizes = ends.map((end) => sizeFactor(past, grain, unevenness, end));
    for (const { horizon, ...own } of trials) {
      const latest = past.length - horizon;
      ends.forEach((end, i) => {
        if (end > latest || end <= latest - origins * grain.step) return;
        own.expected.push((rates[i] ?? 0) * horizon);
        own.size.push(sizes[i] ?? 1);
        own.actual.push(horizon * mean(past, end, end + horizon));
      });
    }
  }
  return trials;
}

/** The lengths of the past from which one of the horizons is forecast, in order: the same for all of them. */
function endsOf(past: Series, { horizons, step, least }: Grain): number[] {
  const oldest = past.length - Math.max(...horizons) - origins * step;
  const ends: number[] = [];
  for (let end = past.length - step; end >= least && end > oldest; end -= step) ends.push(end);
  return ends.reverse();
}

/** No shop's SKUs are taken to be more alike than this. */
const mostAlike = 20;

/** The gamma distribution of the SKUs' rates: what their means vary beyond what chance makes of so many periods. */
function ratesOf(known: readonly Series[], unevenness: number, grain: Grain): Shop['rates'] {
  const long = known.filter(({ length }) => length >= grain.least);
  const judged = long.length >= 5 ? long : known.filter(({ length }) => length > 0);
  if (judged.length === 0) return { mean: 0, shape: mostAlike };
  const means = judged.map((past) => mean(past));
  const overall = mean(means);
  const chance = mean(
    judged.map((past, i) => (sizeFactor(past, grain, unevenness) * (means[i] ?? 0)) / past.length),
  );
  const spread = mean(means.map((rate) => (rate - overall) ** 2)) - chance;
  const square = overall * overall;
  return { mean: overall, shape: square / Math.max(spread, square / mostAlike) };
}

/**
 * Units per period of a SKU with a short past, drawn to the shop's: the less of it there is, the nearer (empirical Bayes
 * of a gamma-Poisson, in lots of the SKU's size factor).
 */
export function shrunkRate(known: Series, size: number, { rates }: Shop): number {
  if (rates.mean <= 0) return mean(known);
  const lots = (known.length * mean(known)) / size;
  return (size * (lots + rates.shape)) / (known.length + (rates.shape * size) / rates.mean);
}
