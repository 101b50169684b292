import { addressFields, conditionFields, orderFields } from '../formats/orders.ts';
import { stockFields } from '../formats/stock.ts';
import type { Restock } from '../model/offer.ts';
import type { OrderLine } from '../model/order.ts';
import { byBytes } from '../model/sku.ts';
import type { Book, FileRecord, OfferRun, StockHistory } from './book.ts';
import {
  eventColumns,
  eventRow,
  noticeColumns,
  noticeRow,
  requestColumns,
  requestRow,
} from './customer-pages.ts';
import { returnColumns, returnRow, shipmentColumns, shipmentRow } from './goods-pages.ts';
import { inBook } from './offers.ts';
import {
  answerColumns,
  answerRow,
  promiseColumns,
  promiseRow,
  purchaseColumns,
  purchaseRow,
} from './told-pages.ts';
import { ordersCell } from './unread-orders.ts';

type Cell = string | number | undefined;

export type PageName = keyof typeof pageColumns;

/** One of the book's CSV files. */
export interface Page {
  readonly name: PageName;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: string]: Cell }[];
}

const orderColumns = [
  ...orderFields,
  'order_fulfilled',
  'order_fulfilled_at',
  'order_cancelled_at',
  'follows_order',
  'progress_as_of',
  'progress_source',
  'forwarded_as_of',
  'as_of',
  'head_as_of',
  'head_file',
  'file',
  'line',
];
const offerColumns = [...stockFields, 'available_from', 'since', 'seen', 'unread', 'file', 'line'];
const fileColumns = [
  'role',
  'supplier',
  'as_of',
  'coverage',
  'file',
  'hash',
  'rows',
  'rows_left_out',
  'first_order',
  'last_order',
  'unread_orders',
  'guard',
];
const problemColumns = ['file', 'line', 'column', 'kind', 'value', 'message', 'hint', 'reported'];
const statusColumns = ['day', 'sku', 'status', 'ship_date', 'deliver_by'];
const forgottenColumns = ['sha256'];

/** The book as CSV files, every row in its fixed order: the same book gives the same bytes. */
export function toPages(book: Book): readonly Page[] {
  return [
    {
      name: 'files.csv',
      columns: fileColumns,
      rows: [
        ...book.files.map((file) => fileRow(file, file.accepted ? 'accepted' : undefined)),
        ...book.held.files.map((file) => fileRow(file, 'held')),
        ...book.forgottenFiles.map((file) => fileRow(file, 'forgotten')),
      ].toSorted(byAll(fileColumns)),
    },
    { name: 'offers.csv', columns: offerColumns, rows: runRows(book) },
    { name: 'held.csv', columns: offerColumns, rows: runRows(book.held) },
    { name: 'orders.csv', columns: orderColumns, rows: book.lines.map(orderRow) },
    {
      name: 'shipments.csv',
      columns: shipmentColumns,
      rows: book.shipments.map(shipmentRow).toSorted(byAll(shipmentColumns)),
    },
    {
      name: 'returns.csv',
      columns: returnColumns,
      rows: book.returns.map(returnRow).toSorted(byAll(returnColumns)),
    },
    {
      name: 'answers.csv',
      columns: answerColumns,
      rows: book.answers.map(answerRow).toSorted(byAll(answerColumns)),
    },
    {
      name: 'statuses.csv',
      columns: statusColumns,
      rows: book.statuses
        .map(({ day, sku, status, shipDate, deliverBy }) => ({
          ...{ day, sku, status },
          ship_date: shipDate,
          deliver_by: deliverBy,
        }))
        .toSorted(byAll(statusColumns)),
    },
    {
      name: 'notices.csv',
      columns: noticeColumns,
      rows: book.notices.map(noticeRow).toSorted(byAll(noticeColumns)),
    },
    { name: 'events.csv', columns: eventColumns, rows: book.events.map(eventRow) },
    {
      name: 'requests.csv',
      columns: requestColumns,
      rows: book.requests.map(requestRow).toSorted(byAll(requestColumns)),
    },
    {
      name: 'promises.csv',
      columns: promiseColumns,
      rows: book.promises.map(promiseRow).toSorted(byAll(promiseColumns)),
    },
    {
      name: 'purchase-orders.csv',
      columns: purchaseColumns,
      rows: book.purchases.map(purchaseRow).toSorted(byAll(purchaseColumns)),
    },
    {
      name: 'problems.csv',
      columns: problemColumns,
      rows: book.problems.map((problem) => ({ ...problem })).toSorted(byAll(problemColumns)),
    },
    {
      name: 'forgotten.csv',
      columns: forgottenColumns,
      rows: book.forgottenCustomers.map((sha256) => ({ sha256 })).toSorted(byAll(forgottenColumns)),
    },
  ];
}

function byAll(
  columns: readonly string[],
): (a: Page['rows'][number], b: Page['rows'][number]) => number {
  return (a, b) => {
    for (const column of columns) {
      const order = byBytes(String(a[column] ?? ''), String(b[column] ?? ''));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function fileRow(
  {
    role,
    supplier,
    asOf,
    coverage,
    source,
    isOpenList,
    file,
    hash,
    rows,
    leftOut,
    orders,
    unreadOrders,
  }: FileRecord,
  guard: 'accepted' | 'held' | 'forgotten' | undefined,
): Page['rows'][number] {
  const counts = { rows, rows_left_out: leftOut };
  const kind = {
    supplier: source ?? supplier,
    coverage: isOpenList ? 'open' : coverage,
  };
  const days = { first_order: orders?.from, last_order: orders?.to };
  const unread = { unread_orders: unreadOrders && ordersCell(unreadOrders) };
  return { role, ...kind, as_of: asOf, file, hash, ...counts, ...days, ...unread, guard };
}

function runRows({ runs }: StockHistory): Page['rows'] {
  return runs.toSorted(inBook).flatMap(offerRows);
}

function offerRows({ supplier, sku, supplierSku, since, seen, offer }: OfferRun): Page['rows'] {
  const article = { supplier, sku, supplier_sku: supplierSku, since, seen };
  if (!offer) return [{ ...article, unread: 'yes' }];
  const restocks: readonly (Restock | undefined)[] =
    offer.restocks.length > 0 ? offer.restocks : [undefined];
  return restocks.map((restock) => ({
    ...article,
    title: offer.title,
    barcode: offer.barcode,
    quantity: offer.quantity,
    quantity_kind: offer.quantityKind,
    restock_date: restock?.day,
    restock_quantity: restock?.quantity,
    release_date: offer.release,
    available_from: offer.availableFrom,
    discontinued: offer.discontinued ? 'yes' : undefined,
    unit_cost: offer.unitCost,
    currency: offer.currency,
    pack_size: offer.packSize,
    dispatch_days: offer.dispatchDays,
    as_of: offer.asOf,
    file: offer.place.file,
    line: offer.place.line,
  }));
}

function orderRow(line: OrderLine): Page['rows'][number] {
  return {
    order_id: line.orderId,
    line_id: line.lineId,
    ordered_at: line.orderedAt,
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    fulfilled_quantity: line.fulfilledQuantity,
    cancelled_quantity: line.cancelledQuantity,
    returned_quantity: line.returnedQuantity,
    fulfilled_at: line.fulfilledAt,
    cancelled_at: line.cancelledAt,
    supplier: line.supplier,
    forwarded_at: line.forwardedAt,
    promised_ship_date: line.promisedShipDate,
    promised_delivery_date: line.promisedDeliveryDate,
    payment_state: line.paymentState,
    unit_price: line.unitPrice,
    currency: line.currency,
    customer_name: line.customerName,
    customer_email: line.customerEmail,
    ship_to_country: line.shipToCountry,
    ship_to_region: line.shipToRegion,
    locale: line.locale,
    channel: line.channel,
    ship_to_name: line.shipTo?.name,
    ship_to_company: line.shipTo?.company,
    ship_to_street: line.shipTo?.street,
    ship_to_city: line.shipTo?.city,
    ship_to_postcode: line.shipTo?.postcode,
    ship_to_phone: line.shipTo?.phone,
    seller_credit: yes(line.conditions?.sellerCredit),
    custom_made: yes(line.conditions?.customMade),
    delivery_essential: yes(line.conditions?.deliveryEssential),
    as_of: line.asOf,
    order_fulfilled: line.orderFulfilled ? 'yes' : undefined,
    order_fulfilled_at: line.orderFulfilledAt,
    order_cancelled_at: line.orderCancelledAt,
    follows_order: line.followsOrder ? 'yes' : undefined,
    progress_as_of: line.progressAsOf,
    progress_source: line.progressSource,
    forwarded_as_of: line.forwardedAsOf,
    head_as_of: line.headAsOf,
    head_file: line.headFile,
    file: line.place.file,
    line: line.place.line,
  };
}

function yes(flag: boolean | undefined): 'yes' | undefined {
  return flag ? 'yes' : undefined;
}

/** Columns that came later, in the order in which they came: pages of books from before them do without. */
export const laterColumns: readonly (readonly string[])[] = [
  addressFields,
  conditionFields,
  ['progress_source'],
  ['unread_orders'],
];

/** The columns of each page, in their order. */
export const pageColumns = {
  'files.csv': fileColumns,
  'offers.csv': offerColumns,
  'held.csv': offerColumns,
  'orders.csv': orderColumns,
  'shipments.csv': shipmentColumns,
  'returns.csv': returnColumns,
  'answers.csv': answerColumns,
  'statuses.csv': statusColumns,
  'notices.csv': noticeColumns,
  'events.csv': eventColumns,
  'requests.csv': requestColumns,
  'promises.csv': promiseColumns,
  'purchase-orders.csv': purchaseColumns,
  'problems.csv': problemColumns,
  'forgotten.csv': forgottenColumns,
} as const;

export const pageNames = Object.keys(pageColumns) as readonly PageName[];
