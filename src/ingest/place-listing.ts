import {
  cellStart,
  type ListingFile,
  type PlacedListing,
  type PlacedRow,
} from '../formats/listing.ts';
import type { Problem } from '../model/problem.ts';
import { type Decode, decodeCell, type RecordPlace, readsAs, recordPlaces } from './cells.ts';
import { decoderOf } from './encoding.ts';

/** A file whose quotes and line breaks leave it open where its cells end. */
export function readsTwoWays(file: string, line: number | undefined): Problem {
  const reason = 'its quotes and line breaks can be read in more than one way';
  return { kind: 'listing-not-rewritable', place: { file, line }, reason };
}

/**
 * Finds the rows of a listing among its bytes, so that it can be written back byte for byte. The rows are those of the
 * CSV reader; each of their cells is checked against the bytes it is said to lie in, and one that differs refuses the
 * file.
 */
export function placeListing(listing: ListingFile): PlacedListing | Problem {
  const { bytes, delimiter, encoding, file, header, headerLine, recordsAbove } = listing;
  const source = { bytes, decode: decoderOf(encoding) };
  const records = recordPlaces(bytes, delimiter.charCodeAt(0));
  for (let above = 0; above < recordsAbove; above += 1) records.next();
  const { value: top } = records.next();
  const refused = (line: number | undefined) =>
    listing.isMixed ? inTwoEncodings(file, line) : readsTwoWays(file, line);
  if (!top || !isHeader(source, top, header)) return refused(headerLine);
  const rows: PlacedRow[] = [];
  for (const record of records) {
    const row = listing.rows[rows.length];
    if (row && isRow(source, record, row.cells)) rows.push({ ...row, ...record });
    else if (!isLeftOut(source, record, header.length)) {
      return refused(row?.line ?? headerLine);
    }
  }
  const missed = listing.rows[rows.length];
  return missed ? refused(missed.line) : { ...listing, rows, bodyStart: top.end };
}

function inTwoEncodings(file: string, line: number | undefined): Problem {
  const reason = 'its letters are written in more than one encoding; export it again in one';
  return { kind: 'listing-not-rewritable', place: { file, line }, reason };
}

interface Bytes {
  readonly bytes: Uint8Array;
  readonly decode: Decode;
}

function isHeader(source: Bytes, record: RecordPlace, header: readonly string[]): boolean {
  const names = record.cellEnds.map((_, column) => textOf(source, record, column).trim());
  return names.every((name, column) => name === (header[column] ?? ''));
}

/** Cells that the record lacks read as blank, and cells beyond the header must be blank. */
function isRow(source: Bytes, record: RecordPlace, cells: readonly string[]): boolean {
  const { bytes, decode } = source;
  const own = record.cellEnds.slice(0, cells.length);
  return (
    own.every((end, i) => readsAs(bytes, cellStart(record, i), end, cells[i] ?? '', decode)) &&
    cells.slice(own.length).every((cell) => cell === '') &&
    isBlankFrom(source, record, cells.length)
  );
}

/** Rows that the reader leaves out too: blank ones, and ones with more cells than the header. */
function isLeftOut(source: Bytes, record: RecordPlace, width: number): boolean {
  return isBlankFrom(source, record, 0) || !isBlankFrom(source, record, width);
}

function isBlankFrom(source: Bytes, record: RecordPlace, from: number): boolean {
  for (let column = from; column < record.cellEnds.length; column += 1) {
    if (textOf(source, record, column).trim() !== '') return false;
  }
  return true;
}

function textOf({ bytes, decode }: Bytes, record: RecordPlace, column: number): string {
  return decodeCell(
    bytes,
    cellStart(record, column),
    record.cellEnds[column] ?? record.end,
    decode,
  );
}
