import { daysBetween, workingDaysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import { byBytes } from '../model/sku.ts';
import { dateBases, statuses } from '../model/status.ts';
import { nearestRank } from '../suppliers/quantile.ts';
import { shareBounds } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import { all, type Figure, type Group, shareFigure } from './figure.ts';
import type { Sale } from './sales.ts';

/** A date that four of five do not keep is worth little; so many lines must tell. */
const wanted = 0.8;
const leastLines = 20;

/**
 * `dates-kept`: lines shipped by the date told ÷ lines whose date is over (sample); by supplier, by status when ordered, and by
 * what the date rested on. `days-late`: the median of the calendar days by which late lines left after their date (sample: late
 * lines that have left). `ship-days-p80`: the working days after the order within which four of five lines that were promised
 * from stock left (sample: such lines).
 */
export function promiseFigures(
  sales: readonly Sale[],
  termsOf: (supplier: string) => SupplierTerms,
): readonly Figure[] {
  const unknown = sales.filter(({ isUnknown }) => isUnknown).length;
  const noteOnAll = unknown > 0 ? ({ kind: 'unknown-fate', lines: unknown } as const) : undefined;
  const judged = sales.filter(({ kept }) => kept !== undefined);
  const hasRuns = sales.some(({ status }) => status !== undefined);
  return [
    keptFigure(all, judged, noteOnAll),
    lateFigure(all, judged),
    ...suppliersIn(judged).flatMap(([name, own]) => {
      const group: Group = { by: 'supplier', name };
      return [keptFigure(group, own), lateFigure(group, own), shipDaysFigure(name, own, termsOf)];
    }),
    ...(hasRuns ? [] : [{ ...keptFigure({ by: 'status', name: 'available' }, []), note: noRuns }]),
    ...statuses.flatMap((name) => ofGroup({ by: 'status', name }, judged, ({ status }) => status)),
    ...dateBases.flatMap((name) => ofGroup({ by: 'basis', name }, judged, ({ basis }) => basis)),
  ];
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
  judged: readonly Sale[],
  nameOf: (sale: Sale) => string | undefined,
): Figure[] {
  const own = judged.filter((sale) => nameOf(sale) === group.name);
  return own.length === 0 ? [] : [keptFigure(group, own)];
}

function keptFigure(group: Group, judged: readonly Sale[], note?: Figure['note']): Figure {
  return shareFigure('dates-kept', group, judged.filter(isKept).length, judged.length, note);
}

const isKept = ({ kept }: Sale): boolean => kept === true;

function lateFigure(group: Group, judged: readonly Sale[]): Figure {
  const days = judged.flatMap(({ due, shippedOn }) =>
    shippedOn !== undefined && shippedOn > due ? [daysBetween(due, shippedOn)] : [],
  );
  const value = nearestRank(days, 0.5);
  return { measure: 'days-late', group, value, unit: 'days', sample: days.length };
}

/** Working days from the order to the last unit of lines that the first run promised from stock. */
function shipDays(own: readonly Sale[], { holidays }: SupplierTerms): number[] {
  return own
    .filter(({ basis }) => basis === 'stock')
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
  const judged = sales.filter(({ kept }) => kept !== undefined);
  return [
    ...suppliersIn(judged).flatMap(([supplier, own]) => shipsLater(supplier, own, termsOf)),
    ...(['learned', 'typical'] as const).flatMap((basis): Conclusion[] => {
      const dated = judged.filter((sale) => sale.basis === basis);
      if (!isMissed(dated)) return [];
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
