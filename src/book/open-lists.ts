import { type Day, daysBetween, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';
import { byBytes } from '../model/sku.ts';
import type { Book } from './book.ts';
import { withLatestHeads } from './orders.ts';

/** Between lists further apart a line left who knows when; the stock stated since may be without it. */
const mostDaysApart = 7;

/**
 * The book's order lines with the latest word on their orders, and as its lists of open orders leave them: a line that a later
 * list of its source lacks has left, or was cancelled; nobody tells which, nor when. It counts as left by the day of the first
 * list without it. A line of a channel with such lists, of which no file tells whether it left, is judged by them as well.
 */
export function standingLines({ files, lines }: Pick<Book, 'files' | 'lines'>): Book['lines'] {
  const told = withLatestHeads(lines);
  const lists = openLists(files);
  if (lists.size === 0) return told;
  const sources = sourcesOf(told, lists);
  return told.map((line) => {
    const left = line.quantity - cancelledUnits(line);
    const gone = line.fulfilledQuantity < left ? goneBy(line, lists, sources) : undefined;
    return gone ? closed(line, left, gone) : line;
  });
}

/** What a source lists as open on a day; several files of one day are one list. */
interface OpenList {
  readonly day: Day;
  /** The orders of rows that could not be read; a blank one may be any. */
  readonly unread: ReadonlySet<string>;
}

/** The lists of each source that lists open orders only, in order of days. */
function openLists(files: Book['files']): ReadonlyMap<string, readonly OpenList[]> {
  const lists = files.filter(({ isOpenList, source }) => isOpenList && source !== undefined);
  const sources = groupBy(lists, ({ source = '' }) => source);
  return new Map(
    [...sources].map(([source, own]) => {
      const days = [...groupBy(own, ({ asOf }) => asOf)].map(([day, parts]) => ({
        day,
        unread: new Set(parts.flatMap(({ unreadOrders = [] }) => unreadOrders)),
      }));
      return [source, days.toSorted((a, b) => byBytes(a.day, b.day))];
    }),
  );
}

/** Whether a list that lacks an order's lines tells that they are open no more: rows that it could not read may be they. */
function closes({ unread }: OpenList, { orderId }: OrderLine): boolean {
  return !unread.has('') && !unread.has(orderId);
}

/** Which lists of open orders tell of which channel. */
function sourcesOf(
  lines: Book['lines'],
  lists: ReadonlyMap<string, readonly OpenList[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>();
  for (const { channel, progressSource: source } of lines)
    if (channel !== undefined && source !== undefined && lists.has(source))
      sources.set(channel, (sources.get(channel) ?? new Set()).add(source));
  return sources;
}

/** Between which days a line left. */
interface Gone {
  readonly after: Day | undefined;
  readonly by: Day;
}

function goneBy(
  line: OrderLine,
  lists: ReadonlyMap<string, readonly OpenList[]>,
  sources: ReadonlyMap<string, ReadonlySet<string>>,
): Gone | undefined {
  const { progressSource, progressAsOf, channel = '' } = line;
  if (progressAsOf !== undefined) {
    const own = lists.get(progressSource ?? '');
    const first = own?.find((list) => list.day > progressAsOf && closes(list, line));
    return first && { after: progressAsOf, by: first.day };
  }
  const ordered = orderDay(line);
  const days = [...(sources.get(channel) ?? [])].map((source) => lists.get(source) ?? []);
  const firsts = days.flatMap(
    (own) => own.find((list) => list.day > ordered && closes(list, line)) ?? [],
  );
  // Which of several lists of the channel would have it nobody tells: all of them lack it.
  if (firsts.length === 0 || firsts.length < days.length) return undefined;
  const wasWatched = days.every((own) => own.some(({ day }) => day <= ordered));
  return {
    after: wasWatched ? ordered : undefined,
    by: firsts.map(({ day }) => day).reduce(laterDay),
  };
}

function closed(line: OrderLine, units: number, { after, by }: Gone): OrderLine {
  const isClose = after !== undefined && daysBetween(after, by) <= mostDaysApart;
  return {
    ...line,
    fulfilledQuantity: units,
    fulfilledAt: isClose ? by : undefined,
    leftUnseen: true,
    progressAsOf: by,
  };
}
