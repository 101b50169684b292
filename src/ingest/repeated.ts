import type { ReadDay } from '../formats/day-cell.ts';
import { isTotalPlace } from '../formats/location-cell.ts';
import { splitTime } from '../formats/time-of-day.ts';
import { groupBy } from '../model/group-by.ts';
import {
  asArrival,
  inOrderOfDays,
  noRestocks,
  type Offer,
  type QuantityKind,
  wordQuantity,
} from '../model/offer.ts';
import type { Problem } from '../model/problem.ts';

/** An offer in the making: what a file tells only as a whole is filled in when all of it is read. */
export type Draft = { -readonly [K in keyof Offer]: Offer[K] };

/** One row of a stock file, with what tells repeated rows apart. */
export interface Entry {
  readonly offer: Draft;
  /** False where the row cannot be read: then the offer says only whose row it is. */
  readonly isRead: boolean;
  /** Blank where the file has no such column. */
  readonly location: string;
  /** What tells variants of one number apart, such as the size. */
  readonly variant: string;
  /** The cell of the entry date as it stands. */
  readonly entered: string;
}

type Article = Pick<Offer, 'supplier' | 'sku' | 'supplierSku'>;

interface Merged {
  readonly offers: readonly Draft[];
  readonly unread: readonly Article[];
  readonly problems: readonly Problem[];
}

/** How entry dates are read, and where they stand. */
interface EntryDates {
  readonly file: string;
  readonly column: string;
  readonly read: (cell: string) => ReadDay;
}

/**
 * Makes one offer of the rows that name the same article. Identical rows count once; of rows with a date of entry the
 * newest of each location counts; rows of several locations are added up, and compared with one that is their total; rows
 * that differ only in the restock are several arrivals. Anything else is left out: nobody knows which row is right, or
 * what an unread one would add.
 */
export function mergeEntries(entries: readonly Entry[], dates: EntryDates): Merged {
  const { firsts, repeats } = groupByArticle(entries);
  const offers: Draft[] = [];
  const unread: Article[] = [];
  const problems: Problem[] = [];
  let differing = 0;
  for (const [key, first] of firsts) {
    const group = repeats.get(key);
    const { offer, differs = false } = group ? merge(group, dates) : { offer: readOffer(first) };
    differing += Number(differs);
    if (offer) offers.push(offer);
    else unread.push(first.offer);
    if (group && !offer) for (const problem of whyNot(group, dates)) problems.push(problem);
  }
  if (differing > 0) {
    const place = { file: dates.file };
    problems.push({ kind: 'warehouses-differ', place, count: differing, inRows: true });
  }
  return { offers, unread, problems };
}

/** As a rule an article has one row: only those of others are put into lists. */
function groupByArticle(entries: readonly Entry[]): {
  readonly firsts: ReadonlyMap<string, Entry>;
  readonly repeats: ReadonlyMap<string, readonly Entry[]>;
} {
  const usual = entries[0]?.offer.supplier ?? '';
  const firsts = new Map<string, Entry>();
  const repeats = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = articleKey(entry.offer, usual);
    const first = firsts.get(key);
    const group = repeats.get(key);
    if (first === undefined) firsts.set(key, entry);
    else if (group) group.push(entry);
    else repeats.set(key, [first, entry]);
  }
  return { firsts, repeats };
}

function readOffer({ offer, isRead }: Entry): Draft | undefined {
  return isRead ? offer : undefined;
}

/** Two rows speak of the same article when all its names are the same; usually it has one, and the file one supplier. */
function articleKey({ supplier, sku, supplierSku }: Article, usual: string): string {
  if (supplier === usual && sku === supplierSku) return sku;
  return `${supplier}\0${sku}\0${supplierSku}`;
}

/** Why rows cannot be made one offer; an unread row that counts was told already. */
function whyNot(group: readonly Entry[], dates: EntryDates): Problem[] {
  const areVariants = hasVariants(group);
  const unclear = areVariants ? group : inDoubt(group, dates);
  const undated = unclear.flatMap(({ offer, entered }): Problem[] => {
    const read = entered === '' || areVariants ? undefined : dates.read(entered);
    if (!read || 'day' in read) return [];
    const kind = read.fault === 'ambiguous' ? 'date-ambiguous' : 'date-not-understood';
    return [{ kind, place: { ...offer.place, column: dates.column }, value: entered }];
  });
  const [first] = unclear;
  if (undated.length > 0 || !first || unclear.length < 2) return undated;
  const lines = unclear.flatMap(({ offer: { place } }) => place.line ?? []);
  return [
    {
      kind: 'sku-repeated',
      place: { file: dates.file, line: lines[0] },
      value: first.offer.sku,
      lines,
      areVariants,
    },
  ];
}

/** The rows that leave it open which counts: of those with a day of entry the newest; none where an unread row does. */
function inDoubt(group: readonly Entry[], dates: EntryDates): readonly Entry[] {
  const isDated = group.every(({ entered }) => entered !== '');
  const newest = isDated ? ofNewestDay(group, dates) : [];
  const [only, ...others] = newest;
  const isTold = group.some(({ isRead }) => !isRead) && !only?.isRead;
  return isTold || others.length > 0 ? newest : group;
}

/** The rows of the newest day of entry; where some cannot be read as a day, those. */
function ofNewestDay(group: readonly Entry[], { read }: EntryDates): readonly Entry[] {
  const days = group.map(({ entered }) => read(entered));
  const undated = group.filter((_, i) => 'fault' in (days[i] ?? {}));
  if (undated.length > 0) return undated;
  const texts = days.map((day) => ('day' in day ? day.day : ''));
  const newest = latest(texts);
  return ofLatestTime(group.filter((_, i) => texts[i] === newest));
}

/** The rows of the latest time of day, where each of them states one. */
function ofLatestTime(group: readonly Entry[]): readonly Entry[] {
  const times = group.map(({ entered }) => timeOf(entered));
  return times.includes('') ? group : group.filter((_, i) => times[i] === latest(times));
}

const latest = (texts: readonly string[]): string => texts.reduce((a, b) => (b > a ? b : a), '');

const hasVariants = (group: readonly Entry[]): boolean =>
  new Set(group.map(({ variant }) => variant)).size > 1;

interface Combined {
  /** Undefined where the rows cannot be made one. */
  readonly offer: Draft | undefined;
  /** The places do not add up to the total that another row states. */
  readonly differs?: boolean;
}

function merge(group: readonly Entry[], dates: EntryDates): Combined {
  if (hasVariants(group)) return { offer: undefined };
  const distinct = new Map<string, Entry>();
  for (const entry of group) {
    const key = content(entry);
    if (!distinct.has(key)) distinct.set(key, entry);
  }
  const places = groupBy(distinct.values(), ({ location }) => location);
  const parts: Draft[] = [];
  const totals: Draft[] = [];
  for (const [location, place] of places) {
    const offer = inOnePlace(place, dates);
    if (!offer) return { offer: undefined };
    (isTotalPlace(location) ? totals : parts).push(offer);
  }
  const all = addUp(parts);
  return all ? compared([all, ...totals]) : compared(totals);
}

/** Of what the places have and what their total says the lower can be delivered, whichever is right. */
function compared(sums: readonly Draft[]): Combined {
  const [told] = sums;
  const [lowest] = sums.toSorted((a, b) => unitsOf(a) - unitsOf(b));
  if (!told || !lowest) return { offer: undefined };
  const { quantity, quantityKind } = lowest;
  const restocks = sums.map((sum) => sum.restocks).find(({ length }) => length > 0) ?? noRestocks;
  const differs = sums.every(isExact) && sums.some((sum) => sum.quantity !== quantity);
  const kind = differs ? 'at_least' : quantityKind;
  return { offer: { ...told, quantity, quantityKind: kind, restocks }, differs };
}

const isExact = ({ quantityKind }: Draft): boolean => quantityKind === 'exact';
const unitsOf = ({ quantity, quantityKind }: Draft): number =>
  quantityKind === 'unknown' ? wordQuantity : quantity;

function inOnePlace(entries: readonly Entry[], dates: EntryDates): Draft | undefined {
  const [first, ...others] = entries;
  if (!first || others.length === 0) return first && readOffer(first);
  if (entries.every(({ entered }) => entered !== '')) return newest(entries, dates);
  if (entries.some(({ isRead }) => !isRead)) return undefined;
  const alike = new Set(entries.map(({ offer }) => withoutRestock(offer))).size === 1;
  return alike
    ? { ...first.offer, restocks: inOrder(entries.map(({ offer }) => offer)) }
    : undefined;
}

function newest(entries: readonly Entry[], dates: EntryDates): Draft | undefined {
  if (entries.some(({ entered }) => 'fault' in dates.read(entered))) return undefined;
  const [only, ...others] = ofNewestDay(entries, dates);
  return only && others.length === 0 ? readOffer(only) : undefined;
}

/** The time of day of an entry, in text order; of times in several zones none. */
function timeOf(entered: string): string {
  const { time } = splitTime(entered);
  const isPlain = time !== undefined && time.zone === undefined && time.seconds !== undefined;
  return isPlain ? String(time.seconds).padStart(5, '0') : '';
}

function content({ offer, location, entered, isRead }: Entry): string {
  // An unread row is like no other.
  return JSON.stringify([{ ...offer, place: isRead ? '' : offer.place }, location, entered]);
}

function withoutRestock(offer: Draft): string {
  return JSON.stringify({ ...offer, place: '', restocks: '' });
}

function addUp(all: readonly Draft[]): Draft | undefined {
  if (all.length < 2) return all[0];
  const isSame = new Set(all.map(({ availableFrom }) => availableFrom)).size === 1;
  const offers = isSame ? all : all.map(asArrival);
  const [first] = offers;
  if (!first) return undefined;
  return {
    ...first,
    quantity: offers.reduce((sum, { quantity }) => sum + quantity, 0),
    quantityKind: kindOfSum(offers.map(({ quantityKind }) => quantityKind)),
    restocks: inOrder(offers),
    discontinued: offers.every(({ discontinued }) => discontinued),
  };
}

/** What a sum is when its parts are of these kinds: a number that is not exact makes the sum a lower bound. */
export function kindOfSum(kinds: readonly QuantityKind[]): QuantityKind {
  const [first = 'exact'] = kinds;
  return kinds.every((kind) => kind === first) ? first : 'at_least';
}

function inOrder(offers: readonly Draft[]): Offer['restocks'] {
  return inOrderOfDays(offers.flatMap(({ restocks }) => restocks));
}
