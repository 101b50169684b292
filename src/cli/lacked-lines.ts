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
 * without them, or that export has nothing but open orders and lacks theirs, though it has older and newer ones, or though the
 * one before had nothing else either. What shipments name is passed over: they close lines that an export leaves open.
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
    const [{ progressSource: source } = {}] = own;
    const before = files.filter((file) => file.source === source && file.asOf < newest.asOf);
    const isLacked = (line: OrderLine) =>
      line.progressAsOf !== newest.asOf &&
      outstandingUnits(line, today) > 0 &&
      !shipped.has(orderKey(line.orderId));
    const lacked = own.filter(isLacked);
    const away = lacked.filter((line) => !newest.orders.has(orderIdentity(line)));
    return [...linesGone(newest, lacked), ...ordersAway(newest, away, own, before, today)];
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

/** Lines that their order comes without. */
function linesGone({ file, orders }: Newest, lacked: readonly OrderLine[]): readonly Problem[] {
  const gone = lacked.filter((line) => orders.has(orderIdentity(line)));
  return [...groupBy(gone, ({ sku }) => sku)].map(([value, own]): Problem => {
    const before = own.map((line) => line.place.file).reduce((a, b) => (byBytes(a, b) < 0 ? b : a));
    const [{ orderId: order = '' } = {}] = own;
    return { kind: 'order-lacks-line', place: { file }, value, count: own.length, order, before };
  });
}

/** Orders that an export of nothing but open orders lacks. */
function ordersAway(
  { file, orders }: Newest,
  away: readonly OrderLine[],
  own: readonly OrderLine[],
  before: Book['files'],
  today: Day,
): readonly Problem[] {
  const isToShip = (line: OrderLine) => fulfilledBy(line, today) < line.quantity;
  if (![...orders.values()].every((lines) => lines.some(isToShip))) return [];
  const days = [...orders.values()].flat().map(orderDay).toSorted();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const tell = (lines: readonly OrderLine[], isOlder?: true): readonly Problem[] => {
    const [first] = lines;
    if (!first) return [];
    const count = new Set(lines.map(orderIdentity)).size;
    const { orderId: order } = first;
    return [
      { kind: 'orders-all-open', place: { file }, count, order, day: orderDay(first), isOlder },
    ];
  };
  // Of the first day an export may have a part only.
  const within = away.filter((line) => orderDay(line) > from && orderDay(line) <= to);
  if (within.length > 0) return tell(within);
  const older = away.filter((line) => orderDay(line) < from);
  return mayHaveLeft(older, own, before, from, isToShip) ? tell(older, true) : [];
}

/**
 * Whether orders older than all of the newest export may have left, as those do of a shop that ships the oldest first, and
 * are not merely of days before it. Exports of the last days have orders that were shipped, too; those of what is new
 * since the last one begin where that ends.
 */
function mayHaveLeft(
  older: readonly OrderLine[],
  own: readonly OrderLine[],
  before: Book['files'],
  from: string,
  isToShip: (line: OrderLine) => boolean,
): boolean {
  if (older.length === 0) return false;
  const former = older.map(({ progressAsOf = '' as Day }) => progressAsOf).reduce(laterDay);
  const recent = own.filter(({ progressAsOf = '' }) => progressAsOf >= former);
  return recent.every(isToShip) && before.some(({ orders }) => orders && orders.to > from);
}
