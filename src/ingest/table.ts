import { type Content, wholeOf } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { type Dialect, findStart, type Start, type TableHints } from './dialect.ts';
import { type CellReading, openText, type TextBytes } from './encoding.ts';
import { parseOddly } from './parse-oddly.ts';
import { recordLimit, type Stop, scanRecords, type TextRecord } from './scan.ts';

/** What is known of a table before its first row. */
export interface TableHead extends Dialect {
  readonly header: readonly string[];
  /** 0 where the file has no header. */
  readonly headerLine: number;
  readonly encoding: string;
  /** Nothing tells the encoding for certain. */
  readonly isGuess: boolean;
  readonly bom: boolean;
  /** Rows above the header (titles), as read, and how many records stand there, blank ones too. */
  readonly above: readonly (readonly string[])[];
  readonly recordsAbove: number;
}

/** What takes the rows of a table, one by one. */
export interface Rows {
  /**
   * The columns to read, each as its place in the header. A row then has these cells only, in this order; the others
   * are never decoded. Absent: all columns.
   */
  readonly wanted?: readonly number[] | undefined;
  /** Rows with fewer cells than the header are read, with blanks for those; otherwise they are left out and told. */
  readonly mayBeShort?: boolean | undefined;
  /** Takes one row's cells and the line on which the row begins. */
  take(cells: readonly string[], line: number): unknown;
  /**
   * Takes the first cell of a row that is left out as it has too few or too many: the only one that surely stands under
   * its header, unless the row ends with it.
   */
  leftOut?(first: string | undefined, line: number): unknown;
}

/**
 * Reads a delimited file piece by piece: finds its encoding, dialect and header line, hands the header to `open` and
 * each row to the rows it gives. Blank rows are passed over. The only way from bytes to rows.
 */
export function readTable(
  content: Content,
  file: string,
  open: (head: TableHead) => Rows | Problem,
  hints: TableHints = {},
): readonly Problem[] {
  const text = openText(content, file, hints.encoding);
  if ('kind' in text) return [text];
  if (isBlankText(text.head)) return [{ kind: 'file-empty', place: { file } }];
  const start = findStart(text.head, text.cells().decode, hints);
  const rows = open(toHead(start, text));
  if ('kind' in rows) return [rows];
  return readRows(text, file, start, rows);
}

/** Reads no more than the head of a table: enough to tell what it is. */
export function readHead(
  content: Content,
  file: string,
  hints: TableHints = {},
): TableHead | Problem {
  const text = openText(content, file, hints.encoding);
  if ('kind' in text) return text;
  if (isBlankText(text.head)) return { kind: 'file-empty', place: { file } };
  return toHead(findStart(text.head, text.cells().decode, hints), text);
}

function isBlankText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function toHead(start: Start, { encoding, isGuess, bom }: TextBytes): TableHead {
  const { header, line, dialect, above, recordsAbove } = start;
  return { header, headerLine: line, encoding, isGuess, bom, above, recordsAbove, ...dialect };
}

/** The bytes from the header on. */
function* from(pieces: Iterable<Uint8Array>, offset: number): Iterable<Uint8Array> {
  let skip = offset;
  for (const piece of pieces) {
    if (skip < piece.length) yield piece.subarray(skip);
    skip = Math.max(0, skip - piece.length);
  }
}

function readRows(text: TextBytes, file: string, start: Start, rows: Rows): readonly Problem[] {
  const { dialect, offset } = start;
  const problems: Problem[] = [];
  const reading = text.cells();
  const wanted = rows.wanted ?? start.header.map((_, i) => i);
  const table: Table = {
    file,
    header: start.header,
    width: start.width,
    filled: undefined,
    delimiter: dialect.delimiter,
    rows,
    wanted,
    names: new Set(start.header.filter((name) => name !== '')),
    wantedNames: wanted.map((at) => start.header[at] ?? ''),
    reading,
    problems,
    atHeader: start.line > 0,
    wasMixed: false,
  };
  const take = (record: TextRecord) => visit(table, record);
  const pieces = from(text.pieces(), offset);
  const line = Math.max(1, start.line);
  const isUsual = dialect.quote === '"' && dialect.escape === '"';
  const stop = isUsual
    ? scanRecords(pieces, line, dialect.delimiter, reading.decode, take, !rows.wanted)
    : parseOddly(reading.decode(wholeOf(() => pieces)), line, dialect, take);
  return stop === undefined ? problems : [...problems, stopped(stop, file)];
}

/** A table that is being read. */
interface Table {
  readonly file: string;
  readonly header: readonly string[];
  /** How many cells the header line has, unnamed ones at its end included. */
  readonly width: number;
  /** How many of them hold something: unnamed ones only where the first row fills them. */
  filled: number | undefined;
  readonly delimiter: string;
  readonly rows: Rows;
  readonly wanted: readonly number[];
  /** The names of all columns, and of those that are wanted. */
  readonly names: ReadonlySet<string>;
  readonly wantedNames: readonly string[];
  readonly reading: CellReading;
  readonly problems: Problem[];
  atHeader: boolean;
  wasMixed: boolean;
}

/** Hands on a record that is a row of the table; tells of one that is none. */
function visit(table: Table, record: TextRecord): Stop | undefined {
  const { file, rows, problems } = table;
  const isRow = !table.atHeader && !record.isBlankFrom(0);
  table.atHeader = false;
  if (!isRow) return undefined;
  const swallowed = swallowedFrom(record, table);
  if (swallowed !== undefined) return { fault: 'quote-not-closed', line: swallowed };
  const problem = faultOf(record, table);
  if (problem) problems.push(problem);
  if (problem?.kind === 'row-ragged') {
    rows.leftOut?.(record.count > 1 ? record.text(0) : undefined, record.line);
    return undefined;
  }
  const cells = cellsOf(record, table);
  const names = namesAmong(cells, table);
  if (names === 'others') return { fault: 'header-changed', line: record.line };
  if (names === 'same') {
    problems.push({ kind: 'row-header', place: { file, line: record.line } });
    return undefined;
  }
  if (!table.wasMixed && table.reading.isMixed()) {
    table.wasMixed = true;
    problems.push({ kind: 'encoding-mixed', place: { file, line: record.line } });
  }
  rows.take(cells, record.line);
  return undefined;
}

/** Whether a row is a header line again, as where exports were joined, and whether of the same columns. */
function namesAmong(
  cells: readonly string[],
  { names, wantedNames }: Table,
): 'same' | 'others' | undefined {
  if (!names.has(cells[0]?.trim() ?? '')) return undefined;
  const known = cells.filter((cell) => names.has(cell.trim())).length;
  if (known < 2 || known < cells.length / 2) return undefined;
  return cells.every((cell, i) => cell.trim() === wantedNames[i]) ? 'same' : 'others';
}

function cellsOf(record: TextRecord, { rows, wanted }: Table): readonly string[] {
  const all = rows.wanted ? undefined : record.cut();
  if (all?.length === wanted.length) return all;
  const cells: string[] = [];
  for (const at of wanted) cells.push(at < record.count ? record.text(at) : '');
  return cells;
}

function faultOf(record: TextRecord, table: Table): Problem | undefined {
  const { file, header, delimiter } = table;
  const { line, count, stray } = record;
  const expected = header.length;
  if (isRagged(record, table)) {
    const first = Array.from({ length: Math.min(3, count) }, (_, i) => record.text(i));
    const value = first.join(delimiter);
    return { kind: 'row-ragged', place: { file, line }, value, expected, found: count };
  }
  if (stray < 0) return undefined;
  const place = { file, line, column: header[stray] };
  return { kind: 'quote-stray', place, value: record.text(stray) };
}

/** Whether a row has too few cells, or filled ones beyond the columns. */
function isRagged(record: TextRecord, table: Table): boolean {
  const { header, width, rows } = table;
  if (record.count < header.length) return !rows.mayBeShort;
  table.filled ??= record.isBlankFrom(header.length) ? header.length : width;
  return record.count > table.filled && !record.isBlankFrom(table.filled);
}

/** So many lines within one cell that look like rows of the table are rows: a quote before them was never closed. */
const surelyRows = 3;

/** The line on which a cell begins that has swallowed rows of the table. */
function swallowedFrom(record: TextRecord, { delimiter, width }: Table): number | undefined {
  if (record.breaks < surelyRows || width < 2) return undefined;
  let line = record.line;
  for (let cell = 0; cell < record.count; cell += 1) {
    const lines = record.text(cell).split(/\r\n|\n|\r/);
    const within = lines.slice(1, -1);
    const areRows = within.every((inner) => inner.split(delimiter).length === width);
    if (within.length >= surelyRows && areRows) return line;
    line += lines.length - 1;
  }
  return undefined;
}

function stopped({ fault, line }: Stop, file: string): Problem {
  const place = { file, line };
  switch (fault) {
    case 'record-too-long':
      return { kind: fault, place, limit: recordLimit };
    case 'quote-not-closed':
    case 'header-changed':
      return { kind: fault, place };
    case 'nul-byte':
      return { kind: 'file-not-text', place, looksLike: 'not text: it holds a NUL byte' };
  }
}
