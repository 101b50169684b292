import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellStart, type PlacedListing, type Shelf } from '../../src/formats/listing.ts';
import type { ListingTarget } from '../../src/model/listing.ts';
import type { Sku } from '../../src/model/sku.ts';
import type { ListingChange } from '../../src/outputs/listing-report.ts';
import { rewriteListing } from '../../src/outputs/listings.ts';
import {
  available,
  backorder,
  day,
  lines,
  preorder,
  type Rewritten,
  readOrFail,
  rewrite,
  sku,
  unavailable,
} from './rewrite.ts';

const product =
  'Handle,Title,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Inventory Policy';
const inventory = 'Handle,Title,SKU,HS Code,COO,Location,Unavailable,Committed,Available,On hand';

describe('rewriting a listing file', () => {
  it('changes the intended cells and no other byte', async () => {
    const { text, path } = await rewrite(
      `\uFEFFShop export\r\n"Handle",Title,"Option1 Value","Variant SKU","Variant Inventory Qty",Variant Inventory Policy\r\n` +
        `tent,"Tent, ""big""\nwith poles",Green,"TENT","3","continue"\n` +
        `\n` +
        `café, Café ,Red, ROPE ,7, DENY \r` +
        `lamp,Lamp,Blue,LAMP,,deny`,
      [available('TENT', 5), available('ROPE', 7), available('LAMP', 2)],
    );
    expect(path).toBe('shop.csv');
    expect(text).toBe(
      `\uFEFFShop export\r\n"Handle",Title,"Option1 Value","Variant SKU","Variant Inventory Qty",Variant Inventory Policy\r\n` +
        `tent,"Tent, ""big""\nwith poles",Green,"TENT","5","deny"\n` +
        `\n` +
        `café, Café ,Red, ROPE ,7, DENY \r` +
        `lamp,Lamp,Blue,LAMP,2,deny`,
    );
  });

  it('keeps the bytes of Windows-1252', async () => {
    const file = Buffer.from(lines(product, 'cafe,Café,Red,CAFE,7,deny'), 'latin1');
    const { file: written } = rewriteListing(
      await readOrFail(file, 'shop.csv'),
      targets(available('CAFE', 12)),
      options,
    );
    expect(Buffer.from(written.bytes).toString('latin1')).toBe(
      lines(product, 'cafe,Café,Red,CAFE,12,deny'),
    );
  });

  it('lengthens a row that a spreadsheet cut short', async () => {
    const { text } = await rewrite(
      lines(product, 'tent,Tent,Green,TENT', 'rope,Rope,Red,ROPE,3,deny'),
      [backorder('TENT')],
    );
    expect(text).toBe(
      lines(product, 'tent,Tent,Green,TENT,0,continue', 'rope,Rope,Red,ROPE,3,deny'),
    );
  });

  it('leaves SKUs without a target alone', async () => {
    const file = lines(product, 'tent,Tent,Green,TENT,3,deny');
    expect((await rewrite(file, [available('ROPE', 5)])).text).toBe(file);
  });

  it('lists each changed cell by line, SKU and column', async () => {
    const { changed } = await rewrite(
      lines(product, 'rope,"Long\nrope",Red,ROPE,3,deny', 'tent,Tent,Green,TENT,3,deny'),
      [unavailable('TENT'), available('ROPE', 3)],
    );
    expect(changed).toEqual([
      { line: 4, sku: 'TENT', column: 'Variant Inventory Qty', before: '3', after: '0' },
    ]);
  });

  it('writes only what changes when asked, with all rows of a changed Shopify product', async () => {
    const { text } = await rewrite(
      `Shop export\n${lines(
        product,
        'tent,Tent,Green,TENT-G,3,deny',
        'rope,Rope,Red,ROPE,3,deny',
        '',
        'tent,,Blue,TENT-B,3,deny',
        'tent,,,,,',
      )}`,
      [available('TENT-B', 5), available('ROPE', 3)],
      { changedOnly: true },
    );
    expect(text).toBe(
      `Shop export\n${lines(product, 'tent,Tent,Green,TENT-G,3,deny', 'tent,,Blue,TENT-B,5,deny', 'tent,,,,,')}`,
    );
  });

  it('writes only the changed rows of other files, and the header alone when nothing changes', async () => {
    const file = lines(inventory, 'a,A,A,,,Main,0,0,1,1', 'a,A,B,,,Main,0,0,1,1');
    const only = { changedOnly: true };
    const { text } = await rewrite(file, [available('A', 1), available('B', 2)], only);
    expect(text).toBe(lines(inventory, 'a,A,B,,,Main,0,0,1,2'));
    expect((await rewrite(file, [available('A', 1)], only)).text).toBe(lines(inventory));
  });
});

describe('a SKU on several rows', () => {
  const rows = (first: number, second: number) =>
    lines(product, `tent,Tent,Green,TENT,${first},deny`, `tent,Tent,Blue,TENT,${second},deny`);
  const report = [{ kind: 'listing-sku-repeated', value: 'TENT', lines: [2, 3] }];

  it('comes back on its first row when it was sold out on all of them', async () => {
    expect((await rewrite(rows(0, 0), [available('TENT', 9)])).text).toBe(rows(9, 0));
    expect((await rewrite(rows(-1, 0), [available('TENT', 9)])).text).toBe(rows(9, 0));
    expect((await rewrite(rows(0, 0), [available('TENT', 0)])).text).toBe(rows(0, 0));
  });

  it('keeps what its rows offer as long as there is as much, and raises no row beside another', async () => {
    const { text, problems } = await rewrite(rows(2, 3), [available('TENT', 9)]);
    expect(text).toBe(rows(2, 3));
    expect(problems).toMatchObject(report);
  });

  it('is not offered twice when there is less than its rows offer', async () => {
    expect((await rewrite(rows(5, 5), [available('TENT', 7)])).text).toBe(rows(5, 2));
    expect((await rewrite(rows(5, 5), [available('TENT', 4)])).text).toBe(rows(4, 0));
    expect((await rewrite(rows(-2, 5), [available('TENT', 4)])).text).toBe(rows(-2, 4));
  });

  it('is made unavailable on all its rows when it is not available', async () => {
    for (const target of [unavailable('TENT'), backorder('TENT'), preorder('TENT')]) {
      for (const sellAhead of ['open', 'capped'] as const) {
        const { text, problems } = await rewrite(rows(5, 5), [target], { sellAhead });
        expect(text).toBe(rows(0, 0));
        expect(problems).toMatchObject(report);
      }
    }
  });

  it('is told as usual where only the policy is written, which counts nothing', async () => {
    const header = 'Handle,Title,Option1 Value,Variant SKU,Variant Inventory Policy';
    const twice = (word: string) =>
      lines(header, `tent,Tent,Green,TENT,${word}`, `tent,Tent,Blue,TENT,${word}`);
    expect((await rewrite(twice('deny'), [backorder('TENT')])).text).toBe(twice('continue'));
  });

  it('is no repetition when the rows are of different locations and one is wanted', async () => {
    const file = lines(inventory, 'a,A,TENT,,,Main,0,0,1,1', 'a,A,TENT,,,Outlet,0,0,4,4');
    const { text, problems } = await rewrite(file, [available('TENT', 2)], { location: 'Main' });
    expect(text).toBe(lines(inventory, 'a,A,TENT,,,Main,0,0,1,2', 'a,A,TENT,,,Outlet,0,0,4,4'));
    expect(problems).toEqual([]);
  });
});

describe('SKUs that are in no feed', () => {
  const names = Array.from({ length: 20 }, (_, i) => `SKU-${i}`);
  const file = lines(product, ...names.map((name) => `h-${name},T,Default Title,${name},3,deny`));
  const unknown = (count: number) => ({ inNoFeed: new Set(names.slice(0, count).map(sku)) });
  const all = names.map((name) => unavailable(name));
  const untouched = ({ text }: Rewritten) => text.split(',3,deny').length - 1;

  it('become unavailable when they are few', async () => {
    const result = await rewrite(file, all, unknown(5));
    expect(untouched(result)).toBe(0);
    expect(result.problems).toEqual([]);
  });

  it('stay as they are when they are many, as a SKU map may be missing', async () => {
    const result = await rewrite(file, all, unknown(6));
    expect(untouched(result)).toBe(6);
    expect(result.problems).toMatchObject([{ kind: 'listing-in-no-feed', count: 6, total: 20 }]);
  });

  it('become unavailable when that is accepted', async () => {
    const result = await rewrite(file, all, { ...unknown(20), acceptUnknown: true });
    expect(untouched(result)).toBe(0);
    expect(result.problems).toEqual([]);
  });

  it('are not judged in a file of fewer than twenty SKUs', async () => {
    const short = lines(...file.split('\n').slice(0, 20));
    expect(untouched(await rewrite(short, all, unknown(19)))).toBe(0);
  });
});

const corpus = new URL('../../../shared/corpus/listings/', import.meta.url);
const isThere = existsSync(corpus);
const files = isThere
  ? readdirSync(corpus).filter((name) => /^(shopify|woocommerce|google)/.test(name))
  : ['(no corpus beside the project)'];

const options = {
  sellAhead: 'open',
  timezone: 'Europe/Belgrade',
  today: day('2026-11-23'),
  maxMissingSkus: 0.25,
  inNoFeed: new Set<Sku>(),
} as const;

function targets(...list: readonly ListingTarget[]): ReadonlyMap<Sku, ListingTarget> {
  return new Map(list.map((target) => [target.sku, target]));
}

function readCorpus(name: string): Promise<PlacedListing> {
  return readOrFail(readFileSync(new URL(name, corpus)), name);
}

/** Each SKU's shelves, and what the file itself says can be bought there. */
function ownTargets(listing: PlacedListing): ReadonlyMap<Sku, ListingTarget> {
  const { format, header, rows } = listing;
  const sheet = format.open(
    header,
    rows.map(({ cells }) => cells),
  );
  const own = new Map<Sku, ListingTarget>();
  for (const { cells } of rows) {
    const reading = sheet.read(cells);
    if (!reading) continue;
    const word = (name: string) => cells[header.findIndex((h) => h.toLowerCase() === name)] ?? '';
    // A quantity with selling ahead on top is nothing that a target can say.
    if (/notify|continue/i.test(word('backorders allowed?'))) continue;
    const offered = reading.shelves.reduce((sum, shelf: Shelf) => sum + (shelf.offered ?? 0), 0);
    const isIn = word('in stock?') === '1' || word('availability') === 'in stock';
    const isCounted = reading.shelves.some((shelf) => shelf.offered !== undefined);
    const before = own.get(reading.sku)?.sellable ?? 0;
    const status = isCounted || isIn ? 'available' : 'unavailable';
    const sellable = isCounted ? before + offered : 1;
    own.set(reading.sku, { sku: reading.sku, status, sellable, released: true });
  }
  return own;
}

/** The file's bytes without those of the changed cells' contents. */
function otherBytes(listing: PlacedListing, changed: readonly ListingChange[]): string {
  const { header, rows, bytes } = listing;
  const isChanged = new Set(changed.map(({ line, column }) => `${line} ${column}`));
  let rest = '';
  let at = 0;
  for (const row of rows) {
    for (const [column, end] of row.cellEnds.entries()) {
      if (!isChanged.has(`${row.line} ${header[column]}`)) continue;
      const from = cellStart(row, column);
      rest += `${Buffer.from(bytes.subarray(at, from)).toString('latin1')}${bytes[from] === 0x22 ? '"?"' : '?'}`;
      at = end;
    }
  }
  return rest + Buffer.from(bytes.subarray(at)).toString('latin1');
}

const stockColumns = new Set([
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Inventory quantity',
  'Continue selling when out of stock',
  'On hand',
  'On hand (new)',
  'In stock?',
  'Stock',
  'Backorders allowed?',
  'availability',
]);

describe.skipIf(!isThere)('real listing files beside the project', () => {
  it.each(files)('%s comes back byte for byte when nothing changes', async (name) => {
    const listing = await readCorpus(name);
    for (const nothing of [new Map<Sku, ListingTarget>(), ownTargets(listing)]) {
      const { file, changed } = rewriteListing(listing, nothing, options);
      expect(changed).toEqual([]);
      expect(Buffer.from(file.bytes).equals(listing.bytes)).toBe(true);
    }
  });

  it.each(files)(
    '%s differs only in stock, policy and date cells when all changes',
    async (name) => {
      const listing = await readCorpus(name);
      const told = [(name: Sku) => available(name, 7), backorder, preorder, unavailable];
      for (const target of told) {
        const wanted = listing.articles.map((article) => target(article.sku));
        const { file, changed } = rewriteListing(listing, targets(...wanted), options);
        const again = await readOrFail(file.bytes, name);
        expect(again.header).toEqual(listing.header);
        const differing = listing.rows.flatMap(({ cells, line }, i) =>
          cells.flatMap((before, c) => {
            const after = again.rows[i]?.cells[c];
            const column = listing.header[c] ?? '';
            return after === before ? [] : [{ line, column, before, after }];
          }),
        );
        expect(differing).toEqual(changed.map(({ sku: _, ...rest }) => rest));
        expect(differing.every(({ column }) => stockColumns.has(column))).toBe(true);
        expect(otherBytes(again, changed)).toEqual(otherBytes(listing, changed));
        const twice = rewriteListing(again, targets(...wanted), options);
        expect(twice.changed).toEqual([]);
      }
    },
  );
});
