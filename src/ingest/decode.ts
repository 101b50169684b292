import type { Problem } from '../model/problem.ts';

export interface Text {
  readonly text: string;
  readonly encoding: string;
  readonly bom: boolean;
}

const disguises: readonly (readonly [signature: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet (.xlsx, .ods) or a zip archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls)'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
];

/** The text of a file: by its byte order mark, else UTF-8 where the bytes allow it, else Windows-1252. */
export function decode(bytes: Uint8Array, file: string): Text | Problem {
  const disguise = disguises.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (disguise) return notText(file, disguise[1]);
  const encoding = unicodeMark(bytes) ?? utf16WithoutMark(bytes);
  if (encoding) {
    const text = decoderOf(encoding.name)(bytes);
    return { text, encoding: encoding.name, bom: encoding.mark };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return notText(file, 'not text: it holds a NUL byte', lineAt(bytes, nul));
  const utf8 = decodeStrictly(bytes);
  const text = utf8 ?? decodeWindows1252(bytes);
  if (/^\s*<(!doctype|html|\?xml)/i.test(text.slice(0, 200)))
    return notText(file, 'a web page or XML');
  return {
    text,
    encoding: utf8 === undefined ? 'windows-1252' : 'utf-8',
    bom: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
  };
}

function notText(file: string, looksLike: string, line?: number): Problem {
  return { kind: 'file-not-text', place: { file, line }, looksLike };
}

function unicodeMark(bytes: Uint8Array): { name: string; mark: boolean } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf-16le', mark: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf-16be', mark: true };
  return undefined;
}

/** ASCII letters in UTF-16 have a zero in every other byte. */
function utf16WithoutMark(bytes: Uint8Array): { name: string; mark: boolean } | undefined {
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length * 0.4 && even === 0) return { name: 'utf-16le', mark: false };
  if (even > head.length * 0.4 && odd === 0) return { name: 'utf-16be', mark: false };
  return undefined;
}

/** Reads bytes in an encoding that `decode` has told. A byte order mark is no text. */
export function decoderOf(encoding: string): (bytes: Uint8Array) => string {
  if (encoding === 'windows-1252') return decodeWindows1252;
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes);
}

const highWindows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node 20 decodes Windows-1252 as Latin-1: the signs from 0x80 to 0x9f (quotes, dashes, euro) are put right here. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(
    /[\u0080-\u009f]/g,
    (sign) => highWindows1252[sign.charCodeAt(0) - 0x80] ?? sign,
  );
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i += 1) if (bytes[i] === 0x0a) line += 1;
  return line;
}
