import type { PlacedRow } from '../formats/listing.ts';

/** Where a record and its cells lie in a file's bytes. */
export type RecordPlace = Pick<PlacedRow, 'start' | 'cellEnds' | 'end'>;

/** Reads bytes in the file's encoding. */
export type Decode = (bytes: Uint8Array) => string;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Finds the records of a delimited file among its bytes, blank lines included. Delimiter, quotes and line breaks are
 * ASCII, so this holds for UTF-8 and every 8-bit encoding. The order of CSV reading is csv-parse's: quotes count only
 * at a cell's beginning, and a cell with something behind its closing quote is taken as it stands.
 */
export function* recordPlaces(bytes: Uint8Array, delimiter: number): Generator<RecordPlace> {
  let at = hasMark(bytes) ? 3 : 0;
  while (at < bytes.length) {
    const start = at;
    let end = endOfCell(bytes, at, delimiter);
    const cellEnds = [end];
    while (bytes[end] === delimiter) {
      end = endOfCell(bytes, end + 1, delimiter);
      cellEnds.push(end);
    }
    at = afterBreak(bytes, end);
    yield { start, cellEnds, end: at };
  }
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function endOfCell(bytes: Uint8Array, from: number, delimiter: number): number {
  let at = bytes[from] === quote ? afterQuotes(bytes, from) : from;
  while (at < bytes.length && !endsCell(bytes[at], delimiter)) at += 1;
  return at;
}

function endsCell(byte: number | undefined, delimiter: number): boolean {
  return byte === delimiter || byte === lineFeed || byte === carriageReturn;
}

/** The offset after the closing quote; the end of the file where there is none. */
function afterQuotes(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(quote, from + 1);
  while (at >= 0 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at < 0 ? bytes.length : at + 1;
}

function afterBreak(bytes: Uint8Array, at: number): number {
  if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) return at + 2;
  return Math.min(at + 1, bytes.length);
}

/** Whether the cell between two offsets reads as a text. */
export function readsAs(
  bytes: Uint8Array,
  from: number,
  to: number,
  text: string,
  decode: Decode,
): boolean {
  return isPlainly(bytes, from, to, text) || decodeCell(bytes, from, to, decode) === text;
}

/** The usual case without decoding: ASCII, and no quotes within. */
function isPlainly(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  const margin = bytes[from] === quote ? 1 : 0;
  if (to - from !== text.length + 2 * margin) return false;
  for (let i = 0; i < text.length; i += 1) {
    const byte = bytes[from + margin + i] ?? 0;
    if (byte !== text.charCodeAt(i) || byte >= 0x80 || byte === quote) return false;
  }
  return margin === 0 || bytes[to - 1] === quote;
}

/** The text of the cell between two offsets. */
export function decodeCell(bytes: Uint8Array, from: number, to: number, decode: Decode): string {
  const isQuoted = bytes[from] === quote && to - from > 1 && afterQuotes(bytes, from) === to;
  if (!isQuoted) return decode(bytes.subarray(from, to));
  return decode(bytes.subarray(from + 1, to - 1)).replaceAll('""', '"');
}
