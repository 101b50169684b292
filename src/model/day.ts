import { addDays as addDaysToDate } from 'date-fns/addDays';
import { isWeekend } from 'date-fns/isWeekend';
import { parseISO } from 'date-fns/parseISO';

/** A civil date in the store's time zone, `yyyy-mm-dd`; text order is date order. */
export type Day = string & { readonly brand: 'Day' };

const dayLength = 24 * 60 * 60 * 1000;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

// The same few hundred days come up again and again: each is worked out once.
const dates = new Map<string, Date>();

/** Local midnight of a day. */
function dateOf(day: string): Date {
  let date = dates.get(day);
  if (date === undefined) {
    date = parseISO(day);
    dates.set(day, date);
  }
  return date;
}

function toDay(date: Date): Day {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}` as Day;
}

/** The day written as `yyyy-mm-dd`, or undefined when the text is no such date (`2026-02-30`). */
export function parseDay(text: string): Day | undefined {
  if (dates.has(text)) return text as Day;
  if (!isoDay.test(text) || Number.isNaN(parseISO(text).getTime())) return undefined;
  return toDay(dateOf(text)) === text ? (text as Day) : undefined;
}

/** The day of year, month (1–12) and day of month, or undefined when there is none. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The day `count` calendar days after (before, when negative). */
export function addDays(day: Day, count: number): Day {
  return toDay(addDaysToDate(dateOf(day), count));
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  // Text without a time is midnight UTC: days of the same length, whatever the clocks do.
  return (Date.parse(to) - Date.parse(from)) / dayLength;
}

function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  return !isWeekend(dateOf(day)) && !holidays.has(day);
}

/** The `count`-th working day (Monday to Friday, no holiday) after `day`; for 0 the day itself, or the next working day. */
export function workingDaysAfter(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let current = day;
  let left = count;
  while (left > 0) {
    current = addDays(current, 1);
    if (isWorkingDay(current, holidays)) left -= 1;
  }
  while (!isWorkingDay(current, holidays)) current = addDays(current, 1);
  return current;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** For people: `8 Dec 2026`. */
export function spellDay(day: Day): string {
  const date = dateOf(day);
  return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}
