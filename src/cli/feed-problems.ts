import type { Book, FileRecord } from '../book/book.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';

/** Problems of the book as a whole: every run finds them anew. */
export const feedKinds: ReadonlySet<string> = new Set([
  'feed-stale',
  'feed-held-back',
  'orders-older-than-stock',
  'shipment-without-order',
  'shipment-without-line',
  'shipment-exceeds-order',
] satisfies Problem['kind'][]);

/** What the dates of the book's files tell: a feed gone stale, orders that lag behind the stock. */
export function feedProblems(
  { files }: Book,
  terms: ReadonlyMap<string, SupplierTerms>,
  today: Day,
): Problem[] {
  const newest = new Map<string, FileRecord>();
  const dated = files.filter(({ role }) => role === 'stock' || role === 'orders');
  for (const file of dated.filter(({ asOf }) => asOf <= today)) {
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
  return [...stale, ...(orders && latest ? ordersBehind(orders, latest) : [])];
}

const ordersMayLagDays = 2;

function ordersBehind(orders: FileRecord, stock: FileRecord): Problem[] {
  if (addDays(orders.asOf, ordersMayLagDays) >= stock.asOf) return [];
  const place = { file: orders.file };
  return [{ kind: 'orders-older-than-stock', place, orders: orders.asOf, stock: stock.asOf }];
}
