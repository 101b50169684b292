import { addDays, type Day, laterDay } from '../../model/day.ts';
import type { Ruling } from '../../model/notice.ts';
import { usWorkingDaysAfter } from '../../model/working-days.ts';
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

/** Without any promise goods must ship in so many days; a first delay longer than that needs the customer's yes. */
const statutoryDays = 30;

/** The same where the buyer applied to the seller for credit. */
const creditDays = 50;

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
  return {
    dates: 'ship',
    refund: variant.refund,
    workingDaysAfter: usWorkingDaysAfter,
    rule: (line) => rule(line, variant),
    agreement,
  };
}

function rule(line: LineFacts, variant: Variant): Ruling | undefined {
  const state = agreement(line);
  const { agreed, limit = agreed, notice, isOpenEnded = false, ended } = state;
  if (ended) return ending(line, agreed, ended, variant);
  if (line.unfillable) return sellerCancel(line, state, variant);
  if (isIncomplete(line, state)) return undefined;
  const { expectedShip: expected } = line;
  if (isOpenEnded || (expected !== undefined && expected <= limit)) return undefined;
  if (state.limit !== undefined && notice && !isLater(expected, notice.newDate)) return undefined;
  if (expected === undefined && !variant.undatedDelay) return sellerCancel(line, state, variant);
  return notice ? renewed(line, state, variant) : first(line, agreed, variant);
}

/** The date that the customer was told last: agreed, or asked about in a question that is open. */
function toldDate({ agreed, limit, notice }: Agreement): Day {
  return limit === undefined ? agreed : (notice?.newDate ?? agreed);
}

/** Whether what is expected now is worse news than what was told; a date after none was told is news as well. */
function isLater(expected: Day | undefined, told: Day | undefined): boolean {
  if (told === undefined) return expected !== undefined;
  return expected === undefined || expected > told;
}

/** `T`: the last day on which shipping is on time. */
function applicableTime(line: LineFacts): Day {
  const { orderedOn, shipBy, deliverBy, transitDays, sellerCredit = false } = line;
  if (shipBy !== undefined) return shipBy;
  if (deliverBy !== undefined) return addDays(deliverBy, -transitDays);
  return addDays(orderedOn, sellerCredit ? creditDays : statutoryDays);
}

function agreement(line: LineFacts): Agreement {
  const start: Agreement = { agreed: applicableTime(line) };
  const state = follow(line, start, hear);
  return isIncomplete(line, state) ? state : lapsed(state, line.today);
}

/** The time to ship runs from the order's completion, which takes its payment (435.1): of no other is anybody asked. */
function isIncomplete(
  { isUnpaid, sellerCredit = false }: LineFacts,
  { notice }: Agreement,
): boolean {
  return isUnpaid && !sellerCredit && notice === undefined;
}

/** What comes after a lapse changes nothing any more. */
function hear(before: Agreement, told: Told): Agreement {
  const state = lapsed(before, told.on);
  if (state.ended) return state;
  switch (told.kind) {
    case 'sent':
      if (told.type === 'SELLER_CANCEL') return { ...state, ended: { on: told.on, by: 'seller' } };
      return isOption(told) ? asked(state, told) : state;
    case 'consent':
      return answered(state, told);
    case 'cancel':
      return { ...state, ended: { on: told.on, by: 'customer' } };
  }
}

/** The line as it stands on a day: past its limit it has ended. */
function lapsed(state: Agreement, day: Day): Agreement {
  const { agreed, limit, isOpenEnded, ended } = state;
  if (ended || isOpenEnded || day <= (limit ?? agreed)) return state;
  return {
    ...state,
    ended: limit === undefined ? { on: agreed, by: 'no-notice' } : { on: limit, by: 'silence' },
  };
}

/** Only these offer to cancel for a prompt refund; any other message counts as not sent. */
function isOption({ type }: Sent): boolean {
  return type.startsWith('US_FIRST_') || type.startsWith('US_RENEWED_');
}

/** A short first delay stands unless the customer objects; any other needs a yes by the limit. */
function asked(state: Agreement, notice: Sent): Agreement {
  if (state.isOpenEnded) return state;
  const { agreed, limit = agreed, notice: before } = state;
  // The same letter once more asks nothing new.
  if (before?.type === notice.type && before.newDate === notice.newDate) return state;
  if (before) return { ...state, notice, limit };
  const longest = addDays(agreed, statutoryDays);
  const isShort = notice.newDate !== undefined && notice.newDate <= longest;
  return isShort
    ? { agreed: laterDay(agreed, notice.newDate ?? agreed), notice }
    : { agreed, notice, limit: longest };
}

/** A yes counts for the newest notice, and to the date that it names itself. */
function answered(state: Agreement, yes: Told & { kind: 'consent' }): Agreement {
  const { agreed, notice, limit } = state;
  if (limit === undefined || !notice) {
    const isMore = yes.newDate !== undefined && yes.newDate > agreed;
    // Agreed without any notice: the next delay is not the first any more.
    return isMore
      ? { ...state, agreed: yes.newDate, notice: notice ?? agreedTo(yes, yes.newDate) }
      : state;
  }
  if (yes.type !== undefined && yes.type !== notice.type) return state;
  const date = yes.newDate ?? notice.newDate;
  if (date === undefined) return { agreed, notice, isOpenEnded: true };
  // What was agreed to, not what was asked: the same letter again asks for more than that.
  return { agreed: date, notice: { ...notice, newDate: date } };
}

function agreedTo({ on }: Told, newDate: Day): Sent {
  return { kind: 'sent', type: 'US_RENEWED_DEFINITE', on, newDate };
}

function first(line: LineFacts, due: Day, { refund }: Variant): Ruling {
  const { expectedShip: newDate } = line;
  const longest = addDays(due, statutoryDays);
  const told = { oldDate: due, newDate, ...sending(line, due) };
  if (newDate !== undefined && newDate <= longest) {
    const ends = { autoCancelOn: newDate, refundBy: refundOf(line, newDate, refund) };
    return { type: 'US_FIRST_SHORT', ...told, ifSilent: 'consent', ...ends };
  }
  const type = newDate === undefined ? 'US_FIRST_INDEFINITE' : 'US_FIRST_LONG';
  const ends = { autoCancelOn: longest, refundBy: refundOf(line, longest, refund) };
  return { type, ...told, ifSilent: 'cancelled', ...ends };
}

/** Any later delay, even a short one: without a yes the line ends on the day agreed last. */
function renewed(line: LineFacts, state: Agreement, { refund }: Variant): Ruling {
  const { expectedShip: newDate } = line;
  const { agreed, limit = agreed } = state;
  return {
    type: newDate === undefined ? 'US_RENEWED_INDEFINITE' : 'US_RENEWED_DEFINITE',
    oldDate: toldDate(state),
    newDate,
    ...sending(line, limit),
    ifSilent: 'cancelled',
    autoCancelOn: limit,
    refundBy: refundOf(line, limit, refund),
  };
}

function ending(
  line: LineFacts,
  agreed: Day,
  { on, by }: NonNullable<Agreement['ended']>,
  { refund }: Variant,
): Ruling | undefined {
  const end = { oldDate: agreed, refundBy: refundOf(line, on, refund) };
  switch (by) {
    // The notice that ended it was the last word.
    case 'seller':
      return undefined;
    case 'customer':
      return { type: 'CANCEL_CONFIRM', ...end };
    case 'silence':
      return { type: 'CANCEL_CONFIRM', ...end, autoCancelOn: on };
    // Too late for a notice: the line is cancelled already, and no new date may be offered.
    case 'no-notice':
      return {
        type: 'US_MISSED_CANCEL',
        ...end,
        sendBy: on,
        ifSilent: 'cancelled',
        autoCancelOn: on,
      };
  }
}

function sellerCancel(line: LineFacts, state: Agreement, { refund }: Variant): Ruling {
  const { agreed, limit = agreed, isOpenEnded } = state;
  const prompt = usWorkingDaysAfter(line.today, 2);
  const hasNoLimit = isOpenEnded || limit < line.today;
  return {
    type: 'SELLER_CANCEL',
    oldDate: toldDate(state),
    ...(hasNoLimit ? { sendBy: prompt, targetDate: prompt } : sending(line, limit)),
    refundBy: refundOf(line, line.today, refund),
  };
}

/** A store account is credited within its billing cycle, whose day nobody states. */
function refundOf({ sellerCredit }: LineFacts, day: Day, refund: RefundTime): Day | undefined {
  return sellerCredit ? undefined : refundDay(day, refund);
}

function sending({ today }: LineFacts, due: Day): Pick<Ruling, 'sendBy' | 'targetDate'> {
  return { sendBy: due, targetDate: targetDay(usWorkingDaysAfter(today, 2), due, today) };
}
