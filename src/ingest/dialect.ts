import { countKnownNames, normaliseName } from '../formats/names.ts';
import type { Decode } from './encoding.ts';
import { scanRecords } from './scan.ts';

/** How a file writes its table. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** What stands before a quote inside of quotes: a second quote, or a backslash. */
  readonly escape: string;
}

/** Where a table begins. */
export interface Start {
  readonly dialect: Dialect;
  /** The names of the columns; unnamed ones at the end are left off. */
  readonly header: readonly string[];
  /** How many cells the header line has, unnamed ones at its end included. */
  readonly width: number;
  /** Rows above the header (titles), as read, and how many records stand there, blank ones too. */
  readonly above: readonly (readonly string[])[];
  readonly recordsAbove: number;
  /** Where the header begins, in bytes, and on which line. */
  readonly offset: number;
  readonly line: number;
}

/** What is known of a table beside its bytes. */
export interface TableHints {
  /** Header names known from the configuration. */
  readonly expected?: readonly string[] | undefined;
  /** The file has no header line: its columns are called `column 1`, `column 2` … */
  readonly headerless?: boolean | undefined;
  /** The encoding declared for the file. */
  readonly encoding?: string | undefined;
}

const delimiters = [',', ';', '\t', '|'] as const;
const rowsToLookAt = 100;

/** So many known names in the first row, and it is the header. */
const surelyHeader = 4;

/** Finds the delimiter, the quotes and the header line: the row in which the most column names are ones we know. */
export function findStart(head: Uint8Array, decode: Decode, hints: TableHints): Start {
  const { expected = [], headerless = false } = hints;
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (!headerless && expected.length > 0 && text.startsWith(`${expected.join(',')}\n`)) {
    return {
      dialect: usual,
      header: expected,
      width: expected.length,
      above: [],
      recordsAbove: 0,
      offset: 0,
      line: 1,
    };
  }
  const directive = /^\s*sep=(.)\r?\n/i.exec(text);
  const candidates = directive?.[1] ? [directive[1]] : inOrder(text);
  const quotes = findQuotes(text);
  const wanted = new Set(expected.map(normaliseName));
  const dialects = candidates.map((delimiter): Dialect => ({ delimiter, ...quotes }));
  const guesses = () =>
    dialects.map((dialect) =>
      guess(firstRows(head, decode, dialect.delimiter, rowsToLookAt), dialect, wanted),
    );
  if (headerless) {
    const offset = directive?.[0].length ?? 0;
    return withoutHeader(
      best(guesses(), ({ alike }) => alike),
      offset,
    );
  }
  const tops: (readonly [readonly FirstRow[], Dialect])[] = [];
  for (const dialect of dialects) {
    const rows = firstRows(head, decode, dialect.delimiter, 1);
    const names = rows.flatMap(({ cells }) => cells);
    if (configuredNames(names, wanted) >= surelyHeader) return startAt(dialect, rows, 0);
    tops.push([rows, dialect]);
  }
  const top = best(
    tops.map(([rows, dialect]) => guess(rows, dialect, wanted)),
    ({ score }) => score,
  );
  return top.score > surelyHeader * 10 ? top.start : best(guesses(), ({ score }) => score).start;
}

const usual: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** The delimiters that occur; the comma where none does. */
function inOrder(text: string): string[] {
  const found = delimiters.filter((delimiter) => text.includes(delimiter));
  return found.length > 0 ? found : [','];
}

function best(guesses: readonly Guess[], value: (guess: Guess) => number): Guess {
  return guesses.reduce((a, b) => (value(b) > value(a) ? b : a));
}

function withoutHeader({ start, usualWidth }: Guess, offset: number): Start {
  const header = Array.from({ length: usualWidth }, (_, i) => `column ${i + 1}`);
  return {
    dialect: start.dialect,
    header,
    width: usualWidth,
    above: [],
    recordsAbove: 0,
    offset,
    line: 0,
  };
}

/**
 * Single quotes and tildes count as quotes where they stand around cells and double quotes do not; the backslash
 * escapes where it stands before a quote that does not end its cell.
 */
function findQuotes(text: string): Pick<Dialect, 'quote' | 'escape'> {
  const quote = text.includes('"') ? '"' : (["'", '~'].find((sign) => isQuote(text, sign)) ?? '"');
  const isEscaped = new RegExp(
    `(?:^|[,;\\t|\\n])${quote}[^${quote}]*\\\\${quote}(?![,;\\t|\\r\\n${quote}]|$)`,
  ).test(text);
  return { quote, escape: isEscaped ? '\\' : quote };
}

/** A sign that stands around a cell with a delimiter in it, or around as many cells as there are lines. */
function isQuote(text: string, sign: string): boolean {
  const lines = text.split(/[\r\n]+/).filter(Boolean).length;
  const around = text.matchAll(
    new RegExp(`(?<=^|[,;\\t|\\n])${sign}[^${sign}\\r\\n]*${sign}(?=[,;\\t|\\r\\n]|$)`, 'g'),
  );
  const cells = [...around].map(([cell]) => cell);
  return cells.length >= lines || cells.some((cell) => /[,;\t|]/.test(cell));
}

interface Guess {
  readonly score: number;
  /** How many cells most rows have, and the share of rows that have so many; of equal shares the wider one is more. */
  readonly usualWidth: number;
  readonly alike: number;
  readonly start: Start;
}

function guess(rows: readonly FirstRow[], dialect: Dialect, wanted: ReadonlySet<string>): Guess {
  const widths = rows.map((row) => row.cells.length);
  const usualWidth = mode(widths);
  const known = rows.map(({ cells }) => knownNames(cells, wanted));
  const found = Math.max(0, ...known);
  const at = found > 0 ? fullest(rows, known, found) : firstOfWidth(rows, usualWidth);
  const share = widths.filter((width) => width === usualWidth).length / widths.length;
  // Every row of `A;5;9,50` has one comma as well.
  const alike = usualWidth > 1 ? share + usualWidth / 1e6 : 0;
  return {
    score: found * 10 + alike,
    usualWidth,
    alike,
    start: startAt(dialect, rows, at),
  };
}

/** The table whose header is one of its first rows. */
function startAt(dialect: Dialect, rows: readonly FirstRow[], at: number): Start {
  const row = rows[at] ?? { cells: [''], offset: 0, line: 1, recordsAbove: 0 };
  return {
    dialect,
    header: trimHeader(row.cells, dialect.quote),
    width: row.cells.length,
    above: rows.slice(0, at).map(({ cells }) => cells),
    recordsAbove: row.recordsAbove,
    offset: row.offset,
    line: row.line,
  };
}

/** How many cells are names of columns; those of the configuration count threefold. A single one amid numbers is a value. */
function knownNames(cells: readonly string[], wanted: ReadonlySet<string>): number {
  const configured = configuredNames(cells, wanted);
  const known = countKnownNames(cells);
  const isRow =
    known === 1 && configured === 0 && cells.some((cell) => /^[\d.,]+$/.test(cell.trim()));
  return isRow ? 0 : known + 2 * configured;
}

function configuredNames(cells: readonly string[], wanted: ReadonlySet<string>): number {
  return cells.filter((cell) => wanted.has(normaliseName(cell))).length;
}

/** Of the rows with the most known names the one with the most cells filled, the first where two have as many. */
function fullest(rows: readonly FirstRow[], known: readonly number[], most: number): number {
  const filled = rows.map(({ cells }, i) => (known[i] === most ? filledCells(cells) : -1));
  return filled.indexOf(Math.max(...filled));
}

/** Where no name is known: the first row of the usual width, but for titles that fill their first cell only. */
function firstOfWidth(rows: readonly FirstRow[], width: number): number {
  const ofWidth = rows.map(({ cells }) => cells.length === width);
  const first = rows.findIndex(
    ({ cells }, i) => ofWidth[i] && (width < 3 || filledCells(cells) > 1),
  );
  return Math.max(0, first >= 0 ? first : ofWidth.indexOf(true));
}

function filledCells(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** Unnamed columns at the end of a header line are only trailing delimiters. */
function trimHeader(cells: readonly string[], quote: string): string[] {
  const names = cells.map((cell) => unquoted(cell.trim(), quote));
  while (names.length > 1 && names.at(-1) === '') names.pop();
  return names;
}

function unquoted(cell: string, quote: string): string {
  const isQuoted =
    quote !== '"' && cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote);
  return isQuoted ? cell.slice(1, -1).trim() : cell;
}

interface FirstRow {
  readonly cells: readonly string[];
  /** Records above it, blank ones too. */
  readonly recordsAbove: number;
  readonly offset: number;
  readonly line: number;
}

/** The rows on top that are not blank; those before the fault, where quotes do not close. */
function firstRows(
  head: Uint8Array,
  decode: Decode,
  delimiter: string,
  most: number,
): readonly FirstRow[] {
  const rows: FirstRow[] = [];
  let recordsAbove = -1;
  scanRecords([head], 1, delimiter, decode, (record, offset) => {
    recordsAbove += 1;
    if (record.isBlankFrom(0)) return undefined;
    const cells = Array.from({ length: record.count }, (_, i) => record.text(i));
    rows.push({ cells, offset, line: record.line, recordsAbove });
    return rows.length < most ? undefined : enough;
  });
  return rows;
}

const enough = { fault: 'record-too-long', line: 0 } as const;

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((top, entry) => (entry[1] > top[1] ? entry : top), [0, 0])[0];
}
