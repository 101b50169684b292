import { eventFields } from '../formats/notice-events.ts';
import { requestFields } from '../formats/stock-requests.ts';
import { parseDay } from '../model/day.ts';
import { type Notice, noticeEvents, noticeTypes, type RecordedEvent } from '../model/notice.ts';
import { byFileName } from '../model/place.ts';
import type { Sku } from '../model/sku.ts';
import { byBytes } from '../model/sku.ts';
import type { StockRequest } from '../model/stock-request.ts';
import type { NoticeRecord } from './book.ts';
import { daysOf, number, type PageRow, type Row, text } from './page-row.ts';

export const eventColumns = [...eventFields, 'as_of', 'file', 'line'];
export const requestColumns = [...requestFields, 'as_of', 'file', 'line'];
export const noticeColumns = [
  'drafted_on',
  'order_id',
  'line_id',
  'sku',
  'type',
  'jurisdiction',
  'old_date',
  'new_date',
  'send_by',
  'target_date',
  'if_silent',
  'auto_cancel_on',
  'refund_by',
  'to',
  'locale',
  'file',
];

/** A line of `events.csv`. */
export function eventRow(event: RecordedEvent): Row {
  return {
    order_id: event.orderId,
    line_id: event.lineId,
    type: event.type,
    event: event.event,
    on: event.on,
    new_date: event.newDate,
    channel: event.channel,
    as_of: event.asOf,
    file: event.place.file,
    line: event.place.line,
  };
}

/** Undefined for what cannot be a line of it. */
export function eventFrom(row: PageRow): RecordedEvent | undefined {
  const [on, asOf] = [parseDay(row('on')), parseDay(row('as_of'))];
  const days = daysOf(row, ['new_date']);
  const event = noticeEvents.find((known) => known === row('event'));
  const type = noticeTypes.find((known) => known === row('type'));
  if (!on || !asOf || !days || !event || (row('type') !== '' && !type)) return undefined;
  if (row('order_id') === '') return undefined;
  return {
    orderId: row('order_id'),
    lineId: row('line_id'),
    type,
    event,
    on,
    newDate: days.new_date,
    channel: row('channel') || undefined,
    asOf,
    place: { file: row('file'), line: number(row, 'line') },
  };
}

/** A line of `requests.csv`. */
export function requestRow(request: StockRequest): Row {
  return {
    email: request.email,
    sku: request.sku,
    requested_at: request.requestedAt,
    consent: request.consent ? 'yes' : 'no',
    as_of: request.asOf,
    file: request.place.file,
    line: request.place.line,
  };
}

/** Undefined for what cannot be a line of it. */
export function requestFrom(row: PageRow): StockRequest | undefined {
  const [requestedAt, asOf] = [parseDay(row('requested_at')), parseDay(row('as_of'))];
  if (!requestedAt || !asOf || row('email') === '' || row('sku') === '') return undefined;
  return {
    email: row('email'),
    sku: row('sku') as Sku,
    requestedAt,
    consent: row('consent') === 'yes',
    asOf,
    place: { file: row('file'), line: number(row, 'line') },
  };
}

/** Adds events to those known. What two files tell alike happened once. */
export function mergeEvents(
  known: readonly RecordedEvent[],
  added: readonly RecordedEvent[],
): readonly RecordedEvent[] {
  const sorted = [...known, ...added].toSorted(inOrderOfEvents);
  // What one file tells twice happened twice: a letter that came back and went out again.
  const seen = new Map<string, number>();
  const nth = new Map(
    sorted.map((event) => {
      const place = `${eventIdentity(event)}\0${event.asOf}\0${event.place.file}`;
      const count = (seen.get(place) ?? 0) + 1;
      seen.set(place, count);
      return [event, `${eventIdentity(event)}\0${count}`];
    }),
  );
  return firstOfEach(sorted, (event) => nth.get(event) ?? '');
}

/** Order of days; of one day letters come before their return, and these before answers; then by file and line. */
export function inOrderOfEvents(a: RecordedEvent, b: RecordedEvent): number {
  return byBytes(a.on, b.on) || kindOf(a) - kindOf(b) || byFile(a, b);
}

function kindOf({ event }: RecordedEvent): number {
  return noticeEvents.indexOf(event);
}

export function eventIdentity(event: RecordedEvent): string {
  const { orderId, lineId, type = '', on, newDate = '', channel = '' } = event;
  return [orderId, lineId, type, event.event, on, newDate, channel].join('\0');
}

/** Adds requests to those known; of several of one person for one article on one day the latest word counts. */
export function mergeRequests(
  known: readonly StockRequest[],
  added: readonly StockRequest[],
): readonly StockRequest[] {
  return firstOfEach(
    [...known, ...added].toSorted((a, b) => byFile(b, a)),
    requestIdentity,
  );
}

export function requestIdentity({ email, sku, requestedAt }: StockRequest): string {
  return [email.toLowerCase(), sku, requestedAt].join('\0');
}

function byFile(
  a: Pick<RecordedEvent, 'asOf' | 'place'>,
  b: Pick<RecordedEvent, 'asOf' | 'place'>,
): number {
  const { file, line = 0 } = a.place;
  return byBytes(a.asOf, b.asOf) || byFileName(file, b.place.file) || line - (b.place.line ?? 0);
}

function firstOfEach<Item>(items: readonly Item[], identity: (item: Item) => string): Item[] {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(identity(item))) first.set(identity(item), item);
  return [...first.values()];
}

/** A line of `notices.csv`. */
export function noticeRow(notice: NoticeRecord): Row {
  return {
    drafted_on: notice.draftedOn,
    order_id: notice.orderId,
    line_id: notice.lineId,
    sku: notice.sku,
    type: notice.type,
    jurisdiction: notice.jurisdiction,
    old_date: notice.oldDate,
    new_date: notice.newDate,
    send_by: notice.sendBy,
    target_date: notice.targetDate,
    if_silent: notice.ifSilent,
    auto_cancel_on: notice.autoCancelOn,
    refund_by: notice.refundBy,
    to: notice.to,
    locale: notice.locale,
    file: notice.file,
  };
}

const noticeDays = [
  'old_date',
  'new_date',
  'send_by',
  'target_date',
  'auto_cancel_on',
  'refund_by',
] as const;

/** Undefined for what cannot be a line of it. */
export function noticeFrom(row: PageRow): NoticeRecord | undefined {
  const draftedOn = parseDay(row('drafted_on'));
  const days = daysOf(row, noticeDays);
  const type = noticeTypes.find((known) => known === row('type'));
  if (!draftedOn || !days || !type) return undefined;
  return {
    draftedOn,
    orderId: row('order_id'),
    lineId: row('line_id'),
    sku: row('sku') as Sku,
    type,
    jurisdiction: row('jurisdiction'),
    oldDate: days.old_date,
    newDate: days.new_date,
    sendBy: days.send_by,
    targetDate: days.target_date,
    ifSilent: text(row, 'if_silent') as Notice['ifSilent'],
    autoCancelOn: days.auto_cancel_on,
    refundBy: days.refund_by,
    to: row('to'),
    locale: row('locale'),
    file: row('file'),
  };
}
