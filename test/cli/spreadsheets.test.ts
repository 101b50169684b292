import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../outputs/read-workbook.ts';
import { dropship, folderWith, sampleShop } from '../rig.ts';

const today = ['--today', '2026-11-23'];
const shop = {
  'acme-2026-11-23.csv': 'sku,title,quantity\n000123,Größe L,7\n1E5,=1+1,0\n',
  'orders-2026-11-23.csv': 'order_id,date,sku,qty\n1001,2026-11-22,000123,2\n',
};
const files = ['--stock', 'acme-2026-11-23.csv', '--orders', 'orders-2026-11-23.csv'];

/** The first cells of the rows of a sheet. */
function firstCells(bytes: Uint8Array, sheet: string): (string | number | undefined)[] {
  return (readWorkbook(bytes).get(sheet)?.rows ?? []).map(([cell]) => cell?.value);
}

describe('a workbook instead of CSV', () => {
  it('goes to a file whose name ends so, on a sheet named as the command', async () => {
    const folder = folderWith(shop);
    const { code, screen } = await dropship(
      folder,
      ['classify', ...files, ...today, '-o', 'status.XLSX'],
      { terminal: true },
    );
    expect([code, screen]).toEqual([0, '']);
    const bytes = readFileSync(join(folder, 'status.XLSX'));
    expect([...readWorkbook(bytes).keys()]).toEqual(['classify']);
    expect(firstCells(bytes, 'classify')).toEqual(['sku', '000123', '1E5']);
  });

  it('goes into a pipe, the same bytes', async () => {
    const folder = folderWith(shop);
    const { bytes } = await dropship(folder, ['classify', ...files, ...today, '-f', 'xlsx']);
    expect(firstCells(bytes, 'classify')).toEqual(['sku', '000123', '1E5']);
    await dropship(folder, ['classify', ...files, ...today, '-o', 'it.xlsx']);
    expect(new Uint8Array(readFileSync(join(folder, 'it.xlsx')))).toEqual(new Uint8Array(bytes));
  });

  it.each([[['-f', 'xlsx']], [['-f', 'xlsx', '-o', '-']]])(
    'does not go to a terminal: %j',
    async (argv) => {
      const folder = folderWith(shop);
      const { code, stdout, stderr } = await dropship(
        folder,
        ['orders', ...files, ...today, ...argv, '--problems', 'problems.csv'],
        { terminal: true },
      );
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        'dropship: a workbook cannot be shown in a terminal\n  hint: give it a file: -o orders.xlsx\n',
      );
      expect(existsSync(join(folder, 'problems.csv'))).toBe(false);
    },
  );

  it('gives way to another format that is asked for', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['classify', ...files, ...today, '-f', 'csv', '-o', 'it.xlsx']);
    expect(readFileSync(join(folder, 'it.xlsx'), 'utf8')).toMatch(/^sku,title/);
  });

  it('is what becomes of a list of problems that is named so', async () => {
    const folder = folderWith({
      ...shop,
      'acme-2026-11-23.csv': 'sku,title,quantity\n000123,Größe L,lots\n',
    });
    const argv = ['classify', ...files, ...today, '--problems', 'problems.xlsx'];
    await dropship(folder, argv);
    const sheet = readWorkbook(readFileSync(join(folder, 'problems.xlsx'))).get('problems');
    expect(sheet?.rows.map((row) => row.slice(0, 2).map((cell) => cell?.value))).toContainEqual([
      'acme-2026-11-23.csv',
      2,
    ]);
  });

  it('says what a sheet has no room for', async () => {
    const folder = folderWith({
      ...shop,
      'acme-2026-11-23.csv': `sku,title,quantity\nA,${'x'.repeat(40_000)},7\n`,
    });
    const argv = ['classify', ...files, ...today, '-o', 'it.xlsx', '--quiet'];
    const { code, stderr } = await dropship(folder, argv);
    expect(code).toBe(0);
    expect(stderr).toContain(
      '1 cell of the sheet "classify" ended in "…" after 32,767 characters, as a workbook has no room for more; CSV has\n',
    );
  });

  it('lies in the folder of a run, with a sheet for each table, and the same again the next time', async () => {
    const samples = sampleShop();
    const day = join(samples, 'out/2026-11-23');
    await dropship(samples, ['run', ...today]);
    const bytes = readFileSync(join(day, 'dropship-2026-11-23.xlsx'));
    const tables = readdirSync(day).filter((name) => name.endsWith('.csv'));
    expect([...readWorkbook(bytes).keys()].map((name) => `${name}.csv`).toSorted()).toEqual(
      tables.toSorted(),
    );
    await dropship(samples, ['run', ...today]);
    expect(readFileSync(join(day, 'dropship-2026-11-23.xlsx'))).toEqual(bytes);
  });
});
