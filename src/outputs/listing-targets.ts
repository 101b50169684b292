import type { ListingTarget } from '../model/listing.ts';
import type { Sku } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';
import { soldAs } from '../plan/status.ts';

/** How much of what may be sold a channel is given. */
export interface ChannelShare {
  readonly share: number;
  readonly maxQuantity?: number | undefined;
  /** Fewer units than this are not offered. */
  readonly hideBelow: number;
}

/** What a channel is to be told of each SKU: what it may not sell at all is out of stock there. */
export function listingTargets(plan: Plan, channel: ChannelShare): ReadonlyMap<Sku, ListingTarget> {
  return new Map(
    plan.skus.map(({ sku, verdict, supply }) => {
      const { sellable, aheadLimit, shipDate } = verdict;
      const ahead = aheadLimit === undefined ? undefined : share(aheadLimit, channel);
      const status = soldAs({ ...verdict, aheadLimit: ahead });
      return [
        sku,
        {
          sku,
          status,
          sellable: share(sellable, channel),
          aheadLimit: status === 'unavailable' ? undefined : ahead,
          shipDate,
          released: supply.release === undefined || supply.release <= plan.today,
        },
      ];
    }),
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
