import type { Day } from '../model/day.ts';
import type { Offer } from '../model/offer.ts';
import type { Sku } from '../model/sku.ts';

/** What a supplier's files said of an article from one day to another, in the supplier's units. */
export interface PastOffer {
  readonly supplier: string;
  readonly sku: Sku;
  readonly supplierSku: string;
  readonly since: Day;
  readonly seen: Day;
  /** Undefined where the row could not be read. */
  readonly offer?: Said | undefined;
}

/** What a file says of an article. */
export type Said = Pick<
  Offer,
  | 'quantity'
  | 'quantityKind'
  | 'availableFrom'
  | 'restocks'
  | 'discontinued'
  | 'unitCost'
  | 'currency'
>;

/** The days of a supplier's files. */
export interface FileDays {
  /** The oldest first. */
  readonly days: readonly Day[];
  readonly coverage: 'full' | 'changes';
}
