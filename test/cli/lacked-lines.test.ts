import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const head = 'order_id,ordered_at,channel,sku,quantity,fulfilled_quantity';
const rows = (...own: string[]) => `${[head, ...own].join('\n')}\n`;
const older = rows(
  'A,2026-11-16,shop,CUP,1,0',
  'B,2026-11-17,shop,CUP,1,0',
  'B,2026-11-17,shop,TENT,2,0',
  'C,2026-11-18,shop,CUP,1,0',
  'D,2026-11-18,shop,CUP,1,1',
);

const today = '--today 2026-11-23';

/** The messages that a second export brings about, beside other files. */
async function told(newer: string, more: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    'orders-2026-11-20.csv': older,
    'orders-2026-11-22.csv': newer,
    ...more,
  });
  const files = ['orders-2026-11-20.csv', 'orders-2026-11-22.csv', ...Object.keys(more)];
  const { stderr } = await dropship(folder, ['ingest', ...files, ...today.split(' ')]);
  return stderr.split('\n').filter((line) => line.startsWith('orders-2026-11-22.csv: '));
}

const c = 'C,2026-11-18,shop,CUP,1,0';
const e = 'E,2026-11-21,shop,CUP,1,0';
const a = 'A,2026-11-16,shop,CUP,1,0';

describe('an export that has open orders only', () => {
  it('is said to lack those that it should have', async () => {
    expect(await told(rows(a, c, e))).toEqual([
      'orders-2026-11-22.csv: has only orders that are to be shipped; of the days that it covers it lacks "B" of 2026-11-17, which is still open',
    ]);
  });

  it('is not where it has an order that was shipped, or begins later than what it lacks', async () => {
    expect(await told(rows(a, c, 'E,2026-11-21,shop,CUP,1,1'))).toEqual([]);
    expect(await told(rows(c, e))).toEqual([]);
  });

  it('is asked about where it lacks the oldest, as one before it had open orders only too', async () => {
    const folder = folderWith({
      'orders-2026-11-20.csv': older.replace('D,2026-11-18,shop,CUP,1,1\n', ''),
      'orders-2026-11-22.csv': rows(
        'B,2026-11-17,shop,CUP,1,0',
        'B,2026-11-17,shop,TENT,2,0',
        c,
        e,
      ),
      'new-2026-11-22.csv': rows(e),
    });
    const read = async (file: string) => {
      const files = ['orders-2026-11-20.csv', file];
      const { stderr } = await dropship(folder, [
        'ingest',
        '--dry-run',
        ...files,
        ...today.split(' '),
      ]);
      return stderr.split('\n').filter((line) => line.includes('to be shipped'));
    };
    expect(await read('orders-2026-11-22.csv')).toEqual([
      'orders-2026-11-22.csv: has only orders that are to be shipped, as had the one before; it lacks "A" of 2026-11-16, which is still open and older than all that it has: shipped since?',
    ]);
    // What is new since the last export is no list of what is open.
    expect(await read('new-2026-11-22.csv')).toEqual([]);
  });

  it('is not of another channel, nor where a shipment tells of what it lacks', async () => {
    expect(await told(rows(a, c, e).replaceAll('shop', 'market'))).toEqual([]);
    const shipped = 'order_id,sku,quantity,shipped_at\nB,CUP,1,2026-11-19\nB,TENT,2,2026-11-19\n';
    expect(await told(rows(a, c, e), { 'shipments-2026-11-21.csv': shipped })).toEqual([]);
  });

  it('may come in parts', async () => {
    const part = rows('B,2026-11-17,shop,CUP,1,0', 'B,2026-11-17,shop,TENT,2,0');
    expect(await told(rows(a, c, e), { 'orders-2-2026-11-22.csv': part })).toEqual([]);
  });
});

describe('an order that comes without a line that it had', () => {
  const renamed = rows('B,2026-11-17,shop,CUP,1,0', 'B,2026-11-17,shop,TENT-2P,2,0', c, e);

  it('is told of', async () => {
    expect(await told(renamed)).toEqual([
      'orders-2026-11-22.csv: "B" comes without "TENT", which orders-2026-11-20.csv had; it is still open',
    ]);
  });

  it('is no matter where that had left, or its row cannot stand for it as it is in another part', async () => {
    expect(await told(rows('B,2026-11-17,shop,TENT,2,0', 'B,2026-11-17,shop,CUP,1,1'))).toEqual([]);
    const part = rows('B,2026-11-17,shop,TENT,2,0');
    expect(
      await told(rows('B,2026-11-17,shop,CUP,1,0', e), { 'orders-2-2026-11-22.csv': part }),
    ).toEqual([]);
  });

  it('is well again when a file says that the line was cancelled, though it tells nothing of shipping', async () => {
    const folder = folderWith({
      'orders-2026-11-20.csv': older,
      'orders-2026-11-22.csv': renamed,
      'stock-2026-11-22.csv': 'sku,quantity\nCUP,9\nTENT,9\nTENT-2P,9\n',
    });
    const cancelled =
      'order_id,ordered_at,channel,sku,quantity,cancelled_quantity\nB,2026-11-17,shop,TENT,2,2\n';
    put(folder, 'cancelled-2026-11-23.csv', cancelled);
    const files = ['orders-2026-11-20.csv', 'orders-2026-11-22.csv', 'cancelled-2026-11-23.csv'];
    const { stderr } = await dropship(folder, ['ingest', ...files, ...today.split(' ')]);
    expect(stderr).not.toContain('comes without');
    const { stdout } = await dropship(folder, `explain B ${today}`.split(' '));
    expect(stdout).toMatch(/TENT\b.*2 cancelled/);
  });
});

describe('an order that was cancelled as a whole', () => {
  it('is so in the lines that its last export lacks', async () => {
    const shopify =
      'Name,Email,Financial Status,Fulfillment Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Cancelled at';
    const first =
      '#1,a@example.org,paid,unfulfilled,USD,2026-11-17 09:00:00 +0000,3,Mug,9,MUG,pending,';
    const folder = folderWith({
      'orders-2026-11-18.csv': `${shopify}\n${first}\n#1,a@example.org,,,,2026-11-17 09:00:00 +0000,1,Cup,9,CUP,pending,\n`,
      'orders-2026-11-20.csv': `${shopify}\n#1,a@example.org,refunded,unfulfilled,USD,2026-11-17 09:00:00 +0000,3,Mug,9,MUG,pending,2026-11-19 10:00:00 +0000\n`,
    });
    const { stderr } = await dropship(folder, [
      'ingest',
      'orders-2026-11-18.csv',
      'orders-2026-11-20.csv',
      ...today.split(' '),
    ]);
    expect(stderr).not.toContain('still open');
    const { stdout } = await dropship(folder, `orders --all ${today} -f json`.split(' '));
    const owed = (JSON.parse(stdout) as Record<string, unknown>[]).map((row) => row['outstanding']);
    expect(owed).toEqual([0, 0]);
  });
});
