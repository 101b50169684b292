import { type Day, dayOf, parseDay } from '../model/day.ts';
import { bareText } from './cell.ts';
import { momentOfNumber } from './day-number.ts';
import { monthNumber } from './month-names.ts';
import { splitTime } from './time-of-day.ts';

/** Which of two numbers in `03/04/2026` is the day. */
export type DayOrder = 'day-first' | 'month-first';

/** How the dates of a column are written, where a cell alone does not tell. */
export interface DateStyle {
  readonly order?: DayOrder | undefined;
  /** Whether bare numbers are dates: the days that spreadsheets count (`46112`), or Unix times. */
  readonly numbers?: boolean | undefined;
  /** Two digits behind the name of a month, wherever the column has some: `Dec 15`, `Nov-27`. */
  readonly behindMonth?: ReadonlyMap<string, BehindMonth> | undefined;
}

interface BehindMonth {
  readonly month: number;
  readonly digits: number;
}

export type ReadDay = { readonly day: Day } | { readonly fault: 'not-understood' | 'ambiguous' };

const numeric = /^(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const isoDay = /^\d{4}-\d{2}-\d{2}/;

/** Sees the date cells of a column and tells how they are written. */
export interface DateWatch {
  see(cell: string): void;
  style(): DateStyle;
}

/**
 * Watches one column. Numbers in it are dates when every date is one; the order of day and month is the configured one,
 * else the one that all telling cells show, and where none tells the usual one of its format.
 */
export function watchDates(configured?: DayOrder, usual?: DayOrder): DateWatch {
  const orders = new Set<DayOrder>();
  const behindMonth = new Map<string, BehindMonth>();
  let numbers = false;
  let others = false;
  return {
    see(cell) {
      if (!/[1-9]/.test(cell)) return;
      if (isoDay.test(cell)) {
        others = true;
        return;
      }
      const text = bareText(cell);
      if (momentOfNumber(text) !== undefined) numbers = true;
      else others = true;
      const order = orderShown(splitTime(text).date);
      if (order) orders.add(order);
      const named = findBehindMonth(text);
      if (named) behindMonth.set(`${named.month} ${named.digits}`, named);
    },
    style() {
      const [shown = usual, contrary] = orders;
      return {
        order: configured ?? (contrary === undefined ? shown : undefined),
        numbers: numbers && !others,
        behindMonth,
      };
    },
  };
}

function orderShown(date: string): DayOrder | undefined {
  const [, first = '', mark, second = ''] = numeric.exec(date) ?? [];
  if (mark === '.' || Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : undefined;
}

/** `Dec 15`, `Nov-27`; in `Dec 27, 2026` and `Dec 27th` it is surely a day, which no year can be. */
function findBehindMonth(text: string): BehindMonth | undefined {
  const [, name = '', digits, isDay] =
    /(?<!\p{L})(\p{L}{3,10})\.?[\s-]*(\d{2})(?!\d)(st|nd|rd|th|,?[\s-]*20\d\d)?/iu.exec(text) ?? [];
  const month = monthNumber(name);
  if (month === undefined || digits === undefined) return undefined;
  return { month, digits: isDay === undefined ? Number(digits) : 0 };
}

/** Reads a civil date in any of the usual writings; where a cell may mean two, only with the style of its column. */
export function readDay(cell: string, style: DateStyle = {}): ReadDay {
  if (cell.length === 10 && isoDay.test(cell)) return found(parseDay(cell));
  const text = bareText(cell);
  const moment = style.numbers ? momentOfNumber(text) : undefined;
  if (moment !== undefined) return found(parseDay(new Date(moment.at).toISOString().slice(0, 10)));
  return readDate(splitTime(text).date, style);
}

/** Reads a date without a time of day. */
export function readDate(text: string, { order }: DateStyle): ReadDay {
  const match = numeric.exec(text);
  return match ? readNumeric(match, order) : found(readYearFirst(text) ?? readNamedMonth(text));
}

/** `2026-11-23`, `2026/11/3`, `20261123`. */
function readYearFirst(text: string): Day | undefined {
  const match = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (!match || (match[2] === '' && text.length !== 8)) return undefined;
  return dayIn(match[1] ?? '', Number(match[3]), Number(match[4]));
}

/** `23.11.2026`, `11/23/26`: a dot or a first number above 12 tells that the day comes first. */
function readNumeric(
  [, a, mark, b, year = '']: RegExpExecArray,
  order: DayOrder | undefined,
): ReadDay {
  const [first, second] = [Number(a), Number(b)];
  const dayFirst = dayIn(year, second, first);
  const monthFirst = dayIn(year, first, second);
  if (mark === '.') return found(dayFirst);
  if (order !== undefined) return found(order === 'day-first' ? dayFirst : monthFirst);
  const isUnclear = dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
  return isUnclear ? { fault: 'ambiguous' } : found(dayFirst ?? monthFirst);
}

const fillers = new Set(['de', 'del', 'do', 'of', 'г', 'года', 'r', 'roku']);
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/i;

/** `Dec 15-20` are days from one to the other, none of the year 2020. */
const dayRange = /^\p{L}+\.?\s+\d{1,2}\s*[-/]\s*\d{2}$/u;

/** `17 Mar 2025`, `Mar 17, 2025`, `Sep-30-26`, `30. Dezember 2026`, `30 de marzo de 2026`, `Mon, 23 Nov 2026`. */
function readNamedMonth(text: string): Day | undefined {
  if (text.length > 40 || dayRange.test(text)) return undefined;
  const parts = text
    .split(/[\s,./-]+/)
    .filter((part) => part !== '' && !fillers.has(part.toLowerCase()));
  const [a = '', b = '', c = '', extra] = weekday.test(parts[0] ?? '') ? parts.slice(1) : parts;
  if (extra !== undefined || c === '') return undefined;
  if (/^\d{4}$/.test(a)) return namedDay(a, b, c);
  return monthNumber(a) === undefined ? namedDay(c, b, a) : namedDay(c, a, b);
}

function namedDay(year: string, month: string, day: string): Day | undefined {
  const [, number] = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª)?$/i.exec(day) ?? [];
  const named = monthNumber(month);
  if (named === undefined || number === undefined || !/^(?:\d{2}|\d{4})$/.test(year))
    return undefined;
  return dayIn(year, named, Number(number));
}

/** The day, in a year of this age; two digits mean 20xx. */
function dayIn(year: string, month: number, day: number): Day | undefined {
  return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
}

function found(day: Day | undefined): ReadDay {
  return day === undefined ? { fault: 'not-understood' } : { day };
}
