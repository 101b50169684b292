import type { Day } from '../model/day.ts';
import type { Offer } from '../model/offer.ts';
import type { Problem } from '../model/problem.ts';

/** One row of a stock file, read, with what tells repeated rows apart. */
export interface Entry {
  readonly offer: Offer;
  /** Blank where the file has no such column. */
  readonly location: string;
  readonly entered?: Day | undefined;
}

interface Merged {
  readonly offers: readonly Offer[];
  readonly unread: readonly Offer[];
  readonly problems: readonly Problem[];
}

/** What makes two rows speak of the same article. */
export function articleKey(article: Pick<Offer, 'supplier' | 'sku' | 'supplierSku'>): string {
  return `${article.supplier}\0${article.sku}\0${article.supplierSku}`;
}

/**
 * Makes one offer of the rows that name the same article. Identical rows count once; rows of several locations are
 * added up; of rows with a date of entry the newest counts; rows that differ only in the restock are several arrivals.
 * Anything else is left out: nobody knows which row is right.
 */
export function mergeEntries(entries: readonly Entry[], file: string): Merged {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = articleKey(entry.offer);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const offers: Offer[] = [];
  const unread: Offer[] = [];
  const problems: Problem[] = [];
  for (const group of groups.values()) {
    const offer = merge(group);
    const [first] = group;
    if (offer) offers.push(offer);
    else if (first) {
      unread.push(first.offer);
      problems.push({
        kind: 'sku-repeated',
        place: { file, line: first.offer.place.line },
        value: first.offer.sku,
        lines: group.flatMap(({ offer: { place } }) =>
          place.line === undefined ? [] : [place.line],
        ),
      });
    }
  }
  return { offers, unread, problems };
}

function merge(group: readonly Entry[]): Offer | undefined {
  const distinct = [...new Map(group.map((entry) => [content(entry), entry])).values()];
  const [first, ...rest] = distinct;
  if (!first || rest.length === 0) return first?.offer;
  if (distinct.every(({ entered }) => entered !== undefined)) return newest(distinct);
  if (new Set(distinct.map(({ location }) => location)).size === distinct.length)
    return addUp(distinct);
  if (new Set(distinct.map(withoutRestock)).size === 1) return severalArrivals(distinct);
  return undefined;
}

function content({ offer: { place: _place, ...facts }, location, entered }: Entry): string {
  return JSON.stringify([facts, location, entered]);
}

function withoutRestock({
  offer: { place: _place, restocks: _restocks, ...facts },
  location,
}: Entry): string {
  return JSON.stringify([facts, location]);
}

function newest(entries: readonly Entry[]): Offer | undefined {
  const last = entries.reduce((a, b) => ((b.entered ?? '') > (a.entered ?? '') ? b : a));
  const sameDay = entries.filter(({ entered }) => entered === last.entered);
  return sameDay.length === 1 ? last.offer : undefined;
}

function addUp(entries: readonly Entry[]): Offer | undefined {
  const [first] = entries;
  if (!first) return undefined;
  const exact = entries.every(({ offer }) => offer.quantityKind === 'exact');
  const unknown = entries.every(({ offer }) => offer.quantityKind === 'unknown');
  return {
    ...first.offer,
    quantity: entries.reduce((sum, { offer }) => sum + offer.quantity, 0),
    quantityKind: exact ? 'exact' : unknown ? 'unknown' : 'at_least',
    restocks: inOrder(entries),
    discontinued: entries.every(({ offer }) => offer.discontinued),
  };
}

function severalArrivals(entries: readonly Entry[]): Offer | undefined {
  const [first] = entries;
  return first && { ...first.offer, restocks: inOrder(entries) };
}

function inOrder(entries: readonly Entry[]): Offer['restocks'] {
  return entries
    .flatMap(({ offer }) => offer.restocks)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
