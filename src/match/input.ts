import type { Barcode } from '../model/barcode.ts';
import type { NumberRule } from '../model/likeness.ts';
import type { Place } from '../model/place.ts';
import type { Sku } from '../model/sku.ts';
import type { ArticleNumber, SkuMapping } from '../model/sku-mapping.ts';

/** What a supplier's file says of an article, as far as it tells which of ours it is. */
export interface Article extends ArticleNumber {
  /** Our SKU where the file names it, else the supplier's own number. */
  readonly sku: Sku;
  readonly title?: string | undefined;
  /** As the file states it. */
  readonly barcode?: string | undefined;
  /** Units in one of the supplier's. */
  readonly packSize?: number | undefined;
  readonly place?: Place | undefined;
}

/** What decides which SKU of ours an article is. */
export interface MatchRules {
  readonly skuMap: readonly SkuMapping[];
  /** Articles that are not to be matched by barcode, nor asked about. */
  readonly setAside: readonly ArticleNumber[];
  readonly numberRules: ReadonlyMap<string, NumberRule>;
  /** Whether the shop has such a SKU. */
  readonly isOurs: (sku: Sku) => boolean;
  readonly barcodes: ReadonlyMap<Sku, ReadonlySet<Barcode>>;
}

/** How an article was matched; `number`: it bears our SKU. */
export type MatchWay = 'map' | 'prefix' | 'number' | 'barcode';

export interface Match extends Pick<SkuMapping, 'sku' | 'units'> {
  readonly way: MatchWay;
}

/** One of the shop's own articles, as far as it is known. */
export interface ShopArticle {
  readonly sku: Sku;
  readonly title?: string | undefined;
  /** Where the shop names it. */
  readonly place: Place;
  /** It is for sale or ordered: somebody should supply it. */
  readonly isWanted: boolean;
}
