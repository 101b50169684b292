import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const config = `
currency = "EUR"

[suppliers.acme]
files = "inbox/acme-*.csv"
dispatch_days = 2

[orders.shop]
files = "inbox/orders-*.csv"
`;

const days = ['2026-09-07', '2026-10-05', '2026-10-19', '2026-11-02', '2026-11-16'];
const sales = (sku: string, price: number) =>
  days.map((day, i) => `${sku}-${i},${day},${sku},2,2,${day},${price}`);

/** A lamp that sells at a loss, a mug that comes in soon, an oven far away that nobody has ever bought, and a pot gone. */
const shop = {
  'dropship.toml': config,
  'inbox/acme-2026-11-22.csv': [
    'sku,quantity,restock_date,unit_cost,discontinued',
    'LAMP,20,,12,no',
    'MUG,0,2026-12-04,4,no',
    'OVEN,0,2027-03-01,40,no',
    'POT,0,,5,yes',
    '',
  ].join('\n'),
  'inbox/orders-2026-11-22.csv': [
    'order_id,ordered_at,sku,quantity,fulfilled_quantity,fulfilled_at,unit_price',
    ...sales('LAMP', 10),
    ...sales('MUG', 9),
    ...sales('POT', 9),
    '',
  ].join('\n'),
};

const bytesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name),
        readFileSync(join(parentPath, name), 'utf8'),
      ]),
  );

describe('classify --strategy', () => {
  it('advises on each SKU in the order of the SKUs, with numbers and what would change it', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    const { stdout, code } = await dropship(folder, [
      ...['classify', '--strategy', '-f', 'json'],
      ...today,
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        ...{ sku: 'LAMP', status: 'available', advice: 'drop', wait_days: null, margin: -2 },
        because: 'each unit sells for 10.00 and costs 12.00',
        ...{ currency: 'EUR', would_change: 'a price of 12.00 or more → sell' },
      },
      {
        ...{ sku: 'MUG', status: 'backorder', advice: 'backorder', wait_days: 15, margin: 5 },
        because: 'ships 2026-12-08 at acme, soon enough',
        // Nobody waited so long: all 30 units left on the day of their order.
        ...{ cancel_sample: 0 },
        would_change:
          'goods that ship on or after 2026-12-24 → preorder; a unit free to sell → sell',
      },
      {
        ...{ sku: 'OVEN', status: 'preorder', advice: 'waitlist', wait_days: 100, margin: null },
        because: 'ships 2027-03-03 at acme, but it was never sold yet',
      },
      { sku: 'POT', status: 'unavailable', advice: 'drop', margin: 4 },
    ]);
  });

  it('marks what differs in the table, and says what the mark means beside it', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    const argv = ['classify', '--strategy', ...today];
    const { stdout, stderr } = await dropship(folder, argv, { terminal: true, width: 80 });
    const lines = stdout.split('\n');
    expect(lines.filter((own) => own.includes('!')).map((own) => own.split(' ')[0])).toEqual([
      'LAMP',
      'OVEN',
    ]);
    expect(Math.max(...lines.map((own) => own.length))).toBeLessThanOrEqual(80);
    expect(stderr).toContain(
      '! differs from what is done. It is advice: nothing changes by itself',
    );
    const quiet = await dropship(folder, [...argv, '-q'], { terminal: true });
    expect(quiet.stderr).toBe('');
  });

  it('changes nothing: neither a file nor a status', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    const before = bytesOf(folder);
    const plain = await dropship(folder, ['classify', ...today, '-f', 'csv']);
    await dropship(folder, ['classify', '--strategy', ...today]);
    expect(bytesOf(folder)).toEqual(before);
    expect(await dropship(folder, ['classify', ...today, '-f', 'csv'])).toEqual(plain);
    expect(plain.stdout).not.toContain('advice');
  });

  it('works on files given by hand', async () => {
    const folder = folderWith({ 'acme.csv': 'sku,quantity\nMUG,4\n' });
    const argv = ['classify', '--strategy', '--stock', 'acme.csv', '-f', 'csv', ...today];
    const { stdout } = await dropship(folder, argv);
    expect(stdout.split('\n')[1]).toMatch(/^MUG,,available,sell,in stock,/);
  });
});

describe('advice of a run', () => {
  it('is in strategy.csv, the most valuable of what differs in the summary', async () => {
    const folder = folderWith(shop);
    const { stderr } = await dropship(folder, ['run', ...today]);
    const csv = readFileSync(join(folder, 'out/2026-11-23/strategy.csv'), 'utf8');
    expect(csv.split('\n').map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      'sku,title,status,advice',
      'LAMP,,available,drop',
      'MUG,,backorder,backorder',
      'OVEN,,preorder,waitlist',
      'POT,,unavailable,drop',
      '',
    ]);
    const told = stderr.slice(stderr.indexOf('Worth a thought')).split('\n');
    expect(told[1]).toMatch(
      /^ {2}Consider drop for LAMP, now available: each unit sells for 10\.00 and costs 12\.00; at stake \d+ EUR$/,
    );
    expect(told[2]).toMatch(/^ {2}Consider waitlist for OVEN, now preorder: /);
    expect(told[3]).toBe('  Why: out/2026-11-23/strategy.csv. Nothing changes by itself.');
  });

  it('names at most three', async () => {
    const folder = folderWith(shop);
    const rows = ['A', 'B', 'C', 'D'].map((sku) => `${sku},0,2027-03-01,1,no\n`).join('');
    put(folder, 'inbox/acme-2026-11-22.csv', `${shop['inbox/acme-2026-11-22.csv']}${rows}`);
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr.match(/Consider /g)).toHaveLength(3);
    expect(stderr).toContain('And 3 more: out/2026-11-23/strategy.csv');
  });

  it('is not named where the merchant has decided', async () => {
    const folder = folderWith({
      ...shop,
      'skus.csv': 'sku,status\nLAMP,available\nOVEN,preorder\n',
    });
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr).not.toContain('Consider');
    const { stdout } = await dropship(folder, ['explain', 'LAMP', ...today, '-f', 'csv']);
    expect(stdout).toContain('LAMP,advice,drop: take it out of the shop,');
    expect(stdout).toContain(
      'LAMP,  grounds,you pinned available; without that: each unit sells for 10.00 and costs 12.00,',
    );
  });
});
