import type { ExportField } from '../formats/order-format.ts';
import type { Goods } from '../formats/order-status.ts';
import type { PaymentState } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';

/** Reads a cell of a row by its field; blank where the file has no such column. */
export type Text = (cells: readonly string[], field: ExportField) => string;

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
  readonly goods: Goods | undefined;
  readonly isFulfilled: boolean;
  readonly paymentState: PaymentState | undefined;
  readonly currency: string | undefined;
  readonly customerName: string | undefined;
  readonly customerEmail: string | undefined;
  readonly shipToCountry: string | undefined;
  readonly shipToRegion: string | undefined;
  readonly locale: string | undefined;
  readonly channel: string | undefined;
}

/** A row that is an order line. */
export interface OrderRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly order: Order;
  readonly sku: Sku;
  /** What the line is called in its order; undefined where that is made of its date. */
  readonly name: string | undefined;
}
