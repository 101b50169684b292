import { isUtf8 } from 'node:buffer';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';

/** A file's text as bytes in which delimiters, quotes and line ends are ASCII, whatever its encoding was. */
export interface TextBytes {
  readonly encoding: string;
  /** An 8-bit encoding that nothing tells for certain. */
  readonly isGuess: boolean;
  readonly bom: boolean;
  /** The beginning of the file: enough to find its header in. */
  readonly head: Uint8Array;
  /** All of the file, without its byte order mark. */
  pieces(): Iterable<Uint8Array>;
  /** Begins a reading of cells. */
  cells(): CellReading;
}

export interface CellReading {
  readonly decode: Decode;
  /** Whether this reading has met cells that are UTF-8 beyond ASCII, and cells that are not UTF-8. */
  isMixed(): boolean;
}

/** Reads the bytes of one cell. */
export type Decode = (bytes: Uint8Array) => string;

const pieceSize = 1 << 18;

/** How much of a file is looked at to tell what it is. */
const headSize = 1 << 17;

/** A file may begin with blank lines, but not without end. */
const blanksAllowed = 1 << 24;

const disguises: readonly (readonly [signature: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet (.xlsx, .ods) or a zip archive'],
  [[0x50, 0x4b, 0x05, 0x06], 'a spreadsheet (.xlsx, .ods) or a zip archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls)'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
];

/**
 * Opens a file as text: by its byte order mark, else in the encoding declared for it, else as UTF-8. A cell that is
 * no UTF-8 is then read as Windows-1252, or as Windows-1250 where its bytes make letters in that one only.
 */
export function openText(
  content: Content,
  file: string,
  declared?: string | undefined,
): TextBytes | Problem {
  const raw = piecesOf(content);
  const start = firstBytes(raw);
  const disguise = disguises.find(([signature]) => signature.every((byte, i) => start[i] === byte));
  if (disguise) return { kind: 'file-not-text', place: { file }, looksLike: disguise[1] };
  const mark = unicodeMark(start);
  const named = mark ?? canonical(declared) ?? utf16WithoutMark(start);
  const text =
    named === undefined || isPlain(named)
      ? asItIs(raw, start, named)
      : recoded(raw, named, mark !== undefined);
  const nul = text.head.indexOf(0);
  if (nul >= 0) {
    const line = text.head.subarray(0, nul).filter((byte) => byte === 0x0a).length + 1;
    return {
      kind: 'file-not-text',
      place: { file, line },
      looksLike: 'not text: it holds a NUL byte',
    };
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(Buffer.from(text.head.subarray(0, 200)).toString()))
    return { kind: 'file-not-text', place: { file }, looksLike: 'a web page or XML' };
  return text;
}

function canonical(label: string | undefined): string | undefined {
  return label === undefined ? undefined : new TextDecoder(label).encoding;
}

/** Encodings in which every cell can be read by itself: their bytes below 0x80 are ASCII and nothing else. */
function isPlain(encoding: string): boolean {
  return /^(utf-8|windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-)/.test(encoding);
}

function* slices(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
}

function piecesOf(content: Content): () => Iterable<Uint8Array> {
  return content instanceof Uint8Array ? () => slices(content) : content;
}

/** The first bytes of a file, with those behind leading blank lines. */
function firstBytes(pieces: () => Iterable<Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let found = false;
  for (const piece of pieces()) {
    parts.push(new Uint8Array(piece));
    length += piece.length;
    found ||= piece.some((byte) => byte > 0x20);
    if ((found && length >= headSize) || length >= blanksAllowed) break;
  }
  return Buffer.concat(parts);
}

function asItIs(
  raw: () => Iterable<Uint8Array>,
  start: Uint8Array,
  named: string | undefined,
): TextBytes {
  const bom = isUtf8Mark(start);
  const head = bom ? start.subarray(3) : start;
  const eightBit = isWhollyUtf8(head) ? undefined : eightBitEncoding(head);
  const isTold = named !== undefined && named !== 'utf-8';
  return {
    cells: () => (isTold ? only(named) : utf8Or(eightBit)),
    encoding: isTold ? named : (eightBit ?? 'utf-8'),
    isGuess: !isTold && eightBit !== undefined,
    bom,
    head,
    *pieces() {
      let isFirst = bom;
      for (const piece of raw()) {
        yield isFirst ? piece.subarray(3) : piece;
        isFirst = false;
      }
    },
  };
}

/** Text in an encoding whose delimiters cannot be found among its bytes is made UTF-8 first. */
function recoded(raw: () => Iterable<Uint8Array>, encoding: string, bom: boolean): TextBytes {
  function* pieces(): Iterable<Uint8Array> {
    const decoder = new TextDecoder(encoding);
    for (const piece of raw()) yield Buffer.from(decoder.decode(piece, { stream: true }));
    yield Buffer.from(decoder.decode());
  }
  return {
    encoding,
    isGuess: false,
    bom,
    head: firstBytes(pieces),
    pieces,
    cells: () => only('utf-8'),
  };
}

function unicodeMark(bytes: Uint8Array): string | undefined {
  if (isUtf8Mark(bytes)) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function isUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** ASCII letters in UTF-16 have a zero in every other byte. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (head.length < 8) return undefined;
  if (odd > head.length * 0.4 && even === 0) return 'utf-16le';
  if (even > head.length * 0.4 && odd === 0) return 'utf-16be';
  return undefined;
}

/** A character that the end of a head cuts, where the file goes on behind it, is no fault. */
function isWhollyUtf8(head: Uint8Array): boolean {
  const cuts = head.length < headSize ? [0] : [0, 1, 2, 3];
  return cuts.some((cut) => isUtf8(head.subarray(0, head.length - cut)));
}

/** Bytes that are letters in Windows-1250 and signs in Windows-1252: Ą Ł Ż ą ł ż ź Ź ť and the like. */
const lettersOf1250Only = new Set([
  0xa3, 0xa5, 0xaf, 0xb3, 0xb9, 0xbc, 0xbe, 0xbf, 0x8d, 0x8f, 0x9d, 0x9f,
]);

/**
 * Which of the two Windows encodings makes letters of bytes that stand between letters. They cannot be told apart for
 * certain; numbers and most article numbers are ASCII and read the same in both.
 */
function eightBitEncoding(bytes: Uint8Array): 'windows-1250' | 'windows-1252' {
  let central = 0;
  let western = 0;
  const text = Buffer.from(bytes).toString('latin1').replace(utf8Sequences, '');
  for (const [pair] of text.matchAll(/[A-Za-z][\x80-\xff]|[\x80-\xff](?=[A-Za-z])/g)) {
    const byte = pair.charCodeAt(pair.length - 1);
    if (lettersOf1250Only.has(byte)) central += 1;
    else if (byte >= 0xc0) western += 1;
  }
  const isCentral = central > 0 ? central * 10 >= western : isHungarian(text);
  return isCentral ? 'windows-1250' : 'windows-1252';
}

/** Ő ő Ű ű of Windows-1250. In 1252 they are Õ õ, before an e in Portuguese, and Û û. */
const doubleAcutes = /[\xd5\xf5](?!e)|[\xdb\xfb]/i;
/** Á Í Ó Ú are letters of Hungarian, but not of French, which has û, nor of Estonian, which has õ. */
const acutes = /[\xc1\xcd\xd3\xda\xe1\xed\xf3\xfa]/;
/** Letters that are none of Hungarian's: × ÷ are no letters. */
const foreignToHungarian =
  /[\xc0-\xff](?<![\xc1\xc9\xcd\xd3\xd5-\xd7\xda-\xdc\xe1\xe9\xed\xf3\xf5-\xf7\xfa-\xfc])/;

function isHungarian(text: string): boolean {
  return doubleAcutes.test(text) && acutes.test(text) && !foreignToHungarian.test(text);
}

/** Characters beyond ASCII in UTF-8: in a file of both kinds they tell nothing of the other kind. */
const utf8Sequences = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** Reads bytes in an encoding that `openText` has told. A byte order mark is no text. */
export function decoderOf(encoding: string): Decode {
  if (encoding === 'utf-8') return decodeUtf8;
  if (encoding === 'windows-1252') return decodeWindows1252;
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** All cells in one encoding. */
function only(encoding: string): CellReading {
  return { decode: decoderOf(encoding), isMixed: () => false };
}

/** What is no UTF-8 is read in an 8-bit encoding: told already by the head of the file, else by the bytes themselves. */
function utf8Or(eightBit: string | undefined): CellReading {
  const decoders = new Map<string, Decode>();
  let unicode = false;
  return {
    isMixed: () => unicode && decoders.size > 0,
    decode(bytes) {
      if (isUtf8(bytes)) {
        unicode = true;
        return decodeUtf8(bytes);
      }
      const encoding = eightBit ?? eightBitEncoding(bytes);
      const decode = decoders.get(encoding) ?? decoderOf(encoding);
      decoders.set(encoding, decode);
      return decode(bytes);
    },
  };
}

const highWindows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node 20 decodes Windows-1252 as Latin-1: the signs from 0x80 to 0x9f (quotes, dashes, euro) are put right here. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => highWindows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}
