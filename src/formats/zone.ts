import { once } from '../model/once.ts';

const dayLength = 86_400_000;

interface Clock {
  readonly format: Intl.DateTimeFormat;
  /** For each day of Greenwich how far the zone is ahead, in milliseconds; NaN when that changes within the day. */
  readonly days: Map<number, number>;
}

const clocks = new Map<string, Clock>();

/** Tells civil times in a zone; made once, as making one is slow. Throws a RangeError when there is no such zone. */
function clockIn(timezone: string): Clock {
  let clock = clocks.get(timezone);
  if (!clock) {
    // Swedish writes dates as ISO does.
    const style = { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' } as const;
    clock = { format: new Intl.DateTimeFormat('sv-SE', style), days: new Map() };
    clocks.set(timezone, clock);
  }
  return clock;
}

/** How far a zone's clock is ahead of Greenwich at a moment, in milliseconds. */
export function offsetAt(moment: number, timezone: string): number {
  const { days, format } = clockIn(timezone);
  const day = Math.floor(moment / dayLength);
  let offset = days.get(day);
  if (offset === undefined) {
    const first = measure(format, day * dayLength);
    offset = first === measure(format, (day + 1) * dayLength) ? first : Number.NaN;
    days.set(day, offset);
  }
  return Number.isNaN(offset) ? measure(format, moment) : offset;
}

function measure(format: Intl.DateTimeFormat, moment: number): number {
  const second = Math.floor(moment / 1000) * 1000;
  return Date.parse(`${format.format(second).replace(' ', 'T')}Z`) - second;
}

/** The civil time `yyyy-mm-ddThh:mm:ss` in a time zone at a moment (milliseconds since 1970). */
export function civilTime(moment: number, timezone: string): string {
  return wallTime(moment + offsetAt(moment, timezone));
}

// The same few hundred days come up again and again: each is written once.
const dayTexts = new Map<number, string>();
const twoDigits = (number: number) => String(number).padStart(2, '0');
const minuteTexts = once(() =>
  Array.from(
    { length: 24 * 60 },
    (_, minute) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
  ),
);
const secondTexts = Array.from({ length: 60 }, (_, second) => `:${twoDigits(second)}`);

/** The text of a time that is counted as if it were in Greenwich. */
function wallTime(time: number): string {
  const day = Math.floor(time / dayLength);
  const seconds = Math.floor((time - day * dayLength) / 1000);
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * dayLength).toISOString().slice(0, 10);
    dayTexts.set(day, text);
  }
  const minutes = Math.floor(seconds / 60);
  return `${text}T${minuteTexts()[minutes]}${secondTexts[seconds % 60]}`;
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
