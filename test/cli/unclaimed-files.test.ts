import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];
const orders = 'order_id,ordered_at,sku,quantity\n1,2026-11-22,TENT,1\n';
const config = `[suppliers.acme]
files = "inbox/acme-*.csv"
[orders.shop]
files = "inbox/orders-*.csv"
`;
const shop = { 'dropship.toml': config, 'inbox/acme-2026-11-23.csv': 'sku,quantity\nTENT,5\n' };
const late = 'inbox/orders_2026-11-23.csv';

describe('a file that looks like input and fits no pattern', () => {
  it('is to be looked at once, and named until a pattern takes it in', async () => {
    const folder = folderWith({ ...shop, [late]: orders });
    const first = await dropship(folder, ['run', ...today]);
    expect(first.stderr).toContain(`${late}: fits no "files" in dropship.toml`);
    const again = await dropship(folder, ['run', '--today', '2026-11-24']);
    expect(again.stderr).toContain(`${late}: fits no`);
    expect([first.code, again.code]).toEqual([1, 0]);
    await put(folder, 'dropship.toml', config.replace('orders-*', 'orders*'));
    const taken = await dropship(folder, ['ingest', ...today]);
    expect(taken.stderr).toContain('1 order file (1 line)');
    expect(taken.stderr).not.toContain('fits no');
  });

  it('is looked for beside the input only, and not among listings and the own files of the shop', async () => {
    const listing =
      'Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy\ntent,Tent,TENT,shopify,9,deny\n';
    const folder = folderWith({
      ...shop,
      'dropship.toml': `${config}[shipments.dhl]\nfiles = "parcels-*.csv"\n`,
      'old/orders_2025.csv': orders,
      'inbox/products.csv': listing,
      'inbox/notes.csv': 'who,what\nme,call\n',
      'skus.csv': 'sku,title\nTENT,Tent\n',
    });
    const { stderr, code } = await dropship(folder, ['ingest', ...today]);
    expect(stderr).not.toContain('fits no');
    expect(code).toBe(0);
  });

  it('is of no interest where files are named by hand', async () => {
    const folder = folderWith({ ...shop, [late]: orders });
    const { stderr } = await dropship(folder, ['ingest', 'inbox/acme-2026-11-23.csv', ...today]);
    expect(stderr).not.toContain('fits no');
  });
});
