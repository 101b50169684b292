import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';

const today = ['--today', '2026-11-23'];

type Told = Readonly<Record<'file' | 'line' | 'column' | 'field' | 'cell' | 'understood', unknown>>;

async function explain(
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
): Promise<{ code: number; told: readonly Told[]; folder: string }> {
  const folder = folderWith(files);
  const { code, stdout } = await dropship(folder, [
    'ingest',
    '--explain',
    ...argv,
    ...today,
    '-f',
    'json',
  ]);
  return { code, told: JSON.parse(stdout), folder };
}

const stock = {
  'dropship.toml':
    '[suppliers.acme]\nfiles = "acme*.csv"\ncolumns = { restock_date = "Back" }\nwords = { "Ask us" = 0 }\n',
  'acme-2026-11-22.csv':
    'Stock list;;;;\nsku;Avail;Back;Colour;title\nTENT;>10;03.12.2026;red;Tent\nCUP;Ask us;;blue;Cup\nPEG;lots;;;Peg\nLAMP;in stock;;;Lamp\nMAT;1.194,00;;;Mat\nAXE;1;;;Axe\n',
};

describe('ingest --explain', () => {
  it('says where a pack size multiplies', async () => {
    const file = 'acme-2026-11-22.csv';
    const { told } = await explain({ [file]: 'sku,quantity,pack_size\nTENT,30,12\nCUP,4,1\n' }, [
      file,
    ]);
    const quantities = told.filter(({ field, cell }) => field === 'quantity' && cell !== null);
    expect(quantities.map(({ understood }) => understood)).toEqual(['30 packs of 12', '4']);
  });

  it('tells what a file is and why, and how it is written', async () => {
    const { told } = await explain(stock, []);
    const text = (field: string) => told.find((row) => row.field === field)?.understood;
    expect(text('file')).toContain('stock of acme, as "files" in dropship.toml says');
    expect(text('format')).toMatch(/semicolon.*header on line 2/);
    expect(text('above the header')).toBe('Stock list');
  });

  it('tells of every column what it is taken for and what decided that', async () => {
    const { told } = await explain(stock, []);
    const columns = told.filter(({ line, column }) => line === 2 && column !== null);
    expect(columns.map(({ column, field, understood }) => [column, field, understood])).toEqual([
      ['sku', 'sku', 'by its own name'],
      ['Avail', 'quantity', 'by a word known for it'],
      ['Back', 'restock_date', 'by dropship.toml'],
      ['Colour', null, 'not used'],
      ['title', 'title', 'by its own name'],
    ]);
  });

  it('tells of five rows what was understood, and what was not', async () => {
    const { told, code } = await explain(stock, []);
    const quantities = told.filter(({ field, line }) => field === 'quantity' && line !== 2);
    expect(quantities.map(({ line, cell, understood }) => [line, cell, understood])).toEqual([
      [3, '>10', 'at least 10'],
      [4, 'Ask us', '0'],
      [5, 'lots', '"lots" is not a quantity; the row was left out'],
      [6, 'in stock', 'in stock, no number told'],
      [7, '1.194,00', '1194'],
    ]);
    expect(told).toContainEqual(
      expect.objectContaining({ line: 3, cell: '03.12.2026', understood: '2026-12-03' }),
    );
    expect(code).toBe(1);
  });

  it('tells the same of orders', async () => {
    const { told, code } = await explain(
      {
        'orders-2026-11-22.csv': 'order_id,date,sku,qty\n7,2026-11-20T23:30:00-05:00,TENT,2\n',
        'dropship.toml': 'timezone = "UTC"\n',
      },
      ['orders-2026-11-22.csv'],
    );
    expect(told[0]?.understood).toContain('a list of orders, by its columns');
    expect(
      told.filter(({ line }) => line === 2).map(({ field, understood }) => [field, understood]),
    ).toEqual([
      ['order_id', '7'],
      ['ordered_at', '2026-11-21T04:30:00'],
      ['sku', 'TENT'],
      ['quantity', '2'],
    ]);
    expect(code).toBe(0);
  });

  it('gives the lines for dropship.toml with which an unknown file is read', async () => {
    const files = { 'lager.csv': 'RU-1;12\nRU-2;0000098\n' };
    const { told, code, folder } = await explain(files, ['lager.csv']);
    expect(code).toBe(1);
    expect(told[0]?.understood).toContain('it has no header line');
    expect(told).toContainEqual(expect.objectContaining({ column: 'column 2', cell: '12' }));
    const lines = told
      .filter(({ field }) => field === 'dropship.toml')
      .map(({ understood }) => understood);
    expect(lines).toEqual([
      '[suppliers.lager]',
      'files = "lager*.csv"',
      'columns = { sku = 1, quantity = 2 }',
    ]);
    const copy = folderWith({ ...files, 'dropship.toml': lines.join('\n') });
    expect((await dropship(copy, ['ingest', ...today])).stderr).toContain(
      'Read 1 stock file (2 offers)',
    );
    expect(existsSync(join(folder, 'book'))).toBe(false);
  });

  it('gives the lines with which a file that speaks of orders is read as orders', async () => {
    const orders = 'Order No,Order Date,SKU,Wanted\n1,2026-11-20,TENT,2\n';
    const { told } = await explain({ 'orders.csv': orders }, ['orders.csv']);
    const lines = told.filter(({ field }) => field === 'dropship.toml');
    expect(lines.map(({ understood }) => understood)).toEqual([
      '[orders.shop]',
      'files = "orders*.csv"',
      'columns = { order_id = "Order No", ordered_at = "Order Date", sku = "SKU", quantity = "…" }',
    ]);
  });

  it('says which listing it is, and how to have it kept up to date', async () => {
    const { told } = await explain(
      {
        'products.csv':
          'Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy\ntent,Tent,TENT,shopify,9,deny\n',
      },
      ['products.csv'],
    );
    expect(told[0]?.understood).toContain('a Shopify product file');
    expect(told.at(-1)?.understood).toBe('file = "products.csv"');
  });

  it('writes nothing, not even a book', async () => {
    const { folder } = await explain(stock, []);
    expect(existsSync(join(folder, 'book'))).toBe(false);
  });
});
