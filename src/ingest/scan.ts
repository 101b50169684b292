import type { Decode } from './encoding.ts';
import { isBlank, readRecord, textOf } from './record-scan.ts';
import { addPiece, keepRest, newScan, type Scan } from './scan-bytes.ts';

/** Longer records are refused: as a rule a quote was opened and never closed. */
export const recordLimit = 1 << 20;

/** One record of a table, good until the next is read. */
export interface TextRecord {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** How many cells it has. */
  readonly count: number;
  /** Line breaks within it. */
  readonly breaks: number;
  /** A cell in which something follows the closing quote; -1 where there is none. */
  readonly stray: number;
  text(cell: number): string;
  /** Whether all cells from this one on hold nothing but blanks. */
  isBlankFrom(cell: number): boolean;
  /** All its cells, where they are at hand as texts. */
  cut(): readonly string[] | undefined;
}

/** What ended the reading before the end of the bytes, and where. */
export interface Stop {
  readonly fault: 'quote-not-closed' | 'record-too-long' | 'nul-byte' | 'header-changed';
  readonly line: number;
}

/**
 * Finds the records among bytes in which delimiter, quotes and line breaks are ASCII, and hands each to `visit` with its
 * place in bytes; what that gives back ends the scan. Quotes count only at a cell's beginning (blanks may stand before them); a cell
 * with something behind its closing quote is text as it stands, but where it has swallowed a line break the quote is
 * taken to be one that was never closed. `line` is that of the first byte. Where the `whole` of each record is wanted,
 * plain lines are cut as text: in a cold start that takes half the time, in a long reading of few columns it would cost more.
 */
export function scanRecords(
  pieces: Iterable<Uint8Array>,
  line: number,
  delimiter: string,
  decode: Decode,
  visit: (record: TextRecord, offset: number) => Stop | undefined,
  whole = false,
): Stop | undefined {
  const scan = newScan(delimiter, decode, whole);
  const reader: Reader = { scan, record: recordOf(scan, line), offset: 0, visit };
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    addPiece(scan, piece);
    const nul = piece.indexOf(0);
    if (nul >= 0) {
      const before = countBreaks(scan.latin.slice(0, scan.end - piece.length + nul));
      return { fault: 'nul-byte', line: reader.record.line + before };
    }
    const stop = readAll(reader);
    if (stop) return stop;
  }
  scan.isLast = true;
  return readAll(reader) ?? (scan.end > 0 ? endless(scan, reader.record.line) : undefined);
}

/** A scan on its way through a file. */
interface Reader {
  readonly scan: Scan;
  readonly record: { -readonly [K in keyof TextRecord]: TextRecord[K] };
  /** Of the first byte at hand, from the beginning of the file. */
  offset: number;
  readonly visit: (record: TextRecord, offset: number) => Stop | undefined;
}

/** Reads the records that end within the bytes at hand. */
function readAll(reader: Reader): Stop | undefined {
  const { scan, record } = reader;
  let at = 0;
  while (at < scan.end && readRecord(scan, at)) {
    const stop = admit(reader, at);
    if (stop) return stop;
    at = scan.next;
  }
  keepRest(scan, at);
  reader.offset += at;
  return scan.end > recordLimit ? endless(scan, record.line) : undefined;
}

function admit({ scan, record, offset, visit }: Reader, at: number): Stop | undefined {
  if (scan.swallows) return { fault: 'quote-not-closed', line: record.line + scan.openedBreaks };
  if (scan.next - at > recordLimit) return { fault: 'record-too-long', line: record.line };
  record.count = scan.count;
  record.breaks = scan.breaks;
  record.stray = scan.stray;
  const stop = visit(record, offset + at);
  record.line += 1 + scan.breaks;
  return stop;
}

function recordOf(scan: Scan, line: number): TextRecord {
  return {
    line,
    count: 0,
    breaks: 0,
    stray: -1,
    text: (cell) => textOf(scan, cell),
    cut: () => scan.cut,
    isBlankFrom(cell) {
      for (let i = cell; i < scan.count; i += 1) if (!isBlank(scan, i)) return false;
      return true;
    },
  };
}

/** Why a record has no end. A quote that is still open is named by the line on which it stands. */
function endless(scan: Scan, line: number): Stop {
  const fault =
    scan.opened >= 0 && scan.end <= recordLimit ? 'quote-not-closed' : 'record-too-long';
  return { fault, line: scan.opened < 0 ? line : line + scan.openedBreaks };
}

/** Line breaks of any kind, as an editor counts them. */
export function countBreaks(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\n|\r/).length - 1 : 0;
}
