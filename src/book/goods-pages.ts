import { causeOf } from '../formats/return-reasons.ts';
import { returnFields } from '../formats/returns.ts';
import { shipmentFields } from '../formats/shipments.ts';
import { parseDay } from '../model/day.ts';
import type { Return } from '../model/return.ts';
import type { Shipment } from '../model/shipment.ts';
import type { Sku } from '../model/sku.ts';
import { areNumbers, daysOf, number, type PageRow, type Row, text } from './page-row.ts';

export const shipmentColumns = [...shipmentFields, 'after', 'as_of', 'file', 'line'];
export const returnColumns = [...returnFields, 'after', 'as_of', 'file', 'line'];

/** A line of `shipments.csv`. */
export function shipmentRow(shipment: Shipment): Row {
  return {
    order_id: shipment.orderId,
    line_id: shipment.lineId,
    sku: shipment.sku,
    quantity: shipment.quantity,
    shipped_at: shipment.shippedAt,
    supplier: shipment.supplier,
    carrier: shipment.carrier,
    tracking: shipment.tracking,
    delivered_at: shipment.deliveredAt,
    after: shipment.after,
    as_of: shipment.asOf,
    file: shipment.place.file,
    line: shipment.place.line,
  };
}

/** Undefined for what cannot be a line of it. */
export function shipmentFrom(row: PageRow): Shipment | undefined {
  const [shippedAt, asOf] = [parseDay(row('shipped_at')), parseDay(row('as_of'))];
  const days = daysOf(row, ['delivered_at']);
  if (!shippedAt || !asOf || !days || row('order_id') === '') return undefined;
  if (!areNumbers(row, ['quantity', 'after'], [])) return undefined;
  return {
    ...unitsFrom(row),
    shippedAt,
    carrier: text(row, 'carrier'),
    tracking: text(row, 'tracking'),
    deliveredAt: days.delivered_at,
    asOf,
  };
}

/** A line of `returns.csv`. */
export function returnRow(one: Return): Row {
  return {
    order_id: one.orderId,
    line_id: one.lineId,
    sku: one.sku,
    quantity: one.quantity,
    returned_at: one.returnedAt,
    reason: one.reason,
    supplier: one.supplier,
    return_id: one.returnId,
    after: one.after,
    as_of: one.asOf,
    file: one.place.file,
    line: one.place.line,
  };
}

/** Undefined for what cannot be a line of it. */
export function returnFrom(row: PageRow): Return | undefined {
  const [returnedAt, asOf] = [parseDay(row('returned_at')), parseDay(row('as_of'))];
  if (!returnedAt || !asOf || row('order_id') === '') return undefined;
  if (!areNumbers(row, ['quantity', 'after'], [])) return undefined;
  const reason = row('reason');
  return {
    ...unitsFrom(row),
    returnedAt,
    reason: reason === '' ? undefined : reason,
    // Not kept in the book: what is learned of words later holds for all that was read before. Few commands ask for it.
    get cause() {
      return causeOf(reason);
    },
    returnId: text(row, 'return_id'),
    asOf,
  };
}

/** What shipments and returns have in common. */
function unitsFrom(
  row: PageRow,
): Pick<Shipment, 'orderId' | 'lineId' | 'sku' | 'quantity' | 'supplier' | 'after' | 'place'> {
  return {
    orderId: row('order_id'),
    lineId: text(row, 'line_id'),
    sku: text(row, 'sku') as Sku | undefined,
    quantity: Number(row('quantity')),
    supplier: text(row, 'supplier'),
    after: Number(row('after')),
    place: { file: row('file'), line: number(row, 'line') },
  };
}
