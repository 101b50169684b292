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

function inStore(day: string, { seconds, zone }: TimeOfDay, timezone: string): ReadTime {
  if (seconds === undefined || Number.isNaN(zone)) return notUnderstood;
  const moment = Date.parse(day) + seconds * 1000;
  return {
    at: zone === undefined ? civilTime(moment, 'UTC') : civilTime(moment - zone * 60_000, timezone),
  };
}
