import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const shopifyOrders = `Name,Email,Financial Status,Fulfillment Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Shipping Country
#1001,ada@example.com,paid,unfulfilled,USD,2026-11-20 10:00:00 +0000,2,Tent,100,TENT,pending,US
`;
const shopifyProducts = `Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy
tent,Tent,TENT,shopify,99,deny
stove,Stove,STOVE,shopify,99,deny
`;

/** Three suppliers, a Shopify shop, and a file that is nothing known. */
const shop = {
  'inbox/acme-2026-11-16.csv': 'Item No,Description,Avail,ETA\nTENT,Tent,9,\n',
  'inbox/acme-2026-11-22.csv':
    'Item No,Description,Avail,ETA\nTENT,Tent,5,\nSTOVE,Stove,0,2026-12-01\n',
  'inbox/nordlicht_20.11.2026.csv':
    'Artikelnummer;Bezeichnung;Bestand;Liefertermin\nLAMP;Lampe;4;03.12.2026\n',
  'inbox/summit 20261119.csv': 'Part No\tQty Avail\nSTOVE\t7\n',
  'inbox/orders_export_2026-11-23.csv': shopifyOrders,
  'inbox/products_export.csv': shopifyProducts,
  'inbox/notes.csv': 'who,what\nme,call Acme\n',
  'readme.md': 'not looked at',
};

function config(folder: string): { text: string; toml: Record<string, Record<string, never>> } {
  const text = readFileSync(join(folder, 'dropship.toml'), 'utf8');
  return { text, toml: parse(text) as never };
}

describe('init', () => {
  it('writes what a list of orders tells of refunds, so that it is read', async () => {
    const folder = folderWith({
      'orders-2026-11-23.csv':
        'Order number,Order date,SKU,Qty,Quantity refunded,Refunded amount\n1,2026-11-20,TENT,2,1,10\n',
    });
    expect((await dropship(folder, ['init', '--yes'])).code).toBe(0);
    const columns = { refunded_quantity: 'Quantity refunded', refunded_amount: 'Refunded amount' };
    expect(config(folder).toml['orders']?.['shop']).toMatchObject({ columns });
    const { stdout } = await dropship(folder, [
      'orders',
      '-f',
      'csv',
      '--orders',
      'orders-2026-11-23.csv',
      ...today,
    ]);
    expect(stdout).toContain('TENT');
  });

  it('proposes orders for a file that speaks of orders but lacks a column', async () => {
    const folder = folderWith({
      'orders-2026-11-23.csv':
        'Order No,Order Date,SKU,Wanted,Order Status\n1,2026-11-20,TENT,2,open\n',
    });
    expect((await dropship(folder, ['init', '--yes'])).code).toBe(1);
    const { text } = config(folder);
    expect(text).toContain('if it is a list of orders:');
    expect(text).toContain('[orders.NAME]');
    expect(text).toContain(
      'columns = { order_id = "Order No", ordered_at = "Order Date", sku = "SKU", order_status = "Order Status", quantity = "…" }',
    );
  });

  it('leaves open which of two columns is the quantity, as ingest does', async () => {
    const folder = folderWith({
      'inbox/acme-2026-11-22.csv': 'SKU,Name,Qty,Price,Qty\nA1,Mug,12,3.50,0\n',
      'inbox/beta-2026-11-22.csv': 'SKU,Name,Quantity,Stock\nA1,Mug,12,0\n',
    });
    const { stderr } = await dropship(folder, ['init', ...today]);
    expect(stderr).toContain('several columns could be the quantity: Qty#1, Qty#2');
    const { text, toml } = config(folder);
    expect(toml['suppliers']).toMatchObject({
      acme: { columns: { sku: 'SKU', title: 'Name' } },
      beta: { columns: { sku: 'SKU', title: 'Name' } },
    });
    expect(text).not.toMatch(/^columns = .*quantity/m);
    expect(text).toContain(
      '# several columns could be the quantity: Quantity, Stock; none is read until you put one into the line above: quantity = "Quantity"',
    );
  });

  it('recognises suppliers, orders and listings, and names what it does not know', async () => {
    const folder = folderWith(shop);
    const { code, stdout, stderr } = await dropship(folder, ['init']);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('inbox/notes.csv');
    expect(stderr).toContain('dropship run');
    const { text, toml } = config(folder);
    expect(Object.keys(toml['suppliers'] ?? {}).toSorted()).toEqual([
      'acme',
      'nordlicht',
      'summit',
    ]);
    expect(Object.values(toml['orders'] ?? {})).toEqual([
      expect.objectContaining({ files: 'inbox/orders_export*.csv' }),
    ]);
    expect(Object.values(toml['listings'] ?? {})).toEqual([
      expect.objectContaining({ file: 'inbox/products_export.csv' }),
    ]);
    expect(text).toMatch(/^#.*inbox\/notes\.csv/m);
  });

  it('writes a configuration with which run works', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['init']);
    const { code } = await dropship(folder, ['run', ...today]);
    expect(code).toBe(0);
    const { stdout } = await dropship(folder, ['classify', '--all', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([
      { sku: 'LAMP', on_hand: 4, supplier: 'nordlicht' },
      { sku: 'STOVE', on_hand: 7, supplier: 'summit' },
      { sku: 'TENT', on_hand: 5, committed: 2, supplier: 'acme' },
    ]);
  });

  it('names the columns that the reader itself would take by what stands in them', async () => {
    const folder = folderWith({
      'kabel.csv': 'artnr;verfuegbar;menge;eol\nA;ja;25;nein\nB;nein;0;nein\n',
      'scopes.csv': 'ItemNo,Quantity,Allocated,CanDropship\nC,5,True,True\nD,7,False,True\n',
    });
    await dropship(folder, ['init']);
    const { toml } = config(folder);
    expect(toml['suppliers']).toMatchObject({
      kabel: { columns: { sku: 'artnr', discontinued: 'eol' } },
      // Both columns block: naming one would unsay the other.
      scopes: { columns: { sku: 'ItemNo', quantity: 'Quantity' } },
    });
    expect(toml['suppliers']?.['scopes']).not.toHaveProperty('columns.blocked');
    // The yes and no beside the count is compared with it: a mapping would end that.
    expect(toml['suppliers']?.['kabel']).not.toHaveProperty('columns.quantity');
    await dropship(folder, ['ingest', ...today]);
    const { stdout } = await dropship(folder, ['classify', '--all', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([
      { sku: 'A', on_hand: 25 },
      { sku: 'B', on_hand: 0 },
      { sku: 'C', on_hand: 0 },
      { sku: 'D', on_hand: 7 },
    ]);
  });

  it('takes in tomorrow’s files too', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['init']);
    put(folder, 'inbox/acme-2026-11-24.csv', 'Item No,Description,Avail,ETA\nTENT,Tent,3,\n');
    await dropship(folder, ['ingest', '--today', '2026-11-24']);
    const { stdout } = await dropship(folder, ['classify', '--today', '2026-11-24', '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ sku: 'STOVE' }, { sku: 'TENT', on_hand: 3 }]);
  });

  it('writes the mapping it guessed, with a value of each column to check it by', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['init']);
    const { text, toml } = config(folder);
    expect(toml['suppliers']?.['acme']).toMatchObject({
      columns: { sku: 'Item No', title: 'Description', quantity: 'Avail', restock_date: 'ETA' },
    });
    expect(toml['suppliers']?.['nordlicht']).toMatchObject({
      columns: { sku: 'Artikelnummer', quantity: 'Bestand', restock_date: 'Liefertermin' },
    });
    expect(text).toMatch(/^# .*TENT/m);
    expect(text).toMatch(/^# .*03\.12\.2026/m);
  });

  it('writes defaults as comments that may be uncommented as they are', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['init']);
    const before = await dropship(folder, ['run', '--dry-run', ...today]);
    const { text } = config(folder);
    const uncommented = text.replace(/^# ([a-z_]+ = )/gm, '$1');
    expect(uncommented).not.toBe(text);
    put(folder, 'dropship.toml', uncommented);
    const after = await dropship(folder, ['run', '--dry-run', ...today]);
    expect(after.stderr).not.toContain('dropship.toml');
    expect(after.code).not.toBe(2);
    expect(before.code).not.toBe(2);
  });

  it('never overwrites without --force', async () => {
    const folder = folderWith({ ...shop, 'dropship.toml': '# mine\n' });
    const { code, stderr } = await dropship(folder, ['init']);
    expect(code).toBe(2);
    expect(stderr).toContain('--force');
    expect(config(folder).text).toBe('# mine\n');
    expect((await dropship(folder, ['init', '--force'])).code).toBe(1);
    expect(config(folder).text).toContain('[suppliers.acme]');
  });

  it('works in another folder, given as argument or with -C', async () => {
    for (const argv of [
      ['init', 'shop'],
      ['init', '-C', 'shop'],
    ]) {
      const folder = folderWith(
        Object.fromEntries(
          Object.entries(shop).map(([name, content]) => [`shop/${name}`, content]),
        ),
      );
      await dropship(folder, argv);
      expect(existsSync(join(folder, 'shop/dropship.toml'))).toBe(true);
      expect(existsSync(join(folder, 'dropship.toml'))).toBe(false);
    }
  });

  it('of a folder that is not there is exit 2', async () => {
    const { code, stderr } = await dropship(folderWith({}), ['init', 'none']);
    expect(code).toBe(2);
    expect(stderr).toContain('none');
  });

  it('of a folder without CSV files writes a configuration to fill in', async () => {
    const folder = folderWith({});
    const { code, stderr } = await dropship(folder, ['init']);
    expect(code).toBe(0);
    expect(stderr).toContain('Put supplier files here');
    expect(config(folder).text).toContain('# [suppliers.acme]');
    expect((await dropship(folder, ['classify'])).stderr).toContain('dropship ingest');
  });

  it('leaves the book and the outputs of the workspace out', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['init']);
    await dropship(folder, ['run', ...today]);
    const before = config(folder).text;
    await dropship(folder, ['init', '--force']);
    expect(config(folder).text).toBe(before);
  });

  it('twice gives the same bytes', async () => {
    const [one, two] = [folderWith(shop), folderWith(shop)];
    await dropship(one, ['init']);
    await dropship(two, ['init'], { now: '2027-01-01T00:00:00Z' });
    expect(config(two).text).toBe(config(one).text);
  });

  it.each([
    ['a browser numbered', 'acme (1).csv'],
    ['with square brackets', 'acme [new].csv'],
    ['with braces', 'acme {a,b}.csv'],
    ['with a star', 'acme*best.csv'],
    ['with an exclamation mark in front', '!acme.csv'],
    ['with a quote', 'ac"me.csv'],
    ['with a plus sign and round brackets', 'acme+(x).csv'],
    ['with an ending in capitals', 'ACME.CSV'],
    ['with an ending of which one letter is a capital', 'acme.Csv'],
    ['that is a TOML word', 'true.csv'],
    ['that is a property of every object', '__proto__.csv'],
    ['with a dot', 'acme.stock.csv'],
    ['in another script', 'поставщик.csv'],
    ['that is a date alone', '2026-11-22.csv'],
  ])('of a supplier file %s gives a pattern that finds it', async (_, name) => {
    const folder = folderWith({ [`inbox/${name}`]: 'sku,quantity\nTENT,5\n' });
    utimesSync(join(folder, 'inbox', name), 0, Date.parse('2026-11-22T12:00:00Z') / 1000);
    expect((await dropship(folder, ['init'])).code).toBe(0);
    const { code, stderr } = await dropship(folder, ['ingest', ...today]);
    expect(stderr).toContain('Read 1 stock file (1 offer)');
    expect(code).toBe(0);
  });

  it('of one supplier with a folder of files named by their dates makes one supplier', async () => {
    const folder = folderWith({
      'inbox/acme/2026-11-16.csv': 'sku,quantity\nTENT,5\n',
      'inbox/acme/2026-11-22.csv': 'sku,quantity\nTENT,3\n',
    });
    await dropship(folder, ['init']);
    expect(Object.keys(config(folder).toml['suppliers'] ?? {})).toHaveLength(1);
  });
});

describe('hostile files', () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it.each([
    ['a quote', 'q"x'],
    ['three quotes', '"""'],
    ['a backslash', 'q\\'],
    ['a line break and a table', 'q\n[policy]\nreturn_quantity = 99'],
    ['a carriage return', 'q\rreturn_quantity = 99'],
    ['a comment', 'q # x'],
    ['braces', 'q" }\n[policy]\nreturn_quantity = 99 #'],
    ['control characters', 'q\u0001\u001b[31m\u007f'],
    ['separators', 'q\u2028\u2029\u0085'],
    ['an escape', 'q\\u0041\\n'],
    ['emoji', 'q😀'],
  ])('with %s in a header and a cell cannot break the TOML', async (_, text) => {
    const folder = folderWith({
      // Two columns that claim the title: the first is taken; the hostile one is only there.
      'acme-2026-11-22.csv': `sku,quantity,${cell(text)}\n${cell(text)},5,${cell(text)}\n`,
      'odd.csv': `${cell(text)},b\n1,2\n`,
    });
    const { code, stderr } = await dropship(folder, ['init']);
    expect(stderr).not.toContain('fault of its own');
    expect(code).toBe(1);
    const { toml } = config(folder);
    expect(toml['policy'] ?? {}).toEqual({});
    expect(Object.keys(toml['suppliers'] ?? {})).toEqual(['acme']);
    expect((await dropship(folder, ['ingest', ...today])).stderr).toContain('Read 1 stock file');
  });

  it('whose mapped header itself is hostile cannot break the TOML', async () => {
    // Punctuation does not count in names: this is read as "sku" and as "quantity".
    const sku = 'S"K\\U\n';
    const quantity = 'quan[ti]ty = {"""}';
    const folder = folderWith({
      'acme-2026-11-22.csv': `${cell(sku)},${cell(quantity)}\nTENT,5\n`,
    });
    const { stderr } = await dropship(folder, ['init']);
    expect(stderr).not.toContain('fault of its own');
    expect(config(folder).toml['suppliers']?.['acme']).toBeDefined();
    expect((await dropship(folder, ['ingest', ...today])).stderr).toContain('Read 1 stock file');
  });

  it('whose names are hostile cannot break the TOML', async () => {
    const folder = folderWith({
      'a\n[policy]\nreturn_quantity = 99\n#.csv': 'sku,quantity\nTENT,5\n',
      'b # "x" = \'y\'.csv': 'a,b\n1,2\n',
    });
    const { code, stderr } = await dropship(folder, ['init']);
    expect(stderr).not.toContain('fault of its own');
    expect(code).toBe(1);
    expect(config(folder).toml['policy'] ?? {}).toEqual({});
  });
});
