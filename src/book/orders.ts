import { byService, type OrderHead, type OrderLine, orderIdentity } from '../model/order.ts';
import { byFileName } from '../model/place.ts';
import { byBytes } from '../model/sku.ts';

/** What makes two rows the same order line. Rows of a sales history name no order: their list and time stand in. */
export function lineKey(line: OrderLine): string {
  const { channel = '', orderId, lineId, progressSource = '' } = line;
  const sale = orderId === '' ? `${progressSource}\0${line.orderedAt}` : '';
  return `${channel}\0${orderId}\0${sale}\0${lineId}`;
}

/** The quick look that is enough for most files: the rows of each order stand together, and their numbers differ. */
function areApart(lines: readonly OrderLine[]): boolean {
  const orders = new Set<string>();
  const own = new Set<string>();
  let current: string | undefined;
  for (const { orderId, lineId } of lines) {
    if (orderId !== current) {
      if (orders.has(orderId)) return false;
      orders.add(orderId);
      own.clear();
      current = orderId;
    }
    if (own.has(lineId)) return false;
    own.add(lineId);
  }
  return true;
}

/** Lines of one file that bear one number and are different articles get the SKU behind it: none stands for another. */
export function articlesApart(lines: readonly OrderLine[]): readonly OrderLine[] {
  if (areApart(lines)) return lines;
  const articles = new Map<string, string>();
  const shared = new Set<string>();
  for (const line of lines) {
    const key = lineKey(line);
    const sku = articles.get(key);
    if (sku === undefined) articles.set(key, line.sku);
    else if (sku !== line.sku) shared.add(key);
  }
  if (shared.size === 0) return lines;
  return lines.map((line) =>
    shared.has(lineKey(line)) ? { ...line, lineId: `${line.lineId}#${line.sku}` } : line,
  );
}

/**
 * Adds order lines to those known: of two states of a line the one of the later export counts, whatever was read first.
 * Sorted by time, order and line.
 */
export function mergeOrders(known: readonly OrderLine[], added: readonly OrderLine[]): OrderLine[] {
  const lines = new Map<string, OrderLine>();
  for (const line of known) lines.set(lineKey(line), line);
  for (const line of added) {
    const key = lineKey(line);
    const before = lines.get(key);
    lines.set(key, before ? later(before, line) : line);
  }
  return inOrderOfService(fillHeads([...lines.values()]));
}

/** Many exports begin with the newest order: turned round they are nearly in order, which sorting is quick with. */
function inOrderOfService(lines: readonly OrderLine[]): OrderLine[] {
  const [first] = lines;
  const last = lines.at(-1);
  const isNewestFirst = first && last && byService(first, last) > 0;
  return (isNewestFirst ? lines.toReversed() : lines).toSorted(byService);
}

function later(before: OrderLine, read: OrderLine): OrderLine {
  const winner = supersedes(before, read) ? read : before;
  const loser = winner === read ? before : read;
  const line = withBetterForwarding(withBetterProgress(winner, loser), loser);
  return hasOwnHead(line) ? line : withBetterHead(line, loser);
}

/** An export may say nothing of what was shipped: then what another said of it still counts. */
function withBetterProgress(line: OrderLine, other: OrderLine): OrderLine {
  // "Refunded" says that nothing more will be shipped, not that nothing was.
  const isRefunded = line.paymentState === 'refunded' && line.fulfilledQuantity === 0;
  if (isRefunded && other.fulfilledQuantity > 0)
    return {
      ...line,
      fulfilledQuantity: other.fulfilledQuantity,
      fulfilledAt: other.fulfilledAt,
      cancelledQuantity: other.cancelledQuantity,
      returnedQuantity: Math.max(line.returnedQuantity, other.returnedQuantity),
    };
  if ((other.progressAsOf ?? '') <= (line.progressAsOf ?? '')) return line;
  return {
    ...line,
    fulfilledQuantity: other.fulfilledQuantity,
    cancelledQuantity: other.cancelledQuantity,
    returnedQuantity: other.returnedQuantity,
    fulfilledAt: other.fulfilledAt,
    cancelledAt: other.cancelledAt,
    promisedShipDate: line.promisedShipDate ?? other.promisedShipDate,
    progressAsOf: other.progressAsOf,
    progressSource: other.progressSource,
  };
}

/** An export that says nothing of forwarding takes nothing back. */
function withBetterForwarding(line: OrderLine, other: OrderLine): OrderLine {
  if ((other.forwardedAsOf ?? '') <= (line.forwardedAsOf ?? '')) return line;
  const { supplier = line.supplier, forwardedAt, forwardedAsOf } = other;
  return { ...line, supplier, forwardedAt, forwardedAsOf };
}

function supersedes(before: OrderLine, read: OrderLine): boolean {
  if (read.asOf !== before.asOf) return read.asOf > before.asOf;
  if (read.place.file === before.place.file)
    return (read.place.line ?? 0) >= (before.place.line ?? 0);
  const headed = Number(hasOwnHead(read)) - Number(hasOwnHead(before));
  return headed !== 0 ? headed > 0 : byFileName(read.place.file, before.place.file) > 0;
}

/** A part of an export that begins inside an order knows nothing of the order's head; another line of it may. */
function fillHeads(lines: readonly OrderLine[]): OrderLine[] {
  if (lines.every(hasOwnHead)) return [...lines];
  const heads = bestHeads(lines);
  return lines.map((line) => {
    const best = heads.get(orderIdentity(line));
    return best && !hasOwnHead(line) ? withBetterHead(line, best) : line;
  });
}

/**
 * Order lines with the latest word on their whole order, also those that the export with that word lacks: an order is cancelled
 * as a whole. The book keeps what each line's own export said, so that it is the same whatever was read first.
 */
export function withLatestHeads(lines: readonly OrderLine[]): readonly OrderLine[] {
  const [first] = lines;
  if (lines.every(({ headAsOf }) => headAsOf === first?.headAsOf)) return lines;
  const heads = bestHeads(lines);
  return lines.map((line) => {
    const best = heads.get(orderIdentity(line));
    return best && (best.headAsOf ?? '') > (line.headAsOf ?? '')
      ? withBetterHead(line, best)
      : line;
  });
}

/** The line of each order with the latest word on the whole of it. */
function bestHeads(lines: readonly OrderLine[]): ReadonlyMap<string, OrderLine> {
  const heads = new Map<string, OrderLine>();
  for (const line of lines) {
    const best = heads.get(orderIdentity(line));
    if (line.headAsOf !== undefined && (!best || isBetterHead(line, best)))
      heads.set(orderIdentity(line), line);
  }
  return heads;
}

function hasOwnHead({ headAsOf, headFile }: OrderLine): boolean {
  return headAsOf !== undefined && headFile === undefined;
}

function headFileOf({ headFile, place }: OrderLine): string {
  return headFile ?? place.file;
}

/** The later export's word on the whole order counts; of two of a day the one with the later name. */
function isBetterHead(a: OrderLine, b: OrderLine): boolean {
  return (
    (byBytes(a.headAsOf ?? '', b.headAsOf ?? '') || byFileName(headFileOf(a), headFileOf(b))) > 0
  );
}

/** The line with what another line of its order knows of the whole order, where that is the later word. */
function withBetterHead(line: OrderLine, other: OrderLine): OrderLine {
  if (other.headAsOf === undefined || (line.headAsOf !== undefined && !isBetterHead(other, line)))
    return line;
  const head: OrderHead = {
    paymentState: other.paymentState,
    customerName: other.customerName,
    customerEmail: other.customerEmail,
    shipToCountry: other.shipToCountry,
    shipToRegion: other.shipToRegion,
    shipTo: other.shipTo,
    locale: other.locale,
    channel: other.channel,
    orderFulfilled: other.orderFulfilled,
    orderFulfilledAt: other.orderFulfilledAt,
    orderCancelledAt: other.orderCancelledAt,
  };
  return applyHead({
    ...line,
    ...head,
    currency: other.currency,
    headAsOf: other.headAsOf,
    headFile: headFileOf(other),
  });
}

/** What holds for the whole order holds for its line. */
function applyHead(line: OrderLine): OrderLine {
  const { quantity, orderCancelledAt, orderFulfilled, orderFulfilledAt, followsOrder } = line;
  const fulfilled = followsOrder ? (orderFulfilled ? quantity : 0) : line.fulfilledQuantity;
  return {
    ...line,
    fulfilledQuantity: fulfilled,
    fulfilledAt: fulfilled > 0 ? orderFulfilledAt : undefined,
    cancelledAt: orderCancelledAt,
    cancelledQuantity:
      orderCancelledAt === undefined ? line.cancelledQuantity : quantity - fulfilled,
  };
}
