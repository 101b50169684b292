import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

type Row = Readonly<Record<string, string | number | null>>;

const header =
  'order_id,line_id,ordered_at,sku,quantity,payment_state,customer_email,ship_to_country,locale';

/** Two orders of an article that is out on 25 November, confirmed with the date; no law knows another than 30 days. */
function shop(config = ''): string {
  return folderWith({
    'dropship.toml': `timezone = "UTC"\n[store]\ncountry = "US"\nreply_to = "h@x.example"\n[suppliers.acme]\nfiles = "acme-*.csv"\nstale_after_days = 400\n[orders.shop]\nfiles = "orders-*.csv"\n${config}`,
    'skus.csv': 'sku,release_date\nPRE,2026-11-25\n',
    'acme-2026-11-02.csv': 'sku,quantity\nPRE,0\n',
    'orders-2026-11-02.csv': `${header}\n1,1,2026-11-02,PRE,1,paid,a@x.example,US,en\n2,1,2026-11-02,PRE,1,paid,b@x.example,IT,it\n`,
  });
}

/** Drafts, and what the letters say. */
async function letters(folder: string, date: string): Promise<readonly [Row[], string]> {
  await dropship(folder, ['ingest', '--today', date]);
  const { stdout } = await dropship(folder, ['notices', '-f', 'json', '--today', date]);
  const out = join(folder, 'out', date, 'notices');
  const drafts = readdirSync(out).includes('mail-merge.csv')
    ? readFileSync(join(out, 'mail-merge.csv'), 'utf8')
    : '';
  return [JSON.parse(stdout) as Row[], drafts];
}

const dates = (rows: readonly Row[]) =>
  rows.map((row) => [row['type'], row['old_date'] ?? '-', row['new_date'] ?? '-'].join(' '));

describe('word of how a preorder stands', () => {
  it('says that nothing has changed where the customer was told that very date', async () => {
    const folder = shop('[notices]\nconfirm_orders = true\n');
    const [confirmed] = await letters(folder, '2026-11-02');
    expect(dates(confirmed)).toEqual(['ORDER_PROMISE - 2026-11-27', 'ORDER_PROMISE - 2026-12-02']);
    await dropship(folder, [
      'notices',
      '--record',
      'out/2026-11-02/notices/sent.csv',
      '--today',
      '2026-11-02',
    ]);
    const [progress, text] = await letters(folder, '2026-11-16');
    expect(dates(progress)).toEqual([
      'PREORDER_PROGRESS 2026-11-27 2026-11-27',
      'PREORDER_PROGRESS 2026-12-02 2026-12-02',
    ]);
    expect(text).toContain('Nothing has changed: they ship by November 27, 2026.');
    expect(text).toContain('Non è cambiato nulla: li riceverà entro il giorno 2 dicembre 2026.');
  });

  it('says that the date is another where it moved since', async () => {
    const folder = shop('[notices]\nconfirm_orders = true\n');
    await letters(folder, '2026-11-02');
    put(folder, 'skus.csv', 'sku,release_date\nPRE,2026-11-27\n');
    const [progress, text] = await letters(folder, '2026-11-16');
    expect(dates(progress)[0]).toBe('PREORDER_PROGRESS 2026-11-27 2026-12-01');
    expect(text).toContain('The date is now December 1, 2026.');
  });

  it('gives the date as new to who was told none', async () => {
    const folder = shop();
    await letters(folder, '2026-11-02');
    const [progress, text] = await letters(folder, '2026-11-16');
    expect(dates(progress)[0]).toBe('PREORDER_PROGRESS - 2026-11-27');
    expect(text).toContain('The date is now November 27, 2026.');
  });
});
