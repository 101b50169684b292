import type { Day } from './day.ts';
import type { Sku } from './sku.ts';

export const purchaseActions = ['order', 'change', 'cancel'] as const;

/** A line of a purchase order: units of an order line that a supplier is to ship, or what becomes of such a line. */
export interface PurchaseLine {
  readonly poNumber: string;
  readonly day: Day;
  /** `change`: of the line of an earlier purchase order only so many are to be shipped in all; `cancel`: none. */
  readonly action: (typeof purchaseActions)[number];
  readonly supplier: string;
  readonly channel: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly sku: Sku;
  readonly supplierSku: string;
  /** In our units. */
  readonly quantity: number;
  /** Our units in one of the supplier's, where these differ; the book does not keep it. */
  readonly ownUnits?: { readonly numerator: number; readonly denominator: number } | undefined;
  readonly shipDate?: Day | undefined;
  /** The purchase order whose line is changed or cancelled; empty for an order. */
  readonly corrects: string;
}
