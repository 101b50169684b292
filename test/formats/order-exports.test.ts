import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { emptyBook } from '../../src/book/book.ts';
import { mergeOrders } from '../../src/book/orders.ts';
import { toPages } from '../../src/book/pages.ts';
import { conditionFields, orderFields } from '../../src/formats/orders.ts';
import { orderFormats } from '../../src/formats/shops/orders.ts';
import { normaliseName } from '../../src/formats/vocabulary.ts';
import { readOrders } from '../../src/ingest/read-orders.ts';
import { recognise } from '../../src/ingest/recognise.ts';
import { readHead } from '../../src/ingest/table.ts';
import type { Day } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { projectFolder } from '../rig.ts';

// Every folder holds the exports of one shop as a platform writes them, and the order lines in them as `generate.mjs`
// worked them out, without the program.
const home = join(projectFolder, 'test/formats/orders');
const titles: Readonly<Record<string, string>> = {
  'amazon/orders.txt': 'an Amazon order report',
  'amazon/unshipped.txt': 'an Amazon unshipped orders report',
  'ebay-uk/orders.csv': 'an eBay orders report',
  'ebay-us/orders.csv': 'an eBay orders report',
  'etsy/EtsySoldOrderItems2026-11.csv': 'an Etsy export of sold order items',
  'squarespace/orders.csv': 'a Squarespace orders export',
  'webtoffee-apart/orders.csv': 'a WooCommerce order export (WebToffee)',
  'webtoffee/orders.csv': 'a WooCommerce order export (WebToffee)',
  'woocommerce-blank/orders.csv': 'a WooCommerce order export (Advanced Order Export)',
  'woocommerce-repeated/orders.csv': 'a WooCommerce order export (Advanced Order Export)',
};

/** What is told of a file beside its lines: of which kinds, how often. */
const told: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // Items without a SKU.
  'etsy/EtsySoldOrderItems2026-11.csv': { 'sku-missing': 3 },
  // Promotions, sums and footers.
  'amazon/orders.txt': { 'rows-without-line': 1 },
  'ebay-uk/orders.csv': { 'rows-without-line': 1 },
  'ebay-us/orders.csv': { 'rows-without-line': 1 },
};

const files = Object.keys(titles);
const source = { asOf: '2026-11-23' as Day, history: false, timezone: 'America/New_York' };

async function read(file: string): Promise<{ lines: OrderLine[]; kinds: Record<string, number> }> {
  const lines: OrderLine[] = [];
  const bytes = readFileSync(join(home, file));
  const { problems } = await readOrders(bytes, file, source, (line) => lines.push(line));
  const kinds: Record<string, number> = {};
  for (const { kind } of problems) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { lines, kinds };
}

// No shop's own export tells these.
const conditions: ReadonlySet<string> = new Set(conditionFields);
const fields = orderFields.filter((field) => !conditions.has(field));

/** Lines as rows of the canonical orders file. */
function rowsOf(lines: readonly OrderLine[]): Record<string, string>[] {
  const page = toPages({ ...emptyBook, lines }).find(({ name }) => name === 'orders.csv');
  return (page?.rows ?? []).map((row) =>
    Object.fromEntries(fields.map((field) => [field, String(row[field] ?? '')])),
  );
}

/** Where goods go is kept of what is still to go only. */
function withoutOldAddress(row: Record<string, string>): Record<string, string> {
  const owed =
    Number(row['quantity']) - Number(row['fulfilled_quantity']) - Number(row['cancelled_quantity']);
  const isAddress = (field: string) =>
    field.startsWith('ship_to_') && field !== 'ship_to_country' && field !== 'ship_to_region';
  return Object.fromEntries(
    Object.entries(row).map(([field, cell]) => [field, owed <= 0 && isAddress(field) ? '' : cell]),
  );
}

const byName = (a: Record<string, string>, b: Record<string, string>) =>
  keyOf(a) < keyOf(b) ? -1 : 1;
const keyOf = (row: Record<string, string>) =>
  `${row['ordered_at']} ${row['order_id']} ${row['line_id']}`;

it('has a title for every export, and an export for every title', () => {
  const found = readdirSync(home, { recursive: true, encoding: 'utf8' });
  const exports = found.filter(
    (name) => /\.(csv|txt)$/.test(name) && !name.endsWith('expected.csv'),
  );
  expect(exports.map((name) => name.replaceAll('\\', '/')).toSorted()).toEqual(files);
});

describe.each(files)('%s', (file) => {
  it('is recognised', () => {
    expect(recognise(readFileSync(join(home, file)), file)).toMatchObject({
      role: 'orders',
      title: titles[file],
    });
  });

  it('is what no other shop writes', () => {
    const head = readHead(readFileSync(join(home, file)), file);
    const names = new Set('header' in head ? head.header.map(normaliseName) : []);
    const found = orderFormats.filter((format) => format.recognise(names));
    expect(found.map(({ title }) => title)).toEqual([titles[file]]);
  });

  it('is read with nothing to tell but what is odd in it', async () => {
    expect((await read(file)).kinds).toEqual(told[file] ?? {});
  });
});

describe.each(readdirSync(home).filter((name) => !name.endsWith('.mjs')))('%s', (folder) => {
  const own = files.filter((file) => file.startsWith(`${folder}/`));
  const expected = parse(readFileSync(join(home, folder, 'expected.csv')), {
    columns: true,
  }) as Record<string, string>[];

  it.each([
    ['in this order', own],
    ['in the other order', own.toReversed()],
  ])('gives the lines that are in it, read %s', async (_order, inOrder) => {
    let lines: OrderLine[] = [];
    for (const file of inOrder) lines = mergeOrders(lines, (await read(file)).lines);
    expect(rowsOf(lines).toSorted(byName)).toEqual(
      expected.map(withoutOldAddress).toSorted(byName),
    );
  });
});
