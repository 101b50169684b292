import type { Day } from '../model/day.ts';
import { asArrival, hasStock, type Offer, unreadOffer } from '../model/offer.ts';
import type { Sku } from '../model/sku.ts';
import type { FileRecord, OfferRun } from './book.ts';

/** What a supplier offers as known on a day. */
export interface StandingOffer extends Offer {
  /** The day for which its number is true. */
  readonly asOf: Day;
  /** None of its rows could ever be read: it counts as no stock, and no more is known. */
  readonly unread?: true | undefined;
  /** The first day on record without stock since there last was some; undefined while it shows stock. */
  readonly ranOutOn?: Day | undefined;
  /** The first day since which its row could not be read; undefined while it can. */
  readonly unreadSince?: Day | undefined;
  /** The day of the supplier's answer that corrects its file, or stands in for one. */
  readonly answeredOn?: Day | undefined;
  /** No file ever had the article. */
  readonly isOnlyAnswered?: true | undefined;
}

export interface Standing {
  readonly offers: readonly StandingOffer[];
  /** Articles that an older file of a supplier had and its newest has not. */
  readonly missing: readonly {
    readonly supplier: string;
    readonly sku: Sku;
    readonly supplierSku: string;
    readonly title?: string | undefined;
    readonly barcode?: string | undefined;
    readonly lastSeen: Day;
  }[];
}

/** The latest word of each supplier on or before a day. */
export function offersAt(
  files: readonly FileRecord[],
  runs: readonly OfferRun[],
  today: Day,
): Standing {
  const offers: StandingOffer[] = [];
  const missing: Standing['missing'][number][] = [];
  const days = fileDays(files, today);
  for (const article of groupByArticle(runs, days, today)) {
    const [first] = article;
    const known = first && days.get(first.supplier);
    if (!first || !known) continue;
    const current = currentRun(article, known);
    if (current?.offer) {
      const offer = asOn(today, current.offer);
      const asOf = offer.asOf ?? current.asOf;
      offers.push(standing(offer, asOf, ranOutOn(article, known), unreadSince(article)));
    } else if (current) {
      const offer = unreadOffer(first, { file: known.file });
      const since = unreadSince(article);
      offers.push({ ...standing(offer, current.asOf, undefined, since), unread: true });
    } else {
      const last = article.at(-1) ?? first;
      missing.push({
        supplier: first.supplier,
        sku: last.sku,
        supplierSku: last.supplierSku,
        title: last.offer?.title,
        barcode: last.offer?.barcode,
        lastSeen: last.seen,
      });
    }
  }
  return { offers, missing };
}

function unreadSince(article: readonly OfferRun[]): Day | undefined {
  const last = article.at(-1);
  return last?.offer ? undefined : last?.since;
}

/** Goods that can be had from a later day only are to come. */
export function asOn(today: Day, offer: Offer): Offer {
  const { availableFrom } = offer;
  return availableFrom !== undefined && availableFrom > today ? asArrival(offer) : offer;
}

/** Spelt out, as copying by `...` takes many times as long; the type demands that no field is forgotten. */
function standing(
  offer: Offer,
  asOf: Day,
  ranOutOn: Day | undefined,
  unread: Day | undefined,
): { readonly [F in keyof Required<StandingOffer>]: StandingOffer[F] } {
  return {
    supplier: offer.supplier,
    sku: offer.sku,
    supplierSku: offer.supplierSku,
    title: offer.title,
    barcode: offer.barcode,
    quantity: offer.quantity,
    quantityKind: offer.quantityKind,
    restocks: offer.restocks,
    release: offer.release,
    availableFrom: offer.availableFrom,
    discontinued: offer.discontinued,
    unitCost: offer.unitCost,
    currency: offer.currency,
    packSize: offer.packSize,
    dispatchDays: offer.dispatchDays,
    asOf,
    unread: undefined,
    ranOutOn,
    unreadSince: unread,
    answeredOn: undefined,
    isOnlyAnswered: undefined,
    place: offer.place,
  };
}

export interface FileDays {
  /** Days of the supplier's files up to the plan's day, in order. */
  readonly days: readonly Day[];
  readonly coverage: 'full' | 'changes';
  /** The newest of them. */
  readonly file: string;
}

export function fileDays(files: readonly FileRecord[], today: Day): Map<string, FileDays> {
  const bySupplier = new Map<string, FileRecord[]>();
  for (const file of files) {
    if (file.role === 'stock' && file.asOf <= today)
      bySupplier.set(file.supplier, [...(bySupplier.get(file.supplier) ?? []), file]);
  }
  return new Map(
    [...bySupplier].map(([supplier, records]) => {
      const sorted = records.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
      return [
        supplier,
        {
          days: [...new Set(sorted.map(({ asOf }) => asOf))],
          coverage: sorted.at(-1)?.coverage ?? 'full',
          file: sorted.at(-1)?.file ?? '',
        },
      ];
    }),
  );
}

/** The runs of each article up to a day, in the order of days. A supplier with one file has one run of each. */
function groupByArticle(
  runs: readonly OfferRun[],
  days: ReadonlyMap<string, FileDays>,
  today: Day,
): readonly (readonly OfferRun[])[] {
  const groups: OfferRun[][] = [];
  const byKey = new Map<string, OfferRun[]>();
  for (const run of runs) {
    if (run.since > today) continue;
    if (days.get(run.supplier)?.days.length === 1) {
      groups.push([run]);
      continue;
    }
    const key = `${run.supplier}\0${run.supplierSku}\0${run.sku}`;
    const known = byKey.get(key);
    if (known) known.push(run);
    else {
      const group = [run];
      byKey.set(key, group);
      groups.push(group);
    }
  }
  for (const group of byKey.values()) group.sort((a, b) => (a.since < b.since ? -1 : 1));
  return groups;
}

/** The run that speaks on the newest file's day; where that could not be read, the last one that could, with its own age. */
function currentRun(
  runs: readonly OfferRun[],
  { days, coverage }: FileDays,
): { offer?: Offer | undefined; asOf: Day } | undefined {
  const newest = days.at(-1);
  const last = runs.at(-1);
  if (!newest || !last) return undefined;
  if (coverage === 'full' && last.seen < newest) return undefined;
  if (last.offer) return { offer: last.offer, asOf: coverage === 'full' ? newest : last.seen };
  const readable = runs.findLast(({ offer }) => offer !== undefined);
  return { offer: readable?.offer, asOf: readable?.seen ?? newest };
}

function ranOutOn(runs: readonly OfferRun[], known: FileDays): Day | undefined {
  let out: Day | undefined;
  runs.forEach((run, i) => {
    out ??= firstAbsence(runs[i - 1], run, known);
    if (run.offer) out = hasStock(run.offer) ? undefined : (out ?? run.since);
  });
  return out;
}

/** The first file between two runs that did not list the article: it had none then. */
function firstAbsence(
  before: OfferRun | undefined,
  { since }: OfferRun,
  { days, coverage }: FileDays,
): Day | undefined {
  if (before === undefined || coverage === 'changes') return undefined;
  const next = days.find((day) => day > before.seen);
  return next !== undefined && next < since ? next : undefined;
}
