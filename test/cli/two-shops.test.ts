import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const config = `
[orders.us]
files = "inbox/us*.csv"

[orders.eu]
files = "inbox/eu*.csv"
`;
const head =
  'Name,Email,Financial Status,Fulfillment Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Cancelled at';
const order = (name: string, mail: string, on: string, units: number, state = 'pending') =>
  `${name},${mail},paid,${state === 'pending' ? 'unfulfilled' : 'fulfilled'},USD,${on} 12:00:00 +0000,${units},Mug,10,MUG,${state},`;
const shopify = (...rows: string[]) => `${[head, ...rows].join('\n')}\n`;

/** Order number, day, units owed. */
async function owed(folder: string, today: string): Promise<readonly string[]> {
  await dropship(folder, ['ingest', '--today', today]);
  const { stdout } = await dropship(folder, ['orders', '--all', '--today', today, '-f', 'json']);
  const rows = JSON.parse(stdout) as Record<string, string | number>[];
  return rows.map(
    (row) => `${row['order_id']} ${String(row['ordered_at']).slice(0, 10)} ${row['outstanding']}`,
  );
}

describe('two shops of one platform', () => {
  it('may number their orders alike, day after day', async () => {
    const folder = folderWith({
      'dropship.toml': config,
      'inbox/us-2026-11-20.csv': shopify(order('#1001', 'ann@example.org', '2026-11-18', 2)),
      'inbox/eu-2026-11-20.csv': shopify(order('#1001', 'bea@example.de', '2026-11-19', 5)),
    });
    const both = ['#1001 2026-11-18 2', '#1001 2026-11-19 5'];
    expect(await owed(folder, '2026-11-20')).toEqual(both);
    put(
      folder,
      'inbox/eu-2026-11-21.csv',
      shopify(order('#1001', 'bea@example.de', '2026-11-19', 5, 'fulfilled')),
    );
    put(
      folder,
      'inbox/us-2026-11-21.csv',
      shopify(order('#1001', 'ann@example.org', '2026-11-18', 2)),
    );
    expect(await owed(folder, '2026-11-21')).toEqual(['#1001 2026-11-18 2', '#1001 2026-11-19 0']);
  });

  it('have one order where it moved a day by a time zone, or changed its address', async () => {
    const folder = folderWith({
      'dropship.toml': config,
      'inbox/us-2026-11-20.csv': shopify(order('#1001', 'ann@example.org', '2026-11-18', 2)),
      'inbox/eu-2026-11-21.csv': shopify(order('#1001', 'ann@example.org', '2026-11-19', 2)),
    });
    expect(await owed(folder, '2026-11-21')).toHaveLength(1);
    put(
      folder,
      'inbox/us-2026-11-22.csv',
      shopify(order('#1001', 'ann@example.com', '2026-11-19', 2)),
    );
    expect(await owed(folder, '2026-11-22')).toHaveLength(1);
  });

  it('add up in lists without order numbers', async () => {
    const days = Array.from({ length: 20 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`);
    const list = (units: number) =>
      `date,sku,quantity\n${days.map((day) => `${day},MUG,${units}\n`).join('')}`;
    const folder = folderWith({
      'dropship.toml': config,
      'inbox/us-2026-11-20.csv': list(3),
      'inbox/eu-2026-11-20.csv': list(5),
    });
    await dropship(folder, ['ingest', '--today', '2026-11-21']);
    const { stdout } = await dropship(
      folder,
      'forecast --all --method simple --window 10 --today 2026-11-21 -f json'.split(' '),
    );
    expect(JSON.parse(stdout)).toMatchObject([{ sku: 'MUG', daily_demand: 8 }]);
  });
});

describe('an export that is made again', () => {
  const open = shopify(order('#1001', 'ann@example.org', '2026-11-18', 2));
  const done = shopify(order('#1001', 'ann@example.org', '2026-11-18', 2, 'fulfilled'));

  it.each([
    ['us-2026-11-20.csv', 'us-2026-11-20 (1).csv'],
    ['us-2026-11-20 (9).csv', 'us-2026-11-20 (10).csv'],
  ])('on the same day is the later word: %s, %s', async (first, second) => {
    const folder = folderWith({
      'dropship.toml': config,
      [`inbox/${first}`]: open,
      [`inbox/${second}`]: done,
    });
    expect(await owed(folder, '2026-11-20')).toEqual(['#1001 2026-11-18 0']);
  });

  it('is as of the later of two days in its name', async () => {
    const folder = folderWith({
      'dropship.toml': config,
      'inbox/us_2026-11-10_2026-11-18.csv': open,
      'inbox/us_2026-11-01_2026-11-20.csv': done,
    });
    expect(await owed(folder, '2026-11-20')).toEqual(['#1001 2026-11-18 0']);
  });
});

describe('a kit in a kit', () => {
  it('is demand for all that it is made of', async () => {
    const sold = Array.from(
      { length: 10 },
      (_, i) => `${i},2026-11-${i + 10},BIG,1,1\n${i}a,2026-11-${i + 10},A,1,1\n`,
    );
    const folder = folderWith({
      'kits.csv': 'kit_sku,component_sku,quantity\nBIG,SMALL,2\nBIG,C,1\nSMALL,A,3\nSMALL,B,1\n',
      'orders-2026-11-20.csv': `order_id,ordered_at,sku,quantity,fulfilled_quantity\n${sold.join('')}`,
    });
    const { stdout } = await dropship(
      folder,
      'forecast --all --orders orders-2026-11-20.csv --kits kits.csv --method simple --window 10 --today 2026-11-20 -f json'.split(
        ' ',
      ),
    );
    const rows = JSON.parse(stdout) as { sku: string; daily_demand: number }[];
    const demand = Object.fromEntries(rows.map((row) => [row.sku, row.daily_demand]));
    expect(demand).toMatchObject({ A: 7, B: 2, C: 1, BIG: 1 });
  });
});
