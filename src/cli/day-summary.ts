import type { Notice } from '../model/notice.ts';
import { type CalendarEntry, calendar } from '../notices/calendar.ts';
import type { DaySummary } from '../outputs/summary.ts';
import type { Plan } from '../plan/plan.ts';
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
  const { notices, questions, strategies, newProblems, folder } = found;
  return {
    store: desk.settings.workspace.store.name,
    plan: desk.plan,
    notices,
    unsent: unsentLetters(calendar, notices, desk.plan.today).length,
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
    folder,
  };
}

/** The letters that an earlier day drafted, that nobody recorded as sent, and whose day has come. */
export function unsentLetters(
  entries: readonly CalendarEntry[],
  drafted: readonly Notice[],
  today: Plan['today'],
): readonly CalendarEntry[] {
  const keyOf = (...parts: readonly (string | undefined)[]) => parts.join('\0');
  const isNew = new Set(drafted.map(({ orderId, lineId, type }) => keyOf(orderId, lineId, type)));
  return entries.filter(
    ({ what, on, line: { orderId, lineId }, type }) =>
      what === 'send' && on <= today && !isNew.has(keyOf(orderId, lineId, type)),
  );
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
