import { daysBetween, workingDaysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import { byBytes } from '../model/sku.ts';
import { dateBases, statuses } from '../model/status.ts';
import { nearestRank } from '../suppliers/quantile.ts';
import { shareBounds } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import { all, type Figure, type Group, isTooUnknown, shareFigure } from './figure.ts';
import type { Sale } from './sales.ts';

/** A date that four of five do not keep is worth little; so many lines must tell. */
const wanted = 0.8;
const leastLines = 20;

/**
 * `dates-kept`: lines shipped by the date told ÷ lines whose date is over (sample); by supplier, by status when ordered, and by
 * what the date rested on. `days-late`: the median of the calendar days by which late lines left after their date (sample: late
 * lines that have left). `ship-days-p80`: the working days after the order within which four of five lines that were promised
 * from stock left (sample: such lines). None of them where of more than one line in ten whose date is over nobody told what became of it.
 */
export function promiseFigures(
  sales: readonly Sale[],
  termsOf: (supplier: string) => SupplierTerms,
): readonly Figure[] {
  const told = overSales(sales);
  const hasRuns = sales.some(({ status }) => status !== undefined);
  return [
    ...keptFigures(all, told),
    ...suppliersIn(told).flatMap(([name, own]) => {
      if (!own.some(isJudged)) return [];
      const group: Group = { by: 'supplier', name };
      return [...keptFigures(group, own), shipDaysFigure(name, own, termsOf)];
    }),
    ...(hasRuns ? [] : [{ ...keptFigure({ by: 'status', name: 'available' }, []), note: noRuns }]),
    ...statuses.flatMap((name) => ofGroup({ by: 'status', name }, told, ({ status }) => status)),
    ...dateBases.flatMap((name) => ofGroup({ by: 'basis', name }, told, ({ basis }) => basis)),
  ];
}

/** Lines whose date is over, judged or of unknown fate. */
function overSales(sales: readonly Sale[]): readonly Sale[] {
  return sales.filter((sale) => isJudged(sale) || sale.isUnknown);
}

const noRuns = { kind: 'no-runs' } as const;

/** Sales by who sent them, in the order of the suppliers' names. */
export function suppliersIn(sales: readonly Sale[]): readonly (readonly [string, Sale[]])[] {
  const own = groupBy(sales, ({ supplier }) => supplier);
  return [...own]
    .flatMap(([name, ones]) => (name === undefined ? [] : [[name, ones] as const]))
    .toSorted(([a], [b]) => byBytes(a, b));
}

function ofGroup(
  group: Extract<Group, { by: 'status' | 'basis' }>,
  told: readonly Sale[],
  nameOf: (sale: Sale) => string | undefined,
): Figure[] {
  const own = told.filter((sale) => nameOf(sale) === group.name);
  return own.some(isJudged) ? [keptFigure(group, own)] : [];
}

function keptFigures(group: Group, told: readonly Sale[]): Figure[] {
  return [keptFigure(group, told), lateFigure(group, told)];
}

function keptFigure(group: Group, told: readonly Sale[]): Figure {
  const judged = told.filter(isJudged);
  const lines = told.length - judged.length;
  const note = lines > 0 ? ({ kind: 'unknown-fate', lines } as const) : undefined;
  const figure = shareFigure(
    'dates-kept',
    group,
    judged.filter(isKept).length,
    judged.length,
    note,
  );
  return isWellKnown(told) ? figure : { ...figure, value: undefined };
}

const isJudged = ({ kept }: Sale): boolean => kept !== undefined;

/** Whether those that are judged stand for all. */
function isWellKnown(told: readonly Sale[]): boolean {
  const judged = told.filter(isJudged).length;
  return !isTooUnknown(told.length - judged, judged);
}

const isKept = ({ kept }: Sale): boolean => kept === true;

function lateFigure(group: Group, told: readonly Sale[]): Figure {
  const days = told
    .filter(isJudged)
    .flatMap(({ due, shippedOn }) =>
      shippedOn !== undefined && shippedOn > due ? [daysBetween(due, shippedOn)] : [],
    );
  const value = isWellKnown(told) ? nearestRank(days, 0.5) : undefined;
  return { measure: 'days-late', group, value, unit: 'days', sample: days.length };
}

/**
 * Working days from the order to the last unit of lines that the first run promised from stock, or that were shown in stock and
 * had left before a run saw them.
 */
function shipDays(own: readonly Sale[], { holidays }: SupplierTerms): number[] {
  if (!isWellKnown(own)) return [];
  return own
    .filter(isJudged)
    .filter(({ basis, status }) => basis === 'stock' || (!basis && status === 'available'))
    .flatMap(({ ordered, shippedOn }) =>
      shippedOn === undefined ? [] : [workingDaysBetween(ordered, shippedOn, holidays)],
    );
}

function shipDaysFigure(
  name: string,
  own: readonly Sale[],
  termsOf: (supplier: string) => SupplierTerms,
): Figure {
  const days = shipDays(own, termsOf(name));
  const group: Group = { by: 'supplier', name };
  const value = nearestRank(days, wanted);
  return { measure: 'ship-days-p80', group, value, unit: 'working days', sample: days.length };
}

/**
 * Concluded where fewer than four of five dates were kept even at the upper end of what the sample stands for (Wilson, 95 %),
 * of 20 lines and more.
 */
export function promiseConclusions(
  sales: readonly Sale[],
  termsOf: (supplier: string) => SupplierTerms,
): readonly Conclusion[] {
  const told = overSales(sales);
  return [
    ...suppliersIn(told).flatMap(([supplier, own]) => shipsLater(supplier, own, termsOf)),
    ...(['learned', 'typical'] as const).flatMap((basis): Conclusion[] => {
      const own = told.filter((sale) => sale.basis === basis);
      const dated = own.filter(isJudged);
      if (!isWellKnown(own) || !isMissed(dated)) return [];
      const kept = dated.filter(isKept).length;
      return [{ kind: 'estimates-missed', basis, kept, lines: dated.length }];
    }),
  ];
}

/** Judged are the lines that ship within the supplier's own `dispatch_days`, whatever the shop promises. */
function shipsLater(
  supplier: string,
  own: readonly Sale[],
  termsOf: (supplier: string) => SupplierTerms,
): Conclusion[] {
  const terms = termsOf(supplier);
  const days = shipDays(own, terms);
  const kept = days.filter((count) => count <= terms.dispatchDays).length;
  const p80 = nearestRank(days, wanted);
  if (p80 === undefined || days.length < leastLines) return [];
  if (shareBounds(kept, days.length).high >= wanted) return [];
  const configured = terms.dispatchDays;
  return [{ kind: 'ships-later', supplier, days: p80, kept, lines: days.length, configured }];
}

function isMissed(judged: readonly Sale[]): boolean {
  const kept = judged.filter(isKept).length;
  return judged.length >= leastLines && shareBounds(kept, judged.length).high < wanted;
}
