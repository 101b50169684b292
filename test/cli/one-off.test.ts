import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const acme = `sku,quantity,title,restock_date,restock_quantity
TENT,5,Tent,,
STOVE,0,Stove,2026-12-01,10
`;
const beta = `sku,quantity
TENT,3
LAMP,7
`;
const orders = `order_id,line_id,ordered_at,sku,quantity
1001,1,2026-11-20,TENT,2
1002,1,2026-11-21,STOVE,1
`;

/** A folder with two suppliers' files and an order export, all dated. */
function shop(more: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'acme-2026-11-22.csv': acme,
    'beta_20261122.csv': beta,
    'orders-2026-11-23.csv': orders,
    ...more,
  });
}

/** Every file below a folder with its bytes. */
function everything(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

type Json = Record<string, string | number | null>;

async function json(cwd: string, argv: readonly string[], stdin = ''): Promise<Json[]> {
  const { stdout } = await dropship(cwd, [...argv, ...today, '-f', 'json'], { stdin });
  return JSON.parse(stdout) as Json[];
}

function bySku(rows: readonly Json[]): Record<string, Json> {
  return Object.fromEntries(rows.map((row) => [String(row['sku']), row]));
}

const both = ['--stock', 'acme-2026-11-22.csv', 'beta_20261122.csv'];
const all = [...both, '--orders', 'orders-2026-11-23.csv'];

describe('files given by hand', () => {
  it('answer without a workspace and a book, and nothing is written', async () => {
    const folder = shop();
    const before = everything(folder);
    for (const argv of [
      ['classify', ...all],
      ['forecast', ...all],
      ['orders', ...all],
      ['explain', 'TENT', ...all],
      ['notices', '--dry-run', ...all],
    ]) {
      const { code, stdout } = await dropship(folder, [...argv, ...today]);
      expect([argv[0], code]).toEqual([argv[0], 0]);
      expect(stdout).not.toBe('');
    }
    expect(everything(folder)).toEqual(before);
  });

  it('are answered into a device without replacing it by a file', async () => {
    const folder = folderWith({ 'acme.csv': 'sku,quantity\nA,3\n' });
    const sink = join(folder, 'sink');
    symlinkSync('/dev/null', sink);
    const { code } = await dropship(folder, ['classify', '--stock', 'acme.csv', '-o', 'sink']);
    expect([code, lstatSync(sink).isSymbolicLink()]).toEqual([0, true]);
  });

  it('of two suppliers are added up, less what open orders need', async () => {
    const rows = bySku(await json(shop(), ['classify', ...all]));
    expect(rows['TENT']).toMatchObject({
      status: 'available',
      on_hand: 8,
      committed: 2,
      sellable_quantity: 6,
    });
    expect(rows['STOVE']).toMatchObject({
      status: 'backorder',
      restock_date: '2026-12-01',
      sell_ahead_limit: 9,
    });
    expect(rows['LAMP']).toMatchObject({ on_hand: 7, supplier: 'beta' });
  });

  it('are called by their base name without the date in it', async () => {
    const rows = bySku(await json(shop(), ['classify', ...both]));
    expect(rows['STOVE']?.['supplier']).toBe('acme');
    expect(rows['LAMP']?.['supplier']).toBe('beta');
  });

  it('are called by the name before the equals sign', async () => {
    const argv = ['classify', '--stock', 'Outdoor Ltd=acme-2026-11-22.csv'];
    expect(bySku(await json(shop(), argv))['TENT']?.['supplier']).toBe('Outdoor Ltd');
  });

  it('are a path when a file of the whole name exists, also with an equals sign in it', async () => {
    const folder = shop({ 'new=beta.csv': 'sku,quantity\nCUP,4\n', 'beta.csv': beta });
    const rows = bySku(await json(folder, ['classify', '--stock', 'new=beta.csv']));
    expect(Object.keys(rows)).toEqual(['CUP']);
    expect(rows['CUP']?.['supplier']).toBe('new=beta');
  });

  it('keep later equals signs in the path', async () => {
    const folder = folderWith({ 'a=1.csv': beta });
    const rows = bySku(await json(folder, ['classify', '--stock', 'me=a=1.csv']));
    expect(rows['LAMP']?.['supplier']).toBe('me');
  });

  it('may be given with --stock several times', async () => {
    const argv = ['classify', '--stock', 'acme-2026-11-22.csv', '--stock', 'beta_20261122.csv'];
    expect(Object.keys(bySku(await json(shop(), argv)))).toEqual(['LAMP', 'STOVE', 'TENT']);
  });

  it.each([
    ['the older first', ['s-2026-11-20.csv', 's-2026-11-22.csv']],
    ['the newer first', ['s-2026-11-22.csv', 's-2026-11-20.csv']],
  ])('of one supplier: the latest counts, %s', async (_, files) => {
    const folder = folderWith({
      's-2026-11-20.csv': 'sku,quantity\nA,50\nGONE,9\n',
      's-2026-11-22.csv': 'sku,quantity\nA,4\n',
    });
    const rows = bySku(await json(folder, ['classify', '--stock', ...files]));
    expect(rows['A']).toMatchObject({ on_hand: 4 });
    expect(rows['GONE']).toMatchObject({ on_hand: 0, reason: 'not-in-latest-file' });
  });

  it('are read from standard input for NAME=-', async () => {
    const rows = bySku(await json(folderWith({}), ['classify', '--stock', 'acme=-'], acme));
    expect(rows['TENT']).toMatchObject({ on_hand: 5, supplier: 'acme' });
  });

  it('are orders from standard input for --orders -', async () => {
    const argv = ['orders', '--stock', 'acme-2026-11-22.csv', '--orders', '-'];
    const rows = await json(shop(), argv, orders);
    expect(rows.map(({ order_id }) => order_id)).toEqual(['1001', '1002']);
  });

  it('in the canonical form need no mapping, and name their suppliers themselves', async () => {
    const folder = folderWith({
      'any.csv': `supplier,sku,supplier_sku,title,barcode,quantity,quantity_kind,restock_date,restock_quantity,release_date,discontinued,unit_cost,currency,pack_size,dispatch_days,as_of
north,A,N-1,Pan,,12,exact,,,,,9.5,EUR,,1,2026-11-22
south,B,S-1,Pot,,0,exact,2026-12-04,6,,,,,,,2026-11-22
north,C,N-3,Cup,,50,at_least,,,,,,,,,2026-11-22
`,
    });
    const rows = bySku(await json(folder, ['classify', '--stock', 'any.csv']));
    expect(rows['A']).toMatchObject({ supplier: 'north', on_hand: 12, ship_date: '2026-11-24' });
    expect(rows['B']).toMatchObject({ status: 'backorder', restock_date: '2026-12-04' });
    expect(rows['C']).toMatchObject({ on_hand: 50, title: 'Cup' });
  });

  it('with --history tell demand only: none of their lines is open', async () => {
    const folder = shop({
      'sales-2026-11-22.csv': 'date,sku,qty\n2026-10-20,TENT,7\n2026-11-21,TENT,7\n',
    });
    const argv = ['--stock', 'acme-2026-11-22.csv', '--history', 'sales-2026-11-22.csv'];
    expect(bySku(await json(folder, ['classify', ...argv]))['TENT']).toMatchObject({
      committed: 0,
      sellable_quantity: 5,
    });
    const demand = bySku(await json(folder, ['forecast', ...argv]))['TENT'];
    expect(demand?.['daily_demand']).toBeGreaterThan(0);
    // From the first sale on 20 October to yesterday, 22 November.
    expect(demand?.['history_days']).toBe(34);
  });

  it('that hold orders without an order number are done', async () => {
    const folder = shop({ 'sold-2026-11-22.csv': 'date,sku,qty\n2026-11-21,TENT,3\n' });
    const argv = ['--stock', 'acme-2026-11-22.csv', '--orders', 'sold-2026-11-22.csv'];
    expect(await json(folder, ['orders', ...argv])).toEqual([]);
    expect(await json(folder, ['orders', '--all', ...argv])).toMatchObject([
      { sku: 'TENT', state: 'done', quantity: 3, outstanding: 0 },
    ]);
  });

  it('that hold stock and are dated after the day of the plan are not known yet', async () => {
    const argv = ['classify', ...both, '--today', '2026-11-21', '-f', 'json'];
    const { stdout, stderr } = await dropship(shop(), argv);
    expect(JSON.parse(stdout)).toEqual([]);
    expect(stderr).toContain('acme-2026-11-22.csv: is dated 2026-11-22');
  });

  it('that hold orders and are dated after the day of the plan are not known yet', async () => {
    const folder = shop({ 'acme-2026-11-20.csv': acme });
    const argv = ['--stock', 'acme-2026-11-20.csv', '--orders', 'orders-2026-11-23.csv'];
    const { stdout } = await dropship(folder, [
      'orders',
      ...argv,
      '--today',
      '2026-11-21',
      '-f',
      'json',
    ]);
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it('take their date from a file name in three writings', async () => {
    for (const name of ['s-2026-11-10.csv', 's 20261110.csv', 's_10.11.2026.csv']) {
      const folder = folderWith({ [name]: beta });
      const [row] = await json(folder, ['classify', '--stock', name]);
      expect([name, row?.['reason']]).toEqual([name, 'stale-feed']);
    }
  });

  it('without a date are taken as of their last change, which is said once', async () => {
    const folder = folderWith({ 'acme.csv': acme });
    const { stderr } = await dropship(folder, ['classify', '--stock', 'acme.csv', ...today]);
    expect(stderr.match(/no date in its name/g)).toHaveLength(1);
    expect(stderr).toContain('acme.csv');
  });
});

describe('a Shopify orders export', () => {
  const export_ = `Name,Email,Financial Status,Fulfillment Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Shipping Country
#1001,ada@example.com,paid,unfulfilled,USD,2026-11-20 10:00:00 +0000,2,Tent,100,TENT,pending,US
#1001,ada@example.com,,,,2026-11-20 10:00:00 +0000,1,Stove,50,STOVE,pending,
#1000,bob@example.com,paid,fulfilled,USD,2026-11-19 10:00:00 +0000,1,Tent,100,TENT,fulfilled,US
`;

  it('is read as it is', async () => {
    const folder = shop({ 'orders_export_2026-11-23.csv': export_ });
    const argv = ['--stock', 'acme-2026-11-22.csv', '--orders', 'orders_export_2026-11-23.csv'];
    const rows = await json(folder, ['orders', ...argv]);
    expect(rows).toHaveLength(2);
    expect(bySku(rows)).toMatchObject({
      TENT: { order_id: '#1001', outstanding: 2, state: 'ship-now', source: 'stock' },
      STOVE: { order_id: '#1001', outstanding: 1, source: 'arrival 2026-12-01' },
    });
    expect(await json(folder, ['explain', '1001', ...argv])).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ subject: '#1001' })]),
    );
  });
});

describe('a dropship.toml in the folder', () => {
  it('gives policy and mapping to files given by hand', async () => {
    const folder = folderWith({
      'dropship.toml': `[suppliers.acme]
files = "inbox/*.csv"
buffer = 2
columns = { sku = "Our ref", quantity = "Left over" }
words = { "Plenty" = 40 }
`,
      'acme-2026-11-22.csv': 'Our ref,Left over\nTENT,5\nCUP,Plenty\n',
    });
    const rows = bySku(await json(folder, ['classify', '--stock', 'acme-2026-11-22.csv']));
    expect(rows['TENT']).toMatchObject({ on_hand: 5, safety_stock: 2, sellable_quantity: 3 });
    expect(rows['CUP']).toMatchObject({ on_hand: 40 });
  });

  it('and skus.csv and sku-map.csv beside it are read, unless others are named', async () => {
    const folder = folderWith({
      'dropship.toml': '[policy]\nunknown_restock_limit = 3\n',
      'skus.csv': 'sku,title\nTENT,From the folder\n',
      'other.csv': 'sku,title\nTENT,From the option\n',
      'sku-map.csv': 'supplier,supplier_sku,sku,units\nacme,X-1,TENT,2\n',
      'map.csv': 'supplier,supplier_sku,sku,units\nacme,X-1,TENT,1/2\n',
      'acme-2026-11-22.csv': 'sku,quantity\nX-1,5\n',
    });
    const argv = ['classify', '--stock', 'acme-2026-11-22.csv'];
    expect(await json(folder, argv)).toMatchObject([
      { sku: 'TENT', title: 'From the folder', on_hand: 10 },
    ]);
    expect(
      await json(folder, [...argv, '--skus', 'other.csv', '--sku-map', 'map.csv']),
    ).toMatchObject([{ sku: 'TENT', title: 'From the option', on_hand: 2 }]);
  });

  it('is found in the folder of -C', async () => {
    const folder = folderWith({
      'ws/dropship.toml': '[suppliers.acme]\nbuffer = 1\n',
      'acme-2026-11-22.csv': acme,
    });
    const argv = ['classify', '-C', 'ws', '--stock', 'acme-2026-11-22.csv'];
    expect(bySku(await json(folder, argv))['TENT']).toMatchObject({ sellable_quantity: 4 });
  });
});

describe('a listing given by hand', () => {
  const products = `Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy
tent,Tent,TENT,shopify,99,deny
`;

  it('decides which SKUs are shown, and --all shows all', async () => {
    const folder = shop({ 'products_export.csv': products });
    const argv = ['classify', ...both, '--listing', 'products_export.csv'];
    expect((await json(folder, argv)).map(({ sku }) => sku)).toEqual(['TENT']);
    expect((await json(folder, [...argv, '--all'])).map(({ sku }) => sku)).toEqual([
      'LAMP',
      'STOVE',
      'TENT',
    ]);
  });

  it('and a SKU of an open order is shown though no listing has it', async () => {
    const folder = shop({ 'products_export.csv': products });
    const rows = await json(folder, ['classify', ...all, '--listing', 'products_export.csv']);
    expect(rows.map(({ sku }) => sku)).toEqual(['STOVE', 'TENT']);
  });

  it('is written anew into --out, under its own name, and nowhere else', async () => {
    const folder = shop({ 'products_export.csv': products });
    const before = everything(folder);
    const argv = ['listings', ...all, '--listing', 'products_export.csv', '--out', 'upload'];
    const { code } = await dropship(folder, [...argv, ...today]);
    expect(code).toBe(0);
    const after = everything(folder);
    expect(after['upload/products_export.csv']).toBe(products.replace(',99,', ',6,'));
    expect({ ...after, 'upload/products_export.csv': undefined }).toEqual({
      ...before,
      'upload/products_export.csv': undefined,
    });
  });
});

const columns = {
  classify:
    'sku,title,status,reason,sellable_quantity,sell_ahead_limit,on_hand,committed,safety_stock,incoming_quantity,restock_date,release_date,ship_date,ship_date_basis,deliver_by,supplier,daily_demand,days_of_cover,stockout_date,label,previous_status',
  forecast:
    'sku,title,method,pattern,daily_demand,demand_7,demand_14,demand_28,on_hand,sellable_quantity,days_of_cover,stockout_early,stockout_date,stockout_late,stockout_driver,suggested_safety_stock,reorder_point,mase,history_days,note',
  orders:
    'order_id,line_id,ordered_at,sku,title,quantity,outstanding,state,supplier,source,quantity_from_source,ship_date,ship_date_basis,deliver_by,promised_ship_date,days_late,blocked_by',
  notices:
    'order_id,line_id,sku,type,jurisdiction,old_date,new_date,send_by,target_date,if_silent,auto_cancel_on,refund_by,to,locale,file',
};

describe('the columns', () => {
  it.each(Object.entries(columns))(
    'of %s are those of the contract, in its order',
    async (command, header) => {
      const { stdout } = await dropship(shop(), [command, ...all, ...today, '--out', 'drafts']);
      expect(stdout.split('\n')[0]?.split(',').slice(0, header.split(',').length).join(',')).toBe(
        header,
      );
    },
  );

  it.each(Object.entries(columns))('of %s are the keys in JSON', async (command, header) => {
    const late =
      'order_id,ordered_at,sku,quantity,promised_ship_date,ship_to_country,customer_email\n1,2026-11-01,STOVE,1,2026-11-10,US,a@example.com\n';
    const folder = shop({ 'late-2026-11-23.csv': late });
    const argv = [command, ...both, '--orders', 'late-2026-11-23.csv', '--out', 'drafts'];
    const [row] = await json(folder, argv);
    expect(Object.keys(row ?? {}).slice(0, header.split(',').length)).toEqual(header.split(','));
  });
});

describe('the formats', () => {
  const argv = ['classify', ...all, ...today];

  it('csv ends lines with \\n, quotes only what needs it and sorts by the bytes of the SKU', async () => {
    const folder = folderWith({
      's-2026-11-22.csv':
        'sku,quantity,title\n\u{1f600},1,Astral\n\uff21,1,"a ""b"", c"\nb,1,two words\nB,1,é\nA-1,1,\n',
    });
    const { stdout } = await dropship(folder, [
      'classify',
      '--stock',
      's-2026-11-22.csv',
      ...today,
    ]);
    expect(stdout).not.toContain('\r');
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stdout.startsWith('\ufeff')).toBe(false);
    const rows = stdout.trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['A-1', 'B', 'b', '\uff21', '\u{1f600}']);
    expect(rows[1]).toContain('B,é,available');
    expect(rows[2]).toContain('b,two words,available');
    expect(rows[3]).toContain('\uff21,"a ""b"", c",available');
  });

  it('csv leaves blank what is not known', async () => {
    const { stdout } = await dropship(shop(), argv);
    const row = stdout.split('\n').find((line) => line.startsWith('LAMP,'));
    expect(row).toMatch(/^LAMP,,available,in-stock,7,,7,0,0,0,,,2026-11-25,stock,/);
  });

  it('tsv has tabs', async () => {
    const { stdout } = await dropship(shop(), [...argv, '-f', 'tsv']);
    expect(stdout.split('\n')[0]).toBe(columns.classify.replaceAll(',', '\t'));
  });

  it('json has numbers as numbers, dates as text and null where nothing is known', async () => {
    const rows = bySku(await json(shop(), ['classify', ...all]));
    expect(rows['LAMP']).toMatchObject({
      title: null,
      sellable_quantity: 7,
      sell_ahead_limit: null,
      restock_date: null,
      ship_date: '2026-11-25',
      previous_status: null,
    });
  });

  it('json keeps a SKU of digits as text', async () => {
    const folder = folderWith({ 's-2026-11-22.csv': 'sku,quantity\n00123,1\n' });
    expect(await json(folder, ['classify', '--stock', 's-2026-11-22.csv'])).toMatchObject([
      { sku: '00123' },
    ]);
  });

  it('json is [] and ndjson is empty when there is nothing', async () => {
    const none = ['orders', ...both, ...today, '-f'];
    expect((await dropship(shop(), [...none, 'json'])).stdout).toBe('[]\n');
    expect((await dropship(shop(), [...none, 'ndjson'])).stdout).toBe('');
    const due = ['notices', '--dry-run', ...both, ...today, '-f'];
    expect(JSON.parse((await dropship(shop(), [...due, 'json'])).stdout)).toEqual([]);
  });

  it('ndjson has one object a line, equal to those of json', async () => {
    const folder = shop();
    const { stdout } = await dropship(folder, [...argv, '-f', 'ndjson']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.map((line) => JSON.parse(line))).toEqual(await json(folder, ['classify', ...all]));
  });

  it('table is for people: a heading and one line a SKU', async () => {
    const { stdout } = await dropship(shop(), [...argv, '-f', 'table']);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toContain('SKU');
    expect(rows).toHaveLength(3);
    expect(stdout).not.toContain(',available,');
  });

  it('a pipe gets CSV and a terminal a table', async () => {
    const folder = shop();
    expect((await dropship(folder, argv)).stdout).toContain('sku,title,status');
    const shown = await dropship(folder, argv, { terminal: true });
    expect(shown.stdout).not.toContain('sku,title');
    expect(shown.stdout).toContain('TENT');
  });

  it('an unknown format is exit 2 and names those that are', async () => {
    const { code, stdout, stderr } = await dropship(shop(), [...argv, '-f', 'xml']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/table.*csv.*tsv.*json.*ndjson/);
  });
});

describe('-o', () => {
  const argv = ['classify', ...all, ...today];

  it.each([
    ['status.json', (text: string) => expect(JSON.parse(text)).toHaveLength(3)],
    ['status.ndjson', (text: string) => expect(text.trimEnd().split('\n')).toHaveLength(3)],
    ['status.tsv', (text: string) => expect(text).toMatch(/^sku\ttitle\t/)],
    ['status.csv', (text: string) => expect(text).toMatch(/^sku,title,/)],
    ['status', (text: string) => expect(text).toMatch(/^sku,title,/)],
    ['STATUS.JSON', (text: string) => expect(JSON.parse(text)).toHaveLength(3)],
  ])('%s is written in the format of its ending, and stdout stays empty', async (name, check) => {
    const folder = shop();
    const { code, stdout } = await dropship(folder, [...argv, '-o', name], { terminal: true });
    expect(code).toBe(0);
    expect(stdout).toBe('');
    check(readFileSync(join(folder, name), 'utf8'));
  });

  it('the format of -f goes before the ending', async () => {
    const folder = shop();
    await dropship(folder, [...argv, '-o', 'status.csv', '-f', 'json']);
    expect(JSON.parse(readFileSync(join(folder, 'status.csv'), 'utf8'))).toHaveLength(3);
  });

  it('- is standard output', async () => {
    const folder = shop();
    const before = everything(folder);
    expect((await dropship(folder, [...argv, '-o', '-'])).stdout).toContain('TENT');
    expect(everything(folder)).toEqual(before);
  });

  it('that cannot be written is exit 2, and no temporary file stays', async () => {
    const folder = shop({ 'place/other.txt': 'x' });
    const before = everything(folder);
    const { code, stderr } = await dropship(folder, [...argv, '-o', 'place']);
    expect(code).toBe(2);
    expect(stderr).not.toContain('fault of its own');
    expect(everything(folder)).toEqual(before);
  });
});

describe('for a spreadsheet', () => {
  const stock = `sku,quantity,title
=1+1,5,"=HYPERLINK(""http://evil.example"")"
+A2,5,+cmd
-3+4,5,-9
@SUM(A1),5,@x
PLAIN,5,"a;b, c"
`;
  const file = () => folderWith({ 's-2026-11-22.csv': stock });
  const argv = ['classify', '--stock', 's-2026-11-22.csv', ...today];

  it('--excel adds a BOM and CRLF, and defuses text that would run as a formula', async () => {
    const { stdout } = await dropship(file(), [...argv, '--excel']);
    expect(stdout.startsWith('\ufeffsku,title,')).toBe(true);
    expect(stdout.replaceAll('\r\n', '')).not.toContain('\n');
    const cells = stdout
      .split('\r\n')
      .slice(1)
      .flatMap((row) => row.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
      .map((cell) => cell.replace(/^"|"$/g, ''));
    const running = cells.filter((cell) => /^[=+@-]/.test(cell) && !/^-\d+$/.test(cell));
    expect(running).toEqual([]);
    expect(cells).toContain("'=1+1");
    expect(cells).toContain("'@SUM(A1)");
  });

  it('--excel never touches numbers', async () => {
    const folder = folderWith({
      's-2026-11-22.csv': 'sku,quantity\nA,0\n',
      'orders-2026-11-22.csv':
        'order_id,ordered_at,sku,quantity,promised_ship_date\n1,2026-11-20,A,1,2026-11-25\n',
    });
    const { stdout } = await dropship(folder, [
      'forecast',
      '--stock',
      's-2026-11-22.csv',
      '--orders',
      'orders-2026-11-22.csv',
      ...today,
      '--excel',
    ]);
    expect(stdout).not.toContain("'");
    expect(stdout).toMatch(/,0\.\d+,/);
  });

  it('--excel-eu has semicolons and a decimal comma besides', async () => {
    const folder = folderWith({
      's-2026-11-22.csv': stock,
      'h-2026-11-22.csv': 'date,sku,qty\n2026-11-01,PLAIN,1\n2026-11-21,PLAIN,2\n',
    });
    const { stdout } = await dropship(folder, [
      'forecast',
      '--stock',
      's-2026-11-22.csv',
      '--history',
      'h-2026-11-22.csv',
      ...today,
      '--excel-eu',
    ]);
    expect(stdout.startsWith('\ufeffsku;title;method;')).toBe(true);
    const row = stdout.split('\r\n').find((line) => line.startsWith('PLAIN;'));
    expect(row).toMatch(/^PLAIN;"a;b, c";/);
    expect(row).toMatch(/;\d+,\d+;/);
    expect(row).not.toMatch(/\d\.\d/);
  });

  it('is not what plain CSV gets: cells are never altered', async () => {
    const { stdout } = await dropship(file(), argv);
    expect(stdout).toContain('\n=1+1,"=HYPERLINK(""http://evil.example"")",');
    expect(stdout).not.toContain("'");
  });

  it('the problems file is defused always', async () => {
    const folder = folderWith({ 's-2026-11-22.csv': 'sku,quantity\nA,=1+1\nB,2\n' });
    const argv_ = ['classify', '--stock', 's-2026-11-22.csv', '--problems', 'p.csv', ...today];
    expect((await dropship(folder, argv_)).code).toBe(1);
    const text = readFileSync(join(folder, 'p.csv'), 'utf8');
    expect(text.replace('\ufeff', '').split(/\r?\n/)[0]).toBe(
      'file,line,column,kind,value,message,hint',
    );
    expect(text).toContain(",'=1+1,");
  });
});

describe('the same inputs', () => {
  it('give the same bytes, whatever the clock says', async () => {
    const folder = shop();
    for (const format of ['csv', 'json', 'table']) {
      const argv = ['classify', ...all, ...today, '-f', format];
      const one = await dropship(folder, argv, { now: '2026-11-23T00:10:00Z' });
      const two = await dropship(folder, argv, { now: '2026-11-23T23:10:00Z' });
      expect(two).toEqual(one);
    }
  });

  it('give the same bytes in whatever order the files are named', async () => {
    const folder = shop();
    const one = await dropship(folder, ['classify', ...all, ...today]);
    const two = await dropship(folder, [
      'classify',
      '--orders',
      'orders-2026-11-23.csv',
      '--stock',
      'beta_20261122.csv',
      'acme-2026-11-22.csv',
      ...today,
    ]);
    expect(two.stdout).toBe(one.stdout);
  });
});

describe('the exit code', () => {
  it('is 1 when rows of the input were left out, and the others are shown', async () => {
    const folder = folderWith({ 's-2026-11-22.csv': 'sku,quantity\nA,some\nB,2\n' });
    const { code, stdout, stderr } = await dropship(folder, [
      'classify',
      '--stock',
      's-2026-11-22.csv',
      ...today,
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^B,.*,2,/m);
    expect(stderr).toContain('s-2026-11-22.csv:2 (quantity)');
    expect(stderr).toContain('"some"');
  });

  it('is 0 when all rows could be read, notes or not', async () => {
    const folder = folderWith({ 's.csv': beta });
    const { code, stderr } = await dropship(folder, ['classify', '--stock', 's.csv', ...today]);
    expect(code).toBe(0);
    expect(stderr).not.toBe('');
  });

  it('is 1 when one of several files is missing, and the rest is planned', async () => {
    const { code, stdout, stderr } = await dropship(shop(), [
      'classify',
      ...both,
      'none.csv',
      ...today,
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('none.csv');
    expect(stdout).toContain('TENT');
  });

  it.each([
    ['an unknown option', ['classify', '--stok', 'acme-2026-11-22.csv'], /--stock/],
    ['an unknown command', ['clasify'], /classify/],
    ['a surplus argument', ['classify', 'acme-2026-11-22.csv'], /argument/],
    ['a missing argument', ['explain', ...both], /sku/i],
    ['a missing file', ['classify', '--stock', 'none.csv'], /none\.csv/],
    ['a missing file of orders', ['orders', ...both, '--orders', 'none.csv'], /none\.csv/],
    ['a missing file of overrides', ['classify', ...both, '--skus', 'none.csv'], /none\.csv/],
    ['a missing SKU map', ['classify', ...both, '--sku-map', 'none.csv'], /none\.csv/],
    ['a missing listing', ['listings', ...both, '--listing', 'none.csv'], /none\.csv/],
    ['a missing workspace', ['classify', '-C', 'none'], /none/],
    ['a day that is none', ['classify', ...both, '--today', '2026-02-30'], /2026-02-30/],
    ['a day in another writing', ['classify', ...both, '--today', '23.11.2026'], /2026-11-23/],
    ['nothing to plan from', ['classify'], /--stock|init/],
    ['no SKU of the name', ['explain', 'TENTT', ...both, ...today], /TENT"/],
    ['no value', ['classify', '--stock'], /--stock/],
  ])('is 2 for %s, with nothing on stdout', async (_, argv, says) => {
    const folder = shop();
    const before = everything(folder);
    const { code, stdout, stderr } = await dropship(folder, argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('fault of its own');
    expect(everything(folder)).toEqual(before);
  });

  it('is 2 when the orders cannot be read: without them every quantity would be wrong', async () => {
    const folder = shop({ 'bad-2026-11-23.csv': 'a,b\n1,2\n' });
    const { code, stdout, stderr } = await dropship(folder, [
      'classify',
      ...both,
      '--orders',
      'bad-2026-11-23.csv',
      ...today,
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('bad-2026-11-23.csv');
    expect(stderr).toContain('a, b');
  });

  it('names the orders file that could not be read, not another file', async () => {
    const folder = shop({
      'bad-2026-11-23.csv': 'a,b\n1,2\n',
      'alien-2026-11-20.csv': 'x,y\n1,2\n',
    });
    const { code, stderr } = await dropship(folder, [
      'classify',
      ...both,
      'alien-2026-11-20.csv',
      '--orders',
      'bad-2026-11-23.csv',
      ...today,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('bad-2026-11-23.csv');
  });
});

describe('-q', () => {
  it('keeps what needs a person and leaves out notes', async () => {
    const folder = folderWith({ 's.csv': 'sku,quantity\nA,some\nB,2\n' });
    const { stderr } = await dropship(folder, ['classify', '--stock', 's.csv', '-q', ...today]);
    expect(stderr).toContain('"some"');
    expect(stderr).not.toContain('no date in its name');
  });
});

describe('many problems of one kind', () => {
  it('are grouped on the screen and all in the problems file', async () => {
    const rows = Array.from({ length: 1207 }, (_, i) => `S${i},?`).join('\n');
    const good = Array.from({ length: 5000 }, (_, i) => `OK${i},1`).join('\n');
    const folder = folderWith({ 's-2026-11-22.csv': `sku,quantity\n${rows}\n${good}\n` });
    const argv = ['classify', '--stock', 's-2026-11-22.csv', '--problems', 'p.csv', ...today];
    const { stderr } = await dropship(folder, argv);
    expect(stderr).toMatch(/… and 1,20\d more like it/);
    expect(stderr.split('\n').length).toBeLessThan(12);
    expect(
      readFileSync(join(folder, 'p.csv'), 'utf8').match(/quantity-not-understood/g),
    ).toHaveLength(1207);
  });
});

it('every command takes the options that every command has', async () => {
  const folder = shop();
  const commands = [
    'init',
    'ingest',
    'run',
    'classify',
    'forecast',
    'orders',
    'listings',
    'notices',
    'explain',
  ];
  for (const command of commands) {
    const { stdout, code } = await dropship(folder, [command, '--help']);
    expect([command, code]).toEqual([command, 0]);
    for (const option of [
      '-C, --workspace',
      '--today',
      '-f, --format',
      '-o, --output',
      '--out ',
      '-q, --quiet',
      '--no-color',
      '-h, --help',
    ])
      expect([command, stdout]).toEqual([command, expect.stringContaining(option)]);
  }
});

it.each(['classify', 'run', 'init', 'explain'])(
  '%s --version prints the version',
  async (command) => {
    const { code, stdout } = await dropship(folderWith({}), [command, '--version']);
    expect(code).toBe(0);
    expect(stdout).toBe('0.0.0\n');
  },
);

describe('forecast', () => {
  const sales = Array.from(
    { length: 40 },
    (_, i) =>
      `${new Date(Date.UTC(2026, 9, 14 + i)).toISOString().slice(0, 10)},TENT,${i < 33 ? 1 : 8}\n`,
  ).join('');
  const folder = () => shop({ 'sales-2026-11-22.csv': `date,sku,qty\n${sales}` });
  const argv = [
    'forecast',
    '--stock',
    'acme-2026-11-22.csv',
    '--history',
    'sales-2026-11-22.csv',
    ...today,
  ];
  const tent = async (options: readonly string[]) => {
    const { stdout } = await dropship(folder(), [...argv, ...options, '-f', 'json']);
    return bySku(JSON.parse(stdout) as Json[])['TENT'];
  };

  it('--method simple --window 7 is the plain average of the last seven days', async () => {
    expect(await tent(['--method', 'simple', '--window', '7'])).toMatchObject({
      daily_demand: 8,
      demand_7: 56,
      demand_14: 112,
      demand_28: 224,
      days_of_cover: 0.6,
    });
  });

  it('--window alone is the plain average of so many days', async () => {
    // 33 days of one, seven of eight: of the last 14 days seven are of one.
    expect(await tent(['--window', '14'])).toMatchObject({ daily_demand: 4.5, history_days: 40 });
  });

  it('--method names those there are when it does not know one', async () => {
    const { code, stdout, stderr } = await dropship(folder(), [...argv, '--method', 'magic']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/simple/);
  });

  it.each(['0', '-3', '2.5', 'many'])('--window %s is exit 2', async (window) => {
    const { code, stderr } = await dropship(folder(), [...argv, `--window=${window}`]);
    expect(code).toBe(2);
    expect(stderr).toContain('--window');
  });
});

describe("a supplier's holidays", () => {
  it('are days on which nothing is dispatched', async () => {
    const file = 'day,what\n2026-11-24,Fair\n25.11.2026,Fair\n';
    const folder = shop({
      'dropship.toml': '[suppliers.beta]\nholidays = "fair.csv"\n',
      'fair.csv': file,
    });
    const rows = bySku(await json(folder, ['classify', '--stock', 'beta_20261122.csv']));
    // Two working days from Monday the 23rd, the 24th and the 25th left out.
    expect(rows['LAMP']).toMatchObject({ ship_date: '2026-11-27' });
  });
});

describe('kits', () => {
  const kits = 'kit_sku,component_sku,quantity\nSET,TENT,2\nSET,STOVE,1\n';
  const sales = 'date,sku,qty\n2026-11-01,TENT,1\n2026-11-20,SET,3\n';

  it('are demand for what they are made of', async () => {
    const cwd = folderWith({ 'kits.csv': kits, 'sales.csv': sales });
    const asked = ['forecast', '--history', 'sales.csv', '--all', ...today, '-f', 'json'];
    const { stdout } = await dropship(cwd, [...asked, '--method', 'simple', '--window', '3']);
    const rate = Object.fromEntries(
      JSON.parse(stdout).map((row: { sku: string; daily_demand: number }) => [
        row.sku,
        row.daily_demand,
      ]),
    );
    expect(rate).toEqual({ SET: 1, STOVE: 1, TENT: 2 });
  });

  it('are read from the file that is named, which must be right', async () => {
    const cwd = folderWith({
      'sets.csv': 'kit_sku,component_sku,quantity\nSET,TENT,some\n',
      'sales.csv': sales,
    });
    const { stderr } = await dropship(cwd, [
      'forecast',
      '--history',
      'sales.csv',
      '--kits',
      'sets.csv',
      ...today,
    ]);
    expect(stderr).toContain('sets.csv:2 (quantity)');
    const missing = await dropship(cwd, [
      'forecast',
      '--history',
      'sales.csv',
      '--kits',
      'none.csv',
      ...today,
    ]);
    expect(missing.code).toBe(2);
  });
});

describe('options of forecast that cannot be', () => {
  const cwd = () => folderWith({ 'sales.csv': 'date,sku,qty\n2026-11-01,TENT,1\n' });
  const forecast = (...more: string[]) =>
    dropship(cwd(), ['forecast', '--history', 'sales.csv', ...today, ...more]);

  it.each([
    ['--horizons', '14,x', 'a whole number'],
    ['--horizons', '400', 'Not further ahead than 365'],
    ['--quantiles', '90', 'from 0.001 to 0.999'],
  ])('%s %s are refused', async (option, value, said) => {
    const { code, stderr } = await forecast(option, value);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it('a window for a method without one is refused', async () => {
    const { code, stderr } = await forecast('--method', 'croston', '--window', '5');
    expect(code).toBe(2);
    expect(stderr).toContain('--window means nothing to --method croston');
  });

  it('lists name a column once', async () => {
    const { stdout } = await forecast('--horizons', '14,14', '--quantiles', '0.9,0.9', '--all');
    expect(stdout.split('\n')[0]).toMatch(/,demand_14_p90$/);
    expect(stdout.split('\n')[0]?.match(/demand_14_p90/g)).toHaveLength(1);
  });
});

describe('a history without order numbers and an export of the same sales', () => {
  const sold = Array.from({ length: 14 }, (_, i) => `2026-11-${String(i + 8).padStart(2, '0')}`);
  const files = {
    'history-2026-11-21.csv': `date,sku,quantity\n${sold.map((day) => `${day},TENT,2\n`).join('')}`,
    'orders-2026-11-23.csv': `order_id,ordered_at,sku,quantity,fulfilled_quantity\n${sold
      .map((day, i) => `${i},${day},TENT,2,2\n`)
      .join('')}`,
  };
  const given = ['--stock', 'acme-2026-11-22.csv', '--orders', 'orders-2026-11-23.csv'];

  it('are as much demand as the export alone', async () => {
    const folder = shop(files);
    const alone = await dropship(folder, ['forecast', ...given, ...today]);
    const both = await dropship(folder, [
      'forecast',
      ...given,
      '--history',
      'history-2026-11-21.csv',
      ...today,
    ]);
    expect(both.stdout).toBe(alone.stdout);
    expect(both.stderr).toContain('14 of its rows are sales that other files have as well');
  });
});
