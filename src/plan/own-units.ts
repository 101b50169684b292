import type { Sku } from '../model/sku.ts';
import type { DatedOffer, MissingArticle, SkuMapping } from './input.ts';

const one = { numerator: 1, denominator: 1 };

/** Says offers in our SKUs and our units: by the SKU map, else by the pack size; parts of a unit do not count. */
export function inOwnUnits(
  offers: readonly DatedOffer[],
  mappings: readonly SkuMapping[],
): DatedOffer[] {
  const map = groupMappings(mappings);
  return offers.flatMap((offer) => {
    const found = map.get(articleKey(offer)) ?? [{ ...offer, units: undefined }];
    return found.map((mapping) => convert(offer, mapping));
  });
}

/** What a supplier's number stands for in our SKUs and units. */
export interface OwnArticle {
  readonly supplier: string;
  readonly sku: Sku;
  readonly numerator: number;
  readonly denominator: number;
}

/** Our articles by the numbers that suppliers have for them: by the SKU map, else as their offers name both. */
export function ownArticles(
  offers: readonly DatedOffer[],
  mappings: readonly SkuMapping[],
): ReadonlyMap<string, readonly OwnArticle[]> {
  const mapped = new Set(mappings.map(articleKey));
  const packs = new Map(offers.map((offer) => [articleKey(offer), offer.packSize]));
  const named = offers.filter((offer) => !mapped.has(articleKey(offer)));
  const articles = new Map<string, OwnArticle[]>();
  for (const { supplier, supplierSku, sku, units } of [
    ...mappings,
    ...named.map((offer) => ({ ...offer, units: undefined })),
  ]) {
    const pack = { ...one, numerator: packs.get(articleKey({ supplier, supplierSku })) ?? 1 };
    const own = { supplier, sku, ...(units ?? pack) };
    articles.set(supplierSku, [...(articles.get(supplierSku) ?? []), own]);
  }
  return articles;
}

/** The SKUs of ours that a missing article was. */
export function missingSkus(
  missing: readonly MissingArticle[],
  mappings: readonly SkuMapping[],
): ReadonlySet<Sku> {
  const map = groupMappings(mappings);
  return new Set(
    missing.flatMap((article) => (map.get(articleKey(article)) ?? [article]).map(({ sku }) => sku)),
  );
}

function articleKey(article: { readonly supplier: string; readonly supplierSku: string }): string {
  return `${article.supplier}\0${article.supplierSku}`;
}

function groupMappings(mappings: readonly SkuMapping[]): Map<string, SkuMapping[]> {
  const map = new Map<string, SkuMapping[]>();
  for (const mapping of mappings) {
    const key = articleKey(mapping);
    map.set(key, [...(map.get(key) ?? []), mapping]);
  }
  return map;
}

function convert(offer: DatedOffer, mapping: Pick<SkuMapping, 'sku' | 'units'>): DatedOffer {
  const { numerator, denominator } = mapping.units ?? { ...one, numerator: offer.packSize ?? 1 };
  const own = (units: number) => Math.floor((units * numerator) / denominator);
  return {
    ...offer,
    sku: mapping.sku,
    quantity: own(offer.quantity),
    restocks: offer.restocks.map(({ day, quantity }) => ({
      day,
      quantity: quantity === undefined ? undefined : own(quantity),
    })),
    unitCost: offer.unitCost === undefined ? undefined : (offer.unitCost * denominator) / numerator,
  };
}
