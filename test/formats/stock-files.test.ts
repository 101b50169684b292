import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readStock } from '../../src/ingest/stock.ts';
import type { Day } from '../../src/model/day.ts';
import { projectFolder } from '../rig.ts';

// Every folder holds a stock file, and what is to be read from it as `generate.mjs` worked it out, without the program.
const home = join(projectFolder, 'test/formats/stock');

const files: readonly (readonly [file: string, told: Readonly<Record<string, number>>])[] = [
  ['utf16/Lagerliste.txt', {}],
  ['totals/stock-list.csv', { 'row-total': 1 }],
  ['warehouses/quantities.txt', {}],
  ['warehouses-with-total/inventory.csv', { 'warehouses-differ': 1 }],
];

describe.each(files)('%s', (file, told) => {
  const read = async () =>
    readStock(readFileSync(join(home, file)), file, {
      supplier: 'it',
      asOf: '2026-11-20' as Day,
      coverage: 'full',
      hash: '',
    });

  it('reads as expected, without a mapping', async () => {
    const expected: Record<string, string>[] = parse(
      readFileSync(join(home, file, '../expected.csv')),
      { columns: true },
    );
    const { files: stock } = await read();
    const offers = stock.flatMap((one) => one.offers);
    const rows = offers.map((offer) => ({
      sku: offer.sku,
      quantity: String(offer.quantity),
      quantity_kind: offer.quantityKind,
      restock_date: offer.restocks[0]?.day ?? '',
      restock_quantity: String(offer.restocks[0]?.quantity ?? ''),
      discontinued: String(offer.discontinued),
      unit_cost: String(offer.unitCost),
    }));
    expect(rows.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))).toEqual(
      expected.toSorted((a, b) => ((a['sku'] ?? '') < (b['sku'] ?? '') ? -1 : 1)),
    );
  });

  it('tells what is to be told', async () => {
    const kinds: Record<string, number> = {};
    for (const { kind } of (await read()).problems) kinds[kind] = (kinds[kind] ?? 0) + 1;
    expect(kinds).toEqual(told);
  });
});
