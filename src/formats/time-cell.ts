import { type Day, parseDay } from '../model/day.ts';
import { bareText } from './cell.ts';
import { type DateStyle, readDate } from './day-cell.ts';
import { momentOfNumber } from './day-number.ts';
import { splitTime, type TimeOfDay } from './time-of-day.ts';
import { civilTime } from './zone.ts';

type ReadTime = { readonly at: string } | { readonly fault: 'not-understood' | 'ambiguous' };

const notUnderstood: ReadTime = { fault: 'not-understood' };

/**
 * Reads the time of an order as the store's civil time: with an offset or a zone it is moved into the store's zone,
 * without one it is taken to be there already. Text order is time order.
 */
export function readOrderTime(cell: string, timezone: string, style: DateStyle = {}): ReadTime {
  const text = bareText(cell);
  const usual = readUsual(text, timezone);
  if (usual) return usual;
  const number = style.numbers ? momentOfNumber(text) : undefined;
  if (number) {
    const at = civilTime(number.at, number.clock === 'civil' ? 'UTC' : timezone);
    return { at: number.hasTime ? at : at.slice(0, 10) };
  }
  const { date, time } = splitTime(text);
  const read = readDate(date, style);
  if ('fault' in read) return read;
  if (!time) return { at: read.day };
  return inStore(read.day, time, timezone);
}

/** `2026-06-30 20:40:10 +0000` and its like, as most exports have it, without further ado. */
function readUsual(text: string, timezone: string): ReadTime | undefined {
  if (text.length < 19 || text[4] !== '-' || text[13] !== ':' || text[16] !== ':') return undefined;
  if (text[10] !== ' ' && text[10] !== 'T') return undefined;
  const day = parseDay(text.slice(0, 10));
  const hours = twoDigits(text, 11, 23);
  const seconds = (hours * 60 + twoDigits(text, 14, 59)) * 60 + twoDigits(text, 17, 59);
  const zone = usualZone(text);
  if (day === undefined || Number.isNaN(seconds) || Number.isNaN(zone)) return undefined;
  return inStore(day, { seconds, zone }, timezone);
}

/** Minutes ahead of Greenwich; undefined when there is nothing, NaN when there is something else. */
function usualZone(text: string): number | undefined {
  if (text.length === 19) return undefined;
  const at = text[19] === ' ' ? 20 : 19;
  const sign = text[at];
  if (sign === 'Z' && text.length === at + 1) return 0;
  const minutes = text[at + 3] === ':' ? at + 4 : at + 3;
  if ((sign !== '+' && sign !== '-') || text.length !== minutes + 2) return Number.NaN;
  const offset = twoDigits(text, at + 1, 23) * 60 + twoDigits(text, minutes, 59);
  return sign === '-' ? -offset : offset;
}

function twoDigits(text: string, at: number, most: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  const isNumber = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return isNumber && tens * 10 + ones <= most ? tens * 10 + ones : Number.NaN;
}

// The same few hundred days come up again and again.
const starts = new Map<string, number>();

/** Midnight in Greenwich. */
function startOf(day: Day): number {
  let start = starts.get(day);
  if (start === undefined) {
    start = Date.parse(day);
    starts.set(day, start);
  }
  return start;
}

function inStore(day: Day, { seconds, zone }: TimeOfDay, timezone: string): ReadTime {
  if (seconds === undefined || Number.isNaN(zone)) return notUnderstood;
  const moment = startOf(day) + seconds * 1000;
  return {
    at: zone === undefined ? civilTime(moment, 'UTC') : civilTime(moment - zone * 60_000, timezone),
  };
}
