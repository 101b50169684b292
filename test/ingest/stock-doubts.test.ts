import { describe, expect, it } from 'vitest';
import { inWords, kindsOf, offersOf, read } from './reading-stock.ts';

const rows = (header: string, row: (i: number) => string) => [
  header,
  ...Array.from({ length: 24 }, (_, i) => row(i)),
];

describe('units that another column denies', () => {
  it.each([
    ['Available?', 'N'],
    ['In Stock', 'No'],
    ['Verfügbar', 'nein'],
    ['Availability', 'Out of stock'],
    ['Lieferstatus', 'ausverkauft'],
    ['Status', 'Sold out'],
  ])('are none: %s %s', async (header, cell) => {
    const reading = await read([`sku;Qty;${header}`, `A;5;${cell}`, 'B;3;', `C;0;${cell}`]);
    expect(inWords(reading)).toEqual(['A 0 exact', 'B 3 exact', 'C 0 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'stock-denied', count: 1 }]);
  });

  it('are none where ones and noughts deny them', async () => {
    const reading = await read(rows('sku,Qty,Available', (i) => `A-${i},${i + 2},${i % 2}`));
    expect(inWords(reading).slice(0, 3)).toEqual(['A-0 0 exact', 'A-1 3 exact', 'A-2 0 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'stock-denied', count: 12 }]);
  });

  it('keep their restock', async () => {
    const reading = await read(['sku,Qty,Availability,ETA', 'A,5,Sold out,2026-12-04']);
    expect(offersOf(reading)).toMatchObject([{ quantity: 0, restocks: [{ day: '2026-12-04' }] }]);
  });

  it('count where another column of units says none, or a text tells a day', async () => {
    expect(inWords(await read(['sku,Avail,Qty on hand', 'A,5,0', 'B,2,2']))).toEqual([
      'A 5 exact',
      'B 2 exact',
    ]);
    expect(inWords(await read(['sku,Qty,Availability', 'A,5,Ships in 2 days']))).toEqual([
      'A 5 exact',
    ]);
  });

  it('count where the other column is blank, also where a blank quantity is configured as none', async () => {
    const words = new Map([
      ['', 0],
      ['-', 0],
    ]);
    const lines = ['sku,Qty,Availability', 'A,10,In stock', 'B,5,', 'C,5,-'];
    expect(inWords(await read(lines, { words }))).toEqual(['A 10 exact', 'B 5 exact', 'C 5 exact']);
  });

  it('count where the configuration says so', async () => {
    const lines = ['sku,Qty,Availability,Status', 'A,5,Out of stock,Sold out'];
    const columns = { quantity: 'Qty', availability: '', discontinued: '' };
    const reading = await read(lines, { columns });
    expect(inWords(reading)).toEqual(['A 5 exact']);
    expect(reading.problems).toEqual([]);
  });
});

describe('reserved units', () => {
  it.each([
    ['Stock', 'Reserved', '4'],
    ['On Hand', 'Committed', '4'],
    ['Bestand', 'Reserviert', '4'],
    ['Giacenza', 'Impegnato', '4'],
    ['Qty', 'Allocated', '4'],
    ['Stock', 'Reserved', '-4'],
  ])('come off what lies there: %s, %s', async (quantity, reserved, cell) => {
    const reading = await read([`sku;${quantity};${reserved}`, `A;12;${cell}`, 'B;9;', 'C;3;5']);
    expect(inWords(reading)).toEqual(['A 8 exact', 'B 9 exact', 'C 0 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'stock-reserved', count: 2 }]);
  });

  it('are off what is available', async () => {
    const reading = await read(['sku,On Hand,Reserved,Available', 'A,12,4,8']);
    expect(inWords(reading)).toEqual(['A 8 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('come off the sum of warehouses, and leave a lower bound one', async () => {
    const reading = await read(['sku,EastQty,TexasQty,Reserved', 'A,5,20+,4']);
    expect(inWords(reading)).toEqual(['A 21 at_least']);
  });

  it.each(['Units Available', 'Total Available', 'Availability', 'Disponibilité', 'Наличие'])(
    'are off the quantity of %s',
    async (header) => {
      const reading = await read([`SKU;${header};Reserved`, 'A;10;3']);
      expect(inWords(reading)).toEqual(['A 10 exact']);
    },
  );

  it('come off from every column that counts some, in any way of writing quantities', async () => {
    const reading = await read(['sku,Stock,Committed,Reserved,Allocated', 'A,10,2,3 pcs,1']);
    expect(inWords(reading)).toEqual(['A 4 exact']);
  });

  it('of an allocated column stay by the same word of the configuration', async () => {
    const columns = { reserved: '' };
    expect(inWords(await read(['sku,On Hand,Allocated', 'A,10,3'], { columns }))).toEqual([
      'A 10 exact',
    ]);
  });

  it('leave the row out where they cannot be read', async () => {
    const reading = await read(['sku,Stock,Reserved', 'A,12,4 of 6', 'B,3,1']);
    expect(inWords(reading)).toEqual(['B 2 exact']);
    expect(kindsOf(reading)).toEqual(['quantity-not-understood', 'stock-reserved']);
  });

  it('stay where the configuration says that there is no such column', async () => {
    const reading = await read(['sku,Stock,Reserved', 'A,12,4'], { columns: { reserved: '' } });
    expect(inWords(reading)).toEqual(['A 12 exact']);
  });
});

describe('a day from which goods can be had', () => {
  const told = async (...lines: readonly string[]) =>
    offersOf(await read(lines)).map(({ quantity, availableFrom, restocks }) => [
      quantity,
      availableFrom,
      restocks.map((restock) => `${restock.day} ${restock.quantity ?? '?'}`).join(),
    ]);

  it.each(['Available From', 'Verfügbar ab', 'Disponible le'])(
    'holds for what is in stock, else for what comes: %s',
    async (header) => {
      expect(
        await told(`sku;qty;${header}`, 'A;5;2027-01-15', 'B;5;2026-10-01', 'C;0;2027-01-15'),
      ).toEqual([
        [5, '2027-01-15', ''],
        [5, undefined, ''],
        [0, undefined, '2027-01-15 ?'],
      ]);
    },
  );

  it('is that of the goods to come where their number is told', async () => {
    expect(
      await told('sku,qty,Available From,On Order', 'A,10,2026-12-01,50', 'B,10,2026-12-01,'),
    ).toEqual([
      [10, undefined, '2026-12-01 50'],
      [10, '2026-12-01', ''],
    ]);
  });

  it('stands beside a restock date', async () => {
    const header = 'sku,qty,Available From,Restock Date';
    expect(await told(header, 'A,10,2026-12-01,2027-01-05', 'B,0,2026-12-01,2027-01-05')).toEqual([
      [10, '2026-12-01', '2027-01-05 ?'],
      [0, undefined, '2027-01-05 ?'],
    ]);
  });

  it('of several places holds for the goods of each', async () => {
    const header = 'sku,qty,warehouse,Available From';
    expect(await told(header, 'A,10,Leeds,2026-12-01', 'A,5,Hull,')).toEqual([
      [5, undefined, '2026-12-01 10'],
    ]);
  });

  it('is told once, and is a restock like others where the configuration says so', async () => {
    const lines = ['sku,qty,Available From', 'A,5,2027-01-15', 'B,2,2027-01-15'];
    expect((await read(lines)).problems).toMatchObject([{ kind: 'stock-from-day', count: 2 }]);
    const columns = { restock_date: 'Available From', available_from: '' };
    const reading = await read(lines, { columns });
    expect(inWords(reading)).toEqual(['A 5 exact', 'B 2 exact']);
    expect(reading.problems).toEqual([]);
  });
});

describe('headers with something in brackets', () => {
  it('are known by their names without the unit', async () => {
    const reading = await read(['Artikelnr.;Bestand (Stück)', 'A;5']);
    expect(inWords(reading)).toEqual(['A 5 exact']);
  });

  it.each(['Qty [EUR],Stock', 'Available (EUR),Stock', 'Stock (all),Stock'])(
    'go behind the ones that bear the name alone: %s',
    async (header) => {
      const reading = await read([`SKU,${header}`, 'A,999,5', 'B,3,5']);
      expect(inWords(reading)[0]).toBe('A 5 exact');
    },
  );

  it('are no quantities when they are amounts or places', async () => {
    expect((await read(['SKU,Stock (EUR)', 'A,999'])).files).toEqual([]);
    expect((await read(['SKU,Stock (MAD),Stock (BCN)', 'A,10,5'])).files).toEqual([]);
    expect(inWords(await read(['SKU,Reserved (EUR),Stock', 'A,99,100']))).toEqual(['A 100 exact']);
  });
});
