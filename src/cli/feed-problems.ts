import type { Book, FileRecord } from '../book/book.ts';
import { toldOnce } from '../book/told-twice.ts';
import { type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { lackedLines } from './lacked-lines.ts';
import { ordersBehind } from './orders-behind.ts';
import { twoChannels } from './two-channels.ts';

/** Problems of the book as a whole: every run finds them anew. */
export const feedKinds: ReadonlySet<string> = new Set([
  'feed-stale',
  'feed-held-back',
  'orders-older-than-stock',
  'orders-twice',
  'sales-told-twice',
  'orders-all-open',
  'order-lacks-line',
  'shipment-without-order',
  'shipment-without-line',
  'shipment-exceeds-order',
  'return-without-order',
  'return-without-line',
  'return-exceeds-shipped',
] satisfies Problem['kind'][]);

/** What the book's files tell next to each other: a feed gone stale, orders that lag behind the stock, that the newest export lacks, or that two files tell of. */
export function feedProblems(
  book: Book,
  terms: ReadonlyMap<string, SupplierTerms>,
  today: Day,
): Problem[] {
  const known = groupBy(
    book.files.filter(({ asOf }) => asOf <= today),
    ({ role }) => role,
  );
  const newest = new Map<string, FileRecord>();
  for (const file of known.get('stock') ?? [])
    if (file.asOf >= (newest.get(file.supplier)?.asOf ?? '')) newest.set(file.supplier, file);
  const stock = [...newest.values()];
  const stale = stock.flatMap(({ supplier, asOf, file }): Problem[] => {
    const limit = terms.get(supplier)?.staleAfterDays;
    if (limit === undefined || daysBetween(asOf, today) <= limit) return [];
    return [{ kind: 'feed-stale', place: { file }, supplier, day: asOf, limit }];
  });
  const latest = stock
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1);
  return [
    ...stale,
    ...(latest ? ordersBehind(known.get('orders') ?? [], latest) : []),
    ...toldOnce(book.lines).twice.map(
      ({ file, rows }): Problem => ({ kind: 'sales-told-twice', place: { file }, rows }),
    ),
    ...lackedLines(book, today),
    ...twoChannels(book.lines),
  ];
}
