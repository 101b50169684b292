import { addDays, type Day, dayOf, workingDaysAfter } from './day.ts';

const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

const fixed = [
  { month: 1, day: 1 },
  { month: 6, day: 19 },
  { month: 7, day: 4 },
  { month: 11, day: 11 },
  { month: 12, day: 25 },
] as const;

/** `nth` -1 is the last of the month. */
const floating = [
  { month: 1, weekday: monday, nth: 3 },
  { month: 2, weekday: monday, nth: 3 },
  { month: 5, weekday: monday, nth: -1 },
  { month: 9, weekday: monday, nth: 1 },
  { month: 10, weekday: monday, nth: 2 },
  { month: 11, weekday: thursday, nth: 4 },
] as const;

const byYear = new Map<number, ReadonlySet<Day>>();

/** The `count`-th day after `day` that is Monday to Friday and no US federal holiday. */
export function usWorkingDaysAfter(day: Day, count: number): Day {
  return workingDaysAfter(day, count, holidaysFrom(Number(day.slice(0, 4))));
}

/** The `count`-th Monday to Friday after `day`. */
export function weekdaysAfter(day: Day, count: number): Day {
  return workingDaysAfter(day, count, new Set());
}

/** US federal holidays of a year, as observed: its New Year's Day may lie in the year before. */
export function federalHolidays(year: number): readonly Day[] {
  const days = [
    ...fixed.map(({ month, day }) => observed(year, month, day)),
    ...floating.map(({ month, weekday, nth }) =>
      dayOf(year, month, nthOf(year, month, weekday, nth)),
    ),
  ];
  return days.flatMap((day) => day ?? []).toSorted();
}

/** Of a year and the next: no count of working days here reaches further. */
function holidaysFrom(year: number): ReadonlySet<Day> {
  const known = byYear.get(year);
  if (known) return known;
  const days = new Set([...federalHolidays(year), ...federalHolidays(year + 1)]);
  byYear.set(year, days);
  return days;
}

function observed(year: number, month: number, dayOfMonth: number): Day | undefined {
  const day = dayOf(year, month, dayOfMonth);
  const weekday = weekdayOf(year, month, dayOfMonth);
  if (day !== undefined && weekday === saturday) return addDays(day, -1);
  if (day !== undefined && weekday === sunday) return addDays(day, 1);
  return day;
}

function nthOf(year: number, month: number, weekday: number, nth: number): number {
  const first = 1 + ((weekday - weekdayOf(year, month, 1) + 7) % 7);
  if (nth > 0) return first + (nth - 1) * 7;
  return first + Math.floor((daysIn(year, month) - first) / 7) * 7;
}

function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
