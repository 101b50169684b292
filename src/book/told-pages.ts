import { parseDay } from '../model/day.ts';
import type { LinePromise } from '../model/promise.ts';
import { type PurchaseLine, purchaseActions } from '../model/purchase-order.ts';
import type { Sku } from '../model/sku.ts';
import { dateBases } from '../model/status.ts';
import { areNumbers, daysOf, type PageRow, text } from './page-row.ts';

type Row = { readonly [column: string]: string | number | undefined };

export const promiseColumns = [
  'day',
  'channel',
  'order_id',
  'line_id',
  'sku',
  'quantity',
  'ship_date',
  'deliver_by',
  'basis',
  'supplier',
];

/** A line of `promises.csv`. */
export function promiseRow(promise: LinePromise): Row {
  return {
    day: promise.day,
    channel: promise.channel,
    order_id: promise.orderId,
    line_id: promise.lineId,
    sku: promise.sku,
    quantity: promise.quantity,
    ship_date: promise.shipDate,
    deliver_by: promise.deliverBy,
    basis: promise.basis,
    supplier: promise.supplier,
  };
}

/** Undefined for what cannot be a line of it. */
export function promiseFrom(row: PageRow): LinePromise | undefined {
  const [day, days] = [parseDay(row('day')), daysOf(row, ['ship_date', 'deliver_by'])];
  if (!day || !days || row('sku') === '' || !areNumbers(row, ['quantity'], [])) return undefined;
  return {
    day,
    channel: row('channel'),
    orderId: row('order_id'),
    lineId: row('line_id'),
    sku: row('sku') as Sku,
    quantity: Number(row('quantity')),
    shipDate: days.ship_date,
    deliverBy: days.deliver_by,
    basis: dateBases.find((known) => known === row('basis')),
    supplier: text(row, 'supplier'),
  };
}

export const purchaseColumns = [
  'day',
  'po_number',
  'action',
  'supplier',
  'channel',
  'order_id',
  'line_id',
  'sku',
  'supplier_sku',
  'quantity',
  'ship_date',
  'corrects',
];

/** A line of `purchase-orders.csv`. */
export function purchaseRow(line: PurchaseLine): Row {
  return {
    day: line.day,
    po_number: line.poNumber,
    action: line.action,
    supplier: line.supplier,
    channel: line.channel,
    order_id: line.orderId,
    line_id: line.lineId,
    sku: line.sku,
    supplier_sku: line.supplierSku,
    quantity: line.quantity,
    ship_date: line.shipDate,
    corrects: line.corrects,
  };
}

/** Undefined for what cannot be a line of it. */
export function purchaseFrom(row: PageRow): PurchaseLine | undefined {
  const [day, days] = [parseDay(row('day')), daysOf(row, ['ship_date'])];
  const action = purchaseActions.find((known) => known === row('action'));
  if (!day || !days || !action || row('sku') === '' || !areNumbers(row, ['quantity'], []))
    return undefined;
  return {
    poNumber: row('po_number'),
    day,
    action,
    supplier: row('supplier'),
    channel: row('channel'),
    orderId: row('order_id'),
    lineId: row('line_id'),
    sku: row('sku') as Sku,
    supplierSku: row('supplier_sku'),
    quantity: Number(row('quantity')),
    shipDate: days.ship_date,
    corrects: row('corrects'),
  };
}
