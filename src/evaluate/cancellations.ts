import { type Day, daysBetween } from '../model/day.ts';
import { cancelledUnits, type OrderLine } from '../model/order.ts';
import { type Status, statuses } from '../model/status.ts';
import { tellsOf } from '../model/told.ts';
import { patienceOf, type WaitClass } from '../plan/strategy/patience.ts';
import { countBounds, isLarger } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import { all, type Figure, type Group, type Measure, shareFigure } from './figure.ts';
import type { Sale } from './sales.ts';

/** What customers took back. */
export interface CancelRecord {
  readonly today: Day;
  readonly sales: readonly Sale[];
  /** The lines that waits are learned from: all that are known. */
  readonly lines: readonly OrderLine[];
  /** Whether the money of a line went back. */
  readonly isRefunded: (line: OrderLine) => boolean;
}

/**
 * `cancelled`: units cancelled ÷ units ordered (sample), whoever cancelled them, by the status when ordered. `cancelled-per-day`:
 * units cancelled ÷ days that units waited (sample), by how long they had waited already: the share of waiting units that a day
 * takes away, of which units that shipped or still wait are part for as long as they waited. `refunded`: units of lines whose
 * money went back ÷ units ordered (sample), by the status when ordered and by how long the line had waited when it left, was
 * cancelled or was last heard of. Lines of exports that never told of a cancellation, or of money paid back, are in neither: nobody
 * knows whether there was none.
 */
export function cancelFigures(record: CancelRecord): readonly Figure[] {
  const { sales, isRefunded } = record;
  const telling = tellingSales(record);
  const paidBack = tellingOf(sales, isRefunded);
  const classes = classesOf(record);
  const cancelled = ({ cancelled: units }: Sale) => units;
  const refunded = ({ line }: Sale) => (isRefunded(line) ? line.quantity : 0);
  return [
    unitsFigure('cancelled', all, telling, cancelled),
    ...byStatus('cancelled', telling, cancelled),
    paceFigure(all, classes),
    ...classes.flatMap((one) => {
      const name = waitName(one);
      return one.unitDays === 0 ? [] : [paceFigure({ by: 'wait', name }, [one])];
    }),
    unitsFigure('refunded', all, paidBack, refunded),
    ...byStatus('refunded', paidBack, refunded),
    ...classes.flatMap((one) => {
      const own = paidBack.filter((sale) => isIn(one, waitOf(sale)));
      const group: Group = { by: 'wait', name: waitName(one) };
      return own.length === 0 ? [] : [unitsFigure('refunded', group, own, refunded)];
    }),
  ];
}

const wasCancelled = (line: OrderLine): boolean => cancelledUnits(line) > 0;

/** Lines of exports that tell of cancellations. */
function tellingSales({ sales }: Pick<CancelRecord, 'sales'>): readonly Sale[] {
  return tellingOf(sales, wasCancelled);
}

function tellingOf(
  sales: readonly Sale[],
  happened: (line: OrderLine) => boolean,
): readonly Sale[] {
  const lines = sales.map(({ line }) => line);
  const tells = tellsOf(lines, happened);
  // What a list of open orders lacks may have left or been cancelled.
  return sales.filter(({ line }) => tells(line) && !line.leftUnseen);
}

function classesOf({ lines, today }: Pick<CancelRecord, 'lines' | 'today'>): readonly WaitClass[] {
  const tells = tellsOf(lines, wasCancelled);
  return patienceOf(lines.filter(tells), today).classes;
}

/** `0-7 days`, `8-14 days` … `over 60 days`. */
function waitName({ from, to }: WaitClass): string {
  if (to === undefined) return `over ${from} days`;
  return `${from === 0 ? 0 : from + 1}-${to} days`;
}

function isIn({ from, to }: WaitClass, days: number | undefined): boolean {
  if (days === undefined) return false;
  return (days > from || from === 0) && days <= (to ?? days);
}

/** Calendar days that a line waited; undefined where nobody told what became of it. */
function waitOf(sale: Sale): number | undefined {
  const { ordered, shippedOn, cancelled, line, isDated, isOpen } = sale;
  const heard = isOpen ? line.progressAsOf : undefined;
  const until = shippedOn ?? (cancelled > 0 ? line.cancelledAt : heard);
  return until === undefined || !isDated ? undefined : Math.max(0, daysBetween(ordered, until));
}

function unitsFigure(
  measure: Measure,
  group: Group,
  sales: readonly Sale[],
  unitsOf: (sale: Sale) => number,
): Figure {
  const sum = (of: (sale: Sale) => number) => sales.reduce((total, sale) => total + of(sale), 0);
  return shareFigure(
    measure,
    group,
    sum(unitsOf),
    sum(({ line }) => line.quantity),
  );
}

function byStatus(
  measure: Measure,
  sales: readonly Sale[],
  unitsOf: (sale: Sale) => number,
): Figure[] {
  return statuses.flatMap((name) => {
    const own = sales.filter(({ status }) => status === name);
    return own.length === 0 ? [] : [unitsFigure(measure, { by: 'status', name }, own, unitsOf)];
  });
}

interface Pace {
  readonly cancelled: number;
  readonly unitDays: number;
}

function paceOf(classes: readonly Pace[]): Pace & { readonly perDay: number | undefined } {
  const cancelled = classes.reduce((sum, one) => sum + one.cancelled, 0);
  const unitDays = classes.reduce((sum, one) => sum + one.unitDays, 0);
  return { cancelled, unitDays, perDay: unitDays === 0 ? undefined : cancelled / unitDays };
}

function paceFigure(group: Group, classes: readonly WaitClass[]): Figure {
  const { unitDays, perDay } = paceOf(classes);
  return {
    measure: 'cancelled-per-day',
    group,
    value: perDay,
    unit: 'share per day',
    sample: Math.round(unitDays),
    note: perDay === undefined ? { kind: 'nothing-known' } : undefined,
  };
}

/** From so many cancelled lines on their pace is known to within two thirds. */
const leastCancelled = 10;

/**
 * Concluded from ten cancelled lines on. Units of one line are cancelled together: the bounds are those of the number of lines
 * (Poisson, 95 %). That customers grow impatient is concluded where the pace of a class of waits lies above that of all shorter
 * ones by more than both bounds, and that those who wait for goods cancel more often where the shares' bounds do not meet.
 */
export function cancelConclusions(
  record: CancelRecord,
  backorderMaxWaitDays: number,
): readonly Conclusion[] {
  const sales = tellingSales(record);
  const classes = classesOf(record);
  const known = sales.filter(({ isDated, cancelled }) => isDated && cancelled > 0);
  const countIn = (some: readonly WaitClass[]) =>
    known.filter((sale) => some.some((one) => isIn(one, cancelWait(sale)))).length;
  return [
    ...paceConclusion(classes, countIn(classes)),
    ...fasterConclusion(classes, countIn, backorderMaxWaitDays),
    ...aheadConclusion(sales),
  ];
}

function cancelWait({ ordered, line }: Sale): number | undefined {
  return line.cancelledAt && Math.max(0, daysBetween(ordered, line.cancelledAt));
}

function paceConclusion(classes: readonly WaitClass[], count: number): Conclusion[] {
  const { perDay, cancelled } = paceOf(classes);
  if (perDay === undefined || count < leastCancelled) return [];
  const bounds = scaled(perDay, count);
  return [
    { kind: 'cancel-pace', perDay, bounds, units: cancelled, within: sharesOf(classes).at(-1) },
  ];
}

/** Of a class of waits so many days, added up over units, tell what becomes of it. */
const leastUnitDays = 500;

/** The share of units cancelled by the end of each class, up to the first of which too little is on record. */
function sharesOf(classes: readonly WaitClass[]): { days: number; share: number }[] {
  const unknown = classes.findIndex(({ unitDays }) => unitDays < leastUnitDays);
  let hazard = 0;
  return classes.slice(0, unknown < 0 ? classes.length : unknown).flatMap((one) => {
    if (one.to === undefined) return [];
    hazard += (paceOf([one]).perDay ?? 0) * (one.to - one.from);
    return [{ days: one.to, share: 1 - Math.exp(-hazard) }];
  });
}

function scaled(perDay: number, count: number) {
  const { low, high } = countBounds(count);
  return { low: (perDay * low) / count, high: (perDay * high) / count };
}

function fasterConclusion(
  classes: readonly WaitClass[],
  countIn: (some: readonly WaitClass[]) => number,
  configured: number,
): Conclusion[] {
  const found = classes.findIndex((one, i) => {
    const shorter = classes.slice(0, i);
    const [own, others] = [paceOf([one]), paceOf(shorter)];
    const [count, before] = [countIn([one]), countIn(shorter)];
    if (own.perDay === undefined || others.perDay === undefined) return false;
    if (count < leastCancelled || before < leastCancelled) return false;
    return scaled(own.perDay, count).low > scaled(others.perDay, before).high;
  });
  const own = classes[found];
  if (!own) return [];
  const [perDay, before] = [paceOf([own]).perDay ?? 0, paceOf(classes.slice(0, found)).perDay ?? 0];
  return [{ kind: 'cancel-faster', after: own.from, perDay, before, configured }];
}

function aheadConclusion(sales: readonly Sale[]): Conclusion[] {
  const of = (...names: readonly Status[]): [number, number] => {
    const own = sales.filter(({ status }) => status !== undefined && names.includes(status));
    return [own.filter(({ cancelled }) => cancelled > 0).length, own.length];
  };
  const [ahead, inStock] = [of('backorder', 'preorder'), of('available')];
  if (ahead[0] < leastCancelled || !isLarger(ahead, inStock)) return [];
  const share = ([count, lines]: [number, number]) => count / Math.max(1, lines);
  return [
    { kind: 'ahead-cancelled', ahead: share(ahead), inStock: share(inStock), lines: ahead[1] },
  ];
}
