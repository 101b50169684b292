import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

type Row = Readonly<Record<string, string | number | null>>;

const header =
  'order_id,line_id,ordered_at,sku,quantity,customer_email,ship_to_country,promised_ship_date,channel';

/** A comes in on 10 December, of B nobody says when, C is there; all promised for 25 November. */
function shop(rows: readonly string[], stock = ''): string {
  return folderWith({
    'dropship.toml':
      'timezone = "UTC"\n[store]\ncountry = "US"\nreply_to = "h@x.example"\n[suppliers.acme]\nfiles = "acme-*.csv"\nstale_after_days = 400\n[orders.shop]\nfiles = "orders-*.csv"\n',
    'acme-2026-11-20.csv': `sku,quantity,restock_date\nA,0,2026-12-10\nB,0,\nC,100,\n${stock}`,
    'orders-2026-11-20.csv': `${header}\n${rows.join('\n')}\n`,
  });
}

const order = (id: string, sku: string, country = 'US', channel = '') =>
  `${id},1,2026-11-10,${sku},1,${id}${channel}@x.example,${country},2026-11-25,${channel}`;

const on = (date: string) => ['--today', date];

async function start(folder: string): Promise<void> {
  await dropship(folder, ['ingest', ...on('2026-11-20')]);
  await dropship(folder, ['notices', ...on('2026-11-20')]);
}

let files = 0;

async function record(folder: string, date: string, ...events: string[]): Promise<number> {
  files += 1;
  const name = `e${files}.csv`;
  put(folder, name, `order_id,line_id,type,event,on,new_date,channel\n${events.join('\n')}\n`);
  return (await dropship(folder, ['notices', '--record', name, ...on(date)])).code;
}

async function told(folder: string, date: string): Promise<string[]> {
  const { stdout } = await dropship(folder, ['notices', '-f', 'json', ...on(date)]);
  return (JSON.parse(stdout) as Row[]).map(
    (row) => `${row['order_id']} ${row['type']} ${row['new_date'] ?? '-'}`,
  );
}

async function states(folder: string, date: string): Promise<string[]> {
  const { stdout } = await dropship(folder, ['orders', '--all', '-f', 'json', ...on(date)]);
  return (JSON.parse(stdout) as Row[]).map((row) => `${row['order_id']} ${row['state']}`);
}

describe('a run', () => {
  it('asks for a person on the days by which an unsent letter is wanted', async () => {
    const folder = shop([order('1', 'A')]);
    const codes: number[] = [];
    for (const date of ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25']) {
      const { code, stderr } = await dropship(folder, ['run', '--quiet', ...on(date)]);
      codes.push(code);
      expect(stderr === '').toBe(code === 0);
      if (date === '2026-11-25')
        expect(stderr).toContain('1 letter of earlier days is not on record as sent');
    }
    expect(codes).toEqual([0, 0, 1, 1]);
  });
});

describe('a line that has ended', () => {
  it.each([
    ['its customer cancels after the law has ended it', '5,1,,cancel,2026-11-27,'],
    ['the seller cancelled it after that', '5,1,SELLER_CANCEL,sent,2026-11-27,'],
    ['the money went back', '5,1,,refunded,2026-11-27,'],
  ])('is not shipped when %s', async (_, event) => {
    const folder = shop([order('5', 'C')]);
    await start(folder);
    expect(await states(folder, '2026-11-27')).toEqual(['5 ship-now']);
    await record(folder, '2026-11-27', event);
    expect(await states(folder, '2026-11-27')).toEqual(['5 done']);
    const { stdout } = await dropship(folder, [
      'suppliers',
      ...['--purchase-orders', '--dry-run', '-f', 'csv', ...on('2026-11-27')],
    ]);
    expect(stdout).not.toContain('order,');
  });

  it('has one letter, whichever said that it is over', async () => {
    const folder = shop([order('5', 'C')]);
    await start(folder);
    await record(folder, '2026-11-27', '5,1,SELLER_CANCEL,sent,2026-11-27,');
    expect(await told(folder, '2026-11-27')).toEqual([]);
  });

  it('counts as ended by the transit time that its letter went by', async () => {
    const late = (sku: string) => `${sku},1,2026-11-10,${sku},1,${sku}@x.example,US,,`;
    const folder = shop([`${late('A')}`], 'Z,5,\n');
    put(
      folder,
      'dropship.toml',
      'timezone = "UTC"\n[store]\ncountry = "US"\n[suppliers.acme]\nfiles = "acme-*.csv"\nstale_after_days = 400\ntransit_days = 5\n[suppliers.slow]\nfiles = "slow-*.csv"\ntransit_days = 25\n[orders.shop]\nfiles = "orders-*.csv"\n',
    );
    put(folder, 'slow-2026-11-20.csv', 'sku,quantity\nZ,3\n');
    put(
      folder,
      'orders-2026-11-20.csv',
      'order_id,line_id,ordered_at,sku,quantity,customer_email,ship_to_country,promised_delivery_date\n1,1,2026-11-10,B,1,b@x.example,US,2026-12-25\n',
    );
    await start(folder);
    await record(folder, '2026-11-20', '1,1,US_FIRST_INDEFINITE,sent,2026-11-20,');
    // T is 20 December, five days before the delivery; silence ends the line thirty days later.
    expect(await states(folder, '2027-01-19')).toEqual(['1 waiting']);
    expect(await states(folder, '2027-01-20')).toEqual(['1 done']);
    expect(await told(folder, '2027-01-20')).toEqual(['1 CANCEL_CONFIRM -']);
  });

  it('that has shipped all the same is in the calendar', async () => {
    const folder = shop([order('5', 'C')]);
    await start(folder);
    await record(folder, '2026-11-21', '5,1,,cancel,2026-11-21,');
    put(folder, 's-2026-11-23.csv', 'order_id,sku,quantity,shipped_at\n5,C,1,2026-11-23\n');
    await dropship(folder, ['ingest', 's-2026-11-23.csv', ...on('2026-11-23')]);
    const { stdout } = await dropship(folder, [
      'notices',
      ...['--due', '-f', 'csv', ...on('2026-11-24')],
    ]);
    expect(stdout).toMatch(/^2026-11-23,went-out,5,/m);
  });
});

describe('events', () => {
  it('of one day count in the order of their kinds, whatever their files are called', async () => {
    const folder = shop([order('2', 'B')]);
    await start(folder);
    await record(folder, '2026-11-20', '2,1,US_FIRST_INDEFINITE,consent,2026-11-20,');
    await record(folder, '2026-11-20', '2,1,US_FIRST_INDEFINITE,sent,2026-11-20,');
    expect(await states(folder, '2027-01-10')).toEqual(['2 waiting']);
  });

  it('that happened twice on a day count twice', async () => {
    const folder = shop([order('1', 'A')]);
    await start(folder);
    const sent = '1,1,US_FIRST_SHORT,sent,2026-11-20,2026-12-14';
    await record(folder, '2026-11-20', sent, '1,1,US_FIRST_SHORT,bounced,2026-11-20,', sent);
    expect(await told(folder, '2026-11-26')).toEqual([]);
  });

  it('that say a letter came back have it drafted again, also when nobody said that it was sent', async () => {
    const folder = shop([order('1', 'A')]);
    await start(folder);
    await record(folder, '2026-11-20', '1,1,US_FIRST_SHORT,bounced,2026-11-20,');
    expect(await told(folder, '2026-11-21')).toEqual(['1 US_FIRST_SHORT 2026-12-14']);
    expect(await told(folder, '2026-11-22')).toEqual([]);
  });

  it('that say the same letter was sent twice ask nothing new', async () => {
    const folder = shop([order('1', 'A')]);
    await start(folder);
    const again = (day: string) => `1,1,US_FIRST_SHORT,sent,${day},2026-12-14`;
    await record(folder, '2026-11-21', again('2026-11-20'), again('2026-11-21'));
    expect(await states(folder, '2026-12-20')).toEqual(['1 waiting']);
    expect(await told(folder, '2026-12-15')).toEqual(['1 US_MISSED_CANCEL -']);
  });

  it('of a number that two channels use count for the one they name, and else for none', async () => {
    const folder = shop([order('7', 'C', 'US', 'shopify'), order('7', 'C', 'US', 'ebay')]);
    await start(folder);
    expect(await record(folder, '2026-11-21', '7,1,,cancel,2026-11-21,,')).toBe(1);
    expect((await states(folder, '2026-11-21')).toSorted()).toEqual(['7 ship-now', '7 ship-now']);
    expect(await record(folder, '2026-11-21', '7,1,,cancel,2026-11-21,,ebay')).toBe(0);
    expect((await states(folder, '2026-11-21')).toSorted()).toEqual(['7 done', '7 ship-now']);
  });
});

describe('what was agreed', () => {
  it('and is lost again is asked about again, with the date that was agreed', async () => {
    const folder = shop([order('2', 'B')]);
    await start(folder);
    const letter = 'US_FIRST_INDEFINITE';
    await record(
      folder,
      '2026-11-25',
      `2,1,${letter},sent,2026-11-20,`,
      `2,1,${letter},consent,2026-11-24,2026-12-31`,
    );
    expect(await told(folder, '2026-12-10')).toEqual(['2 US_RENEWED_INDEFINITE -']);
  });

  it('without a date is told of every two weeks', async () => {
    const folder = shop([order('2', 'B')]);
    await start(folder);
    const letter = 'US_FIRST_INDEFINITE';
    await record(
      folder,
      '2026-11-24',
      `2,1,${letter},sent,2026-11-20,`,
      '2,1,,consent,2026-11-24,',
    );
    expect(await told(folder, '2026-12-03')).toEqual([]);
    expect(await told(folder, '2026-12-04')).toEqual(['2 PREORDER_PROGRESS -']);
    await record(folder, '2026-12-04', '2,1,PREORDER_PROGRESS,sent,2026-12-04,');
    expect(await told(folder, '2026-12-04')).toEqual([]);
    expect(await told(folder, '2026-12-17')).toEqual([]);
    expect(await told(folder, '2026-12-18')).toEqual(['2 PREORDER_PROGRESS -']);
  });

  it('without a date, of goods that came in meanwhile, is told of once', async () => {
    const folder = shop([order('2', 'B')]);
    await start(folder);
    const letter = 'US_FIRST_INDEFINITE';
    const yes = '2,1,,consent,2026-11-24,';
    await record(folder, '2026-11-24', `2,1,${letter},sent,2026-11-20,`, yes);
    put(folder, 'acme-2026-11-30.csv', 'sku,quantity\nA,0\nB,5\nC,100\n');
    await dropship(folder, ['ingest', ...on('2026-11-30')]);
    expect(await told(folder, '2026-11-30')).toEqual(['2 READY_TO_SHIP 2026-12-02']);
    const later = ['2026-12-01', '2026-12-02', '2026-12-20'];
    for (const date of later) expect(await told(folder, date)).toEqual([]);
  });

  it('is no news while goods that are there are left lying, up to the last day for a new question', async () => {
    const folder = shop([order('5', 'C')]);
    await start(folder);
    expect(await told(folder, '2026-11-24')).toEqual(['5 US_FIRST_SHORT 2026-11-26']);
    await record(folder, '2026-11-24', '5,1,US_FIRST_SHORT,sent,2026-11-24,2026-11-26');
    // The 26th is Thanksgiving.
    expect(await told(folder, '2026-11-25')).toEqual(['5 US_RENEWED_DEFINITE 2026-11-27']);
    expect(await told(folder, '2026-11-26')).toEqual([]);
    expect(await told(folder, '2026-11-27')).toEqual(['5 US_MISSED_CANCEL -']);
  });
});
