import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put, sampleShop } from '../rig.ts';

const today = ['--today', '2026-11-23'];

/** A sample shop whose files were read. */
async function readShop(): Promise<string> {
  const shop = sampleShop();
  await dropship(shop, ['ingest', ...today]);
  return shop;
}

/** 84 days of some sales of three articles. */
function history(): string {
  const rows = Array.from({ length: 84 }, (_, i) => {
    const date = new Date(Date.UTC(2026, 7, 31 + i)).toISOString().slice(0, 10);
    return ['A', 'B', 'C'].map((sku, j) => `${date},${sku},${((i + j) % 3) + 1}\n`).join('');
  });
  return `date,sku,qty\n${rows.join('')}`;
}

describe('evaluate', () => {
  it('prints one row a figure, in every format, and its conclusions on stderr', async () => {
    const shop = await readShop();
    const csv = await dropship(shop, ['evaluate', ...today]);
    expect(csv.code).toBe(0);
    expect(csv.stdout).toMatch(/^measure,group,value,unit,sample,note\n/);
    expect(csv.stdout).toMatch(/^forecast-wape,method combination,0\.\d+,share,\d+,$/m);
    expect(csv.stdout).toMatch(/^dates-kept,status available,,share,0,"no run recorded/m);
    expect(csv.stderr).toMatch(/orders were perfect/);
    const { stdout } = await dropship(shop, ['evaluate', ...today, '-f', 'json', '--quiet']);
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(rows).toHaveLength(csv.stdout.trimEnd().split('\n').length - 1);
    expect(rows.find(({ measure }) => measure === 'stockout-error')).toMatchObject({ value: null });
    const table = await dropship(shop, ['evaluate', ...today], { terminal: true, width: 100 });
    expect(table.stdout).toMatch(/^Measure +Of +Value +Sample/);
    expect(table.stdout).toMatch(/^forecast-wape +method combination +\d+ % +\d+$/m);
  });

  it('says the same again for the same book, and nothing more when quiet', async () => {
    const shop = await readShop();
    const [first, second] = [
      await dropship(shop, ['evaluate', ...today, '--quiet']),
      await dropship(shop, ['evaluate', ...today, '--quiet']),
    ];
    expect(second.stdout).toBe(first.stdout);
    expect(first.stderr).toBe('');
  });

  it('judges forecasts from a sales history alone', async () => {
    const folder = folderWith({ 'sales.csv': history() });
    const { code, stdout } = await dropship(folder, [
      'evaluate',
      '--history',
      'sales.csv',
      ...today,
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^forecast-wape,method combination,0\.\d+,share,6,$/m);
    expect(stdout).toMatch(/^dates-kept,all,,share,0,nothing on record tells$/m);
  });

  it('says what it takes when there is nothing to evaluate yet', async () => {
    const folder = folderWith({ 'sales.csv': 'date,sku,qty\n2026-11-20,A,2\n' });
    const argv = ['evaluate', '--history', 'sales.csv', ...today];
    expect(await dropship(folder, [...argv, '-f', 'table'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing to evaluate yet/),
    });
    expect((await dropship(folder, [...argv, '-f', 'json'])).stdout).toBe('[]\n');
    expect((await dropship(folderWith({}), ['evaluate'])).code).toBe(2);
  });

  it('exits with 1 when rows of the files that it read were left out', async () => {
    const sales = `${history()}2026-11-22,A,many\n`;
    const folder = folderWith({ 'sales.csv': sales });
    expect((await dropship(folder, ['evaluate', '--history', 'sales.csv', ...today])).code).toBe(1);
  });
});

describe('evaluate --replay', () => {
  const replay = async (toml: string, ...more: string[]) => {
    const shop = await readShop();
    put(shop, 'other.toml', toml);
    return dropship(shop, ['evaluate', '--replay', join(shop, 'other.toml'), ...today, ...more]);
  };

  it('shows both policies side by side; what the file does not say stays as it is', async () => {
    const same = await replay('');
    expect(same.code).toBe(0);
    expect(same.stdout).toMatch(/^measure,current,replay,difference,unit,sample,note\noversold,/);
    const differences = same.stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[3]);
    expect(new Set(differences)).toEqual(new Set(['0']));
    expect(same.stderr).toContain('no difference');
    expect(same.stderr).toMatch(/Looked at: \d+ past days/);
  });

  it('counts the policy and the terms of suppliers, whatever else the file says', async () => {
    const { stdout } = await replay(
      '[store]\nname = "Other"\n[suppliers.acme]\nbuffer = 500\n[suppliers.summit]\nbuffer = 500\n[policy]\nbackorder_max_wait_days = 0\npreorder_max_wait_days = 0\n',
      '-f',
      'json',
    );
    const rows = JSON.parse(stdout) as { measure: string; difference: number }[];
    const of = (name: string) => rows.find(({ measure }) => measure === name)?.difference ?? 0;
    expect(of('offered')).toBeLessThan(-0.3);
    expect(of('lost-sales')).toBeGreaterThan(1);
  });

  it('cannot run without the file, or with one that says what it cannot', async () => {
    const shop = await readShop();
    const none = await dropship(shop, ['evaluate', '--replay', 'none.toml', ...today]);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('none.toml: there is no such file');
    const bad = await replay('[suppliers.acme]\nbufer = 3\n');
    expect(bad.code).toBe(2);
    expect(bad.stderr).toMatch(/unknown key "suppliers\.acme\.bufer"[\s\S]*did you mean "buffer"/);
  });

  it('says what it takes when there is no past', async () => {
    const folder = folderWith({ 'sales.csv': history(), 'other.toml': '' });
    const argv = ['evaluate', '--history', 'sales.csv', '--replay', 'other.toml', ...today];
    const { code, stdout } = await dropship(folder, [...argv, '-f', 'table']);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^There is no past/),
    });
  });
});
