import type { Day } from './day.ts';
import type { Place } from './place.ts';
import type { Sku } from './sku.ts';

/** Someone asked to be told when an article can be bought again. */
export interface StockRequest {
  readonly email: string;
  readonly sku: Sku;
  readonly requestedAt: Day;
  /** False: they do not want such messages. */
  readonly consent: boolean;
  /** The date of the file. */
  readonly asOf: Day;
  readonly place: Place;
}
