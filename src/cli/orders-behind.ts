import type { FileRecord } from '../book/book.ts';
import { usualGap } from '../book/record.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { isOfHistory } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { byBytes } from '../model/sku.ts';

/** Orders may be so many days behind the stock. */
const mayLagDays = 2;
/** A shop of which nothing came for longer has been given up. */
const mostBehindDays = 30;

/**
 * Exports that lag behind the newest stock: the newest of all, and that of any one shop that has come later than it used to. A
 * history tells of no open orders; it counts where there is nothing else.
 */
export function ordersBehind(files: readonly FileRecord[], stock: Day): readonly Problem[] {
  const exports = files.filter(({ source = '' }) => !isOfHistory(source));
  const inTime = (exports.length > 0 ? exports : files).toSorted((a, b) => byBytes(a.asOf, b.asOf));
  const newest = inTime.at(-1);
  if (!newest) return [];
  if (addDays(newest.asOf, mayLagDays) < stock) return [behind(newest, stock)];
  const shops = groupBy(
    inTime.filter(({ source }) => source !== undefined),
    ({ source = '' }) => source,
  );
  return [...shops].flatMap(([source, own]) => {
    const last = own.at(-1);
    if (!last) return [];
    const late = daysBetween(last.asOf, stock);
    const isLate = late > Math.max(mayLagDays, rhythmOf(own) + 1) && late <= mostBehindDays;
    return isLate ? [behind(last, stock, source)] : [];
  });
}

function behind({ file, asOf: orders }: FileRecord, stock: Day, shop?: string): Problem {
  return { kind: 'orders-older-than-stock', place: { file }, orders, stock, shop };
}

/** Exports of fewer days show no rhythm. */
const leastDays = 3;

/** The usual days from one export to the next; a day where nothing shows it. */
function rhythmOf(inTime: readonly FileRecord[]): number {
  const days = [...new Set(inTime.map(({ asOf }) => asOf))];
  return (days.length < leastDays ? undefined : usualGap(days)) ?? 1;
}
