/** How far a supplier's file may differ from its last good stock, as shares; the rise is a factor. */
export interface GuardLimits {
  readonly maxTotalDrop: number;
  readonly maxTotalRise: number;
  readonly maxMissingSkus: number;
  readonly maxUnparsable: number;
}

/** Why a guard holds a supplier's file back, with the figures. */
export type Alarm =
  | { readonly rule: 'nothing-readable'; readonly rows: number }
  | { readonly rule: 'unparsable'; readonly leftOut: number; readonly rows: number }
  | { readonly rule: 'total'; readonly before: number; readonly after: number }
  | { readonly rule: 'articles-gone'; readonly gone: number; readonly articles: number }
  | { readonly rule: 'flips'; readonly flips: number; readonly articles: number };
