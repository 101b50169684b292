import { addDays, type Day } from '../model/day.ts';
import { isCourtesy, type NoticeType, type Ruling } from '../model/notice.ts';
import { isCharged, type OrderLine, sentOf } from '../model/order.ts';
import { byBytes } from '../model/sku.ts';
import { nextUpdate } from './courtesy.ts';
import { type Case, expectedDay } from './facts.ts';
import { type DraftedNotice, isEnd } from './history.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { endedCases, historiesIn, type NoticesInput, openCases } from './notices.ts';
import { type Agreement, refundDay } from './rules/law.ts';
import { draftsUpTo, firstUnsent, isSaid } from './standing.ts';

/** What there is to do, or comes to pass, about an order line on a day. */
export interface CalendarEntry {
  readonly on: Day;
  readonly what: CalendarKind;
  readonly line: OrderLine;
  readonly jurisdiction: string;
  /** The notice that it is about. */
  readonly type?: NoticeType | undefined;
  /** The last day for it, where that is another. */
  readonly deadline?: Day | undefined;
}

const calendarKinds = [
  'send',
  'remind',
  'ends',
  'ship-by',
  'refund',
  'refund-dearer',
  'hold-expires',
  'balance-due',
  'update',
  'cancel-right',
  'went-out',
] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** Days of the calendar, today included. */
export const calendarDays = 14;

/** Customers who have not answered are reminded so many days before their line ends. */
const remindedDaysBefore = [7, 2];

export interface CalendarInput extends NoticesInput {
  /** Days for which an authorised payment can be charged. */
  readonly holdDays: number;
}

/** What is to be done about customers in the next two weeks, and what of it is overdue, in order of days. */
export function calendar(input: CalendarInput): readonly CalendarEntry[] {
  const { holdDays } = input;
  const { today } = input.plan;
  const last = addDays(today, calendarDays - 1);
  const drafts = draftsUpTo(today, input.recorded);
  const cases = [...openCases(input), ...endedCases(input)];
  const entries = cases.flatMap((own) => entriesOf(own, drafts(own.line), { today, holdDays }));
  return [...entries, ...wentOut(input)].filter(({ on }) => on <= last).toSorted(inOrder);
}

/** Lines that shipped although they had been cancelled, and were not refunded since. */
function wentOut(input: CalendarInput): CalendarEntry[] {
  const { plan, events = [], storeCountry } = input;
  if (events.length === 0) return [];
  const found = historiesIn(input);
  return plan.lines.flatMap((line): CalendarEntry[] => {
    const { told, refundedOn } = found(line);
    const end = told.find(isEnd);
    const sent = end && sentOf(line, plan.today).findLast(({ day = end.on }) => day >= end.on);
    if (!end || !sent || refundedOn !== undefined) return [];
    const jurisdiction = jurisdictionOf(line.shipToCountry, line.shipToRegion, storeCountry);
    return [{ on: sent.day ?? end.on, what: 'went-out', line, jurisdiction }];
  });
}

/** Order of days; on one day what is to be sent comes first. */
export function inOrder(a: CalendarEntry, b: CalendarEntry): number {
  return byBytes(a.on, b.on) || kindOrder(a) - kindOrder(b);
}

function kindOrder({ what }: CalendarEntry): number {
  return calendarKinds.indexOf(what);
}

/** What there is to do about one line, in no order, however far ahead. `drafts` are those of the line. */
export function entriesOf(
  own: Case,
  drafts: readonly DraftedNotice[],
  { today, holdDays }: { readonly today: Day; readonly holdDays: number },
): CalendarEntry[] {
  const { line, jurisdiction, law, facts, history } = own;
  if (history.refundedOn !== undefined) return [];
  const ruling = law.rule(facts);
  const agreement = law.agreement(facts);
  const entry = (on: Day, what: CalendarKind, more: Partial<CalendarEntry> = {}) => ({
    ...{ on, what, line, jurisdiction },
    ...more,
  });
  return [
    ...sending(ruling, drafts, own, today).map(({ on, ...more }) => entry(on, 'send', more)),
    ...(agreement.ended ? [] : waiting(agreement, own, today).map(([on, what]) => entry(on, what))),
    ...refunds(own, agreement, ruling).map(([on, what]) => entry(on, what)),
    ...payments(own, agreement, holdDays, today).map(([on, what]) => entry(on, what)),
    ...updates(agreement, drafts, own).map((on) => entry(on, 'update')),
  ];
}

/** The notice that is called for and was not sent: on the day aimed at when it was drafted first. */
function sending(
  ruling: Ruling | undefined,
  drafts: readonly DraftedNotice[],
  own: Case,
  today: Day,
): { on: Day; type: NoticeType; deadline: Day | undefined }[] {
  if (!ruling || isSaid(own, ruling, drafts)) return [];
  const { type, sendBy, targetDate } = ruling;
  const draft = firstUnsent(own, ruling, drafts);
  const on = draft?.targetDate ?? targetDate ?? sendBy ?? draft?.draftedOn ?? today;
  return [{ on, type, deadline: sendBy }];
}

type Dated = readonly [Day, CalendarKind];

/** What comes to pass while a line waits. */
function waiting(
  { agreed, notice, limit, isOpenEnded = false }: Agreement,
  { law }: Case,
  today: Day,
): Dated[] {
  const right = law.cancelRightAfterDays;
  const rights: Dated[] = right === undefined ? [] : [[addDays(agreed, right + 1), 'cancel-right']];
  if (limit !== undefined) {
    const reminders = remindedDaysBefore
      .map((days): Dated => [addDays(limit, -days), 'remind'])
      // Nobody is reminded on the day of the question itself.
      .filter(([day]) => day >= today && day > (notice?.on ?? ''));
    return [...reminders, [limit, 'ends']];
  }
  return notice && !isOpenEnded && law.dates === 'ship' ? [[agreed, 'ship-by'], ...rights] : rights;
}

/** In France a late refund costs a tenth, a fifth and a half more, from these many days after its limit. */
const dearerInFrance = [1, 15, 31];

function refunds(own: Case, { ended }: Agreement, ruling: Ruling | undefined): Dated[] {
  const { line, law, jurisdiction, facts } = own;
  // A store account is credited within its billing cycle, whose day nobody states.
  if (!ended || !isCharged(line) || facts.sellerCredit) return [];
  const by = ruling?.refundBy ?? refundDay(ended.on, law.refund);
  const dearer = jurisdiction === 'EU-FR' ? dearerInFrance : [];
  return [[by, 'refund'], ...dearer.map((days): Dated => [addDays(by, days), 'refund-dearer'])];
}

function payments(
  { line, parts, facts }: Case,
  { ended }: Agreement,
  holdDays: number,
  today: Day,
): Dated[] {
  if (ended) return [];
  const lapses = addDays(facts.orderedOn, holdDays);
  const isLater = facts.expectedShip === undefined || facts.expectedShip > lapses;
  if (line.paymentState === 'authorized' && isLater) return [[lapses, 'hold-expires']];
  const isReady = parts.length > 0 && parts.every(({ state }) => state === 'ship-now');
  return line.paymentState === 'deposit' && isReady ? [[today, 'balance-due']] : [];
}

/** Whoever was told of a delay and still waits hears of it again. */
function updates(
  { ended, notice, limit, isOpenEnded = false }: Agreement,
  drafts: readonly DraftedNotice[],
  own: Case,
): Day[] {
  const waits = own.parts.some(({ state }) => state === 'waiting');
  if (ended || !waits || (!notice && !isOpenEnded)) return [];
  const contacts = [notice?.on, ...drafts.filter(isCourtesy).map(({ draftedOn }) => draftedOn)];
  const last = contacts
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1);
  const next = last && nextUpdate(last, expectedDay(own));
  return next === undefined || (limit !== undefined && next > limit) ? [] : [next];
}
