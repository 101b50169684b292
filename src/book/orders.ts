import { byService, type OrderHead, type OrderLine } from '../model/order.ts';
import { byBytes } from '../model/sku.ts';

/** What makes two rows the same order line. Rows of a sales history name no order: their time stands in. */
export function lineKey(line: OrderLine): string {
  return [
    line.channel ?? '',
    line.orderId,
    line.orderId === '' ? line.orderedAt : '',
    line.lineId,
  ].join('\0');
}

/**
 * Adds order lines to those known: of two states of a line the one of the later export counts, whatever was read first.
 * Sorted by time, order and line.
 */
export function mergeOrders(known: readonly OrderLine[], added: readonly OrderLine[]): OrderLine[] {
  const lines = new Map(known.map((line) => [lineKey(line), line]));
  for (const line of added) {
    const key = lineKey(line);
    const before = lines.get(key);
    lines.set(key, before ? later(before, line) : line);
  }
  return fillHeads([...lines.values()]).toSorted(byService);
}

function later(before: OrderLine, read: OrderLine): OrderLine {
  const winner = supersedes(before, read) ? read : before;
  const loser = winner === read ? before : read;
  return winner.headAsOf === undefined && loser.headAsOf !== undefined
    ? withHeadOf(winner, loser)
    : winner;
}

function supersedes(before: OrderLine, read: OrderLine): boolean {
  if (read.asOf !== before.asOf) return read.asOf > before.asOf;
  if (read.place.file === before.place.file) return true;
  const headed = Number(read.headAsOf !== undefined) - Number(before.headAsOf !== undefined);
  return headed !== 0 ? headed > 0 : byBytes(read.place.file, before.place.file) > 0;
}

/** A part of an export that begins inside an order knows nothing of the order's head; another line of it may. */
function fillHeads(lines: readonly OrderLine[]): OrderLine[] {
  if (lines.every(({ headAsOf }) => headAsOf !== undefined)) return [...lines];
  const heads = new Map<string, OrderLine>();
  for (const line of lines) {
    const order = orderKey(line);
    const best = heads.get(order);
    if (line.headAsOf !== undefined && line.headAsOf > (best?.headAsOf ?? ''))
      heads.set(order, line);
  }
  return lines.map((line) => {
    const head = line.headAsOf === undefined ? heads.get(orderKey(line)) : undefined;
    return head ? withHeadOf(line, head) : line;
  });
}

function orderKey(line: OrderLine): string {
  return `${line.channel ?? ''}\0${line.orderId}`;
}

function withHeadOf(line: OrderLine, other: OrderLine): OrderLine {
  const head: OrderHead = {
    paymentState: other.paymentState,
    customerName: other.customerName,
    customerEmail: other.customerEmail ?? line.customerEmail,
    shipToCountry: other.shipToCountry,
    shipToRegion: other.shipToRegion,
    locale: other.locale,
    channel: other.channel,
  };
  const cancelled = other.cancelledAt !== undefined && line.cancelledAt === undefined;
  return {
    ...line,
    ...head,
    headAsOf: other.headAsOf,
    currency: line.currency ?? other.currency,
    fulfilledAt: line.fulfilledAt ?? (line.fulfilledQuantity > 0 ? other.fulfilledAt : undefined),
    ...(cancelled && {
      cancelledAt: other.cancelledAt,
      cancelledQuantity: line.quantity - line.fulfilledQuantity,
    }),
  };
}
