import { Readable } from 'node:stream';
import { type CsvError, type Options, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { countKnownNames, normaliseName } from '../formats/names.ts';
import type { Problem } from '../model/problem.ts';
import { decode, type Text } from './decode.ts';

/** What is known of a table before its first row. */
export interface TableHead {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly bom: boolean;
  /** Rows above the header (titles), as read. */
  readonly above: readonly (readonly string[])[];
}

/** Takes one row's cells (as many as the header has) and the line on which the row begins. */
export type Sink = (cells: readonly string[], line: number) => unknown;

const recordLimit = 1 << 20;
const delimiters = [',', ';', '\t', '|'] as const;
const lineEnds = ['\r\n', '\n', '\r'];
const rowsToLookAt = 25;

/**
 * Reads a delimited file: finds its encoding, delimiter and header line, hands the header to `open` and each row to
 * the sink it gives. The only door to the CSV parser. `expected` are header names known from the configuration.
 */
export async function readTable(
  bytes: Uint8Array,
  file: string,
  open: (head: TableHead) => Sink | Problem,
  expected: readonly string[] = [],
): Promise<readonly Problem[]> {
  const decoded = decode(bytes, file);
  if ('kind' in decoded) return [decoded];
  if (decoded.text.trim() === '') return [{ kind: 'file-empty', place: { file } }];
  const start = findHeader(decoded.text, expected);
  const sink = open(toHead(start, decoded));
  if (typeof sink !== 'function') return [sink];
  return readRows(decoded.text, file, start, sink);
}

/** Reads no more than the head of a table: enough to tell what it is. */
export function readHead(bytes: Uint8Array, file: string): TableHead | Problem {
  const decoded = decode(bytes, file);
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
  /** Where the header begins, in characters and as a line number. */
  readonly offset: number;
  readonly line: number;
}

function parserOptions(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: lineEnds,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: recordLimit,
  };
}

async function readRows(
  text: string,
  file: string,
  start: Start,
  sink: Sink,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let line = start.line;
  let isHeader = true;
  const parser = Readable.from(slices(text, start.offset)).pipe(
    parse(parserOptions(start.delimiter)),
  );
  try {
    for await (const record of parser) {
      const cells: string[] = record;
      const problem =
        isHeader || cells.every(isBlank) ? undefined : pass(cells, line, file, start, sink);
      if (problem) problems.push(problem);
      isHeader = false;
      line += 1 + lineBreaksInside(cells);
    }
  } catch (error) {
    problems.push(parseProblem(error as CsvError, file, line, text, start.offset));
  }
  return problems;
}

/** Hands a row on; one with more cells than the header is a problem, unless the surplus is blank. */
function pass(
  cells: readonly string[],
  line: number,
  file: string,
  { header, delimiter }: Start,
  sink: Sink,
): Problem | undefined {
  const width = header.length;
  if (cells.slice(width).every(isBlank)) {
    sink(cells.length === width ? cells : fitted(cells, width), line);
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

/** One record may span lines: a break inside quotes, of whichever kind, is a line of its own in an editor. */
function lineBreaksInside(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\n|\r/).length - 1;
  }
  return count;
}

/** csv-parse names the last line of an unclosed quote; its byte offset leads to the line where the quote opens. */
function parseProblem(
  error: CsvError,
  file: string,
  line: number,
  text: string,
  offset: number,
): Problem {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED': {
      const bytes = typeof error['bytes'] === 'number' ? error['bytes'] : 0;
      const before = Buffer.from(text.slice(offset)).subarray(0, bytes).toString();
      const opening = countLines(text.slice(0, offset)) + countLines(before) + 1;
      return { kind: 'quote-not-closed', place: { file, line: opening } };
    }
    case 'CSV_MAX_RECORD_SIZE':
      return { kind: 'record-too-long', place: { file, line }, limit: recordLimit };
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return { kind: 'quote-misplaced', place: { file, line } };
    default:
      throw error;
  }
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

function* slices(text: string, from: number): Generator<string> {
  const size = 1 << 16;
  for (let at = from; at < text.length; at += size) yield text.slice(at, at + size);
}

/** The delimiter and the line under which the most column names are ones we know. */
function findHeader(text: string, expected: readonly string[]): Start {
  const wanted = new Set(expected.map(normaliseName));
  const guesses = delimiters.map((delimiter) => guess(text, delimiter, wanted));
  const best = guesses.reduce((a, b) => (b.score > a.score ? b : a));
  return best.start;
}

interface Guess {
  readonly score: number;
  readonly start: Start;
}

function guess(text: string, delimiter: string, wanted: ReadonlySet<string>): Guess {
  const rows = firstRows(text, delimiter);
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
    start: {
      delimiter,
      header: trimHeader(row.cells),
      above: rows.slice(0, at).map(({ cells }) => cells),
      offset: row.offset,
      line: countLines(text.slice(0, row.offset)) + 1,
    },
  };
}

/** Unnamed columns at the end of a header line are only trailing delimiters. */
function trimHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  while (names.length > 1 && names.at(-1) === '') names.pop();
  return names;
}

function firstRows(text: string, delimiter: string): { cells: string[]; offset: number }[] {
  const head = text.slice(0, 1 << 18);
  try {
    const records = parseSync(head, {
      ...parserOptions(delimiter),
      max_record_size: head.length,
      to: rowsToLookAt,
      info: true,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    const buffer = Buffer.from(head);
    return records.map(({ record }, i) => {
      const bytes = records[i - 1]?.info.bytes ?? 0;
      return { cells: record, offset: buffer.subarray(0, bytes).toString().length };
    });
  } catch {
    // A quote that is not closed: the rows are refused later, with their place; the first line still tells the columns.
    const line = head.split(/[\r\n]/, 1)[0] ?? '';
    return [{ cells: line.split(delimiter), offset: 0 }];
  }
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
