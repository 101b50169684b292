import { type DateStyle, readDay, watchDates } from '../formats/day-cell.ts';
import { readNumber } from '../formats/number-cell.ts';
import type { OrderField } from '../formats/orders.ts';
import { shopifyOrders } from '../formats/shops/shopify-orders.ts';
import type { Columns } from '../formats/vocabulary.ts';
import type { Day } from '../model/day.ts';
import { type OrderLine, type PaymentState, paymentStates } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { cellReader } from './columns.ts';
import { readEssentials } from './essentials.ts';
import { lineCounter } from './line-ids.ts';
import type { OrderReading, OrderRow, OrderSource } from './order-file.ts';
import { readOrderQuantity } from './quantity.ts';

const dayFields = [
  'ordered_at',
  'fulfilled_at',
  'cancelled_at',
  'forwarded_at',
  'promised_ship_date',
  'promised_delivery_date',
] as const;
type DayField = (typeof dayFields)[number];

/** Converts the rows of a canonical orders file, or of any file with a date, a SKU and a quantity. */
export function readOrderRows(
  rows: readonly OrderRow[],
  columns: Columns<OrderField>,
  file: string,
  source: OrderSource,
): OrderReading {
  const cell = cellReader(columns);
  const dateStyle = (field: DayField): DateStyle => {
    const dates = watchDates(source.dayOrder);
    for (const row of rows) dates.see(cell(row.cells, field));
    return dates.style();
  };
  const dateStyles = new Map(dayFields.map((field) => [field, dateStyle(field)]));
  const problems: Problem[] = [];
  const nextLineId = lineCounter();
  const lines = rows.flatMap((row) => {
    const line = readLine(
      { row, file, source, problems, dateStyles, text: (field) => cell(row.cells, field) },
      nextLineId,
    );
    return line ? [line] : [];
  });
  const telling: OrderField[] = [
    'fulfilled_quantity',
    'fulfilled_at',
    'cancelled_quantity',
    'cancelled_at',
  ];
  return {
    lines,
    problems,
    tellsFulfilment: telling.some((field) => columns[field] !== undefined),
  };
}

interface LineReader {
  readonly row: OrderRow;
  readonly file: string;
  readonly source: OrderSource;
  readonly problems: Problem[];
  readonly dateStyles: ReadonlyMap<DayField, DateStyle>;
  readonly text: (field: OrderField) => string;
}

function readLine(
  reader: LineReader,
  nextLineId: ReturnType<typeof lineCounter>,
): OrderLine | undefined {
  const { row, file, source, problems, text } = reader;
  const essentials = readEssentials({
    file,
    line: row.line,
    timezone: source.timezone,
    dates: reader.dateStyles.get('ordered_at'),
    sku: ['sku', text('sku')],
    orderedAt: ['ordered_at', text('ordered_at')],
    quantity: ['quantity', text('quantity')],
    title: text('title'),
  });
  if ('kind' in essentials) {
    problems.push(essentials);
    return undefined;
  }
  const { sku, orderedAt, quantity } = essentials;
  const optional = (field: OrderField) => text(field) || undefined;
  const orderId = text('order_id');
  return {
    orderId,
    lineId: text('line_id') || nextLineId(orderId || orderedAt, sku),
    orderedAt,
    sku,
    title: optional('title'),
    quantity,
    ...readProgress(reader, quantity, source.history || orderId === ''),
    supplier: optional('supplier'),
    promisedShipDate: readOptionalDay(reader, 'promised_ship_date'),
    promisedDeliveryDate: readOptionalDay(reader, 'promised_delivery_date'),
    paymentState: readPayment(reader),
    unitPrice: text('unit_price') === '' ? undefined : readNumber(text('unit_price')),
    currency: optional('currency'),
    customerName: optional('customer_name'),
    customerEmail: optional('customer_email'),
    shipToCountry: optional('ship_to_country'),
    shipToRegion: optional('ship_to_region'),
    locale: optional('locale'),
    channel: optional('channel'),
    asOf: source.asOf,
    headAsOf: source.asOf,
    place: { file, line: row.line },
  };
}

type Progress = Pick<
  OrderLine,
  | 'fulfilledQuantity'
  | 'cancelledQuantity'
  | 'returnedQuantity'
  | 'fulfilledAt'
  | 'cancelledAt'
  | 'forwardedAt'
>;

/** A date without a quantity means all of the line; a line of a history is done. */
function readProgress(reader: LineReader, quantity: number, done: boolean): Progress {
  const fulfilledAt = readOptionalDay(reader, 'fulfilled_at');
  const cancelledAt = readOptionalDay(reader, 'cancelled_at');
  const cancelledStated = readOptionalQuantity(reader, 'cancelled_quantity');
  const fulfilledStated = readOptionalQuantity(reader, 'fulfilled_quantity');
  const undone = Math.max(0, quantity - (cancelledStated ?? 0));
  const fulfilled = done ? undone : (fulfilledStated ?? (fulfilledAt ? undone : 0));
  return {
    fulfilledQuantity: fulfilled,
    cancelledQuantity: cancelledStated ?? (cancelledAt ? Math.max(0, quantity - fulfilled) : 0),
    returnedQuantity: readOptionalQuantity(reader, 'returned_quantity') ?? 0,
    fulfilledAt,
    cancelledAt,
    forwardedAt: readOptionalDay(reader, 'forwarded_at'),
  };
}

function readOptionalDay(
  { text, dateStyles, problems, file, row }: LineReader,
  field: DayField,
): Day | undefined {
  const value = text(field);
  if (value === '') return undefined;
  const read = readDay(value, dateStyles.get(field));
  if ('day' in read) return read.day;
  const kind = read.fault === 'ambiguous' ? 'date-unclear' : 'date-ignored';
  problems.push({ kind, place: { file, line: row.line, column: field }, value });
  return undefined;
}

function readOptionalQuantity(
  { text, problems, file, row }: LineReader,
  field: OrderField,
): number | undefined {
  const value = text(field);
  if (value === '') return undefined;
  const read = readOrderQuantity(value);
  if (typeof read === 'number') return read;
  problems.push({
    kind: 'number-not-understood',
    place: { file, line: row.line, column: field },
    value,
  });
  return undefined;
}

function readPayment({ text, problems, file, row }: LineReader): PaymentState | undefined {
  const word = text('payment_state').toLowerCase();
  if (word === '') return undefined;
  const state = paymentStates.find((known) => known === word) ?? shopifyOrders.paymentState(word);
  if (state === undefined) {
    problems.push({
      kind: 'word-not-understood',
      place: { file, line: row.line, column: 'payment_state' },
      value: word,
      known: paymentStates,
    });
  }
  return state;
}
