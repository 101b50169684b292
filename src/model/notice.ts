import type { Day } from './day.ts';
import type { Sku } from './sku.ts';

export const noticeTypes = [
  'US_FIRST_SHORT',
  'US_FIRST_LONG',
  'US_FIRST_INDEFINITE',
  'US_MISSED_CANCEL',
  'SELLER_CANCEL',
  'DELAY_PROPOSAL',
  'LATE_OPEN',
] as const;
type NoticeType = (typeof noticeTypes)[number];

/** What the law has to say of one late order line. */
export interface Ruling {
  readonly type: NoticeType;
  /** What the customer was promised: a ship date in the US, a delivery date elsewhere. */
  readonly oldDate: Day;
  readonly newDate?: Day | undefined;
  readonly sendBy: Day;
  readonly targetDate?: Day | undefined;
  readonly ifSilent?: 'consent' | 'cancelled' | 'unchanged' | undefined;
  readonly autoCancelOn?: Day | undefined;
  readonly refundBy?: Day | undefined;
}

/** A notice that one order line calls for. */
export interface DueNotice extends Ruling {
  readonly orderId: string;
  readonly lineId: string;
  readonly sku: Sku;
  readonly jurisdiction: string;
  /** Units of the line that it is about; the book does not keep it. */
  readonly quantity?: number | undefined;
  /** The address as the order has it; empty when it has none. */
  readonly to: string;
  readonly locale: string;
}

/** One order line of a draft that is due to a customer. */
export interface Notice extends DueNotice {
  /** The draft, shared by the lines of one message; empty when none could be written. */
  readonly file: string;
}
