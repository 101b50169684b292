import type { DateStyle, ReadDay } from '../formats/day-cell.ts';
import { readOrderTime } from '../formats/time-cell.ts';
import type { Day } from '../model/day.ts';

type Fault = Extract<ReadDay, { readonly fault: string }>['fault'];

/** The store's day in a cell that may hold a time, elsewhere too. */
export function civilDay(cell: string, timezone: string, style: DateStyle | undefined): ReadDay {
  const read = readOrderTime(cell, timezone, style);
  return 'at' in read ? { day: read.at.slice(0, 10) as Day } : read;
}

/** What is wrong with a date without which the row is left out. */
export function neededDayFault(
  cell: string,
  fault: Fault,
): 'date-missing' | 'date-ambiguous' | 'date-not-understood' {
  if (cell === '') return 'date-missing';
  return fault === 'ambiguous' ? 'date-ambiguous' : 'date-not-understood';
}

/** What is wrong with a date that is left blank: the row stands without it. */
export function blankedDayFault(fault: Fault): 'date-unclear' | 'date-ignored' {
  return fault === 'ambiguous' ? 'date-unclear' : 'date-ignored';
}
