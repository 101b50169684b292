import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

/** A stock file of 25 articles, of which the first `listed` are in it with so many units. */
function stock(units: number | string, listed = 25): string {
  const rows = Array.from({ length: listed }, (_, i) => `S${10 + i},${units}\n`);
  return `sku,quantity\n${rows.join('')}`;
}

const products = `Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy
h1,Thing,S10,shopify,7,deny
h2,Other thing,S34,shopify,7,deny
`;

/** A shop whose supplier's file of the 20th is in the book, and counts. */
async function shop(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = folderWith({
    'dropship.toml': `timezone = "UTC"
[suppliers.acme]
files = "inbox/acme*.csv"
[listings.shop]
file = "products.csv"
`,
    'products.csv': products,
    'inbox/acme-2026-11-20.csv': stock(10),
    ...more,
  });
  expect((await on(folder, '20', 'run')).code).toBe(0);
  return folder;
}

function on(folder: string, date: string, ...argv: readonly string[]) {
  return dropship(folder, [...argv, '--today', `2026-11-${date}`]);
}

function book(folder: string): string[] {
  return readdirSync(join(folder, 'book')).map((name) =>
    readFileSync(join(folder, 'book', name), 'utf8'),
  );
}

async function units(folder: string, date: string): Promise<Record<string, number>> {
  const { stdout } = await on(folder, date, 'classify', '--all', '-f', 'json');
  const rows = JSON.parse(stdout) as { sku: string; on_hand: number }[];
  return Object.fromEntries(rows.map((row) => [row.sku, row.on_hand]));
}

const truncated = 'inbox/acme-2026-11-22.csv';
const fell = 'total fell from 250 to 30 units (−88 %), 22 of 25 articles are gone';

describe('a truncated stock file', () => {
  it('is held back with the figures, exit 1, and the shop goes on selling the last good stock', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    const { code, stderr } = await on(folder, '22', 'run');
    expect(code).toBe(1);
    expect(stderr).toContain(`${truncated}: held back: ${fell}`);
    expect(stderr).toContain(
      'hint: look at the file; if it is right, take it: dropship ingest --accept acme',
    );
    const [, needs = ''] = stderr.split('Needs you today');
    expect(needs).toContain(
      'look at the file of acme of 22 Nov 2026: it is held back, its stock of 20 Nov 2026 counts',
    );
    const listing = readFileSync(join(folder, 'out/2026-11-22/listings/products.csv'), 'utf8');
    expect(listing).toContain('h2,Other thing,S34,shopify,10,deny');
  });

  it('is no news on the next day, but every command tells of it', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    await on(folder, '22', 'run');
    const before = book(folder);
    for (const command of ['ingest', 'run']) {
      const again = await on(folder, '22', command);
      expect(again.code).toBe(0);
      expect(again.stderr).toContain('held back');
    }
    expect(book(folder)).toEqual(before);
    const view = await on(folder, '22', 'classify');
    expect(view.code).toBe(0);
    expect(
      view.stderr.match(/acme is held back since 2026-11-22, its stock of 2026-11-20 counts/g),
    ).toHaveLength(1);
    const stand = await dropship(folder, [], { now: '2026-11-22T12:00:00Z' });
    expect(stand.stdout).toContain('\nNeeds you: look at the file of acme of 22 Nov 2026');
    expect(stand.stdout).toContain('dropship ingest --accept acme');
    expect((await on(folder, '23', 'run', '--quiet')).stderr).toBe('');
  });

  it('does not keep the last good stock from going stale', async () => {
    const folder = await shop();
    put(folder, 'inbox/acme-2026-11-28.csv', stock(10, 3));
    const { code, stderr } = await on(folder, '28', 'run');
    expect(code).toBe(1);
    expect(stderr).toContain('the newest stock file of acme is of 2026-11-20, older than 7 days');
    expect((await units(folder, '28'))['S34']).toBe(0);
  });

  it('gives way to a later good one, also when both are read at once', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    put(folder, 'inbox/acme-2026-11-23.csv', stock(9));
    const { code, stderr } = await on(folder, '23', 'ingest');
    expect(code).toBe(1);
    expect(stderr).toContain(`${truncated}: held back: ${fell}; a later file of acme counts`);
    expect(await units(folder, '23')).toMatchObject({ S10: 9, S34: 9 });
    const again = await on(folder, '23', 'ingest');
    expect(again.code).toBe(0);
    expect(again.stderr).not.toContain('held back');
  });

  it('given by hand as the only file is remembered too: exit 1, not 2', async () => {
    const folder = await shop({ 'elsewhere/acme-2026-11-22.csv': stock(10, 3) });
    const { code } = await on(folder, '22', 'ingest', 'elsewhere/acme-2026-11-22.csv');
    expect(code).toBe(1);
    expect((await on(folder, '22', 'ingest', '--accept', 'acme')).code).toBe(0);
    expect(await units(folder, '22')).toMatchObject({ S10: 10, S34: 0 });
  });

  it('with --dry-run is told of, and nothing is remembered', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    const before = book(folder);
    expect((await on(folder, '22', 'ingest', '--dry-run')).code).toBe(1);
    expect(book(folder)).toEqual(before);
    expect((await on(folder, '22', 'ingest')).code).toBe(1);
  });

  it('that took the place of a good one under the same name leaves that in force', async () => {
    const folder = await shop();
    put(folder, 'inbox/acme-2026-11-20.csv', stock(10, 3));
    expect((await on(folder, '20', 'run')).code).toBe(1);
    expect(await units(folder, '20')).toMatchObject({ S10: 10, S34: 10 });
    put(folder, 'inbox/acme-2026-11-20.csv', stock(8));
    expect((await on(folder, '20', 'run')).stderr).not.toContain('held back');
    expect(await units(folder, '20')).toMatchObject({ S10: 8, S34: 8 });
  });

  it('counts once the limits in dropship.toml are looser', async () => {
    const folder = await shop();
    put(folder, truncated, stock(4));
    expect((await on(folder, '22', 'ingest')).code).toBe(1);
    const config = readFileSync(join(folder, 'dropship.toml'), 'utf8');
    put(folder, 'dropship.toml', `${config}[policy.guard]\nmax_total_drop = 0.6\n`);
    expect((await on(folder, '22', 'ingest')).stderr).not.toContain('held back');
    expect(await units(folder, '22')).toMatchObject({ S34: 4 });
  });
});

describe('other files that are held back', () => {
  it.each([
    ['empty', '', 'it holds no rows'],
    ['a header alone', 'sku,quantity\n', 'it holds no rows'],
    ['a header and a total', 'sku,quantity\nTotal,250\n', 'it holds no rows'],
    [
      'all at nought',
      stock(0),
      'total fell from 250 to 0 units (−100 %), 25 of 25 articles changed between some and none',
    ],
    ['a thousand times as much', stock(10_000), 'total rose from 250 to 250,000 units (× 1,000)'],
    ['not a row that can be read', stock('ask', 3), 'none of its 3 rows could be read'],
    ['rows without SKUs', 'sku,quantity\n,5\n,6\n', 'none of its 2 rows could be read'],
    [
      'seven of 25 rows that cannot be read',
      `${stock(10, 18)}${stock('ask').split('\n').slice(19).join('\n')}`,
      '7 of its 25 rows could not be read',
    ],
  ])('%s', async (_, content, message) => {
    const folder = await shop();
    put(folder, truncated, content);
    const { code, stderr } = await on(folder, '22', 'ingest');
    expect(code).toBe(1);
    expect(stderr).toContain(`${truncated}: held back: ${message}; acme is held back since`);
    expect(await units(folder, '22')).toMatchObject({ S10: 10, S34: 10 });
  });

  it('are not the small ones: guards count from 20 articles up', async () => {
    const folder = await shop({ 'inbox/acme-2026-11-20.csv': stock(10, 19) });
    put(folder, truncated, stock(10, 1));
    expect((await on(folder, '22', 'ingest')).stderr).not.toContain('held back');
    expect(await units(folder, '22')).toMatchObject({ S10: 10, S28: 0 });
  });

  it('are not those of changes, unless too many of their rows cannot be read', async () => {
    const config =
      'timezone = "UTC"\n[suppliers.acme]\nfiles = "inbox/acme*.csv"\nfiles_are = "changes"\n';
    const folder = folderWith({ 'dropship.toml': config, 'inbox/acme-2026-11-20.csv': stock(10) });
    await on(folder, '20', 'ingest');
    put(folder, 'inbox/acme-2026-11-21.csv', stock(0, 22));
    expect((await on(folder, '21', 'ingest')).stderr).not.toContain('held back');
    put(folder, truncated, stock('ask', 22));
    expect((await on(folder, '22', 'ingest')).stderr).toContain(
      'held back: 22 of its 22 rows could not be read',
    );
    expect(await units(folder, '22')).toMatchObject({ S10: 0, S34: 10 });
  });

  it.each([
    ['empty', ''],
    ['a header alone', 'sku,quantity\n'],
  ])(
    'are not those of changes without a row, which are not used either: %s',
    async (_, content) => {
      const config =
        'timezone = "UTC"\n[suppliers.acme]\nfiles = "inbox/acme*.csv"\nfiles_are = "changes"\n';
      const folder = folderWith({
        'dropship.toml': config,
        'inbox/acme-2026-11-20.csv': stock(10),
      });
      await on(folder, '20', 'ingest');
      put(folder, truncated, content);
      const { code, stderr } = await on(folder, '22', 'ingest');
      expect(code).toBe(1);
      expect(stderr).toContain(`${truncated}: holds no rows; it was not used`);
      expect(stderr).not.toContain('held back');
      expect(await units(folder, '22')).toMatchObject({ S10: 10, S34: 10 });
      // It does not say that the rest is still true: the stock ages as without it.
      expect((await on(folder, '28', 'ingest')).stderr).toContain(
        'the newest stock file of acme is of 2026-11-20, older than 7 days',
      );
    },
  );
});

describe('ingest --accept', () => {
  it('makes the file count, once, and says so', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    await on(folder, '22', 'run');
    const { code, stderr } = await on(folder, '22', 'ingest', '--accept', 'acme');
    expect(code).toBe(0);
    expect(stderr).toContain(
      `Accepted ${truncated}: it is the stock of acme as of 2026-11-22.\nNext: dropship run\n`,
    );
    expect(stderr).not.toContain('held back');
    expect(await units(folder, '22')).toMatchObject({ S10: 10, S34: 0 });
    const before = book(folder);
    expect((await on(folder, '22', 'ingest')).code).toBe(0);
    expect(book(folder)).toEqual(before);
    expect((await on(folder, '22', 'ingest', '--accept', 'acme')).code).toBe(2);
  });

  it('with --dry-run says that nothing was written, and the file stays held back', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    await on(folder, '22', 'run');
    const before = book(folder);
    const { stderr } = await on(folder, '22', 'ingest', '--accept', 'acme', '--dry-run');
    expect(stderr).toContain('This was a dry run: nothing was written.\n');
    expect(stderr).not.toContain('Next:');
    expect(book(folder)).toEqual(before);
    expect(await units(folder, '22')).toMatchObject({ S34: 10 });
  });

  it('takes a file that changed since with what it holds now, and says so', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    await on(folder, '22', 'run');
    put(folder, truncated, stock(10, 5));
    const { stderr } = await on(folder, '22', 'ingest', '--accept', 'acme');
    expect(stderr).toContain(`Accepted ${truncated}, which has changed since it was held back`);
    expect(await units(folder, '22')).toMatchObject({ S14: 10, S15: 0 });
  });

  it('says that there is nothing left to accept when the file was put right', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    await on(folder, '22', 'run');
    put(folder, truncated, stock(9));
    const { code, stderr } = await on(folder, '22', 'ingest', '--accept', 'acme');
    expect(code).toBe(0);
    expect(stderr).toContain('Nothing of acme is held back any more.');
    expect(await units(folder, '22')).toMatchObject({ S34: 9 });
  });

  it('does not take a file along that nobody has seen yet', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 22).replaceAll(',10', ',4'));
    await on(folder, '22', 'run');
    put(folder, 'inbox/acme-2026-11-23.csv', stock(0));
    const { code, stderr } = await on(folder, '23', 'ingest', '--accept', 'acme');
    expect(code).toBe(1);
    expect(stderr).toContain('acme-2026-11-23.csv: held back: total fell from 88 to 0 units');
    expect(await units(folder, '23')).toMatchObject({ S10: 4, S34: 0 });
  });

  it('of a file that this very call reads takes that', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    expect((await on(folder, '22', 'ingest', '--accept', 'acme')).code).toBe(0);
    expect(await units(folder, '22')).toMatchObject({ S10: 10, S34: 0 });
  });

  it('of a supplier of which nothing is held back is exit 2 and writes nothing', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    const { code, stderr } = await on(folder, '22', 'ingest', '--accept', 'acne');
    expect(code).toBe(2);
    expect(stderr).toContain('no file of acne is held back\n  hint: did you mean "acme"?');
    expect(readFileSync(join(folder, 'book/files.csv'), 'utf8')).not.toContain('held');
  });

  it('is not undone by an older file that comes late', async () => {
    const folder = await shop();
    put(folder, truncated, stock(10, 3));
    await on(folder, '22', 'ingest', '--accept', 'acme');
    put(folder, 'inbox/acme-2026-11-21.csv', stock(11));
    expect((await on(folder, '22', 'ingest')).code).toBe(0);
    expect(await units(folder, '22')).toMatchObject({ S10: 10, S34: 0 });
  });
});

describe('files given by hand', () => {
  const wrong = `${stock(10, 18)}${stock('ask').split('\n').slice(19).join('\n')}`;

  it('of which too many rows cannot be read are not used: exit 1, and 2 when nothing is left', async () => {
    const folder = folderWith({
      'acme-2026-11-22.csv': wrong,
      'beta-2026-11-22.csv': 'sku,quantity\nCUP,4\n',
    });
    const both = await on(
      folder,
      '22',
      'classify',
      '--stock',
      'acme-2026-11-22.csv',
      'beta-2026-11-22.csv',
    );
    expect(both.code).toBe(1);
    expect(both.stderr).toContain(
      'acme-2026-11-22.csv: 7 of its 25 rows could not be read; the file was not used',
    );
    expect(both.stdout).toContain('CUP');
    expect(both.stdout).not.toContain('S10');
    const alone = await on(folder, '22', 'classify', '--stock', 'acme-2026-11-22.csv');
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('"ask" is not a quantity');
    expect(alone.stderr).toContain('7 of its 25 rows could not be read');
    expect(existsSync(join(folder, 'book'))).toBe(false);
  });

  it('are not judged by one another', async () => {
    const folder = folderWith({
      'acme-2026-11-20.csv': stock(10),
      'acme-2026-11-22.csv': stock(10, 3),
    });
    const { stdout } = await on(
      folder,
      '22',
      'classify',
      '--stock',
      'acme-2026-11-20.csv',
      'acme-2026-11-22.csv',
      '-f',
      'json',
    );
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ sku: 'S34', on_hand: 0 }));
  });
});
