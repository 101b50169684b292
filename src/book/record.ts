import { type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Notice } from '../model/notice.ts';
import { articleIdentity, type OrderExport } from '../model/order.ts';
import type { LinePromise } from '../model/promise.ts';
import type { PurchaseLine } from '../model/purchase-order.ts';
import { orderKey } from '../model/shipment.ts';
import type { Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import type { Book, FileRecord, ProblemRecord, StatusRecord } from './book.ts';

/** The status of each SKU at the last recorded run of a day before this one. */
export function statusesBefore(
  statuses: readonly StatusRecord[],
  today: Day,
): ReadonlyMap<Sku, Status> {
  const last = lastBefore(statuses, today, ({ sku }) => sku);
  return new Map([...last].map(([sku, { status }]) => [sku, status]));
}

/** Records a file that was read, other than of stock; one of its name and day gives way. */
export function recordFile(
  files: readonly FileRecord[],
  record: Omit<FileRecord, 'supplier' | 'coverage'>,
): readonly FileRecord[] {
  const { file, asOf } = record;
  const others = files.filter((known) => known.file !== file || known.asOf !== asOf);
  return [...others, { ...record, supplier: '', coverage: 'full' }];
}

/** The order files that were read. */
export function orderExports(files: readonly FileRecord[]): readonly OrderExport[] {
  return files.flatMap(({ role, asOf, orders }) =>
    role === 'orders' ? [{ asOf, ...orders }] : [],
  );
}

/** Of the records of days before this one the last of each thing. */
function lastBefore<Key, Kept extends { readonly day: Day }>(
  records: readonly Kept[],
  today: Day,
  keyOf: (record: Kept) => Key,
): ReadonlyMap<Key, Kept> {
  const last = new Map<Key, Kept>();
  for (const record of records) {
    const known = last.get(keyOf(record));
    if (record.day < today && (!known || known.day < record.day)) last.set(keyOf(record), record);
  }
  return last;
}

/** Records what a run of this day found; what an earlier run of the same day recorded gives way. */
export function recordRun(
  book: Book,
  today: Day,
  found: readonly Omit<StatusRecord, 'day'>[],
): Book {
  const earlier = lastBefore(book.statuses, today, ({ sku }) => sku);
  const kept = book.statuses.filter(({ day }) => day !== today);
  const changed = found
    .filter((one) => !isSameStatus(earlier.get(one.sku), one))
    .map((one) => ({ ...one, day: today }));
  return { ...book, statuses: [...kept, ...changed] };
}

function isSameStatus(
  before: StatusRecord | undefined,
  { status, shipDate, deliverBy }: Omit<StatusRecord, 'day'>,
): boolean {
  return (
    before?.status === status && before.shipDate === shipDate && before.deliverBy === deliverBy
  );
}

/**
 * Records when order lines are to ship, where that is said for the first time or has really moved: goods in stock that
 * nobody has sent off ship a day later every day.
 */
export function recordPromises(book: Book, today: Day, planned: readonly LinePromise[]): Book {
  const kept = book.promises.filter(({ day }) => day !== today);
  const last = lastBefore(kept, today, articleIdentity);
  const moved = planned.filter((promise) => hasMoved(last.get(articleIdentity(promise)), promise));
  return { ...book, promises: [...kept, ...moved] };
}

function hasMoved(before: LinePromise | undefined, now: LinePromise): boolean {
  if (!before) return true;
  const isInStock = before.basis === 'stock' && now.basis === 'stock';
  return !isInStock && (before.shipDate !== now.shipDate || before.deliverBy !== now.deliverBy);
}

/** Records the drafts of this day; what an earlier run of the same day recorded gives way. */
export function recordNotices(book: Book, today: Day, drafted: readonly Notice[]): Book {
  const sent = groupBy(
    book.events.filter(({ event, on }) => event === 'sent' && on === today),
    ({ orderId }) => orderKey(orderId),
  );
  // Of one that has been sent already the draft tells which date it gave.
  const isSent = ({ orderId, lineId, type }: Notice) =>
    sent
      .get(orderKey(orderId))
      ?.some(
        (event) =>
          (event.lineId === '' || event.lineId === lineId) && (event.type ?? type) === type,
      ) ?? false;
  const isAgain = new Set(drafted.map(draftIdentity));
  const kept = book.notices.filter(
    (draft) => draft.draftedOn !== today || (isSent(draft) && !isAgain.has(draftIdentity(draft))),
  );
  return {
    ...book,
    notices: [...kept, ...drafted.map((notice) => ({ ...notice, draftedOn: today }))],
  };
}

function draftIdentity({ orderId, lineId, sku, type, to }: Notice): string {
  return [orderId, lineId, sku, type, to].join('\0');
}

/** Records what suppliers were told on this day; what an earlier call of the same day recorded gives way. */
export function recordPurchases(book: Book, today: Day, told: readonly PurchaseLine[]): Book {
  const kept = book.purchases.filter(({ day }) => day !== today);
  return { ...book, purchases: [...kept, ...told] };
}

/** Days from a supplier's file to its next, the median of those on record; none for a supplier with a single file. */
export function feedGaps(files: Book['files'], today: Day): ReadonlyMap<string, number> {
  const days = new Map<string, Set<Day>>();
  for (const { role, supplier, asOf } of files) {
    if (role === 'stock' && asOf <= today)
      days.set(supplier, (days.get(supplier) ?? new Set()).add(asOf));
  }
  const gaps = new Map<string, number>();
  for (const [supplier, own] of days) {
    const gap = usualGap([...own].toSorted());
    if (gap !== undefined) gaps.set(supplier, gap);
  }
  return gaps;
}

/** The median of the days from one of several days, in order, to the next; undefined where there is none. */
export function usualGap(days: readonly Day[]): number | undefined {
  const between = days
    .slice(1)
    .map((day, i) => daysBetween(days[i] ?? day, day))
    .toSorted((a, b) => a - b);
  return between[Math.floor(between.length / 2)];
}

/** A problem in words, as it is found on a day. */
export type FoundProblem = Omit<ProblemRecord, 'reported'>;

/**
 * Records the problems of a run. What is known of things that this run did not check stays; of those that it checked
 * only what it found again.
 */
export function recordProblems(
  book: Book,
  today: Day,
  found: readonly FoundProblem[],
  wasChecked: (known: ProblemRecord) => boolean,
): Book {
  const before = new Map(book.problems.map((record) => [identity(record), record]));
  const kept = book.problems.filter((known) => !wasChecked(known));
  const again = found.map((problem) => ({
    ...problem,
    reported: before.get(identity(problem))?.reported ?? today,
  }));
  const problems = new Map([...kept, ...again].map((record) => [identity(record), record]));
  return { ...book, problems: [...problems.values()] };
}

/** Tells whether an earlier run reported a problem. */
export function reportedIn({ problems }: Book): (problem: FoundProblem) => boolean {
  const reported = new Set(problems.map(identity));
  return (problem) => reported.has(identity(problem));
}

function identity({ file, line, column, kind, value, message }: FoundProblem): string {
  // Many files may tell of one shipment or return; which did last makes no news of it.
  if (/^(shipment|return)-/.test(kind)) return [kind, value, message].join('\0');
  return [file, line, column, kind, value].join('\0');
}
