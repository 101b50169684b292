import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import { dropship, folderWith, type Outcome, put } from '../rig.ts';

const first = '2026-11-23' as Day;

const head = 'order_id,line_id,ordered_at,sku,title,quantity,fulfilled_quantity\n';

/** The shop's orders as it exports them on a day: each day's order on top, below them some that are no good. */
function ordersOf(day: Day, more = ''): string {
  const days = Array.from({ length: daysBetween(first, day) + 1 }, (_, i) => addDays(day, -i - 1));
  return `${head}${more}${days.map((one) => `${one.slice(-5)},1,${one},LAMP,Lamp,1,1\n`).join('')}
900,1,2026-11-02,,Gift card,1,1
899,1,2026-11-01,TENT,Tent,2,2
898,1,2026-11-01,TENT,Tent,many,0
`;
}

/** A supplier's list, with a number below 0 that stands in each of them. */
const stock = 'sku,title,quantity\nTENT,Tent,40\nLAMP,Lamp,60\nMUG,Mug,-2\n';

/** A shop that has all that is ordered, and writes to nobody. */
function idleShop(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'dropship.toml': `timezone = "UTC"
[store]
country = "US"
order_promise = "10 business days"
[suppliers.acme]
files = "inbox/acme-*.csv"
[orders.shop]
files = "inbox/orders-*.csv"
`,
    'inbox/acme-2026-11-23.csv': 'sku,title,quantity\nTENT,Tent,40\nLAMP,Lamp,60\nMUG,Mug,80\n',
    'inbox/orders-2026-11-23.csv': `${head}2,1,2026-11-22,LAMP,Lamp,1,0\n1,1,2026-11-01,TENT,Tent,2,2\n`,
    ...files,
  });
}

/** A shop whose files have faults that nobody mends. */
function faultyShop(): string {
  return idleShop({
    'inbox/acme-2026-11-23.csv': stock,
    'inbox/orders-2026-11-23.csv': ordersOf(first),
  });
}

const run = (shop: string, day: Day): Promise<Outcome> =>
  dropship(shop, ['run', '--quiet', '--today', day]);

/** What `run --quiet` says of the new files of a day. */
function morning(shop: string, day: Day, files: Readonly<Record<string, string>>) {
  for (const [name, content] of Object.entries(files)) put(shop, `inbox/${name}`, content);
  return run(shop, day);
}

const silent = { code: 0, screen: '' };

describe('run --quiet on a day with nothing to do', () => {
  it('writes the folder of the day and says nothing, today and tomorrow', async () => {
    const shop = idleShop();
    for (const day of [first, addDays(first, 1)]) {
      expect(await run(shop, day)).toMatchObject(silent);
      const folder = join(shop, 'out', day);
      expect(readFileSync(join(folder, 'status.csv'), 'utf8')).toContain('TENT,Tent,available');
      expect(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))).toMatchObject({
        day,
        notices: 0,
        new_problems: 0,
      });
      expect(existsSync(join(shop, 'out/latest/report.html'))).toBe(true);
    }
  });

  it('says once that a list has grown old, not each day', async () => {
    const shop = idleShop({
      'inbox/orders-2026-11-23.csv': `${head}1,1,2026-11-01,TENT,Tent,2,2\n`,
    });
    const codes: number[] = [];
    for (let i = 0; i < 11; i += 1) codes.push((await run(shop, addDays(first, i))).code);
    expect(codes).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
  });

  it('says that purchase orders are to be sent, as they count as sent, on the day they are drawn up', async () => {
    const shop = idleShop();
    appendFileSync(join(shop, 'dropship.toml'), '[policy]\npurchase_orders = true\n');
    for (const again of [false, true]) {
      const { code, stderr } = await run(shop, first);
      expect(code, String(again)).toBe(1);
      expect(stderr).toContain('send suppliers 1 line of purchase orders');
    }
    expect(await run(shop, addDays(first, 1))).toMatchObject(silent);
  });

  it('says what is wrong in the files, and nothing when the next ones say the same again', async () => {
    const shop = faultyShop();
    const { code, stderr } = await run(shop, first);
    expect(code).toBe(1);
    expect(stderr).toContain('look at 3 new problems in your files');
    for (let i = 1; i < 4; i += 1) {
      const day = addDays(first, i);
      const said = await morning(shop, day, {
        [`acme-${day}.csv`]: stock,
        [`orders-${day}.csv`]: ordersOf(day),
      });
      expect(said).toMatchObject(silent);
      // They are in the file of problems all the same, also when the day is run again.
      const problems = () => readFileSync(join(shop, 'out', day, 'problems.csv'), 'utf8');
      const once = problems();
      expect(once.split('\n').filter((row) => row.includes(day))).toHaveLength(3);
      expect(await run(shop, day)).toMatchObject(silent);
      expect(problems()).toBe(once);
    }
  });

  it('says nothing of an export that keeps its name, whose rows have moved down', async () => {
    const shop = faultyShop();
    await run(shop, first);
    const moved = ordersOf(first, '2400,1,2026-11-23,TENT,Tent,1,1\n');
    const said = await morning(shop, addDays(first, 1), { 'orders-2026-11-23.csv': moved });
    expect(said).toMatchObject(silent);
  });

  it('says of the next files what is new in them, and no more', async () => {
    const shop = faultyShop();
    await run(shop, first);
    const day = addDays(first, 1);
    const card = '2401,1,2026-11-23,,Gift card,1,1\n';
    const { code, stderr } = await morning(shop, day, {
      [`acme-${day}.csv`]: stock,
      [`orders-${day}.csv`]: ordersOf(day, card),
    });
    expect(code).toBe(1);
    expect(stderr.split('\n').filter((line) => line.startsWith('inbox/'))).toEqual([
      'inbox/orders-2026-11-24.csv:2 (sku): no SKU ("Gift card"); the row was left out',
    ]);
    expect(stderr).toContain('look at 1 new problem in your files');
  });

  it('says each day that the file of the day was refused', async () => {
    const shop = idleShop();
    await run(shop, first);
    for (let i = 1; i < 3; i += 1) {
      const day = addDays(first, i);
      const broken = `${head}2401,1,2026-11-23,TENT,"Tent,1,1\n`;
      const { code, stderr } = await morning(shop, day, { [`orders-${day}.csv`]: broken });
      expect(code).toBe(1);
      expect(stderr).toContain(`inbox/orders-${day}.csv:2: a quote opens here`);
    }
  });

  it('says it again when a fault is back that no file of a month had', async () => {
    const shop = faultyShop();
    await run(shop, first);
    for (const [days, code] of [
      [31, 0],
      [63, 1],
    ] as const) {
      const day = addDays(first, days);
      const said = await morning(shop, day, {
        [`acme-${day}.csv`]: stock,
        [`orders-${day}.csv`]: ordersOf(day),
      });
      expect(said.code, said.stderr).toBe(code);
    }
  });
});
