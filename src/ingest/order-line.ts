import { watchNumbers } from '../formats/number-cell.ts';
import { addDays, type Day } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import { lineCounter, lineName, runningCounter } from './line-ids.ts';
import { lineCells } from './order-cells.ts';
import { conditionReader } from './order-conditions.ts';
import { rowDays } from './order-days.ts';
import { isOpenList, type OrderTask, sourceName } from './order-file.ts';
import { type Progress, progressOf } from './order-progress.ts';
import { type Order, type OrderRow, type Places, tellsFulfilment, textAt } from './order-row.ts';

export interface LineReader {
  nameOf(cells: readonly string[], order: Order, sku: Sku): string | undefined;
  /** Whether the end of the file is needed to read one of its dates or numbers. */
  waits(row: OrderRow): boolean;
  /** Hands the line on, or reports why it cannot be read. */
  read(row: OrderRow): void;
  settle(): void;
  /** After the last row: tells of what only the count of the whole file tells. */
  end(): void;
}

/** Reads rows as order lines, all of one shape. */
export function lineReader(
  task: OrderTask & { readonly refundsLine: (order: Order) => unknown },
  at: Places,
): LineReader {
  const { format, file, source, problems } = task;
  const days = rowDays(format, source.timezone, source.dayOrder, at, file, problems);
  const cells = lineCells(at, watchNumbers(task.delimiter, source.numberStyle), file, problems);
  const conditions = conditionReader(at);
  const count = format.head === 'first' ? runningCounter() : lineCounter();
  const tellsProgress =
    source.history || isOpenList(source, format) || tellsFulfilment(task.columns);
  const ownSource = sourceName(source, format);
  const statesOrder = format.headSigns !== undefined;

  const progress = (row: OrderRow, quantity: number, refunded: number): Progress => {
    const isDone = source.history || row.order.id === '';
    const goods = cells.goods(row);
    const fulfilled = cells.units(row, 'fulfilled_quantity', quantity);
    const cancelled = cells.units(row, 'cancelled_quantity', quantity);
    if (goods === 'part' && fulfilled === undefined && !isDone) {
      const place = { file, line: row.line };
      problems.push({
        kind: 'part-fulfilled-unknown',
        place,
        value: row.article.sku,
        order: row.order.id,
      });
    }
    return progressOf({
      quantity,
      goods,
      isDone,
      fulfilled,
      cancelled,
      returned: cells.optionalQuantity(row, 'returned_quantity'),
      refunded,
      unshipped: cells.optionalQuantity(row, 'unshipped_quantity'),
      fulfilledAt: dayBeside(row, 'fulfilled', fulfilled),
      cancelledAt: unlessLater(dayBeside(row, 'cancelled', cancelled)),
    });
  };

  /** The day of units; none where they stand in its column. */
  const dayBeside = (
    row: OrderRow,
    what: 'fulfilled' | 'cancelled',
    units: number | undefined,
  ): Day | undefined => {
    const isOne = at[`${what}_quantity`] === at[`${what}_at`];
    return isOne && units !== undefined ? undefined : days.day(row, `${what}_at`);
  };
  /** A day after the export is that on which an order would be cancelled. Days of two time zones may differ by one. */
  const unlessLater = (day: Day | undefined) =>
    day !== undefined && day > addDays(source.asOf, 1) ? undefined : day;

  /** Units paid back, by whichever of the two columns tells. */
  const refundOf = (row: OrderRow, quantity: number): number => {
    const kept = cells.optionalQuantity(row, 'kept_quantity') ?? quantity;
    const units = cells.optionalQuantity(row, 'refunded_quantity') ?? Math.max(0, quantity - kept);
    if (units > 0) task.refundsLine(row.order);
    return units;
  };

  const toLine = (row: OrderRow, orderedAt: string, quantity: number): OrderLine => {
    const { order } = row;
    const { sku } = row.article;
    const done = progress(row, quantity, refundOf(row, quantity));
    const forwardedAt = days.day(row, 'forwarded_at');
    return {
      orderId: order.id,
      lineId: row.name ?? lineName(sku, count(orderedAt, sku)),
      orderedAt,
      sku,
      title: cells.title(row),
      quantity,
      fulfilledQuantity: done.fulfilled,
      cancelledQuantity: done.cancelled,
      returnedQuantity: done.returned,
      fulfilledAt: done.fulfilled > 0 ? done.fulfilledAt : undefined,
      cancelledAt: done.cancelledAt,
      supplier: cells.shared(row, 'supplier'),
      forwardedAt,
      promisedShipDate: days.day(row, 'promised_ship_date'),
      promisedDeliveryDate: days.day(row, 'promised_delivery_date'),
      paymentState: order.paymentState,
      unitPrice: cells.unitPrice(row, quantity),
      currency: order.currency,
      conditions: conditions(row.cells),
      customerName: order.customerName,
      customerEmail: order.customerEmail,
      shipToCountry: order.shipToCountry,
      shipToRegion: order.shipToRegion,
      // Where goods went is nobody's business any more.
      shipTo: done.fulfilled + done.cancelled < quantity ? order.shipTo : undefined,
      locale: order.locale,
      channel: order.channel,
      orderFulfilled: (statesOrder && order.isFulfilled) || undefined,
      orderFulfilledAt: ofOrder(done.fulfilledAt),
      orderCancelledAt: ofOrder(done.cancelledAt),
      asOf: source.asOf,
      progressAsOf: whereTold(row, done, source.asOf),
      progressSource: whereTold(row, done, ownSource),
      forwardedAsOf: forwardedAt && source.asOf,
      headAsOf: order.headed ? source.asOf : undefined,
      headFile: undefined,
      followsOrder: followsOrder(row) || undefined,
      place: { file, line: row.line },
    };
  };
  const ofOrder = (day: Day | undefined) => (statesOrder ? day : undefined);
  const whereTold = <What>({ order }: OrderRow, done: Progress, what: What): What | undefined =>
    tellsProgress || done.isCancelled || order.id === '' ? what : undefined;
  const followsOrder = (row: OrderRow): boolean =>
    !row.order.headed && !source.history && textAt(row.cells, at.line_status) === '';

  return {
    nameOf: (row, { id }, sku) => {
      const stated = textAt(row, at.line_id);
      // eBay numbers the single line of an auction 0.
      if (stated !== '' && stated !== '0') return stated;
      return id === '' ? undefined : lineName(sku, count(id, sku));
    },
    waits: (row) => days.waits(row) || cells.waits(row),
    read: (row) => {
      const orderedAt = days.orderedAt(row);
      const quantity = orderedAt === undefined ? undefined : cells.quantity(row);
      if (orderedAt === undefined || quantity === undefined) task.leftOut(row.order.id, row.line);
      else task.take(toLine(row, orderedAt, quantity));
    },
    settle: () => {
      days.settle();
      cells.settle();
    },
    end: cells.end,
  };
}
