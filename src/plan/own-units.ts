import type { Article, Match, MatchRules } from '../match/input.ts';
import { articleKey, makeMatcher, ownForm } from '../match/matcher.ts';
import type { Sku } from '../model/sku.ts';
import type { DatedOffer, MissingArticle } from './input.ts';

const one = { numerator: 1, denominator: 1 };

/**
 * Says offers, and the articles that newest files lack, in our SKUs and our units: by the units of the SKU map, else by
 * the pack size; parts of a unit do not count.
 */
export function inOwnUnits(
  offers: readonly DatedOffer[],
  missing: readonly MissingArticle[],
  rules: MatchRules,
): { readonly offers: readonly DatedOffer[]; readonly missing: ReadonlySet<Sku> } {
  const matchesOf = makeMatcher(rules, offers);
  // Of their own: a renumbered article still bears the barcode of its missing one.
  const matchesOfMissing = makeMatcher(rules, missing);
  const own: DatedOffer[] = [];
  for (const offer of offers) {
    const matches = matchesOf(offer);
    if (matches.length === 0) own.push(convert(offer, { sku: ownForm(offer, rules) }));
    for (const match of matches) own.push(convert(offer, match));
  }
  return {
    offers: own,
    missing: new Set(
      missing.flatMap((article) => {
        const matches = matchesOfMissing(article);
        return matches.length === 0 ? [ownForm(article, rules)] : matches.map(({ sku }) => sku);
      }),
    ),
  };
}

/** What a supplier's number stands for in our SKUs and units. */
export interface OwnArticle {
  readonly supplier: string;
  readonly sku: Sku;
  readonly numerator: number;
  readonly denominator: number;
}

/** Our articles by the numbers that suppliers have for them: by the SKU map, else as their offers are matched. */
export function ownArticles(
  offers: readonly Article[],
  rules: MatchRules,
): ReadonlyMap<string, readonly OwnArticle[]> {
  const { skuMap } = rules;
  const mapped = new Set(skuMap.map(articleKey));
  const packs = new Map(offers.map((offer) => [articleKey(offer), offer.packSize]));
  const matchesOf = makeMatcher(rules, offers);
  const named = offers
    .filter((offer) => !mapped.has(articleKey(offer)))
    .map((offer) => ({
      ...offer,
      units: undefined,
      sku: matchesOf(offer)[0]?.sku ?? ownForm(offer, rules),
    }));
  const articles = new Map<string, OwnArticle[]>();
  for (const { supplier, supplierSku, sku, units } of [...skuMap, ...named]) {
    const pack = { ...one, numerator: packs.get(articleKey({ supplier, supplierSku })) ?? 1 };
    const own = { supplier, sku, ...(units ?? pack) };
    articles.set(supplierSku, [...(articles.get(supplierSku) ?? []), own]);
  }
  return articles;
}

type Conversion = Pick<Match, 'sku' | 'units'> & Partial<Match>;

function convert(offer: DatedOffer, conversion: Conversion): DatedOffer {
  if (isOwn(offer, conversion)) return offer;
  const { sku, units, way } = conversion;
  const { numerator, denominator } = units ?? { ...one, numerator: offer.packSize ?? 1 };
  const own = (count: number) => Math.floor((count * numerator) / denominator);
  return {
    ...offer,
    sku,
    ownUnits: numerator === denominator ? undefined : { numerator, denominator },
    matchedBy: way,
    quantity: own(offer.quantity),
    restocks: offer.restocks.map(({ day, quantity }) => ({
      day,
      quantity: quantity === undefined ? undefined : own(quantity),
    })),
    unitCost: offer.unitCost === undefined ? undefined : (offer.unitCost * denominator) / numerator,
  };
}

/** The usual case: it bears our SKU and counts whole units. */
function isOwn(
  { sku, packSize = 1, quantity, restocks }: DatedOffer,
  { sku: own, units, way = 'number' }: Conversion,
): boolean {
  return (
    way === 'number' &&
    own === sku &&
    units === undefined &&
    packSize === 1 &&
    Number.isInteger(quantity) &&
    restocks.every((restock) => Number.isInteger(restock.quantity ?? 0))
  );
}
