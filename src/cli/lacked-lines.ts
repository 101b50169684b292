import type { Book } from '../book/book.ts';
import { standingLines } from '../book/open-lists.ts';
import { type Day, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { cancelledUnits, type OrderLine, orderDay, orderIdentity } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { orderKey } from '../model/shipment.ts';
import { byBytes } from '../model/sku.ts';
import { fulfilledBy, outstandingUnits } from '../plan/outstanding.ts';

/**
 * Lines that stay open because no export tells of them any more: their order is in the newest export of their source
 * without them, or that export has nothing but open orders and lacks theirs, though it has older and newer ones. What
 * shipments name is passed over: they close lines that an export leaves open.
 */
export function lackedLines(
  { files, lines, shipments }: Pick<Book, 'files' | 'lines' | 'shipments'>,
  today: Day,
): readonly Problem[] {
  if (files.filter(({ role }) => role === 'orders').length < 2) return [];
  const lists = new Set(files.flatMap(({ isOpenList, source }) => (isOpenList ? [source] : [])));
  const shipped = new Set(shipments.map(({ orderId }) => orderKey(orderId)));
  const told = standingLines({ files, lines }).filter(
    ({ orderId, progressSource, progressAsOf }) =>
      orderId !== '' &&
      progressSource !== undefined &&
      progressAsOf !== undefined &&
      progressAsOf <= today &&
      !lists.has(progressSource),
  );
  const sources = groupBy(told, ({ progressSource, channel }) => `${progressSource}\0${channel}`);
  return [...sources.values()].flatMap((own) => {
    const newest = newestOf(own);
    if (!newest) return [];
    const isLacked = (line: OrderLine) =>
      line.progressAsOf !== newest.asOf &&
      outstandingUnits(line, today) > 0 &&
      !shipped.has(orderKey(line.orderId));
    return problemsOf(newest, own.filter(isLacked), today);
  });
}

/** The newest export of a source, which may come in parts; a list of cancelled lines is none. */
interface Newest {
  readonly file: string;
  readonly asOf: Day;
  readonly orders: ReadonlyMap<string, readonly OrderLine[]>;
}

function newestOf(lines: readonly OrderLine[]): Newest | undefined {
  const others = lines.filter((line) => cancelledUnits(line) < line.quantity);
  if (others.length === 0) return undefined;
  const asOf = others.map(({ progressAsOf = '' as Day }) => progressAsOf).reduce(laterDay);
  const inIt = lines.filter(({ progressAsOf }) => progressAsOf === asOf);
  const file = inIt.map(({ place }) => place.file).reduce((a, b) => (byBytes(a, b) < 0 ? a : b));
  return { file, asOf, orders: groupBy(inIt, orderIdentity) };
}

function problemsOf(
  { file, orders }: Newest,
  lacked: readonly OrderLine[],
  today: Day,
): readonly Problem[] {
  const place = { file };
  const gone = lacked.filter((line) => orders.has(orderIdentity(line)));
  const goneOf = [...groupBy(gone, ({ sku }) => sku)].map(([value, own]): Problem => {
    const before = own.map((line) => line.place.file).reduce((a, b) => (byBytes(a, b) < 0 ? b : a));
    const [{ orderId: order = '' } = {}] = own;
    return { kind: 'order-lacks-line', place, value, count: own.length, order, before };
  });
  const days = [...orders.values()].flat().map(orderDay).toSorted();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  // Of the first day an export may have a part only.
  const away = lacked.filter(
    (line) => !orders.has(orderIdentity(line)) && orderDay(line) > from && orderDay(line) <= to,
  );
  const isToShip = (line: OrderLine) => fulfilledBy(line, today) < line.quantity;
  const [first] = away;
  if (!first || ![...orders.values()].every((own) => own.some(isToShip))) return goneOf;
  const { orderId: order } = first;
  const count = new Set(away.map(orderIdentity)).size;
  return [...goneOf, { kind: 'orders-all-open', place, count, order, day: orderDay(first) }];
}
