import type { CsvError, Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** Takes a record's cells and the line on which it begins. */
export type TakeRecord = (cells: readonly string[], line: number) => void;

/** What ended the reading before the end of the text, and where. */
export interface Stop {
  readonly fault: 'quote-not-closed' | 'record-too-long';
  readonly line: number;
}

/** Longer records are refused: as a rule a quote was opened and never closed. */
export const recordLimit = 1 << 20;

/** Quoted lines go to the parser in pieces of about this many characters: one call for each would cost more than it does. */
const pieceSize = 1 << 16;

export function parserOptions(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: recordLimit,
  };
}

/** Where the reading stands. */
interface Cursor {
  readonly text: string;
  readonly delimiter: string;
  readonly take: TakeRecord;
  at: number;
  line: number;
}

/**
 * Cuts a text into records from `at` on, which lies on line `line`. A line that begins outside of quotes, and whose
 * quotes all stand around whole cells, is cut right here, many times faster than a parser does it. What is left (cells
 * that span lines, stray quotes, single returns) goes to the CSV parser, in pieces that end where the quotes are even;
 * a piece that it cannot read ended inside quotes after all, and from there on the parser reads the rest in one go.
 */
export function readRecords(
  text: string,
  at: number,
  line: number,
  delimiter: string,
  take: TakeRecord,
): Stop | undefined {
  const cursor: Cursor = { text, delimiter, take, at, line };
  while (cursor.at < text.length) {
    const stop = readPlainLines(cursor);
    if (stop) return stop;
    if (cursor.at >= text.length) return undefined;
    const end = endOfPiece(cursor);
    if (!readPiece(cursor, end)) return readRest(cursor);
  }
  return undefined;
}

/** Reads lines up to the first that needs the parser. */
function readPlainLines(cursor: Cursor): Stop | undefined {
  const { text, delimiter, take } = cursor;
  while (cursor.at < text.length) {
    const { content, next } = lineAt(text, cursor.at);
    if (content.length > recordLimit) return { fault: 'record-too-long', line: cursor.line };
    const cells = cutLine(content, delimiter);
    if (cells === undefined) return undefined;
    take(cells, cursor.line);
    cursor.line += 1;
    cursor.at = next;
  }
  return undefined;
}

/** The cells of a line; undefined where a quote stands elsewhere than around a whole cell, or a return within. */
function cutLine(line: string, delimiter: string): string[] | undefined {
  if (line.includes('\r')) return undefined;
  return line.includes('"') ? cutQuoted(line, delimiter) : line.split(delimiter);
}

function cutQuoted(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const found =
      line.charCodeAt(at) === quote ? quotedCell(line, at) : bareCell(line, at, delimiter);
    if (!found || (found.end < line.length && line[found.end] !== delimiter)) return undefined;
    cells.push(found.cell);
    at = found.end + 1;
  }
  return cells;
}

interface FoundCell {
  readonly cell: string;
  readonly end: number;
}

function quotedCell(line: string, at: number): FoundCell | undefined {
  const end = afterQuotes(line, at);
  return end < 0 ? undefined : { cell: line.slice(at + 1, end - 1).replaceAll('""', '"'), end };
}

function bareCell(line: string, at: number, delimiter: string): FoundCell | undefined {
  const next = line.indexOf(delimiter, at);
  const end = next < 0 ? line.length : next;
  const cell = line.slice(at, end);
  return cell.includes('"') ? undefined : { cell, end };
}

const quote = 0x22;

/** The place after the closing quote, or -1 where the line has none. */
function afterQuotes(line: string, from: number): number {
  let at = line.indexOf('"', from + 1);
  while (at >= 0 && line.charCodeAt(at + 1) === quote) at = line.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}

function lineAt(text: string, at: number): { content: string; next: number } {
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  const isWindows = end > at && text.charCodeAt(end - 1) === 13;
  return {
    content: text.slice(at, isWindows ? end - 1 : end),
    next: newline < 0 ? text.length : newline + 1,
  };
}

/** The end of the lines that need the parser: outside of quotes, before a plain line or when the piece is large enough. */
function endOfPiece({ text, delimiter, at: start }: Cursor): number {
  let at = start;
  let isOpen = false;
  while (at < text.length) {
    const { content, next } = lineAt(text, at);
    const mayEnd = at > start && !isOpen;
    if (mayEnd && (at - start > pieceSize || cutLine(content, delimiter) !== undefined)) return at;
    if (countQuotes(content) % 2 === 1) isOpen = !isOpen;
    at = next;
    if (isOpen && at - start > recordLimit) return at;
  }
  return at;
}

function countQuotes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) count += 1;
  return count;
}

/** False when the parser cannot read the piece; then nothing of it was taken. */
function readPiece(cursor: Cursor, end: number): boolean {
  const piece = cursor.text.slice(cursor.at, end);
  let records: string[][];
  try {
    records = parse(piece, parserOptions(cursor.delimiter));
  } catch {
    return false;
  }
  for (const record of records) takeParsed(cursor, record);
  cursor.at = end;
  return true;
}

function takeParsed(cursor: Cursor, record: readonly string[]): void {
  cursor.take(record, cursor.line);
  cursor.line += 1 + lineBreaksInside(record);
}

/** One record may span lines: a break inside quotes, of whichever kind, is a line of its own in an editor. */
function lineBreaksInside(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += countBreaks(cell);
  }
  return count;
}

export function countBreaks(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

function readRest(cursor: Cursor): Stop | undefined {
  const rest = cursor.text.slice(cursor.at);
  const firstLine = cursor.line;
  try {
    parse(rest, {
      ...parserOptions(cursor.delimiter),
      on_record: (record: string[]) => {
        takeParsed(cursor, record);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    return stopOf(error as CsvError, rest, firstLine, cursor.line);
  }
}

/** csv-parse names the last line of an unclosed quote; its byte offset leads to the line where the quote opens. */
function stopOf(error: CsvError, rest: string, firstLine: number, line: number): Stop {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED': {
      const bytes = typeof error['bytes'] === 'number' ? error['bytes'] : 0;
      const before = Buffer.from(rest).subarray(0, bytes).toString();
      return { fault: 'quote-not-closed', line: firstLine + countBreaks(before) };
    }
    case 'CSV_MAX_RECORD_SIZE':
      return { fault: 'record-too-long', line };
    default:
      throw error;
  }
}
