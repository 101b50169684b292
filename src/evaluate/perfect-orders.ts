import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { type OrderLine, orderIdentity } from '../model/order.ts';
import type { Conclusion } from './conclusion.ts';
import { all, type Figure, type Flaw, flaws, isTooUnknown, shareFigure } from './figure.ts';
import type { Sale } from './sales.ts';

/** What tells how orders went. */
export interface OrderRecord {
  readonly today: Day;
  readonly sales: readonly Sale[];
  readonly isRefunded: (line: OrderLine) => boolean;
  /** Whether units of a line came back for a reason that is not the customer's, or for none that was told. */
  readonly isReturned: (line: OrderLine) => boolean;
}

/**
 * `perfect-orders`: orders that were shipped in full by the date told, of which nothing was cancelled, and nothing came back for a
 * reason that is not the customer's or was paid back ÷ orders all of whose dates are over and of which everything is known
 * (sample). After SCOR's perfect order fulfilment (RL.1.1: in full, on the committed day, in perfect condition); of its papers no
 * file tells. `imperfect-orders`: by the first thing that went wrong, of the same sample. No share where of more than one order in ten
 * something is unknown.
 */
export function perfectOrderFigures(record: OrderRecord): readonly Figure[] {
  const { judged, unknown, isTold } = judgedOrders(record);
  const note = unknown > 0 ? ({ kind: 'unknown-fate', lines: unknown } as const) : undefined;
  const count = (wanted: Flaw | undefined) => judged.filter((flaw) => flaw === wanted).length;
  if (!isTold)
    return [{ ...shareFigure('perfect-orders', all, 0, judged.length, note), value: undefined }];
  return [
    shareFigure('perfect-orders', all, count(undefined), judged.length, note),
    ...flaws
      .filter((flaw) => count(flaw) > 0)
      .map((name) =>
        shareFigure('imperfect-orders', { by: 'cause', name }, count(name), judged.length),
      ),
  ];
}

/** The flaw of each order that can be judged, and the lines that keep others from it. */
function judgedOrders(record: OrderRecord): {
  readonly judged: readonly (Flaw | undefined)[];
  readonly unknown: number;
  /** So little is unknown that the judged stand for all. */
  readonly isTold: boolean;
} {
  const orders = [...groupBy(record.sales, ({ line }) => orderIdentity(line)).values()];
  const over = orders.filter((lines) => lines.every(({ due }) => due < record.today));
  const known = over.filter((lines) => !lines.some(({ isUnknown }) => isUnknown));
  const unknown = over.flatMap((lines) => lines.filter(({ isUnknown }) => isUnknown)).length;
  const isTold = !isTooUnknown(over.length - known.length, known.length);
  return { judged: known.map((lines) => flawOf(lines, record)), unknown, isTold };
}

function flawOf(lines: readonly Sale[], record: OrderRecord): Flaw | undefined {
  if (lines.some(({ cancelled }) => cancelled > 0)) return 'cancelled';
  if (lines.some(({ kept }) => kept === false)) return 'late';
  if (lines.some(({ line }) => record.isReturned(line))) return 'returned';
  return lines.some(({ line }) => record.isRefunded(line)) ? 'refunded' : undefined;
}

/** A share of fewer orders is told but nothing concluded from it. */
const leastOrders = 20;
const leastImperfect = 5;

/** Concluded of 20 orders and more, where one flaw is the most frequent of five imperfect orders at least. */
export function perfectOrderConclusions(record: OrderRecord): readonly Conclusion[] {
  const { judged, isTold } = judgedOrders(record);
  const count = (wanted: Flaw | undefined) => judged.filter((flaw) => flaw === wanted).length;
  const [first, second] = flaws.toSorted((a, b) => count(b) - count(a));
  const perfect = count(undefined);
  if (!isTold || judged.length < leastOrders || judged.length - perfect < leastImperfect || !first)
    return [];
  if (second && count(first) === count(second)) return [];
  return [{ kind: 'imperfect', perfect, orders: judged.length, flaw: first, flawed: count(first) }];
}
