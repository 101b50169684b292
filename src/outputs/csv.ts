import type { Cell, View } from './view.ts';

/** `plain` for scripts; `excel` and `excel-eu` open right in a spreadsheet. */
export type Flavour = 'plain' | 'excel' | 'excel-eu';

/** CSV text of a view. Cells are written as they are, except that a spreadsheet flavour defuses formulas. */
export function toCsv(
  { columns, rows }: Pick<View, 'columns' | 'rows'>,
  wanted: ',' | '\t' = ',',
  flavour: Flavour = 'plain',
): string {
  const forSpreadsheet = flavour !== 'plain';
  const delimiter = flavour === 'excel-eu' ? ';' : wanted;
  const lineEnd = forSpreadsheet ? '\r\n' : '\n';
  const mustBeQuoted = new RegExp(`["\r\n${delimiter}]`);
  const quoted = (text: string) =>
    mustBeQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const written = (cell: Cell): string => {
    if (cell === undefined) return '';
    if (typeof cell === 'string') return quoted(forSpreadsheet ? defuse(cell) : cell);
    return quoted(flavour === 'excel-eu' ? String(cell).replace('.', ',') : String(cell));
  };
  const lines = [columns.map(written).join(delimiter)];
  for (const row of rows) lines.push(columns.map((name) => written(row[name])).join(delimiter));
  return `${forSpreadsheet ? '\ufeff' : ''}${lines.join(lineEnd)}${lineEnd}`;
}

/** Text that a spreadsheet would run as a formula gets an apostrophe; a number in text does not. */
export function defuse(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text)
    ? `'${text}`
    : text;
}
