import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

type Row = Readonly<Record<string, string | number | null>>;

const config = `timezone = "UTC"
[store]
name = "Northwind"
reply_to = "help@northwind.example"
country = "US"
[suppliers.acme]
files = "inbox/acme-*.csv"
stale_after_days = 400
[orders.shop]
files = "inbox/orders-*.csv"
`;

const header =
  'order_id,line_id,ordered_at,sku,quantity,fulfilled_quantity,fulfilled_at,promised_ship_date,payment_state,customer_name,customer_email,ship_to_country,locale';

/** A tent that is to come on 4 December, for Ann in the US and Bernd in Germany; cups are there. */
function shop(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'dropship.toml': config,
    'inbox/acme-2026-11-20.csv':
      'sku,quantity,restock_date,restock_quantity\nTENT,0,2026-12-04,9\nCUP,5,,\n',
    'inbox/orders-2026-11-20.csv': `${header}\n${[
      '1,1,2026-11-18,TENT,1,0,,2026-11-25,paid,Ann,ann@x.example,US,en',
      '2,1,2026-11-18,TENT,1,0,,2026-11-25,paid,Bernd,bernd@x.example,DE,de',
      '3,1,2026-11-18,CUP,1,0,,2027-06-30,authorized,Cleo,cleo@x.example,US,en',
      '',
    ].join('\n')}`,
    ...files,
  });
}

async function rows(folder: string, date: string, ...more: string[]): Promise<Row[]> {
  const { stdout } = await dropship(folder, [
    'notices',
    ...['-f', 'json', '--today', date],
    ...more,
  ]);
  return JSON.parse(stdout) as Row[];
}

const brief = (all: readonly Row[]) =>
  all.map((row) => `${row['order_id']} ${row['type']} ${row['new_date'] ?? '-'}`);

async function record(folder: string, date: string, ...events: string[]): Promise<number> {
  const text = `order_id,line_id,type,event,on,new_date\n${events.join('\n')}\n`;
  put(folder, `events-${date}.csv`, text);
  const { code } = await dropship(folder, [
    'notices',
    `--record=events-${date}.csv`,
    ...['--today', date],
  ]);
  return code;
}

describe('notices', () => {
  it('are drafted once, again when they come back, and no more when they were sent', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    const first = ['1 US_FIRST_SHORT 2026-12-08', '2 DELAY_PROPOSAL 2026-12-13'];
    expect(brief(await rows(folder, '2026-11-20'))).toEqual(first);
    expect(brief(await rows(folder, '2026-11-20'))).toEqual(first);
    expect(brief(await rows(folder, '2026-11-21'))).toEqual([]);
    expect(await record(folder, '2026-11-22', '1,,,sent,2026-11-20,', '2,,,sent,2026-11-21,')).toBe(
      0,
    );
    expect(await record(folder, '2026-11-23', '1,,,bounced,2026-11-23,')).toBe(0);
    expect(brief(await rows(folder, '2026-11-23'))).toEqual(['1 US_FIRST_SHORT 2026-12-08']);
    expect(brief(await rows(folder, '2026-11-24'))).toEqual([]);
    // Ann's letter came back and was not sent again: nobody asked her in time.
    expect(brief(await rows(folder, '2026-11-26'))).toEqual(['1 US_MISSED_CANCEL -']);
  });

  it('count from what sent.csv of the day says, with the dates of the drafts', async () => {
    const folder = shop();
    await dropship(folder, ['run', '--today', '2026-11-20']);
    const sent = 'out/2026-11-20/notices/sent.csv';
    const recording = ['notices', '--record', sent, '--today', '2026-11-20'];
    expect(await dropship(folder, recording)).toMatchObject({
      code: 0,
      stderr: 'Recorded 2 events.\n',
    });
    expect(await dropship(folder, recording)).toMatchObject({
      code: 0,
      stderr: 'This file is recorded already.\n',
    });
    expect(brief(await rows(folder, '2026-11-20'))).toEqual([]);
    // Goods come later than Ann was told: the second delay needs her yes by the date of the first.
    put(
      folder,
      'inbox/acme-2026-12-01.csv',
      'sku,quantity,restock_date,restock_quantity\nTENT,0,2026-12-14,9\nCUP,5,,\n',
    );
    await dropship(folder, ['ingest', '--today', '2026-12-01']);
    const [ann] = await rows(folder, '2026-12-01');
    expect(ann).toMatchObject({
      type: 'US_RENEWED_DEFINITE',
      old_date: '2026-12-08',
      new_date: '2026-12-16',
      send_by: '2026-12-08',
      if_silent: 'cancelled',
      auto_cancel_on: '2026-12-08',
    });
  });

  it('plan as cancelled what a customer cancelled, and confirm it with the day of the refund', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    await record(folder, '2026-11-21', '1,,,cancel,2026-11-20,', '2,1,,cancel,2026-11-21,');
    expect(await rows(folder, '2026-11-21')).toMatchObject([
      { order_id: '1', type: 'CANCEL_CONFIRM', refund_by: '2026-12-02', send_by: null },
      { order_id: '2', type: 'TERMINATION_REFUND', refund_by: '2026-12-05' },
    ]);
    const { stdout } = await dropship(folder, [
      'orders',
      ...['--today', '2026-11-21', '-f', 'csv', '--all'],
    ]);
    expect(stdout).toMatch(/^1,1,.*,done,/m);
    expect(stdout).toMatch(/^3,1,.*,ship-now,/m);
    await record(folder, '2026-11-22', '1,,,refunded,2026-11-22,');
    const { stdout: due } = await dropship(folder, [
      'notices',
      '--due',
      ...['--today', '2026-11-22', '-f', 'csv'],
    ]);
    expect(due).not.toMatch(/refund,1,/);
    expect(due).toMatch(/^2026-12-05,refund,2,/m);
  });

  it('end a line whose question went unanswered, and no later yes brings it back', async () => {
    const late = 'sku,quantity,restock_date,restock_quantity\nTENT,0,2027-01-10,9\nCUP,5,,\n';
    const folder = shop({ 'inbox/acme-2026-11-20.csv': late });
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    expect(brief(await rows(folder, '2026-11-20'))[0]).toBe('1 US_FIRST_LONG 2027-01-12');
    await record(folder, '2026-11-21', '1,,,sent,2026-11-21,', '3,,,cancel,2026-11-21,');
    await record(folder, '2026-12-27', '1,,,consent,2026-12-26,');
    const all = await rows(folder, '2026-12-27');
    expect(all.find((row) => row['order_id'] === '1')).toMatchObject({
      type: 'CANCEL_CONFIRM',
      auto_cancel_on: '2026-12-25',
      refund_by: '2027-01-06',
    });
  });

  it('exit 1 when a row of the record was left out, 2 when it is none', async () => {
    const folder = shop();
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    expect(await record(folder, '2026-11-21', '1,,,mailed,2026-11-20,')).toBe(1);
    expect(await record(folder, '2026-11-22', '99,,,sent,2026-11-20,')).toBe(1);
    put(folder, 'none.csv', 'a,b\n1,2\n');
    const none = await dropship(folder, ['notices', '--record', 'none.csv']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect((await dropship(folder, ['notices', '--record', 'gone.csv'])).code).toBe(2);
    expect((await dropship(folder, ['notices', '--record', 'x', '--due'])).code).toBe(2);
  });

  it('show what is due in the next two weeks, and that an authorised payment lapses', async () => {
    const folder = shop({
      'inbox/orders-2026-11-20.csv': `${header}\n1,1,2026-11-18,TENT,1,0,,2026-11-25,authorized,Ann,ann@x.example,US,en\n`,
    });
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    const { code, stdout, stderr } = await dropship(folder, [
      'notices',
      '--due',
      ...['--today', '2026-11-20', '-f', 'csv'],
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('not legal advice');
    expect(stdout.trim().split('\n').slice(1)).toEqual([
      '2026-11-24,send,1,1,TENT,US_FIRST_SHORT,US,2026-11-25,4,send the notice,ann@x.example',
      '2026-11-25,hold-expires,1,1,TENT,,US,,5,the authorised payment lapses,ann@x.example',
    ]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('write to who asked for an article, once, and to nobody who said no or was forgotten', async () => {
    const folder = shop({
      'inbox/requests-2026-11-20.csv': [
        'email,sku,requested_at,consent',
        'dan@x.example,CUP,2026-11-10,yes',
        'eve@x.example,CUP,2026-11-10,no',
        'fay@x.example,TENT,2026-11-10,',
        'gus@x.example,CUP,2026-11-10,',
        '',
      ].join('\n'),
      'dropship.toml': `${config}[requests]\nfiles = "inbox/requests-*.csv"\n`,
    });
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    await dropship(folder, ['book', '--forget', 'GUS@x.example', '--today', '2026-11-20']);
    expect(readFileSync(join(folder, 'book/requests.csv'), 'utf8')).not.toMatch(/gus/i);
    const alerts = async (date: string) =>
      (await rows(folder, date)).filter(({ type }) => type === 'BACK_IN_STOCK');
    expect(await alerts('2026-11-20')).toMatchObject([
      { order_id: null, sku: 'CUP', to: 'dan@x.example', send_by: null },
    ]);
    expect(await alerts('2026-11-21')).toEqual([]);
  });

  it('tell of what has shipped while the rest waits, and of goods that came in', async () => {
    const folder = shop({
      'inbox/orders-2026-11-20.csv': `${header}\n${[
        '1,1,2026-11-18,TENT,1,0,,2026-12-20,paid,Ann,ann@x.example,US,en',
        '1,2,2026-11-18,CUP,1,1,2026-11-19,2026-12-20,paid,Ann,ann@x.example,US,en',
        '',
      ].join('\n')}`,
    });
    await dropship(folder, ['run', '--today', '2026-11-20']);
    expect(brief(await rows(folder, '2026-11-20'))).toEqual(['1 PARTIAL_SHIP -']);
    const [mail = ''] = readdirSync(join(folder, 'out/2026-11-20/notices'));
    const text = readFileSync(join(folder, 'out/2026-11-20/notices', mail), 'utf8');
    expect(text).toContain('These are still to come, and ship by December 20, 2026:');
    put(folder, 'inbox/acme-2026-11-24.csv', 'sku,quantity\nTENT,9\nCUP,5\n');
    await dropship(folder, ['ingest', '--today', '2026-11-24']);
    expect(brief(await rows(folder, '2026-11-24'))).toEqual(['1 READY_TO_SHIP 2026-12-20']);
    expect(brief(await rows(folder, '2026-11-25'))).toEqual([]);
  });

  it('know what makes a line special from its columns', async () => {
    const folder = folderWith({
      'orders-2026-11-20.csv': `${header},seller_credit,custom_made,delivery_essential\n${[
        '1,1,2026-11-01,TENT,1,0,,,,Ann,ann@x.example,US,en,yes,,',
        '2,1,2026-11-18,TENT,1,0,,2026-11-25,paid,Bernd,bernd@x.example,DE,de,,,yes',
        '',
      ].join('\n')}`,
      'acme-2026-11-20.csv': 'sku,quantity,restock_date,restock_quantity\nTENT,0,2027-01-08,9\n',
    });
    const oneOff = ['--stock=acme=acme-2026-11-20.csv', '--orders=orders-2026-11-20.csv'];
    expect(await rows(folder, '2026-11-20', '--dry-run', ...oneOff)).toMatchObject([
      // Fifty days from the order; the refund falls due with a billing cycle.
      { order_id: '1', type: 'US_FIRST_SHORT', old_date: '2026-12-21', refund_by: null },
      { order_id: '2', type: 'DELAY_PROPOSAL', send_by: '2026-11-20', target_date: '2026-11-20' },
    ]);
  });
});

describe('the wording', () => {
  it('is copied to be edited, kept when it is there, used where it is whole and told where not', async () => {
    const folder = shop({ 'dropship.toml': `${config}[notices]\ntemplates = "words"\n` });
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    const copied = await dropship(folder, ['notices', '--templates', 'words']);
    expect(copied.code).toBe(0);
    expect(copied.stderr).toContain('96 templates written to words.');
    const path = 'words/en/us-first-short.liquid';
    const text = readFileSync(join(folder, path), 'utf8');
    put(folder, path, text.replaceAll('Hello', 'Ahoy'));
    const again = await dropship(folder, ['notices', '--templates', 'words']);
    expect(again.stderr).toContain('0 templates written to words, 96 kept as they are.');
    const draft = async () => {
      await rows(folder, '2026-11-20');
      return readFileSync(join(folder, 'out/2026-11-20/notices/1-us-first-short.eml'), 'utf8');
    };
    expect(await draft()).toContain('Ahoy Ann,');
    const shorn = text
      .replace('Hello', 'Ahoy')
      .replace(/\{% must "silence-agrees".*endmust %\}/, '');
    put(folder, path, shorn);
    const checked = await dropship(folder, ['notices', '--templates', 'words']);
    expect(checked.code).toBe(1);
    expect(checked.stderr).toContain(`${path}: this wording is not used: it has lost`);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(shorn);
    expect(await draft()).toContain('Hello Ann,');
    rmSync(join(folder, path));
    expect(await draft()).toContain('Hello Ann,');
  });

  it('is that of the customer, with the policy of the store in confirmations', async () => {
    const folder = shop({
      'dropship.toml': `${config}[notices]\nconfirm_orders = true\npolicy = "policy.txt"\n`,
      'policy.txt': 'Send it back\nwithin 30 days.\n',
      'inbox/orders-2026-11-20.csv': `${header}\n1,1,2026-11-19,TENT,1,0,,2026-12-20,paid,Jörg,joerg@x.example,DE,de-AT\n`,
    });
    await dropship(folder, ['ingest', '--today', '2026-11-20']);
    expect(brief(await rows(folder, '2026-11-20'))).toEqual(['1 ORDER_PROMISE 2026-12-25']);
    const name = join(folder, 'out/2026-11-20/notices/1-order-promise.eml');
    const text = readFileSync(name, 'utf8').replace(/=\r?\n/g, '');
    expect(text).toContain('Guten Tag J=C3=B6rg,');
    expect(text).toContain('25. Dezember 2026');
    expect(text).toContain('Send it back\r\nwithin 30 days.');
  });
});
