import { type Day, daysBetween, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';
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
  const lists = listDays(files);
  if (lists.size === 0) return told;
  const sources = sourcesOf(told, lists);
  return told.map((line) => {
    const left = line.quantity - cancelledUnits(line);
    const gone = line.fulfilledQuantity < left ? goneBy(line, lists, sources) : undefined;
    return gone ? closed(line, left, gone) : line;
  });
}

/** The days of the lists of each source that lists open orders only, in order. */
function listDays(files: Book['files']): ReadonlyMap<string, readonly Day[]> {
  const lists = groupBy(
    files.flatMap(({ isOpenList, source, asOf }) =>
      isOpenList && source !== undefined ? [{ source, asOf }] : [],
    ),
    ({ source }) => source,
  );
  return new Map(
    [...lists].map(([source, own]) => [source, own.map((one) => one.asOf).toSorted()]),
  );
}

/** Which lists of open orders tell of which channel. */
function sourcesOf(
  lines: Book['lines'],
  lists: ReadonlyMap<string, readonly Day[]>,
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
  lists: ReadonlyMap<string, readonly Day[]>,
  sources: ReadonlyMap<string, ReadonlySet<string>>,
): Gone | undefined {
  const { progressSource, progressAsOf, channel = '' } = line;
  if (progressAsOf !== undefined) {
    const by = lists.get(progressSource ?? '')?.find((day) => day > progressAsOf);
    return by && { after: progressAsOf, by };
  }
  const ordered = orderDay(line);
  const days = [...(sources.get(channel) ?? [])].map((source) => lists.get(source) ?? []);
  const firsts = days.flatMap((own) => own.find((day) => day > ordered) ?? []);
  // Which of several lists of the channel would have it nobody tells: all of them lack it.
  if (firsts.length === 0 || firsts.length < days.length) return undefined;
  const wasWatched = days.every((own) => own.some((day) => day <= ordered));
  return { after: wasWatched ? ordered : undefined, by: firsts.reduce(laterDay) };
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
