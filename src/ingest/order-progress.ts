import type { Goods } from '../formats/order-status.ts';
import type { Day } from '../model/day.ts';

/** What an export tells of a line's goods; undefined what it does not tell. */
export interface GoodsTold {
  readonly quantity: number;
  readonly fulfilled: number | undefined;
  readonly cancelled: number | undefined;
  readonly returned: number | undefined;
  /** Units paid back. */
  readonly refunded: number;
  readonly unshipped: number | undefined;
  readonly goods: Goods | undefined;
  readonly fulfilledAt: Day | undefined;
  readonly cancelledAt: Day | undefined;
  /** A line of a history: done, unless it was cancelled. */
  readonly isDone: boolean;
}

export interface Progress {
  readonly fulfilled: number;
  readonly cancelled: number;
  readonly returned: number;
  readonly fulfilledAt: Day | undefined;
  readonly cancelledAt: Day | undefined;
  /** All of the line was: there is nothing left to tell of it. */
  readonly isCancelled: boolean;
}

/**
 * Units shipped, cancelled and returned. A word or a date without a quantity means all of the line. Refunded units
 * came back where the line was shipped, and will not be shipped where it was not.
 */
export function progressOf(told: GoodsTold): Progress {
  const { quantity, refunded, fulfilledAt, cancelledAt } = told;
  const isCancelled = cancelledAt !== undefined || told.goods === 'cancelled';
  const cancelledTold = told.cancelled ?? neverShipped(told);
  const undone = Math.max(0, quantity - (cancelledTold ?? 0));
  const fulfilled = told.isDone && !isCancelled ? undone : (told.fulfilled ?? byWord(told, undone));
  const refundedUnshipped = fulfilled > 0 ? 0 : refunded;
  const withdrawn = isCancelled ? quantity : refundedUnshipped;
  const cancelled = cancelledTold ?? withdrawn - fulfilled;
  return {
    fulfilled,
    cancelled: Math.max(refundedUnshipped, cancelled),
    returned: told.returned ?? Math.min(refunded, fulfilled),
    fulfilledAt,
    cancelledAt,
    isCancelled: (isCancelled || told.cancelled !== undefined) && cancelled >= quantity,
  };
}

/** What is neither shipped nor to be shipped any more. */
function neverShipped({ quantity, fulfilled, unshipped }: GoodsTold): number | undefined {
  if (fulfilled === undefined || unshipped === undefined) return undefined;
  return Math.max(0, quantity - fulfilled - unshipped);
}

function byWord({ goods, fulfilledAt }: GoodsTold, all: number): number {
  const isShipped = goods === undefined ? fulfilledAt !== undefined : goods === 'all';
  return isShipped ? all : 0;
}
