import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const config = `
[suppliers.acme]
name = "Acme Outdoor"
files = "inbox/acme-*.csv"

[suppliers.beta]
files = "inbox/beta-*.csv"

[orders.shop]
files = "inbox/orders-*.csv"

[shipments.acme]
files = "inbox/parcels-acme-*.csv"

[shipments.carriers]
files = "inbox/parcels-all-*.csv"
`;

/** Of four tents two went on the 20th by acme, one on the 21st by beta; acme's file is of the 19th, beta's of the 22nd. */
const shop = {
  'dropship.toml': config,
  'inbox/acme-2026-11-19.csv': 'sku,quantity\nTENT,10\n',
  'inbox/beta-2026-11-22.csv': 'sku,quantity\nTENT,5\n',
  'inbox/orders-2026-11-22.csv': 'order_id,ordered_at,sku,quantity\n#1001,2026-11-18,TENT,4\n',
  'inbox/parcels-acme-2026-11-20.csv':
    'Your order;Artikel;Menge;Versanddatum;Sendungsnummer\n1001;TENT;2;20.11.2026;\n',
  'inbox/parcels-all-2026-11-21.csv':
    'Order,SKU,Qty,Date,Supplier,Carrier,Tracking\n#1001,TENT,1,2026-11-21,beta,DHL,JD01\n',
};

function bookBytes(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'book'));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, 'book', name), 'utf8')]),
  );
}

describe('shipments in a workspace', () => {
  it('close order lines and come off the stock of who shipped', async () => {
    const folder = folderWith(shop);
    const { code, stderr } = await dropship(folder, ['ingest', ...today]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('2 shipments files (2 rows)')]);
    const orders = await dropship(folder, ['orders', ...today, '-f', 'json']);
    expect(JSON.parse(orders.stdout)).toMatchObject([{ order_id: '#1001', outstanding: 1 }]);
    const status = await dropship(folder, ['classify', ...today, '-f', 'json']);
    // 10 − 2 at acme, 5 at beta, whose file is younger than its parcel.
    expect(JSON.parse(status.stdout)).toMatchObject([{ on_hand: 13, committed: 1 }]);
    const why = await dropship(folder, ['explain', '1001', ...today, '-f', 'table'], {
      width: 200,
    });
    expect(why.stdout).toMatch(/shipped 2026-11-20 by acme, of 4 .*parcels-acme-2026-11-20\.csv:2/);
    expect(why.stdout).toMatch(/shipped 2026-11-21 by beta, tracking JD01, of 4/);
  });

  it('are kept in the book by cells that may be looked at; the same files again change no byte', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    const before = bookBytes(folder);
    expect(before['shipments.csv']).toBe(
      [
        'order_id,line_id,sku,quantity,shipped_at,supplier,carrier,tracking,delivered_at,after,as_of,file,line',
        '#1001,,TENT,1,2026-11-21,beta,DHL,JD01,,0,2026-11-21,inbox/parcels-all-2026-11-21.csv,2',
        '1001,,TENT,2,2026-11-20,acme,,,,0,2026-11-20,inbox/parcels-acme-2026-11-20.csv,2',
        '',
      ].join('\n'),
    );
    await dropship(folder, ['ingest', ...today]);
    expect(bookBytes(folder)).toEqual(before);
  });

  it('count once when the next file tells of them again, now with their number', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    put(
      folder,
      'inbox/parcels-acme-2026-11-22.csv',
      'Your order;Artikel;Menge;Versanddatum;Sendungsnummer\n1001;TENT;2;20.11.2026;00340\n1001;TENT;1;22.11.2026;00341\n',
    );
    await dropship(folder, ['ingest', ...today]);
    const { stdout } = await dropship(folder, ['orders', '--all', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ order_id: '#1001', state: 'done' }]);
  });

  it('wait for their order, and are told of as news once', async () => {
    const { 'inbox/orders-2026-11-22.csv': late, ...rest } = shop;
    const folder = folderWith(rest);
    const first = await dropship(folder, ['ingest', ...today]);
    expect([first.code, first.stderr]).toEqual([
      1,
      expect.stringContaining('no such order is known'),
    ]);
    const again = 'inbox/parcels-all-2026-11-22.csv';
    put(folder, again, shop['inbox/parcels-all-2026-11-21.csv']);
    const second = await dropship(folder, ['ingest', ...today]);
    expect([second.code, second.stderr]).toEqual([0, expect.stringContaining(again)]);
    put(folder, 'inbox/orders-2026-11-22.csv', late);
    const third = await dropship(folder, ['ingest', ...today]);
    expect([third.code, third.stderr]).toEqual([0, expect.not.stringContaining('no such order')]);
    const { stdout } = await dropship(folder, ['orders', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ order_id: '#1001', outstanding: 1 }]);
  });

  it('are read by their header when given by hand', async () => {
    const folder = folderWith({
      'orders-2026-11-22.csv': shop['inbox/orders-2026-11-22.csv'],
      'dhl-2026-11-21.csv': shop['inbox/parcels-all-2026-11-21.csv'],
    });
    const { stderr } = await dropship(folder, [
      ...['ingest', 'orders-2026-11-22.csv', 'dhl-2026-11-21.csv', ...today],
    ]);
    expect(stderr).toContain('1 shipments file (1 row)');
  });

  it('of a supplier that the configuration does not know are reported, once a file', async () => {
    const folder = folderWith({
      ...shop,
      'inbox/parcels-all-2026-11-21.csv':
        'Order,SKU,Qty,Date,Supplier,Tracking\n#1001,TENT,1,2026-11-21,bta,T1\n#1001,TENT,1,2026-11-21,bta,T2\n',
    });
    const { stderr } = await dropship(folder, ['ingest', ...today]);
    expect(stderr.match(/the supplier "bta"/g)).toHaveLength(1);
  });

  it('may not be taken for stock by a pattern that is too wide', async () => {
    const folder = folderWith({
      ...shop,
      'inbox/acme-parcels-2026-11-22.csv':
        'Order,SKU,Qty,Date,Tracking\n#1001,TENT,1,2026-11-21,T1\n',
    });
    const { code, stderr } = await dropship(folder, ['ingest', ...today]);
    expect(code).toBe(1);
    expect(stderr).toContain('acme-parcels-2026-11-22.csv:1: tells what was shipped');
    const status = await dropship(folder, ['classify', ...today, '-f', 'json']);
    expect(JSON.parse(status.stdout)).toMatchObject([{ on_hand: 13 }]);
  });
});

it('init finds shipments and writes a configuration that reads them', async () => {
  const { 'dropship.toml': _, ...files } = shop;
  const folder = folderWith(files);
  const { stderr } = await dropship(folder, ['init']);
  expect(stderr).toContain('shipments: inbox/parcels-acme*.csv');
  const toml = parse(readFileSync(join(folder, 'dropship.toml'), 'utf8'));
  expect(toml['shipments']).toMatchObject({
    'parcels-acme': { files: 'inbox/parcels-acme*.csv', columns: { shipped_at: 'Versanddatum' } },
    'parcels-all': { files: 'inbox/parcels-all*.csv' },
  });
  const read = await dropship(folder, ['ingest', ...today]);
  expect(read.stderr).toContain('2 shipments files (2 rows)');
});
