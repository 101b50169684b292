import type { Day } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { FileDays } from './past.ts';
import type { SupplierRecords } from './record.ts';
import type { ArticlePast } from './shown.ts';

/** All that is on record of suppliers on a day. */
export interface Evidence {
  readonly today: Day;
  readonly terms: ReadonlyMap<string, SupplierTerms>;
  /** Of a supplier that neither the settings nor a file names. */
  readonly fallbackTerms: SupplierTerms;
  /** The order lines known on the day, with what their shipments tell. */
  readonly lines: readonly OrderLine[];
  /** The day of the newest list of what a supplier has sent. */
  readonly heardOf: ReadonlyMap<string, Day>;
  /** What came back of each line; undefined where neither exports nor lists ever told of a return. */
  readonly returned: ReadonlyMap<OrderLine, readonly { readonly units: number }[]> | undefined;
  readonly files: ReadonlyMap<string, FileDays>;
  /** Days from a supplier's file to its next, as usual. */
  readonly feedGapDays: ReadonlyMap<string, number>;
  readonly records: SupplierRecords;
  /** What files said of each SKU, by `pastKey`. */
  readonly pasts: ReadonlyMap<string, readonly ArticlePast[]>;
}
