import { addDays, type Day, dayOf, workingDaysAfter } from '../model/day.ts';
import { once } from '../model/once.ts';
import { type DateStyle, readDate } from './day-cell.ts';
import { monthNames, monthNumber } from './month-names.ts';
import {
  anyOf,
  dayWords,
  earlyWords,
  lateWords,
  midWords,
  monthWords,
  namesAlone,
  namesWithDay,
  weekLabels,
  weekWords,
  workingDayWords,
  workingWords,
} from './restock-words.ts';

/** What is known beside the text. */
export interface Seen {
  readonly today: Day;
  readonly style: DateStyle;
  /** What two digits behind a month's name are, where they may be either: `Dec 27`. */
  readonly behindMonth: BehindMonth | undefined;
  /** The text says that goods come. */
  readonly isDue: boolean;
}

/** A day; `none` where one is meant that cannot be told; `other` where the text means something else. */
export type Found = Day | 'none' | 'other';

type Groups = { readonly [name: string]: string | undefined };

interface DateForm {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, seen: Seen) => Found;
  /** It is a time from the day of the file on, not a day of the calendar. */
  readonly isSpan: boolean;
}

/** Days that passed so short a time ago are overdue, not those of next year. */
const overdueDays = 60;
const start = '(?<![\\p{L}\\d])(?<!\\d[.,/-])';
const end = '(?![\\p{L}\\d])';
const to = '(?:-|/|to|or|bis|oder|a|y|o|tot|of|do|lub|sau|до|или)';
const years = "(?:,|[./-]|of|de|del)?\\s*(?<year>20\\d\\d)|\\s?'(?<short>\\d\\d)";
const year = `(?:${years})?`;
const of = "(?:(?:of|de|des|du|di|del|lunii)\\s+|d')";
const form = (source: string, read: DateForm['read']): DateForm => ({
  pattern: new RegExp(`${start}(?:${source})${end}`, 'gu'),
  read,
  isSpan: read === readDuration,
});

/** The ways of writing a day in a free text, in folded letters; the surest first. */
export const dateForms = once((): readonly DateForm[] => {
  const part = `(?:(?<early>${anyOf(earlyWords())})|(?<mid>${anyOf(midWords())})|(?<late>${anyOf(lateWords())}))`;
  return [
    form(
      '(?<date>20\\d\\d([-/.])\\d{1,2}\\2\\d{1,2}|20\\d{6}|\\d{1,2}([-/.])\\s?\\d{1,2}\\3\\s?(?:20)?\\d\\d|\\d{1,2}-\\p{L}{3,9}-(?:20)?\\d\\d|\\p{L}{3,9}-\\d{1,2}-(?:20)?\\d\\d)(?:[t ]\\d\\d:\\d\\d(?::\\d\\d)?)?',
      ({ date = '' }, { style, today }) => {
        const read = readDate(date, style);
        return 'day' in read && !isYearFirst(date, read.day, today, style) ? read.day : 'none';
      },
    ),
    form(
      `(?:${anyOf(['bis zu', 'bis', 'up to', 'do', 'ate', 'до'])}\\s*)?(?:\\d{1,3}\\s*${to}\\s*)?(?<count>\\d{1,3}(?:[.,]5)?)\\s*(?<plus>\\+?)\\s*(?<before>${anyOf(workingWords())}\\s+)?(?:(?<days>${anyOf(dayWords())})|(?<workdays>${anyOf(workingDayWords())})|(?<weeks>${anyOf(weekWords())})|(?<months>${anyOf(monthWords())}))(?<behind>\\s+${anyOf(workingWords())})?`,
      readDuration,
    ),
    form(
      `${anyOf(weekLabels())}[.:]?\\s*(?:n[ro]?\\.?\\s*)?(?<from>\\d{1,2})(?:\\s*(?:-|/|to|bis)\\s*(?<last>\\d{1,2}))?${year}|(?:kw|cw|wk|w|sem|week)(?<glued>\\d{1,2})${year.replace('year', 'year2').replace('short', 'short2')}`,
      readWeek,
    ),
    form(
      `(?<letter>q|t|quarter |trimestre )\\s?(?<quarter>[1-4])(?:${years}|\\s?[./ -]\\s?(?<short2>\\d\\d))?`,
      readQuarter,
    ),
    form(
      `${part}[\\s-]*${of}?(?<month>${anyOf(monthNames())})[\\s.,/-]*(?:of|de|del)?\\s*(?<short>\\d\\d)`,
      (groups, seen) =>
        mayBeYear(Number(groups['short']), seen.today) ? readMonth(groups, seen) : 'other',
    ),
    form(
      `(?:(?<first>\\d{1,2})\\s*(?:st|nd|rd|th|er|o|\\.)?\\s*${to}\\s*)?(?<day>\\d{1,2})(?:st|nd|rd|th|er|o)?[\\s.-]*(?:(?:of|de|den)\\s+)?(?<month>${anyOf(namesWithDay())})\\.?${year}`,
      readNamed,
    ),
    form(
      `(?<month>${anyOf(namesWithDay())})[\\s.-]*(?<first>\\d{1,2}(?:st|nd|rd|th)?\\s*${to}\\s*)?(?<day>\\d{1,2})(?<nth>st|nd|rd|th)?(?![:\\d])${year}`,
      readMonthFirst,
    ),
    form(
      `(?:(?<number>0?[1-9]|1[0-2])[/.-]|(?:${part}[\\s-]*${of}?)?(?<month>${anyOf(monthNames())})[\\s,./-]*(?:of|de|del)?\\s*)(?<year>20\\d\\d)`,
      readMonth,
    ),
    form('(?<a>\\d{1,2})(?<sign>[/.])(?<b>\\d{1,2})\\.?', readYearless),
    form(
      `(?:${part}[\\s-]*${of}?)?(?<month>${anyOf(namesAlone())})${year}(?=\\s*(?:$|[^\\p{L}\\s\\d]))`,
      readMonth,
    ),
  ];
});

/** Which of two things the two digits behind a month's name are. */
export type BehindMonth = 'day' | 'year';

/** Years ahead for which goods may be announced by their last two digits. */
const announcedYears = 3;

function mayBeYear(digits: number, today: Day): boolean {
  const ahead = 2000 + digits - Number(today.slice(0, 4));
  return ahead >= 0 && ahead <= announcedYears;
}

/** Months that a column must name before their numbers show years: days of so many would not all lie together. */
const monthsToTell = 4;

/** Tells days from years by all `Dec 27` and `Nov-26` of a column: one that cannot be a year shows days. */
export function readBehindMonth({ behindMonth }: DateStyle, today: Day): BehindMonth | undefined {
  if (!behindMonth?.size) return undefined;
  const months = new Set<number>();
  for (const { month, digits } of behindMonth.values()) {
    if (!mayBeYear(digits, today)) return 'day';
    months.add(month);
  }
  return months.size >= monthsToTell ? 'year' : undefined;
}

/**
 * Whether a day with two digits for its year has its year in front: `26-12-05`, far from the file's day if read
 * otherwise, near to it if read so. It is not taken for either.
 */
export function isYearFirst(text: string, day: Day, today: Day, { order }: DateStyle): boolean {
  const [, year, , month, last] = /^(\d\d)([/-])(\d\d)\2(\d\d)$/.exec(text) ?? [];
  if (year === undefined || order !== undefined) return false;
  const other = dayOf(2000 + Number(year), Number(month), Number(last));
  return other !== undefined && isNear(other, today) && !isNear(day, today);
}

function isNear(day: Day, today: Day): boolean {
  return day >= addDays(today, -overdueDays) && day <= addDays(today, 365);
}

/** A `T` is a quarter where the text tells of time. */
function readQuarter(groups: Groups, seen: Seen): Found {
  const stated = statedYear(groups);
  if (groups['letter'] === 't' && !seen.isDue && stated === undefined) return 'other';
  if (groups['short2'] && !mayBeYear(Number(groups['short2']), seen.today)) return 'none';
  return lastOf(Number(groups['quarter']) * 3, groups, seen);
}

function readDuration(groups: Groups, { today }: Seen): Found {
  if (groups['plus']) return 'none';
  const count = Number(groups['count']?.replace(',', '.'));
  if (groups['weeks']) return addDays(today, Math.ceil(count * 7));
  if (groups['months']) return addDays(today, Math.ceil(count * 31));
  const isWorking = groups['workdays'] ?? groups['before'] ?? groups['behind'];
  return isWorking !== undefined
    ? workingDaysAfter(today, Math.ceil(count), new Set())
    : addDays(today, Math.ceil(count));
}

/** The Sunday of a week as ISO 8601 numbers them; the later one of two. */
function readWeek(groups: Groups, seen: Seen): Found {
  const first = Number(groups['from'] ?? groups['glued']);
  const second = Number(groups['last']);
  const thisYear = Number(seen.today.slice(2, 4));
  // "KW 32/26" is of 2026, "KW 32/33" are two weeks.
  const isYear = second === thisYear || second === thisYear + 1;
  const week = second > first && !isYear ? second : first;
  const stated =
    statedYear(groups) ?? (Number.isNaN(second) || !isYear ? undefined : 2000 + second);
  if (!isYear && second <= first) return 'none';
  return resolve((one) => endOfWeek(one, week), stated, seen);
}

function endOfWeek(year: number, week: number): Day | undefined {
  const fourth = dayOf(year, 1, 4);
  if (!fourth || week < 1 || week > 53) return undefined;
  const weekday = new Date(Date.parse(fourth)).getUTCDay() || 7;
  const sunday = addDays(fourth, (week - 1) * 7 + 7 - weekday);
  // A week is of the year in which its Thursday lies.
  return addDays(sunday, -3).startsWith(String(year)) ? sunday : undefined;
}

/** `Dec 15`, `Dec 15-20`; `Dec 27` may be December 2027. */
function readMonthFirst(groups: Groups, seen: Seen): Found {
  const isDay = [groups['first'], groups['nth'], statedYear(groups)].some(
    (one) => one !== undefined,
  );
  const digits = groups['day'] ?? '';
  if (isDay || digits.length < 2 || !mayBeYear(Number(digits), seen.today))
    return readNamed(groups, seen);
  if (seen.behindMonth === undefined) return 'none';
  return seen.behindMonth === 'day'
    ? readNamed(groups, seen)
    : lastOf(monthNumber(groups['month'] ?? '') ?? 0, { short: digits }, seen);
}

function readNamed(groups: Groups, seen: Seen): Found {
  // `12 mag` are twelve in the magazzino, the magazyn.
  if (groups['month'] === 'mag' && !seen.isDue && statedYear(groups) === undefined) return 'other';
  const month = monthNumber(groups['month'] ?? '') ?? 0;
  return resolve((one) => dayOf(one, month, Number(groups['day'])), statedYear(groups), seen);
}

/** `07/11` only where the text says that goods come, and where one reading is possible. */
function readYearless(groups: Groups, seen: Seen): Found {
  if (!seen.isDue) return 'other';
  const [a, b] = [Number(groups['a']), Number(groups['b'])];
  // `11/27` is 27 November where the month comes first, else perhaps November 2027.
  const isMonth = groups['sign'] === '/' && a <= 12 && mayBeYear(b, seen.today);
  if (isMonth && seen.style.order !== 'month-first')
    return seen.style.order === undefined ? 'none' : lastOf(a, { short: groups['b'] }, seen);
  const dayFirst = resolve((one) => dayOf(one, b, a), undefined, seen);
  const monthFirst = resolve((one) => dayOf(one, a, b), undefined, seen);
  if (groups['sign'] === '.' || seen.style.order === 'day-first') return dayFirst;
  if (seen.style.order === 'month-first') return monthFirst;
  if (dayFirst === 'none') return monthFirst;
  return monthFirst === 'none' || monthFirst === dayFirst ? dayFirst : 'none';
}

/** The last day that a month, or a part of it, can mean: early its 10th, the middle its 20th. */
function readMonth(groups: Groups, seen: Seen): Found {
  const month = monthNumber(groups['month'] ?? '') ?? Number(groups['number']);
  const day = groups['early'] ? 10 : groups['mid'] ? 20 : undefined;
  if (!seen.isDue && !day && !groups['late'] && !statedYear(groups)) return 'other';
  if (day === undefined) return lastOf(month, groups, seen);
  return resolve((one) => dayOf(one, month, day), statedYear(groups), seen);
}

function lastOf(month: number, stated: Groups, seen: Seen): Found {
  return resolve(
    (one) => {
      const next = month === 12 ? dayOf(one + 1, 1, 1) : dayOf(one, month + 1, 1);
      return next && addDays(next, -1);
    },
    statedYear(stated),
    seen,
  );
}

function statedYear(groups: Groups): number | undefined {
  const full = groups['year'] ?? groups['year2'];
  const short = groups['short'] ?? groups['short2'];
  if (full !== undefined) return Number(full);
  return short === undefined ? undefined : 2000 + Number(short);
}

/** The day of the stated year, else of the first year in which it is not long past. */
function resolve(
  dayIn: (year: number) => Day | undefined,
  stated: number | undefined,
  { today }: Seen,
): Day | 'none' {
  if (stated !== undefined) return dayIn(stated) ?? 'none';
  const earliest = addDays(today, -overdueDays);
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear - 1, thisYear, thisYear + 1].map(dayIn);
  return days.find((day) => day !== undefined && day >= earliest) ?? 'none';
}
