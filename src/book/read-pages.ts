import { sharedAddresses } from '../model/address.ts';
import { parseDay } from '../model/day.ts';
import { type Offer, quantityKinds } from '../model/offer.ts';
import { conditionsOf, type OrderLine, paymentStates } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import { statuses } from '../model/status.ts';
import {
  type FileRecord,
  fileRoles,
  type OfferRun,
  type ProblemRecord,
  type StatusRecord,
} from './book.ts';
import { eventFrom, noticeFrom, requestFrom } from './customer-pages.ts';
import { returnFrom, shipmentFrom } from './goods-pages.ts';
import { inBook } from './offers.ts';
import { areNumbers, daysOf, number, type PageRow, text } from './page-row.ts';
import { answerFrom, promiseFrom, purchaseFrom } from './told-pages.ts';
import { ordersFrom } from './unread-orders.ts';

/** A file's record, and where it is kept when it does not count. */
export type KeptRecord = FileRecord & { readonly place?: 'held' | 'forgotten' | undefined };

function ordersSpan(row: PageRow): FileRecord['orders'] | 'unreadable' {
  const days = daysOf(row, ['first_order', 'last_order']);
  const { first_order: from, last_order: to } = days ?? {};
  if (from && to) return { from, to };
  return !days || from || to ? 'unreadable' : undefined;
}

/** Reads the book's rows back. Undefined for a row that cannot be one of this page's. */
export const fromPage = {
  'files.csv': (row: PageRow): KeptRecord | undefined => {
    const [role, asOf] = [fileRoles.find((known) => known === row('role')), parseDay(row('as_of'))];
    if (!role || !asOf || !areNumbers(row, [], ['rows', 'rows_left_out'])) return undefined;
    const orders = ordersSpan(row);
    if (orders === 'unreadable') return undefined;
    const isOfOrders = role === 'orders';
    return {
      role,
      supplier: isOfOrders ? '' : row('supplier'),
      asOf,
      coverage: row('coverage') === 'changes' ? 'changes' : 'full',
      source: (isOfOrders && row('supplier')) || undefined,
      isOpenList: (isOfOrders && row('coverage') === 'open') || undefined,
      unreadOrders: ordersFrom(row('unread_orders')),
      file: row('file'),
      hash: row('hash'),
      rows: number(row, 'rows'),
      leftOut: number(row, 'rows_left_out'),
      orders,
      accepted: row('guard') === 'accepted' || undefined,
      place: guards.find((known) => known === row('guard')),
    };
  },
  'offers.csv': runFrom,
  'held.csv': runFrom,
  'orders.csv': orderFrom,
  'shipments.csv': shipmentFrom,
  'returns.csv': returnFrom,
  'answers.csv': answerFrom,
  'statuses.csv': (row: PageRow): StatusRecord | undefined => {
    const [day, status] = [parseDay(row('day')), statuses.find((known) => known === row('status'))];
    const days = daysOf(row, ['ship_date', 'deliver_by']);
    if (!day || !status || !days) return undefined;
    return {
      day,
      sku: row('sku') as Sku,
      status,
      shipDate: days.ship_date,
      deliverBy: days.deliver_by,
    };
  },
  'notices.csv': noticeFrom,
  'events.csv': eventFrom,
  'requests.csv': requestFrom,
  'promises.csv': promiseFrom,
  'purchase-orders.csv': purchaseFrom,
  'problems.csv': (row: PageRow): ProblemRecord | undefined => {
    const reported = parseDay(row('reported'));
    if (reported === undefined || row('kind') === '') return undefined;
    return {
      file: row('file'),
      line: row('line'),
      column: row('column'),
      kind: row('kind'),
      value: row('value'),
      message: row('message'),
      hint: row('hint'),
      reported,
    };
  },
  'forgotten.csv': (row: PageRow): string | undefined =>
    /^[0-9a-f]{64}$/.test(row('sha256')) ? row('sha256') : undefined,
};

const guards = ['held', 'forgotten'] as const;

function runFrom(row: PageRow): OfferRun | undefined {
  const [since, seen, sku] = [parseDay(row('since')), parseDay(row('seen')), row('sku') as Sku];
  if (!since || !seen || sku === '') return undefined;
  const article = {
    supplier: row('supplier'),
    sku,
    supplierSku: row('supplier_sku'),
    since,
    seen,
  };
  if (row('unread') === 'yes') return article;
  const offer = offerFrom(row);
  return offer && { ...article, offer };
}

const offerDays = ['restock_date', 'release_date', 'available_from', 'as_of'] as const;
const numbers = ['restock_quantity', 'unit_cost', 'pack_size', 'dispatch_days'];

function offerFrom(row: PageRow): Offer | undefined {
  const quantityKind = quantityKinds.find((kind) => kind === row('quantity_kind'));
  const days = daysOf(row, offerDays);
  if (!quantityKind || !days || !areNumbers(row, ['quantity'], numbers)) return undefined;
  const restock = days.restock_date;
  return {
    supplier: row('supplier'),
    sku: row('sku') as Sku,
    supplierSku: row('supplier_sku'),
    title: text(row, 'title'),
    barcode: text(row, 'barcode'),
    quantity: Number(row('quantity')),
    quantityKind,
    restocks: restock ? [{ day: restock, quantity: number(row, 'restock_quantity') }] : [],
    release: days.release_date,
    availableFrom: days.available_from,
    discontinued: row('discontinued') === 'yes',
    unitCost: number(row, 'unit_cost'),
    currency: text(row, 'currency'),
    packSize: number(row, 'pack_size'),
    dispatchDays: number(row, 'dispatch_days'),
    asOf: days.as_of,
    place: { file: row('file'), line: number(row, 'line') },
  };
}

/** Puts the rows of one run that states several arrivals together again. */
export function joinArrivals(runs: readonly OfferRun[]): OfferRun[] {
  const joined: OfferRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.offer && run.offer && inBook(last, run) === 0) {
      joined[joined.length - 1] = {
        ...last,
        offer: { ...last.offer, restocks: [...last.offer.restocks, ...run.offer.restocks] },
      };
    } else joined.push(run);
  }
  return joined;
}

const orderDays = [
  'fulfilled_at',
  'cancelled_at',
  'forwarded_at',
  'promised_ship_date',
  'promised_delivery_date',
  'order_fulfilled_at',
  'order_cancelled_at',
  'progress_as_of',
  'forwarded_as_of',
  'head_as_of',
] as const;
const orderUnits = ['quantity', 'fulfilled_quantity', 'cancelled_quantity', 'returned_quantity'];

// Remembers the address of the row before, so that the lines of an order hold one.
const shareAddress = sharedAddresses();

function orderFrom(row: PageRow): OrderLine | undefined {
  const asOf = parseDay(row('as_of'));
  const days = daysOf(row, orderDays);
  if (!asOf || !days || !parseDay(row('ordered_at').slice(0, 10))) return undefined;
  if (row('sku') === '' || !areNumbers(row, orderUnits, ['unit_price'])) return undefined;
  return {
    orderId: row('order_id'),
    lineId: row('line_id'),
    orderedAt: row('ordered_at'),
    sku: row('sku') as Sku,
    title: text(row, 'title'),
    quantity: Number(row('quantity')),
    fulfilledQuantity: Number(row('fulfilled_quantity')),
    cancelledQuantity: Number(row('cancelled_quantity')),
    returnedQuantity: Number(row('returned_quantity')),
    fulfilledAt: days.fulfilled_at,
    cancelledAt: days.cancelled_at,
    supplier: text(row, 'supplier'),
    forwardedAt: days.forwarded_at,
    promisedShipDate: days.promised_ship_date,
    promisedDeliveryDate: days.promised_delivery_date,
    paymentState: paymentStates.find((known) => known === row('payment_state')),
    unitPrice: number(row, 'unit_price'),
    currency: text(row, 'currency'),
    customerName: text(row, 'customer_name'),
    customerEmail: text(row, 'customer_email'),
    shipToCountry: text(row, 'ship_to_country'),
    shipToRegion: text(row, 'ship_to_region'),
    shipTo: shareAddress({
      name: text(row, 'ship_to_name'),
      company: text(row, 'ship_to_company'),
      street: text(row, 'ship_to_street'),
      city: text(row, 'ship_to_city'),
      postcode: text(row, 'ship_to_postcode'),
      phone: text(row, 'ship_to_phone'),
    }),
    conditions: conditionsOf({
      sellerCredit: row('seller_credit') === 'yes',
      customMade: row('custom_made') === 'yes',
      deliveryEssential: row('delivery_essential') === 'yes',
    }),
    locale: text(row, 'locale'),
    channel: text(row, 'channel'),
    asOf,
    orderFulfilled: row('order_fulfilled') === 'yes' || undefined,
    orderFulfilledAt: days.order_fulfilled_at,
    orderCancelledAt: days.order_cancelled_at,
    followsOrder: row('follows_order') === 'yes' || undefined,
    progressAsOf: days.progress_as_of,
    progressSource: text(row, 'progress_source'),
    forwardedAsOf: days.forwarded_as_of,
    headAsOf: days.head_as_of,
    headFile: text(row, 'head_file'),
    place: { file: row('file'), line: number(row, 'line') },
  };
}
