import { type Scan, setCell } from './scan-bytes.ts';

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

/** Reads the record at a place; false where it goes on beyond the bytes at hand. */
export function readRecord(scan: Scan, from: number): boolean {
  scan.count = 0;
  scan.breaks = 0;
  scan.stray = -1;
  scan.swallows = false;
  scan.cut = undefined;
  if (scan.whole && cutLine(scan, from)) return true;
  for (let at = from; ; ) {
    scan.opened = -1;
    at = readBareCells(scan, at);
    const stop = scan.atCell ? readCell(scan, at) : at;
    if (stop === runsOut) return false;
    if (stop === scan.end || scan.bytes[stop] !== scan.delimiter) return endRecord(scan, stop);
    at = stop + 1;
  }
}

/** What a line may not hold that is cut at its delimiters: quotes, other line breaks, bytes beyond ASCII. */
const notPlain = /["\r\x80-\xff]/;

/** Cuts a plain line at its delimiters: the quickest way where all cells are wanted. */
function cutLine(scan: Scan, from: number): boolean {
  const end = scan.latin.indexOf('\n', from);
  if (end < 0) return false;
  const line = scan.latin.slice(from, end);
  if (notPlain.test(line)) return false;
  scan.cut = line.split(scan.separator);
  scan.count = scan.cut.length;
  scan.next = end + 1;
  return true;
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

/** Short text is copied out of the bytes' own; a long one would keep all of it in memory. */
const longestCopied = 12;

/** The text of a cell of the record. */
export function textOf(scan: Scan, cell: number): string {
  if (scan.cut) return scan.cut[cell] ?? '';
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
  if (scan.cut) return (scan.cut[cell] ?? '').trim() === '';
  const end = scan.ends[cell] ?? 0;
  for (let at = scan.starts[cell] ?? 0; at < end; at += 1) {
    const byte = scan.bytes[at];
    if (byte !== space && byte !== tab) return textOf(scan, cell).trim() === '';
  }
  return true;
}
