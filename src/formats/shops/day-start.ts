import type { Day } from '../../model/day.ts';
import { offsetAt } from '../zone.ts';

const minute = 60_000;

/** The beginning of a day in a time zone as feeds want it: `2026-12-08T00:00-0500`. */
export function dayStart(day: Day, timezone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The offset of that very moment, not of midnight in Greenwich: clocks may change in between.
  const offset = offsetAt(midnight - offsetAt(midnight, timezone), timezone);
  const minutes = Math.abs(offset) / minute;
  const pad = (value: number) => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${day}T00:00${sign}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
}

/** Whether two feed dates are one moment; without an offset they are in Greenwich time. */
export function sameMoment(a: string, b: string): boolean {
  const moment = momentOf(a);
  return moment !== undefined && moment === momentOf(b);
}

function momentOf(text: string): number | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:Z|([+-]\d{2}):?(\d{2}))?)?$/i.exec(text);
  if (!match) return undefined;
  const [, day, time = '00:00', hours = '+00', minutes = '00'] = match;
  const moment = Date.parse(`${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(moment) ? undefined : moment;
}
