import type { Barcode } from '../model/barcode.ts';
import { toBarcode } from '../model/barcode.ts';
import { groupBy } from '../model/group-by.ts';
import type { NumberRule } from '../model/likeness.ts';
import { type Sku, toSku } from '../model/sku.ts';
import type { ArticleNumber, SkuMapping } from '../model/sku-mapping.ts';
import type { Article, Match, MatchRules } from './input.ts';

/** Says which SKUs of ours a supplier's article is; none when that is not certain. */
export type Matcher = (article: Article) => readonly Match[];

/**
 * Matches articles by the SKU map, else by the supplier's prefixes, else by the number itself, else by the barcode.
 * A barcode counts only where it is one SKU's alone, one of the supplier's articles' alone, and that supplier has the
 * SKU in no surer way, and for no packs. `articles` are all that suppliers have: they tell which barcodes are theirs alone.
 */
export function makeMatcher(rules: MatchRules, articles: Iterable<Article>): Matcher {
  const map = groupMappings(rules);
  const bySure = (article: Article): readonly Match[] =>
    (map.size > 0 && map.get(articleKey(article))) || byNumber(article, rules);
  const byBarcode = barcodeMatches(rules, articles, bySure);
  return (article) => {
    const sure = bySure(article);
    if (sure.length > 0 || byBarcode.size === 0) return sure;
    return byBarcode.get(articleKey(article)) ?? [];
  };
}

/** What makes two articles the same: the supplier and its number. */
export function articleKey({ supplier, supplierSku }: ArticleNumber): string {
  return `${supplier}\0${supplierSku}`;
}

/**
 * The SKU that an article without a match goes by: the supplier's number, in the form that our SKUs for this supplier
 * would have.
 */
export function ownForm({ supplier, sku, supplierSku }: Article, { numberRules }: MatchRules): Sku {
  const rule = numberRules.get(supplier);
  return (rule && sku === supplierSku ? applyRule(supplierSku, rule) : undefined) ?? sku;
}

function groupMappings({ skuMap }: MatchRules): Map<string, Match[]> {
  const groups = groupBy(skuMap, articleKey);
  const toMatch = ({ sku, units }: SkuMapping): Match => ({ sku, units, way: 'map' });
  return new Map([...groups].map(([key, mappings]) => [key, mappings.map(toMatch)]));
}

function byNumber(article: Article, rules: MatchRules): readonly Match[] {
  const formed = ownForm(article, rules);
  if (formed !== article.sku && rules.isOurs(formed)) return [{ sku: formed, way: 'prefix' }];
  return rules.isOurs(article.sku) ? [{ sku: article.sku, way: 'number' }] : [];
}

/** A number that begins with our prefix already is left as it is. */
function applyRule(number: string, { ours = '', theirs = '' }: NumberRule): Sku | undefined {
  if (!number.startsWith(theirs)) return undefined;
  const bare = number.slice(theirs.length);
  if (ours !== '' && bare.startsWith(ours)) return undefined;
  return toSku(`${ours}${bare}`);
}

function barcodeMatches(
  rules: MatchRules,
  articles: Iterable<Article>,
  bySure: Matcher,
): ReadonlyMap<string, readonly Match[]> {
  const found = new Map<string, readonly Match[]>();
  const owners = ownersOf(rules);
  if (owners.size === 0) return found;
  const setAside = new Set(rules.setAside.map(articleKey));
  const all = [...articles];
  const taken = new Set(
    all.flatMap((article) => bySure(article).map(({ sku }) => skuKey(article, sku))),
  );
  for (const { article, sku } of loneHolders(all, owners)) {
    const isFree = bySure(article).length === 0 && !taken.has(skuKey(article, sku));
    // A pack that bears the barcode of a single unit: nobody knows which of the two it counts.
    const isSingle = (article.packSize ?? 1) === 1;
    if (isFree && isSingle && !setAside.has(articleKey(article)))
      found.set(articleKey(article), [{ sku, way: 'barcode' }]);
  }
  return found;
}

function skuKey({ supplier }: Article, sku: Sku): string {
  return `${supplier}\0${sku}`;
}

interface Holder {
  readonly article: Article;
  readonly sku: Sku;
}

/** The articles that alone of their supplier bear the barcode of a SKU of ours. */
function loneHolders(
  articles: readonly Article[],
  owners: ReadonlyMap<Barcode, Sku | undefined>,
): Holder[] {
  const holders = new Map<string, Holder | undefined>();
  for (const article of articles) {
    const barcode = article.barcode === undefined ? undefined : toBarcode(article.barcode);
    const sku = barcode && owners.get(barcode);
    if (sku === undefined) continue;
    const key = `${article.supplier}\0${barcode}`;
    const holder = holders.get(key);
    const isSame = holder !== undefined && articleKey(holder.article) === articleKey(article);
    if (!isSame) holders.set(key, holders.has(key) ? undefined : { article, sku });
  }
  return [...holders.values()].filter((holder) => holder !== undefined);
}

/** The SKU that each barcode is alone; undefined for one of several. */
function ownersOf({ barcodes }: MatchRules): ReadonlyMap<Barcode, Sku | undefined> {
  const owners = new Map<Barcode, Sku | undefined>();
  for (const [sku, codes] of barcodes) {
    for (const code of codes) owners.set(code, owners.has(code) ? undefined : sku);
  }
  return owners;
}
