import type { Place } from './place.ts';
import type { Sku } from './sku.ts';

/** A supplier's article as its files call it. */
export interface ArticleNumber {
  readonly supplier: string;
  readonly supplierSku: string;
}

/** `sku-map.csv`: which SKU of ours a supplier's article is, and how many of ours one of its units holds. */
export interface SkuMapping extends ArticleNumber {
  readonly sku: Sku;
  /** As a fraction, so that `1/6` is exact; undefined: the offer's pack size. */
  readonly units?: { readonly numerator: number; readonly denominator: number } | undefined;
  readonly place?: Place | undefined;
}
