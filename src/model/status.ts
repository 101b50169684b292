export const statuses = ['available', 'backorder', 'preorder', 'unavailable'] as const;

/** The merchant's strategy for a SKU; what a channel is told follows that channel's own law. */
export type Status = (typeof statuses)[number];

/** Why a SKU has its status: the rule that fired. */
export type Reason =
  | 'pinned'
  | 'not-released'
  | 'release-too-far'
  | 'limit-reached'
  | 'in-stock'
  | 'last-units'
  | 'not-in-any-feed'
  | 'not-in-latest-file'
  | 'stale-feed'
  | 'discontinued'
  | 'restock-dated'
  | 'restock-far'
  | 'restock-learned'
  | 'restock-uncertain'
  | 'restock-too-far'
  | 'restock-overdue'
  | 'held-by-buffer'
  | 'below-return-quantity'
  | 'no-restock-information';

export const dateBases = [
  'stock',
  'stated',
  'stated+record',
  'learned',
  'typical',
  'release',
  'override',
] as const;

/** What stands behind a ship date. */
export type DateBasis = (typeof dateBases)[number];
