import { parse } from 'csv-parse/sync';
import { countKnownNames, normaliseName } from '../formats/names.ts';
import { type Content, wholeOf } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { decode, type Text } from './decode.ts';
import { countBreaks, parserOptions, readRecords, recordLimit, type Stop } from './records.ts';

/** What is known of a table before its first row. */
export interface TableHead {
  readonly header: readonly string[];
  /** 0 where the file has no header. */
  readonly headerLine: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly bom: boolean;
  /** Rows above the header (titles), as read. */
  readonly above: readonly (readonly string[])[];
}

/** What takes the rows of a table, one by one. */
export interface Rows {
  /**
   * The columns to read, each as its place in the header. A row then has these cells only, in this order; the others
   * are never decoded. Absent: all columns.
   */
  readonly wanted?: readonly number[] | undefined;
  /** Takes one row's cells and the line on which the row begins. */
  take(cells: readonly string[], line: number): unknown;
}

/** What is known of a table beside its bytes. */
export interface TableHints {
  /** Header names known from the configuration. */
  readonly expected?: readonly string[] | undefined;
  /** The file has no header line: its columns are called `column 1`, `column 2` … */
  readonly headerless?: boolean | undefined;
}

const delimiters = [',', ';', '\t', '|'] as const;
const rowsToLookAt = 25;
const linesToLookAt = 50;
const longestHead = 1 << 18;

/**
 * Reads a delimited file: finds its encoding, delimiter and header line, hands the header to `open` and each row to
 * the rows it gives. The only door to the CSV parser.
 */
export function readTable(
  content: Content,
  file: string,
  open: (head: TableHead) => Rows | Problem,
  hints: TableHints = {},
): readonly Problem[] {
  const decoded = decode(wholeOf(content), file);
  if ('kind' in decoded) return [decoded];
  if (decoded.text.trim() === '') return [{ kind: 'file-empty', place: { file } }];
  const start = findStart(decoded.text, hints);
  const rows = open(toHead(start, decoded));
  if ('kind' in rows) return [rows];
  return readRows(decoded.text, file, start, rows);
}

/** Reads no more than the head of a table: enough to tell what it is. */
export function readHead(content: Content, file: string): TableHead | Problem {
  const decoded = decode(wholeOf(content), file);
  if ('kind' in decoded) return decoded;
  if (decoded.text.trim() === '') return { kind: 'file-empty', place: { file } };
  return toHead(findHeader(decoded.text, []), decoded);
}

function toHead({ header, line, delimiter, above }: Start, { encoding, bom }: Text): TableHead {
  return { header, headerLine: line, encoding, delimiter, bom, above };
}

interface Start {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly above: readonly (readonly string[])[];
  /** Where the header begins, in characters and as a line number; line 0 where there is none. */
  readonly offset: number;
  readonly line: number;
}

function readRows(text: string, file: string, start: Start, rows: Rows): readonly Problem[] {
  const problems: Problem[] = [];
  let isHeader = start.line > 0;
  const stop = readRecords(
    text,
    start.offset,
    Math.max(1, start.line),
    start.delimiter,
    (cells, line) => {
      const problem =
        isHeader || cells.every(isBlank) ? undefined : pass(cells, line, file, start, rows);
      if (problem) problems.push(problem);
      isHeader = false;
    },
  );
  return stop === undefined ? problems : [...problems, stopped(stop, file)];
}

function stopped({ fault, line }: Stop, file: string): Problem {
  const place = { file, line };
  return fault === 'record-too-long'
    ? { kind: fault, place, limit: recordLimit }
    : { kind: fault, place };
}

/** Hands a row on; one with more cells than the header is a problem, unless the surplus is blank. */
function pass(
  cells: readonly string[],
  line: number,
  file: string,
  { header, delimiter }: Start,
  rows: Rows,
): Problem | undefined {
  const width = header.length;
  if (cells.slice(width).every(isBlank)) {
    const row = cells.length === width ? cells : fitted(cells, width);
    rows.take(rows.wanted ? rows.wanted.map((at) => row[at] ?? '') : row, line);
    return undefined;
  }
  const value = cells.slice(0, 3).join(delimiter);
  return { kind: 'row-ragged', place: { file, line }, value, expected: width, found: cells.length };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

function fitted(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? '');
}

function findStart(text: string, { expected = [], headerless = false }: TableHints): Start {
  if (!headerless) return findHeader(text, expected);
  const head = headOf(text, linesToLookAt);
  const found = delimiters
    .map((delimiter) => guess(text, head, delimiter, new Set()))
    .reduce((a, b) => (b.alike > a.alike ? b : a));
  const header = Array.from({ length: found.usual }, (_, i) => `column ${i + 1}`);
  return { ...found.start, header, above: [], offset: 0, line: 0 };
}

/** The delimiter and the line under which the most column names are ones we know; no search where they stand on top. */
function findHeader(text: string, expected: readonly string[]): Start {
  const plain = expected.join(',');
  if (plain !== '' && text.startsWith(`${plain}\n`)) {
    return { delimiter: ',', header: expected, above: [], offset: 0, line: 1 };
  }
  const wanted = new Set(expected.map(normaliseName));
  const top = knownFirstLine(text);
  if (top) return top;
  const head = headOf(text, linesToLookAt);
  const [first, ...others] = delimiters.filter((delimiter) => head.includes(delimiter));
  const guesses = [first ?? ',', ...others].map((delimiter) =>
    guess(text, head, delimiter, wanted),
  );
  return guesses.reduce((a, b) => (b.score > a.score ? b : a)).start;
}

const surelyHeader = 4;

/** The usual case: the first line, without quotes, names several columns that we know. */
function knownFirstLine(text: string): Start | undefined {
  const [line = ''] = text.slice(0, longestHead).split(/[\r\n]/, 1);
  if (line.includes('"')) return undefined;
  const known = (delimiter: string) => countKnownNames(line.split(delimiter));
  const delimiter = delimiters.reduce<string>((a, b) => (known(b) > known(a) ? b : a), ',');
  if (known(delimiter) < surelyHeader) return undefined;
  return { delimiter, header: trimHeader(line.split(delimiter)), above: [], offset: 0, line: 1 };
}

/** The first lines of a text. */
function headOf(text: string, lines: number): string {
  let end = 0;
  for (let count = 0; count < lines; count += 1) {
    const next = text.indexOf('\n', end);
    if (next < 0) return text.slice(0, longestHead);
    end = next + 1;
  }
  return text.slice(0, Math.min(end, longestHead));
}

interface Guess {
  readonly score: number;
  /** How many cells most rows have, and the share of rows that have so many. */
  readonly usual: number;
  readonly alike: number;
  readonly start: Start;
}

function guess(text: string, head: string, delimiter: string, wanted: ReadonlySet<string>): Guess {
  const rows = firstRows(head, delimiter);
  const widths = rows.map((row) => row.cells.length);
  const usual = mode(widths);
  const known = rows.map(
    ({ cells }) =>
      countKnownNames(cells) + 2 * cells.filter((c) => wanted.has(normaliseName(c))).length,
  );
  const most = Math.max(0, ...known);
  const at = most > 0 ? known.indexOf(most) : Math.max(0, widths.indexOf(usual));
  const row = rows[at] ?? { cells: [''], offset: 0 };
  const alike = usual > 1 ? widths.filter((width) => width === usual).length / widths.length : 0;
  return {
    score: most * 10 + alike,
    usual,
    alike,
    start: {
      delimiter,
      header: trimHeader(row.cells),
      above: rows.slice(0, at).map(({ cells }) => cells),
      offset: row.offset,
      line: countBreaks(text.slice(0, row.offset)) + 1,
    },
  };
}

/** Unnamed columns at the end of a header line are only trailing delimiters. */
function trimHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  while (names.length > 1 && names.at(-1) === '') names.pop();
  return names;
}

interface FirstRow {
  readonly cells: readonly string[];
  /** Where it begins, in characters. */
  readonly offset: number;
}

/** The rows on top; those before the fault, where quotes do not close. */
function firstRows(head: string, delimiter: string): readonly FirstRow[] {
  const buffer = Buffer.from(head);
  const rows: FirstRow[] = [];
  let begins = 0;
  try {
    parse(head, {
      ...parserOptions(delimiter),
      max_record_size: head.length,
      to: rowsToLookAt,
      on_record: (cells: string[], { bytes }: { bytes: number }) => {
        rows.push({ cells, offset: buffer.subarray(0, begins).toString().length });
        begins = bytes;
        return null;
      },
    });
  } catch {
    // The reading of the rows tells where and why; here it is enough to know the columns.
  }
  return rows;
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
