import type { ListingArticle, ListingFile, ListingFormat, ListingRow } from '../formats/listing.ts';
import { listingFormats } from '../formats/shops/listings.ts';
import { findUnsuitedExport } from '../formats/shops/unsuited.ts';
import { isDamagedBarcode } from '../model/barcode.ts';
import type { Problem } from '../model/problem.ts';
import { severities } from '../model/severity.ts';
import { readsTwoWays } from './place-listing.ts';
import { readTable, type TableHead } from './table.ts';

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

/** Reads a channel's listing file. Where it could be read in more than one way it is refused. */
export async function readListing(bytes: Uint8Array, file: string): Promise<ListingRead> {
  const rows: ListingRow[] = [];
  const found: Opened[] = [];
  const problems = readTable(
    bytes,
    file,
    (head) => {
      const opened = openListing(head, file);
      if ('kind' in opened) return opened;
      found.push(opened);
      return { mayBeShort: true, take: (cells, line) => rows.push({ cells, line }) };
    },
    { expected: headerNames },
  );
  const [opened] = found;
  if (!opened || problems.some(({ kind }) => severities[kind] === 'refused')) return { problems };
  const stray = problems.find(({ kind }) => kind === 'quote-stray');
  if (stray) {
    const others = problems.filter(({ kind }) => kind !== 'quote-stray');
    return { problems: [...others, readsTwoWays(file, stray.place.line)] };
  }
  const { format, head } = opened;
  const { header, delimiter, encoding, headerLine, recordsAbove } = head;
  const articles = listArticles(format, header, rows);
  return {
    listing: {
      file,
      format,
      header,
      delimiter,
      encoding,
      isMixed: problems.some(({ kind }) => kind === 'encoding-mixed'),
      headerLine,
      recordsAbove,
      bytes,
      rows,
      articles,
    },
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
