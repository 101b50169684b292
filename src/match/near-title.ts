import type { Article, ShopArticle } from './input.ts';

/** Finds own articles with a title like that of a supplier's article; how much of both they share, from 0 to 1. */
export type TitleFinder = (
  article: Article,
) => readonly { readonly own: ShopArticle; readonly share: number }[];

/** Words on more titles than this lead to none of them: a search stays short however many titles there are. */
const commonFrom = 50;
const alike = 0.5;

/** Rare words weigh more than common ones; the share is the weight of the words on both titles among those on either. */
export function titleFinder(articles: readonly ShopArticle[]): TitleFinder {
  const wordSets = articles.map(({ title }) => wordsOf(title));
  const places = placesOf(wordSets);
  const weights = new Map(
    [...places].map(([word, { length }]) => [word, Math.log(1 + articles.length / length)]),
  );
  const unknown = Math.log(1 + articles.length);
  const weigh = (word: string) => weights.get(word) ?? unknown;
  const titled = articles.map((own, i) => ({ own, words: wordSets[i] ?? new Set<string>() }));
  const totals = Float64Array.from(titled, ({ words }) => sum(words, weigh));
  // What each title shares with the one that is looked for, all zero between two searches.
  const shared = new Float64Array(articles.length);
  return ({ title }) => {
    const words = wordsOf(title);
    const weight = sum(words, weigh);
    const common: string[] = [];
    const met: number[] = [];
    for (const word of words) {
      const found = places.get(word) ?? [];
      if (found.length > commonFrom) common.push(word);
      else addTo(shared, met, found, weigh(word));
    }
    const rest = sum(common, weigh);
    const close = met.filter((i) => {
      const mostShared = (shared[i] ?? 0) + rest;
      return mostShared >= (weight + (totals[i] ?? 0) - mostShared) * alike;
    });
    const found = close.flatMap((i) => {
      const other = titled[i];
      if (!other) return [];
      const both =
        (shared[i] ?? 0) +
        sum(
          common.filter((word) => other.words.has(word)),
          weigh,
        );
      const share = both / (weight + (totals[i] ?? 0) - both);
      return share < alike ? [] : [{ own: other.own, share }];
    });
    for (const i of met) shared[i] = 0;
    return found;
  };
}

function placesOf(wordSets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  wordSets.forEach((words, i) => {
    for (const word of words) {
      const known = places.get(word);
      if (known) known.push(i);
      else places.set(word, [i]);
    }
  });
  return places;
}

function addTo(
  shared: Float64Array,
  met: number[],
  places: readonly number[],
  weight: number,
): void {
  for (const i of places) {
    const before = shared[i] ?? 0;
    if (before === 0) met.push(i);
    shared[i] = before + weight;
  }
}

function sum(words: Iterable<string>, weigh: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weigh(word);
  return total;
}

/** Whether two titles have a word in common; a title that is not known contradicts nothing. */
export function mayBeTheSame(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const words = wordsOf(b);
  return [...wordsOf(a)].some((word) => words.has(word));
}

/** The words of a title without case and accents; a number is a word too. */
function wordsOf(title: string | undefined): ReadonlySet<string> {
  if (title === undefined) return new Set();
  const isPlain = /^[ -~]*$/.test(title);
  const plain = isPlain ? title : title.normalize('NFKD').replace(/\p{M}/gu, '');
  return new Set(plain.toLowerCase().match(isPlain ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu));
}
