import type { Answer } from '../model/answer.ts';
import { parseDay } from '../model/day.ts';
import { quantityKinds } from '../model/offer.ts';
import type { LinePromise } from '../model/promise.ts';
import { type PurchaseLine, purchaseActions } from '../model/purchase-order.ts';
import type { Sku } from '../model/sku.ts';
import { dateBases } from '../model/status.ts';
import { areNumbers, daysOf, number, type PageRow, type Row, text } from './page-row.ts';

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

export const answerColumns = [
  'as_of',
  'supplier',
  'supplier_sku',
  'sku',
  'quantity',
  'quantity_kind',
  'restock_date',
  'restock_quantity',
  'discontinued',
  'file_as_of',
  'file',
  'line',
];

/** A line of `answers.csv`. */
export function answerRow(answer: Answer): Row {
  const { discontinued, place } = answer;
  return {
    as_of: answer.asOf,
    supplier: answer.supplier,
    supplier_sku: answer.supplierSku,
    sku: answer.sku,
    quantity: answer.quantity,
    quantity_kind: answer.quantityKind,
    restock_date: answer.restockDate,
    restock_quantity: answer.restockQuantity,
    discontinued: discontinued === undefined ? undefined : discontinued ? 'yes' : 'no',
    file_as_of: answer.fileAsOf,
    file: place.file,
    line: place.line,
  };
}

/** Undefined for what cannot be a line of it. */
export function answerFrom(row: PageRow): Answer | undefined {
  const [asOf, fileAsOf] = [parseDay(row('as_of')), parseDay(row('file_as_of'))];
  const days = daysOf(row, ['restock_date']);
  if (!asOf || !fileAsOf || !days || row('sku') === '') return undefined;
  if (!areNumbers(row, [], ['quantity', 'restock_quantity'])) return undefined;
  const flag = row('discontinued');
  return {
    asOf,
    supplier: row('supplier'),
    supplierSku: row('supplier_sku'),
    sku: row('sku') as Sku,
    quantity: number(row, 'quantity'),
    quantityKind: quantityKinds.find((kind) => kind === row('quantity_kind')),
    restockDate: days.restock_date,
    restockQuantity: number(row, 'restock_quantity'),
    discontinued: flag === '' ? undefined : flag === 'yes',
    fileAsOf,
    place: { file: row('file'), line: number(row, 'line') },
  };
}
