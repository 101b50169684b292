import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const config = `
[store]
country = "US"

[suppliers.acme]
files = "inbox/acme-*.csv"

[orders.shop]
files = "inbox/orders-*.csv"

[events]
files = "inbox/events-*.csv"
`;
const shop = {
  'dropship.toml': config,
  'inbox/acme-2026-11-02.csv': 'sku,quantity\nMUG,10\nCUP,10\n',
  // Of the first nobody asked by 30 October; the second is in time.
  'inbox/orders-2026-11-02.csv': `order_id,line_id,ordered_at,sku,quantity,promised_ship_date,customer_email,ship_to_country
1001,1,2026-10-20,MUG,2,2026-10-30,ann@example.com,US
1002,1,2026-11-01,CUP,1,2026-11-10,bob@example.com,US
`,
};
const today = ['--today', '2026-11-02'];

describe('a line that the law has as cancelled, as nobody asked in time', () => {
  it('is not ordered from suppliers, and a person is told to choose', async () => {
    const folder = folderWith(shop);
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr).toContain('have suppliers ship 1 order line that they have in stock');
    expect(stderr).toContain(
      '1 order line in stock cancelled by law, as nobody asked in time, and not ordered from suppliers',
    );
    const orders = await dropship(folder, ['suppliers', '--purchase-orders', ...today]);
    expect(orders.stdout).toContain('1002');
    expect(orders.stdout).not.toContain('1001');
    expect(orders.stderr).toContain('1 order line is not ordered: nobody asked in time');
  });

  it('is not in the purchase orders of a run either', async () => {
    const folder = folderWith({
      ...shop,
      'dropship.toml': `${config}\n[policy]\npurchase_orders = true\n`,
    });
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr).toContain('send suppliers 1 line of purchase orders');
    expect(stderr).toContain('1 order line in stock cancelled by law');
  });

  it('is ordered once it is on record that the customer was asked in time', async () => {
    const folder = folderWith(shop);
    put(
      folder,
      'inbox/events-2026-11-02.csv',
      'order_id,line_id,type,event,on,new_date\n1001,1,US_FIRST_SHORT,sent,2026-10-29,2026-11-06\n',
    );
    await dropship(folder, ['run', ...today]);
    const orders = await dropship(folder, ['suppliers', '--purchase-orders', ...today]);
    expect(orders.stdout).toContain('1001');
    expect(orders.stdout).toContain('1002');
    expect(orders.stderr).not.toContain('not ordered');
  });
});
