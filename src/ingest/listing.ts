import {
  cellStart,
  type ListingArticle,
  type ListingFile,
  type ListingFormat,
  type ListingRow,
} from '../formats/listing.ts';
import { listingFormats } from '../formats/shops/listings.ts';
import { findUnsuitedExport } from '../formats/shops/unsuited.ts';
import { isDamagedBarcode } from '../model/barcode.ts';
import { type Problem, severities } from '../model/problem.ts';
import { type Decode, decodeCell, type RecordPlace, readsAs, recordPlaces } from './cells.ts';
import { decoderOf } from './encoding.ts';
import { readTable, type TableHead } from './table.ts';

type ParsedRow = Pick<ListingRow, 'line' | 'cells'>;

interface Opened {
  readonly format: ListingFormat;
  readonly head: TableHead;
}

/** The listing is absent when the file was refused. */
export interface ListingRead {
  readonly listing?: ListingFile | undefined;
  readonly problems: readonly Problem[];
}

const headerNames = listingFormats.flatMap(({ names }) => names);

/**
 * Reads a channel's listing file so that it can be written back byte for byte. The rows are those of the CSV reader;
 * each of their cells is checked against the bytes it is said to lie in, and one that differs refuses the file.
 */
export async function readListing(bytes: Uint8Array, file: string): Promise<ListingRead> {
  const parsed: ParsedRow[] = [];
  const found: Opened[] = [];
  const problems = readTable(
    bytes,
    file,
    (head) => {
      const opened = openListing(head, file);
      if ('kind' in opened) return opened;
      found.push(opened);
      return { mayBeShort: true, take: (cells, line) => parsed.push({ cells, line }) };
    },
    { expected: headerNames },
  );
  const [opened] = found;
  if (!opened || problems.some(({ kind }) => severities[kind] === 'refused')) return { problems };
  const { format, head } = opened;
  const stray = problems.find(({ kind }) => kind === 'quote-stray')?.place.line;
  const placed = stray === undefined ? placeRows(bytes, head, parsed) : { mismatch: stray };
  if ('mismatch' in placed) {
    const reason = 'its quotes and line breaks can be read in more than one way';
    const place = { file, line: placed.mismatch };
    const others = problems.filter(({ kind }) => kind !== 'quote-stray');
    return { problems: [...others, { kind: 'listing-not-rewritable', place, reason }] };
  }
  const { header, delimiter } = head;
  const articles = listArticles(format, header, placed.rows);
  return {
    listing: { file, format, header, delimiter, bytes, ...placed, articles },
    problems: [...problems, ...damagedBarcodes(articles, file)],
  };
}

function damagedBarcodes(articles: readonly ListingArticle[], file: string): Problem[] {
  const damaged = articles.filter(({ barcode = '' }) => isDamagedBarcode(barcode));
  const [first] = damaged;
  if (!first) return [];
  const { line, barcode: value } = first;
  return [{ kind: 'barcode-damaged', place: { file, line }, value, count: damaged.length }];
}

function openListing(head: TableHead, file: string): Opened | Problem {
  const { header } = head;
  const place = { file, line: head.headerLine };
  const [format, ...others] = listingFormats.filter(({ recognise }) => recognise(header));
  if (!format) {
    const unsuited = findUnsuitedExport(header);
    return unsuited
      ? { kind: 'export-unsuited', place, ...unsuited }
      : { kind: 'format-unknown', place, headers: header };
  }
  if (others.length > 0) {
    const formats = [format, ...others].map(({ name }) => name);
    return { kind: 'format-ambiguous', place, formats };
  }
  if (head.encoding.startsWith('utf-16') || head.delimiter.length !== 1) {
    const reason = `it is encoded as ${head.encoding.toUpperCase()}`;
    return { kind: 'listing-not-rewritable', place: { file }, reason };
  }
  return { format, head };
}

interface Bytes {
  readonly bytes: Uint8Array;
  readonly decode: Decode;
}

/** Finds each parsed row among the bytes: records and rows come in the same order. */
function placeRows(
  bytes: Uint8Array,
  head: TableHead,
  parsed: readonly ParsedRow[],
): Pick<ListingFile, 'rows' | 'bodyStart'> | { readonly mismatch: number } {
  const source = { bytes, decode: decoderOf(head.encoding) };
  const records = recordPlaces(bytes, head.delimiter.charCodeAt(0));
  for (let above = 0; above < head.recordsAbove; above += 1) records.next();
  const { value: top } = records.next();
  if (!top || !isHeader(source, top, head.header)) return { mismatch: head.headerLine };
  const rows: ListingRow[] = [];
  for (const record of records) {
    const row = parsed[rows.length];
    if (row && isRow(source, record, row.cells)) rows.push({ ...row, ...record });
    else if (!isLeftOut(source, record, head.header.length)) {
      return { mismatch: row?.line ?? head.headerLine };
    }
  }
  const missed = parsed[rows.length];
  return missed ? { mismatch: missed.line } : { rows, bodyStart: top.end };
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

/** Each SKU once, by its first row. */
function listArticles(
  format: ListingFormat,
  header: readonly string[],
  rows: readonly ListingRow[],
): readonly ListingArticle[] {
  const sheet = format.open(
    header,
    rows.map(({ cells }) => cells),
  );
  const articles = new Map<string, ListingArticle>();
  for (const { cells, line } of rows) {
    const reading = sheet.read(cells);
    if (reading && !articles.has(reading.sku)) {
      const { sku, title, barcode } = reading;
      articles.set(sku, { sku, title, barcode, line });
    }
  }
  return [...articles.values()];
}
