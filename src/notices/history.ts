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

type Key = Pick<OrderLine, 'orderId' | 'lineId' | 'sku'>;

/** Finds what was said to and fro about a line, up to today. */
export type Histories = (line: Key) => History;

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
    const own = ofOrder.filter(({ lineId }) => lineId === '' || lineId === line.lineId);
    if (own.length === 0) return nothing;
    const drafted = (draftsByOrder.get(orderKey(line.orderId)) ?? []).filter(
      ({ lineId, sku }) => lineId === line.lineId && sku === line.sku,
    );
    return historyOf(own, drafted);
  };
}

function historyOf(events: readonly NoticeEvent[], drafts: readonly DraftedNotice[]): History {
  const told: Told[] = [];
  const bounces: Sent[] = [];
  let refundedOn: Day | undefined;
  for (const event of events) {
    const { on } = event;
    switch (event.event) {
      case 'sent': {
        const sent = sentIn(event, drafts);
        if (sent) told.push(sent);
        break;
      }
      case 'bounced': {
        const at = told.findLastIndex((one) => one.kind === 'sent' && isMeant(event, one.type));
        const [sent] = at < 0 ? [] : told.splice(at, 1);
        if (sent?.kind === 'sent') bounces.push(sent);
        break;
      }
      case 'consent':
        told.push({ kind: 'consent', type: event.type, on, newDate: event.newDate });
        break;
      case 'cancel':
        told.push({ kind: 'cancel', on });
        break;
      case 'refunded':
        refundedOn = on;
    }
  }
  return { told, bounces, refundedOn };
}

/** A blank type means the last notice that asks for an answer. */
function isMeant({ type }: NoticeEvent, candidate: NoticeType): boolean {
  return type === undefined ? asksForAnswer(candidate) : type === candidate;
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
  const last = told.findLast(
    (one) =>
      one.kind === 'sent' &&
      (one.type === type || (asksForAnswer(type) && asksForAnswer(one.type))),
  );
  return last?.kind === 'sent' && last.type === type && last.newDate === newDate;
}
