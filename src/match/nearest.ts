import type { Barcode } from '../model/barcode.ts';
import type { Likeness } from '../model/likeness.ts';
import type { Sku } from '../model/sku.ts';
import type { Article, ShopArticle } from './input.ts';
import { skuFinder } from './near-sku.ts';
import { mayBeTheSame, titleFinder } from './near-title.ts';

/** A supplier's article that may be one of ours. */
export interface Found {
  readonly article: Article;
  readonly likeness: Likeness;
  /** From the nearest up. */
  readonly rank: number;
}

const shownOfOne = 3;

/** What comes nearest to each of our articles that no supplier has, among the articles that are nobody's; at most three. */
export function findNearest(
  lacking: readonly ShopArticle[],
  spare: readonly Article[],
  barcodes: ReadonlyMap<Sku, ReadonlySet<Barcode>>,
): ReadonlyMap<ShopArticle, readonly Found[]> {
  const found = new Map<ShopArticle, Found[]>();
  if (lacking.length === 0 || spare.length === 0) return found;
  const add = (own: ShopArticle, candidate: Found) => {
    const known = found.get(own);
    if (known) known.push(candidate);
    else found.set(own, [candidate]);
  };
  const nearSku = skuFinder(lacking, barcodes);
  const nearTitle = titleFinder(lacking);
  for (const article of spare) {
    for (const { own, likeness } of nearSku(article)) {
      if (isPlausible(own, article, likeness))
        add(own, { article, likeness, rank: ranks.indexOf(likeness.by) });
    }
    for (const { own, share } of nearTitle(article))
      add(own, { article, likeness: { by: 'title' }, rank: ranks.length - share });
  }
  return withUsualRules(new Map([...found].map(([own, all]) => [own, nearestOf(all)])));
}

const ranks: readonly Likeness['by'][] = ['spelling', 'spreadsheet', 'barcode', 'part', 'typing'];

/** Titles that have no word in common speak against numbers that are only alike. */
function isPlausible(own: ShopArticle, article: Article, { by }: Likeness): boolean {
  return (by !== 'part' && by !== 'typing') || mayBeTheSame(own.title, article.title);
}

/** The nearest few, each article once; where spelling alone tells two apart, nothing else counts. */
function nearestOf(candidates: readonly Found[]): readonly Found[] {
  const inOrder = candidates.toSorted((a, b) => a.rank - b.rank);
  const spelt = inOrder.filter(({ likeness: { by } }) => by === 'spelling');
  const once = new Map<Article, Found>();
  for (const one of spelt.length > 0 ? spelt : inOrder) {
    if (!once.has(one.article)) once.set(one.article, one);
  }
  return [...once.values()].slice(0, shownOfOne);
}

const usualFrom = 3;

/** Keeps the rule between two numbers only where as many of a supplier's articles follow it. */
function withUsualRules(
  found: ReadonlyMap<ShopArticle, readonly Found[]>,
): ReadonlyMap<ShopArticle, readonly Found[]> {
  const key = ({ article, likeness }: Found) =>
    likeness.by === 'part' ? JSON.stringify([article.supplier, likeness.rule]) : '';
  const counts = new Map<string, number>();
  for (const one of [...found.values()].flat())
    counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return new Map(
    [...found].map(([own, candidates]) => [
      own,
      candidates.map((one) =>
        one.likeness.by !== 'part' || (counts.get(key(one)) ?? 0) >= usualFrom
          ? one
          : { ...one, likeness: { by: 'part' } },
      ),
    ]),
  );
}
