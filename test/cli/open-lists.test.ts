import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const config = `
[store]
country = "US"
order_promise = "3 days"

[suppliers.acme]
files = "inbox/acme-*.csv"

[orders.amazon]
files = "inbox/amazon-*.txt"

[orders.todo]
files = "inbox/todo-*.csv"
open_only = true
`;

const reportHead = 'order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased';
const reported = (order: string, on: string) => `${order}\t${order}\t${on}T10:00:00+00:00\tMUG\t1`;
const report = (...rows: string[]) => `${[reportHead, ...rows].join('\n')}\n`;
const unshipped = (...rows: string[]) =>
  `${[`${reportHead}\tquantity-shipped\tquantity-to-ship`, ...rows.map((row) => `${row}\t0\t1`)].join('\n')}\n`;

const [a, b, c] = [
  reported('111-1', '2026-11-02'),
  reported('111-2', '2026-11-03'),
  reported('111-3', '2026-11-04'),
] as const;

const shop = {
  'dropship.toml': config,
  'inbox/acme-2026-11-03.csv': 'sku,quantity\nMUG,10\nCUP,10\n',
  'inbox/amazon-orders-2026-11-04.txt': report(a, b),
  'inbox/amazon-unshipped-2026-11-04.txt': unshipped(a, b),
  'inbox/amazon-orders-2026-11-05.txt': report(a, b, c),
  'inbox/amazon-unshipped-2026-11-05.txt': unshipped(c),
  'inbox/todo-2026-11-04.csv':
    'order_id,ordered_at,sku,quantity\n7,2026-11-03,CUP,2\n8,2026-11-03,CUP,1\n',
  'inbox/todo-2026-11-05.csv': 'order_id,ordered_at,sku,quantity\n8,2026-11-03,CUP,1\n',
};

const today = '--today 2026-11-06';
const orderIds = (csv: string) =>
  csv
    .split('\n')
    .slice(1, -1)
    .map((row) => row.split(',')[0]);

describe('lists of open orders, one each morning', () => {
  it('close what they do not name any more, Amazon’s by themselves, others by "open_only"', async () => {
    const folder = folderWith(shop);
    await dropship(folder, `ingest ${today}`.split(' '));
    const { stdout } = await dropship(folder, `orders ${today}`.split(' '));
    expect(orderIds(stdout)).toEqual(['8', '111-3']);
    const told = await dropship(folder, `explain 111-1 ${today}`.split(' '));
    expect(told.stdout).toContain(
      '1 shipped or cancelled, as the list of 2026-11-05 of open orders has it no more, none owed',
    );
    const letters = await dropship(folder, `notices ${today}`.split(' '));
    expect(letters.stdout).not.toContain('111-1');
  });

  it('still take from a stock file of the day before what left since', async () => {
    const folder = folderWith(shop);
    await dropship(folder, `ingest ${today}`.split(' '));
    const { stdout } = await dropship(folder, `classify ${today}`.split(' '));
    const [head = '', ...rows] = stdout.split('\n');
    const at = head.split(',').indexOf('sellable_quantity');
    // Of ten mugs two left since and one is owed; of ten cups two left and one is owed.
    expect(rows.slice(0, 2).map((row) => row.split(',')[at])).toEqual(['7', '7']);
  });

  it('close everything with a list that names none, and open again what a later one names', async () => {
    const folder = folderWith({ ...shop, 'inbox/amazon-unshipped-2026-11-06.txt': unshipped() });
    await dropship(folder, `ingest ${today}`.split(' '));
    const closed = await dropship(folder, `orders ${today}`.split(' '));
    expect(orderIds(closed.stdout)).toEqual(['8']);
    put(folder, 'inbox/amazon-unshipped-2026-11-07.txt', unshipped(a));
    const next = '--today 2026-11-07';
    await dropship(folder, `ingest ${next}`.split(' '));
    const open = await dropship(folder, `orders ${next}`.split(' '));
    expect(orderIds(open.stdout)).toEqual(['111-1', '8']);
  });

  it('leave open what a row that cannot be read may be', async () => {
    const head = 'order_id,ordered_at,sku,quantity\n';
    const rows = ['7,2026-11-03,CUP,2', '8,2026-11-03,CUP,1', '9,2026-11-03,CUP,1'];
    const before = `${head}${rows.join('\n')}\n`;
    const readAfter = async (...left: string[]) => {
      const folder = folderWith({
        'dropship.toml': config,
        'inbox/acme-2026-11-03.csv': 'sku,quantity\nCUP,10\n',
        'inbox/todo-2026-11-04.csv': before,
        'inbox/todo-2026-11-05.csv': `${head}${left.join('\n')}\n`,
      });
      const told = await dropship(folder, `ingest ${today}`.split(' '));
      const { stdout } = await dropship(folder, `orders ${today}`.split(' '));
      const checked = await dropship(folder, ['book', '--check']);
      expect(checked.code).toBe(0);
      return { open: orderIds(stdout), said: told.stderr };
    };
    const closesNothing = 'nothing counts as shipped or cancelled';
    for (const row of [
      '8,2026-11-03,1.23E+11,1',
      '8,2026-11-03,CUP,2 pcs',
      '8,45984.54x,CUP,1',
      '8,2026-11-03',
    ]) {
      const { open, said } = await readAfter('7,2026-11-03,CUP,2', row);
      expect({ row, open }).toEqual({ row, open: ['7', '8'] });
      expect(said).toContain('left out');
      expect(said).not.toContain(closesNothing);
    }
    for (const row of ['8', ',2026-11-03,CUP,1']) {
      const { open, said } = await readAfter('7,2026-11-03,CUP,2', row);
      expect({ row, open }).toEqual({ row, open: ['7', '8', '9'] });
      expect(said).toContain(closesNothing);
    }
    expect(await readAfter()).toMatchObject({
      open: [],
      said: expect.stringContaining('inbox/todo-2026-11-05.csv: names no open order'),
    });
  });

  it('do so in files given by hand', async () => {
    const folder = folderWith(shop);
    const files = ['orders', 'unshipped'].map((kind) => `inbox/amazon-${kind}-2026-11-05.txt`);
    const given = `--stock inbox/acme-2026-11-03.csv --orders ${files.join(' --orders ')}`;
    const { stdout } = await dropship(folder, `orders ${given} ${today}`.split(' '));
    expect(orderIds(stdout)).toEqual(['111-3']);
  });
});
