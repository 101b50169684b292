import { type ExportField, exportFields } from '../formats/order-format.ts';
import type { Goods } from '../formats/order-status.ts';
import type { Columns } from '../formats/vocabulary.ts';
import type { Address } from '../model/address.ts';
import type { PaymentState } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';

/** Where in a row each field stands; -1 where the file has no such column. */
export type Places = { readonly [F in ExportField]: number };

/** The places of the columns, each found once and not anew on every row. */
export function placesOf(columns: Columns<ExportField>): Places {
  const places = exportFields.map((field) => [field, columns[field] ?? -1]);
  return Object.fromEntries(places) as Places;
}

/** Whether any column says what has been shipped. */
export function tellsFulfilment(columns: Columns<ExportField>): boolean {
  return tellingFields.some((field) => columns[field] !== undefined);
}

/** What tells of a line what was shipped of it. */
export const tellingFields: readonly ExportField[] = [
  'fulfilled_quantity',
  'fulfilled_at',
  'fulfilment_status',
  'line_status',
  'order_status',
];

/** The cell at a place; blank where there is no such column. */
export function textAt(cells: readonly string[], place: number): string {
  return place < 0 ? '' : (cells[place] ?? '').trim();
}

/** The order whose rows are being read: what its first row says holds for the rows below it. */
export interface Order {
  /** Rows that bear the same are of one order. */
  readonly key: string;
  readonly id: string;
  /** Its first row is in the file. */
  readonly headed: boolean;
  /** Its first row is no line but stands for all of its lines. */
  readonly isSum: boolean;
  /** As the first row writes them. */
  readonly orderedAt: string;
  readonly fulfilledAt: string;
  readonly cancelledAt: string;
  readonly promisedShipDate: string;
  readonly goods: Goods | undefined;
  readonly isFulfilled: boolean;
  readonly paymentState: PaymentState | undefined;
  readonly currency: string | undefined;
  readonly customerName: string | undefined;
  readonly customerEmail: string | undefined;
  readonly shipToCountry: string | undefined;
  readonly shipToRegion: string | undefined;
  readonly shipTo: Address | undefined;
  readonly locale: string | undefined;
  readonly channel: string | undefined;
}

/** What rows of one SKU share. */
export interface Article {
  readonly sku: Sku;
  /** As the last row called it: most call it the same. */
  title: string;
}

/** A row that is an order line. */
export interface OrderRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly order: Order;
  readonly article: Article;
  /** What the line is called in its order; undefined where that is made of its date. */
  readonly name: string | undefined;
}
