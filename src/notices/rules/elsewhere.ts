import { addDays, type Day } from '../../model/day.ts';
import type { Ruling } from '../../model/notice.ts';
import { weekdaysAfter } from '../../model/working-days.ts';
import {
  type Agreement,
  follow,
  type Law,
  type LineFacts,
  type RefundTime,
  refundDay,
  type Sent,
  type Told,
  targetDay,
} from './law.ts';

interface Variant {
  readonly refund: RefundTime;
  /** Days from the order to the delivery date where nothing at all was promised. */
  readonly daysWithoutPromise: number;
  /** Whether a passed date has a notice of its own, and customers a right to withdraw that custom-made goods lack. */
  readonly european: boolean;
  readonly cancelRightAfterDays?: number;
}

/** Directive 2011/83/EU and the UK's Consumer Rights Act. */
export const europe = lawOf({ refund: days(14), daysWithoutPromise: 30, european: true });

/** Their customers may cancel from 30 days after the promised date, or after the order. */
export const ontarioAndQuebec = lawOf({
  refund: days(15),
  daysWithoutPromise: 0,
  european: false,
  cancelRightAfterDays: 30,
});

export const others = lawOf({ refund: days(14), daysWithoutPromise: 30, european: false });

function days(count: number): RefundTime {
  return { days: count, working: false };
}

function lawOf(variant: Variant): Law {
  return {
    dates: 'delivery',
    refund: variant.refund,
    workingDaysAfter: weekdaysAfter,
    rule: (line) => rule(line, variant),
    agreement: (line) => agreement(line, variant),
    cancelRightAfterDays: variant.cancelRightAfterDays,
  };
}

function rule(line: LineFacts, variant: Variant): Ruling | undefined {
  const { agreed: due, isOpenEnded, ended } = agreement(line, variant);
  const { today, expectedDelivery, deliveryEssential = false } = line;
  if (ended) return ending(due, ended, variant);
  if (line.unfillable) return sellerCancel(line, due, variant);
  if (isOpenEnded) return undefined;
  const isPast = variant.european && today > due;
  if (!isPast && expectedDelivery !== undefined && expectedDelivery <= due) return undefined;
  const type = isPast ? 'LATE_OPEN' : 'DELAY_PROPOSAL';
  const sendBy = deliveryEssential ? today : due;
  return open(line, due, type, isPast ? addDays(due, 1) : sendBy);
}

function ending(
  due: Day,
  { on, by }: NonNullable<Agreement['ended']>,
  { european, refund }: Variant,
): Ruling | undefined {
  // The notice that ended it was the last word.
  if (by === 'seller') return undefined;
  const type = european ? 'TERMINATION_REFUND' : 'CANCEL_CONFIRM';
  return { type, oldDate: due, refundBy: refundDay(on, refund) };
}

/** `D`: the last day on which delivery is on time. */
function agreedDelivery(line: LineFacts, { daysWithoutPromise }: Variant): Day {
  if (line.deliverBy !== undefined) return line.deliverBy;
  if (line.shipBy !== undefined) return addDays(line.shipBy, line.transitDays);
  return addDays(line.orderedOn, daysWithoutPromise);
}

/** Only an express yes moves the date, and nothing but a customer's own word ends the contract. */
function agreement(line: LineFacts, variant: Variant): Agreement {
  const start: Agreement = { agreed: agreedDelivery(line, variant) };
  return follow(line, start, (before, told) => {
    switch (told.kind) {
      case 'sent':
        return heard(before, told);
      case 'consent':
        return answered(before, told);
      case 'cancel': {
        const isBound = variant.european && line.customMade === true && told.on <= before.agreed;
        return isBound ? before : { ...before, ended: { on: told.on, by: 'customer' } };
      }
    }
  });
}

function heard(state: Agreement, told: Sent): Agreement {
  switch (told.type) {
    case 'SELLER_CANCEL':
      return { ...state, ended: { on: told.on, by: 'seller' } };
    case 'DELAY_PROPOSAL':
    case 'LATE_OPEN':
      return { ...state, notice: told };
    default:
      return state;
  }
}

function answered(state: Agreement, yes: Told & { kind: 'consent' }): Agreement {
  const { agreed, notice } = state;
  const date = yes.newDate ?? notice?.newDate;
  if (date !== undefined) return date > agreed ? { agreed: date, notice } : state;
  return notice ? { ...state, isOpenEnded: true } : state;
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
