import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Notice, NoticeEvent, NoticeType, Ruling } from '../model/notice.ts';
import type { OrderLine } from '../model/order.ts';
import { orderKey } from '../model/shipment.ts';
import type { Sent, Told } from './rules/law.ts';

/** A notice that was drafted on a day. */
export interface DraftedNotice
  extends Pick<
    Notice,
    'orderId' | 'lineId' | 'sku' | 'type' | 'oldDate' | 'newDate' | 'targetDate' | 'sendBy' | 'to'
  > {
  readonly draftedOn: Day;
}

/** Tells the lines apart that drafts are of, which name no channel. */
export function draftedLine({
  orderId,
  lineId,
  sku,
}: Pick<OrderLine, 'orderId' | 'lineId' | 'sku'>): string {
  return [orderId, lineId, sku].join('\0');
}

/** What became of the notices about an order line. */
export interface History {
  /** In order of days, and of recording. */
  readonly told: readonly Told[];
  /** Notices that did not reach the customer. */
  readonly bounces: readonly Pick<Sent, 'type' | 'on'>[];
  /** The day on which the money went back. */
  readonly refundedOn?: Day | undefined;
}

/** Whether a notice wants an answer: a yes or a cancellation. */
export function asksForAnswer(type: NoticeType): boolean {
  return /^US_(FIRST|RENEWED)_/.test(type) || type === 'DELAY_PROPOSAL' || type === 'LATE_OPEN';
}

/** Whether a notice says that a line is over. */
export function endsLine(type: NoticeType): boolean {
  return /CANCEL|TERMINATION/.test(type);
}

/** Whether that ends a line: the customer's own word, or a notice that it is over. */
export function isEnd(told: Told): boolean {
  return told.kind === 'cancel' || (told.kind === 'sent' && endsLine(told.type));
}

type Key = Pick<OrderLine, 'orderId' | 'lineId' | 'sku' | 'channel'>;

/** Finds what was said to and fro about a line, up to today. */
export type Histories = (line: Key) => History;

/** The events that are clear: of an order number that several channels use, those that name theirs. */
export function clearEvents<Event extends NoticeEvent>(
  events: readonly Event[],
  lines: readonly OrderLine[],
): readonly Event[] {
  if (events.length === 0) return events;
  const channels = new Map<string, Set<string>>();
  for (const { orderId, channel = '' } of lines) {
    const key = orderKey(orderId);
    channels.set(key, (channels.get(key) ?? new Set()).add(channel));
  }
  return events.filter(
    ({ orderId, channel }) =>
      channel !== undefined || (channels.get(orderKey(orderId))?.size ?? 0) < 2,
  );
}

const nothing: History = { told: [], bounces: [] };

/**
 * Histories of lines by the events of their orders, in order of days and of recording. What an event leaves open – which
 * notice, which date – the drafts tell.
 */
export function histories(
  events: readonly NoticeEvent[],
  drafts: readonly DraftedNotice[],
  today: Day,
): Histories {
  const known = events.filter(({ on }) => on <= today);
  if (known.length === 0) return () => nothing;
  const byOrder = groupBy(known, ({ orderId }) => orderKey(orderId));
  const draftsByOrder = groupBy(drafts, ({ orderId }) => orderKey(orderId));
  return (line) => {
    const ofOrder = byOrder.get(orderKey(line.orderId)) ?? [];
    const own = ofOrder.filter(
      ({ lineId, channel }) =>
        (lineId === '' || lineId === line.lineId) &&
        (channel === undefined || line.channel === undefined || channel === line.channel),
    );
    if (own.length === 0) return nothing;
    const drafted = (draftsByOrder.get(orderKey(line.orderId)) ?? []).filter(
      ({ lineId, sku }) => lineId === line.lineId && sku === line.sku,
    );
    return historyOf(own, drafted);
  };
}

function historyOf(events: readonly NoticeEvent[], drafts: readonly DraftedNotice[]): History {
  const told: Told[] = [];
  const bounces: Pick<Sent, 'type' | 'on'>[] = [];
  for (const event of events) {
    if (event.event === 'bounced') bounces.push(...takeBack(told, event, drafts));
    else told.push(...toldIn(event, drafts));
  }
  return { told, bounces, refundedOn: events.findLast(({ event }) => event === 'refunded')?.on };
}

function toldIn(event: NoticeEvent, drafts: readonly DraftedNotice[]): readonly Told[] {
  const { on, type, newDate } = event;
  switch (event.event) {
    case 'sent': {
      const sent = sentIn(event, drafts);
      return sent ? [sent] : [];
    }
    case 'consent':
      return [{ kind: 'consent', type, on, newDate }];
    case 'cancel':
      return [{ kind: 'cancel', on }];
    default:
      return [];
  }
}

/** Takes a notice that came back out of what was told; one that nobody recorded as sent is that of the draft. */
function takeBack(
  told: Told[],
  event: NoticeEvent,
  drafts: readonly DraftedNotice[],
): readonly Pick<Sent, 'type' | 'on'>[] {
  const at = told.findLastIndex((one) => one.kind === 'sent' && isMeant(event, one.type));
  const [sent] = at < 0 ? [] : told.splice(at, 1);
  const lost = sent?.kind === 'sent' ? sent : draftMeant(event, drafts);
  return lost ? [lost] : [];
}

/** A blank type means the last notice that asks for an answer. */
function isMeant({ type }: NoticeEvent, candidate: NoticeType): boolean {
  return type === undefined ? asksForAnswer(candidate) : type === candidate;
}

/** The draft that is meant by an event that nobody recorded as sent before. */
function draftMeant(
  event: NoticeEvent,
  drafts: readonly DraftedNotice[],
): Pick<Sent, 'type' | 'on'> | undefined {
  const earlier = drafts.filter(({ draftedOn }) => draftedOn <= event.on);
  const draft = lastDraft(earlier.filter(({ type }) => isMeant(event, type)));
  return draft && { type: draft.type, on: draft.draftedOn };
}

/** The notice that was sent: with the date of the event, else that of the draft it was. */
function sentIn(event: NoticeEvent, drafts: readonly DraftedNotice[]): Sent | undefined {
  const earlier = drafts.filter(({ draftedOn }) => draftedOn <= event.on);
  const draft =
    lastDraft(earlier.filter(({ type }) => isMeant(event, type))) ??
    (event.type === undefined ? lastDraft(earlier) : undefined);
  const type = event.type ?? draft?.type;
  // Said of a whole order it is true of those of its lines that were written about.
  const isStray = event.lineId === '' && event.newDate === undefined && draft === undefined;
  if (type === undefined || isStray) return undefined;
  return { kind: 'sent', type, on: event.on, newDate: event.newDate ?? draft?.newDate };
}

function lastDraft(drafts: readonly DraftedNotice[]): DraftedNotice | undefined {
  return drafts.reduce<DraftedNotice | undefined>(
    (last, draft) => (last && last.draftedOn > draft.draftedOn ? last : draft),
    undefined,
  );
}

/** Whether that is the last thing that was said on the matter: it stands until a date moves. */
export function wasSent({ type, newDate }: Ruling, { told }: History): boolean {
  // Whichever of the letters said that the line is over, it is over.
  if (endsLine(type)) return told.some((one) => one.kind === 'sent' && endsLine(one.type));
  const last = told.findLast((one) => one.kind === 'consent' || isOn(type, one));
  return last?.kind === 'sent' && last.type === type && last.newDate === newDate;
}

/** The letter that was sent last on the matter of a ruling. */
export function lastSent({ told }: History, { type }: Pick<Ruling, 'type'>): Sent | undefined {
  const last = told.findLast((one) => isOn(type, one));
  return last?.kind === 'sent' ? last : undefined;
}

/** All that asks for an answer is one matter. */
function isOn(type: NoticeType, told: Told): boolean {
  if (told.kind !== 'sent') return false;
  return told.type === type || (asksForAnswer(type) && asksForAnswer(told.type));
}
