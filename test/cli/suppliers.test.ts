import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, sampleShop } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const config = `
currency = "USD"

[suppliers.acme]
name = "Acme Outdoor"
files = "inbox/acme-*.csv"

[suppliers.beta]
files = "inbox/beta-*.csv"
priority = 2

[orders.shop]
files = "inbox/orders-*.csv"

[shipments.acme]
files = "inbox/parcels-*.csv"
`;

const header =
  'order_id,ordered_at,sku,quantity,supplier,forwarded_at,unit_price,currency,returned_quantity\n';

/** Five tents of four each, forwarded on Monday the 2nd; acme ships them after 1, 1, 2, 2 and 3 working days. */
const shop = {
  'dropship.toml': config,
  'inbox/acme-2026-11-01.csv':
    'sku,quantity,unit_cost,barcode\nTENT,30,60,4006381333931\nLAMP,0,9,\n',
  'inbox/acme-2026-11-20.csv':
    'sku,quantity,unit_cost,barcode\nTENT,10,75,4006381333931\nLAMP,9,9,\n',
  'inbox/beta-2026-11-21.csv':
    'sku,quantity,unit_cost,barcode\nT-9,4,70,4006381333931\nLAMP,9,8,\n',
  'inbox/orders-2026-11-22.csv': `${header}${[1, 2, 3, 4, 5]
    .map((n) => `#${n},2026-11-02,TENT,4,acme,2026-11-02,100,USD,${n === 1 ? 1 : 0}\n`)
    .join('')}#6,2026-11-20,LAMP,1,beta,2026-11-20,20,USD,0\n#7,2026-11-20,TENT,1,,,90,EUR,0\n`,
  'inbox/parcels-2026-11-10.csv': `order_id,sku,quantity,shipped_at\n${[
    '03',
    '03',
    '04',
    '04',
    '05',
  ]
    .map((on, i) => `${i + 1},TENT,4,2026-11-${on}\n`)
    .join('')}`,
};

async function ingested(files: Readonly<Record<string, string>> = shop): Promise<string> {
  const folder = folderWith(files);
  await dropship(folder, ['ingest', ...today]);
  return folder;
}

describe('suppliers', () => {
  it('tells what is on record of each, every rate with its sample', async () => {
    const folder = await ingested();
    const { code, stdout, stderr } = await dropship(folder, ['suppliers', ...today, '-f', 'json']);
    expect(code).toBe(0);
    const [acme, beta, ...others] = JSON.parse(stdout);
    expect(others).toEqual([]);
    // Four of five on time: 0.8 × 70 + 20 + 10. Nobody else's file has the tent under our number.
    expect(acme).toEqual({
      supplier: 'acme',
      shipments: 5,
      lead_time_p50: 2,
      lead_time_p80: 2,
      lead_time_p95: 3,
      restocks: 0,
      slip_p50: null,
      slip_p80: null,
      lead_time_mean: 1.8,
      on_time_rate: 0.8,
      on_time_sample: 5,
      fill_rate: 1,
      fill_sample: 20,
      stock_accuracy: 1,
      accuracy_sample: 20,
      feed_age_days: 3,
      feed_gap_days: 19,
      stale: 'no',
      cancel_rate: 0,
      cancel_sample: 20,
      return_rate: 0.05,
      return_sample: 20,
      restock_days_p80: null,
      bad_record: null,
      grade: 'C',
      score: 86,
      skus: 2,
      single_source_skus: 1,
      // Nineteen of twenty tents were kept.
      revenue_at_risk: 1900,
      revenue_share: 0.9896,
      currency: 'USD',
      note: null,
    });
    expect(beta).toMatchObject({
      shipments: 0,
      grade: null,
      skus: 2,
      note: 'nobody tells what became of its orders',
    });
    // 1900 at acme and 20 at beta of 1920: 0.9792 + 0.0001.
    expect(stderr).toBe(
      'Revenue of the last 90 days: 1,920.00 USD, 99 % of it from SKUs that one supplier alone has. Herfindahl index 0.98 over 2 suppliers (1: all comes from one). 90.00 EUR of other currencies is not in it.\n',
    );
  });

  it('is CSV whose first columns are fixed', async () => {
    const folder = await ingested();
    const { stdout } = await dropship(folder, ['suppliers', ...today, '-q']);
    const [head, acme] = stdout.split('\n');
    expect(head?.split(',').slice(0, 8)).toEqual(
      'supplier shipments lead_time_p50 lead_time_p80 lead_time_p95 restocks slip_p50 slip_p80'.split(
        ' ',
      ),
    );
    expect(acme).toMatch(/^acme,5,2,2,3,0,,,1\.8,0\.8,5,1,20,1,20,3,19,no,/);
  });

  it.each([
    [80, 'Supplier|Grade|Ships in|On time|Filled|Dates slip|File|At risk'],
    [
      120,
      'Supplier|Grade|Ships in|On time|Filled|Stock true|Dates slip|File|Sole source of|At risk',
    ],
  ])('is a table of what matters most in %i columns', async (width, heading) => {
    const folder = await ingested();
    const { stdout } = await dropship(folder, ['suppliers', ...today], { terminal: true, width });
    const [head, acme, beta, ...others] = stdout.trimEnd().split('\n');
    expect(others).toEqual([]);
    expect(head?.split(/ {2,}/).join('|')).toBe(heading);
    expect(acme).toMatch(/^acme +C +2 d \(5\) +80 % of 5 +100 % of 20 .* 3 d .* 99 %$/);
    expect(beta).toMatch(/^beta +– .* 2 d .* 0 %$/);
    expect([head, acme, beta].every((one = '') => one.length <= width)).toBe(true);
  });

  it('--risk names the SKUs that one supplier alone has, and who else bears their barcode', async () => {
    const folder = await ingested();
    const { code, stdout } = await dropship(folder, ['suppliers', '--risk', ...today]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'supplier,sku,title,revenue,currency,revenue_share,on_hand,second_sources,next_step',
        'acme,TENT,,1900,USD,0.9896,10,beta T-9: the same barcode,"compare; if the same: beta,T-9,TENT into sku-map.csv"',
        'beta,T-9,,0,USD,0,4,"acme TENT: the same barcode, your TENT",compare with your TENT: they may be one',
        '',
      ].join('\n'),
    );
    // What it says to do does it.
    const mapped = folderWith({
      ...shop,
      'sku-map.csv': 'supplier,supplier_sku,sku\nbeta,T-9,TENT\n',
    });
    await dropship(mapped, ['ingest', ...today]);
    const after = await dropship(mapped, ['suppliers', '--risk', ...today, '-f', 'json']);
    expect(after.stdout).toBe('[]\n');
  });

  it('--costs names the cheapest source, and costs that rose at the expense of the margin', async () => {
    const folder = await ingested();
    const argv = ['suppliers', '--costs', ...today, '-f', 'json'];
    const { stdout } = await dropship(folder, argv);
    expect(JSON.parse(stdout)).toMatchObject([
      { sku: 'LAMP', supplier: 'acme', cheapest_supplier: 'beta', saving: 1, alert: null },
      {
        sku: 'TENT',
        supplier: 'acme',
        unit_cost: 75,
        price: 100,
        margin: 0.25,
        alert: 'fell',
        note: 'acme rose from 60 to 75 on 2026-11-20, margin 40 % to 25 %',
      },
    ]);
    const strict = await dropship(folder, [...argv, '--min-margin', '30']);
    expect(JSON.parse(strict.stdout)[1]).toMatchObject({ alert: 'below-limit' });
    const table = async (width: number) =>
      (await dropship(folder, [...argv.slice(0, -2), '-f', 'table'], { terminal: true, width }))
        .stdout;
    const narrow = await table(80);
    expect(narrow).toContain('Alert');
    expect(narrow).not.toContain('Note');
    expect(Math.max(...narrow.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(await table(160)).toContain('margin 40 % to 25 %');
  });

  it('says what keeps it from telling more', async () => {
    const folder = sampleShop();
    await dropship(folder, ['ingest', ...today]);
    const { stdout, stderr } = await dropship(folder, ['suppliers', ...today]);
    expect(stdout.match(/no order names it/g)).toHaveLength(3);
    expect(stderr).toContain('No order says which supplier ships it');
    expect(stderr).toContain('Herfindahl index');
    const quiet = await dropship(folder, ['suppliers', ...today, '-q']);
    expect([quiet.stdout, quiet.stderr]).toEqual([stdout, '']);
  });

  it('works on files given by hand', async () => {
    const orders = shop['inbox/orders-2026-11-22.csv'];
    const told = orders
      .trim()
      .split('\n')
      .map((row, i) => `${row},${i === 0 ? 'fulfilled_quantity' : 0}\n`)
      .join('');
    const folder = folderWith({ ...shop, 'told-2026-11-22.csv': told });
    const cards = async (file: string) =>
      dropship(folder, [
        ...['suppliers', '--stock', 'acme=inbox/acme-2026-11-20.csv', '--orders', file],
        ...[...today, '-f', 'json'],
      ]);
    const untold = await cards('inbox/orders-2026-11-22.csv');
    expect(JSON.parse(untold.stdout)[0]).toMatchObject({
      on_time_rate: null,
      fill_rate: null,
      grade: null,
      note: expect.stringContaining('nobody tells what became of its orders'),
    });
    const { code, stdout } = await cards('told-2026-11-22.csv');
    expect(code).toBe(0);
    // Nothing left, as far as the orders tell: 20 units due, none of them shipped.
    expect(JSON.parse(stdout)).toMatchObject([
      {
        supplier: 'acme',
        shipments: 0,
        on_time_rate: 0,
        fill_rate: 0,
        fill_sample: 20,
        grade: 'D',
      },
      { supplier: 'beta', feed_age_days: null, note: expect.stringContaining('no stock file') },
    ]);
  });

  it('has a word for a shop without suppliers', async () => {
    const folder = folderWith({
      'orders-2026-11-22.csv': 'ordered_at,sku,quantity\n2026-11-20,A,1\n',
    });
    const empty = async (...argv: string[]) =>
      dropship(folder, ['suppliers', '--orders', 'orders-2026-11-22.csv', ...today, ...argv], {
        terminal: true,
      });
    expect(await empty()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^No supplier is known yet: read a stock file/),
      stderr: expect.stringContaining('revenue at risk is not known'),
    });
    expect((await empty('--risk')).stdout).toBe('No SKU hangs on a single supplier.\n');
    expect((await empty('--costs')).stdout).toMatch(/^No SKU has several suppliers/);
    expect((await empty('-f', 'json')).stdout).toBe('[]\n');
  });

  it('refuses options that mean nothing together, and no percentage', async () => {
    const folder = await ingested();
    expect((await dropship(folder, ['suppliers', '--risk', '--costs', ...today])).code).toBe(2);
    expect((await dropship(folder, ['suppliers', '--min-margin', 'much', ...today])).code).toBe(2);
  });
});

describe('run', () => {
  it('writes the scorecard into the day’s folder', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    const written = readFileSync(join(folder, 'out/2026-11-23/suppliers.csv'), 'utf8');
    const { stdout } = await dropship(folder, ['suppliers', ...today, '-f', 'csv']);
    expect(written).toBe(stdout);
    expect(written.split('\n')).toHaveLength(4);
  });
});
