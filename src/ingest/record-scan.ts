import { isAscii } from 'node:buffer';
import type { Decode } from './encoding.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;

/** How a cell is written. */
const bare = 0;
const quoted = 1;
const quotedWithQuotes = 2;

/** What a search for a cell's end found when it found none. */
const runsOut = -1;

/** The bytes at hand and the record that is being read from them. */
export interface Scan {
  bytes: Buffer;
  /** The bytes as text, one character each. */
  latin: string;
  ascii: boolean;
  /** Where the bytes at hand end; whether the file ends there too. */
  end: number;
  isLast: boolean;
  readonly delimiter: number;
  readonly decode: Decode;
  starts: Int32Array;
  ends: Int32Array;
  kinds: Uint8Array;
  count: number;
  stray: number;
  /** Line breaks within the record. */
  breaks: number;
  /** Where the last quote was opened, and how many line breaks came before it. */
  opened: number;
  openedBreaks: number;
  /** A cell begins here that is not bare, or not surely so. */
  atCell: boolean;
  /** The cell last read holds doubled quotes. */
  doubled: boolean;
  /** A cell goes over several lines and then has something behind its closing quote. */
  swallows: boolean;
  next: number;
}

export function newScan(delimiter: number, decode: Decode): Scan {
  return {
    bytes: Buffer.allocUnsafe(0),
    latin: '',
    ascii: true,
    end: 0,
    isLast: false,
    delimiter,
    decode,
    starts: new Int32Array(128),
    ends: new Int32Array(128),
    kinds: new Uint8Array(128),
    count: 0,
    stray: -1,
    breaks: 0,
    opened: -1,
    openedBreaks: 0,
    atCell: false,
    doubled: false,
    swallows: false,
    next: 0,
  };
}

/** Puts the next piece of the file behind the bytes at hand. */
export function addPiece(scan: Scan, piece: Uint8Array): void {
  const end = scan.end + piece.length;
  if (scan.bytes.length < end) {
    const larger = Buffer.allocUnsafe(end + (end >> 1));
    larger.set(scan.bytes.subarray(0, scan.end));
    scan.bytes = larger;
  }
  scan.bytes.set(piece, scan.end);
  scan.end = end;
  const filled = scan.bytes.subarray(0, end);
  scan.latin = filled.toString('latin1');
  scan.ascii = isAscii(filled);
}

/** Lets go of the bytes before a place. */
export function keepRest(scan: Scan, from: number): void {
  if (from === 0) return;
  scan.bytes.copyWithin(0, from, scan.end);
  scan.end -= from;
  scan.latin = scan.latin.slice(from);
}

/** Reads the record at a place; false where it goes on beyond the bytes at hand. */
export function readRecord(scan: Scan, from: number): boolean {
  scan.count = 0;
  scan.breaks = 0;
  scan.stray = -1;
  scan.swallows = false;
  for (let at = from; ; ) {
    scan.opened = -1;
    at = readBareCells(scan, at);
    const stop = scan.atCell ? readCell(scan, at) : at;
    if (stop === runsOut) return false;
    if (stop === scan.end || scan.bytes[stop] !== scan.delimiter) return endRecord(scan, stop);
    at = stop + 1;
  }
}

/**
 * Reads cells as long as they are bare. Gives back where the last of them ends, or, with `atCell`, where a cell begins
 * that needs a closer look.
 */
function readBareCells(scan: Scan, from: number): number {
  const { bytes, end, delimiter } = scan;
  const highest = Math.max(delimiter, quote);
  let start = from;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > highest) continue;
    if (byte === delimiter) {
      setCell(scan, start, at, bare);
      start = at + 1;
    } else if (isBreak(byte)) {
      return endBare(scan, start, at);
    } else if (at === start && mayOpen(byte)) {
      scan.atCell = true;
      return at;
    }
  }
  return endBare(scan, start, end);
}

function isBreak(byte: number): boolean {
  return byte === lineFeed || byte === carriageReturn;
}

/** Whether a cell that begins so may be a quoted one. */
function mayOpen(byte: number): boolean {
  return byte === quote || byte === space;
}

function endBare(scan: Scan, start: number, end: number): number {
  setCell(scan, start, end, bare);
  scan.atCell = false;
  return end;
}

function endRecord(scan: Scan, stop: number): boolean {
  const { bytes, end, isLast } = scan;
  const isReturn = stop < end && bytes[stop] === carriageReturn;
  if (!isLast && (stop === end || (isReturn && stop + 1 === end))) return false;
  const isPair = isReturn && stop + 1 < end && bytes[stop + 1] === lineFeed;
  scan.next = Math.min(stop + (isPair ? 2 : 1), end);
  return true;
}

function grow(scan: Scan): void {
  const size = scan.starts.length * 2;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const kinds = new Uint8Array(size);
  starts.set(scan.starts);
  ends.set(scan.ends);
  kinds.set(scan.kinds);
  Object.assign(scan, { starts, ends, kinds });
}

/** Reads the cell at a place; where it ends, or that its quote does not close. */
function readCell(scan: Scan, from: number): number {
  const { bytes, end } = scan;
  let at = from;
  while (at < end && bytes[at] === space) at += 1;
  if (at < end && bytes[at] === quote && (at === from || closesInLine(scan, at))) {
    return readQuoted(scan, from, at);
  }
  at = endOfBare(bytes, at, end, scan.delimiter);
  setCell(scan, from, at, bare);
  return at;
}

function endOfBare(bytes: Buffer, from: number, end: number, delimiter: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === delimiter || isBreak(byte)) return at;
    at += 1;
  }
  return end;
}

/** Behind blanks a quote opens a cell only where the cell ends on the same line. */
function closesInLine(scan: Scan, open: number): boolean {
  const { bytes, delimiter } = scan;
  const lineEnd = endOfBare(bytes, open, scan.end, lineFeed);
  const line = bytes.toString('latin1', open, lineEnd);
  const cell = /^"(?:[^"]|"")*" */.exec(line)?.[0];
  return (
    cell !== undefined && (cell.length === line.length || bytes[open + cell.length] === delimiter)
  );
}

function readQuoted(scan: Scan, from: number, open: number): number {
  const { bytes, end, delimiter } = scan;
  scan.opened = open;
  scan.openedBreaks = scan.breaks;
  const close = closingQuote(scan, open);
  if (close === runsOut) return runsOut;
  scan.opened = -1;
  scan.breaks += breaksBetween(bytes, open, close);
  let at = close + 1;
  while (at < end && bytes[at] === space) at += 1;
  const stop = endOfBare(bytes, at, end, delimiter);
  if (stop === at) {
    setCell(scan, open + 1, close, scan.doubled ? quotedWithQuotes : quoted);
  } else {
    scan.stray = scan.count;
    setCell(scan, from, stop, bare);
    scan.swallows ||= scan.breaks > scan.openedBreaks;
  }
  return stop;
}

/** The quote that closes a cell; none where the bytes at hand end before it. */
function closingQuote(scan: Scan, open: number): number {
  const { bytes, end } = scan;
  scan.doubled = false;
  for (let at = open + 1; at < end; at += 1) {
    if (bytes[at] !== quote) continue;
    if (at + 1 === end) return scan.isLast ? at : runsOut;
    if (bytes[at + 1] !== quote) return at;
    scan.doubled = true;
    at += 1;
  }
  return runsOut;
}

function breaksBetween(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) count += 1;
  }
  return count;
}

function setCell(scan: Scan, start: number, end: number, kind: number): void {
  const cell = scan.count;
  if (cell === scan.starts.length) grow(scan);
  scan.starts[cell] = start;
  scan.ends[cell] = end;
  scan.kinds[cell] = kind;
  scan.count = cell + 1;
}

/** Short text is copied out of the bytes' own; a long one would keep all of it in memory. */
const longestCopied = 12;

/** The text of a cell of the record. */
export function textOf(scan: Scan, cell: number): string {
  const start = scan.starts[cell] ?? 0;
  const end = scan.ends[cell] ?? 0;
  if (start === end) return '';
  const text =
    scan.ascii || isPlain(scan.bytes, start, end)
      ? end - start > longestCopied
        ? scan.bytes.toString('latin1', start, end)
        : scan.latin.slice(start, end)
      : scan.decode(scan.bytes.subarray(start, end));
  return scan.kinds[cell] === quotedWithQuotes ? text.replaceAll('""', '"') : text;
}

function isPlain(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

/** Whether a cell holds nothing but blanks. */
export function isBlank(scan: Scan, cell: number): boolean {
  const end = scan.ends[cell] ?? 0;
  for (let at = scan.starts[cell] ?? 0; at < end; at += 1) {
    const byte = scan.bytes[at];
    if (byte !== space && byte !== tab) return textOf(scan, cell).trim() === '';
  }
  return true;
}
