import { addDays as addDaysToDate } from 'date-fns/addDays';
import { isWeekend } from 'date-fns/isWeekend';

/** A civil date in the store's time zone, `yyyy-mm-dd`; text order is date order. */
export type Day = string & { readonly brand: 'Day' };

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

// Days are counted from 1970-01-01, so that sums and differences are those of whole numbers. The same few hundred come
// up again and again: each is worked out once.
const epoch = new Date(1970, 0, 1);
const millisecondsADay = 86_400_000;
const numbers = new Map<string, number>();
const days = new Map<number, Day>();
const weekends = new Map<number, boolean>();
const last = toNumber('9999-12-31');
const first = toNumber('1900-01-01');

/** NaN when the text is no date; one beyond the month's end counts on into the next. */
function toNumber(text: string): number {
  return Date.parse(text) / millisecondsADay;
}

function numberOf(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = toNumber(day);
    numbers.set(day, number);
  }
  return number;
}

function dayAt(number: number): Day {
  let day = days.get(number);
  if (day === undefined) {
    const date = addDaysToDate(epoch, number);
    day = isoText(date.getFullYear(), date.getMonth() + 1, date.getDate()) as Day;
    days.set(number, day);
  }
  return day;
}

function isoText(year: number, month: number, day: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * The day written as `yyyy-mm-dd`, or undefined when the text is no such date (`2026-02-30`). Nothing here is older than
 * 1900: such a year (`0026`) is a broken one.
 */
export function parseDay(text: string): Day | undefined {
  if (numbers.has(text)) return text as Day;
  if (!isoDay.test(text)) return undefined;
  const number = toNumber(text);
  if (!(number >= first) || dayAt(number) !== text) return undefined;
  numbers.set(text, number);
  return dayAt(number);
}

/** The day of year, month (1–12) and day of month, or undefined when there is none. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  return parseDay(isoText(year, month, day));
}

/** The day `count` calendar days after (before, when negative); the end of the year 9999 at the latest. */
export function addDays(day: Day, count: number): Day {
  return dayAt(Math.min(numberOf(day) + count, last));
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

function isWorkingDay(number: number, holidays: ReadonlySet<Day>): boolean {
  let isFree = weekends.get(number);
  if (isFree === undefined) {
    isFree = isWeekend(addDaysToDate(epoch, number));
    weekends.set(number, isFree);
  }
  return !isFree && !(holidays.size > 0 && holidays.has(dayAt(number)));
}

/** The `count`-th working day (Monday to Friday, no holiday) after `day`; for 0 the day itself, or the next working day. */
export function workingDaysAfter(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let current = numberOf(day);
  let left = count;
  while (left > 0 && current < last) {
    current += 1;
    if (isWorkingDay(current, holidays)) left -= 1;
  }
  while (!isWorkingDay(current, holidays)) current += 1;
  return dayAt(current);
}

/** Working days after `from`, up to and with `to`: 1 from a Friday to the Monday after it. 0 where `to` is no later. */
export function workingDaysBetween(from: Day, to: Day, holidays: ReadonlySet<Day>): number {
  let count = 0;
  for (let one = numberOf(from) + 1; one <= numberOf(to); one += 1)
    if (isWorkingDay(one, holidays)) count += 1;
  return count;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** For people: `8 Dec 2026`. */
export function spellDay(day: Day): string {
  const month = months[Number(day.slice(5, 7)) - 1];
  return `${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`;
}

/** The first day of the month that comes `count` months after (before, when negative) that of a day. */
export function monthStart(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  return isoText(Math.floor(months / 12), (months % 12) + 1, 1) as Day;
}

/** The weekday, 0 for Monday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((numberOf(day) + 3) % 7) + 7) % 7;
}

/** The earlier of two days. */
export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}
