import { describe, expect, it } from 'vitest';
import { readListing } from '../../src/ingest/listing.ts';
import { available, backorder, lines, preorder, rewrite, unavailable } from '../outputs/rewrite.ts';

const oldHeader =
  'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Image Src';
const newHeader =
  'Title,URL handle,SKU,Option1 name,Option1 value,Inventory tracker,Inventory quantity,Continue selling when out of stock,Product image URL';

describe('Shopify product file', () => {
  it('gives an available variant its sellable quantity and stops selling at zero', async () => {
    const { text } = await rewrite(
      lines(oldHeader, 'tent,Tent,Title,Default Title,TENT,shopify,3,continue,'),
      [available('TENT', 5)],
    );
    expect(text).toBe(lines(oldHeader, 'tent,Tent,Title,Default Title,TENT,shopify,5,deny,'));
  });

  it.each([
    ['open', '0,continue'],
    ['capped', '14,deny'],
    ['off', '0,deny'],
  ] as const)('sells ahead %s with %s', async (sellAhead, cells) => {
    const file = lines(oldHeader, 'tent,Tent,Title,Default Title,TENT,shopify,3,,');
    const expected = lines(oldHeader, `tent,Tent,Title,Default Title,TENT,shopify,${cells},`);
    expect((await rewrite(file, [backorder('TENT')], { sellAhead })).text).toBe(expected);
    expect((await rewrite(file, [preorder('TENT')], { sellAhead })).text).toBe(expected);
  });

  it('sells nothing ahead capped where no limit is known', async () => {
    const { text } = await rewrite(
      lines(oldHeader, 'tent,Tent,Title,Default Title,TENT,shopify,3,deny,'),
      [backorder('TENT', { aheadLimit: undefined })],
      { sellAhead: 'capped' },
    );
    expect(text).toContain('shopify,0,deny');
  });

  it('follows the capitals of the new template, and keeps a word that means the same', async () => {
    const { text, changed } = await rewrite(
      lines(
        newHeader,
        'Shirt,shirt,S-1,Size,S,shopify,47,DENY,',
        ',shirt,S-2,Size,M,shopify,0047,DENY,',
        ',shirt,S-3,Size,L,shopify,"47",deny,',
      ),
      [backorder('S-1'), available('S-2', 47), available('S-3', 47)],
    );
    expect(text).toContain('S-1,Size,S,shopify,0,CONTINUE,');
    expect(changed.map(({ sku, column, before, after }) => [sku, column, before, after])).toEqual([
      ['S-1', 'Inventory quantity', '47', '0'],
      ['S-1', 'Continue selling when out of stock', 'DENY', 'CONTINUE'],
    ]);
  });

  it('leaves image rows and rows without a SKU alone', async () => {
    const file = lines(
      oldHeader,
      'tent,Tent,Title,Default Title,TENT,shopify,5,deny,a.jpg',
      'tent,,,,,,,,b.jpg',
      'tent,,,,TENT,,,,c.jpg',
      'rope,Rope,Title,Default Title,,shopify,5,deny,',
    );
    expect((await rewrite(file, [available('TENT', 5)])).text).toBe(file);
  });

  it('leaves variants that Shopify does not count alone and says so once', async () => {
    const file = lines(
      oldHeader,
      'a,A,Title,Default Title,A,,0,deny,',
      'b,B,Title,Default Title,B,other,0,deny,',
    );
    const { text, problems } = await rewrite(file, [available('A', 5), unavailable('B')]);
    expect(text).toBe(file);
    expect(problems).toMatchObject([{ kind: 'listing-not-tracked', place: { line: 2 }, count: 2 }]);
  });

  it('changes the columns that exist and reports the others only when they are needed', async () => {
    const withoutPolicy = lines(
      'Handle,Title,Option1 Value,Variant SKU,Variant Inventory Qty',
      'tent,Tent,Default Title,TENT,3',
    );
    const sold = await rewrite(withoutPolicy, [unavailable('TENT')]);
    expect(sold.text).toContain('TENT,0');
    expect(sold.problems).toEqual([]);
    const ahead = await rewrite(withoutPolicy, [backorder('TENT')]);
    expect(ahead.text).toContain('TENT,0');
    expect(ahead.problems).toMatchObject([
      { kind: 'listing-column-missing', needed: 'Variant Inventory Policy', count: 1 },
    ]);
    const withoutBoth = lines(
      'Handle,Title,Option1 Value,Variant SKU',
      'tent,Tent,Default Title,TENT',
    );
    const nothing = await rewrite(withoutBoth, [unavailable('TENT')]);
    expect(nothing.text).toBe(withoutBoth);
    expect(nothing.problems).toMatchObject([{ needed: 'Variant Inventory Qty' }]);
  });

  it('names a variant by its product and options', async () => {
    const file = lines(
      oldHeader,
      'tent,Tent,Size,Large,TENT-L,shopify,5,deny,',
      'tent,,,Small,TENT-S,shopify,5,deny,',
      'rope,Rope,Title,Default Title,ROPE,,,,',
    );
    const { listing } = await readListing(Buffer.from(file), 'shop.csv');
    expect(listing?.articles).toEqual([
      { sku: 'TENT-L', title: 'Tent - Large', line: 2 },
      { sku: 'TENT-S', title: 'Tent - Small', line: 3 },
      { sku: 'ROPE', title: 'Rope', line: 4 },
    ]);
  });
});
