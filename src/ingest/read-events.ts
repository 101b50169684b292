import { type EventField, eventWords } from '../formats/notice-events.ts';
import type { Content } from '../model/content.ts';
import { noticeEvents, noticeTypes, type RecordedEvent } from '../model/notice.ts';
import type { Problem } from '../model/problem.ts';
import { type ListKind, type ListRow, type ListSource, readList } from './read-list.ts';

const kind: ListKind<EventField> = {
  role: 'notice events',
  vocabulary: eventWords,
  required: ['order_id', 'event', 'on'],
  day: 'on',
  otherDays: ['new_date'],
};

/** Reads what became of notices and what customers answered. Rows that cannot be read are problems. */
export function readEvents(
  content: Content,
  file: string,
  source: ListSource,
): { readonly events: readonly RecordedEvent[]; readonly problems: readonly Problem[] } {
  const { items, problems } = readList(content, file, kind, source, (row) => toEvent(row, source));
  return { events: items, problems };
}

function toEvent(row: ListRow<EventField>, { asOf }: ListSource): RecordedEvent | Problem {
  const { on, place } = row;
  const at = (column: EventField) => ({ place: { ...place, column }, value: row.text(column) });
  const orderId = row.text('order_id');
  if (orderId === '') return { kind: 'order-missing', ...at('order_id') };
  const event = noticeEvents.find((known) => known === row.text('event').toLowerCase());
  if (!event) return { kind: 'event-not-understood', ...at('event') };
  const named = row.text('type').toUpperCase();
  const type = noticeTypes.find((known) => known === named);
  // Which notice it was decides what silence means.
  if (named !== '' && !type) return { kind: 'event-not-understood', ...at('type') };
  const newDate = row.otherDay('new_date');
  const channel = row.text('channel') || undefined;
  return { orderId, lineId: row.text('line_id'), type, event, on, newDate, channel, asOf, place };
}
