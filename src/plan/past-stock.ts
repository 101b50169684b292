import type { Offered, StockRecord, StockRun } from '../forecast/availability.ts';
import { articleKey } from '../match/matcher.ts';
import { type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import type { PastOffer } from '../suppliers/past.ts';
import type { Memory } from './input.ts';
import type { OwnArticle } from './own-units.ts';

/** What suppliers had of each of our SKUs, as far as their files tell. One file alone tells of no days. */
export function pastStock(
  { files, offers }: Memory,
  ownArticles: () => ReadonlyMap<string, readonly OwnArticle[]>,
  terms: ReadonlyMap<string, SupplierTerms>,
  today: Day,
): ReadonlyMap<Sku, readonly StockRecord[]> {
  const days = new Map(
    [...files].map(([supplier, own]) => [supplier, toAgo(own.days, today)] as const),
  );
  const told = offers.filter(({ supplier }) => (days.get(supplier)?.length ?? 0) > 1);
  if (told.length === 0) return new Map();
  const articles = ownArticles();
  const byArticle = groupBy(told, (one) => `${articleKey(one)}\0${one.sku}`);
  const records = [...byArticle.values()].flatMap((runs) => {
    const { supplier = '', supplierSku = '' } = runs[0] ?? {};
    const own = (articles.get(supplierSku) ?? []).filter((one) => one.supplier === supplier);
    const agreed = terms.get(supplier);
    if (!agreed) return [];
    return own.map((article) => ({
      sku: article.sku,
      supplier,
      fileDays: days.get(supplier) ?? [],
      keeps: files.get(supplier)?.coverage === 'changes',
      holdsDays: agreed.staleAfterDays + 1,
      isShared: own.length > 1,
      runs: runsOf(runs, article, agreed.wordQuantity, today),
    }));
  });
  return groupBy(records, ({ sku }) => sku);
}

/** How the listings stood on the days before, as far as runs were recorded. */
export function pastOffered(
  { statuses }: Memory,
  today: Day,
): ReadonlyMap<Sku, readonly Offered[]> {
  const told = statuses
    .filter(({ day }) => day < today)
    .map(({ day, sku, status }) => ({
      sku,
      from: daysBetween(day, today),
      buyable: status !== 'unavailable',
    }));
  return groupBy(told, ({ sku }) => sku);
}

function toAgo(days: readonly Day[], today: Day): number[] {
  return days.filter((day) => day < today).map((day) => daysBetween(day, today));
}

function runsOf(
  offers: readonly PastOffer[],
  { numerator, denominator }: OwnArticle,
  wordQuantity: number,
  today: Day,
): StockRun[] {
  return offers
    .filter(({ since, offer }) => since < today && offer !== undefined)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
    .map(({ since, seen, offer }) => {
      const isToCome = offer?.availableFrom !== undefined && offer.availableFrom > since;
      const stated = offer?.quantityKind === 'unknown' ? wordQuantity : (offer?.quantity ?? 0);
      return {
        from: daysBetween(since, today),
        to: Math.max(1, daysBetween(seen, today)),
        units: isToCome ? 0 : Math.floor((stated * numerator) / denominator),
        exact: offer?.quantityKind === 'exact',
      };
    });
}
