import type { Day } from './day.ts';
import type { Place } from './place.ts';
import { byBytes, type Sku } from './sku.ts';

/** `exact`: a count. `at_least`: ">100", "50+". `unknown`: an "in stock" word without a number. */
export const quantityKinds = ['exact', 'at_least', 'unknown'] as const;
export type QuantityKind = (typeof quantityKinds)[number];

/** What an "in stock" word without a number counts as. */
export const wordQuantity = 5;

/** Goods that a supplier says will come in; without a quantity when none is stated. */
export interface Restock {
  readonly day: Day;
  readonly quantity?: number | undefined;
}

/** What one supplier's file says of one article, in the supplier's units. */
export interface Offer {
  readonly supplier: string;
  /** Our SKU where the file names it, else the supplier's own number until the SKU map is applied. */
  readonly sku: Sku;
  readonly supplierSku: string;
  readonly title?: string | undefined;
  readonly barcode?: string | undefined;
  /** Never negative; for `unknown` 0, as no number was stated. */
  readonly quantity: number;
  readonly quantityKind: QuantityKind;
  /** Ordered by day. */
  readonly restocks: readonly Restock[];
  readonly release?: Day | undefined;
  /** The day from which the quantity can be had, where that is to come. */
  readonly availableFrom?: Day | undefined;
  readonly discontinued: boolean;
  readonly unitCost?: number | undefined;
  readonly currency?: string | undefined;
  readonly packSize?: number | undefined;
  /** Working days until the carrier has the parcel, when the file states it for this article. */
  readonly dispatchDays?: number | undefined;
  /** The day for which the row says its number is true, where it says so itself. */
  readonly asOf?: Day | undefined;
  readonly place: Place;
}

/** Whether the supplier has some. */
export function hasStock({ quantity, quantityKind }: Offer): boolean {
  return quantityKind === 'unknown' || quantity > 0;
}

/** One for all offers without any. */
export const noRestocks: readonly Restock[] = [];

/**
 * What is known of an article whose row cannot be read: that the supplier lists it, and no number. Spelt out, so that all
 * offers of a file have one shape.
 */
export function unreadOffer(
  article: Pick<Offer, 'supplier' | 'sku' | 'supplierSku'>,
  place: Place,
): Offer {
  const { supplier, sku, supplierSku } = article;
  return {
    supplier,
    sku,
    supplierSku,
    title: undefined,
    barcode: undefined,
    quantity: 0,
    quantityKind: 'unknown',
    restocks: noRestocks,
    release: undefined,
    availableFrom: undefined,
    discontinued: false,
    unitCost: undefined,
    currency: undefined,
    packSize: undefined,
    dispatchDays: undefined,
    asOf: undefined,
    place,
  };
}

/** Arrivals as an offer has them; those of one day stay as they come. */
export function inOrderOfDays(restocks: readonly Restock[]): readonly Restock[] {
  return restocks.toSorted((a, b) => byBytes(a.day, b.day));
}

/** Goods that can be had from a day on only, as goods that come in then. */
export function asArrival<
  Of extends Pick<Offer, 'availableFrom' | 'quantity' | 'quantityKind' | 'restocks'>,
>(offer: Of): Of {
  const { availableFrom: day, quantity, quantityKind, restocks } = offer;
  if (day === undefined) return offer;
  const arrival = { day, quantity: quantityKind === 'unknown' ? undefined : quantity };
  return {
    ...offer,
    quantity: 0,
    quantityKind: 'exact',
    restocks: inOrderOfDays([...restocks, arrival]),
    availableFrom: undefined,
  };
}

/** How much of a file could be read. */
export interface RowCounts {
  /** Rows below the header. */
  readonly rows: number;
  /** Those of them that were left out. */
  readonly leftOut: number;
}

/** One supplier stock file as read. */
export interface StockFile extends RowCounts {
  readonly supplier: string;
  /** The day for which its numbers are true. */
  readonly asOf: Day;
  /** The file as the book knows it: a path relative to the workspace. */
  readonly file: string;
  /** Of the content, to tell a renewed date from news. */
  readonly hash: string;
  /** `full`: an article that is absent has none. `changes`: it keeps its last offer. */
  readonly coverage: 'full' | 'changes';
  readonly offers: readonly Offer[];
  /** Articles whose row was left out: they are not absent, they keep their last offer. */
  readonly unread: readonly Pick<Offer, 'sku' | 'supplierSku'>[];
}
