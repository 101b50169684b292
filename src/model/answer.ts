import type { Day } from './day.ts';
import type { QuantityKind } from './offer.ts';
import { byFileName, byLine, type Place } from './place.ts';
import { byBytes, type Sku } from './sku.ts';

/** A supplier's word on one of its articles, given beside its stock files, in its own units. What is undefined it leaves open. */
export interface Answer {
  readonly supplier: string;
  readonly supplierSku: string;
  /** Our SKU as the question named it; the supplier's own number where it named none. */
  readonly sku: Sku;
  /** The day for which it is true. */
  readonly asOf: Day;
  readonly quantity?: number | undefined;
  /** How the quantity is meant; undefined without one. */
  readonly quantityKind?: QuantityKind | undefined;
  readonly restockDate?: Day | undefined;
  readonly restockQuantity?: number | undefined;
  readonly discontinued?: boolean | undefined;
  /** The date of the file. */
  readonly fileAsOf: Day;
  readonly place: Place;
}

/** Order of words: the one for the later day speaks last, of two of a day that of the later file, in a file the lower line. */
export function inOrderOfWords(a: Answer, b: Answer): number {
  return (
    byBytes(a.asOf, b.asOf) ||
    byBytes(a.fileAsOf, b.fileAsOf) ||
    byFileName(a.place.file, b.place.file) ||
    byLine(a, b)
  );
}
