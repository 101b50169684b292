import type { ListingTarget } from '../model/listing.ts';
import type { Sku } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';

/** How much of what may be sold a channel is given. */
export interface ChannelShare {
  readonly share: number;
  readonly maxQuantity?: number | undefined;
  /** Fewer units than this are not offered. */
  readonly hideBelow: number;
}

/** What a channel is to be told of each SKU. */
export function listingTargets(plan: Plan, channel: ChannelShare): ReadonlyMap<Sku, ListingTarget> {
  return new Map(
    plan.skus.map(({ sku, verdict, supply }) => [
      sku,
      {
        sku,
        status: verdict.status,
        sellable: share(verdict.sellable, channel),
        aheadLimit:
          verdict.aheadLimit === undefined ? undefined : share(verdict.aheadLimit, channel),
        shipDate: verdict.shipDate,
        released: supply.release === undefined || supply.release <= plan.today,
      },
    ]),
  );
}

/** SKUs that no supplier ever listed. */
export function inNoFeed(plan: Plan): ReadonlySet<Sku> {
  return new Set(
    plan.skus.filter(({ verdict }) => verdict.reason === 'not-in-any-feed').map(({ sku }) => sku),
  );
}

function share(units: number, { share: part, maxQuantity, hideBelow }: ChannelShare): number {
  const given = Math.min(Math.floor(units * part + 1e-9), maxQuantity ?? Number.POSITIVE_INFINITY);
  return given < hideBelow ? 0 : given;
}
