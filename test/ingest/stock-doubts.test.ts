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
  const arrivals = async (...lines: readonly string[]) =>
    offersOf(await read(lines)).map(({ quantity, quantityKind, restocks }) => [
      quantity,
      quantityKind,
      restocks,
    ]);

  it.each(['Available From', 'Verfügbar ab', 'Disponible le'])(
    'holds for what is in stock: %s',
    async (header) => {
      expect(
        await arrivals(`sku;qty;${header}`, 'A;5;2027-01-15', 'B;5;2026-10-01', 'C;0;2027-01-15'),
      ).toEqual([
        [0, 'exact', [{ day: '2027-01-15', quantity: 5 }]],
        [5, 'exact', [{ day: '2026-10-01', quantity: undefined }]],
        [0, 'exact', [{ day: '2027-01-15', quantity: undefined }]],
      ]);
    },
  );

  it('is told once, and is a restock like others where the configuration names it', async () => {
    const lines = ['sku,qty,Available From', 'A,5,2027-01-15', 'B,2,2027-01-15'];
    expect((await read(lines)).problems).toMatchObject([{ kind: 'stock-from-day', count: 2 }]);
    const columns = { restock_date: 'Available From' };
    const reading = await read(lines, { columns });
    expect(inWords(reading)).toEqual(['A 5 exact', 'B 2 exact']);
  });
});

it('knows headers by their names without unit and currency', async () => {
  const reading = await read(['Artikelnr.;Bestand (Stück);EK [EUR]', 'A;5;9,50']);
  expect(offersOf(reading)).toMatchObject([{ quantity: 5, unitCost: 9.5 }]);
});
