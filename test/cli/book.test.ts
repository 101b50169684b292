import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put, sampleShop } from '../rig.ts';

const day = '2026-11-23';
const today = ['--today', day];
const exportName = 'inbox/orders_export_2026-11-23.csv';

/** Every file below a folder with the hash of its bytes; those of none when there is no folder. */
function hashes(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .toSorted()
      .map((name) => [
        name.replaceAll('\\', '/'),
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

function text(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** A shop with nothing to complain of: one supplier, one order in stock, all dated. */
function quietShop(more: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'dropship.toml': `timezone = "UTC"
[suppliers.acme]
files = "inbox/acme-*.csv"
[orders.shop]
files = "inbox/orders-*.csv"
`,
    'inbox/acme-2026-11-23.csv': 'sku,quantity\nTENT,5\nCUP,9\n',
    'inbox/orders-2026-11-23.csv':
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity\n1,1,2026-11-22,TENT,1,0\n',
    ...more,
  });
}

/** A shop with an order that will be late, so that notices are due. */
function lateShop(): string {
  return quietShop({
    'inbox/acme-2026-11-23.csv':
      'sku,quantity,restock_date,restock_quantity\nTENT,0,2026-12-10,9\n',
    'inbox/orders-2026-11-23.csv':
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity,promised_ship_date,customer_email,ship_to_country\n1,1,2026-11-20,TENT,1,0,2026-11-24,a@example.com,US\n',
  });
}

it('a price below 0 is none: what was read can be read back', async () => {
  const folder = folderWith({
    'dropship.toml':
      '[suppliers.acme]\nfiles = "acme-*.csv"\n[orders.shop]\nfiles = "orders-*.csv"\n',
    'acme-2026-11-23.csv': 'sku,quantity\nA,3\n',
    'orders-2026-11-23.csv':
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity,unit_price\n1,1,2026-11-22,A,1,0,-20\n',
  });
  await dropship(folder, ['ingest', '--today', '2026-11-23']);
  const { code, stdout } = await dropship(folder, ['orders', '--today', '2026-11-23', '-f', 'csv']);
  expect(code).toBe(0);
  expect(stdout).toContain('ship-now');
});

describe('ingest', () => {
  it('twice changes no byte of the book', async () => {
    const shop = sampleShop();
    await dropship(shop, ['ingest', ...today]);
    const before = hashes(join(shop, 'book'));
    expect(Object.keys(before)).toContain('orders.csv');
    const { code, stderr } = await dropship(shop, ['ingest', ...today]);
    expect(hashes(join(shop, 'book'))).toEqual(before);
    expect(code).toBe(0);
    expect(stderr).toContain('known already');
  });

  it('reports every problem with file and line, and is exit 1 for new ones', async () => {
    const shop = quietShop({ 'inbox/acme-2026-11-23.csv': 'sku,quantity\nA,soon\nB,2\nC,later\n' });
    const { code, stderr, stdout } = await dropship(shop, ['ingest', ...today]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('inbox/acme-2026-11-23.csv:2 (quantity)');
    expect(stderr).toContain('inbox/acme-2026-11-23.csv:4 (quantity)');
  });

  it('--dry-run writes nothing at all', async () => {
    const shop = sampleShop();
    const before = hashes(shop);
    const { stderr } = await dropship(shop, ['ingest', '--dry-run', ...today]);
    expect(stderr).toContain('stock file');
    expect(hashes(shop)).toEqual(before);
    expect(readdirSync(shop)).not.toContain('book');
  });

  it('reads the files in any order into the same book', async () => {
    const files = (shop: string) =>
      readdirSync(join(shop, 'inbox'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.csv') && !name.includes('products'))
        .map((name) => join('inbox', name))
        .toSorted();
    const one = sampleShop();
    for (const file of files(one)) await dropship(one, ['ingest', file, ...today]);
    const two = sampleShop();
    for (const file of files(two).toReversed()) await dropship(two, ['ingest', file, ...today]);
    const three = sampleShop();
    await dropship(three, ['ingest', ...today]);
    const book = hashes(join(three, 'book'));
    expect(hashes(join(one, 'book'))).toEqual(book);
    expect(hashes(join(two, 'book'))).toEqual(book);
  });

  it('takes a file of no pattern by its headers, its supplier by its name', async () => {
    const shop = folderWith({ 'north-2026-11-22.csv': 'sku,quantity\nA,5\n' });
    expect((await dropship(shop, ['ingest', 'north-2026-11-22.csv', ...today])).code).toBe(0);
    const { stdout } = await dropship(shop, ['classify', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ sku: 'A', supplier: 'north', on_hand: 5 }]);
  });

  it('keeps no absolute path in the book, also of a file from elsewhere', async () => {
    const home = folderWith({ 'north-2026-11-22.csv': 'sku,quantity\nA,5\n' });
    mkdirSync(join(home, 'shop'));
    await dropship(home, ['ingest', '-C', 'shop', 'north-2026-11-22.csv', ...today]);
    const files = text(home, 'shop/book/files.csv');
    expect(files).toContain('north-2026-11-22.csv');
    expect(files).not.toContain(home);
    expect(text(home, 'shop/book/offers.csv')).not.toContain(home);
  });

  it('keeps no clock time in the book', async () => {
    const one = quietShop();
    await dropship(one, ['run', ...today], { now: '2026-11-23T06:00:00Z' });
    const two = quietShop();
    await dropship(two, ['run', ...today], { now: '2026-11-23T18:30:00Z' });
    expect(hashes(join(two, 'book'))).toEqual(hashes(join(one, 'book')));
  });

  it('goes on with the other files when one cannot be read, and is exit 1', async () => {
    const shop = quietShop({ 'inbox/acme-2026-11-22.csv': 'PK\u0003\u0004 no text' });
    const { code, stderr } = await dropship(shop, ['ingest', ...today]);
    expect(code).toBe(1);
    expect(stderr).toContain('inbox/acme-2026-11-22.csv: is no CSV file');
    expect(text(shop, 'book/offers.csv')).toContain('TENT');
  });

  it.each([
    ['a file that is not there', ['none.csv']],
    ['a file that is nothing known', ['notes.csv']],
  ])('of nothing but %s is exit 2 and writes no book', async (_, files) => {
    const shop = folderWith({ 'notes.csv': 'a,b\n1,2\n' });
    const { code, stderr } = await dropship(shop, ['ingest', ...files, ...today]);
    expect(code).toBe(2);
    expect(stderr).toContain(files[0]);
    expect(existsSync(join(shop, 'book'))).toBe(false);
  });

  it('without files and configuration is exit 2 and says what to do', async () => {
    const { code, stderr } = await dropship(folderWith({}), ['ingest']);
    expect(code).toBe(2);
    expect(stderr).toContain('dropship init');
  });

  it('of one file twice under two names of the same day does not double stock', async () => {
    const shop = folderWith({
      'a/acme-2026-11-22.csv': 'sku,quantity\nA,5\n',
      'b/acme-2026-11-22.csv': 'sku,quantity\nA,5\n',
    });
    await dropship(shop, ['ingest', 'a/acme-2026-11-22.csv', 'b/acme-2026-11-22.csv', ...today]);
    const { stdout } = await dropship(shop, ['classify', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ sku: 'A', on_hand: 5 }]);
  });

  it('of the same content under a later date renews the offers', async () => {
    const content = 'sku,quantity\nA,5\n';
    const shop = folderWith({ 'acme-2026-11-09.csv': content, 'acme-2026-11-22.csv': content });
    const status = async () => {
      const { stdout } = await dropship(shop, ['classify', ...today, '-f', 'json']);
      return JSON.parse(stdout)[0];
    };
    await dropship(shop, ['ingest', 'acme-2026-11-09.csv', ...today]);
    expect(await status()).toMatchObject({ status: 'unavailable', reason: 'stale-feed' });
    await dropship(shop, ['ingest', 'acme-2026-11-22.csv', ...today]);
    expect(await status()).toMatchObject({ status: 'available', on_hand: 5 });
  });

  it('keeps the last offer of a row that cannot be read', async () => {
    const shop = folderWith({
      'acme-2026-11-20.csv': 'sku,quantity\nA,5\nB,1\n',
      'acme-2026-11-22.csv': 'sku,quantity\nA,ask\nB,2\n',
    });
    await dropship(shop, ['ingest', 'acme-2026-11-20.csv', 'acme-2026-11-22.csv', ...today]);
    const { stdout } = await dropship(shop, ['classify', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([
      { sku: 'A', on_hand: 5 },
      { sku: 'B', on_hand: 2 },
    ]);
  });

  it('of several exports with the same order line takes the later, also when modification dates tell', async () => {
    const open =
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity\n1,1,2026-11-20,A,1,0\n';
    const done = open.replace('A,1,0', 'A,1,1');
    for (const order of [
      ['a.csv', 'b.csv'],
      ['b.csv', 'a.csv'],
    ]) {
      const shop = folderWith({
        'a.csv': done,
        'b.csv': open,
        's-2026-11-22.csv': 'sku,quantity\nA,5\n',
      });
      utimesSync(join(shop, 'a.csv'), 0, Date.parse('2026-11-22T10:00:00Z') / 1000);
      utimesSync(join(shop, 'b.csv'), 0, Date.parse('2026-11-21T10:00:00Z') / 1000);
      await dropship(shop, ['ingest', 's-2026-11-22.csv', ...today]);
      for (const file of order) await dropship(shop, ['ingest', file, ...today]);
      const { stdout } = await dropship(shop, ['orders', ...today, '-f', 'json']);
      expect(stdout).toBe('[]\n');
    }
  });

  it('that cannot write the problems file leaves the book as it was: exit 2 means nothing was written', async () => {
    const shop = quietShop({
      'inbox/acme-2026-11-23.csv': 'sku,quantity\nA,soon\nB,2\n',
      'place/x.txt': '',
    });
    const { code } = await dropship(shop, ['ingest', '--problems', 'place', ...today]);
    expect(code).toBe(2);
    expect(existsSync(join(shop, 'book'))).toBe(false);
  });
});

describe('halves of an order export', () => {
  /** The records of a CSV text, breaks inside quotes included. */
  function records(csv: string): string[] {
    const found: string[] = [];
    let open = '';
    for (const line of csv.split(/(?<=\n)/)) {
      open += line;
      if ((open.match(/"/g)?.length ?? 0) % 2 === 0) {
        found.push(open);
        open = '';
      }
    }
    return found;
  }

  /** A row on which an order goes on from the row before. */
  function insideAnOrder(rows: readonly string[]): number {
    const name = (row: string | undefined) => row?.split(',')[0];
    const at = rows.findIndex((row, i) => i > rows.length / 2 && name(row) === name(rows[i - 1]));
    expect(at).toBeGreaterThan(0);
    return at;
  }

  async function linesOf(parts: Readonly<Record<string, string>>, order: readonly string[]) {
    const shop = sampleShop();
    rmSync(join(shop, exportName));
    for (const [name, content] of Object.entries(parts)) put(shop, name, content);
    for (const name of order) await dropship(shop, ['ingest', name, ...today]);
    const stock = readdirSync(join(shop, 'inbox'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /^(acme|nordlicht|summit)[\\/]/.test(name),
    );
    for (const name of stock) await dropship(shop, ['ingest', join('inbox', name), ...today]);
    const { stdout } = await dropship(shop, ['orders', '--all', ...today]);
    return { stdout, book: hashes(join(shop, 'book')) };
  }

  const first = 'inbox/orders_first_2026-11-23.csv';
  const second = 'inbox/orders_second_2026-11-23.csv';

  it('cut inside an order and read in either order give the lines of the whole', async () => {
    const csv = text(sampleShop(), exportName);
    const [head = '', ...rows] = records(csv);
    const at = insideAnOrder(rows);
    const parts = {
      [first]: head + rows.slice(0, at).join(''),
      [second]: head + rows.slice(at).join(''),
    };
    const whole = await linesOf({ [exportName]: csv }, [exportName]);
    const forth = await linesOf(parts, [first, second]);
    const back = await linesOf(parts, [second, first]);
    expect(forth.stdout).toBe(whole.stdout);
    expect(back.stdout).toBe(whole.stdout);
    expect({ ...back.book, 'problems.csv': '' }).toEqual({ ...forth.book, 'problems.csv': '' });
  });

  it('that overlap give the lines of the whole', async () => {
    const csv = text(sampleShop(), exportName);
    const [head = '', ...rows] = records(csv);
    const at = insideAnOrder(rows);
    const parts = {
      [first]: head + rows.slice(0, at + 40).join(''),
      [second]: head + rows.slice(at - 40).join(''),
    };
    const whole = await linesOf({ [exportName]: csv }, [exportName]);
    expect((await linesOf(parts, [first, second])).stdout).toBe(whole.stdout);
    expect((await linesOf(parts, [second, first])).stdout).toBe(whole.stdout);
  });
});

describe('run', () => {
  it('writes the day whole, and the book', async () => {
    const shop = sampleShop();
    const { code, stdout } = await dropship(shop, ['run', ...today]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const out = readdirSync(join(shop, 'out', day));
    expect(out).toEqual(
      expect.arrayContaining([
        'status.csv',
        'forecast.csv',
        'orders.csv',
        'notices.csv',
        'problems.csv',
        'report.html',
        'summary.json',
        'listings',
        'notices',
      ]),
    );
    expect(readdirSync(join(shop, 'out'))).toEqual([day, 'latest']);
    expect(readdirSync(join(shop, 'out', 'latest'))).toEqual(out);
    const summary = JSON.parse(text(shop, 'out/latest/summary.json')) as Record<string, unknown>;
    expect(summary).toMatchObject({ day, needs_person: true, skus: { available: 39 } });
    expect(readdirSync(join(shop, 'out', day, 'listings'))).toEqual(['products_export.csv']);
  });

  it('says the same as the views, which are views of the same plan', async () => {
    const shop = sampleShop();
    await dropship(shop, ['run', ...today]);
    const of = async (command: string) => (await dropship(shop, [command, ...today])).stdout;
    expect(text(shop, `out/${day}/status.csv`)).toBe(await of('classify'));
    expect(text(shop, `out/${day}/forecast.csv`)).toBe(await of('forecast'));
    expect(text(shop, `out/${day}/orders.csv`)).toBe(await of('orders'));
    const index = await dropship(shop, ['notices', '--dry-run', ...today]);
    expect(text(shop, `out/${day}/notices.csv`)).toBe(index.stdout);
  });

  it('names in the index of notices every draft, and no other', async () => {
    const shop = sampleShop();
    await dropship(shop, ['run', ...today]);
    const { stdout } = await dropship(shop, ['notices', '--dry-run', ...today, '-f', 'json']);
    const named = (JSON.parse(stdout) as { file: string | null }[]).flatMap(
      ({ file }) => file ?? [],
    );
    const drafts = readdirSync(join(shop, 'out', day, 'notices'));
    expect(new Set(named)).toEqual(new Set(drafts.filter((name) => name.endsWith('.eml'))));
    expect(drafts.filter((name) => !name.endsWith('.eml'))).toEqual(['mail-merge.csv', 'sent.csv']);
  });

  it('twice gives the same bytes and changes nothing in the book', async () => {
    const shop = sampleShop();
    await dropship(shop, ['run', ...today]);
    const outs = hashes(join(shop, 'out'));
    const book = hashes(join(shop, 'book'));
    await dropship(shop, ['run', ...today]);
    expect(hashes(join(shop, 'book'))).toEqual(book);
    const again = hashes(join(shop, 'out'));
    expect({ ...again, [`${day}/problems.csv`]: '' }).toEqual({
      ...outs,
      [`${day}/problems.csv`]: '',
    });
  });

  it('twice gives the same problems file: same inputs, same book, same bytes', async () => {
    const shop = sampleShop();
    await dropship(shop, ['run', ...today]);
    const before = text(shop, `out/${day}/problems.csv`);
    await dropship(shop, ['run', ...today]);
    expect(text(shop, `out/${day}/problems.csv`)).toBe(before);
  });

  it('--dry-run writes and records nothing', async () => {
    const shop = sampleShop();
    const before = hashes(shop);
    const { code, stderr } = await dropship(shop, ['run', '--dry-run', ...today]);
    expect(code).toBe(1);
    expect(stderr).toContain('Northwind Camping');
    expect(hashes(shop)).toEqual(before);
  });

  it('is exit 1 for problems that are new, then 0', async () => {
    const shop = quietShop({ 'inbox/acme-2026-11-23.csv': 'sku,quantity\nTENT,5\nCUP,many\n' });
    const codes = [];
    for (let i = 0; i < 3; i += 1) codes.push((await dropship(shop, ['run', ...today])).code);
    expect(codes).toEqual([1, 0, 0]);
  });

  it('is exit 1 again when the next day brings a new problem', async () => {
    const shop = quietShop({ 'inbox/acme-2026-11-23.csv': 'sku,quantity\nTENT,5\nCUP,many\n' });
    expect((await dropship(shop, ['run', ...today])).code).toBe(1);
    put(shop, 'inbox/acme-2026-11-24.csv', 'sku,quantity\nTENT,5\nCUP,tons\n');
    expect((await dropship(shop, ['run', '--today', '2026-11-24'])).code).toBe(1);
  });

  it('is exit 1 for a feed gone stale', async () => {
    const done =
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity\n1,1,2026-11-22,TENT,1,1\n';
    const shop = quietShop({ 'inbox/orders-2026-11-23.csv': done });
    expect((await dropship(shop, ['run', ...today])).code).toBe(0);
    put(shop, 'inbox/orders-2026-12-02.csv', done);
    expect((await dropship(shop, ['run', '--today', '2026-12-02'])).code).toBe(1);
  });

  it('is exit 1 for a notice due today', async () => {
    const shop = lateShop();
    expect((await dropship(shop, ['run', '--today', '2026-11-24'])).code).toBe(1);
  });

  it('--quiet prints nothing when nothing needs a person', async () => {
    const shop = quietShop();
    const { code, screen } = await dropship(shop, ['run', '--quiet', ...today]);
    expect(screen).toBe('');
    expect(code).toBe(0);
    expect(existsSync(join(shop, 'out', day, 'status.csv'))).toBe(true);
  });

  it('--quiet prints what is new, once', async () => {
    const shop = quietShop({ 'inbox/acme-2026-11-23.csv': 'sku,quantity\nTENT,5\nCUP,many\n' });
    const { code, stdout, stderr } = await dropship(shop, ['run', '--quiet', ...today]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('"many"');
    expect((await dropship(shop, ['run', '--quiet', ...today])).screen).toBe('');
  });

  it('goes on from the book when the inbox has been cleared', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    rmSync(join(shop, 'inbox'), { recursive: true });
    const { code, stderr } = await dropship(shop, ['run', '--today', '2026-11-24']);
    expect(stderr).not.toContain('no file fits');
    expect(code).not.toBe(2);
    expect(existsSync(join(shop, 'out/2026-11-24/status.csv'))).toBe(true);
  });

  it('into --out DIR leaves in that folder what is not its own', async () => {
    const shop = quietShop({ 'mine/letter.txt': 'precious' });
    await dropship(shop, ['run', '--out', 'mine', ...today]);
    expect(existsSync(join(shop, 'mine/letter.txt'))).toBe(true);
  });

  it('into --out . does not take the workspace away', async () => {
    const home = folderWith({});
    cpSync(quietShop(), join(home, 'shop'), { recursive: true });
    const shop = join(home, 'shop');
    await dropship(shop, ['run', '--out', '.', ...today]);
    expect(existsSync(join(shop, 'dropship.toml'))).toBe(true);
    expect(existsSync(join(shop, 'inbox/acme-2026-11-23.csv'))).toBe(true);
  });

  it('that cannot keep the book leaves the outputs as they were', async () => {
    const shop = quietShop({ book: 'a file where the folder should be' });
    const { code } = await dropship(shop, ['run', ...today]);
    expect(code).toBe(2);
    expect(existsSync(join(shop, 'out'))).toBe(false);
  });

  it('that cannot write its outputs leaves the book as it was', async () => {
    const shop = quietShop({ out: 'a file where the folder should be' });
    const { code, stderr } = await dropship(shop, ['run', ...today]);
    expect(code).toBe(2);
    expect(stderr).not.toContain('fault of its own');
    expect(existsSync(join(shop, 'book'))).toBe(false);
  });
});

describe('a run of the next day', () => {
  it('tells the status of the last recorded run', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    put(shop, 'inbox/acme-2026-11-24.csv', 'sku,quantity\nTENT,0\nCUP,9\n');
    await dropship(shop, ['ingest', '--today', '2026-11-24']);
    const argv = ['classify', '--today', '2026-11-24', '-f', 'json'];
    expect(JSON.parse((await dropship(shop, argv)).stdout)).toMatchObject([
      { sku: 'CUP', status: 'available', previous_status: 'available' },
      { sku: 'TENT', status: 'unavailable', previous_status: 'available' },
    ]);
    expect(JSON.parse((await dropship(shop, [...argv, '--changed'])).stdout)).toMatchObject([
      { sku: 'TENT', previous_status: 'available' },
    ]);
  });

  it('drafts no notice again whose type and dates are the same', async () => {
    const shop = lateShop();
    await dropship(shop, ['run', ...today]);
    const first = text(shop, `out/${day}/notices.csv`).trimEnd().split('\n');
    expect(first).toHaveLength(2);
    await dropship(shop, ['run', '--today', '2026-11-24']);
    expect(text(shop, 'out/2026-11-24/notices.csv').trimEnd().split('\n')).toHaveLength(1);
  });

  it('drafts it again when the date has changed', async () => {
    const shop = lateShop();
    await dropship(shop, ['run', ...today]);
    put(
      shop,
      'inbox/acme-2026-11-24.csv',
      'sku,quantity,restock_date,restock_quantity\nTENT,0,2026-12-16,9\n',
    );
    await dropship(shop, ['run', '--today', '2026-11-24']);
    expect(text(shop, 'out/2026-11-24/notices.csv').trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('the same day again', () => {
  it('ignores what was recorded that day', async () => {
    const shop = lateShop();
    await dropship(shop, ['run', ...today]);
    const before = text(shop, `out/${day}/notices.csv`);
    await dropship(shop, ['run', ...today]);
    expect(text(shop, `out/${day}/notices.csv`)).toBe(before);
    const { stdout } = await dropship(shop, ['classify', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)[0]).toMatchObject({ previous_status: null });
  });

  it('gives the drafts of notices, run after run, the same bytes', async () => {
    const shop = lateShop();
    await dropship(shop, ['ingest', ...today]);
    const one = await dropship(shop, ['notices', ...today]);
    const files = hashes(join(shop, 'out'));
    const book = hashes(join(shop, 'book'));
    const two = await dropship(shop, ['notices', ...today]);
    expect(two.stdout).toBe(one.stdout);
    expect(one.stdout).toContain('US_FIRST_SHORT');
    expect(hashes(join(shop, 'out'))).toEqual(files);
    expect(hashes(join(shop, 'book'))).toEqual(book);
  });

  it('planned after a later one was recorded is as it was', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    const before = await dropship(shop, ['classify', ...today]);
    put(shop, 'inbox/acme-2026-11-24.csv', 'sku,quantity\nTENT,0\nCUP,1\n');
    put(
      shop,
      'inbox/orders-2026-11-24.csv',
      'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity\n2,1,2026-11-24,CUP,1,0\n',
    );
    await dropship(shop, ['run', '--today', '2026-11-24']);
    expect((await dropship(shop, ['classify', ...today])).stdout).toBe(before.stdout);
  });
});

describe('notices', () => {
  it('--dry-run writes and records nothing', async () => {
    const shop = lateShop();
    await dropship(shop, ['ingest', ...today]);
    const before = hashes(shop);
    const { stdout } = await dropship(shop, ['notices', '--dry-run', ...today]);
    expect(stdout).toContain('US_FIRST_SHORT');
    expect(hashes(shop)).toEqual(before);
  });

  it('that cannot write their index leave the book and the outputs as they were', async () => {
    const shop = lateShop();
    await dropship(shop, ['ingest', ...today]);
    const before = hashes(shop);
    const { code } = await dropship(shop, ['notices', '-o', 'inbox', ...today]);
    expect(code).toBe(2);
    expect(hashes(shop)).toEqual(before);
  });
});

describe('--today in the past', () => {
  it('sees the past: the stock and the orders of that day', async () => {
    const shop = quietShop({
      'inbox/acme-2026-11-16.csv': 'sku,quantity\nTENT,8\nOLD,3\n',
      'inbox/orders-2026-11-16.csv':
        'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity\n0,1,2026-11-15,TENT,2,0\n',
    });
    await dropship(shop, ['ingest', ...today]);
    const past = ['--today', '2026-11-17', '-f', 'json'];
    expect(JSON.parse((await dropship(shop, ['classify', ...past])).stdout)).toMatchObject([
      { sku: 'OLD', on_hand: 3 },
      { sku: 'TENT', on_hand: 8, committed: 2 },
    ]);
    expect(JSON.parse((await dropship(shop, ['orders', ...past])).stdout)).toMatchObject([
      { order_id: '0', outstanding: 2 },
    ]);
  });

  it('before every file knows nothing', async () => {
    const shop = quietShop();
    await dropship(shop, ['ingest', ...today]);
    const { stdout } = await dropship(shop, ['classify', '--today', '2026-11-01', '-f', 'json']);
    expect(stdout).toBe('[]\n');
  });
});

describe('a damaged book', () => {
  it.each([
    ['orders.csv', (csv: string) => csv.replace(/(\n[^\n]*?),1,0,/, '$1,many,0,')],
    ['orders.csv', (csv: string) => csv.replace(/(\n[^\n]*?),1,0,/, '$1,1,none,')],
    ['orders.csv', (csv: string) => csv.replace('2026-11-22,TENT', 'lately,TENT')],
    ['offers.csv', (csv: string) => csv.replace(',5,exact', ',five,exact')],
    ['offers.csv', (csv: string) => csv.replace(',5,exact', ',5,roughly')],
    ['files.csv', (csv: string) => csv.replace('stock,acme,2026-11-23', 'stock,acme,yesterday')],
    ['statuses.csv', (csv: string) => csv.replace(',available', ',splendid')],
  ])('in %s is exit 2, naming file and line, and nothing is written', async (page, damage) => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    const good = text(shop, `book/${page}`);
    const bad = damage(good);
    expect(bad).not.toBe(good);
    writeFileSync(join(shop, 'book', page), bad);
    const line = bad.split('\n').findIndex((one, i) => one !== good.split('\n')[i]) + 1;
    const before = hashes(shop);
    for (const command of ['classify', 'run', 'ingest']) {
      const { code, stdout, stderr } = await dropship(shop, [command, ...today]);
      expect([command, code]).toEqual([command, 2]);
      expect(stdout).toBe('');
      expect(stderr).toContain(`book/${page}:${line}`);
      expect(stderr).toContain('hint:');
    }
    expect(hashes(shop)).toEqual(before);
  });

  it('with a cut-off page is exit 2', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    const page = text(shop, 'book/offers.csv');
    writeFileSync(join(shop, 'book/offers.csv'), page.slice(0, page.lastIndexOf(',exact')));
    expect((await dropship(shop, ['classify', ...today])).code).toBe(2);
  });

  it('without its header is exit 2: no row may be lost silently', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    const page = text(shop, 'book/offers.csv');
    writeFileSync(join(shop, 'book/offers.csv'), page.slice(page.indexOf('\n') + 1));
    expect((await dropship(shop, ['classify', ...today])).code).toBe(2);
  });

  it('is not one that a spreadsheet saved with CRLF', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    const before = await dropship(shop, ['classify', ...today]);
    for (const page of readdirSync(join(shop, 'book')))
      writeFileSync(
        join(shop, 'book', page),
        `\ufeff${text(shop, `book/${page}`).replaceAll('\n', '\r\n')}`,
      );
    expect(await dropship(shop, ['classify', ...today])).toEqual(before);
  });
});

describe('a wrong dropship.toml', () => {
  it.each([
    ['[suppliers.acme]\nbufer = 2\n', /bufer.*buffer|buffer/s],
    ['[polcy]\nreturn_quantity = 2\n', /policy/],
    ['[policy]\nretrun_quantity = 2\n', /return_quantity/],
    ['[policy.guard]\nmax_total_dorp = 2\n', /max_total_drop/],
    ['[suppliers.acme]\ncolumns = { qantity = "x" }\n', /quantity/],
  ])('with an unknown key is exit 2 with the nearest name: %j', async (toml, says) => {
    const shop = quietShop({ 'dropship.toml': toml });
    const { code, stdout, stderr } = await dropship(shop, ['ingest', ...today]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr).toContain('dropship.toml');
    expect(existsSync(join(shop, 'book'))).toBe(false);
  });

  it('that is no TOML is exit 2 with the line', async () => {
    const shop = quietShop({ 'dropship.toml': 'currency = "USD"\n\n[store\nname = "x"\n' });
    const { code, stderr } = await dropship(shop, ['classify', ...today]);
    expect(code).toBe(2);
    expect(stderr).toContain('dropship.toml:3');
  });

  it.each([
    ['[suppliers.acme]\nbuffer = "lots"\n', /buffer = "lots": expected a number of units/],
    [
      '[policy]\nshipping = "wait-max x"\n',
      /expected "ship-available", "hold-together", or "wait-max 5" with/,
    ],
    ['[suppliers.acme]\nencoding = "windows-12510"\n', /encoding[\s\S]*windows-1251/],
    ['[orders.shop]\nfiles = "o*.csv"\nnumbers = "1,5"\n', /numbers[\s\S]*decimal-comma/],
    ['[suppliers.acme]\nfiles_are = "complete"\n', /files_are[\s\S]*(full|changes)/],
    ['[suppliers.acme]\ndispatch_days = -1\n', /dispatch_days/],
    ['[suppliers.acme]\ndispatch_days = "two"\n', /dispatch_days/],
    ['timezone = "Europe/Atlantis"\n', /timezone/],
    ['[store]\norder_promise = "soon"\n', /order_promise/],
    ['[store]\ncountry = "Germany"\n', /country/],
    ['[suppliers.acme]\nholidays = "none.csv"\n', /none\.csv/],
    ['[suppliers.acme]\ntransit_days = [6, 3, 1]\n', /transit_days/],
  ])('with a value that cannot be is exit 2 naming the key: %j', async (toml, says) => {
    const { code, stderr } = await dropship(quietShop({ 'dropship.toml': toml }), [
      'ingest',
      ...today,
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('fault of its own');
  });

  it('whose patterns both take a file is exit 2 and names the file', async () => {
    const shop = quietShop({
      'dropship.toml':
        '[suppliers.a]\nfiles = "inbox/acme*"\n[suppliers.b]\nfiles = "inbox/*.csv"\n',
    });
    const { code, stderr } = await dropship(shop, ['ingest', ...today]);
    expect(code).toBe(2);
    expect(stderr).toContain('inbox/acme-2026-11-23.csv');
  });

  it('every default may be written out and changes nothing', async () => {
    const defaults = `[suppliers.acme]
files = "inbox/acme-*.csv"
files_are = "full"
forwarded = "recorded"
dispatch_days = 2
transit_days = 5
buffer = 0
slip_days = 0
stale_after_days = 7
priority = 1
[orders.shop]
files = "inbox/orders-*.csv"
history = false
[policy]
backorder_max_wait_days = 30
preorder_max_wait_days = 180
uncertain_restock = "preorder"
unknown_restock_limit = 10
return_quantity = 1
service_level = 0.95
shipping = "ship-available"
[policy.guard]
max_total_drop = 0.5
max_total_rise = 5
max_missing_skus = 0.25
max_unparsable = 0.25
`;
    const one = quietShop();
    const two = quietShop({ 'dropship.toml': defaults });
    await dropship(one, ['run', ...today]);
    await dropship(two, ['run', ...today]);
    expect(hashes(join(two, 'out'))).toEqual(hashes(join(one, 'out')));
  });
});

describe('the lock', () => {
  const lock = '.dropship.lock';

  it('of a live process makes the second wait ten seconds, then say so with exit 2', async () => {
    const shop = quietShop({ [lock]: `${process.pid} ${hostname()}` });
    const before = hashes(shop);
    const { code, stderr } = await dropship(shop, ['ingest', ...today]);
    expect(code).toBe(2);
    expect(stderr).toContain('another dropship');
    expect(hashes(shop)).toEqual(before);
  }, 20_000);

  it('of a dead process does not block, and goes', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const shop = quietShop({ [lock]: `${pid} ${hostname()}` });
    expect((await dropship(shop, ['ingest', ...today])).code).toBe(0);
    expect(readdirSync(shop)).not.toContain(lock);
  });

  it('of a process that was killed before it could write its number does not block', async () => {
    const shop = quietShop({ [lock]: '' });
    const { code } = await dropship(shop, ['ingest', ...today]);
    expect(code).toBe(0);
  }, 20_000);

  it('does not stay after a command that could not run', async () => {
    const shop = quietShop({ 'dropship.toml': '[suppliers.acme]\nfiles = "none/*.csv"\n' });
    expect((await dropship(shop, ['run', ...today])).code).toBe(2);
    expect(readdirSync(shop)).not.toContain(lock);
  });

  it('is not needed to look: a view answers while another process writes', async () => {
    const shop = quietShop();
    await dropship(shop, ['ingest', ...today]);
    put(shop, lock, `${process.pid} ${hostname()}`);
    const { code, stdout } = await dropship(shop, ['classify', ...today]);
    expect(code).toBe(0);
    expect(stdout).toContain('TENT');
  });

  it('keeps a view from taking away what a live process is writing', async () => {
    const shop = quietShop();
    await dropship(shop, ['ingest', ...today]);
    put(shop, lock, `${process.pid} ${hostname()}`);
    put(shop, `book/.dropship-${process.ppid}-orders.csv`, 'half of the new orders');
    await dropship(shop, ['classify', ...today]);
    expect(readdirSync(join(shop, 'book'))).toContain(`.dropship-${process.ppid}-orders.csv`);
  });
});

describe('after a command was killed', () => {
  it('while it wrote beside the book, the next sees the book as it was and removes the leftovers', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    const before = hashes(join(shop, 'book'));
    const shown = await dropship(shop, ['classify', ...today]);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    put(shop, `book/.dropship-${pid}-offers.csv`, 'supplier,sku\nhalf');
    put(shop, `book/.dropship-${pid}-journal`, '[{"from":"');
    expect(await dropship(shop, ['classify', ...today])).toEqual(shown);
    expect(hashes(join(shop, 'book'))).toEqual(before);
  });

  it('after its change was final, the next sees the book as it is after', async () => {
    const shop = quietShop();
    await dropship(shop, ['ingest', ...today]);
    const old = hashes(join(shop, 'book'));
    const pages = ['files.csv', 'offers.csv'];
    const oldPages = new Map(pages.map((page) => [page, text(shop, `book/${page}`)]));
    put(shop, 'inbox/acme-2026-11-24.csv', 'sku,quantity\nTENT,77\n');
    await dropship(shop, ['ingest', '--today', '2026-11-24']);
    const after = hashes(join(shop, 'book'));
    const changed = pages.filter((page) => after[page] !== old[page]);
    expect(changed).toEqual(pages);
    // As between the two renames: the journal is there, one page is renamed already, the other is not.
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const moves = pages.map((page) => ({ from: `.dropship-${pid}-${page}`, to: page }));
    put(shop, `book/.dropship-${pid}-offers.csv`, text(shop, 'book/offers.csv'));
    put(shop, 'book/offers.csv', oldPages.get('offers.csv') ?? '');
    put(shop, 'book/.dropship-journal', JSON.stringify(moves));
    const { stdout } = await dropship(shop, ['classify', '--today', '2026-11-24', '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ sku: 'TENT', on_hand: 77 })]),
    );
    expect(hashes(join(shop, 'book'))).toEqual(after);
  });

  it.each([
    ['the same day', day],
    ['the next day', '2026-11-24'],
  ])('while it wrote the day folder, the next run removes the leftovers: %s', async (_, when) => {
    const shop = quietShop();
    mkdirSync(join(shop, `out/.dropship-new-${day}`), { recursive: true });
    put(shop, `out/.dropship-new-${day}/status.csv`, 'half');
    await dropship(shop, ['run', '--today', when]);
    expect(readdirSync(join(shop, 'out'))).toEqual([when, 'latest']);
  });

  it('while it wrote a single file, the next run removes the leftovers', async () => {
    const shop = quietShop({ 'out/2026-11-22/listings/.dropship-999999-products.csv': 'half' });
    await dropship(shop, ['run', ...today]);
    const left = readdirSync(join(shop, 'out'), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('.dropship-'))).toEqual([]);
  });
});

describe('without a command', () => {
  it('in a workspace tells where you stand and the next step, and writes nothing', async () => {
    const shop = quietShop();
    const before = hashes(shop);
    const first = await dropship(shop, []);
    expect(first.code).toBe(0);
    expect(first.screen).toContain('dropship run');
    expect(hashes(shop)).toEqual(before);
    await dropship(shop, ['run']);
    const second = await dropship(shop, []);
    expect(second.code).toBe(0);
    expect(second.screen).toContain('out/2026-11-23');
    put(shop, 'inbox/acme-2026-11-24.csv', 'sku,quantity\nTENT,5\n');
    const third = await dropship(shop, [], { now: '2026-11-24T12:00:00Z' });
    expect(third.screen).toMatch(/1 new file\b/);
  });

  it('in a workspace whose inbox was cleared still tells where you stand', async () => {
    const shop = quietShop();
    await dropship(shop, ['run', ...today]);
    rmSync(join(shop, 'inbox'), { recursive: true });
    const { code, stdout } = await dropship(shop, []);
    expect(code).toBe(0);
    expect(stdout).toContain('now');
  });

  it('elsewhere shows help', async () => {
    const { code, stdout } = await dropship(folderWith({}), []);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: dropship');
    expect(stdout).toContain('classify');
  });
});

describe('an order cut in two by a split export', () => {
  const header =
    'Name,Email,Financial Status,Fulfillment Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Shipping Country,Refunded Amount\n';
  const first = `${header}#1001,a@x.example,paid,unfulfilled,USD,2026-11-20 10:00:00 +0000,2,Tent,100,TENT,pending,US,0.00\n`;
  const second = `${header}#1001,a@x.example,,,,2026-11-20 10:00:00 +0000,1,Cup,10,CUP,pending,,\n`;
  const one = 'orders-2026-11-22-1.csv';
  const two = 'orders-2026-11-22-2.csv';

  it.each([
    ['at once', [[one, two]]],
    ['one after the other', [[one], [two]]],
  ])('lacks nothing where both are read %s', async (_, calls) => {
    const folder = folderWith({ [one]: first, [two]: second });
    for (const files of calls) {
      const { code, stderr } = await dropship(folder, ['ingest', ...files, ...today]);
      expect(stderr).not.toContain('first row');
      expect(code).toBe(0);
    }
  });

  it('is told of where the first part is not read', async () => {
    const folder = folderWith({ [two]: second });
    const { code, stderr } = await dropship(folder, ['ingest', two, ...today]);
    expect(stderr).toContain('the first row of #1001 is not in this file');
    expect(code).toBe(1);
  });
});

it('keeps the day from which goods can be had: until then they are to come, from then on in stock', async () => {
  const folder = folderWith({
    'acme-2026-11-20.csv': 'SKU,Qty,Available From\nTENT,10,2026-11-25\nCUP,3,\n',
  });
  await dropship(folder, ['ingest', 'acme-2026-11-20.csv', ...today]);
  const tentOn = async (date: string) => {
    const args = ['classify', '--all', '--today', date, '-f', 'json'];
    const skus = JSON.parse((await dropship(folder, args)).stdout) as { sku: string }[];
    return skus.find(({ sku }) => sku === 'TENT');
  };
  expect(await tentOn('2026-11-24')).toMatchObject({
    status: 'backorder',
    on_hand: 0,
    incoming_quantity: 10,
    restock_date: '2026-11-25',
  });
  expect(await tentOn('2026-11-25')).toMatchObject({ status: 'available', on_hand: 10 });
  expect(await tentOn('2026-11-27')).toMatchObject({ status: 'available', on_hand: 10 });
});

describe('an article of which no row could ever be read', () => {
  const shop = () =>
    folderWith({
      'acme-2026-11-22.csv': 'SKU,Qty\nTRAY,n/a\nCUP,5\nPEG,5\nTENT,5\n',
      'orders-2026-11-22.csv':
        'order_id,ordered_at,sku,quantity,customer_email,ship_to_country\n1,2026-10-20,TRAY,1,a@x.example,US\n',
    });

  it('is not said to be lost: its order waits, and nobody is told that it cannot be had', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', 'acme-2026-11-22.csv', 'orders-2026-11-22.csv', ...today]);
    const rows = async (command: string) =>
      JSON.parse((await dropship(folder, [command, ...today, '-f', 'json'])).stdout) as unknown;
    expect(await rows('orders')).toMatchObject([
      { sku: 'TRAY', state: 'waiting', blocked_by: 'stale-feed' },
    ]);
    expect(JSON.stringify(await rows('notices'))).not.toContain('SELLER_CANCEL');
    const { stdout } = await dropship(folder, ['explain', 'TRAY', ...today, '-f', 'csv']);
    expect(stdout).toContain('its row could not be read as of 2026-11-22: no number is known');
    expect(stdout).not.toContain('has ever listed it');
  });
});

it('drafts nothing, and writes nothing, while no stock of any supplier was read', async () => {
  const folder = folderWith({
    'dropship.toml': '[orders.shop]\nfiles = "orders-*.csv"\n',
    'orders-2026-11-22.csv':
      'order_id,ordered_at,sku,quantity,customer_email\n1,2026-11-20,TRAY,1,a@x.example\n',
  });
  const { code, stderr } = await dropship(folder, ['run', ...today]);
  expect(code).toBe(2);
  expect(stderr).toContain("no supplier's stock has been read");
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

it('does not say that a customer was not asked in time, once the question was sent in time', async () => {
  const folder = folderWith({
    'acme-2026-11-22.csv': 'SKU,Qty,ETA\nTENT,0,2026-12-04\n',
    'orders-2026-11-22.csv':
      'order_id,ordered_at,sku,quantity,promised_ship_date,customer_email,ship_to_country\n1,2026-11-20,TENT,1,2026-11-24,a@x.example,US\n',
    'dropship.toml':
      '[suppliers.acme]\nfiles = "acme-*.csv"\nstale_after_days = 60\n[orders.shop]\nfiles = "orders-*.csv"\n',
  });
  const typesOn = async (date: string) => {
    await dropship(folder, ['run', '--today', date]);
    return text(folder, `out/${date}/notices.csv`).match(/US_\w+/g);
  };
  expect(await typesOn('2026-11-23')).toEqual(['US_FIRST_SHORT']);
  const unsent = folderWith({});
  cpSync(folder, unsent, { recursive: true });
  const sent = 'out/2026-11-23/notices/sent.csv';
  await dropship(folder, ['notices', '--record', sent, '--today', '2026-11-23']);
  expect(await typesOn('2026-11-25')).toBeNull();
  // The new date has passed as well.
  expect(await typesOn('2026-12-12')).toEqual(['US_MISSED_CANCEL']);
  // A draft that nobody sent has asked nobody.
  await dropship(unsent, ['run', '--today', '2026-11-25']);
  expect(text(unsent, 'out/2026-11-25/notices.csv').match(/US_\w+/g)).toEqual(['US_MISSED_CANCEL']);
});
