import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];
const addressColumns =
  ',ship_to_name,ship_to_company,ship_to_street,ship_to_city,ship_to_postcode,ship_to_phone';
const orders = `order_id,line_id,ordered_at,sku,quantity,customer_name,ship_to_country,ship_to_name,ship_to_company,ship_to_street,ship_to_city,ship_to_postcode,ship_to_phone
1,a,2026-11-20,TENT,1,Ann,US,Rob,"Rob, Inc.","7 Quay ""B""",Ware,01082,'+1 555
1,b,2026-11-20,LAMP,1,Ann,US,Rob,"Rob, Inc.","7 Quay ""B""",Ware,01082,'+1 555
`;

function shop(text = orders): string {
  return folderWith({
    'dropship.toml':
      'timezone = "UTC"\n[suppliers.acme]\nfiles = "acme-*.csv"\n[orders.shop]\nfiles = "orders-*.csv"\n',
    'acme-2026-11-23.csv': 'sku,quantity,restock_date\nTENT,9,\nLAMP,0,2026-12-10\n',
    'orders-2026-11-23.csv': text,
  });
}

const page = (folder: string) => readFileSync(join(folder, 'book/orders.csv'), 'utf8');

it('keeps addresses, and reads and writes them again without change', async () => {
  const folder = shop();
  await dropship(folder, ['ingest', ...today]);
  const before = page(folder);
  expect(before.split('\n')[1]).toContain(',Rob,"Rob, Inc.","7 Quay ""B""",Ware,01082,+1 555,');
  await dropship(folder, ['run', ...today]);
  expect(page(folder)).toBe(before);
  expect((await dropship(folder, ['book', '--check', ...today])).code).toBe(0);
});

const conditionColumns = ',seller_credit,custom_made,delivery_essential';

it('reads a book from before it kept addresses, finds it sound and goes on with it', async () => {
  const bare = orders.replace(addressColumns, '').replaceAll(/,Rob.*$/gm, '');
  const folder = shop(bare);
  await dropship(folder, ['ingest', ...today]);
  const now = page(folder);
  // Ten columns less, in the header and in each row: nine as they stand before those of the book's own, one among those.
  const old = now
    .replace(`${addressColumns}${conditionColumns}`, '')
    .replace(',progress_source', '')
    .replaceAll(',,,,,,,,,,,,,,,,2026', ',,,,,,2026');
  const width = (text: string) => text.split('\n')[1]?.split(',').length;
  put(folder, 'book/orders.csv', old);
  expect([width(now), old.split('\n')[0]?.split(',').length]).toEqual([45, 35]);
  expect(width(old)).toBe(35);
  expect(await dropship(folder, ['book', '--check', ...today])).toMatchObject({ code: 0 });
  const shown = await dropship(folder, ['orders', ...today, '-f', 'csv']);
  expect(shown.stdout.split('\n')).toHaveLength(4);
  await dropship(folder, ['ingest', ...today]);
  expect(page(folder)).toBe(now);
});

it('tells addresses nowhere but in its orders and in purchase orders', async () => {
  const folder = shop();
  await dropship(folder, ['run', ...today]);
  await dropship(folder, ['suppliers', '--messages', ...today]);
  const { stdout } = await dropship(folder, ['orders', ...today]);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const telling = names.filter(
    (name) =>
      /\.(csv|txt|md|eml|json)$/.test(name) &&
      /Quay|01082|555|Rob/.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(telling.toSorted()).toEqual(['book/orders.csv', 'orders-2026-11-23.csv']);
  expect(stdout).not.toMatch(/Quay|01082|555|Rob/);
});
