import { type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import type { FileDays, PastOffer } from './past.ts';

/**
 * The units of a SKU of ours that the newest file of a supplier on a day showed; infinite for "in stock" and "more than",
 * which name no limit. Undefined where no file tells, and where that is too old to.
 */
export type Shown = (supplier: string, sku: Sku, day: Day) => number | undefined;

/** Which SKU of ours a supplier's number is, and how many of our units one of its units holds. */
interface Conversion {
  readonly supplier: string;
  readonly sku: Sku;
  readonly numerator: number;
  readonly denominator: number;
}

/** Articles of ours by the numbers that suppliers have for them. */
export type Conversions = ReadonlyMap<string, readonly Conversion[]>;

/** What a supplier's files said of one of its articles, the oldest first. */
export interface ArticlePast extends Conversion {
  readonly runs: readonly PastOffer[];
}

/** What suppliers' files said of each SKU, by supplier and SKU; an article that no file told of is left out. */
export function articlePasts(
  offers: readonly PastOffer[],
  articles: Conversions,
): ReadonlyMap<string, readonly ArticlePast[]> {
  const runs = groupBy(offers, ({ supplier, supplierSku }) => `${supplier}\0${supplierSku}`);
  const pasts = [...articles].flatMap(([supplierSku, own]) =>
    own.flatMap((one): ArticlePast[] => {
      const said = runs.get(`${one.supplier}\0${supplierSku}`);
      if (said === undefined) return [];
      return [{ ...one, runs: said.toSorted((a, b) => (a.since < b.since ? -1 : 1)) }];
    }),
  );
  return groupBy(pasts, ({ supplier, sku }) => pastKey(supplier, sku));
}

export function pastKey(supplier: string, sku: Sku): string {
  return `${supplier}\0${sku}`;
}

/** Looks up what suppliers' files showed, until they go stale. */
export function shownIn(
  pasts: ReadonlyMap<string, readonly ArticlePast[]>,
  files: ReadonlyMap<string, FileDays>,
  termsOf: (supplier: string) => Pick<SupplierTerms, 'staleAfterDays'>,
): Shown {
  return (supplier, sku, day) => {
    const known = files.get(supplier);
    const newest = known?.days.findLast((one) => one <= day);
    const own = pasts.get(pastKey(supplier, sku));
    if (!known || newest === undefined || own === undefined) return undefined;
    if (daysBetween(newest, day) > termsOf(supplier).staleAfterDays) return undefined;
    return own.reduce<number | undefined>((sum, article) => {
      const units = unitsOn(article, known.coverage, newest, day);
      return sum === undefined || units === undefined ? undefined : sum + units;
    }, 0);
  };
}

function unitsOn(
  { runs, numerator, denominator }: ArticlePast,
  coverage: FileDays['coverage'],
  file: Day,
  day: Day,
): number | undefined {
  const last = runs.findLast(({ since }) => since <= file);
  if (coverage === 'full' && (last === undefined || last.seen < file)) return 0;
  // A row that could not be read keeps what an older one said.
  const said = runs.findLast(({ since, offer }) => since <= file && offer !== undefined)?.offer;
  if (said === undefined) return undefined;
  const { quantity, quantityKind, availableFrom } = said;
  if (availableFrom !== undefined && availableFrom > day) return 0;
  if (quantityKind === 'unknown') return Number.POSITIVE_INFINITY;
  if (quantityKind === 'at_least' && quantity > 0) return Number.POSITIVE_INFINITY;
  return Math.floor((quantity * numerator) / denominator);
}
