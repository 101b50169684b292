import { addDays, type Day, daysBetween, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { isCourtesy, type NoticeType, type Ruling } from '../model/notice.ts';
import { articleIdentity, type OrderLine } from '../model/order.ts';
import type { LinePromise } from '../model/promise.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';
import { type Case, expectedDay } from './facts.ts';
import { type DraftedNotice, draftedLine } from './history.ts';

/** What the shop has said so far, and what it knows today. */
export interface Said {
  readonly today: Day;
  /** Orders that wait for goods are confirmed; most shops do that by themselves. */
  readonly confirmsOrders: boolean;
  /** What was drafted for a line before today. */
  readonly draftsOf: (line: OrderLine) => readonly DraftedNotice[];
  /** Whether an earlier run had a line wait for goods. */
  readonly hasWaited: (line: OrderLine) => boolean;
  /** The SKUs that are sold before they are out, or without a sure date. */
  readonly preorders: ReadonlySet<Sku>;
}

export function saidSoFar(
  { today, skus }: Plan,
  recorded: readonly DraftedNotice[],
  promises: readonly LinePromise[],
  confirmsOrders: boolean,
): Said {
  const earlier = recorded.filter(({ draftedOn }) => draftedOn < today);
  const drafts = groupBy(earlier, draftedLine);
  const waited = promises.filter(({ day, basis }) => day < today && basis !== 'stock');
  const waiting = new Set(waited.map(articleIdentity));
  const ahead = skus.filter(({ verdict }) => verdict.status === 'preorder');
  return {
    today,
    confirmsOrders,
    draftsOf: (line) => drafts.get(draftedLine(line)) ?? [],
    hasWaited: (line) => waiting.has(articleIdentity(line)),
    preorders: new Set(ahead.map(({ sku }) => sku)),
  };
}

/** An order is confirmed while it is fresh. */
const confirmedWithinDays = 3;

/** A wait of this many days and more is told of more rarely. */
const longWaitDays = 60;
const shortWaitGap = 14;
const longWaitGap = 30;

/** The day by which a customer who waits hears of it again. */
export function nextUpdate(today: Day, expected: Day | undefined): Day {
  const isLong = expected !== undefined && daysBetween(today, expected) >= longWaitDays;
  return addDays(today, isLong ? longWaitGap : shortWaitGap);
}

/** What no law asks for, and a waiting customer is glad to hear. */
export function courtesyFor(own: Case, said: Said): Ruling | undefined {
  if (own.parts.length === 0) return undefined;
  const drafts = said.draftsOf(own.line);
  return (
    promiseOf(own, drafts, said) ?? readyOf(own, drafts, said) ?? progressOf(own, drafts, said)
  );
}

/** The date that a customer may count on: what was agreed where a date was promised, else what is expected. */
function dateOf(own: Case): { readonly agreed: Day; readonly told: Day | undefined } {
  const { law, facts } = own;
  const { agreed, limit } = law.agreement(facts);
  const expected = expectedDay(own);
  const holds =
    isPromised(facts) && limit === undefined && expected !== undefined && expected <= agreed;
  return { agreed, told: holds ? agreed : expected };
}

/** The confirmation of an order that has to wait for goods. */
function promiseOf(
  own: Case,
  drafts: readonly DraftedNotice[],
  { today, confirmsOrders }: Said,
): Ruling | undefined {
  const { parts, facts, history } = own;
  const isFresh = daysBetween(facts.orderedOn, today) <= confirmedWithinDays;
  const { told: newDate } = dateOf(own);
  const isTold = drafts.length + history.told.length > 0;
  if (!confirmsOrders || !isFresh || isTold || newDate === undefined) return undefined;
  return parts.some(({ state }) => state === 'waiting')
    ? { type: 'ORDER_PROMISE', newDate, targetDate: today }
    : undefined;
}

/** Of goods in stock that ship late these are not drafted. */
const tellsOfWaiting: ReadonlySet<NoticeType> = new Set<NoticeType>([
  'ORDER_PROMISE',
  'PREORDER_PROGRESS',
  'US_FIRST_LONG',
  'US_FIRST_INDEFINITE',
  'US_RENEWED_INDEFINITE',
]);

/** The goods came in for which a customer waited. */
function readyOf(
  own: Case,
  drafts: readonly DraftedNotice[],
  { today, hasWaited }: Said,
): Ruling | undefined {
  const { line, parts } = own;
  if (!parts.every(({ state }) => state === 'ship-now')) return undefined;
  if (drafts.some(({ type }) => type === 'READY_TO_SHIP')) return undefined;
  const { agreed, told: newDate } = dateOf(own);
  return hasWaited(line) || drafts.some(({ type }) => tellsOfWaiting.has(type))
    ? { type: 'READY_TO_SHIP', oldDate: agreed, newDate, targetDate: today }
    : undefined;
}

/** Word from time to time for who ordered what is not out yet, or agreed to wait without a date. */
function progressOf(
  own: Case,
  drafts: readonly DraftedNotice[],
  { today, preorders }: Said,
): Ruling | undefined {
  const { parts, law, facts } = own;
  const { isOpenEnded = false, limit } = law.agreement(facts);
  // Of goods that are here nothing is still to come in.
  if (!parts.some(({ state }) => state === 'waiting')) return undefined;
  const isPreorder = parts.some(({ line }) => preorders.has(line.sku));
  // While a yes is wanted, that is the news.
  if (limit !== undefined || (!isOpenEnded && !isPreorder)) return undefined;
  const expected = expectedDay(own);
  const newDate = isOpenEnded ? expected : dateOf(own).told;
  const contacts = [
    ...drafts.map(({ draftedOn }) => draftedOn),
    ...own.history.told.flatMap((told) => (told.kind === 'sent' ? [told.on] : [])),
  ];
  const last = contacts.reduce(laterDay, facts.orderedOn);
  const oldDate = toldLast(own, drafts);
  const hasMoved = isOpenEnded && newDate !== undefined && oldDate !== newDate;
  if (!hasMoved && today < nextUpdate(last, expected)) return undefined;
  return { type: 'PREORDER_PROGRESS', oldDate, newDate, targetDate: today };
}

/**
 * The date that the customer heard last: none where none was ever told, or the last word was that there is none. Courtesies
 * count as said when they are drafted.
 */
function toldLast(own: Case, drafts: readonly DraftedNotice[]): Day | undefined {
  const { law, facts, history } = own;
  const courtesies = drafts.filter(isCourtesy).map((draft) => ({ ...draft, on: draft.draftedOn }));
  const sent = history.told.flatMap((told) => (told.kind === 'sent' ? [told] : []));
  const agreed = history.told.flatMap((told) =>
    told.kind === 'consent' && told.newDate !== undefined ? [told] : [],
  );
  const words = [...courtesies, ...sent, ...agreed].filter(({ type }) => type !== 'PARTIAL_SHIP');
  const last = words.toSorted((a, b) => byBytes(a.on, b.on)).at(-1);
  if (last) return last.newDate;
  return isPromised(facts) ? law.agreement(facts).agreed : undefined;
}

/** Whether the order, or the store, told a date. */
function isPromised({ shipBy, deliverBy }: Case['facts']): boolean {
  return shipBy !== undefined || deliverBy !== undefined;
}
