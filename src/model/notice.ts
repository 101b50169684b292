import type { Day } from './day.ts';
import type { OrderConditions } from './order.ts';
import type { Place } from './place.ts';
import type { Sku } from './sku.ts';

export const noticeTypes = [
  'ORDER_PROMISE',
  'US_FIRST_SHORT',
  'US_FIRST_LONG',
  'US_FIRST_INDEFINITE',
  'US_RENEWED_DEFINITE',
  'US_RENEWED_INDEFINITE',
  'US_MISSED_CANCEL',
  'SELLER_CANCEL',
  'CANCEL_CONFIRM',
  'DELAY_PROPOSAL',
  'LATE_OPEN',
  'TERMINATION_REFUND',
  'PREORDER_PROGRESS',
  'READY_TO_SHIP',
  'PARTIAL_SHIP',
  'BACK_IN_STOCK',
] as const;
export type NoticeType = (typeof noticeTypes)[number];

/** What no law asks for: said in time it keeps a customer, left out it breaks nothing. */
const courtesies: ReadonlySet<NoticeType> = new Set<NoticeType>([
  'ORDER_PROMISE',
  'PREORDER_PROGRESS',
  'READY_TO_SHIP',
  'PARTIAL_SHIP',
  'BACK_IN_STOCK',
]);

export function isCourtesy({ type }: { readonly type: NoticeType }): boolean {
  return courtesies.has(type);
}

/** What there is to tell the customer of an order line. */
export interface Ruling {
  readonly type: NoticeType;
  /** What the customer was promised or has agreed to: a ship date in the US, a delivery date elsewhere. */
  readonly oldDate?: Day | undefined;
  readonly newDate?: Day | undefined;
  readonly sendBy?: Day | undefined;
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
  /** The article's, where no order tells it. */
  readonly title?: string | undefined;
  /** Units of the line that it is about; the book does not keep it. */
  readonly quantity?: number | undefined;
  /** What of the order has not left yet, and the day by which all of it is due where one holds. */
  readonly stillToCome?:
    | {
        readonly lines: readonly Pick<DueNotice, 'lineId' | 'sku' | 'quantity'>[];
        readonly by?: Day | undefined;
      }
    | undefined;
  /** What decides, beside its dates, what its letter says. */
  readonly conditions?: OrderConditions | undefined;
  /** The address as the order has it; empty when it has none. */
  readonly to: string;
  readonly locale: string;
}

/** One order line of a draft that is due to a customer. */
export interface Notice extends DueNotice {
  /** The draft, shared by the lines of one message; empty when none could be written. */
  readonly file: string;
}

export const noticeEvents = ['sent', 'bounced', 'consent', 'cancel', 'refunded'] as const;

/** What became of a notice, or what a customer said. */
export interface NoticeEvent {
  readonly orderId: string;
  /** Empty: every line of the order. */
  readonly lineId: string;
  /** Undefined: the last notice that asks for an answer. */
  readonly type?: NoticeType | undefined;
  readonly event: (typeof noticeEvents)[number];
  readonly on: Day;
  /** The date that was given or agreed to, where it is not that of the draft. */
  readonly newDate?: Day | undefined;
  /** Where two channels use one order number: whose order it is. */
  readonly channel?: string | undefined;
}

/** An event as a file tells it. */
export interface RecordedEvent extends NoticeEvent {
  /** The date of the file. */
  readonly asOf: Day;
  readonly place: Place;
}
