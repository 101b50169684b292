import { addDays, type Day, workingDaysAfter } from '../model/day.ts';
import { isCourtesy, type Notice } from '../model/notice.ts';
import { type CalendarEntry, type CalendarKind, calendar } from '../notices/calendar.ts';
import { type DaySummary, dutyKinds } from '../outputs/summary.ts';
import { purchaseOrders } from '../plan/purchase-orders.ts';
import type { Question } from '../plan/question.ts';
import type { Strategy } from '../plan/strategy/strategy.ts';
import type { Desk } from './desk.ts';
import { standingHolds } from './held-back.ts';
import type { WrittenListing } from './listing-files.ts';
import { noticesInput } from './notice-files.ts';
import type { DraftedOrders } from './purchase-orders.ts';

/** What a day was found to be, beside its plan. */
interface DayFindings {
  readonly desk: Desk;
  readonly calendar: readonly CalendarEntry[];
  readonly notices: readonly Notice[];
  readonly listings: readonly WrittenListing[];
  readonly questions: readonly Question[];
  readonly strategies: readonly Strategy[];
  readonly newProblems: number;
  readonly orders: DraftedOrders | undefined;
  /** The lines that have lapsed, by identity. */
  readonly lapsed: ReadonlySet<string>;
  /** Where the files of the day lie, as the user would name it. */
  readonly folder: string;
}

/** A day in short. */
export function daySummary({
  desk,
  calendar,
  listings,
  orders,
  ...found
}: DayFindings): DaySummary {
  const { notices, questions, strategies, newProblems, lapsed, folder } = found;
  return {
    store: desk.settings.workspace.store.name,
    plan: desk.plan,
    notices,
    unsent: unsentLetters(calendar, notices, idleUntil(desk.plan.today)).length,
    duties: countBy(dutiesDue(calendar, desk.plan.today)),
    listings: listings.map(({ file, changed }) => ({
      path: `listings/${file.path}`,
      changed: new Set(changed.map(({ line }) => line)).size,
    })),
    questions,
    strategies,
    held: standingHolds(desk.book, desk.settings),
    newProblems,
    // Purchase orders of this run say them themselves.
    corrections: orders ? 0 : correctionsDue(desk),
    orders: orders && { lines: orders.lines.length, lacking: orders.lacking },
    lapsed,
    folder,
  };
}

/** The letters that an earlier day drafted, that nobody recorded as sent, and whose day has come. */
function unsentLetters(
  entries: readonly CalendarEntry[],
  drafted: readonly Notice[],
  today: Day,
): readonly CalendarEntry[] {
  const keyOf = (...parts: readonly (string | undefined)[]) => parts.join('\0');
  const isNew = new Set(drafted.map(({ orderId, lineId, type }) => keyOf(orderId, lineId, type)));
  return entries.filter(
    ({ what, on, line: { orderId, lineId }, type }) =>
      what === 'send' && on <= today && !isNew.has(keyOf(orderId, lineId, type)),
  );
}

/** What is due about customers beside letters that are drafted. */
const duties: ReadonlySet<CalendarKind> = new Set(dutyKinds);

/** What else is to be done about customers by a day; a line that ends does so on its day. */
function dutiesDue(entries: readonly CalendarEntry[], today: Day): readonly CalendarEntry[] {
  return entries.filter(
    ({ what, on }) => duties.has(what) && (what === 'ends' ? on === today : on <= today),
  );
}

function countBy(entries: readonly CalendarEntry[]): DaySummary['duties'] {
  return dutyKinds.flatMap((what) => {
    const lines = new Set(entries.filter((entry) => entry.what === what).map(({ line }) => line));
    return lines.size > 0 ? [{ what, lines: lines.size }] : [];
  });
}

/** The last day before somebody is at work again: on a Friday the Sunday. */
function idleUntil(today: Day): Day {
  return addDays(workingDaysAfter(addDays(today, 1), 0, new Set()), -1);
}

/**
 * Whether a person is needed for customers who has not been told so yet: something has come due since the run before, or does
 * before anybody is at work again.
 */
export function isAnythingDue(
  entries: readonly CalendarEntry[],
  drafted: readonly Notice[],
  { after, today }: { readonly after: Day; readonly today: Day },
): boolean {
  const until = idleUntil(today);
  const isNew = (day: Day | undefined) => day !== undefined && day > after && day <= until;
  // What no law asks for can wait; what has no day to be sent by is to be sent at once.
  const isUrgent = ({ sendBy, targetDate = sendBy ?? today, ...notice }: Notice) =>
    !isCourtesy(notice) && targetDate <= until;
  const others = [...unsentLetters(entries, drafted, until), ...dutiesDue(entries, today)];
  return drafted.some(isUrgent) || others.some(({ on, deadline }) => isNew(on) || isNew(deadline));
}

/** What is due about customers in the next two weeks. */
export function dueEntries(desk: Desk): readonly CalendarEntry[] {
  const { holdDays } = desk.settings.workspace.store;
  return calendar({ ...noticesInput(desk), holdDays });
}

/** Lines that suppliers were told of and that are wanted no longer, or in part only. */
function correctionsDue({ plan, book }: Desk): number {
  if (book.purchases.length === 0) return 0;
  return purchaseOrders(plan, book.purchases).filter(({ action }) => action !== 'order').length;
}
