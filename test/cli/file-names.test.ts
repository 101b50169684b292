import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';

const older = 'sku,quantity\nA,12\nB,3\n';
const newer = 'sku,quantity\nA,10\nB,0\n';

/** What `classify` has of A and B: how many, and at whom. */
const classified = async (folder: string, today: string, ...args: string[]) => {
  const { stdout } = await dropship(folder, ['classify', '-f', 'csv', '--today', today, ...args]);
  const rows = stdout.split('\n').map((line) => line.split(','));
  const [header = [], ...articles] = rows;
  const at = (name: string) => header.indexOf(name);
  return articles
    .filter(({ length }) => length > 1)
    .map((row) => `${row[at('sku')]} ${row[at('on_hand')]} ${row[at('supplier')]}`);
};

describe('a time behind the date in a file’s name', () => {
  it.each([
    ['acme_20261122_0700.csv', 'acme_20261123_0715.csv'],
    ['acme-2026-11-22T07-00-00.csv', 'acme-2026-11-23T07-15-00.csv'],
    ['acme_20261122070012.csv', 'acme_20261123071512.csv'],
    ['acme 2026-11-22 at 07.00.00.csv', 'acme 2026-11-23 at 07.15.00.csv'],
    ['acme-2026-11-22T07:00:00.000Z.csv', 'acme-2026-11-23T07:15:00.000Z.csv'],
    ['acme_22-11-2026_0700.csv', 'acme_23-11-2026_0715.csv'],
    ['2026-11-22_0700-acme.csv', '2026-11-23_0715-acme.csv'],
    // Of one day: the later time.
    ['acme_20261123_0700.csv', 'acme_20261123_1500.csv'],
    ['acme-2026-11-23T07-00-00.csv', 'acme-2026-11-23T15-00-00.csv'],
  ])('is no part of the supplier’s: %s', async (first, second) => {
    const folder = folderWith({ [first]: older, [second]: newer });
    const args = ['--stock', second, first];
    expect(await classified(folder, '2026-11-23', ...args)).toEqual(['A 10 acme', 'B 0 ']);
  });

  it('counts for orders too: the later file of a day has the last word', async () => {
    const order = (fulfilled: string) =>
      `order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity\n#1,1,2026-11-20,A,1,${fulfilled}\n`;
    const folder = folderWith({
      'orders_20261123_0700.csv': order('0'),
      'orders_20261123_1500.csv': order('1'),
    });
    const files = ['orders_20261123_1500.csv', 'orders_20261123_0700.csv'];
    await dropship(folder, ['ingest', ...files, '--today', '2026-11-23']);
    const { stdout } = await dropship(folder, ['orders', '-f', 'csv', '--today', '2026-11-23']);
    expect(stdout).not.toContain('#1');
  });

  it('makes one section of the files that `init` finds', async () => {
    const folder = folderWith({
      'inbox/acme_20261122_0700.csv': older,
      'inbox/acme_20261123_0715.csv': newer,
      'inbox/nord-2026-11-23.csv': newer,
    });
    const { stderr, stdout } = await dropship(folder, ['init', '.', '--yes']);
    expect(stderr + stdout).toContain('supplier acme: inbox/acme*.csv');
    expect(stderr + stdout).not.toContain('0700');
  });

  it.each([
    ['report_20261101-20261122.csv', 'report'],
    ['report_2026-11-01_2026-11-22.csv', 'report'],
    ['report_01-11-2026_20-11-2026.csv', 'report'],
    ['acme-2026-11-22-7.csv', 'acme-7'],
    ['acme-2026-11-22-9999.csv', 'acme-9999'],
  ])('is none in %s', async (name, supplier) => {
    const folder = folderWith({ [name]: older });
    const found = await classified(folder, '2026-11-23', '--stock', name);
    expect(found[0]).toMatch(new RegExp(`^A 12 (?:${supplier})?$`));
  });
});

describe('a date in a file’s name that may have its day or its month first', () => {
  // 10 November or 11 October.
  const name = 'acme_10-11-2026.csv';
  const ingest = async (config: string, changed: string) => {
    const folder = folderWith({ [name]: older, 'dropship.toml': config });
    const day = new Date(`${changed}T12:00:00Z`);
    utimesSync(join(folder, name), day, day);
    const { stderr } = await dropship(folder, ['ingest', '--today', '2026-11-12']);
    const { stdout } = await dropship(folder, ['explain', 'A', '--today', '2026-11-12']);
    return { stderr, asOf: /12 as of ([\d-]+)/.exec(stdout)?.[1] };
  };
  const acme = `[suppliers.acme]\nfiles = "acme_*.csv"\n`;

  it.each([
    ['month-first', '2026-11-10', '2026-10-11'],
    ['day-first', '2026-10-11', '2026-11-10'],
  ])('is read as is configured: %s', async (dates, changed, expected) => {
    const { asOf, stderr } = await ingest(`${acme}dates = "${dates}"\n`, changed);
    expect(asOf).toBe(expected);
    expect(stderr).not.toContain('the date in its name');
  });

  it.each(['2026-10-11', '2026-11-10'])('is read as its last change tells: %s', async (changed) => {
    const { asOf, stderr } = await ingest(acme, changed);
    expect(asOf).toBe(changed);
    expect(stderr).not.toContain('the date in its name');
  });

  it('has its day first where nothing tells, which is said', async () => {
    const { asOf, stderr } = await ingest(acme, '2026-11-12');
    expect(asOf).toBe('2026-11-10');
    expect(stderr).toContain(
      'the date in its name could have its day or its month first; taken as of 2026-11-10',
    );
  });
});
