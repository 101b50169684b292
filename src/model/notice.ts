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
export type NoticeType = (typeof noticeTypes)[number];

/** One order line of a draft that is due to a customer. */
export interface Notice {
  readonly orderId: string;
  readonly lineId: string;
  readonly sku: Sku;
  readonly type: NoticeType;
  readonly jurisdiction: string;
  /** What the customer was promised: a ship date in the US, a delivery date elsewhere. */
  readonly oldDate: Day;
  readonly newDate?: Day | undefined;
  readonly sendBy: Day;
  readonly targetDate?: Day | undefined;
  readonly ifSilent?: 'consent' | 'cancelled' | 'unchanged' | undefined;
  readonly autoCancelOn?: Day | undefined;
  readonly refundBy?: Day | undefined;
  readonly to: string;
  readonly locale: string;
  readonly file: string;
}
