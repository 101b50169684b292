import { type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { asArrival, wordQuantity } from '../model/offer.ts';
import type { Sku } from '../model/sku.ts';
import type { FileDays, PastOffer, Said } from './past.ts';
import { nearestRank } from './quantile.ts';

/** That a supplier got more of an article, as its files tell. */
export interface PastRestock {
  readonly supplier: string;
  readonly sku: Sku;
  readonly supplierSku: string;
  /** The first file that shows more than the one before. */
  readonly arrivedOn: Day;
  /** The first file that showed none, where an earlier one showed some. */
  readonly ranOutOn?: Day | undefined;
  /** The date that was stated first, and the one stated last. */
  readonly firstStated?: Day | undefined;
  readonly lastStated?: Day | undefined;
  /** The file before came so much earlier that these days say little. */
  readonly isArrivalVague?: true | undefined;
  readonly isOutVague?: true | undefined;
}

/** Calendar days by which goods came later than first stated; undefined where nothing was stated. */
export function slipOf({ firstStated, arrivedOn }: PastRestock): number | undefined {
  return firstStated === undefined ? undefined : daysBetween(firstStated, arrivedOn);
}

/** Calendar days from the first file without stock to the first with some; undefined where it was not out. */
export function timeOut({ ranOutOn, arrivedOn }: PastRestock): number | undefined {
  return ranOutOn === undefined ? undefined : daysBetween(ranOutOn, arrivedOn);
}

type Article = Pick<PastRestock, 'supplier' | 'sku' | 'supplierSku'>;

/** The restocks of every article, as known on a day. */
export function pastRestocks(
  offers: readonly PastOffer[],
  files: ReadonlyMap<string, FileDays>,
  today: Day,
): readonly PastRestock[] {
  return pasts(offers, files, today).flatMap(({ article, found, isVague }) =>
    found.map((restock) => ({
      ...article,
      ...restock,
      isArrivalVague: isVague(restock.arrivedOn),
      isOutVague: isVague(restock.ranOutOn),
    })),
  );
}

const week = 7;
/** A file may be half as late again as the usual one. */
const mayBeLate = 1.5;

type Vague = (day: Day | undefined) => true | undefined;

/** Tells whether the file before that of a day was much further away than is usual for the supplier, and than a week. */
function vagueAmong(days: readonly Day[]): Vague {
  const gaps = new Map(days.slice(1).map((day, i) => [day, daysBetween(days[i] ?? day, day)]));
  const limit = Math.max(week, mayBeLate * (nearestRank([...gaps.values()], 0.5) ?? 0));
  return (day) => (day !== undefined && (gaps.get(day) ?? 0) > limit) || undefined;
}

/** Goods to come whose date has moved. */
export type MovedRestock = Article & Pending;

/** Goods of every article that are to come on a day, where their date is no longer the one stated first. */
export function movedRestocks(
  offers: readonly PastOffer[],
  files: ReadonlyMap<string, FileDays>,
  today: Day,
): readonly MovedRestock[] {
  return pasts(offers, files, today).flatMap(({ article, pending }) =>
    pending
      .filter(({ firstStated, stated }) => firstStated !== stated)
      .map((restock) => ({ ...article, ...restock })),
  );
}

function pasts(
  offers: readonly PastOffer[],
  files: ReadonlyMap<string, FileDays>,
  today: Day,
): readonly (Past & { readonly article: Article; readonly isVague: Vague })[] {
  const several = offers.filter(
    ({ supplier, since }) => since <= today && (files.get(supplier)?.days.length ?? 0) > 1,
  );
  const articles = groupBy(
    several,
    ({ supplier, supplierSku, sku }) => `${supplier}\0${supplierSku}\0${sku}`,
  );
  const known = new Map(
    [...files].map(([supplier, { days, coverage }]) => [
      supplier,
      { days: days.filter((day) => day <= today), coverage },
    ]),
  );
  const vague = new Map([...known].map(([supplier, { days }]) => [supplier, vagueAmong(days)]));
  return [...articles.values()].flatMap((runs) => {
    const [first] = runs;
    const own = first && known.get(first.supplier);
    const isVague = first && vague.get(first.supplier);
    if (!first || !own || !isVague) return [];
    const { supplier, sku, supplierSku } = first;
    return [{ article: { supplier, sku, supplierSku }, isVague, ...pastOf(wordsOf(runs, own)) }];
  });
}

/** What a supplier said on the day of a file: `gone` where a full list lacked it; undefined where the row could not be read. */
interface Word {
  readonly day: Day;
  readonly said: Said | 'gone' | undefined;
}

/** What changed from file to file, in order of days. */
function wordsOf(runs: readonly PastOffer[], { days: known, coverage }: FileDays): Word[] {
  const inTime = runs.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  return inTime.flatMap((run, i) => {
    const next = inTime[i + 1]?.since;
    const after = known.find((day) => day > run.seen);
    const isGone =
      coverage === 'full' && after !== undefined && (next === undefined || after < next);
    return [...wordsOfRun(run, known), ...(isGone ? [{ day: after, said: 'gone' as const }] : [])];
  });
}

/** Goods that can be had from a later day on come in with the first file of that day or after it. */
function wordsOfRun({ since, seen, offer }: PastOffer, days: readonly Day[]): Word[] {
  const from = offer?.availableFrom;
  if (!offer || from === undefined || from <= since) return [{ day: since, said: offer }];
  const there = days.find((day) => day >= from && day <= seen);
  return [
    { day: since, said: asArrival(offer) },
    ...(there === undefined ? [] : [{ day: there, said: { ...offer, availableFrom: undefined } }]),
  ];
}

/** Goods that are to come. */
interface Pending {
  readonly firstStated: Day;
  readonly stated: Day;
  /** The day on which that date was stated first. */
  readonly statedOn: Day;
}

type Found = Pick<PastRestock, 'arrivedOn' | 'ranOutOn' | 'firstStated' | 'lastStated'>;

/** How an article stands after a file. */
interface Standing {
  /** As listed last; undefined before the first file that could be read. */
  readonly units: number | undefined;
  readonly ranOutOn: Day | undefined;
  readonly pending: readonly Pending[];
}

/** How it stands, and whether goods came in with that file. */
type Next = Standing & { readonly came: boolean };

/** What came of an article, and what is still to come. */
interface Past {
  readonly found: readonly Found[];
  readonly pending: readonly Pending[];
}

function pastOf(words: readonly Word[]): Past {
  const found: Found[] = [];
  let before: Standing = { units: undefined, ranOutOn: undefined, pending: [] };
  for (const { day, said } of words) {
    if (!said) continue;
    const next = said === 'gone' ? missing(before, day) : heard(before, said, day);
    if (next.came) found.push(restockOn(day, before));
    before = next;
  }
  return { found, pending: before.pending };
}

/** Back with no more than before it was only left out: the file was cut off. */
function missing(before: Standing, day: Day): Next {
  return { ...before, ranOutOn: outSince(before, day), came: false };
}

function heard(before: Standing, said: Said, day: Day): Next {
  const units = unitsOf(said);
  const isMore = before.units !== undefined && units > before.units;
  const came = isMore && !isStillToCome(before.pending[0], said, day);
  return {
    units,
    ranOutOn: units > 0 ? undefined : outSince(before, day),
    pending: nextPending(came ? before.pending.slice(1) : before.pending, said, day, isMore),
    came,
  };
}

function restockOn(arrivedOn: Day, { ranOutOn, pending: [first] }: Standing): Found {
  return { arrivedOn, ranOutOn, firstStated: first?.firstStated, lastStated: first?.stated };
}

/** Of an article that had none in the first file that is known nobody knows since when. */
function outSince({ units, ranOutOn }: Standing, day: Day): Day | undefined {
  return ranOutOn ?? (units !== undefined && units > 0 ? day : undefined);
}

function unitsOf({ quantity, quantityKind }: Said): number {
  return quantityKind === 'unknown' ? wordQuantity : quantity;
}

/** A unit more while the goods are still announced is a return or a correction. */
function isStillToCome(first: Pending | undefined, { restocks }: Said, day: Day): boolean {
  if (first === undefined || first.stated <= day) return false;
  return restocks.some((restock) => restock.day === first.stated);
}

/**
 * What is to come after a file: the arrivals it states are, in their order, those that were stated before, moved or not;
 * what is more is new. One that is no longer stated has lost its date, but is still to come.
 */
function nextPending(
  pending: readonly Pending[],
  said: Said,
  day: Day,
  isMore: boolean,
): readonly Pending[] {
  if (said.discontinued) return [];
  const stated = said.restocks
    .map((restock) => restock.day)
    .filter((one) => !isMore || one > day)
    .flatMap((one, i): Pending[] => {
      const known = pending[i];
      // The date of goods that have come is often left standing.
      if (!known && one <= day && unitsOf(said) > 0) return [];
      if (known?.stated === one) return [known];
      return [{ firstStated: known?.firstStated ?? one, stated: one, statedOn: day }];
    });
  return stated.length === 0 ? pending : stated;
}
