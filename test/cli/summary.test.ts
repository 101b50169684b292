import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';

describe('the summary of a day', () => {
  it('counts order lines as customers know them, however they are split over sources and parts of a kit', async () => {
    const folder = folderWith({
      'dropship.toml':
        '[suppliers.acme]\nfiles = "acme-*.csv"\n[suppliers.beta]\nfiles = "beta-*.csv"\n[orders.shop]\nfiles = "orders*.csv"\n',
      'acme-2026-11-23.csv': 'sku,quantity\nX,3\nA,9\nB,9\n',
      'beta-2026-11-23.csv': 'sku,quantity,restock_date,restock_quantity\nX,4,2026-12-05,5\n',
      'kits.csv': 'kit_sku,component_sku,quantity\nKIT,A,1\nKIT,B,2\n',
      'orders-2026-11-23.csv':
        'order_id,line_id,ordered_at,sku,quantity\n#1,1,2026-11-22,X,9\n#1,2,2026-11-22,KIT,2\n',
    });
    const { stderr } = await dropship(folder, ['run', '--today', '2026-11-23']);
    expect(stderr).toContain('have suppliers ship 2 order lines that they have in stock');
    expect(stderr).toMatch(/Open orders\n +2 {2}ship now\n +1 {2}wait for goods with a date\n/);
    const summary = readFileSync(join(folder, 'out/2026-11-23/summary.json'), 'utf8');
    expect(JSON.parse(summary)).toMatchObject({
      orders: { ship_now: 2, forwarded: 0, waiting: 1, unfillable: 0 },
    });
  });
});
