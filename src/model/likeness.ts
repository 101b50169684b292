import type { Place } from './place.ts';

/** What two spellings of a SKU may differ in. */
export type Difference =
  | 'unicode-form'
  | 'alphabet'
  | 'invisible'
  | 'blanks'
  | 'dashes'
  | 'look-alikes'
  | 'case'
  | 'zeros';

/** What our SKUs have before a supplier's numbers, and what its numbers have that our SKUs have not. */
export interface NumberRule {
  readonly ours?: string | undefined;
  readonly theirs?: string | undefined;
}

/** What speaks for a supplier's article being one of ours; none of it is proof. */
export type Likeness =
  | { readonly by: 'spelling'; readonly differences: readonly Difference[] }
  | { readonly by: 'spreadsheet' }
  | { readonly by: 'barcode' }
  /** One number is the other with something before or behind it; the rule, where enough of the supplier's are so. */
  | { readonly by: 'part'; readonly rule?: NumberRule | undefined }
  | { readonly by: 'typing' }
  | { readonly by: 'title' };

/** A supplier's article that may be one of ours. */
export interface Candidate {
  readonly supplier: string;
  readonly supplierSku: string;
  readonly title?: string | undefined;
  readonly place?: Place | undefined;
  readonly likeness: Likeness;
  /** The SKU of ours that it is already. */
  readonly takenAs?: string | undefined;
}
