import { bareText } from '../formats/cell.ts';
import { type DateStyle, type DayOrder, watchDates } from '../formats/day-cell.ts';
import { momentOfNumber } from '../formats/day-number.ts';
import type { OrderFormat } from '../formats/order-format.ts';
import { readOrderTime } from '../formats/time-cell.ts';
import type { Day } from '../model/day.ts';
import type { Problem } from '../model/problem.ts';
import { blankedDayFault, neededDayFault } from './civil-day.ts';
import { type Order, type OrderRow, type Places, textAt } from './order-row.ts';

const dayFields = [
  'ordered_at',
  'fulfilled_at',
  'cancelled_at',
  'forwarded_at',
  'promised_ship_date',
  'promised_delivery_date',
] as const;
type DayField = (typeof dayFields)[number];

export interface RowDays {
  /** The store's civil time of the order; undefined where it cannot be read, which is reported. */
  orderedAt(row: OrderRow): string | undefined;
  /** The store's day in another column; undefined for a blank, and where it cannot be read, which is reported. */
  day(row: OrderRow, field: DayField): Day | undefined;
  /** Whether the end of the file is needed to read one of its dates. */
  waits(row: OrderRow): boolean;
  settle(): void;
}

/** Reads the dates of rows, each column in its own style; the order of day and month may be given. */
export function rowDays(
  format: OrderFormat,
  timezone: string,
  given: DayOrder | undefined,
  at: Places,
  file: string,
  problems: Problem[],
): RowDays {
  const columns = Object.fromEntries(
    dayFields.map((field) => [field, dayColumn(timezone, given, format.dayOrder)]),
  ) as { readonly [F in DayField]: DayColumn };

  const present = dayFields.filter((field) => at[field] >= 0);

  const cell = (row: OrderRow, field: DayField): string => {
    const own = textAt(row.cells, at[field]);
    const { order } = row;
    switch (field) {
      case 'ordered_at':
        return own || order.orderedAt;
      case 'fulfilled_at':
        return ofLine(own, order, order.fulfilledAt);
      case 'cancelled_at':
        return ofLine(own, order, order.cancelledAt);
      case 'promised_ship_date':
        return own === '' && order.isSum ? order.promisedShipDate : own;
      default:
        return own;
    }
  };
  /** A day of shipment or cancellation is the line's own, unless the format or a sum states it for the order. */
  const ofLine = (own: string, { isSum }: Order, ofOrder: string): string => {
    if (format.daysOfOrder) return ofOrder;
    return own === '' && isSum ? ofOrder : own;
  };

  return {
    orderedAt: (row) => {
      const value = cell(row, 'ordered_at');
      const time = columns.ordered_at.read(value);
      if ('at' in time) return time.at;
      const place = { file, line: row.line, column: 'ordered_at' };
      problems.push({ kind: neededDayFault(value, time.fault), place, value });
      return undefined;
    },
    day: (row, field) => {
      const value = cell(row, field);
      if (value === '') return undefined;
      const time = columns[field].read(value);
      if ('at' in time) return time.at.slice(0, 10) as Day;
      const place = { file, line: row.line, column: field };
      problems.push({ kind: blankedDayFault(time.fault), place, value });
      return undefined;
    },
    // Every column has to see its cell, also behind one that waits.
    waits: (row) => present.filter((field) => columns[field].waits(cell(row, field))).length > 0,
    settle: () => {
      for (const field of dayFields) columns[field].settle();
    },
  };
}

type ReadTime = ReturnType<typeof readOrderTime>;

/** A column of dates, read from top to bottom. */
interface DayColumn {
  read(cell: string): ReadTime;
  /** Whether only the whole column can tell how this date is to be read. */
  waits(cell: string): boolean;
  /** No more rows: dates are now read in the style that the whole column shows. */
  settle(): void;
}

const unread: ReadTime = { fault: 'not-understood' };

function dayColumn(
  timezone: string,
  order: DayOrder | undefined,
  usual: DayOrder | undefined,
): DayColumn {
  const watch = watchDates(order, usual);
  let style: DateStyle = { order };
  let isSettled = false;
  let lastCell = '';
  let last = unread;

  const read = (cell: string): ReadTime => {
    // The rows of an order repeat its time.
    if (cell === lastCell) return last;
    if (!isSettled) watch.see(cell);
    lastCell = cell;
    last = readOrderTime(cell, timezone, style);
    return last;
  };
  return {
    read,
    waits: (cell) => !isSettled && cell !== '' && dependsOnStyle(cell, read(cell)),
    settle: () => {
      style = watch.style();
      isSettled = true;
      lastCell = '';
      last = unread;
    },
  };
}

function dependsOnStyle(cell: string, time: ReadTime): boolean {
  if ('at' in time) return false;
  return time.fault === 'ambiguous' || momentOfNumber(bareText(cell)) !== undefined;
}
