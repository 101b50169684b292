import type { Book } from '../book/book.ts';
import { mergeEvents, mergeRequests } from '../book/customer-pages.ts';
import { recordFile } from '../book/record.ts';
import type { Workspace } from '../config/workspace.ts';
import { type FileStyle, styleOf } from '../formats/file-style.ts';
import { isBroken } from '../ingest/broken.ts';
import { readEvents } from '../ingest/read-events.ts';
import { readRequests } from '../ingest/read-requests.ts';
import type { Day } from '../model/day.ts';
import type { Problem } from '../model/problem.ts';
import { orderKey } from '../model/shipment.ts';
import { clearEvents } from '../notices/history.ts';
import type { InputFile } from './file-facts.ts';

/** A list of what customers were told and answered, or asked for, and how it is to be read. */
export interface ListRole {
  readonly kind: 'events' | 'requests';
  readonly style: FileStyle;
}

/** What decides how such a list is read, beside its bytes. */
export function readingOfList({ timezone }: Workspace, { style }: ListRole): string {
  return JSON.stringify([styleOf(style), timezone]);
}

/** Adds what a list says to the book. */
export function takeList(
  { timezone }: Workspace,
  book: Book,
  { name, asOf, content }: InputFile,
  { kind, style }: ListRole,
  hash: string,
): { book: Book; problems: readonly Problem[]; rows?: number } {
  const source = { asOf, timezone, ...styleOf(style) };
  const { problems, ...read } =
    kind === 'events' ? readEvents(content, name, source) : readRequests(content, name, source);
  if (problems.some(isBroken)) return { book, problems };
  const files = recordFile(book.files, { role: kind, asOf, file: name, hash });
  return 'events' in read
    ? {
        book: { ...book, files, events: mergeEvents(book.events, read.events) },
        problems,
        rows: read.events.length,
      }
    : {
        book: { ...book, files, requests: mergeRequests(book.requests, read.requests) },
        problems,
        rows: read.requests.length,
      };
}

/** Problems that every run finds anew, as exports come later. */
export const eventKinds: ReadonlySet<string> = new Set([
  'event-without-line',
  'event-ambiguous',
] satisfies Problem['kind'][]);

/** Events of orders that no export tells of: they may come with a later one. */
export function eventProblems({ events, lines }: Book, today: Day): readonly Problem[] {
  if (events.length === 0) return [];
  const orders = new Set(lines.map(({ orderId }) => orderKey(orderId)));
  const named = new Set(lines.map(({ orderId, lineId }) => `${orderKey(orderId)}\0${lineId}`));
  const clear = new Set(clearEvents(events, lines));
  return events.flatMap((event): Problem[] => {
    const { orderId, lineId, place, on } = event;
    if (on > today) return [{ kind: 'dated-later', place, day: on }];
    const order = orderKey(orderId);
    if (!clear.has(event)) return [{ kind: 'event-ambiguous', place, order: orderId }];
    const isKnown = lineId === '' ? orders.has(order) : named.has(`${order}\0${lineId}`);
    return isKnown ? [] : [{ kind: 'event-without-line', place, value: lineId, order: orderId }];
  });
}
