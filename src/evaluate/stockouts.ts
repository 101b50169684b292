import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { Sku } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import { isOut, runsOut } from '../plan/stockout.ts';
import type { FileDays } from '../suppliers/past.ts';
import { nearestRank } from '../suppliers/quantile.ts';
import type { Shown } from '../suppliers/shown.ts';
import { shareBounds } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import { all, type Figure, type Group, type Measure, type Note } from './figure.ts';
import type { OwnOrders } from './own-orders.ts';

/** What suppliers' files showed and what our own orders left of it. */
export interface StockOutcome {
  readonly today: Day;
  readonly files: ReadonlyMap<string, FileDays>;
  readonly shown: Shown;
  readonly orders: OwnOrders;
}

type Driver = PlannedSku['drain']['driver'];
const drivers: readonly Driver[] = ['own-orders', 'supplier-depletion'];

/** The days by which a SKU was to be gone, as a past plan said, and what became of it. */
export interface Prediction {
  readonly madeOn: Day;
  /** Whose purchases it was taken to be, as the plan of the day had it. */
  readonly driver: Driver;
  readonly early: Day | undefined;
  readonly middle: Day | undefined;
  readonly late: Day | undefined;
  /** Dates from this day on rest on goods that were to come: they are not judged. */
  readonly firstArrival: Day | undefined;
  readonly course: Course;
}

/** What files tell of the stock of a SKU after a day. */
interface Course {
  /** The last file day on whose morning there was some left that was there on the day of the prediction. */
  readonly lastIn: Day;
  /** The first file day on whose morning it was gone; undefined where goods came in before, or no file tells. */
  readonly firstOut: Day | undefined;
}

/**
 * Compares what past plans said of running out with what files showed. Judged are SKUs that had stock on the day, and dates before
 * the first arrival that was known; of what goods came in for before it ran out only the dates until then.
 */
export function predictionsOf(plan: Plan, outcome: StockOutcome): readonly Prediction[] {
  return plan.skus
    .filter((planned) => !planned.isKit && planned.supply.sources.length > 0 && !isOut(planned))
    .flatMap((planned) => {
      const course = courseOf(planned, plan.today, outcome);
      if (!course) return [];
      const day = (level: number) => runsOut(planned, level, plan.today);
      const firstArrival = planned.supply.arrivals.map((arrival) => arrival.day).toSorted()[0];
      return [
        {
          madeOn: plan.today,
          driver: planned.drain.driver,
          early: day(0.1),
          middle: day(0.5),
          late: day(0.9),
          firstArrival,
          course,
        },
      ];
    });
}

function courseOf(
  { sku, supply }: PlannedSku,
  today: Day,
  outcome: StockOutcome,
): Course | undefined {
  const suppliers = [...new Set(supply.sources.map(({ supplier }) => supplier))];
  const days = suppliers.flatMap((supplier) => outcome.files.get(supplier)?.days ?? []);
  const later = [...new Set(days)].filter((day) => day > today && day < outcome.today).toSorted();
  let before = unitsOn(sku, suppliers, today, outcome);
  if (before === undefined) return undefined;
  let lastIn = today;
  for (const day of later) {
    const units = unitsOn(sku, suppliers, day, outcome);
    // Goods came in, or nobody tells: what was there is no longer told apart.
    if (units === undefined || units > before) return { lastIn, firstOut: undefined };
    if (units - outcome.orders.pending(sku, day) <= 0) return { lastIn, firstOut: day };
    before = units;
    lastIn = day;
  }
  return { lastIn, firstOut: undefined };
}

/** Counted units of all suppliers; undefined where one states no count, or no file tells. */
function unitsOn(
  sku: Sku,
  suppliers: readonly string[],
  day: Day,
  { shown }: StockOutcome,
): number | undefined {
  const units = suppliers.map((supplier) => shown(supplier, sku, day));
  const sum = units.reduce<number>((total, one) => total + (one ?? Number.NaN), 0);
  return Number.isFinite(sum) ? sum : undefined;
}

/**
 * How surely it was gone by the end of a day: a file of the morning after the last units went shows none. Between two files
 * each day is as likely. Undefined where nobody can tell.
 */
function goneBy(day: Day, { lastIn, firstOut }: Course): number | undefined {
  if (day < lastIn) return 0;
  if (firstOut === undefined) return undefined;
  if (day >= addDays(firstOut, -1)) return 1;
  return (daysBetween(lastIn, day) + 1) / daysBetween(lastIn, firstOut);
}

/** What became of predictions over a stretch of time. */
interface Stretch {
  /** Those that were still in stock when it began and whose end is judged. */
  readonly begun: number;
  /** Of these, those that goods came in for, or of which no more is told, before it ended. */
  readonly lost: number;
  /** Those that ran out in it; of two files each day in between counts as likely. */
  readonly gone: number;
}

function stretchOf(predictions: readonly Prediction[], start: DayOf, end: DayOf): Stretch {
  let [begun, lost, gone] = [0, 0, 0];
  for (const one of predictions) {
    const [from, until] = [start(one), end(one)];
    if (from === undefined || until === undefined || isBehindArrival(until, one)) continue;
    const [before, after] = [goneBy(from, one.course), goneBy(until, one.course)];
    if (before === undefined) continue;
    begun += 1 - before;
    if (after === undefined) lost += 1 - before;
    else gone += after - before;
  }
  return { begun, lost, gone };
}

function isBehindArrival(day: Day, { firstArrival }: Prediction): boolean {
  return firstArrival !== undefined && day >= firstArrival;
}

type DayOf = (one: Prediction) => Day | undefined;

const start: DayOf = ({ madeOn }) => addDays(madeOn, -1);
const beforeEarly: DayOf = ({ early }) => early && addDays(early, -1);
const byMiddle: DayOf = ({ middle }) => middle;
const byLate: DayOf = ({ late }) => late;

/** The share gone by a day, and how many predictions its last stretch is of. */
interface Judged {
  readonly share: number | undefined;
  readonly sample: number;
  readonly lost: number;
}

/**
 * The share gone by the end of several stretches, as the life tables of actuaries reckon it (Cutler, Ederer, Journal of Chronic
 * Diseases 8, 1958): of each stretch what ran out ÷ what it began with, of which what was lost on the way counts half.
 */
function shareOver(stretches: readonly Stretch[]): Judged {
  let [left, sample, lost]: [number | undefined, number, number] = [1, 0, 0];
  for (const stretch of stretches) {
    const watched = stretch.begun - stretch.lost / 2;
    // Where all were lost from sight on the way nobody knows.
    const isSeen = stretch.lost < stretch.begun;
    left = left === undefined || !isSeen ? undefined : left * (1 - stretch.gone / watched);
    sample = Math.round(stretch.begun);
    lost = Math.round(stretch.lost);
  }
  return { share: left === undefined ? undefined : Math.min(1, 1 - left), sample, lost };
}

function judgedOf(predictions: readonly Prediction[]): readonly [Measure, Judged][] {
  const first = stretchOf(predictions, start, beforeEarly);
  const second = stretchOf(predictions, beforeEarly, byMiddle);
  const third = stretchOf(predictions, byMiddle, byLate);
  return [
    ['stockout-before-early', shareOver([first])],
    ['stockout-by-middle', shareOver([first, second])],
    ['stockout-by-late', shareOver([first, second, third])],
  ];
}

/**
 * `stockout-before-early`: the share of SKUs gone before the early date, at most 0.1 is right; `stockout-by-middle`,
 * `stockout-by-late`: gone by the end of that date, 0.5 and 0.9 at least are right (sample: predictions in stock when the stretch up to
 * the date began). `stockout-error`: the median of the days from the middle date to the day of running out, below 0 it ran out sooner
 * (sample: SKUs that ran out).
 */
export function stockoutFigures(predictions: readonly Prediction[]): readonly Figure[] {
  const byDriver = drivers.flatMap((name) => {
    const own = predictions.filter(({ driver }) => driver === name);
    return judgedFigures({ by: 'driver', name }, own).filter(({ sample }) => sample > 0);
  });
  return [...judgedFigures(all, predictions), ...byDriver, errorFigure(predictions)];
}

function judgedFigures(group: Group, predictions: readonly Prediction[]): readonly Figure[] {
  return judgedOf(predictions).map(([measure, { share, sample, lost }]): Figure => {
    const note = share === undefined ? nothingKnown : lost > 0 ? lostNote(lost) : undefined;
    return { measure, group, value: share, unit: 'share', sample, note };
  });
}

function errorFigure(predictions: readonly Prediction[]): Figure {
  const errors = predictions.flatMap((one) => errorOf(one) ?? []);
  const note: Note = errors.length === 0 ? nothingKnown : { kind: 'ran-out-only' };
  const [value, sample] = [nearestRank(errors, 0.5), errors.length];
  return { measure: 'stockout-error', group: all, value, unit: 'days', sample, note };
}

const nothingKnown: Note = { kind: 'nothing-known' };

function lostNote(predictions: number): Note {
  return { kind: 'cannot-be-judged', predictions };
}

function errorOf(one: Prediction): number | undefined {
  const { middle, course } = one;
  const { lastIn, firstOut } = course;
  if (middle === undefined || firstOut === undefined) return undefined;
  if (isBehindArrival(middle, one)) return undefined;
  const span = daysBetween(lastIn, firstOut);
  // The middle of the days on which it can have run out: from that of the last file to the one before the first without it.
  return daysBetween(middle, addDays(lastIn, Math.floor((span - 1) / 2)));
}

const leastPredictions = 20;

/**
 * Concluded of 20 predictions and more, those by our own orders and those by suppliers' falling stock for themselves: the dates come too
 * late where more ran out before the early date than one in ten, and too soon where fewer were gone by the late date than nine in
 * ten, each by more than chance (Wilson, 95 %).
 */
export function stockoutConclusions(predictions: readonly Prediction[]): readonly Conclusion[] {
  return drivers.flatMap((driver) => {
    const own = predictions.filter((one) => one.driver === driver);
    return judgedOf(own).flatMap(
      ([measure, judged]) => conclusionOf(driver, measure, judged) ?? [],
    );
  });
}

function conclusionOf(
  driver: Driver,
  measure: Measure,
  { share, sample, lost }: Judged,
): Conclusion | undefined {
  if (share === undefined || sample < leastPredictions) return undefined;
  const watched = sample - lost / 2;
  const { low, high } = shareBounds(share * watched, watched);
  const facts = { kind: 'stockouts-off', driver, share, sample } as const;
  if (measure === 'stockout-before-early' && low > 0.1) return { ...facts, isTooLate: true };
  if (measure === 'stockout-by-late' && high < 0.9) return { ...facts, isTooLate: false };
  return undefined;
}
