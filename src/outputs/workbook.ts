import { type Cell as CellInFile, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type Day, daysBetween, parseDay } from '../model/day.ts';
import { isDayColumn } from './day-columns.ts';
import { harmless } from './terminal.ts';
import type { Row, View } from './view.ts';

/** One table of a workbook, under its name. */
export interface Sheet {
  readonly name: string;
  readonly view: Pick<View, 'columns' | 'rows'>;
}

interface Workbook {
  /** Undefined where the tables are too large for one. */
  readonly bytes: Uint8Array | undefined;
  /** What a workbook had no room for, a sentence each. */
  readonly lost: readonly string[];
}

/** What every spreadsheet program can hold; and cells in all, as more take longer and more memory than anyone has left. */
const room = { rows: 1_048_576, letters: 32_767, cells: 3_000_000 };

/** Sheets as an .xlsx file: text as text, numbers as numbers, days as days. The same sheets give the same bytes. */
export async function toWorkbook(
  sheets: readonly Sheet[],
  limits: typeof room = room,
): Promise<Workbook> {
  const cells = sheets.reduce((sum, { view }) => sum + cellsOf(view, limits), 0);
  if (cells > limits.cells) {
    const sum = `${told(cells)} cells are too many for a workbook: ${told(limits.cells)} at most`;
    return { bytes: undefined, lost: [sum] };
  }
  const made = sheets.map((sheet) => toSheet(sheet, limits));
  const bytes = await writeXlsx({
    sheets: made.map(({ sheet }) => sheet),
    properties: { modified: new Date(unstamped) },
  });
  return { bytes, lost: made.flatMap(({ lost }) => lost) };
}

function cellsOf({ columns, rows }: Sheet['view'], limits: typeof room): number {
  return columns.length * Math.min(rows.length, limits.rows);
}

/** The time in the file, which is also the first that its archive can tell: a clock would change the bytes. */
const unstamped = '1980-01-01T00:00:00Z';

type SheetCell = string | number | null;

function toSheet(
  { name, view: { columns, rows } }: Sheet,
  limits: typeof room,
): { readonly sheet: WriteSheet; readonly lost: readonly string[] } {
  const kept = rows.length < limits.rows ? rows : rows.slice(0, limits.rows - 1);
  const types = columns.map((column) => typeOf(column, kept));
  const heads = columns.map(readable);
  const special = new Map<string, Partial<CellInFile>>(
    heads.map((value, i) => [`0,${i}`, { value, style: bold }]),
  );
  let long = 0;
  const cells = kept.map((row, r) =>
    columns.map((column, i): SheetCell => {
      const cell = row[column];
      if (typeof cell !== 'string') return cell ?? null;
      const { value, more } = textCell(cell, types[i] === 'day', limits.letters);
      if (more) special.set(`${r + 1},${i}`, { value, ...more });
      if (cell.length > limits.letters) long += 1;
      return value;
    }),
  );
  return {
    sheet: {
      name,
      rows: [heads, ...cells],
      columns: heads.map((head, i) => ({
        width: widthOf(columns[i] ?? head, kept),
        ...formats[types[i] ?? 'text'],
      })),
      cells: special,
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${letters(columns.length)}${kept.length + 1}` },
    },
    lost: [...rowsLost(name, kept.length, rows.length), ...textLost(name, long, limits.letters)],
  };
}

interface TextCell {
  readonly value: SheetCell;
  /** What must be said of the cell beyond its value and its column. */
  readonly more?: Partial<CellInFile>;
}

/** The library takes such texts for errors of a formula (`#N/A`), unless they come as runs of letters. */
const likeError = /^#[A-Z]/;

function textCell(cell: string, mayBeDay: boolean, longest: number): TextCell {
  if (cell === '') return { value: null };
  const serial = mayBeDay ? serialOf(cell) : undefined;
  if (serial !== undefined)
    return cell.includes('T') ? { value: serial, more: { style: timed } } : { value: serial };
  const value = readable(cell.length > longest ? `${cell.slice(0, longest - 1)}…` : cell);
  return likeError.test(value) ? { value, more: { richText: [{ text: value }] } } : { value };
}

const timed = { numFmt: 'yyyy-mm-dd hh:mm:ss' };
const bold = { font: { bold: true, name: 'Calibri', size: 11 } };

type ColumnType = 'day' | 'number' | 'text';

/** Text cells are told to be text, so that they stay it when someone edits them: `000123` would become 123. */
const formats = {
  day: { numFmt: 'yyyy-mm-dd' },
  number: {},
  text: { numFmt: '@' },
} as const satisfies { readonly [Type in ColumnType]: object };

function typeOf(column: string, rows: readonly Row[]): ColumnType {
  if (rows.some((row) => typeof row[column] === 'number')) return 'number';
  return isDayColumn(column) ? 'day' : 'text';
}

const widest = 60;
const narrowest = 8;
/** The button of the filter stands on the header. */
const button = 3;

function widthOf(column: string, rows: readonly Row[]): number {
  let width = Math.max(narrowest, column.length + button);
  for (const row of rows) width = Math.max(width, String(row[column] ?? '').length + 2);
  return Math.min(width, widest);
}

/** 1970-01-01 and 1900-03-01 as spreadsheets count; before the latter they do not agree on what day a number is. */
const epoch = { day: '1970-01-01' as Day, serial: 25_569 };
const firstSerial = 61;

const moment = /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d))?$/;

/** A day, or a day with its time, as the number that a spreadsheet keeps of it. */
function serialOf(text: string): number | undefined {
  const [, date = '', ...clock] = moment.exec(text) ?? [];
  const day = parseDay(date);
  if (day === undefined) return undefined;
  const serial = epoch.serial + daysBetween(epoch.day, day);
  const [hours = 0, minutes = 0, seconds = 0] = clock.map((part) => Number(part ?? 0));
  if (serial < firstSerial) return undefined;
  return serial + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

const unwritable = /(?![\t\n\x7f-\x9f])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/** Text as XML can hold it: line breaks of one kind, visible signs for what cannot be written, no escapes by chance. */
function readable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unwritable, (sign) => (sign < ' ' ? harmless(sign) : '\ufffd'))
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** `A`, `Z`, `AA`: the name of the nth column. */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((n - 1) % 26))}`;
}

function rowsLost(name: string, kept: number, all: number): string[] {
  if (kept === all) return [];
  return [
    `the sheet "${name}" holds the first ${told(kept)} of ${told(all)} rows, as a workbook has no room for more; CSV has`,
  ];
}

function textLost(name: string, count: number, length: number): string[] {
  if (count === 0) return [];
  const cells = count === 1 ? '1 cell' : `${told(count)} cells`;
  return [
    `${cells} of the sheet "${name}" ended in "…" after ${told(length)} characters, as a workbook has no room for more; CSV has`,
  ];
}

function told(count: number): string {
  return count.toLocaleString('en-US');
}
