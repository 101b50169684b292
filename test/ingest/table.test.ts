import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, type TableHead } from '../../src/ingest/table.ts';
import type { Problem } from '../../src/model/problem.ts';

interface Reading {
  readonly head: TableHead | undefined;
  /** The line on which a row begins, then its cells. */
  readonly rows: readonly (readonly [number, ...string[]])[];
  readonly problems: readonly Problem[];
}

async function read(content: string | Uint8Array, expected?: readonly string[]): Promise<Reading> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const rows: [number, ...string[]][] = [];
  let head: TableHead | undefined;
  const problems = readTable(
    bytes,
    'stock.csv',
    (found) => {
      head = found;
      return { take: (cells, line) => rows.push([line, ...cells]) };
    },
    { expected },
  );
  return { head, rows, problems };
}

/** Reads what must be readable without a word. */
async function rowsOf(content: string | Uint8Array): Promise<Reading['rows']> {
  const { rows, problems } = await read(content);
  expect(problems).toEqual([]);
  return rows;
}

const utf16 = (text: string, mark: boolean) =>
  Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');

function encode(text: string, encoding: string): Buffer {
  switch (encoding) {
    case 'utf-16le':
      return utf16(text, true);
    case 'utf-16be':
      return utf16(text, true).swap16();
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
  }
}

describe('delimiters', () => {
  it.each([',', ';', '\t', '|'])('%j is found', async (delimiter) => {
    const text = `sku,quantity,title\nA,1,x\nB,2,y\n`.replaceAll(',', delimiter);
    expect((await read(text)).head).toMatchObject({
      delimiter,
      header: ['sku', 'quantity', 'title'],
    });
    expect(await rowsOf(text)).toEqual([
      [2, 'A', '1', 'x'],
      [3, 'B', '2', 'y'],
    ]);
  });

  it('are not the commas in the header text of another dialect', async () => {
    const text = 'sku;quantity;description, long, in many words\nA;1;a, b, c, d\n';
    expect(await rowsOf(text)).toEqual([[2, 'A', '1', 'a, b, c, d']]);
  });

  it('are not the decimal commas of another dialect', async () => {
    expect(await rowsOf('sku;cost;quantity\nA;1,50;3\nB;2,50;4\n')).toEqual([
      [2, 'A', '1,50', '3'],
      [3, 'B', '2,50', '4'],
    ]);
  });

  it('are not those within quotes', async () => {
    expect(await rowsOf('sku,quantity\n"A;B;C",1\n"D,E",2\n')).toEqual([
      [2, 'A;B;C', '1'],
      [3, 'D,E', '2'],
    ]);
  });

  it('may be found by configured column names alone', async () => {
    const { head } = await read('Foo;Bar\nA,B;1\n', ['Foo', 'Bar']);
    expect(head?.header).toEqual(['Foo', 'Bar']);
  });
});

describe('encodings', () => {
  const text = 'sku,quantity,title\nGrün,1,Größe “M” – 5 €\n';
  const rows = [[2, 'Grün', '1', 'Größe “M” – 5 €']];

  it('UTF-8', async () => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  it('UTF-8 with a byte order mark, which is no part of the first name', async () => {
    const { head } = await read(`\ufeff${text}`);
    expect(head).toMatchObject({ header: ['sku', 'quantity', 'title'], bom: true });
    expect((await read(`\ufeff"sku","quantity"\nA,1\n`)).head?.header).toEqual(['sku', 'quantity']);
  });

  it('Windows-1252', async () => {
    const bytes = Buffer.from(
      'sku,quantity,title\nGr\xfcn,1,Gr\xf6\xdfe \x93M\x94 \x96 5 \x80\n',
      'latin1',
    );
    expect(await rowsOf(bytes)).toEqual(rows);
  });

  it.each([true, false])('UTF-16, little end first (mark: %s)', async (mark) => {
    expect(await rowsOf(utf16('sku,quantity\nA,1\nB,2\n', mark))).toEqual([
      [2, 'A', '1'],
      [3, 'B', '2'],
    ]);
  });

  it('UTF-16, big end first', async () => {
    expect(await rowsOf(utf16(text, true).swap16())).toEqual(rows);
  });

  it('keeps a character whole wherever it lies in a long file', async () => {
    // The file is handed on in slices; the last character of the padding moves the sign over each place.
    for (const shift of [-2, -1, 0, 1]) {
      const before = 'sku,quantity,title\nA,1,';
      const padding = 'x'.repeat(65_536 + shift - before.length);
      const [row] = await rowsOf(`${before}${padding}😀\n`);
      expect(row?.at(3) === `${padding}😀`, `at ${shift}`).toBe(true);
    }
  });
});

describe('the header line', () => {
  it('may stand below title rows', async () => {
    const text = 'Leoch stock list,,\nas of 2026-11-23,,\n\nsku,quantity,title\nA,1,x\n';
    const { head } = await read(text);
    expect(head).toMatchObject({ header: ['sku', 'quantity', 'title'], headerLine: 4 });
    expect(await rowsOf(text)).toEqual([[5, 'A', '1', 'x']]);
  });

  it('may stand below a title with quotes in it', async () => {
    expect(await rowsOf('ACME "Stock"\nsku,quantity\nA,1\n')).toEqual([[3, 'A', '1']]);
  });

  it('may end in delimiters, as the rows do', async () => {
    expect(await rowsOf('sku,quantity,,\nA,1,,\nB,2,,\n')).toEqual([
      [2, 'A', '1'],
      [3, 'B', '2'],
    ]);
  });

  it('may span lines', async () => {
    expect(await rowsOf('sku,quantity,"long\ntitle"\nA,1,x\n')).toEqual([[3, 'A', '1', 'x']]);
  });

  it('alone is a table without rows', async () => {
    expect(await rowsOf('sku,quantity\n')).toEqual([]);
  });

  it('once more between the rows, as in joined exports, is passed over and told', async () => {
    const { rows, problems } = await read('sku,quantity\nA,1\n\ufeffsku, quantity\nB,2\n');
    expect(rows).toEqual([
      [2, 'A', '1'],
      [4, 'B', '2'],
    ]);
    expect(problems).toEqual([{ kind: 'row-header', place: { file: 'stock.csv', line: 3 } }]);
  });

  it('with other columns between the rows ends the reading', async () => {
    const { rows, problems } = await read('sku,quantity,eta\nA,1,\nsku,eta,quantity\nB,,2\n');
    expect(rows).toEqual([[2, 'A', '1', '']]);
    expect(problems).toEqual([{ kind: 'header-changed', place: { file: 'stock.csv', line: 3 } }]);
  });

  it('is no row of goods that bear one of its names', async () => {
    expect(await rowsOf('sku,quantity,title\ntitle,1,Title page\n')).toEqual([
      [2, 'title', '1', 'Title page'],
    ]);
  });
});

describe('line ends', () => {
  it.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('%s', async (_name, end) => {
    expect(await rowsOf(['sku,quantity', 'A,1', 'B,2', ''].join(end))).toEqual([
      [2, 'A', '1'],
      [3, 'B', '2'],
    ]);
  });

  it('of all kinds in one file', async () => {
    expect(await rowsOf('sku,quantity\nA,1\r\nB,2\rC,3\r\n"D",4\n"E","5"\r\nF,6')).toEqual([
      [2, 'A', '1'],
      [3, 'B', '2'],
      [4, 'C', '3'],
      [5, 'D', '4'],
      [6, 'E', '5'],
      [7, 'F', '6'],
    ]);
  });

  it('are not needed at the end of the file', async () => {
    expect(await rowsOf('sku,quantity\nA,1')).toEqual([[2, 'A', '1']]);
  });
});

describe('line numbers are those of an editor', () => {
  it('after blank lines', async () => {
    expect(await rowsOf('sku,quantity\n\nA,1\r\n\r\n\nB,2\n   \nC,3\n,\nD,4\n')).toEqual([
      [3, 'A', '1'],
      [6, 'B', '2'],
      [8, 'C', '3'],
      [10, 'D', '4'],
    ]);
  });

  it('after cells of several lines, of whichever line end', async () => {
    const text = 'sku,quantity,title\nA,1,"one\ntwo\r\nthree"\nB,2,"a\rb"\nC,3,x\n';
    expect(await rowsOf(text)).toEqual([
      [2, 'A', '1', 'one\ntwo\r\nthree'],
      [5, 'B', '2', 'a\rb'],
      [7, 'C', '3', 'x'],
    ]);
  });

  it('after title rows with blank lines between', async () => {
    expect(await rowsOf('Title\n\n\nsku,quantity\nA,1\n')).toEqual([[5, 'A', '1']]);
  });

  it('far down in a long file', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `SKU-${i},${i}`);
    const rows = await rowsOf(['sku,quantity', ...lines, ''].join('\r\n'));
    expect(rows).toHaveLength(20_000);
    expect(
      rows.every(([line, name, units]) => name === `SKU-${line - 2}` && units === `${line - 2}`),
    ).toBe(true);
  });
});

describe('quotes', () => {
  it('hold delimiters, quotes and blanks', async () => {
    expect(await rowsOf('sku,quantity,title\n"A,1",1,"say ""hi"""\n" B ",2,""\n')).toEqual([
      [2, 'A,1', '1', 'say "hi"'],
      [3, ' B ', '2', ''],
    ]);
  });

  it('within a cell are text', async () => {
    expect(await rowsOf('sku,quantity,title\nA,1,5" pipe\nB,2,x\n')).toEqual([
      [2, 'A', '1', '5" pipe'],
      [3, 'B', '2', 'x'],
    ]);
  });

  it.each([
    ['in the first row', 'sku,quantity,title\nA,1,"x\nB,2,y\n', 2],
    ['further down', 'sku,quantity,title\nA,1,x\nB,2,"y\nC,3,z\n', 3],
    ['after a cell of several lines', 'sku,quantity,title\nA,1,"x\ny\nz"\nB,2,"y\nC,3,z\n', 5],
    ['after blank lines', 'sku,quantity,title\n\n\nA,1,x\n\nB,2,"y\nC,3,z\n', 6],
    ['below title rows', 'Title\n\nsku,quantity,title\nA,1,x\nB,2,"y\nC,3,z\n', 5],
    [
      'with the line ends of Windows',
      'sku,quantity,title\r\nA,1,"x\r\ny"\r\nB,2,"y\r\nC,3,z\r\n',
      4,
    ],
    ['after letters of several bytes', 'sku,quantity,title\nA,1,größe €\nB,2,"y\nC,3,z\n', 3],
  ])(
    'that do not close are told with the line on which they open: %s',
    async (_name, text, line) => {
      expect((await read(text)).problems).toMatchObject([
        { kind: 'quote-not-closed', place: { file: 'stock.csv', line } },
      ]);
    },
  );

  it('that do not close are found far down', async () => {
    const lines = Array.from({ length: 9000 }, (_, i) => `SKU-${i},${i}`);
    lines[7000] = '"SKU-7000,7000';
    const { problems } = await read(['sku,quantity', ...lines, ''].join('\n'));
    expect(problems).toMatchObject([{ kind: 'quote-not-closed', place: { line: 7002 } }]);
  });
});

describe('rows of another width', () => {
  it('with more cells than names are left out and told, the others go on', async () => {
    const { rows, problems } = await read('sku,quantity\nA,1\nB,2,3\nC,3\n');
    expect(rows).toEqual([
      [2, 'A', '1'],
      [4, 'C', '3'],
    ]);
    expect(problems).toMatchObject([
      { kind: 'row-ragged', place: { line: 3 }, expected: 2, found: 3 },
    ]);
  });

  it('with blank cells too many are read', async () => {
    expect(await rowsOf('sku,quantity\nA,1,,\n')).toEqual([[2, 'A', '1']]);
  });

  it('with cells under no name are left out, but where the first row has them too', async () => {
    const told = await read('sku,quantity,,\nA,1,,\nB,2,C,3\nD,4,,\n');
    expect(told.rows.map(([line]) => line)).toEqual([2, 4]);
    expect(told.problems).toMatchObject([{ kind: 'row-ragged', place: { line: 3 } }]);
    expect(await rowsOf('sku,quantity,,\nA,1,x,y\nB,2,,z\n')).toEqual([
      [2, 'A', '1'],
      [3, 'B', '2'],
    ]);
  });

  it('with fewer cells are left out and told: a lost delimiter would move cells into other columns', async () => {
    const { rows, problems } = await read('sku,quantity,title\nA,1\nB,2,x\n');
    expect(rows).toEqual([[3, 'B', '2', 'x']]);
    expect(problems).toMatchObject([
      { kind: 'row-ragged', place: { line: 2 }, expected: 3, found: 2 },
    ]);
  });

  it('with fewer cells have blanks where the format may write them so', () => {
    const rows: (readonly string[])[] = [];
    const take = (cells: readonly string[]) => rows.push(cells);
    const bytes = Buffer.from('sku,quantity,title\nA,1\nB\n');
    expect(readTable(bytes, 'stock.csv', () => ({ mayBeShort: true, take }))).toEqual([]);
    expect(rows).toEqual([
      ['A', '1', ''],
      ['B', '', ''],
    ]);
  });
});

describe('files that are no tables', () => {
  it.each(['', ' \n\n ', '\ufeff'])('%j is empty', async (text) => {
    expect((await read(text)).problems).toMatchObject([{ kind: 'file-empty' }]);
  });

  it.each<readonly [string, Uint8Array]>([
    ['a spreadsheet', Buffer.from('PK\x03\x04rest of a zip archive', 'latin1')],
    ['an old workbook', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
    ['a packed file', gzipSync('sku,quantity\nA,1\n')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a web page', Buffer.from('<!DOCTYPE html>\n<html><body>Please log in</body></html>')],
  ])('%s is told as such and not read', async (_name, bytes) => {
    const { head, problems } = await read(bytes);
    expect(head).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'file-not-text' }]);
  });

  it('a file with a NUL byte is refused with its line', async () => {
    const { problems } = await read('sku,quantity\nA,1\nB\0,2\n');
    expect(problems).toMatchObject([{ kind: 'file-not-text', place: { line: 3 } }]);
  });

  it('a record without end is refused', async () => {
    const { problems } = await read(`sku,quantity,title\nA,1,"${'x'.repeat(3_000_000)}"\nB,2,y\n`);
    expect(problems).toMatchObject([{ kind: 'record-too-long', place: { line: 2 } }]);
  });
});

describe('whatever the cells hold', () => {
  const someCell = fc.string({ unit: fc.constantFrom(...'aé😀,;|\t"\'\n\r =#0'), maxLength: 6 });
  const someRow = fc.tuple(
    fc.string({ unit: fc.constantFrom(...'AB1'), minLength: 1, maxLength: 3 }),
    someCell,
    someCell,
  );

  it('a table reads back cell by cell, each row on its line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someRow, { maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (rows, delimiter, end, mark) => {
          const quoted = rows.map((cells) =>
            cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter),
          );
          const header = ['sku', 'quantity', 'title'].join(delimiter);
          const text = [header, ...quoted, ''].join(end);
          let line = 2;
          const expected = rows.map((cells, i) => {
            const at = line;
            line += (quoted[i] ?? '').split(/\r\n|\r|\n/).length;
            return [at, ...cells];
          });
          expect(await rowsOf(mark ? `\ufeff${text}` : text)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  const dialects = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', "'", '~'),
    isAll: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252'),
    titles: fc.array(fc.constantFrom('Stock of today', 'as of 2026-11-23', ''), { maxLength: 3 }),
    isClosed: fc.boolean(),
  });

  it('a table reads back in whichever dialect it was written', () => {
    const plainCell = fc.string({ unit: fc.constantFrom(...'aéZ9,;|\t #-.'), maxLength: 6 });
    const row = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'AB1'), minLength: 1, maxLength: 3 }),
      plainCell,
      plainCell,
      fc.constantFrom('x,y;z', 'p|q', 'tab\there'),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), dialects, (table, dialect) => {
        const { delimiter, quote, isAll, end, titles, isClosed } = dialect;
        const write = (cell: string) =>
          isAll || /[,;|\t]/.test(cell) || cell !== cell.trim() ? `${quote}${cell}${quote}` : cell;
        const lines = [['sku', 'quantity', 'title', 'notes'], ...table].map((cells) =>
          cells.map(write).join(delimiter),
        );
        const text = [...titles, ...lines].join(end) + (isClosed ? end : '');
        const rows: (readonly string[])[] = [];
        const problems = readTable(encode(text, dialect.encoding), 'stock.csv', () => ({
          take: (cells) => rows.push(cells),
        }));
        expect(problems).toEqual([]);
        expect(rows).toEqual(table);
      }),
      { numRuns: 2000 },
    );
  });

  it('no bytes are too odd to be told about', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await read(bytes);
      }),
      { numRuns: 300 },
    );
  });
});
