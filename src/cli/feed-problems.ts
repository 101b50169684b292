import type { Book, FileRecord } from '../book/book.ts';
import { toldOnce } from '../book/told-twice.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { lackedLines } from './lacked-lines.ts';
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

const dated: ReadonlySet<FileRecord['role']> = new Set(['stock', 'orders']);

/** What the book's files tell next to each other: a feed gone stale, orders that lag behind the stock, that the newest export lacks, or that two files tell of. */
export function feedProblems(
  book: Book,
  terms: ReadonlyMap<string, SupplierTerms>,
  today: Day,
): Problem[] {
  const newest = new Map<string, FileRecord>();
  for (const file of book.files.filter(({ asOf, role }) => asOf <= today && dated.has(role))) {
    const key = file.role === 'orders' ? '' : file.supplier;
    if (file.asOf >= (newest.get(key)?.asOf ?? '')) newest.set(key, file);
  }
  const orders = newest.get('');
  const stock = [...newest.values()].filter(({ role }) => role === 'stock');
  const stale = stock.flatMap(({ supplier, asOf, file }): Problem[] => {
    const limit = terms.get(supplier)?.staleAfterDays;
    if (limit === undefined || daysBetween(asOf, today) <= limit) return [];
    return [{ kind: 'feed-stale', place: { file }, supplier, day: asOf, limit }];
  });
  const latest = stock.reduce<FileRecord | undefined>(
    (a, b) => (a && a.asOf >= b.asOf ? a : b),
    undefined,
  );
  return [
    ...stale,
    ...(orders && latest ? ordersBehind(orders, latest) : []),
    ...toldOnce(book.lines).twice.map(
      ({ file, rows }): Problem => ({ kind: 'sales-told-twice', place: { file }, rows }),
    ),
    ...lackedLines(book, today),
    ...twoChannels(book.lines),
  ];
}

const ordersMayLagDays = 2;

function ordersBehind(orders: FileRecord, stock: FileRecord): Problem[] {
  if (addDays(orders.asOf, ordersMayLagDays) >= stock.asOf) return [];
  const place = { file: orders.file };
  return [{ kind: 'orders-older-than-stock', place, orders: orders.asOf, stock: stock.asOf }];
}
