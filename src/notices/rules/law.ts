import { addDays, type Day } from '../../model/day.ts';
import type { NoticeType, Ruling } from '../../model/notice.ts';
import type { OrderConditions } from '../../model/order.ts';
import { usWorkingDaysAfter } from '../../model/working-days.ts';

/** A notice that reached the customer. */
export interface Sent {
  readonly kind: 'sent';
  readonly type: NoticeType;
  readonly on: Day;
  /** The date it gave; undefined when it gave none. */
  readonly newDate?: Day | undefined;
}

/** What was said to and fro about an order line. */
export type Told =
  | Sent
  | {
      readonly kind: 'consent';
      /** The notice that it answers; undefined: the newest. */
      readonly type?: NoticeType | undefined;
      readonly on: Day;
      /** The date agreed to, where it is not that of the notice. */
      readonly newDate?: Day | undefined;
    }
  | { readonly kind: 'cancel'; readonly on: Day };

/** What a law needs to know of an open order line. */
export interface LineFacts extends OrderConditions {
  readonly today: Day;
  readonly orderedOn: Day;
  /** The promised ship date: the line's own, else the store's promise. */
  readonly shipBy?: Day | undefined;
  /** The delivery date promised for this line. */
  readonly deliverBy?: Day | undefined;
  /** Longest calendar days on the way. */
  readonly transitDays: number;
  /** When the last of it ships and arrives; undefined while a part of it has no date. */
  readonly expectedShip?: Day | undefined;
  readonly expectedDelivery?: Day | undefined;
  /** Some of it cannot be had any more. */
  readonly unfillable: boolean;
  /** The customer has neither paid nor let anybody charge. */
  readonly isUnpaid: boolean;
  /** In order of days, those of one day in order of recording. Notices that bounced are none. */
  readonly history?: readonly Told[] | undefined;
}

/** How long after a cancellation the money must be on its way. */
export interface RefundTime {
  readonly days: number;
  /** US working days instead of calendar days. */
  readonly working: boolean;
}

/** How an order line stands today, by what was promised, written and answered. */
export interface Agreement {
  /** The last day on which it is on time: as promised, or as the customer agreed since. */
  readonly agreed: Day;
  /** The newest notice that counts. */
  readonly notice?: Sent | undefined;
  /** The day at whose end the line is cancelled unless the customer has said yes, or it has shipped. */
  readonly limit?: Day | undefined;
  /** The customer agreed to wait without a date, and may cancel at any time. */
  readonly isOpenEnded?: boolean | undefined;
  readonly ended?:
    | { readonly on: Day; readonly by: 'customer' | 'seller' | 'silence' | 'no-notice' }
    | undefined;
}

/** What one place's law asks of a seller who is late. */
export interface Law {
  /** The kind of date that is promised and moved. */
  readonly dates: 'ship' | 'delivery';
  readonly refund: RefundTime;
  /** The `count`-th day after `day` on which people work there. */
  readonly workingDaysAfter: (day: Day, count: number) => Day;
  /** The notice that a line calls for today. */
  readonly rule: (line: LineFacts) => Ruling | undefined;
  readonly agreement: (line: LineFacts) => Agreement;
  /** Days after the agreed date from which the customer may cancel, where the law counts them. */
  readonly cancelRightAfterDays?: number | undefined;
}

/** The last day for a refund after a cancellation on `day`. */
export function refundDay(day: Day, { days, working }: RefundTime): Day {
  return working ? usWorkingDaysAfter(day, days) : addDays(day, days);
}

/** The day to aim at: `prompt`, or the limit where that comes first; none once the limit has passed. */
export function targetDay(prompt: Day, sendBy: Day, today: Day): Day | undefined {
  if (today > sendBy) return undefined;
  return prompt < sendBy ? prompt : sendBy;
}

/** Goes through what was told up to today, until the line has ended. */
export function follow(
  { history = [], today }: Pick<LineFacts, 'history' | 'today'>,
  start: Agreement,
  step: (before: Agreement, told: Told) => Agreement,
): Agreement {
  return history
    .filter(({ on }) => on <= today)
    .reduce((state, told) => (state.ended ? state : step(state, told)), start);
}
