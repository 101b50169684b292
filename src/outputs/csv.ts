import { stringify } from 'csv-stringify/sync';
import type { Cell, View } from './view.ts';

/** `plain` for scripts; `excel` and `excel-eu` open right in a spreadsheet. */
export type Flavour = 'plain' | 'excel' | 'excel-eu';

const batch = 1000;

/** CSV text of a view. Cells are written as they are, except that a spreadsheet flavour defuses formulas. */
export function toCsv(
  { columns, rows }: Pick<View, 'columns' | 'rows'>,
  delimiter = ',',
  flavour: Flavour = 'plain',
): string {
  const forSpreadsheet = flavour !== 'plain';
  const options = {
    delimiter: flavour === 'excel-eu' ? ';' : delimiter,
    record_delimiter: forSpreadsheet ? '\r\n' : '\n',
    quoted_match: /[\r\n]/,
  };
  const cell = (value: Cell): string => {
    if (value === undefined) return '';
    if (typeof value === 'number')
      return flavour === 'excel-eu' ? String(value).replace('.', ',') : String(value);
    return forSpreadsheet ? defuse(value) : value;
  };
  const parts = [stringify([columns.map((name) => cell(name))], options)];
  // Small batches: the writer's cost grows faster than the number of rows.
  for (let at = 0; at < rows.length; at += batch) {
    parts.push(
      stringify(
        rows.slice(at, at + batch).map((row) => columns.map((name) => cell(row[name]))),
        options,
      ),
    );
  }
  return (forSpreadsheet ? '\ufeff' : '') + parts.join('');
}

/** Text that a spreadsheet would run as a formula gets an apostrophe; a number in text does not. */
export function defuse(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text)
    ? `'${text}`
    : text;
}
