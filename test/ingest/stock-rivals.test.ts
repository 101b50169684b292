import { describe, expect, it } from 'vitest';
import { inWords, kindsOf, offersOf, read } from './reading-stock.ts';

describe('a column that may be the name or the number', () => {
  it.each([
    'Article;Référence;Stock',
    'Item;Part Number;Stock',
    'Artikel;Bestellnummer;Bestand',
    'Articolo;Codice;Giacenza',
    'Item;Vendor Part;Qty Available',
  ])('is the name where another is the number: %s', async (header) => {
    const reading = await read([header, 'Red tent;TN-2R;12', 'T-Shirt;TS-S;4', 'T-Shirt;TS-M;4']);
    expect(inWords(reading)).toEqual(['TN-2R 12 exact', 'TS-S 4 exact', 'TS-M 4 exact']);
    expect(offersOf(reading)[0]?.title).toBe('Red tent');
  });

  it('is the number where there is no other, also beside the manufacturer’s', async () => {
    for (const lines of [
      ['Artikel;Bestand', 'A;5'],
      ['Artikel;Bestand;MPN', 'A;5;M-1'],
    ]) {
      const [offer] = offersOf(await read(lines));
      expect(offer).toMatchObject({ sku: 'A', title: undefined });
    }
  });
});

describe('variants that share a number', () => {
  it('are left out, as nobody knows whose stock a row tells', async () => {
    const reading = await read(['SKU,Size,Available', 'TS,S,10', 'TS,M,10', 'TS,L,10', 'CUP,,3']);
    expect(inWords(reading)).toEqual(['CUP 3 exact']);
    expect(reading.problems).toMatchObject([
      { kind: 'sku-repeated', value: 'TS', lines: [2, 3, 4], areVariants: true },
    ]);
  });

  it('are none where a row is only repeated', async () => {
    const reading = await read(['SKU,Size,Available', 'TS,S,10', 'TS,S,10']);
    expect(inWords(reading)).toEqual(['TS 10 exact']);
  });
});

describe('columns that lessen the stock', () => {
  it.each([
    ['Symbol;Stan;Rezerwacja', '2'],
    ['SKU;Stock;On Hold', '2'],
    ['SKU;Stock;Qty On Hold', '2'],
  ])('come off it: %s', async (header, units) => {
    const reading = await read([header, 'A;12;10']);
    expect(inWords(reading)).toEqual([`A ${units} exact`]);
    expect(kindsOf(reading)).toEqual(['stock-reserved']);
  });

  it('deny it with a no', async () => {
    const reading = await read(['sku,qty,is_in_stock', 'A,5.0000,0', 'B,3.0000,1']);
    expect(inWords(reading)).toEqual(['A 0 exact', 'B 3 exact']);
    expect(kindsOf(reading)).toEqual(['stock-denied']);
  });

  it('leave warehouses to be compared with their total', async () => {
    const reading = await read(['SKU,Qty East,Qty West,Qty Backordered,Qty Total', 'A,5,7,3,20']);
    expect(inWords(reading)).toEqual(['A 12 at_least']);
    expect(kindsOf(reading)).toEqual(['warehouses-differ']);
  });

  it('block an article of which some are blocked', async () => {
    const reading = await read(['Material;Bestand;Gesperrt', 'A;12;1', 'B;30;3', 'C;30;0']);
    expect(inWords(reading)).toEqual(['A 0 exact', 'B 0 exact', 'C 30 exact']);
    expect(kindsOf(reading)).toEqual(['articles-blocked']);
  });
});

describe('rows of one article', () => {
  it('of one day are told apart by the time', async () => {
    const reading = await read([
      'SKU,Stock,Last Updated',
      'A,12,2026-11-22 08:00',
      'A,5,2026-11-22 16:00',
      'B,5,2026-11-22 16:00',
      'B,6,2026-11-22 16:00',
    ]);
    expect(inWords(reading)).toEqual(['A 5 exact']);
    expect(kindsOf(reading)).toEqual(['sku-repeated']);
  });

  it('are not told apart by a time that only one of them states', async () => {
    const lines = ['SKU,Stock,Last Updated', 'A,12,2026-11-22T00:00:00', 'A,5,2026-11-22'];
    expect(kindsOf(await read(lines))).toEqual(['sku-repeated']);
  });

  it('are no warehouses where their column is configured as the quantity', async () => {
    const reading = await read(['Artikelnummer;Lager', 'A;5', 'A;7', 'B;3'], {
      columns: { quantity: 'Lager' },
    });
    expect(inWords(reading)).toEqual(['B 3 exact']);
    expect(kindsOf(reading)).toEqual(['sku-repeated']);
  });
});
