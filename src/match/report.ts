import type { Candidate } from '../model/likeness.ts';
import type { Sku } from '../model/sku.ts';
import type { Article, MatchRules, ShopArticle } from './input.ts';
import { articleKey, makeMatcher } from './matcher.ts';
import { type Found, findNearest } from './nearest.ts';
import { looseForm, visibleForm } from './spelling.ts';

/** A SKU of ours that no supplier has, with the articles that come nearest, the nearest first. */
export interface Unmatched {
  readonly own: ShopArticle;
  readonly candidates: readonly (Candidate & {
    /** It lacks but a person's nod: no other SKU, and no other article of the supplier, is spelt like these. */
    readonly isClear: boolean;
  })[];
}

/** What a person should know of how suppliers' articles and our SKUs were brought together. */
export interface MatchReport {
  readonly unmatched: readonly Unmatched[];
  readonly byBarcode: readonly { readonly own: ShopArticle; readonly article: Article }[];
  /** Articles of one file whose numbers look the same but for their case. */
  readonly alike: readonly { readonly first: Article; readonly second: Article }[];
}

export interface ReportInput {
  readonly own: ReadonlyMap<Sku, ShopArticle>;
  readonly articles: readonly Article[];
  readonly rules: MatchRules;
}

/** Looks at what was matched and at what was not. It takes time only where something is left over on both sides. */
export function reportMatches(input: ReportInput): MatchReport {
  const { own, articles, rules } = input;
  const matchesOf = makeMatcher(rules, articles);
  const setAside = new Set(rules.setAside.map(articleKey));
  const supplied = new Set<Sku>();
  const spare: Article[] = [];
  const taken = new Map<Article, Sku>();
  const byBarcode: MatchReport['byBarcode'][number][] = [];
  for (const article of articles) {
    const matches = matchesOf(article);
    const isAside = setAside.size > 0 && setAside.has(articleKey(article));
    if (matches.length === 0 && !isAside) spare.push(article);
    for (const { sku, way } of matches) {
      supplied.add(sku);
      taken.set(article, sku);
      const ours = own.get(sku);
      if (way === 'barcode' && ours) byBarcode.push({ own: ours, article });
    }
  }
  const lacking = [...own.values()].filter(({ sku, isWanted }) => isWanted && !supplied.has(sku));
  const found = nearestTo(lacking, spare, taken, rules);
  const isClear = clearness(found, input);
  return {
    unmatched: [...found].map(([ours, candidates]) => ({
      own: ours,
      candidates: candidates.map((one) => ({
        ...toCandidate(one, isClear(ours, one)),
        takenAs: taken.get(one.article),
      })),
    })),
    byBarcode,
    alike: alikeAmong(articles),
  };
}

/**
 * The articles that come nearest to each SKU that no supplier has. Of those that are another SKU's already only they may be
 * meant that are spelt like it.
 */
function nearestTo(
  lacking: readonly ShopArticle[],
  spare: readonly Article[],
  taken: ReadonlyMap<Article, Sku>,
  { barcodes }: MatchRules,
): ReturnType<typeof findNearest> {
  if (lacking.length === 0) return new Map();
  const forms = new Set(lacking.map(({ sku }) => looseForm(sku)));
  const alike = [...taken.keys()].filter(({ sku }) => forms.has(looseForm(sku)));
  const found = findNearest(lacking, [...spare, ...alike], barcodes);
  const isMeant = ({ article, likeness }: Found) =>
    !taken.has(article) || likeness.by === 'spelling';
  return new Map(
    [...found].flatMap(([own, candidates]) => {
      const meant = candidates.filter(isMeant);
      return meant.length > 0 ? [[own, meant] as const] : [];
    }),
  );
}

function toCandidate({ article, likeness }: Found, isClear: boolean) {
  const { supplier, supplierSku, title, place } = article;
  return { supplier, supplierSku, title, place, likeness, isClear };
}

function alikeAmong(articles: readonly Article[]): MatchReport['alike'] {
  const alike: MatchReport['alike'][number][] = [];
  const firsts = new Map<string, Map<string, Article>>();
  for (const second of articles) {
    const { supplier, supplierSku, place } = second;
    const file = `${supplier}\0${place?.file}`;
    const forms = firsts.get(file) ?? new Map<string, Article>();
    firsts.set(file, forms);
    const form = visibleForm(supplierSku);
    const first = forms.get(form);
    if (!first) forms.set(form, second);
    else if (first.supplierSku !== supplierSku) alike.push({ first, second });
  }
  return alike;
}

/** Tells whether a spelling is that of one SKU of ours, and of one article of its supplier, alone. */
function clearness(
  found: ReadonlyMap<ShopArticle, readonly Found[]>,
  { own, articles }: ReportInput,
): (own: ShopArticle, candidate: Found) => boolean {
  const forms = new Set<string>();
  for (const [{ sku }, candidates] of found) {
    if (candidates.some(({ likeness }) => likeness.by === 'spelling')) forms.add(looseForm(sku));
  }
  const counts = forms.size === 0 ? new Map() : countForms(forms, own.keys(), articles);
  return ({ sku }, { article: { supplier }, likeness }) => {
    if (likeness.by !== 'spelling' || likeness.differences.some(isGuess)) return false;
    const form = looseForm(sku);
    return counts.get(form) === 1 && counts.get(`${supplier}\0${form}`) === 1;
  };
}

/** How many SKUs of ours, and how many articles of each supplier, are spelt in each of the forms. */
function countForms(
  forms: ReadonlySet<string>,
  skus: Iterable<Sku>,
  articles: readonly Article[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (sku: Sku, before: string) => {
    const form = looseForm(sku);
    if (forms.has(form)) counts.set(before + form, (counts.get(before + form) ?? 0) + 1);
  };
  for (const sku of skus) count(sku, '');
  for (const { supplier, sku } of articles) count(sku, `${supplier}\0`);
  return counts;
}

/** Letters that only look alike may well be meant as they stand. */
function isGuess(difference: string): boolean {
  return difference === 'look-alikes' || difference === 'alphabet';
}
