import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const listing = `Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Barcode
cup,Steel cup,CUP,shopify,3,deny,9501101530003
box,Tin box,123,shopify,3,deny,
lamp,"Lamp, red",LAMP-RED,shopify,3,deny,
tent,Tent,TENT,shopify,3,deny,
`;
const acme = `sku,quantity,title,barcode
48213,5,Cup of steel,09501101530003
00123,9,Box,
7000,2,=Red lamp,
TENT,4,Tent,
OTHER,1,Not in the shop,
`;

/** A shop whose supplier has four of its articles, only one of them under the shop's own SKU. */
function shop(more: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'dropship.toml': `timezone = "UTC"
[suppliers.acme]
files = "acme-*.csv"
[listings.shop]
file = "products_export.csv"
`,
    'products_export.csv': listing,
    'acme-2026-11-22.csv': acme,
    ...more,
  });
}

/** What is on hand of each SKU that the plan speaks of. */
async function onHand(folder: string): Promise<Record<string, number>> {
  const { stdout } = await dropship(folder, ['classify', ...today, '-f', 'json']);
  const rows = JSON.parse(stdout) as { sku: string; on_hand: number }[];
  return Object.fromEntries(rows.map((row) => [row.sku, row.on_hand]));
}

const text = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('ingest', () => {
  it('matches by barcode, names what is near, and joins nothing else', async () => {
    const folder = shop();
    const { code, stderr } = await dropship(folder, ['ingest', ...today]);
    expect(code).toBe(1);
    expect(stderr).toContain('"CUP" was matched by barcode: it is "48213" of acme');
    expect(stderr).toContain('products_export.csv:3: no supplier has "123", but there is "00123"');
    expect(stderr).toContain('acme,00123,123,');
    expect(stderr).toContain('products_export.csv:4: no supplier has "LAMP-RED"; nearest: "7000"');
    expect(stderr).not.toContain('OTHER');
    expect(await onHand(folder)).toEqual({ '123': 0, CUP: 5, 'LAMP-RED': 0, TENT: 4 });
  });

  it('says notes once, and wakes nobody for what it said before', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', ...today]);
    const { code, stderr } = await dropship(folder, ['ingest', ...today]);
    expect(code).toBe(0);
    expect(stderr).not.toContain('by barcode');
    expect(stderr).toContain('no supplier has "123"');
  });

  it('forgets a problem that is solved', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', ...today]);
    put(folder, 'sku-map.csv', 'supplier,supplier_sku,sku,units\nacme,00123,123,\n');
    await dropship(folder, ['ingest', ...today]);
    expect(text(folder, 'book/problems.csv')).not.toContain('sku-near');
    expect(text(folder, 'book/problems.csv')).toContain('sku-unmatched');
  });
});

describe('ingest --write-map', () => {
  it('proposes a map that matches as it stands, and asks for the rest', async () => {
    const folder = shop();
    const { stderr } = await dropship(folder, ['ingest', '--write-map', ...today]);
    expect(stderr).toContain('sku-map.csv: 2 filled in, 1 with an empty sku');
    expect(
      text(folder, 'sku-map.csv'),
    ).toBe(`supplier,supplier_sku,sku,units,why,supplier_title,title
acme,00123,123,,differs in leading zeros,Box,Tin box
acme,48213,CUP,,the same barcode,Cup of steel,Steel cup
acme,7000,,,perhaps LAMP-RED: its title is alike,'=Red lamp,"Lamp, red"
`);
    const again = await dropship(folder, ['ingest', ...today]);
    expect(again).toMatchObject({ code: 0, stderr: 'Read 1 file known already.\n' });
    expect(await onHand(folder)).toEqual({ '123': 9, CUP: 5, 'LAMP-RED': 0, TENT: 4 });
  });

  it('takes the line that a person has filled in', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', '--write-map', ...today]);
    const map = text(folder, 'sku-map.csv');
    put(folder, 'sku-map.csv', map.replace('acme,7000,,', 'acme,7000,LAMP-RED,'));
    expect(await onHand(folder)).toMatchObject({ 'LAMP-RED': 2 });
    const { stdout } = await dropship(folder, ['explain', 'LAMP-RED', ...today]);
    expect(stdout).toContain('2 as of 2026-11-22, as its 7000 by sku-map.csv');
  });

  it('never writes over a map of yours, nor over a proposal that you are at work on', async () => {
    const own = 'supplier,supplier_sku,sku,units\nacme,7000,LAMP-RED,\n';
    const folder = shop({ 'sku-map.csv': own });
    const { stderr } = await dropship(folder, ['ingest', '--write-map', ...today]);
    expect(stderr).toContain('Proposed in sku-map.proposed.csv: 2 filled in');
    expect(text(folder, 'sku-map.csv')).toBe(own);
    const proposal = text(folder, 'sku-map.proposed.csv');
    expect(proposal).not.toContain('7000');
    expect((await dropship(folder, ['ingest', '--write-map', ...today])).code).toBe(0);

    const edited = proposal.replace('acme,48213,CUP', 'acme,48213,MUG');
    put(folder, 'sku-map.proposed.csv', edited);
    const refused = await dropship(folder, ['ingest', '--write-map', ...today]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('sku-map.proposed.csv is there already');
    expect(text(folder, 'sku-map.proposed.csv')).toBe(edited);
  });

  it('writes nothing with --dry-run, and says so when there is nothing to propose', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', '--write-map', '--dry-run', ...today]);
    expect(existsSync(join(folder, 'sku-map.csv'))).toBe(false);
    put(
      folder,
      'products_export.csv',
      listing.split('\n').slice(0, 1).concat('tent,Tent,TENT,shopify,3,deny,\n').join('\n'),
    );
    const { stderr } = await dropship(folder, ['ingest', '--write-map', ...today]);
    expect(stderr).toContain('Nothing to propose');
    expect(existsSync(join(folder, 'sku-map.csv'))).toBe(false);
  });
});

describe('a line of sku-map.csv without a SKU', () => {
  it('that says why undoes a match by barcode and asks no more', async () => {
    const folder = shop({
      'sku-map.csv':
        'supplier,supplier_sku,sku,units,why\nacme,48213,,,a copy\nacme,00123,,,other box\n',
    });
    const { stderr } = await dropship(folder, ['ingest', ...today]);
    expect(stderr).not.toContain('48213');
    expect(stderr).not.toContain('00123');
    expect(await onHand(folder)).toMatchObject({ CUP: 0, '123': 0 });
  });

  it('that says nothing is still reported', async () => {
    const folder = shop({ 'sku-map.csv': 'supplier,supplier_sku,sku,units\nacme,48213,,\n' });
    await dropship(folder, ['ingest', ...today]);
    const { stderr } = await dropship(folder, ['classify', ...today]);
    expect(stderr).toContain('sku-map.csv:2: no SKU');
  });
});

describe('a configured prefix', () => {
  it('joins numbers, also on files given by hand, and explain says so', async () => {
    const folder = folderWith({
      'dropship.toml': '[suppliers.acme]\nsku_prefix = "ACM-"\n',
      'acme-2026-11-22.csv': 'sku,quantity\n100,5\n',
      'orders-2026-11-22.csv': 'order_id,ordered_at,sku,quantity\n1,2026-11-21,ACM-100,2\n',
    });
    const files = ['--stock', 'acme-2026-11-22.csv', '--orders', 'orders-2026-11-22.csv'];
    const { stdout, stderr } = await dropship(folder, ['explain', 'ACM-100', ...files, ...today]);
    expect(stderr).toBe('');
    expect(stdout).toContain('5 as of 2026-11-22, as its 100 by prefix');
  });
});

describe('run', () => {
  it('tells the same, and keeps all of it in problems.csv', async () => {
    const folder = shop();
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr).toContain('no supplier has "123"');
    const problems = text(folder, 'out/2026-11-23/problems.csv');
    for (const kind of ['sku-near', 'sku-unmatched', 'matched-by-barcode'])
      expect(problems).toContain(`,${kind},`);
  });
});
