import type { Book, FileRecord } from '../book/book.ts';
import { type KeptApart, keptApart } from '../book/kept-apart.ts';
import { articlesApart, lineKey, mergeOrders } from '../book/orders.ts';
import { recordFile } from '../book/record.ts';
import type { OrdersSetup, Workspace } from '../config/workspace.ts';
import { styleOf } from '../formats/file-style.ts';
import { isBroken } from '../ingest/broken.ts';
import { readOrders } from '../ingest/read-orders.ts';
import { addDays, type Day, laterDay } from '../model/day.ts';
import { isOrderedAfter, type OrderLine, orderDay } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { outstandingUnits } from '../plan/outstanding.ts';
import type { InputFile } from './file-facts.ts';

const longOpenDays = 60;

/** Lines still owed that are older than any should be. */
export function longOpen(lines: readonly OrderLine[], today: Day): readonly OrderLine[] {
  const old = addDays(today, -longOpenDays);
  return lines.filter((line) => line.orderedAt < old && outstandingUnits(line, today) > 0);
}

/** Adds the lines of an orders file to the book. */
export async function takeOrders(
  workspace: Workspace,
  book: Book,
  file: InputFile,
  setup: OrdersSetup,
  hash: string,
  today: Day,
): Promise<{ book: Book; problems: readonly Problem[]; rows?: number }> {
  const taken: OrderLine[] = [];
  const source = {
    name: setup.name,
    asOf: file.asOf,
    history: setup.history,
    openOnly: setup.openOnly,
    timezone: workspace.timezone,
    columns: setup.columns,
    ...styleOf(setup),
  };
  const reading = await readOrders(file.content, file.name, source, (line) => taken.push(line));
  if (reading.problems.some(isBroken)) return { book, problems: reading.problems };
  const lines = articlesApart(taken);
  const problems = [...reading.problems, ...orderedLater(file.name, lines, today)];
  const old = reading.tellsFulfilment ? [] : longOpen(lines, today);
  if (old.length > 0)
    problems.push({ kind: 'fulfilment-untold', place: { file: file.name }, lines: old.length });
  problems.push(...otherSales(file.name, book.lines, lines));
  const apart = keptApart(book.lines, lines, setup.name ?? 'orders');
  if (apart.first) problems.push(sharedNumber(file.name, apart, apart.first));
  const { name, asOf } = file;
  const { source: own, isOpenList, unreadOrders = [] } = reading;
  const record = {
    role: 'orders',
    asOf,
    file: name,
    hash,
    source: own,
    isOpenList: isOpenList || undefined,
    unreadOrders: isOpenList && unreadOrders.length > 0 ? unreadOrders : undefined,
    orders: ordersSpan(lines),
  } as const;
  const files = recordFile(book.files, record);
  return {
    book: { ...book, files, lines: mergeOrders(book.lines, apart.lines) },
    problems,
    rows: lines.length,
  };
}

/** From when to when the orders are. */
function ordersSpan(lines: readonly OrderLine[]): FileRecord['orders'] {
  const [first, ...others] = lines;
  if (!first) return undefined;
  let [oldest, newest] = [first, first];
  for (const line of others) {
    if (line.orderedAt < oldest.orderedAt) oldest = line;
    if (line.orderedAt > newest.orderedAt) newest = line;
  }
  return { from: orderDay(oldest), to: orderDay(newest) };
}

function sharedNumber(
  file: string,
  { orders }: KeptApart,
  { line, other }: NonNullable<KeptApart['first']>,
): Problem {
  const place = { file, line: line.place.line };
  const { orderId: order } = line;
  const [day, otherDay] = [orderDay(line), orderDay(other)];
  return {
    kind: 'order-number-shared',
    place,
    order,
    orders,
    day,
    other: other.place.file,
    otherDay,
  };
}

/** Fewer sales may have been corrected. */
const leastOther = 10;

/** A list that names no orders and has other units of most sales of another: of another shop, whose sales it would replace. */
function otherSales(
  file: string,
  known: readonly OrderLine[],
  read: readonly OrderLine[],
): Problem[] {
  const before = new Map(
    known.flatMap((line) => (line.orderId === '' ? [[lineKey(line), line]] : [])),
  );
  if (before.size === 0) return [];
  const both = read.flatMap((line) => {
    const other = before.get(lineKey(line));
    return other && other.place.file !== file ? [{ line, other }] : [];
  });
  const differing = both.filter(({ line, other }) => line.quantity !== other.quantity);
  const [first] = differing;
  if (!first || differing.length < Math.max(leastOther, both.length / 2)) return [];
  const other = first.other.place.file;
  return [
    { kind: 'sales-differ', place: { file }, rows: differing.length, of: both.length, other },
  ];
}

/** No export knows of orders to come: as a rule a date was read, or written, wrong. */
function orderedLater(file: string, lines: readonly OrderLine[], today: Day): Problem[] {
  const later = lines.filter((line) => isOrderedAfter(line, today));
  const [first] = later;
  if (!first) return [];
  const day = later.map(orderDay).reduce(laterDay);
  const place = { file, line: first.place.line };
  return [{ kind: 'orders-dated-later', place, count: later.length, day }];
}
