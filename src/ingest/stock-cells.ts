import {
  type DateStyle,
  type DayOrder,
  type ReadDay,
  readDay,
  watchDates,
} from '../formats/day-cell.ts';
import { remembering } from '../model/remembered.ts';
import { civilDay } from './civil-day.ts';

/** The dates of one column, which may be readable only when all of it is known. */
export interface DateColumn {
  read(cell: string): ReadDay;
  /** How its cells are written, as far as is known: until it is settled no more than is configured. */
  style(): DateStyle;
  /** To be told that all cells were seen. */
  settle(): void;
}

/**
 * Opens a column of dates; `configured` says which number is the day where the file does not tell. Given the store's zone, a
 * time with an offset is moved into it.
 */
export function dateColumn(configured: DayOrder | undefined, timezone?: string): DateColumn {
  const watch = watchDates(configured);
  const readIn = (cell: string, style: DateStyle) =>
    timezone === undefined ? readDay(cell, style) : civilDay(cell, timezone, style);
  let style: DateStyle = { order: configured };
  let read = remembering((cell) => {
    watch.see(cell);
    return readIn(cell, style);
  });
  return {
    read: (cell) => read(cell),
    style: () => style,
    settle: () => {
      style = watch.style();
      read = remembering((cell) => readIn(cell, style));
    },
  };
}

const noDate = /^(?:-+|n\/?a|none|null|tb[acd]|unknown|0000-00-00.*|00[./]00[./]0000)$/i;

/** Whether a date cell says that there is no date. */
export function isNoDate(cell: string): boolean {
  return cell === '' || noDate.test(cell);
}
