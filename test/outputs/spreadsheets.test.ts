import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defuse, type Flavour, toCsv } from '../../src/outputs/csv.ts';
import { isDayColumn } from '../../src/outputs/day-columns.ts';
import { toWorkbook } from '../../src/outputs/workbook.ts';
import { dropship, projectFolder, put } from '../rig.ts';
import { type Found, importCsv, libreOffice, openWorkbooks, type Sheets } from './libre-office.ts';

type ColumnType = 'text' | 'number' | 'day';

/** One row of the table of types in docs/spreadsheets.md. */
interface Documented {
  readonly files: RegExp;
  typeOf(column: string): ColumnType;
}

const page = readFileSync(join(projectFolder, 'docs/spreadsheets.md'), 'utf8');
const documented = [...page.matchAll(/^\| `([^`]+\.csv)` \|(.*)\|(.*)\|$/gm)].map(
  ([, pattern = '', days = '', numbers = '']): Documented => {
    const named = (cell: string) => new Set([...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const [ofDays, ofNumbers] = [named(days), named(numbers)];
    return {
      files: new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`),
      typeOf: (column) => (ofDays.has(column) ? 'day' : ofNumbers.has(column) ? 'number' : 'text'),
    };
  },
);

function typesOf(file: string): Documented['typeOf'] {
  const found = documented.find(({ files }) => files.test(file));
  if (!found) throw new Error(`${file} is not in the table of docs/spreadsheets.md`);
  return found.typeOf;
}

/** What a spreadsheet must make of a cell of a CSV file. */
function expected(cell: string, type: ColumnType, decimals: '.' | ',' = '.'): Found {
  if (cell === '') return undefined;
  if (type === 'number') return inFifteenDigits(Number(cell.replace(decimals, '.')));
  return type === 'day' ? { day: cell } : cell.replace(/\r\n?/g, '\n');
}

/** LibreOffice writes no more digits. */
function inFifteenDigits(value: number): number {
  return Number(value.toPrecision(15));
}

const importTypes = { text: 2, number: 1, day: 5 } as const;
const english = 1033;
const german = 1031;

/** What a person chooses in LibreOffice's window for the import of CSV. */
function importOptions(types: readonly ColumnType[], separator = ',', language = english): string {
  const columns = types.map((type, i) => `${i + 1}/${importTypes[type]}`).join('/');
  return `${separator.charCodeAt(0)},34,76,1,${columns},${language},false,false`;
}

const hostile = {
  columns: ['sku', 'title', 'on_hand', 'daily_demand', 'ship_date', 'ordered_at', 'größe "x"'],
  rows: [
    ['000123', 'Größe – Ölçü', 0, 1 / 3, '2026-11-23', '2026-11-03T15:22:33', '½'],
    ['1E5', '=1+1', -4, 1e-7, '2024-02-29', '2026-11-03', '@SUM(A1)'],
    ['3-Jan', ' two  spaces ', 12_345_678, 0.1 + 0.2, undefined, '2026-11-03T00:00:01', '1.5'],
    ['12345678901234567890', 'a,b;"c"\nd', 5, 2.5, '1900-03-01', undefined, '-'],
    ['2026-11-23', '東京 🏕️', undefined, undefined, '9999-12-31', undefined, '+49 30'],
    ['TRUE', '#N/A', 7, -0.05, '2026-12-01', undefined, '1,234.50'],
    ['_x0041_', 'x'.repeat(5000), 8, 1e15, '2026-12-02', undefined, '1/2'],
  ].map((cells) =>
    Object.fromEntries(
      ['sku', 'title', 'on_hand', 'daily_demand', 'ship_date', 'ordered_at', 'größe "x"'].map(
        (name, i) => [name, cells[i]],
      ),
    ),
  ),
};
const hostileTypes: ColumnType[] = ['text', 'text', 'number', 'number', 'day', 'day', 'text'];

function hostileRows(change: (text: string) => string = (text) => text): Found[][] {
  return hostile.rows.map((row) =>
    hostile.columns.map((name, i): Found => {
      const cell = row[name];
      if (typeof cell === 'number') return inFifteenDigits(cell);
      return cell === undefined ? undefined : expected(change(cell), hostileTypes[i] ?? 'text');
    }),
  );
}

/** Rows of the same length, as the blank cells at a row's end are not there. */
function squared(rows: readonly (readonly Found[])[], length: number): Found[][] {
  return rows.map((row) => Array.from({ length }, (_, i) => row[i]));
}

/** A morning of the sample shop, with articles whose names a spreadsheet would misread. */
async function morning(home: string): Promise<string> {
  const shop = join(home, 'shop');
  cpSync(join(projectFolder, 'samples'), shop, {
    recursive: true,
    filter: (path) => !/[\\/]samples[\\/](book|out)([\\/]|$)/.test(path),
  });
  const settings = readFileSync(join(shop, 'dropship.toml'), 'utf8');
  put(shop, 'dropship.toml', settings.replace('[policy]', '[policy]\npurchase_orders = true'));
  appendFileSync(
    join(shop, 'skus.csv'),
    '000123,"Größe „L“ – Öse, rot",,2026-12-09,,,,,,\n1E5,=1+1,,,,,,,,\n3-Jan,@SUM(A1),,,,,,,,\n',
  );
  appendFileSync(
    join(shop, 'inbox/acme/acme-stock-2026-11-23.csv'),
    '000123,Größe L,,7,,,,N,4.20\n1E5,Öse,,0,2026-12-04,30,,N,1.10\n3-Jan,x,,40,,,,N,2.00\n',
  );
  const { stderr, code } = await dropship(shop, ['run', '--today', '2026-11-23']);
  expect(code, stderr).toBe(1);
  return join(shop, 'out/2026-11-23');
}

const csvOf = (file: string): string[][] =>
  parse(readFileSync(file), { bom: true, relax_column_count: true });

describe('the table of column types in docs/spreadsheets.md', () => {
  it('says of days what workbooks make of them', () => {
    expect(documented.length).toBeGreaterThan(10);
    for (const { typeOf } of documented) {
      for (const name of page.match(/(?<=`)\w+(?=`)/g) ?? [])
        if (typeOf(name) === 'day') expect(isDayColumn(name), name).toBe(true);
    }
  });
});

const title = 'LibreOffice gives every value back as it was';

describe.skipIf(libreOffice === undefined)(
  libreOffice === undefined ? `${title} – skipped: it is not installed here` : title,
  () => {
    const home = mkdtempSync(join(tmpdir(), 'dropship-office-'));
    let books: Sheets[] = [];
    let imported: Sheets[] = [];
    let flavoured: Sheets[] = [];
    let day = '';
    let files: string[] = [];

    const flavours: readonly [Flavour, string, number][] = [
      ['plain', ',', english],
      ['excel', ',', english],
      ['excel-eu', ';', german],
    ];

    beforeAll(async () => {
      day = await morning(home);
      files = readdirSync(day, { recursive: true, encoding: 'utf8' })
        .map((file) => file.split(sep).join('/'))
        .filter((file) => file.endsWith('.csv'));
      const { bytes } = await toWorkbook([{ name: 'hostile', view: hostile }]);
      put(home, 'hostile.xlsx', bytes ?? '');
      books = openWorkbooks(home, [
        join(home, 'hostile.xlsx'),
        join(day, 'dropship-2026-11-23.xlsx'),
      ]);
      for (const [flavour] of flavours) put(home, `${flavour}.csv`, toCsv(hostile, ',', flavour));
      const all = importCsv(home, [
        ...flavours.map(([flavour, separator, language]) => ({
          file: join(home, `${flavour}.csv`),
          options: importOptions(hostileTypes, separator, language),
        })),
        ...files.map((file) => {
          const [head = []] = csvOf(join(day, file));
          return { file: join(day, file), options: importOptions(head.map(typesOf(file))) };
        }),
      ]);
      flavoured = all.slice(0, flavours.length);
      imported = all.slice(flavours.length);
    }, 180_000);
    afterAll(() => rmSync(home, { recursive: true, force: true }));

    it('of a workbook with all that spreadsheets misread', () => {
      const found = books[0]?.get('hostile') ?? [];
      expect(found[0]).toEqual(hostile.columns);
      expect(squared(found.slice(1), hostile.columns.length)).toEqual(hostileRows());
    });

    it.each(flavours.map(([flavour], i) => [flavour, i] as const))(
      'of CSV with all that spreadsheets misread: %s',
      (flavour, i) => {
        const [found = []] = [...(flavoured[i]?.values() ?? [])];
        const change = flavour === 'plain' ? undefined : defuse;
        expect(squared(found.slice(1), hostile.columns.length)).toEqual(hostileRows(change));
      },
    );

    it('of the workbook of a morning, which has a sheet for each table', () => {
      const tables = files.filter((file) => !file.includes('/'));
      expect([...(books[1]?.keys() ?? [])].toSorted()).toEqual(
        tables.map((file) => file.replace('.csv', '')).toSorted(),
      );
      for (const file of tables) {
        const [head = [], ...rows] = csvOf(join(day, file));
        const [, ...found] = books[1]?.get(file.replace('.csv', '')) ?? [];
        const types = head.map(typesOf(file));
        const wanted = rows.map((row) => row.map((cell, i) => expected(cell, types[i] ?? 'text')));
        expect(squared(found, head.length), file).toEqual(wanted);
      }
    });

    it('of every CSV file of a morning, imported with the documented types', () => {
      expect(files.length).toBeGreaterThan(12);
      for (const [i, file] of files.entries()) {
        const [found = []] = [...(imported[i]?.values() ?? [])];
        const [head = [], ...rows] = csvOf(join(day, file));
        const types = head.map(typesOf(file));
        const wanted = rows.map((row) => row.map((cell, k) => expected(cell, types[k] ?? 'text')));
        expect(found[0], file).toEqual(head);
        expect(squared(found.slice(1), head.length), relative(home, file)).toEqual(wanted);
      }
      const skus = csvOf(join(day, 'status.csv')).map(([sku]) => sku);
      expect(skus).toEqual(expect.arrayContaining(['000123', '1E5', '3-Jan']));
    });
  },
);
