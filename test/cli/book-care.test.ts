import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

function text(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Every page of a book; the marks of forgotten files left out where they are not wanted. */
function book(folder: string, isMarked = true): Record<string, string> {
  const pages = readdirSync(join(folder, 'book')).map((name) => [
    name,
    text(folder, `book/${name}`),
  ]);
  const all = Object.fromEntries(pages) as Record<string, string>;
  return isMarked
    ? all
    : { ...all, 'files.csv': (all['files.csv'] ?? '').replace(/^.*,forgotten\n/gm, '') };
}

const config = `timezone = "UTC"
[suppliers.acme]
files = "inbox/acme-*.csv"
[suppliers.north]
files = "inbox/north-*.csv"
files_are = "changes"
[orders.shop]
files = "inbox/orders-*.csv"
[shipments.all]
files = "inbox/shipments-*.csv"
`;

describe('book', () => {
  it.each([[[]], [['--check', '--repair']]])(
    '%j is exit 2 and says what there is to do',
    async (argv) => {
      const { code, stderr } = await dropship(folderWith({}), ['book', ...argv]);
      expect(code).toBe(2);
      expect(stderr).toContain('--forget EMAIL');
    },
  );

  it.each([['--check'], ['--repair'], ['--forget=a@x.example']])(
    '%s without a book is exit 2 and makes none',
    async (option) => {
      const folder = folderWith({});
      const { code, stderr } = await dropship(folder, ['book', option]);
      expect(code).toBe(2);
      expect(stderr).toContain('no book here yet');
      expect(existsSync(join(folder, 'book'))).toBe(false);
    },
  );
});

describe('book --check and --repair', () => {
  const shop = async () => {
    const folder = folderWith({
      'dropship.toml': config,
      'inbox/acme-2026-11-22.csv': 'sku,quantity\nTENT,5\nCUP,3\n',
    });
    await dropship(folder, ['ingest', ...today]);
    return folder;
  };

  it('say that a sound book is sound', async () => {
    const folder = await shop();
    const { code, stdout, stderr } = await dropship(folder, ['book', '--check', '-f', 'json']);
    expect([code, stdout.trim(), stderr]).toEqual([0, '[]', 'The book is sound.\n']);
  });

  it('find and mend what other commands end at', async () => {
    const folder = await shop();
    const offers = text(folder, 'book/offers.csv');
    put(folder, 'book/offers.csv', offers.replace('2026-11-22,', '22.11.26,'));
    expect((await dropship(folder, ['classify', ...today])).code).toBe(2);
    const check = await dropship(folder, ['book', '--check', '-f', 'json']);
    expect(check.code).toBe(1);
    expect(JSON.parse(check.stdout)).toMatchObject([
      { file: 'book/offers.csv', line: 2, column: 'since', what: 'cannot be read: "22.11.26"' },
    ]);
    const before = book(folder);
    await dropship(folder, ['book', '--repair', '--dry-run', ...today]);
    expect(book(folder)).toEqual(before);
    const repair = await dropship(folder, ['book', '--repair', ...today]);
    expect(repair.code).toBe(1);
    expect(repair.stderr).toContain('1 line of it went to book/set-aside-2026-11-23.csv');
    expect(text(folder, 'book/set-aside-2026-11-23.csv')).toContain('22.11.26');
    expect((await dropship(folder, ['book', '--check'])).code).toBe(0);
    await dropship(folder, ['ingest', ...today]);
    expect(text(folder, 'book/offers.csv')).toBe(offers);
  });

  it('never overwrite what was set aside before', async () => {
    const folder = await shop();
    for (let i = 0; i < 2; i += 1) {
      put(folder, 'book/offers.csv', `${text(folder, 'book/offers.csv')}spilled ${i}\n`);
      await dropship(folder, ['book', '--repair', ...today]);
    }
    expect(text(folder, 'book/set-aside-2026-11-23.csv')).toContain('spilled 0');
    expect(text(folder, 'book/set-aside-2026-11-23-2.csv')).toContain('spilled 1');
  });
});

describe('book --forget', () => {
  const orders =
    'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity,promised_ship_date,customer_name,customer_email,ship_to_country,ship_to_street,ship_to_postcode,ship_to_phone\n' +
    '1,1,2026-11-20,TENT,1,0,2026-11-24,Ann Archer,Ann@X.example,US,7 Archery Row,02108,555-0100\n' +
    '1,2,2026-11-20,CUP,1,1,2026-11-24,Ann Archer,ann@x.example,US,7 Archery Row,02108,555-0100\n' +
    '2,1,2026-11-20,TENT,1,0,2026-11-24,Bob Baker,bob@x.example,US,8 Low Rd,02109,\n' +
    'Ann Archer,ann@x.example\n';
  const shop = async () => {
    const folder = folderWith({
      'dropship.toml': config,
      'inbox/acme-2026-11-23.csv':
        'sku,quantity,restock_date,restock_quantity\nTENT,0,2026-12-10,9\nCUP,5,,\n',
      'inbox/orders-2026-11-23.csv': orders,
    });
    await dropship(folder, ['run', ...today]);
    return folder;
  };
  const names = (folder: string) =>
    Object.values(book(folder))
      .join('')
      .match(/ann@|archer|02108|555-0100/gi);

  it('takes name and address out of every page, in whatever letters, and keeps the orders', async () => {
    const folder = await shop();
    expect(names(folder)?.length).toBeGreaterThan(5);
    mkdirSync(join(folder, 'out/sent'));
    put(folder, 'out/sent/acme.txt', 'to: Ann Archer');
    put(folder, 'dropship.toml', `${config}\n[returns.shop]\nfiles = "inbox/back-*.csv"\n`);
    put(folder, 'inbox/back-2026-11-23.csv', 'order_id,sku,comment\n1,TENT,ann@x.example asks\n');
    const { code, stdout, stderr } = await dropship(folder, [
      'book',
      '--forget',
      ' ANN@x.example',
      ...today,
      '-f',
      'json',
    ]);
    expect(code).toBe(0);
    expect(names(folder)).toBeNull();
    expect(stderr).toContain('2 order lines, 1 of them still open');
    expect(text(folder, 'book/orders.csv').trim().split('\n')).toHaveLength(4);
    expect(text(folder, 'book/orders.csv')).toContain('Bob Baker,bob@x.example');
    expect(text(folder, 'book/orders.csv')).toContain(',8 Low Rd,');
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining([
        { file: 'book/orders.csv', rows: 2, what: 'taken out' },
        { file: 'book/notices.csv', rows: 2, what: 'taken out' },
        { file: 'inbox/back-2026-11-23.csv', rows: null, what: 'still there' },
        { file: 'inbox/orders-2026-11-23.csv', rows: null, what: 'still there' },
        { file: 'out/2026-11-23/notices.csv', rows: null, what: 'still there' },
        // It names no e-mail address.
        { file: 'out/sent/acme.txt', rows: null, what: 'still there' },
      ]),
    );
  });

  it('remembers the SHA-256 of the address alone', async () => {
    const folder = await shop();
    await dropship(folder, ['book', '--forget', 'Ann@x.example', ...today]);
    const hash = createHash('sha256').update('ann@x.example').digest('hex');
    expect(text(folder, 'book/forgotten.csv')).toBe(`sha256\n${hash}\n`);
  });

  it('keeps the customer out when an export names them again', async () => {
    const folder = await shop();
    await dropship(folder, ['book', '--forget', 'ann@x.example', ...today]);
    put(folder, 'inbox/orders-2026-11-24.csv', orders.replace('1,1,', '3,1,'));
    for (const command of ['run', 'ingest']) {
      await dropship(folder, [command, '--today', '2026-11-24']);
      expect(text(folder, 'book/orders.csv')).toContain('3,1,2026-11-20');
      expect(names(folder)).toBeNull();
    }
    expect((await dropship(folder, ['book', '--check'])).code).toBe(0);
  });

  it('of somebody unknown is exit 1, and keeps them out all the same', async () => {
    const folder = await shop();
    const { code, stderr } = await dropship(folder, [
      'book',
      '--forget',
      'eve@x.example',
      ...today,
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('Nobody in the book has the address eve@x.example');
    put(
      folder,
      'inbox/orders-2026-11-24.csv',
      orders.replaceAll(/ann@x.example/gi, 'eve@x.example'),
    );
    await dropship(folder, ['ingest', '--today', '2026-11-24']);
    expect(text(folder, 'book/orders.csv')).not.toContain('eve@');
    expect((await dropship(folder, ['book', '--forget', 'eve@x.example', ...today])).code).toBe(0);
  });

  it('--dry-run only tells', async () => {
    const folder = await shop();
    const before = book(folder);
    const { stderr } = await dropship(folder, [
      'book',
      '--forget',
      'ann@x.example',
      '--dry-run',
      ...today,
    ]);
    expect(stderr).toContain('dry run');
    expect(book(folder)).toEqual(before);
  });
});

describe('ingest --forget', () => {
  const files: Record<string, string> = {
    'inbox/acme-2026-11-18.csv': 'sku,quantity\nTENT,5\nCUP,3\n',
    'inbox/acme-2026-11-20.csv': 'sku,quantity\nTENT,4\nCUP,3\n',
    'inbox/acme-2026-11-20b.csv': 'sku,quantity\nTENT,9\nMAT,1\n',
    'inbox/acme-2026-11-21.csv': 'sku,quantity\nTENT,4\nCUP,ask\n',
    'inbox/acme-2026-11-22.csv': 'sku,quantity\n',
    'inbox/north-2026-11-19.csv': 'sku,quantity\nTENT,1\nCUP,2\n',
    'inbox/north-2026-11-21.csv': 'sku,quantity\nTENT,2\n',
    'inbox/north-2026-11-21b.csv': 'sku,quantity\nTENT,7\nMAT,7\n',
    'inbox/orders-2026-11-20.csv':
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity,customer_name\n1,1,2026-11-18,TENT,2,0,Ann\n2,1,2026-11-19,CUP,1,0,Bob\n',
    'inbox/orders-2026-11-21.csv':
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity,customer_name\n2,1,2026-11-19,CUP,1,1,Bob\n3,1,2026-11-20,MAT,1,0,Cat\n4,1,2026-11-20,,1,0,Dan\n',
    'inbox/orders-2026-11-22.csv':
      'order_id,line_id,ordered_at,sku,quantity,customer_name\n1,1,2026-11-18,TENT,2,Ann\n2,1,2026-11-19,CUP,1,Bob\n',
    'inbox/shipments-2026-11-21.csv':
      'order_id,sku,quantity,shipped_at,tracking\n1,TENT,1,2026-11-20,AA1\n',
    'inbox/shipments-2026-11-22.csv':
      'order_id,sku,quantity,shipped_at,tracking,delivered_at\n1,TENT,1,2026-11-20,AA1,2026-11-22\n3,MAT,1,2026-11-21,BB2,\n',
  };
  const shopWith = async (names: readonly string[]) => {
    const chosen = Object.fromEntries(names.map((name) => [name, files[name] ?? '']));
    const folder = folderWith({ 'dropship.toml': config, ...chosen });
    await dropship(folder, ['ingest', ...today]);
    return folder;
  };
  const all = Object.keys(files);

  it('leaves the book as the other files alone would have made it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 2 }), fc.nat(), async (names, at) => {
        const name = names[at % names.length] ?? '';
        const folder = await shopWith(names);
        const { code } = await dropship(folder, ['ingest', '--forget', name, ...today]);
        expect(code).not.toBe(2);
        const others = await shopWith(names.filter((one) => one !== name));
        expect(book(folder, false)).toEqual(book(others));
        expect((await dropship(folder, ['book', '--check'])).code).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps it out, until its content changes or it is named by hand', async () => {
    const name = 'inbox/acme-2026-11-21.csv';
    const folder = await shopWith(all);
    const whole = book(folder);
    await dropship(folder, ['ingest', '--forget', name, ...today]);
    const without = book(folder);
    await dropship(folder, ['ingest', ...today]);
    expect(book(folder)).toEqual(without);
    await dropship(folder, ['ingest', name, ...today]);
    expect(book(folder)).toEqual(whole);
    await dropship(folder, ['ingest', '--forget', name, ...today]);
    put(folder, name, 'sku,quantity\nTENT,44\n');
    await dropship(folder, ['ingest', ...today]);
    expect(text(folder, 'book/offers.csv')).toContain(',44,');
  });

  it('takes a path from where one stands', async () => {
    const folder = await shopWith(all);
    const { code } = await dropship(join(folder, 'inbox'), [
      'ingest',
      '-C',
      '..',
      '--forget',
      'acme-2026-11-18.csv',
      ...today,
    ]);
    expect(code).not.toBe(2);
    expect(text(folder, 'book/files.csv')).toMatch(/acme-2026-11-18.csv,.*,forgotten\n/);
  });

  it('says which files it could not read again, and keeps what they told', async () => {
    const folder = await shopWith(all);
    rmSync(join(folder, 'inbox/orders-2026-11-21.csv'));
    rmSync(join(folder, 'inbox/acme-2026-11-20.csv'));
    const orders = await dropship(folder, [
      'ingest',
      '--forget',
      'inbox/orders-2026-11-20.csv',
      ...today,
    ]);
    expect(orders.stderr).toContain('No longer there: inbox/orders-2026-11-21.csv');
    expect(text(folder, 'book/orders.csv')).toContain('3,1,2026-11-20,MAT');
    const stock = await dropship(folder, [
      'ingest',
      '--forget',
      'inbox/acme-2026-11-20b.csv',
      ...today,
    ]);
    expect(stock.stderr).toContain('could not be read again: inbox/acme-2026-11-20.csv');
    expect((await dropship(folder, ['book', '--check'])).code).toBe(0);
  });

  it('judges the files after it beside what stood before it', async () => {
    const list = (units: number, count: number) =>
      `sku,quantity\n${Array.from({ length: count }, (_, i) => `S${i},${units}`).join('\n')}\n`;
    const folder = folderWith({
      'dropship.toml': config,
      'inbox/acme-2026-11-20.csv': list(5, 30),
      'inbox/acme-2026-11-21.csv': list(20, 30),
      'inbox/acme-2026-11-22.csv': list(6, 30),
    });
    await dropship(folder, ['ingest', ...today]);
    expect(text(folder, 'book/files.csv')).toMatch(/11-22.csv,.*,held\n/);
    await dropship(folder, ['ingest', '--forget', 'inbox/acme-2026-11-21.csv', ...today]);
    expect(text(folder, 'book/files.csv')).not.toContain(',held\n');
    expect(text(folder, 'book/offers.csv')).toContain('2026-11-22');
  });

  it('of a file that the book does not know is exit 2 with the nearest name', async () => {
    const folder = await shopWith(all);
    const { code, stderr } = await dropship(folder, [
      'ingest',
      '--forget',
      'inbox/acme-2026-11-81.csv',
      ...today,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('inbox/acme-2026-11-18.csv');
  });

  it('--dry-run writes nothing', async () => {
    const folder = await shopWith(all);
    const before = book(folder);
    await dropship(folder, ['ingest', '--forget', all[0] ?? '', '--dry-run', ...today]);
    expect(book(folder)).toEqual(before);
  });
});
