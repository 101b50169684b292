import { articleKey } from '../match/matcher.ts';
import { groupBy } from '../model/group-by.ts';
import type { Sku } from '../model/sku.ts';
import type { SkuMapping } from '../model/sku-mapping.ts';
import type { Desk } from './forwarding.ts';
import { type Goods, pool, type Shared, withoutOthers } from './pool.ts';
import type { Source, Supply } from './supply.ts';

/** The SKUs of each article that is several of ours. Only the SKU map makes it so. */
export function skusOfSharedArticles(skuMap: readonly SkuMapping[]): ReadonlyMap<string, Sku[]> {
  const byArticle = groupBy(skuMap, articleKey);
  return new Map(
    [...byArticle].flatMap(([key, mappings]) => {
      const skus = [...new Set(mappings.map(({ sku }) => sku))];
      return skus.length > 1 ? [[key, skus] as const] : [];
    }),
  );
}

/**
 * Has the SKUs of an article share its stock and what comes in of it. What is there without a number is not shared: it
 * counts as so many of each.
 */
export function shareStock(
  desks: ReadonlyMap<Sku, Desk>,
  articles: ReadonlyMap<string, readonly Sku[]>,
): void {
  for (const [key, skus] of articles) {
    const held = skus.flatMap((sku) => {
      const supply = desks.get(sku)?.supply;
      const source = supply?.sources.find(({ offer }) => articleKey(offer) === key);
      return supply && source ? [{ supply, source }] : [];
    });
    pool(held.flatMap(({ source }) => stockOf(source)));
    const restocks = held[0]?.source.offer.restocks ?? [];
    restocks.forEach((_, i) => {
      pool(held.flatMap(({ supply, source }) => arrivalOf(supply, source, i)));
    });
  }
}

const single = { numerator: 1, denominator: 1 };

function stockOf(source: Source): Shared[] {
  const { offer, stated } = source;
  if (offer.quantityKind === 'unknown') return [];
  return [{ goods: source, units: stated, ownUnits: offer.ownUnits ?? single }];
}

function arrivalOf({ arrivals }: Supply, { offer }: Source, at: number): Shared[] {
  const restock = offer.restocks[at];
  const arrival = arrivals.find((one) => one.quantityKnown && one.restock === restock);
  if (!restock || !arrival) return [];
  return [{ goods: arrival, units: arrival.quantity, ownUnits: offer.ownUnits ?? single }];
}

/** The desk of a SKU less what orders of other SKUs took of its goods. Its numbers are copies. */
export function withoutOtherOrders(desk: Desk): Desk {
  const { sources, arrivals } = desk.supply;
  if (!sources.some(isShared) && !arrivals.some(isShared)) return desk;
  const supply = {
    ...desk.supply,
    sources: sources.map((source) => {
      const usable = withoutOthers(source);
      return { ...source, usable, elsewhere: source.usable - usable };
    }),
    arrivals: arrivals.map((arrival) => ({ ...arrival, quantity: withoutOthers(arrival) })),
  };
  return { ...desk, supply };
}

function isShared({ pool: own }: Goods): boolean {
  return own !== undefined;
}
