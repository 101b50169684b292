import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellStart, type ListingFile } from '../../src/formats/listing.ts';
import { readListing } from '../../src/ingest/listing.ts';
import { placeListing } from '../../src/ingest/place-listing.ts';
import { lines, placed } from '../outputs/rewrite.ts';

const header = 'id,title,availability';

async function read(text: string | Uint8Array) {
  return readListing(typeof text === 'string' ? Buffer.from(text) : text, 'feed.csv');
}

/** The bytes of each cell as they stand in the file. */
function raw(listing: ListingFile): string[][] {
  const { rows, bytes } = placed(listing);
  return rows.map((row) =>
    row.cellEnds.map((end, i) =>
      Buffer.from(bytes.slice(cellStart(row, i), end)).toString('latin1'),
    ),
  );
}

describe('reading a listing file', () => {
  it('knows where each cell lies, whatever the quotes and line breaks', async () => {
    const { listing, problems } = await read(
      `\uFEFF${header}\r\nA,"a ""b"", c",in_stock\n\n"B","line\r\nbreak",\rC,d "e" f,"x"`,
    );
    expect(problems).toEqual([]);
    expect(listing?.rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(listing?.rows.map(({ cells }) => cells)).toEqual([
      ['A', 'a "b", c', 'in_stock'],
      ['B', 'line\r\nbreak', ''],
      ['C', 'd "e" f', 'x'],
    ]);
    expect(listing && raw(listing)).toEqual([
      ['A', '"a ""b"", c"', 'in_stock'],
      ['"B"', '"line\r\nbreak"', ''],
      ['C', 'd "e" f', '"x"'],
    ]);
  });

  it('reads Windows-1252, where one letter is one byte', async () => {
    const { listing } = await read(Buffer.from(lines(header, 'A,"Café, grün",in_stock'), 'latin1'));
    expect(listing?.rows[0]?.cells[1]).toBe('Café, grün');
    expect(listing && raw(listing)[0]?.[1]).toBe('"Café, grün"');
  });

  it('reads other delimiters and rows above the header', async () => {
    const text = 'Feed of the day\n\nid;availability;title\nA;in_stock;"x;y"\n';
    const { listing } = await read(text);
    expect(listing?.rows.map(({ cells }) => cells)).toEqual([['A', 'in_stock', 'x;y']]);
    expect(listing && placed(listing).bodyStart).toBe(text.indexOf('A;'));
  });

  it('takes short rows and blank surplus cells, and leaves out rows with too much in them', async () => {
    const { listing, problems } = await read(
      lines(header, 'A,a', 'B,b,in_stock,,', 'C,c,in_stock,x', 'D,d,in_stock'),
    );
    expect(listing?.articles.map(({ sku }) => sku)).toEqual(['A', 'B', 'D']);
    expect(problems).toMatchObject([{ kind: 'row-ragged', place: { line: 4 } }]);
  });

  it('refuses UTF-16, which cannot be changed byte by byte', async () => {
    const { listing, problems } = await read(
      Buffer.from(`\uFEFF${lines(header, 'A,a,in_stock')}`, 'utf16le'),
    );
    expect(listing).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'listing-not-rewritable' }]);
  });

  it('refuses a file whose quotes the CSV reader takes otherwise than they stand', async () => {
    const { listing, problems } = await read(lines(header, 'A,a,in_stock', 'B,"b""c"d,in_stock'));
    expect(listing).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'listing-not-rewritable', place: { line: 3 } }]);
  });

  it('does not place rows that are not what the bytes say', async () => {
    const { listing } = await read(lines(header, 'A,a,in_stock', 'B,b,in_stock'));
    if (!listing) throw new Error('refused');
    const [first, second] = listing.rows;
    const other = { line: 3, cells: ['B', 'c', 'in_stock'] };
    const wrong = [[first, other], [first], [first, second, other]];
    expect(
      wrong.map((rows) => placeListing({ ...listing, rows: rows as ListingFile['rows'] })),
    ).toMatchObject([
      { kind: 'listing-not-rewritable', place: { line: 3 } },
      { kind: 'listing-not-rewritable', place: { line: 1 } },
      { kind: 'listing-not-rewritable', place: { line: 3 } },
    ]);
  });

  it('refuses files of other formats, and files with an open quote', async () => {
    const stock = await read(lines('sku,quantity', 'A,5'));
    expect(stock.listing).toBeUndefined();
    expect(stock.problems).toMatchObject([
      { kind: 'format-unknown', headers: ['sku', 'quantity'] },
    ]);
    const open = await read(lines(header, 'A,a,in_stock', 'B,"b,in_stock'));
    expect(open.listing).toBeUndefined();
    expect(open.problems).toMatchObject([{ kind: 'quote-not-closed', place: { line: 3 } }]);
  });

  it('does not take a Meta catalogue for a Google feed', async () => {
    const { problems } = await read(lines(`${header},fb_product_category`, 'A,a,in stock,'));
    expect(problems).toMatchObject([{ kind: 'export-unsuited', title: 'a Meta catalogue file' }]);
  });

  it('says once which barcodes are damaged, and reads the rows', async () => {
    const shop = 'Handle,Title,Variant SKU,Option1 Value,Variant Barcode';
    const rows = ['tent,Tent,TENT,One,9.5E+12', 'cup,Cup,CUP,One,9501101530003'];
    const { listing, problems } = await read(lines(shop, ...rows, 'peg,Peg,PEG,One,36000291452'));
    expect(listing?.articles.map(({ sku }) => sku)).toEqual(['TENT', 'CUP', 'PEG']);
    expect(problems).toMatchObject([
      { kind: 'barcode-damaged', place: { line: 2 }, value: '9.5E+12', count: 2 },
    ]);
  });

  it('refuses a file that two formats fit', async () => {
    const both = 'Handle,Variant SKU,id,availability';
    const { listing, problems } = await read(lines(both, 'tent,TENT,1,in_stock'));
    expect(listing).toBeUndefined();
    expect(problems).toMatchObject([
      { kind: 'format-ambiguous', formats: ['shopify-products', 'google-merchant'] },
    ]);
  });

  it('finds every cell again, however the file is written', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '€', ' ', ',', '"', '\n', '\r\n', '\r', ';', "'"),
    });
    const row = fc.record({
      cells: fc.tuple(text, text),
      isQuoted: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    });
    const quoted = (cell: string, isQuoted: boolean | undefined) =>
      isQuoted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), fc.boolean(), async (rows, isEnded) => {
        const body = rows.map(({ cells, isQuoted, lineEnd }, i) => {
          const own = [`SKU-${i}`, ...cells].map((cell, c) => quoted(cell, isQuoted[c])).join(',');
          return i < rows.length - 1 || isEnded ? own + lineEnd : own;
        });
        const { listing, problems } = await read(`${header}\r\n${body.join('')}`);
        expect(problems).toEqual([]);
        expect(listing && placed(listing).rows.map(({ cells }) => cells)).toEqual(
          rows.map(({ cells }, i) => [`SKU-${i}`, ...cells]),
        );
      }),
    );
  });
});
