import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropship, projectFolder, put, sampleShop } from '../rig.ts';

// docs/formulas.md has a line for every column. A command's columns are those that it prints.

const page = readFileSync(join(projectFolder, 'docs/formulas.md'), 'utf8');

/** What stands under each heading, by the heading without its quotes. */
const sections = new Map(
  page.split(/^#{2,3} /m).map((text) => {
    const [heading = '', ...lines] = text.split('\n');
    return [heading.replaceAll('`', ''), lines] as const;
  }),
);

/** The columns that the table under a heading defines. */
function defined(heading: string): string[] {
  const rows = (sections.get(heading) ?? []).filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(nameIn));
}

const nameIn = ([, name = '']: RegExpMatchArray): string => name;

const everywhere = new Set(defined('Columns that mean the same everywhere'));

const commands = [
  'classify',
  'classify --strategy',
  'forecast',
  'forecast --daily',
  'forecast --backtest',
  'orders',
  'suppliers',
  'suppliers --risk',
  'suppliers --costs',
  'suppliers --purchase-orders',
  'suppliers --messages',
  'listings',
  'notices',
  'notices --due',
  'evaluate',
  'evaluate --replay',
  'explain',
  'ingest --explain',
] as const;

/** What has to stand behind a command for it to answer without writing anything. */
const given: { readonly [command: string]: string } = {
  'suppliers --purchase-orders': '--dry-run',
  'suppliers --messages': '--dry-run',
  listings: '--dry-run',
  notices: '--dry-run',
  'evaluate --replay': 'dropship.toml',
  explain: 'MAT-FOAM',
  'ingest --explain': 'inbox/acme/acme-stock-2026-11-23.csv',
};

const shop = mkdtempSync(join(tmpdir(), 'dropship-'));

/** The table that a command prints, the header first. */
async function tableOf(command: string): Promise<string[][]> {
  const argv = [...command.split(' '), ...(given[command]?.split(' ') ?? [])];
  const { stdout, stderr } = await dropship(shop, [...argv, '--today', '2026-11-23', '-f', 'csv']);
  const table: string[][] = parse(stdout);
  expect(table.length, stderr).toBeGreaterThan(1);
  return table;
}

/** Asks that a file of a day's folder has rows, and the columns that the page defines. */
function expectDefined(file: string, folder: string): void {
  const [columns = [], ...rows]: string[][] = parse(readFileSync(join(folder, file)), {
    bom: true,
  });
  expect(rows).not.toEqual([]);
  expect(columns.filter((name) => !defined(file).includes(name) && !everywhere.has(name))).toEqual(
    [],
  );
  expect(defined(file).filter((name) => !columns.includes(name))).toEqual([]);
}

describe('docs/formulas.md', () => {
  beforeAll(async () => {
    cpSync(join(projectFolder, 'samples'), shop, {
      recursive: true,
      filter: (path) => !/[\\/]samples[\\/](book|out)([\\/]|$)/.test(path),
    });
    await dropship(shop, ['run', '--today', '2026-11-23']);
  }, 60_000);
  afterAll(() => rmSync(shop, { recursive: true, force: true }));

  it.each(commands)('defines the columns of %s, and no others', async (command) => {
    const [columns = []] = await tableOf(command);
    const own = defined(command);
    expect(columns.filter((name) => !own.includes(name) && !everywhere.has(name))).toEqual([]);
    expect(own.filter((name) => !columns.includes(name) && !/_N(_|$)/.test(name))).toEqual([]);
  });

  it('defines the columns of problems.csv', () => {
    expectDefined('problems.csv', join(shop, 'out/2026-11-23'));
  });

  it('defines the columns of quality.csv', async () => {
    const other = sampleShop();
    const orders = [3580, 3591, 3601, 3709, 3722, 3726, 3756];
    const rows = orders.map((order) => `#${order},CHR-LOW-GRY,1,2026-11-20,defective`);
    const returned = ['order_id,sku,quantity,returned_at,reason', ...rows, ''].join('\n');
    put(other, 'inbox/returns.csv', returned);
    const settings = readFileSync(join(other, 'dropship.toml'), 'utf8');
    put(other, 'dropship.toml', `${settings}\n[returns.shop]\nfiles = "inbox/returns.csv"\n`);
    await dropship(other, ['run', '--today', '2026-11-23']);
    expectDefined('quality.csv', join(other, 'out/2026-11-23'));
  });

  it('names the columns of every table in src/outputs', () => {
    const folder = join(projectFolder, 'src/outputs');
    const lists = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const source = readFileSync(join(folder, name), 'utf8');
        return [...source.matchAll(/\b(?:\w*[cC]olumns|added)\b[^=:\n]*[=:] \[([^\]]*)\]/g)];
      })
      .map(([, names = '']) => [...names.matchAll(/'(\w+)'/g)].map(nameIn))
      .filter((names) => names.length > 1);
    expect(lists.length).toBeGreaterThan(20);
    const isNamed = new Set([...page.matchAll(/`(\w+)`/g)].map(nameIn));
    expect(lists.flat().filter((name) => !isNamed.has(name))).toEqual([]);
  });

  const reckoned = (sections.get('Reckoned by hand') ?? []).flatMap((line) => {
    const [, command = '', of = '', column = '', value = ''] =
      /^\| `([^`]+)` \| (\S+) \| `(\w+)` \| (\S+) \|/.exec(line) ?? [];
    return command === '' ? [] : [{ command, of, column, value }];
  });

  it('has figures reckoned by hand', () => {
    expect(reckoned.length).toBeGreaterThan(10);
  });

  it.each(reckoned)('$command prints $value as $column of $of', async (figure) => {
    const [columns = [], ...rows] = await tableOf(figure.command);
    const row = rows.find((cells) => cells.includes(figure.of)) ?? [];
    expect(row[columns.indexOf(figure.column)]).toBe(figure.value);
  });
});
