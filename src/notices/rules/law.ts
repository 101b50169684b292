import { addDays, type Day } from '../../model/day.ts';
import type { Notice, Ruling } from '../../model/notice.ts';
import { usWorkingDaysAfter } from '../../model/working-days.ts';

/** What a law needs to know of an open order line. */
export interface LineFacts {
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
  /** The notices drafted last for it on an earlier day. As nothing tells what was sent, they count as sent that day. */
  readonly told?: readonly Pick<Notice, 'type' | 'oldDate' | 'autoCancelOn'>[] | undefined;
}

/** How long after a cancellation the money must be on its way. */
export interface RefundTime {
  readonly days: number;
  /** US working days instead of calendar days. */
  readonly working: boolean;
}

/** What one place's law asks of a seller who is late. */
export interface Law {
  /** The kind of date that is promised and moved. */
  readonly dates: 'ship' | 'delivery';
  readonly refund: RefundTime;
  /** The notice that a line calls for today, as long as none was sent. */
  readonly rule: (line: LineFacts) => Ruling | undefined;
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
