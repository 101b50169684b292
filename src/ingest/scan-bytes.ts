import { isAscii } from 'node:buffer';
import type { Decode } from './encoding.ts';

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
  /** The delimiter as text. */
  readonly separator: string;
  readonly decode: Decode;
  /** All cells of every record are wanted. */
  readonly whole: boolean;
  /** The cells of a record that was cut as text, without a look at its bytes. */
  cut: readonly string[] | undefined;
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

export function newScan(separator: string, decode: Decode, whole: boolean): Scan {
  return {
    bytes: Buffer.allocUnsafe(0),
    latin: '',
    ascii: true,
    end: 0,
    isLast: false,
    delimiter: separator.charCodeAt(0),
    separator,
    decode,
    whole,
    cut: undefined,
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

/** Notes where a cell of the record lies and how it is written. */
export function setCell(scan: Scan, start: number, end: number, kind: number): void {
  const cell = scan.count;
  if (cell === scan.starts.length) grow(scan);
  scan.starts[cell] = start;
  scan.ends[cell] = end;
  scan.kinds[cell] = kind;
  scan.count = cell + 1;
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
