import { type Barcode, toBarcode } from '../model/barcode.ts';
import type { Likeness, NumberRule } from '../model/likeness.ts';
import { asMangled, mangledForms } from '../model/mangled.ts';
import type { Sku } from '../model/sku.ts';
import type { Article, ShopArticle } from './input.ts';
import { differences, looseForm } from './spelling.ts';

/** Finds own articles whose SKU a supplier's number may stand for. */
export type SkuFinder = (
  article: Article,
) => readonly { readonly own: ShopArticle; readonly likeness: Likeness }[];

/** Every search is a few look-ups, however many SKUs there are; where the spelling fits, nothing else is looked for. */
export function skuFinder(
  articles: readonly ShopArticle[],
  barcodes: ReadonlyMap<Sku, ReadonlySet<Barcode>>,
): SkuFinder {
  const byForm = groupBy(articles, ({ sku }) => [looseForm(sku)]);
  const byMangled = groupBy(articles, ({ sku }) => [asMangled(sku) ?? []].flat());
  const byCode = groupBy(articles, ({ sku }) => barcodes.get(sku) ?? []);
  const inPart = partFinder(articles);
  const mistyped = typingFinder(articles);
  return (article) => {
    const { sku: number } = article;
    const spelt = byForm.get(looseForm(number)) ?? [];
    if (spelt.length > 0) {
      return spelt.map((own) => ({
        own,
        likeness: { by: 'spelling', differences: differences(number, own.sku) },
      }));
    }
    const forms = byMangled.size === 0 ? [] : mangledForms(number);
    const mangled = forms.flatMap((form) => byMangled.get(form) ?? []);
    const code = article.barcode === undefined ? undefined : toBarcode(article.barcode);
    const sameCode = (code && byCode.get(code)) ?? [];
    return [
      ...mangled.map((own) => ({ own, likeness: { by: 'spreadsheet' } as const })),
      ...sameCode.map((own) => ({ own, likeness: { by: 'barcode' } as const })),
      ...inPart(number),
      ...mistyped(number).map((own) => ({ own, likeness: { by: 'typing' } as const })),
    ];
  };
}

function groupBy(
  articles: readonly ShopArticle[],
  keysOf: (own: ShopArticle) => Iterable<string>,
): ReadonlyMap<string, readonly ShopArticle[]> {
  const groups = new Map<string, ShopArticle[]>();
  for (const own of articles) {
    for (const key of keysOf(own)) {
      const group = groups.get(key);
      if (group) group.push(own);
      else groups.set(key, [own]);
    }
  }
  return groups;
}

/** Finds SKUs that are a number with something before or behind it, and the other way round. */
function partFinder(articles: readonly ShopArticle[]): (number: string) => ReturnType<SkuFinder> {
  const bySku = groupBy(articles, ({ sku }) => [sku]);
  const byPart = groupBy(articles, ({ sku }) => partsOf(sku));
  return (number) => {
    const longer = byPart.get(number) ?? [];
    const shorter = partsOf(number).flatMap((part) => bySku.get(part) ?? []);
    return [...longer, ...shorter].map((own) => ({
      own,
      likeness: { by: 'part', rule: ruleBetween(own.sku, number) },
    }));
  };
}

const shortestPart = 3;

/** Longer ones are texts in the wrong column, whose parts and misspellings would fill the memory. */
const longestNumber = 100;

/** What is left of a SKU without the words before or behind a separator, or before the first digit. */
function partsOf(sku: string): readonly string[] {
  if (sku.length > longestNumber) return [];
  const parts = new Set<string>();
  for (const { index } of sku.matchAll(/(?<=[-_./# ])|(?<=[a-z])(?=\d)/gi)) {
    parts.add(sku.slice(index));
    parts.add(sku.slice(0, index).replace(/[-_./# ]$/, ''));
  }
  return [...parts].filter(
    (part) => part.length >= shortestPart && part !== sku && /\d/.test(part),
  );
}

function ruleBetween(sku: string, number: string): NumberRule | undefined {
  if (sku.endsWith(number)) return { ours: sku.slice(0, -number.length) };
  return number.endsWith(sku) ? { theirs: number.slice(0, -sku.length) } : undefined;
}

/** Finds SKUs that differ from a number in a letter: another digit is another article. */
function typingFinder(
  articles: readonly ShopArticle[],
): (number: string) => readonly ShopArticle[] {
  const byGap = groupBy(articles, ({ sku }) => gapsOf(sku));
  const digits = new Set(articles.map(({ sku }) => digitsOf(sku)));
  return (number) => {
    const own = digitsOf(number);
    if (!digits.has(own)) return [];
    const found = new Set(gapsOf(number).flatMap((gap) => byGap.get(gap) ?? []));
    return [...found].filter(({ sku }) => digitsOf(sku) === own);
  };
}

const shortestWord = 5;

/** A word with each of its signs left out: words share one where a sign was added, left out, changed or swapped. */
function gapsOf(sku: string): readonly string[] {
  const word = sku.toLowerCase();
  if (word.length < shortestWord || word.length > longestNumber) return [];
  return [...new Set([word, ...[...word].map((_, i) => word.slice(0, i) + word.slice(i + 1))])];
}

function digitsOf(sku: string): string {
  return sku.replace(/\D/g, '');
}
