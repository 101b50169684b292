import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const config = `
[suppliers.acme]
name = "Acme Outdoor"
files = "inbox/acme-*.csv"

[orders.shop]
files = "inbox/orders-*.csv"

[returns.shop]
files = "inbox/returns-*.csv"
`;

const numbers = Array.from({ length: 20 }, (_, i) => i);
const orders = [
  'order_id,ordered_at,sku,quantity,fulfilled_quantity,fulfilled_at,supplier',
  ...numbers.map((i) => `#10${10 + i},2026-10-20,BAG-X,1,1,2026-10-22,acme`),
  '#2001,2026-10-20,MUG,4,4,2026-10-22,acme',
  '',
].join('\n');

/** Of twenty bags six came back, five of them broken; of four mugs one. */
const shop = {
  'dropship.toml': config,
  'inbox/acme-2026-11-22.csv': 'sku,quantity\nBAG-X,10\nMUG,10\n',
  'inbox/orders-2026-11-22.csv': orders,
  'inbox/returns-2026-11-22.csv': [
    'Bestellnummer;Artikelnummer;Menge;Rücksendedatum;Retourgrund',
    ...numbers
      .slice(0, 5)
      .map((i) => `10${10 + i};BAG-X;1;0${i + 1}.11.2026;Reißverschluss defekt`),
    '1019;BAG-X;1;15.11.2026;gefällt nicht',
    '2001;MUG;1;16.11.2026;kaputt',
    '',
  ].join('\n'),
};

function bookBytes(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'book'));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, 'book', name), 'utf8')]),
  );
}

describe('returns in a workspace', () => {
  it('propose a stop in the summary, with what speaks for it in the folder of the day', async () => {
    const folder = folderWith(shop);
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr).toContain(
      'Consider stopping BAG-X of acme: 6 of 20 shipped came back or were complained of (5 as defective, 1 as not wanted)',
    );
    expect(stderr).toContain('out/2026-11-23/quality.csv');
    expect(stderr).toContain('status = unavailable in skus.csv');
    expect(stderr).not.toContain('MUG of acme');
    const rows: Record<string, string>[] = parseCsv(
      readFileSync(join(folder, 'out/2026-11-23/quality.csv')),
      { columns: true },
    );
    expect(rows).toHaveLength(6);
    // 5 of 20 lies between 0.1482 and 0.3898 by scipy.
    expect(rows[0]).toMatchObject({
      ...{ sku: 'BAG-X', supplier: 'acme', since: '2026-08-25', shipped: '20', returned: '6' },
      ...{ blamed: '5', rate: '0.25', rate_low: '0.1482', rate_high: '0.3898' },
      ...{ order_id: '#1010', quantity: '1', returned_at: '2026-11-01', cause: 'defect' },
      ...{ reason: 'Reißverschluss defekt', file: 'inbox/returns-2026-11-22.csv', line: '2' },
    });
    // Nothing is stopped by itself.
    const status = await dropship(folder, ['classify', ...today, '-f', 'json']);
    expect(JSON.parse(status.stdout)).toMatchObject([
      { sku: 'BAG-X', status: 'available' },
      { sku: 'MUG', status: 'available' },
    ]);
  });

  it('are told by explain, with their places', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    const { stdout } = await dropship(folder, ['explain', 'BAG-X', ...today, '-f', 'json']);
    const facts: { fact: string; value: string; source: string }[] = JSON.parse(stdout);
    const [share] = facts.filter(({ fact }) => fact === 'came back');
    expect(share?.value).toMatch(
      /6 of 20 shipped.*5 of 20 = 25 %.*14\.8 % to 39 %.*10 %.*stopping/,
    );
    expect(facts).toContainEqual({
      subject: 'BAG-X',
      fact: '  return 2026-11-15',
      value: '1 of order #1019 as not wanted, "gefällt nicht"',
      source: 'inbox/returns-2026-11-22.csv:7',
    });
    const mug = await dropship(folder, ['explain', 'MUG', ...today]);
    expect(mug.stdout).toContain('1 of 4 shipped came back or was complained of (1 as defective)');
    expect(mug.stdout).not.toContain('stopping');
  });

  it('propose nothing where the limit is higher, or once it was stopped, and then write no file', async () => {
    const limit = { ...shop, 'dropship.toml': `${config}\n[policy]\nmax_return_rate = 0.2\n` };
    const stopped = { ...shop, 'skus.csv': 'sku,status\nBAG-X,unavailable\n' };
    for (const files of [limit, stopped]) {
      const folder = folderWith(files);
      const { stderr } = await dropship(folder, ['run', ...today]);
      expect(stderr).not.toContain('Consider stopping');
      expect(existsSync(join(folder, 'out/2026-11-23/status.csv'))).toBe(true);
      expect(existsSync(join(folder, 'out/2026-11-23/quality.csv'))).toBe(false);
    }
  });

  it('are kept in the book by cells that may be looked at; the same files again change no byte', async () => {
    const folder = folderWith(shop);
    const first = await dropship(folder, ['ingest', ...today]);
    expect([first.code, first.stderr]).toEqual([
      0,
      expect.stringContaining('1 returns file (7 rows)'),
    ]);
    const before = bookBytes(folder);
    expect(before['returns.csv']?.split('\n').slice(0, 2)).toEqual([
      'order_id,line_id,sku,quantity,returned_at,reason,supplier,return_id,after,as_of,file,line',
      '1010,,BAG-X,1,2026-11-01,Reißverschluss defekt,,,0,2026-11-22,inbox/returns-2026-11-22.csv,2',
    ]);
    await dropship(folder, ['ingest', ...today]);
    expect(bookBytes(folder)).toEqual(before);
    // What was read back from the book counts as what was read from the file.
    const { stdout } = await dropship(folder, ['explain', 'BAG-X', ...today]);
    expect(stdout).toContain('5 as defective, 1 as not wanted');
  });

  it('wait for their order, and are told of as news once', async () => {
    const { 'inbox/orders-2026-11-22.csv': late, ...rest } = shop;
    const folder = folderWith(rest);
    const first = await dropship(folder, ['ingest', ...today]);
    expect([first.code, first.stderr]).toEqual([
      1,
      expect.stringContaining('returned from "1010", but no such order is known'),
    ]);
    expect((await dropship(folder, ['ingest', ...today])).code).toBe(0);
    put(folder, 'inbox/orders-2026-11-22.csv', late);
    const third = await dropship(folder, ['ingest', ...today]);
    expect([third.code, third.stderr]).toEqual([0, expect.not.stringContaining('no such order')]);
    const { stdout } = await dropship(folder, ['explain', 'BAG-X', ...today]);
    expect(stdout).toContain('6 of 20 shipped');
  });

  it('of long ago are told as such, without a share of the last 90 days', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    const later = ['explain', 'MUG', '--today', '2027-03-01', '-f', 'json'];
    const { stdout } = await dropship(folder, later);
    const facts: { fact: string; value: string }[] = JSON.parse(stdout);
    expect(facts.filter(({ fact }) => fact.startsWith('came back'))).toMatchObject([
      { fact: 'came back, ever', value: expect.stringContaining('1 of 4 shipped') },
    ]);
  });

  it('are a named supplier’s where the section bears its name', async () => {
    const folder = folderWith({
      ...shop,
      'dropship.toml': config.replace('[returns.shop]', '[returns.acme]'),
    });
    await dropship(folder, ['ingest', ...today]);
    expect(bookBytes(folder)['returns.csv']).toContain('Reißverschluss defekt,acme,');
  });

  it('are understood as ingest --explain shows', async () => {
    const folder = folderWith(shop);
    const file = 'inbox/returns-2026-11-22.csv';
    const { stdout } = await dropship(folder, [
      'ingest',
      '--explain',
      file,
      ...today,
      '-f',
      'json',
    ]);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ line: 2, field: 'returned_at', understood: '2026-11-01' }),
    );
  });
});

it('init asks whose returns they are', async () => {
  const folder = folderWith({ 'back-2026-11-22.csv': shop['inbox/returns-2026-11-22.csv'] });
  // The columns are right, they are acme's, and the questions on the store are left open.
  const answers = ['', 'acme', ...Array.from({ length: 9 }, () => '')];
  await dropship(folder, ['init'], { answers });
  const toml = parse(readFileSync(join(folder, 'dropship.toml'), 'utf8'));
  expect(toml['returns']).toMatchObject({ acme: { columns: { reason: 'Retourgrund' } } });
});

it('init finds returns and writes a configuration that reads them', async () => {
  const { 'dropship.toml': _, ...files } = shop;
  const folder = folderWith(files);
  const { stderr } = await dropship(folder, ['init']);
  expect(stderr).toContain('returns: inbox/returns*.csv');
  const toml = parse(readFileSync(join(folder, 'dropship.toml'), 'utf8'));
  expect(toml['returns']).toMatchObject({
    returns: { files: 'inbox/returns*.csv', columns: { returned_at: 'Rücksendedatum' } },
  });
  const read = await dropship(folder, ['ingest', ...today]);
  expect(read.stderr).toContain('1 returns file (7 rows)');
});
