import type { Book } from '../book/book.ts';
import type { Standing } from '../book/standing.ts';
import type { MatchRules, ShopArticle } from '../match/input.ts';
import type { ReportInput } from '../match/report.ts';
import { type Barcode, toBarcode } from '../model/barcode.ts';
import type { Day } from '../model/day.ts';
import type { Kits } from '../model/kit.ts';
import { asMangled, mangledForms } from '../model/mangled.ts';
import { isOrderedAfter } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';
import { flatKits } from '../plan/kits.ts';
import { outstandingUnits } from '../plan/outstanding.ts';
import type { Settings } from './settings.ts';
import type { Shop } from './shop.ts';

/** What decides which SKU of ours an article is, but for the SKUs themselves. */
export function matchingRules({ workspace }: Settings, shop: Shop): Omit<MatchRules, 'isOurs'> {
  const barcodes = new Map<Sku, Set<Barcode>>();
  const add = (sku: Sku, cell: string | undefined) => {
    const barcode = cell === undefined ? undefined : toBarcode(cell);
    if (barcode !== undefined) barcodes.set(sku, (barcodes.get(sku) ?? new Set()).add(barcode));
  };
  for (const { listing } of shop.shelves)
    for (const { sku, barcode } of listing.articles) add(sku, barcode);
  for (const { sku, barcode } of shop.own.overrides.values()) add(sku, barcode);
  return {
    skuMap: shop.own.mappings,
    setAside: shop.own.setAside,
    numberRules: new Map([...workspace.suppliers].map(([id, { prefixes }]) => [id, prefixes])),
    barcodes,
  };
}

/** The articles of a book and the shop's SKUs, and what decides how they come together. */
export interface Matching extends ReportInput {
  /** Kits by what they are made of in the end. */
  readonly kits: Kits;
  readonly articles: Standing['offers'];
}

/** What is to be matched with what, as it stands on the day. */
export function matchingOf(
  settings: Settings,
  shop: Shop,
  book: Book,
  { offers: articles }: Standing,
): Matching {
  const own = shopArticles(shop, book, settings.today);
  const mapped = new Set(shop.own.mappings.map(({ sku }) => sku));
  const isOurs = (sku: Sku) => own.has(sku) || mapped.has(sku);
  return {
    own,
    articles,
    kits: flatKits(shop.own.kits),
    rules: { ...matchingRules(settings, shop), isOurs },
  };
}

/** Every SKU of the shop, by the first place that names it. */
function shopArticles(shop: Shop, { lines }: Book, today: Day): ReadonlyMap<Sku, ShopArticle> {
  const own = new Map<Sku, ShopArticle>();
  const add = (found: ShopArticle) => {
    // A kit is made of what suppliers have.
    const article = shop.own.kits.has(found.sku) ? { ...found, isWanted: false } : found;
    const known = own.get(article.sku);
    if (!known || (article.isWanted && !known.isWanted)) own.set(article.sku, article);
  };
  for (const { listing } of shop.shelves) {
    for (const { sku, title, line } of listing.articles)
      add({ sku, title, place: { file: listing.file, line }, isWanted: true });
  }
  for (const { sku, title, discontinued } of shop.own.overrides.values())
    add({ sku, title, place: { file: 'skus.csv' }, isWanted: discontinued !== true });
  for (const line of lines) {
    const { sku, title, place } = line;
    if (own.get(sku)?.isWanted || isOrderedAfter(line, today)) continue;
    add({ sku, title, place, isWanted: outstandingUnits(line, today) > 0 });
  }
  return own;
}

/** Names the SKUs, of the shop and of its suppliers, that a mangled one may have been. */
export function withCandidates(
  problems: readonly Problem[],
  shop: Shop,
  { lines, runs }: Book,
): readonly Problem[] {
  if (problems.every(({ kind }) => kind !== 'sku-mangled')) return problems;
  const known = new Set<string>([
    ...[...lines, ...runs].map(({ sku }) => sku),
    ...shop.shelves.flatMap(({ listing }) => listing.articles.map(({ sku }) => sku)),
    ...shop.own.overrides.keys(),
    ...shop.own.mappings.flatMap(({ sku, supplierSku }) => [sku, supplierSku]),
  ]);
  const sources = new Map<string, string[]>();
  for (const sku of known) {
    for (const form of new Set(mangledForms(sku)))
      sources.set(form, [...(sources.get(form) ?? []), sku]);
  }
  return problems.map((problem) =>
    problem.kind === 'sku-mangled'
      ? { ...problem, candidates: sources.get(asMangled(problem.value ?? '') ?? '') ?? [] }
      : problem,
  );
}
