import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const config = `
[store]
name = "Northwind"
packing_note = "Thank you!"
[suppliers.acme]
name = "Acme Outdoor"
files = "acme-*.csv"
service = "Ground"
[orders.shop]
files = "orders*.csv"
`;

const head =
  'order_id,line_id,ordered_at,sku,title,quantity,cancelled_quantity,cancelled_at,customer_name,ship_to_country\n';

function shop(settings = config): string {
  return folderWith({
    'dropship.toml': settings,
    'acme-2026-11-23.csv': 'sku,quantity,supplier_sku\nTENT,9,A-1\nLAMP,0,A-2\n',
    'orders-2026-11-23.csv': `${head}#1,a,2026-11-22,TENT,Tent,2,,,"Ann ""X""\u001b[31m Lee",US\n#2,a,2026-11-22,LAMP,Lamp,1,,,Bob,US\n`,
  });
}

const purchaseOrders = ['suppliers', '--purchase-orders'];

async function orders(folder: string, today: string, ...more: string[]) {
  await dropship(folder, ['ingest', '--today', today]);
  const { stdout, code } = await dropship(folder, [...purchaseOrders, '--today', today, ...more]);
  const rows = stdout.trim().split('\n').slice(1);
  return { code, rows: rows.map((row) => row.split(',').slice(0, 9).join(',')) };
}

describe('suppliers --purchase-orders', () => {
  it('writes a table and a letter for each supplier and remembers them', async () => {
    const folder = shop();
    const first = await orders(folder, '2026-11-23');
    expect(first).toEqual({
      code: 0,
      rows: ['PO-20261123-acme,order,acme,#1,a,TENT,A-1,2,2026-11-25'],
    });
    const out = join(folder, 'out/2026-11-23/purchase-orders');
    expect(readFileSync(join(out, 'acme.csv'), 'utf8')).toContain('PO-20261123-acme,order,acme,#1');
    const letter = readFileSync(join(out, 'acme.txt'), 'utf8');
    expect(letter).toBe(`Purchase order PO-20261123-acme

Northwind
To: Acme Outdoor
Date: 23 Nov 2026

Please ship the following, each order as a parcel of its own.

Order #1, to:
    Ann "X"␛[31m Lee
    US
    address: see order #1
  2 × A-1 (ours: TENT)  Tent, with the carrier by 25 Nov 2026

Service: Ground

Into each parcel: Thank you!
`);
    // The same day again says the same, the next day nothing more.
    expect((await orders(folder, '2026-11-23')).rows).toEqual(first.rows);
    expect((await orders(folder, '2026-11-24')).rows).toEqual([]);
    expect((await orders(folder, '2026-11-25')).rows).toEqual([]);
  });

  it('tells where each parcel goes, in the table and as a label', async () => {
    const folder = shop();
    const columns = `order_id,line_id,ordered_at,sku,quantity,customer_name,ship_to_region,ship_to_country,ship_to_name,ship_to_company,ship_to_street,ship_to_city,ship_to_postcode,ship_to_phone`;
    put(
      folder,
      'orders-2026-11-23.csv',
      `${columns}
#1,a,2026-11-20,TENT,1,Ann,MA,US,Rob,"Rob, Inc.","5 Bay[31m St, Apt 2",Boston,02108,+1 617 555
#2,a,2026-11-21,TENT,1,Zoë,,DE,,,Am Tor 3,Dresden,01067,
#3,a,2026-11-22,TENT,1,Chris,,GB,,,1 Mill Lane,Leeds,LS1 4AB,
#4,a,2026-11-22,TENT,1,Dan,,US,,,,,,
`,
    );
    await dropship(folder, ['ingest', '--today', '2026-11-23']);
    const { stdout, stderr } = await dropship(folder, [
      ...purchaseOrders,
      '--today',
      '2026-11-23',
      '-f',
      'csv',
    ]);
    const [header, ...rows] = stdout.trim().split('\n');
    expect(header).toMatch(
      /,service,packing_note,ship_to_name,ship_to_company,ship_to_street,ship_to_city,ship_to_postcode,ship_to_region,ship_to_country,ship_to_phone$/,
    );
    const ends = ['#1', '#2', '#3', '#4'].map(
      (id) => rows.find((row) => row.includes(`,${id},`))?.split(',Ground,Thank you!,')[1],
    );
    expect(ends).toEqual([
      'Rob,"Rob, Inc.","5 Bay[31m St, Apt 2",Boston,02108,MA,US,+1 617 555',
      'Zoë,,Am Tor 3,Dresden,01067,,DE,',
      'Chris,,1 Mill Lane,Leeds,LS1 4AB,,GB,',
      'Dan,,,,,,US,',
    ]);
    expect(rows.map((row) => row.includes('address: see order #4'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(stderr).toContain('1 line has no address to ship to');
    const letter = readFileSync(join(folder, 'out/2026-11-23/purchase-orders/acme.txt'), 'utf8');
    expect(letter).toContain(`
Order #1, to:
    Rob
    Rob, Inc.
    5 Bay␛[31m St, Apt 2
    Boston, MA 02108
    US
    Phone: +1 617 555
  1 × A-1`);
    expect(letter).toContain('    Zoë\n    Am Tor 3\n    01067 Dresden\n    DE\n  1 ×');
    expect(letter).toContain('    Chris\n    1 Mill Lane\n    Leeds\n    LS1 4AB\n    GB\n  1 ×');
    expect(letter).toContain('    Dan\n    US\n    address: see order #4\n  1 ×');
  });

  it('says which orders are not paid yet', async () => {
    const folder = shop();
    put(
      folder,
      'orders-2026-11-23.csv',
      'order_id,line_id,ordered_at,sku,quantity,payment_state\n#1,a,2026-11-22,TENT,2,pending\n',
    );
    await dropship(folder, ['ingest', '--today', '2026-11-23']);
    const { stdout, stderr } = await dropship(folder, [...purchaseOrders, '--today', '2026-11-23']);
    expect(stdout).toContain('#1,a,TENT,A-1,2,2026-11-25,not paid yet: wait for our word');
    expect(stderr).toContain(
      '1 line is of orders not paid yet (pending): the supplier is told to wait',
    );
    const letter = join(folder, 'out/2026-11-23/purchase-orders/acme.txt');
    expect(readFileSync(letter, 'utf8')).toContain('2 × A-1 [not paid yet: wait for our word]');
  });

  it('calls back what a customer cancelled, once', async () => {
    const folder = shop();
    await orders(folder, '2026-11-23');
    put(
      folder,
      'orders-2026-11-24.csv',
      `${head}#1,a,2026-11-22,TENT,Tent,2,2,2026-11-24,Ann,US\n`,
    );
    expect((await orders(folder, '2026-11-24')).rows).toEqual([
      'PO-20261124-acme,cancel,acme,#1,a,TENT,A-1,0,',
    ]);
    expect((await orders(folder, '2026-11-25')).rows).toEqual([]);
  });

  it('writes and remembers nothing as a dry run', async () => {
    const folder = shop();
    expect((await orders(folder, '2026-11-23', '--dry-run')).rows).toHaveLength(1);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect((await orders(folder, '2026-11-24', '--dry-run')).rows).toHaveLength(1);
  });

  it('is not drawn up for a day before the last one', async () => {
    const folder = shop();
    await orders(folder, '2026-11-24');
    const { code, stderr } = await dropship(folder, [...purchaseOrders, '--today', '2026-11-23']);
    expect(code).toBe(2);
    expect(stderr).toContain('purchase orders of 2026-11-24 are on record already');
  });

  it('is drawn up by run where the shop wants that', async () => {
    const folder = shop(`${config}[policy]\npurchase_orders = true\n`);
    const run = (today: string) => dropship(folder, ['run', '--today', today]);
    const first = await run('2026-11-23');
    expect(first.stderr).toContain(
      'send suppliers 1 line of purchase orders, 1 without an address:',
    );
    expect(existsSync(join(folder, 'out/2026-11-23/purchase-orders/acme.csv'))).toBe(true);
    const again = await run('2026-11-23');
    expect(again.stderr).toContain(
      'send suppliers 1 line of purchase orders, 1 without an address:',
    );
    const next = await run('2026-11-24');
    expect(next.stderr).not.toContain('purchase orders');
    expect(existsSync(join(folder, 'out/2026-11-24/purchase-orders'))).toBe(false);
  });

  it('stays in the folder of the day when the day is run again', async () => {
    const folder = shop();
    await orders(folder, '2026-11-23');
    await dropship(folder, ['run', '--today', '2026-11-23']);
    expect(existsSync(join(folder, 'out/2026-11-23/purchase-orders/acme.csv'))).toBe(true);
  });
});
