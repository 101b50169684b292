import { type Day, daysBetween } from '../../model/day.ts';
import { type OrderLine, orderDay, sentOf } from '../../model/order.ts';
import { tellsShipDays } from '../../model/told.ts';
import { cancelledBy, outstandingUnits } from '../outstanding.ts';

/** How long customers wait before they cancel, as the shop's own lines tell. */
export interface Patience {
  /** The share of units that are cancelled when they have to wait so many days; 0 for none. */
  readonly cancelled: (days: number) => number;
  /** The share that is sure: of classes of which fewer than ten units are on record nothing is counted. */
  readonly proven: (days: number) => number;
  /** What of it is on record, up to the class of waits that so many days fall into. */
  readonly upTo: (days: number) => readonly WaitClass[];
  /** From the shortest waits to the longest. */
  readonly classes: readonly WaitClass[];
}

/** Units that waited more than `from` days and what became of them by the day `to` of their wait. */
export interface WaitClass {
  readonly from: number;
  /** Undefined in the last class. */
  readonly to: number | undefined;
  /** Units that waited longer than `from` days; in the first class all. */
  readonly waited: number;
  readonly cancelled: number;
  /** Days that units waited within the class, added up. */
  readonly unitDays: number;
  /** The share of units that a day of the class takes away, the assumption counted in. */
  readonly perDay: number;
}

/** The last day of each class but the last. */
const ends = [7, 14, 30, 60] as const;
/** The days of the last class that the assumption counts as. */
const openClassDays = 60;

/** What is assumed of customers before the shop's own lines tell: one unit of ten is cancelled within 30 days. */
export const assumed = { share: 0.1, days: 30 } as const;
/** The assumption weighs as much as so many units that wait through a class. */
export const assumedUnits = 10;

/** Units of a line that waited alike. */
interface Wait {
  readonly units: number;
  readonly days: number;
  readonly isCancelled: boolean;
}

/**
 * Learns from order lines how many units are cancelled a day, by how long they have waited already: units cancelled in a
 * class of waits ÷ days that units waited in it. Units that were shipped or are open still count for the days that they
 * waited, as in the estimate of Kaplan and Meier, of which this is the form with few steps (M. Friedman, Piecewise
 * exponential models for survival data with covariates, Annals of Statistics 10, 1982). Small samples are drawn to the
 * assumption as a rate with a gamma prior is (Gelman et al., Bayesian Data Analysis, section 2.6).
 */
export function patienceOf(lines: readonly OrderLine[], today: Day): Patience {
  const waits = lines.filter(tellsShipDays(lines, today)).flatMap((line) => waitsOf(line, today));
  const classes = [...ends, undefined].map((to, i) => classOf(waits, ends[i - 1] ?? 0, to));
  const proven = classes.filter(({ waited }) => waited >= assumedUnits);
  return {
    cancelled: (days) => shareOver(classes, days),
    proven: (days) => shareOver(proven, days),
    upTo: (days) => classes.filter(({ from }) => from === 0 || from < days),
    classes,
  };
}

/**
 * What a line tells. Orders that were never paid tell nothing of customers, nor do units of which nobody knows when they
 * left or were cancelled, nor lines of files that do not tell when units left: there only those who cancelled would
 * count. An open line is known as of the export that told what was shipped.
 */
function waitsOf(line: OrderLine, today: Day): Wait[] {
  if (line.paymentState === 'voided' || line.orderId === '') return [];
  const ordered = orderDay(line);
  const waits: Wait[] = [];
  const note = (units: number, day: Day | undefined, isCancelled: boolean) => {
    if (units > 0 && day !== undefined && day >= ordered)
      waits.push({ units, days: daysBetween(ordered, day), isCancelled });
  };
  for (const { units, day } of sentOf(line, today)) note(units, day, false);
  note(cancelledBy(line, today), line.cancelledAt, true);
  const known = line.progressAsOf;
  note(outstandingUnits(line, today), known !== undefined && known > today ? today : known, false);
  return waits;
}

/** What is shipped or cancelled on the day of its order counts as having waited half of it. */
function lengthOf({ days }: Wait): number {
  return Math.max(0.5, days);
}

function classOf(waits: readonly Wait[], from: number, to: number | undefined): WaitClass {
  const until = to ?? Number.POSITIVE_INFINITY;
  const inIt = waits.filter((wait) => lengthOf(wait) > from);
  const units = (some: readonly Wait[]) => some.reduce((sum, wait) => sum + wait.units, 0);
  const cancelled = units(inIt.filter((wait) => wait.isCancelled && wait.days <= until));
  const unitDays = inIt.reduce(
    (sum, wait) => sum + wait.units * (Math.min(lengthOf(wait), until) - from),
    0,
  );
  const priorDays = assumedUnits * ((to ?? from + openClassDays) - from);
  const priorPerDay = -Math.log(1 - assumed.share) / assumed.days;
  const perDay = (cancelled + priorDays * priorPerDay) / (unitDays + priorDays);
  return { from, to, waited: units(inIt), cancelled, unitDays, perDay };
}

function shareOver(classes: readonly WaitClass[], days: number): number {
  const hazard = classes.reduce((sum, { from, to, perDay }) => {
    const inIt = Math.min(days, to ?? days) - from;
    return sum + Math.max(0, inIt) * perDay;
  }, 0);
  return 1 - Math.exp(-hazard);
}
