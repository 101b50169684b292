import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import {
  type DueNotice,
  isCourtesy,
  type Notice,
  type NoticeEvent,
  type Ruling,
} from '../model/notice.ts';
import { customerLine, type OrderLine } from '../model/order.ts';
import type { LinePromise } from '../model/promise.ts';
import type { StockRequest } from '../model/stock-request.ts';
import { customerUnits } from '../plan/kits.ts';
import { cancelledBy } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Part } from '../plan/serve.ts';
import { backInStock } from './back-in-stock.ts';
import { courtesyFor, type Said, saidSoFar } from './courtesy.ts';
import { type Case, caseOf, firstEstimates, type StoreTerms } from './facts.ts';
import { type DraftedNotice, type Histories, histories, wasSent } from './history.ts';
import { partsShipped } from './partial-ship.ts';
import { cancelledInShop, hasEndedBefore } from './shop-cancelled.ts';
import { draftsUpTo, isSaid, standsUnsent } from './standing.ts';
import { stockDates } from './stock-dates.ts';
import { transitTimes } from './transit.ts';

export interface NoticesInput extends StoreTerms {
  readonly plan: Plan;
  /** What has been drafted, on whatever day. */
  readonly recorded: readonly DraftedNotice[];
  readonly events?: readonly NoticeEvent[] | undefined;
  /** What earlier runs said of when lines are to ship. */
  readonly promises?: readonly LinePromise[] | undefined;
  /** Orders that have to wait for goods are confirmed, with the date. */
  readonly confirmsOrders?: boolean | undefined;
  readonly requests?: readonly StockRequest[] | undefined;
}

/** The notices that today calls for, one per order line, without those drafted on an earlier day already. */
export function dueNotices(input: NoticesInput): readonly DueNotice[] {
  const { plan, recorded, promises = [], confirmsOrders = false } = input;
  const told = lastTold(recorded, plan.today);
  const said = saidSoFar(plan, recorded, promises, confirmsOrders);
  const open = openCases(input);
  const known = { told, said, drafts: draftsUpTo(plan.today, recorded) };
  const due = [...open, ...endedCases(input)].flatMap((own) => noticeFor(own, known, input));
  const historyOf = historiesIn(input);
  return [
    ...due,
    ...partsShipped(open, due, input).filter((notice) => !wasSent(notice, historyOf(notice))),
    ...backInStock(plan, input.requests ?? [], recorded),
  ];
}

/** What was said to and fro about lines. */
export function historiesIn({ plan, recorded, events = [] }: NoticesInput): Histories {
  return histories(events, recorded, plan.today);
}

function surroundings(input: NoticesInput) {
  const { plan, promise, storeCountry } = input;
  return { promise, storeCountry, today: plan.today, histories: historiesIn(input) };
}

/** The open lines of orders before their laws. */
export function openCases(input: NoticesInput): readonly Case[] {
  const { plan } = input;
  const transit = transitTimes(plan);
  const sentOff = stockDates(plan);
  const around = { ...surroundings(input), estimates: firstEstimates(plan) };
  return [...partsByLine(plan)].map(([line, parts]) => {
    const transitDays = Math.max(...parts.map((part) => transit(part.line.sku, part.supplier)));
    return caseOf(line, parts, { ...around, transitDays, sentOff: sentOff(parts) });
  });
}

/** The same of the lines that ended by what was said, or not said, of them, until they are settled. */
export function endedCases(input: NoticesInput): readonly Case[] {
  const { plan, recorded } = input;
  const around = surroundings(input);
  const planned = plan.ended.map(({ line, transitDays }) =>
    caseOf(line, [], { ...around, transitDays }),
  );
  const drafts = draftsUpTo(plan.today, recorded);
  const transit = transitTimes(plan);
  const inShop = cancelledInShop(plan)
    .map((line) => {
      const transitDays = transit(line.sku, line.supplier);
      return caseOf(line, [], { ...around, transitDays });
    })
    .filter((own) => hasEndedBefore(own, drafts(own.line)));
  return [...planned, ...inShop];
}

function partsByLine({ parts }: Plan): ReadonlyMap<OrderLine, readonly Part[]> {
  return groupBy(
    parts.filter(({ line }) => line.orderId !== ''),
    ({ line }) => customerLine(line),
  );
}

/** What has been drafted and said before. */
interface Known {
  readonly told: LastTold;
  readonly said: Said;
  readonly drafts: ReturnType<typeof draftsUpTo>;
}

function noticeFor(own: Case, { told, said, drafts }: Known, input: NoticesInput): DueNotice[] {
  const { history, law, facts, line } = own;
  // The money is back: there is nothing left to tell.
  if (history.refundedOn !== undefined) return [];
  const earlier = told.get(keyOf({ ...line, to: line.customerEmail ?? '' })) ?? [];
  const ruling = law.rule(facts);
  if (ruling) {
    const stands = earlier.some((draft) => standsUnsent(own, ruling, draft));
    return stands || isSaid(own, ruling, drafts(line))
      ? []
      : [inFull(own, ruling, unitsConcerned(own, ruling, input))];
  }
  const courtesy = courtesyFor(own, said);
  const isSent =
    courtesy?.type === 'PREORDER_PROGRESS'
      ? history.told.some(({ kind, on }) => kind === 'sent' && on === facts.today)
      : courtesy && wasSent(courtesy, history);
  return courtesy && !isSent ? [inFull(own, courtesy, customerUnits(own.parts))] : [];
}

/** A ruling with the line that it is about. */
function inFull({ line, jurisdiction }: Case, ruling: Ruling, quantity: number): DueNotice {
  const { orderId, lineId, sku, customerEmail: to = '', locale = '', conditions } = line;
  const about = { orderId, lineId, sku, jurisdiction, quantity, conditions, to, locale };
  return { ...ruling, ...about };
}

/** Units that cannot be had, when they are why the line is cancelled; else those that will not be on time. */
function unitsConcerned(
  { line, parts, law }: Case,
  { type, oldDate }: Ruling,
  { plan }: NoticesInput,
): number {
  const end = plan.ended.find((one) => one.line === line);
  if (end) return end.units;
  if (parts.length === 0) return cancelledBy(line, plan.today);
  const lost = parts.filter(({ state }) => state === 'unfillable');
  const late = parts.filter((part) => {
    const expected = law.dates === 'ship' ? part.shipDate : part.deliverBy;
    return expected === undefined || oldDate === undefined || expected > oldDate;
  });
  const concerned = type === 'SELLER_CANCEL' && lost.length > 0 ? lost : late;
  return customerUnits(concerned.length > 0 ? concerned : parts);
}

/** The address belongs to it: a customer reached under a new one has not been told. */
function keyOf(notice: Pick<Notice, 'orderId' | 'lineId' | 'sku' | 'to'>): string {
  return [notice.orderId, notice.lineId, notice.sku, notice.to.toLowerCase()].join('\0');
}

type LastTold = ReadonlyMap<string, readonly DraftedNotice[]>;

/** Per line what the law called for last before today: what was drafted earlier still has been overtaken. */
function lastTold(recorded: readonly DraftedNotice[], today: Day): LastTold {
  const last = new Map<string, readonly DraftedNotice[]>();
  for (const draft of recorded) {
    if (draft.draftedOn >= today || isCourtesy(draft)) continue;
    const key = keyOf(draft);
    const known = last.get(key) ?? [];
    const day = known[0]?.draftedOn ?? '';
    if (draft.draftedOn > day) last.set(key, [draft]);
    else if (draft.draftedOn === day) last.set(key, [...known, draft]);
  }
  return last;
}
