import { type Day, parseDay } from '../model/day.ts';

/** Reads a cell of a page's row by its column; blank when it has none. */
export type PageRow = (column: string) => string;

/** A line of a page as it is written. */
export type Row = { readonly [column: string]: string | number | undefined };

/** A cell's text; undefined when it is blank. */
export function text(row: PageRow, column: string): string | undefined {
  return row(column) || undefined;
}

/** A cell's number; undefined when it is blank. */
export function number(row: PageRow, column: string): number | undefined {
  return row(column) === '' ? undefined : Number(row(column));
}

/** The days of some columns; undefined where a cell is neither blank nor a day. */
export function daysOf<Column extends string>(
  row: PageRow,
  columns: readonly Column[],
): { readonly [C in Column]?: Day } | undefined {
  const days: { [C in Column]?: Day } = {};
  for (const column of columns) {
    const cell = row(column);
    if (cell === '') continue;
    const day = parseDay(cell);
    if (day === undefined) return undefined;
    days[column] = day;
  }
  return days;
}

/** The first must be whole numbers, the others may also be blank or have decimals. */
export function areNumbers(
  row: PageRow,
  whole: readonly string[],
  others: readonly string[],
): boolean {
  return (
    whole.every((column) => /^\d+$/.test(row(column))) &&
    others.every((column) => /^(\d+(\.\d+)?(e[+-]\d+)?)?$/.test(row(column)))
  );
}
