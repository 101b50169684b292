import type { Day } from './day.ts';
import type { Sku } from './sku.ts';
import type { Status } from './status.ts';

/** What a channel is to be told of one SKU; the channel's own rules are not applied yet. */
export interface ListingTarget {
  readonly sku: Sku;
  readonly status: Status;
  /** Units to offer now: the sellable quantity after the channel's share, maximum and hiding. */
  readonly sellable: number;
  /** Units that may be sold ahead; undefined unless the status is backorder or preorder. */
  readonly aheadLimit?: number | undefined;
  /** The day the goods ship when they are sold ahead. */
  readonly shipDate?: Day | undefined;
  /** False until the release day has come: only such goods may be called preorder by channels. */
  readonly released: boolean;
}

/** How a channel sells ahead: its own backorder state, a capped quantity, or not at all. */
export type SellAhead = 'open' | 'capped' | 'off';
