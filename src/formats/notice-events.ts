import { resolveColumns, type Vocabulary } from './vocabulary.ts';

/** Columns of the file that tells what became of notices, in its order. */
export const eventFields = [
  'order_id',
  'line_id',
  'type',
  'event',
  'on',
  'new_date',
  'channel',
] as const;

export type EventField = (typeof eventFields)[number];

/** The headers are ours: they have no other names. */
export const eventWords = Object.fromEntries(
  eventFields.map((field) => [field, [] as readonly string[]]),
) as Vocabulary<EventField>;

/** Whether a header is that of notice events. */
export function isEvents(header: readonly string[]): boolean {
  const { order_id: order, event, on } = resolveColumns(eventWords, header).columns;
  return [order, event, on].every((at) => at !== undefined);
}
