import { type Day, dayOf, parseDay } from '../model/day.ts';

/** Which of two numbers in `03/04/2026` is the day. */
export type DayOrder = 'day-first' | 'month-first';

export type ReadDay = { readonly day: Day } | { readonly fault: 'not-understood' | 'ambiguous' };

const monthNames: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'januar', 'january', 'gen', 'gennaio', 'ene', 'janv'],
    ['feb', 'februar', 'february', 'febbraio', 'févr'],
    ['mar', 'mär', 'märz', 'march', 'marzo', 'mars'],
    ['apr', 'april', 'aprile', 'avr', 'abr'],
    ['may', 'mai', 'maggio', 'mag', 'mayo'],
    ['jun', 'juni', 'june', 'giugno', 'giu', 'juin'],
    ['jul', 'juli', 'july', 'luglio', 'lug', 'juil'],
    ['aug', 'august', 'agosto', 'ago', 'août'],
    ['sep', 'sept', 'september', 'settembre', 'set'],
    ['oct', 'okt', 'oktober', 'october', 'ottobre', 'ott'],
    ['nov', 'november', 'novembre'],
    ['dec', 'dez', 'dezember', 'december', 'dicembre', 'dic', 'déc'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);

const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;

/** Which order the numeric dates of a column have, seen over the whole column; undefined when nothing tells. */
export function settleDayOrder(cells: Iterable<string>): DayOrder | undefined {
  const seen = new Set<DayOrder>();
  for (const cell of cells) {
    const match = numeric.exec(dateText(cell));
    if (!match) continue;
    if (match[2] === '.' || Number(match[1]) > 12) seen.add('day-first');
    else if (Number(match[3]) > 12) seen.add('month-first');
  }
  const [order] = seen;
  return seen.size === 1 ? order : undefined;
}

/** Reads a civil date in any of the usual writings; `03/04/2026` only when the order of day and month is known. */
export function readDay(cell: string, order?: DayOrder): ReadDay {
  const text = dateText(cell);
  const day = readYearFirst(text) ?? readNamedMonth(text);
  return day === undefined ? readNumeric(text, order) : { day };
}

/** `2026-11-23`, `2026/11/3`, `20261123`. */
function readYearFirst(text: string): Day | undefined {
  const match = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (!match || (match[2] === '' && text.length !== 8)) return undefined;
  return dayOf(Number(match[1]), Number(match[3]), Number(match[4]));
}

/** `23.11.2026`, `11/23/26`: a dot or a first number above 12 tells that the day comes first. */
function readNumeric(text: string, order: DayOrder | undefined): ReadDay {
  const match = numeric.exec(text);
  if (!match) return { fault: 'not-understood' };
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = fullYear(match[4] ?? '');
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (match[2] === '.') return found(dayFirst);
  if (order !== undefined) return found(order === 'day-first' ? dayFirst : monthFirst);
  const isUnclear = dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
  return isUnclear ? { fault: 'ambiguous' } : found(dayFirst ?? monthFirst);
}

/** The date part of a cell: without a time of day behind it. */
function dateText(cell: string): string {
  return cell
    .trim()
    .replace(
      /(?:[T ]+|, )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i,
      '',
    );
}

function found(day: Day | undefined): ReadDay {
  return day === undefined ? { fault: 'not-understood' } : { day };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** `17 Mar 2025`, `Mar 17, 2025`, `Sep-30-26`, `30. Dezember 2026`. */
function readNamedMonth(text: string): Day | undefined {
  const parts = text.split(/[\s,./-]+/).filter(Boolean);
  if (parts.length !== 3) return undefined;
  const [a = '', b = '', year = ''] = parts;
  const monthFirst = monthNames.get(a.toLowerCase());
  const month = monthFirst ?? monthNames.get(b.toLowerCase());
  const day = monthFirst === undefined ? a : b;
  if (month === undefined || !/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year))
    return undefined;
  return dayOf(fullYear(year), month, Number(day));
}

const instant =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Reads the time of an order as the store's civil time: with an offset it is moved into the store's zone, without one
 * it is taken to be there already. Text order is time order.
 */
export function readOrderTime(
  cell: string,
  timezone: string,
  order?: DayOrder,
): { readonly at: string } | { readonly fault: 'not-understood' | 'ambiguous' } {
  const match = instant.exec(cell.trim());
  if (match) {
    const at = readInstant(match, timezone);
    return at === undefined ? { fault: 'not-understood' } : { at };
  }
  const read = readDay(cell, order);
  return 'day' in read ? { at: read.day } : read;
}

function readInstant(match: RegExpExecArray, timezone: string): string | undefined {
  const [, day = '', time = '', offset] = match;
  if (parseDay(day) === undefined || time >= '24') return undefined;
  const seconds = time.length === 5 ? `${time}:00` : time;
  if (offset === undefined) return `${day}T${seconds}`;
  const zone = /^[+-]/.test(offset)
    ? `${offset.slice(0, 3)}:${offset.length > 3 ? offset.slice(-2) : '00'}`
    : 'Z';
  const moment = Date.parse(`${day}T${seconds}${zone}`);
  return Number.isNaN(moment) ? undefined : civilTime(moment, timezone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Tells civil times in a zone; made once, as making one is slow. Throws a RangeError when there is no such zone. */
function clockIn(timezone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timezone);
  if (!clock) {
    // Swedish writes dates as ISO does.
    const style = { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' } as const;
    clock = new Intl.DateTimeFormat('sv-SE', style);
    clocks.set(timezone, clock);
  }
  return clock;
}

/** The civil time `yyyy-mm-ddThh:mm:ss` in a time zone at a moment (milliseconds since 1970). */
export function civilTime(moment: number, timezone: string): string {
  return clockIn(timezone).format(moment).replace(' ', 'T');
}

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    clockIn(name);
    return true;
  } catch {
    return false;
  }
}
