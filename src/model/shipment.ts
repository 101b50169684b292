import type { Day } from './day.ts';
import { byFileName, byLine, type Place } from './place.ts';
import { byBytes, type Sku } from './sku.ts';

/** Units of an order that have left, as a supplier or a carrier tells. */
export interface Shipment {
  readonly orderId: string;
  /** As its file calls it; blank where the file tells only the SKU. */
  readonly lineId?: string | undefined;
  /** Undefined where the file names none: an order of a single line needs none. */
  readonly sku?: Sku | undefined;
  readonly quantity: number;
  readonly shippedAt: Day;
  readonly supplier?: string | undefined;
  readonly carrier?: string | undefined;
  readonly tracking?: string | undefined;
  readonly deliveredAt?: Day | undefined;
  /**
   * Units that the same file tells of before this row: under the same tracking number, or, where it has none, of the
   * same article, supplier and day, those with a number first. It tells parcels apart that look the same, and a
   * parcel whose number was filled in later from a further one.
   */
  readonly after: number;
  /** The date of the file: of two words on one shipment the later counts. */
  readonly asOf: Day;
  readonly place: Place;
}

/** An order's name as it is compared: suppliers often leave out the shop's `#`. */
export function orderKey(orderId: string): string {
  return orderId.trim().replace(/^#\s*/, '');
}

/** What two rows of one supplier share that tell of one parcel: its number, or without one the article and the day. */
export function parcelKey(shipment: Omit<Shipment, 'after'>): string {
  const { orderId, lineId = '', sku = '', tracking, supplier = '', shippedAt } = shipment;
  const parcel = tracking === undefined ? ['', shippedAt] : [trackingKey(tracking)];
  return [orderKey(orderId), lineId, sku, supplier, ...parcel].join('\0');
}

/** A tracking number as it is compared: spaces, hyphens and case are a matter of printing. */
export function trackingKey(tracking: string): string {
  return tracking.replace(/[\s-]/g, '').toUpperCase();
}

/** Order of words: the later file speaks last, of two files of a day the one with the later name. */
export function byWord(
  a: Pick<Shipment, 'asOf' | 'place'>,
  b: Pick<Shipment, 'asOf' | 'place'>,
): number {
  return byBytes(a.asOf, b.asOf) || byFileName(a.place.file, b.place.file) || byLine(a, b);
}
