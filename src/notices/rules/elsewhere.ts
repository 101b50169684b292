import { addDays, type Day } from '../../model/day.ts';
import type { Ruling } from '../../model/notice.ts';
import { weekdaysAfter } from '../../model/working-days.ts';
import { type Law, type LineFacts, type RefundTime, refundDay, targetDay } from './law.ts';

interface Variant {
  readonly refund: RefundTime;
  /** Days from the order to the delivery date where nothing at all was promised. */
  readonly daysWithoutPromise: number;
  /** Whether a passed date has a notice of its own. */
  readonly lateOpen: boolean;
}

/** Directive 2011/83/EU and the UK's Consumer Rights Act. */
export const europe = lawOf({ refund: days(14), daysWithoutPromise: 30, lateOpen: true });

/** Their customers may cancel from 30 days after the promised date, or after the order. */
export const ontarioAndQuebec = lawOf({ refund: days(15), daysWithoutPromise: 0, lateOpen: false });

export const others = lawOf({ refund: days(14), daysWithoutPromise: 30, lateOpen: false });

function days(count: number): RefundTime {
  return { days: count, working: false };
}

function lawOf(variant: Variant): Law {
  return { dates: 'delivery', refund: variant.refund, rule: (line) => rule(line, variant) };
}

/** The rule as long as the customer has not agreed to another date; a recorded yes will move `due`. */
function rule(line: LineFacts, variant: Variant): Ruling | undefined {
  const due = agreedDelivery(line, variant);
  const { today, expectedDelivery } = line;
  if (line.unfillable) return sellerCancel(line, due, variant);
  if (variant.lateOpen && today > due) return open(line, due, 'LATE_OPEN', addDays(due, 1));
  if (expectedDelivery !== undefined && expectedDelivery <= due) return undefined;
  return open(line, due, 'DELAY_PROPOSAL', due);
}

/** `D`: the last day on which delivery is on time. */
function agreedDelivery(line: LineFacts, { daysWithoutPromise }: Variant): Day {
  if (line.deliverBy !== undefined) return line.deliverBy;
  if (line.shipBy !== undefined) return addDays(line.shipBy, line.transitDays);
  return addDays(line.orderedOn, daysWithoutPromise);
}

/** Nothing changes unless the customer says so. */
function open(
  { today, expectedDelivery }: LineFacts,
  due: Day,
  type: 'DELAY_PROPOSAL' | 'LATE_OPEN',
  sendBy: Day,
): Ruling {
  return {
    type,
    oldDate: due,
    newDate: expectedDelivery,
    sendBy,
    targetDate: targetDay(weekdaysAfter(today, 2), sendBy, today),
    ifSilent: 'unchanged',
  };
}

/** Whoever clearly will not deliver has to say so the same day. */
function sellerCancel({ today }: LineFacts, due: Day, { refund }: Variant): Ruling {
  return {
    type: 'SELLER_CANCEL',
    oldDate: due,
    sendBy: today,
    targetDate: today,
    refundBy: refundDay(today, refund),
  };
}
