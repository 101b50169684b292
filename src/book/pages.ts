import { orderFields } from '../formats/orders.ts';
import { stockFields } from '../formats/stock.ts';
import { type Day, parseDay } from '../model/day.ts';
import { type Notice, noticeTypes } from '../model/notice.ts';
import type { Offer, QuantityKind, Restock } from '../model/offer.ts';
import { type OrderLine, paymentStates } from '../model/order.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import { statuses } from '../model/status.ts';
import type {
  Book,
  FileRecord,
  NoticeRecord,
  OfferRun,
  ProblemRecord,
  StatusRecord,
} from './book.ts';
import { inBook } from './offers.ts';

type Cell = string | number | undefined;

/** One of the book's CSV files. */
export interface Page {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: string]: Cell }[];
}

/** Reads a cell of a page's row by its column; blank when it has none. */
export type PageRow = (column: string) => string;

const orderColumns = [...orderFields, 'as_of', 'head_as_of', 'file', 'line'];
const offerColumns = [...stockFields, 'since', 'seen', 'unread', 'file', 'line'];
const fileColumns = ['role', 'supplier', 'as_of', 'coverage', 'file', 'hash'];
const problemColumns = ['file', 'kind', 'line', 'value'];
const statusColumns = ['day', 'sku', 'status'];
const noticeColumns = [
  'drafted_on',
  'order_id',
  'line_id',
  'sku',
  'type',
  'jurisdiction',
  'old_date',
  'new_date',
  'send_by',
  'target_date',
  'if_silent',
  'auto_cancel_on',
  'refund_by',
  'to',
  'locale',
  'file',
];

/** The book as CSV files, every row in its fixed order: the same book gives the same bytes. */
export function toPages(book: Book): readonly Page[] {
  return [
    {
      name: 'files.csv',
      columns: fileColumns,
      rows: book.files.map(fileRow).toSorted(byAll(fileColumns)),
    },
    {
      name: 'offers.csv',
      columns: offerColumns,
      rows: book.runs.toSorted(inBook).flatMap(offerRows),
    },
    { name: 'orders.csv', columns: orderColumns, rows: book.lines.map(orderRow) },
    {
      name: 'statuses.csv',
      columns: statusColumns,
      rows: book.statuses
        .map(({ day, sku, status }) => ({ day, sku, status }))
        .toSorted(byAll(statusColumns)),
    },
    {
      name: 'notices.csv',
      columns: noticeColumns,
      rows: book.notices.map(noticeRow).toSorted(byAll(noticeColumns)),
    },
    {
      name: 'problems.csv',
      columns: problemColumns,
      rows: book.problems.map((problem) => ({ ...problem })).toSorted(byAll(problemColumns)),
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

function fileRow({ role, supplier, asOf, coverage, file, hash }: FileRecord): Page['rows'][number] {
  return { role, supplier, as_of: asOf, coverage, file, hash };
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
    as_of: line.asOf,
    head_as_of: line.headAsOf,
    file: line.place.file,
    line: line.place.line,
  };
}

function noticeRow(notice: NoticeRecord): Page['rows'][number] {
  return {
    drafted_on: notice.draftedOn,
    order_id: notice.orderId,
    line_id: notice.lineId,
    sku: notice.sku,
    type: notice.type,
    jurisdiction: notice.jurisdiction,
    old_date: notice.oldDate,
    new_date: notice.newDate,
    send_by: notice.sendBy,
    target_date: notice.targetDate,
    if_silent: notice.ifSilent,
    auto_cancel_on: notice.autoCancelOn,
    refund_by: notice.refundBy,
    to: notice.to,
    locale: notice.locale,
    file: notice.file,
  };
}

/** Reads the book's rows back. Undefined for a row that cannot be one of this page's. */
export const fromPage = {
  'files.csv': (row: PageRow): FileRecord | undefined => {
    const [role, asOf] = [row('role'), parseDay(row('as_of'))];
    if ((role !== 'stock' && role !== 'orders') || !asOf) return undefined;
    const coverage = row('coverage') === 'changes' ? 'changes' : 'full';
    return {
      role,
      supplier: row('supplier'),
      asOf,
      coverage,
      file: row('file'),
      hash: row('hash'),
    };
  },
  'offers.csv': (row: PageRow): OfferRun | undefined => {
    const [since, seen, sku] = [parseDay(row('since')), parseDay(row('seen')), row('sku') as Sku];
    if (!since || !seen || sku === '') return undefined;
    const article = {
      supplier: row('supplier'),
      sku,
      supplierSku: row('supplier_sku'),
      since,
      seen,
    };
    return row('unread') === 'yes' ? article : { ...article, offer: offerFrom(row) };
  },
  'orders.csv': orderFrom,
  'statuses.csv': (row: PageRow): StatusRecord | undefined => {
    const [day, status] = [parseDay(row('day')), statuses.find((known) => known === row('status'))];
    return day && status ? { day, sku: row('sku') as Sku, status } : undefined;
  },
  'notices.csv': noticeFrom,
  'problems.csv': (row: PageRow): ProblemRecord | undefined =>
    row('kind') === ''
      ? undefined
      : { file: row('file'), kind: row('kind'), line: row('line'), value: row('value') },
};

function offerFrom(row: PageRow): Offer {
  const restock = parseDay(row('restock_date'));
  return {
    supplier: row('supplier'),
    sku: row('sku') as Sku,
    supplierSku: row('supplier_sku'),
    title: text(row, 'title'),
    barcode: text(row, 'barcode'),
    quantity: Number(row('quantity')),
    quantityKind: row('quantity_kind') as QuantityKind,
    restocks: restock ? [{ day: restock, quantity: number(row, 'restock_quantity') }] : [],
    release: parseDay(row('release_date')),
    discontinued: row('discontinued') === 'yes',
    unitCost: number(row, 'unit_cost'),
    currency: text(row, 'currency'),
    packSize: number(row, 'pack_size'),
    dispatchDays: number(row, 'dispatch_days'),
    asOf: parseDay(row('as_of')),
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

function orderFrom(row: PageRow): OrderLine | undefined {
  const asOf = parseDay(row('as_of'));
  if (
    !asOf ||
    row('sku') === '' ||
    !/^\d+$/.test(row('quantity')) ||
    !parseDay(row('ordered_at').slice(0, 10))
  )
    return undefined;
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
    fulfilledAt: parseDay(row('fulfilled_at')),
    cancelledAt: parseDay(row('cancelled_at')),
    supplier: text(row, 'supplier'),
    forwardedAt: parseDay(row('forwarded_at')),
    promisedShipDate: parseDay(row('promised_ship_date')),
    promisedDeliveryDate: parseDay(row('promised_delivery_date')),
    paymentState: paymentStates.find((known) => known === row('payment_state')),
    unitPrice: number(row, 'unit_price'),
    currency: text(row, 'currency'),
    customerName: text(row, 'customer_name'),
    customerEmail: text(row, 'customer_email'),
    shipToCountry: text(row, 'ship_to_country'),
    shipToRegion: text(row, 'ship_to_region'),
    locale: text(row, 'locale'),
    channel: text(row, 'channel'),
    asOf,
    headAsOf: parseDay(row('head_as_of')),
    place: { file: row('file'), line: number(row, 'line') },
  };
}

function noticeFrom(row: PageRow): NoticeRecord | undefined {
  const [draftedOn, oldDate, sendBy] = [
    parseDay(row('drafted_on')),
    parseDay(row('old_date')),
    parseDay(row('send_by')),
  ];
  const type = noticeTypes.find((known) => known === row('type'));
  if (!draftedOn || !oldDate || !sendBy || !type) return undefined;
  const day = (column: string): Day | undefined => parseDay(row(column));
  return {
    draftedOn,
    orderId: row('order_id'),
    lineId: row('line_id'),
    sku: row('sku') as Sku,
    type,
    jurisdiction: row('jurisdiction'),
    oldDate,
    newDate: day('new_date'),
    sendBy,
    targetDate: day('target_date'),
    ifSilent: text(row, 'if_silent') as Notice['ifSilent'],
    autoCancelOn: day('auto_cancel_on'),
    refundBy: day('refund_by'),
    to: row('to'),
    locale: row('locale'),
    file: row('file'),
  };
}

function text(row: PageRow, column: string): string | undefined {
  return row(column) || undefined;
}

function number(row: PageRow, column: string): number | undefined {
  return row(column) === '' ? undefined : Number(row(column));
}

/** The columns of each page, to find its header by. */
export const pageColumns = {
  'files.csv': fileColumns,
  'offers.csv': offerColumns,
  'orders.csv': orderColumns,
  'statuses.csv': statusColumns,
  'notices.csv': noticeColumns,
  'problems.csv': problemColumns,
} as const;
