import type { Day } from './day.ts';
import type { Place } from './place.ts';
import type { Sku } from './sku.ts';
import type { Status } from './status.ts';

/** Units never offered: a number, a share of what is usable (0.1), or set by the demand until the next file. */
export type Buffer =
  | { readonly kind: 'units'; readonly units: number }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'auto' };

/** What is agreed with, or known of, a supplier. */
export interface SupplierTerms {
  readonly id: string;
  readonly name: string;
  /** Working days from the order until the carrier has the parcel. */
  readonly dispatchDays: number;
  /** Longest calendar days on the way. */
  readonly transitDays: number;
  /** Calendar days they are usually out, when they state no date. */
  readonly restockDays?: number | undefined;
  /** Calendar days added to dates they state. */
  readonly slipDays: number;
  /** The supplier's own past tells the slip, or how long it is usually out, instead of the settings. */
  readonly slipIsLearned?: boolean | undefined;
  readonly restockIsLearned?: boolean | undefined;
  /** Its past restocks came so irregularly that its dates are worth little. */
  readonly isUnreliable?: boolean | undefined;
  readonly buffer: Buffer;
  /** A file older than this many days counts as no stock. */
  readonly staleAfterDays: number;
  /** The lower number serves first. */
  readonly priority: number;
  readonly holidays: ReadonlySet<Day>;
  /** Units that an "in stock" word without a number stands for. */
  readonly wordQuantity: number;
  /** `same-day`: orders count as forwarded on their order day. */
  readonly forwarded: 'recorded' | 'same-day';
}

/** The merchant's rules. */
export interface Policy {
  readonly backorderMaxWaitDays: number;
  readonly preorderMaxWaitDays: number;
  readonly uncertainRestock: 'preorder' | 'backorder' | 'unavailable';
  /** Units sold ahead when the arriving quantity is unknown. */
  readonly unknownRestockLimit: number;
  readonly returnQuantity: number;
  /** The share of shipped units that may come back for reasons that are not the customer's. */
  readonly maxReturnRate: number;
  readonly serviceLevel: number;
  /** Days that goods of an order may wait for others of it: 0 lets each line ship at its own date. */
  readonly waitMaxDays: number;
  /** Orders that are served before all others, as `orderKey` names them. */
  readonly priorityOrders: ReadonlySet<string>;
  readonly labelDate: 'ship' | 'delivery';
}

/** The merchant's word on one SKU, from `skus.csv`. */
export interface SkuOverride {
  readonly sku: Sku;
  readonly title?: string | undefined;
  readonly release?: Day | undefined;
  readonly restock?: Day | undefined;
  readonly safetyStock?: number | undefined;
  readonly backorderLimit?: number | undefined;
  readonly preorderLimit?: number | undefined;
  readonly dispatchDays?: number | undefined;
  readonly discontinued?: boolean | undefined;
  readonly status?: Status | undefined;
  readonly barcode?: string | undefined;
  /** Its line; undefined where no file says it. */
  readonly place?: Place | undefined;
}
