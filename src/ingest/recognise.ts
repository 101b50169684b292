import { isAnswers } from '../formats/answers.ts';
import { isEvents } from '../formats/notice-events.ts';
import { plainOrders, plainOrderWords } from '../formats/plain-orders.ts';
import { isOnlyReturns, isReturnDay, isReturns } from '../formats/returns.ts';
import { isOnlyShipments, isShipments, tellsOfParcels } from '../formats/shipments.ts';
import { listingFormats } from '../formats/shops/listings.ts';
import { findOrderFormat } from '../formats/shops/orders.ts';
import { findUnsuitedExport } from '../formats/shops/unsuited.ts';
import type { StockField } from '../formats/stock.ts';
import { everydayNames, stockWords } from '../formats/stock-columns.ts';
import { isRequests } from '../formats/stock-requests.ts';
import { type Columns, normaliseName, resolveColumns } from '../formats/vocabulary.ts';
import { findWarehouses } from '../formats/warehouses.ts';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { readHead, type TableHead } from './table.ts';

/** What a file is, by its header. */
export interface Recognised {
  readonly role:
    | 'stock'
    | 'orders'
    | 'shipments'
    | 'returns'
    | 'answers'
    | 'events'
    | 'requests'
    | 'listing';
  /** For people: `Shopify orders export`. */
  readonly title: string;
  readonly head: TableHead;
}

/** Tells what a file is from its header; a file that could be two things is neither. */
export function recognise(content: Content, file: string): Recognised | Problem {
  const head = readHead(content, file);
  if ('kind' in head) return head;
  const place = { file, line: head.headerLine };
  const unsuited = findUnsuitedExport(head.header);
  if (unsuited) return { kind: 'export-unsuited', place, ...unsuited };
  const found = candidates(head.header);
  const [only, ...others] = found;
  if (only === undefined) return { kind: 'format-unknown', place, headers: head.header };
  if (others.length > 0)
    return { kind: 'format-ambiguous', place, formats: found.map(({ title }) => title) };
  return { ...only, head };
}

type Candidate = Pick<Recognised, 'role' | 'title'>;

function candidates(header: readonly string[]): Candidate[] {
  if (isAnswers(header)) return [{ role: 'answers', title: 'answers of suppliers' }];
  if (isEvents(header)) return [{ role: 'events', title: 'notice events' }];
  if (isRequests(header)) return [{ role: 'requests', title: 'stock requests' }];
  const format = findOrderFormat(header);
  if (format) return [{ role: 'orders', title: format.title }];
  const listings = listingFormats.filter((format) => format.recognise(header));
  if (listings.length > 0)
    return listings.map(({ title }) => ({ role: 'listing', title: `a ${title}` }));
  return plainCandidates(header);
}

/** Files of no shop or channel, told by the words in their header. */
function plainCandidates(header: readonly string[]): Candidate[] {
  const parcels = tellsOfParcels(header);
  const orders = resolveColumns(plainOrderWords, header).columns;
  const stock = resolveColumns(stockWords, header).columns;
  const result: Candidate[] = [];
  const isOrders =
    has(orders, 'ordered_at', 'sku', 'quantity') &&
    !isOnlyShipments(header) &&
    !isOnlyReturns(header);
  const returns = isReturns(header);
  if (returns) result.push({ role: 'returns', title: 'a list of returns' });
  if (isShipments(header) && !isReturnDay(header) && (parcels || !isOrders))
    result.push({ role: 'shipments', title: 'a list of shipments' });
  if (isOrders) result.push({ role: 'orders', title: plainOrders.title });
  const { sure, unsure } = findWarehouses(header);
  const hasStock = stock.quantity !== undefined || sure.length + unsure.length > 0;
  if (
    has(stock, 'sku') &&
    hasStock &&
    (!isOrders || speaksOfSupply(stock, header)) &&
    (!has(orders, 'order_id') || tellsNoOrders(orders)) &&
    !parcels &&
    !returns
  ) {
    result.push({ role: 'stock', title: 'a supplier stock file' });
  }
  return result;
}

/** The columns of a file that speaks of orders, although it may lack what a list of orders needs; undefined for any other. */
export function columnsOfOrders(
  header: readonly string[],
): Columns<keyof typeof plainOrderWords> | undefined {
  const { columns } = resolveColumns(plainOrderWords, header);
  const signs = ['ordered_at', 'order_status', 'payment_state', 'customer_email'] as const;
  const isOrders = has(columns, 'order_id') && signs.some((field) => has(columns, field));
  return isOrders ? columns : undefined;
}

/** What a supplier has on order stands under `Commande` or `Pedido` as well: without a day and units of orders it is none. */
function tellsNoOrders(orders: Columns<'ordered_at' | 'quantity'>): boolean {
  return orders.ordered_at === undefined && orders.quantity === undefined;
}

function has<Field extends string>(columns: Columns<Field>, ...fields: readonly Field[]): boolean {
  return fields.every((field) => columns[field] !== undefined);
}

const supplyFields = [
  'restock_date',
  'restock_quantity',
  'release_date',
  'discontinued',
  'blocked',
  'unit_cost',
  'quantity_kind',
  'location',
  'entry_date',
] as const satisfies readonly StockField[];

/** Columns that only suppliers have: a file with a date may still be stock. */
function speaksOfSupply(columns: Columns<StockField>, header: readonly string[]): boolean {
  return supplyFields.some((field) => {
    const at = columns[field];
    return at !== undefined && !everydayNames.has(normaliseName(header[at] ?? ''));
  });
}
