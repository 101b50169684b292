import { addDays, type Day } from '../../model/day.ts';
import type { Ruling } from '../../model/notice.ts';
import { usWorkingDaysAfter } from '../../model/working-days.ts';
import { type Law, type LineFacts, type RefundTime, refundDay, targetDay } from './law.ts';

/** Without any promise goods must ship in so many days; a first delay longer than that needs the customer's yes. */
const statutoryDays = 30;

interface Variant {
  readonly refund: RefundTime;
  /** Whether a delay may be told without a new date. */
  readonly undatedDelay: boolean;
}

/** 16 CFR 435. */
export const unitedStates = lawOf({ refund: { days: 7, working: true }, undatedDelay: true });

/** Wants a date in every delay notice; its 7 calendar days always end before 7 working days do. */
export const california = lawOf({ refund: { days: 7, working: false }, undatedDelay: false });

function lawOf(variant: Variant): Law {
  return { dates: 'ship', refund: variant.refund, rule: (line) => rule(line, variant) };
}

/**
 * The rule as long as no notice has been sent. What follows one that was (renewed notices, consent, lapse) starts here
 * too: recorded events move the agreed date away from `due`.
 */
function rule(line: LineFacts, variant: Variant): Ruling | undefined {
  const due = applicableTime(line);
  if (line.today > due) return wasAsked(line, due) ? undefined : missed(due, variant);
  if (line.unfillable) return sellerCancel(line, due, variant);
  if (line.expectedShip === undefined) {
    return variant.undatedDelay ? needsYes(line, due, variant) : sellerCancel(line, due, variant);
  }
  if (line.expectedShip <= due) return undefined;
  const silenceAgrees = line.expectedShip <= addDays(due, statutoryDays);
  return silenceAgrees
    ? short(line, due, line.expectedShip, variant)
    : needsYes(line, due, variant);
}

/** `T`: the last day on which shipping is on time. */
function applicableTime({ orderedOn, shipBy, deliverBy, transitDays }: LineFacts): Day {
  if (shipBy !== undefined) return shipBy;
  return deliverBy === undefined
    ? addDays(orderedOn, statutoryDays)
    : addDays(deliverBy, -transitDays);
}

function short(line: LineFacts, due: Day, newDate: Day, { refund }: Variant): Ruling {
  return {
    type: 'US_FIRST_SHORT',
    oldDate: due,
    newDate,
    ...sending(line, due),
    ifSilent: 'consent',
    autoCancelOn: newDate,
    refundBy: refundDay(newDate, refund),
  };
}

/** A long or undated delay: silence ends the order. */
function needsYes(line: LineFacts, due: Day, { refund }: Variant): Ruling {
  const limit = addDays(due, statutoryDays);
  return {
    type: line.expectedShip === undefined ? 'US_FIRST_INDEFINITE' : 'US_FIRST_LONG',
    oldDate: due,
    newDate: line.expectedShip,
    ...sending(line, due),
    ifSilent: 'cancelled',
    autoCancelOn: limit,
    refundBy: refundDay(limit, refund),
  };
}

/** The customer was asked in time, and the day on which silence ends the order has not passed. */
function wasAsked({ told = [], today }: LineFacts, due: Day): boolean {
  return told.some(
    ({ type, oldDate, autoCancelOn = '' }) =>
      type.startsWith('US_FIRST_') && oldDate === due && today <= autoCancelOn,
  );
}

/** Too late for a notice: the line is cancelled already, and no new date may be offered. */
function missed(due: Day, { refund }: Variant): Ruling {
  return {
    type: 'US_MISSED_CANCEL',
    oldDate: due,
    sendBy: due,
    ifSilent: 'cancelled',
    autoCancelOn: due,
    refundBy: refundDay(due, refund),
  };
}

function sellerCancel(line: LineFacts, due: Day, { refund }: Variant): Ruling {
  return {
    type: 'SELLER_CANCEL',
    oldDate: due,
    ...sending(line, due),
    refundBy: refundDay(line.today, refund),
  };
}

function sending({ today }: LineFacts, due: Day): Pick<Ruling, 'sendBy' | 'targetDate'> {
  return { sendBy: due, targetDate: targetDay(usWorkingDaysAfter(today, 2), due, today) };
}
