import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/outputs/view.ts';
import { toWorkbook } from '../../src/outputs/workbook.ts';
import { type FileCell, readWorkbook, unzip } from './read-workbook.ts';

/** The cells of one column below its header, as the file has them. */
async function column(name: string, cells: readonly Cell[]): Promise<(FileCell | undefined)[]> {
  const view = { columns: [name], rows: cells.map((cell) => ({ [name]: cell })) };
  const { bytes } = await toWorkbook([{ name: 'test', view }]);
  const rows = readWorkbook(bytes).get('test')?.rows ?? [];
  return cells.map((_, i) => rows[i + 1]?.[0]);
}

const text = (value: string): FileCell => ({ kind: 'text', format: '@', value });
const number = (value: number): FileCell => ({ kind: 'number', format: 'General', value });
const day = (value: number): FileCell => ({ kind: 'number', format: 'yyyy-mm-dd', value });

describe('a workbook', () => {
  it.each([
    '000123',
    '1E5',
    '3-Jan',
    '=1+1',
    '+49 30 123',
    '@SUM(A1)',
    '-',
    "'quoted",
    '2026-11-23',
    '#N/A',
    '#REF!',
    '#1001',
    'constructor',
    '__proto__',
    '_x0041_',
    '_x005F_',
    'a<b>&"c"\'',
    ' two  spaces ',
    'Größe – Ölçü 東京 🏕️',
    'a\tb\nc',
    '\u0085\u202e',
    'TRUE',
  ])('keeps the text %j, and says that it is text', async (value) => {
    expect(await column('sku', [value])).toEqual([text(value)]);
  });

  it('keeps numbers as they are', async () => {
    const cells = [0, -1.5, 0.1 + 0.2, 1 / 3, 12345678.9, 1e21, 5e-7];
    expect(await column('quantity', cells)).toEqual(cells.map(number));
  });

  it('has days in columns that are named so', async () => {
    const cells = ['2026-11-23', undefined, '1900-03-01', '2024-02-29'];
    expect(await column('ship_date', cells)).toEqual([
      day(46_349),
      undefined,
      day(61),
      day(45_351),
    ]);
    for (const name of ['date', 'send_by', 'auto_cancel_on', 'stockout_late', 'next_arrival']) {
      expect(await column(name, ['2026-11-23'])).toEqual([day(46_349)]);
    }
  });

  it('has the time with a day where there is one', async () => {
    expect(await column('ordered_at', ['2026-11-23T18:00:00', '2026-11-23'])).toEqual([
      { kind: 'number', format: 'yyyy-mm-dd hh:mm:ss', value: 46_349.75 },
      day(46_349),
    ]);
  });

  it('leaves text in a column of days what it is', async () => {
    const cells = ['soon', '2026-02-30', '1900-01-01', '2026-11-23T24:00:00', '2026-11-23Tx'];
    expect((await column('ship_date', cells)).map((cell) => cell?.value)).toEqual(cells);
    expect(await column('blocked_by', ['2026-11-23'])).toEqual([text('2026-11-23')]);
  });

  it('takes no column of numbers for days', async () => {
    expect(await column('days_late_by', [3, undefined])).toEqual([number(3), undefined]);
  });

  it('has no cell for what is not known', async () => {
    expect(await column('sku', [undefined, '', 'a'])).toEqual([undefined, undefined, text('a')]);
  });

  it('shows signs for what XML cannot hold, and one kind of line break', async () => {
    expect(await column('title', ['a\0b\x1b[1m', '\ud800x\ufffe', 'a\r\nb\rc'])).toEqual([
      text('a␀b␛[1m'),
      text('�x�'),
      text('a\nb\nc'),
    ]);
  });

  it('gives back whatever a view holds', async () => {
    const letters = ['a', 'é', ' ', '<', '&', '"', "'", '\n', '\t', '_', 'x', '0', '=', '#', 'N'];
    const someCell = fc.oneof(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(undefined),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(someCell, { minLength: 1, maxLength: 8 }), async (cells) => {
        const found = await column('cell', cells);
        expect(found.map((cell) => cell?.value)).toEqual(
          cells.map((cell) => (cell === 0 ? 0 : cell)),
        );
        for (const [i, cell] of cells.entries()) {
          if (cell !== undefined)
            expect(found[i]?.kind).toBe(typeof cell === 'string' ? 'text' : 'number');
        }
      }),
    );
  });

  it('has a bold header that stays in sight, filters, and columns as wide as they need', async () => {
    const view = {
      columns: ['sku', 'title', 'on_hand'],
      rows: [{ sku: 'A-1', title: 'x'.repeat(300), on_hand: 4 }],
    };
    const { bytes } = await toWorkbook([{ name: 'status', view }]);
    const xml = readWorkbook(bytes).get('status')?.xml ?? '';
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:C2"/>');
    expect([...xml.matchAll(/width="([\d.]+)"/g)].map(([, width]) => width)).toEqual([
      '8',
      '60',
      '10',
    ]);
    const styles = unzip(bytes).get('xl/styles.xml')?.text ?? '';
    expect(styles).toContain('<b/>');
    expect(xml).toMatch(/<c r="C1" t="s" s="1">/);
  });

  it('names the columns behind the 26th', async () => {
    const columns = Array.from({ length: 53 }, (_, i) => `c${i}`);
    const { bytes } = await toWorkbook([{ name: 'wide', view: { columns, rows: [] } }]);
    expect(readWorkbook(bytes).get('wide')?.xml).toContain('<autoFilter ref="A1:BA1"/>');
  });

  it('has the same bytes whenever it is written', async () => {
    const sheet = { name: 'a', view: { columns: ['a'], rows: [{ a: 'x' }] } };
    const { bytes } = await toWorkbook([sheet]);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await toWorkbook([sheet])).bytes).toEqual(bytes);
    const parts = [...unzip(bytes).values()];
    // 1980-01-01, as the archive writes it.
    expect(new Set(parts.map(({ time }) => time))).toEqual(new Set([33 << 16]));
    const year = String(new Date().getFullYear());
    expect(parts.filter(({ text: part }) => part.includes(`${year}-`))).toEqual([]);
  });

  it('says what it has no room for', async () => {
    const rows = ['abcdefgh', 'b', 'c'].map((a) => ({ a }));
    const sheet = { name: 'a', view: { columns: ['a'], rows } };
    const { bytes, lost } = await toWorkbook([sheet], { rows: 3, letters: 4, cells: 9 });
    expect(
      readWorkbook(bytes)
        .get('a')
        ?.rows.map(([cell]) => cell?.value),
    ).toEqual(['a', 'abc…', 'b']);
    expect(lost).toEqual([
      'the sheet "a" holds the first 2 of 3 rows, as a workbook has no room for more; CSV has',
      '1 cell of the sheet "a" ended in "…" after 4 characters, as a workbook has no room for more; CSV has',
    ]);
    expect((await toWorkbook([sheet])).lost).toEqual([]);
  });

  it('is not made of more cells than a machine can be asked for', async () => {
    const view = { columns: ['a', 'b'], rows: [{ a: 1 }, { a: 2 }] };
    const sheets = [
      { name: 'one', view },
      { name: 'two', view },
    ];
    const limits = { rows: 9, letters: 9, cells: 7 };
    expect(await toWorkbook(sheets, limits)).toEqual({
      bytes: undefined,
      lost: ['8 cells are too many for a workbook: 7 at most'],
    });
    expect((await toWorkbook(sheets, { ...limits, cells: 8 })).bytes).toBeDefined();
  });
});
