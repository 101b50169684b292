import { readDay } from '../formats/day-cell.ts';
import { readNumber } from '../formats/number-cell.ts';
import { type ShopifyOrderColumn, shopifyOrders } from '../formats/shops/shopify-orders.ts';
import { readOrderTime } from '../formats/time-cell.ts';
import type { Columns } from '../formats/vocabulary.ts';
import type { Day } from '../model/day.ts';
import type { OrderHead, OrderLine } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';
import { cellReader } from './columns.ts';
import { readEssentials } from './essentials.ts';
import { lineCounter } from './line-ids.ts';
import type { OrderReading, OrderRow, OrderSource } from './order-file.ts';

/** The order whose rows are being read: what its first row says holds for the rows below it. */
interface Current {
  readonly name: string;
  readonly headed: boolean;
  readonly head: OrderHead;
  readonly createdAt: string;
  readonly currency: string;
  readonly fulfilment: string;
}

/** Converts the rows of a Shopify orders export. A file that begins inside an order yields lines without a head. */
export function readShopifyOrderRows(
  rows: readonly OrderRow[],
  columns: Columns<ShopifyOrderColumn>,
  file: string,
  source: OrderSource,
): OrderReading {
  const cell = cellReader(columns);
  const present = new Set(Object.keys(columns) as ShopifyOrderColumn[]);
  const problems: Problem[] = [];
  const nextLineId = lineCounter();
  const lines: OrderLine[] = [];
  let order: Current | undefined;
  for (const row of rows) {
    const text = (column: ShopifyOrderColumn) => cell(row.cells, column);
    const name = text('Name');
    if (order?.name !== name || (shopifyOrders.isHead(text, present) && !order.headed)) {
      order = open(text, present, source.timezone);
      reportOrder(order, text, { file, line: row.line }, problems);
    }
    const line = readLine(text, order, row.line, file, source, nextLineId, problems);
    if (line) lines.push(line);
  }
  const tellsFulfilment =
    present.has('Fulfillment Status') || present.has('Lineitem fulfillment status');
  return { lines, problems, tellsFulfilment };
}

type Text = (column: ShopifyOrderColumn) => string;

function open(text: Text, present: ReadonlySet<ShopifyOrderColumn>, timezone: string): Current {
  return {
    name: text('Name'),
    headed: shopifyOrders.isHead(text, present),
    head: {
      ...shopifyOrders.head(text),
      orderFulfilled: shopifyOrders.isFulfilled(text('Fulfillment Status')) || undefined,
      orderFulfilledAt: civilDay(text('Fulfilled at'), timezone),
      orderCancelledAt: civilDay(text('Cancelled at'), timezone),
    },
    createdAt: text('Created at'),
    currency: text('Currency'),
    fulfilment: text('Fulfillment Status'),
  };
}

function reportOrder(
  order: Current,
  text: Text,
  place: { file: string; line: number },
  problems: Problem[],
): void {
  if (!order.headed) problems.push({ kind: 'order-without-head', place, order: order.name });
  const payment = text('Financial Status');
  if (payment !== '' && shopifyOrders.paymentState(payment) === undefined) {
    problems.push({
      kind: 'word-not-understood',
      place: { ...place, column: 'Financial Status' },
      value: payment,
      known: shopifyOrders.payments,
    });
  }
  const refunded = readNumber(text('Refunded Amount') || '0') ?? 0;
  if (
    refunded > 0 &&
    order.head.paymentState !== 'refunded' &&
    order.head.orderCancelledAt === undefined
  ) {
    problems.push({
      kind: 'refund-without-line',
      place: { ...place, column: 'Refunded Amount' },
      value: text('Refunded Amount'),
      order: order.name,
    });
  }
}

function readLine(
  text: Text,
  order: Current,
  at: number,
  file: string,
  source: OrderSource,
  nextLineId: (order: string, sku: Sku) => string,
  problems: Problem[],
): OrderLine | undefined {
  const place = { file, line: at };
  const essentials = readEssentials({
    ...place,
    timezone: source.timezone,
    dates: { order: source.dayOrder },
    sku: ['Lineitem sku', text('Lineitem sku')],
    orderedAt: ['Created at', text('Created at') || order.createdAt],
    quantity: ['Lineitem quantity', text('Lineitem quantity')],
    title: text('Lineitem name'),
  });
  if ('kind' in essentials) {
    problems.push(essentials);
    return undefined;
  }
  const { sku, orderedAt, quantity } = essentials;
  return {
    orderId: order.name,
    lineId: nextLineId(order.name, sku),
    orderedAt,
    sku,
    title: text('Lineitem name') || undefined,
    quantity,
    ...progress(text, order, quantity, place, source, problems),
    unitPrice: readNumber(text('Lineitem price')),
    currency: order.currency || undefined,
    ...order.head,
    asOf: source.asOf,
    headAsOf: order.headed ? source.asOf : undefined,
    place,
  };
}

type Progress = Pick<
  OrderLine,
  | 'fulfilledQuantity'
  | 'cancelledQuantity'
  | 'returnedQuantity'
  | 'fulfilledAt'
  | 'cancelledAt'
  | 'followsOrder'
>;

function progress(
  text: Text,
  order: Current,
  quantity: number,
  place: { file: string; line: number },
  source: OrderSource,
  problems: Problem[],
): Progress {
  const own = text('Lineitem fulfillment status');
  const { orderFulfilledAt, orderCancelledAt } = order.head;
  const state =
    source.history && orderCancelledAt === undefined
      ? 'all'
      : shopifyOrders.fulfilment(own, order.fulfilment);
  if (state === 'part') {
    const value = text('Lineitem sku');
    problems.push({ kind: 'part-fulfilled-unknown', place, value, order: order.name });
  }
  const fulfilled = state === 'all' ? quantity : 0;
  const isCancelled = orderCancelledAt !== undefined || state === 'restocked';
  return {
    fulfilledQuantity: fulfilled,
    cancelledQuantity: isCancelled ? quantity - fulfilled : 0,
    returnedQuantity: 0,
    fulfilledAt: fulfilled > 0 ? orderFulfilledAt : undefined,
    cancelledAt: orderCancelledAt,
    followsOrder: (!order.headed && own === '' && !source.history) || undefined,
  };
}

function civilDay(cell: string, timezone: string): Day | undefined {
  if (cell === '') return undefined;
  const time = readOrderTime(cell, timezone);
  if ('fault' in time) return undefined;
  const read = readDay(time.at);
  return 'day' in read ? read.day : undefined;
}
