import type { Day } from './day.ts';
import type { Place } from './place.ts';
import type { Shipment } from './shipment.ts';
import type { Sku } from './sku.ts';

/** Why goods came back or were complained of. */
export const causes = ['defect', 'wrong-item', 'damaged', 'late', 'not-wanted', 'other'] as const;
export type Cause = (typeof causes)[number];

/** Units of an order that came back, or were complained of, as a shop or a supplier tells. */
export interface Return {
  readonly orderId: string;
  /** As its file calls it; blank where the file tells only the SKU. */
  readonly lineId?: string | undefined;
  /** Undefined where the file names none: an order of a single line needs none. */
  readonly sku?: Sku | undefined;
  readonly quantity: number;
  readonly returnedAt: Day;
  /** As the file words it. */
  readonly reason?: string | undefined;
  /** What the reason comes to; undefined where none was told. */
  readonly cause?: Cause | undefined;
  /** Whose goods they were. */
  readonly supplier?: string | undefined;
  /** The return's own number (RMA). */
  readonly returnId?: string | undefined;
  /** Units that the same file tells of before this row: see `Shipment.after`. */
  readonly after: number;
  /** The date of the file: of two words on one return the later counts. */
  readonly asOf: Day;
  readonly place: Place;
}

/**
 * A return as a parcel that goes the other way: its number is the tracking number. What tells parcels apart and finds
 * their order lines does the same for returns.
 */
export function asParcel<Told extends Omit<Return, 'after'>>(
  told: Told,
): Told & Pick<Shipment, 'shippedAt' | 'tracking'> {
  return { ...told, shippedAt: told.returnedAt, tracking: told.returnId };
}
