import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

type Row = Readonly<Record<string, string | number | null>>;

const header =
  'order_id,line_id,ordered_at,sku,quantity,cancelled_quantity,cancelled_at,payment_state,unit_price,currency,customer_email,ship_to_country,promised_ship_date,promised_delivery_date';

/** What an export says of the two orders: how many of two units are cancelled, since when, and what was paid. */
function orders(cancelled: number, on = '', paymentState = 'paid'): string {
  const end = `${cancelled},${on},${paymentState},10,EUR`;
  return `${header}\n1,1,2026-11-02,B,2,${end},a@x.example,US,2026-11-10,\n2,1,2026-11-02,B,2,${end},b@x.example,DE,,2026-11-12\n`;
}

function shop(first = orders(0)): string {
  return folderWith({
    'dropship.toml':
      'timezone = "UTC"\n[store]\ncountry = "US"\nreply_to = "h@x.example"\n[suppliers.acme]\nfiles = "acme-*.csv"\nstale_after_days = 400\n[orders.shop]\nfiles = "orders-*.csv"\n[events]\nfiles = "e-*.csv"\n',
    'acme-2026-11-02.csv': 'sku,quantity,restock_date\nB,0,2026-11-16\n',
    'orders-2026-11-02.csv': first,
  });
}

const on = (date: string) => ['-f', 'json', '--today', date];

/** Reads what is new, and drafts. */
async function drafts(folder: string, date: string): Promise<string[]> {
  await dropship(folder, ['ingest', '--today', date]);
  const { stdout } = await dropship(folder, ['notices', ...on(date)]);
  return (JSON.parse(stdout) as Row[]).map((row) => `${row['order_id']} ${row['type']}`);
}

async function due(folder: string, date: string): Promise<string[]> {
  const { stdout } = await dropship(folder, ['notices', '--due', ...on(date)]);
  return (JSON.parse(stdout) as Row[]).map((row) =>
    [row['date'], row['what'], row['order_id'], row['type'] ?? ''].join(' ').trim(),
  );
}

const event = (folder: string, date: string, ...rows: string[]) =>
  put(folder, `e-${date}.csv`, `order_id,line_id,type,event,on\n${rows.join('\n')}\n`);
const bothCancel = ['1,1,,cancel,2026-11-04', '2,1,,cancel,2026-11-04'];
const letters = ['1 CANCEL_CONFIRM', '2 TERMINATION_REFUND'];
const toSend = ['2026-11-04 send 1 CANCEL_CONFIRM', '2026-11-04 send 2 TERMINATION_REFUND'];
const toRefund = ['2026-11-16 refund 1', '2026-11-18 refund 2'];

describe('an order that its customer cancelled', () => {
  it('is confirmed and refunded also when the shop has it as cancelled since', async () => {
    const folder = shop();
    await drafts(folder, '2026-11-02');
    event(folder, '2026-11-04', ...bothCancel);
    expect(await drafts(folder, '2026-11-04')).toEqual(letters);
    put(folder, 'orders-2026-11-05.csv', orders(2, '2026-11-04'));
    expect(await drafts(folder, '2026-11-05')).toEqual([]);
    expect(await due(folder, '2026-11-05')).toEqual([...toSend, ...toRefund]);

    event(
      folder,
      '2026-11-06',
      '1,1,CANCEL_CONFIRM,sent,2026-11-06',
      '2,1,TERMINATION_REFUND,sent,2026-11-06',
    );
    await drafts(folder, '2026-11-06');
    expect(await due(folder, '2026-11-06')).toEqual(toRefund);
    event(folder, '2026-11-07', '1,1,,refunded,2026-11-07');
    await drafts(folder, '2026-11-07');
    expect(await due(folder, '2026-11-07')).toEqual(['2026-11-18 refund 2']);
    put(folder, 'orders-2026-11-08.csv', orders(2, '2026-11-04', 'refunded'));
    await drafts(folder, '2026-11-08');
    expect(await due(folder, '2026-11-08')).toEqual([]);
  });

  it('is so too when both are heard of on one day', async () => {
    const folder = shop();
    await drafts(folder, '2026-11-02');
    event(folder, '2026-11-04', ...bothCancel);
    put(folder, 'orders-2026-11-04.csv', orders(2, '2026-11-04'));
    expect(await drafts(folder, '2026-11-04')).toEqual(letters);
    const { stdout } = await dropship(folder, ['notices', '--due', ...on('2026-11-18')]);
    expect(stdout).toContain('"refund"');
  });

  it('is confirmed, and nothing paid back, where nothing was charged', async () => {
    const folder = shop(orders(0, '', 'authorized'));
    await drafts(folder, '2026-11-02');
    event(folder, '2026-11-04', ...bothCancel);
    put(folder, 'orders-2026-11-04.csv', orders(2, '2026-11-04', 'voided'));
    expect(await drafts(folder, '2026-11-04')).toEqual(letters);
    expect(await due(folder, '2026-11-04')).toEqual(toSend);
  });
});

describe('an order that the shop cancelled', () => {
  it('of its own accord is its own affair', async () => {
    const folder = shop();
    await drafts(folder, '2026-11-02');
    event(folder, '2026-11-02', '1,1,US_FIRST_SHORT,sent,2026-11-02');
    put(folder, 'orders-2026-11-05.csv', orders(2, '2026-11-05'));
    expect(await drafts(folder, '2026-11-05')).toEqual([]);
    expect(await drafts(folder, '2026-12-20')).toEqual([]);
    expect(await due(folder, '2026-12-20')).toEqual([]);
  });

  it('when the law had ended it already is still to be refunded', async () => {
    const folder = shop();
    await drafts(folder, '2026-11-02');
    expect(await drafts(folder, '2026-11-11')).toContain('1 US_MISSED_CANCEL');
    put(folder, 'orders-2026-11-12.csv', orders(2, '2026-11-12'));
    await drafts(folder, '2026-11-12');
    expect(await due(folder, '2026-11-12')).toEqual([
      '2026-11-10 send 1 US_MISSED_CANCEL',
      '2026-11-20 refund 1',
    ]);
  });
});
