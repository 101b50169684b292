import { describe, expect, it } from 'vitest';
import { inWords, kindsOf, offersOf, read, unreadOf } from './reading-stock.ts';

// The file is of 23 November 2026, a Monday.
const arrivals = async (...lines: readonly string[]) => {
  const reading = await read(lines);
  return offersOf(reading).map(
    ({ quantity, restocks }) =>
      `${quantity}: ${restocks.map((restock) => `${restock.day} ${restock.quantity ?? '?'}`)}`,
  );
};

describe('a date in the quantity’s column', () => {
  it.each([
    ['Incoming 11 December', '0: 2026-12-11 ?'],
    ['2-3 weeks', '0: 2026-12-14 ?'],
    ['due 4 Dec 2026', '0: 2026-12-04 ?'],
    ['Lieferbar ab 4. Dezember 2026', '0: 2026-12-04 ?'],
    ['incoming 50 on 11 December', '0: 2026-12-11 50'],
    // It has passed: the plan says that the goods are overdue.
    ['due 2 Nov 2026', '0: 2026-11-02 ?'],
  ])('means none now, and an arrival: %s', async (cell, expected) => {
    expect(await arrivals('sku;quantity', `A;${cell}`)).toEqual([expected]);
  });

  it.each(['soon', 'after 11 December', 'Call', 'Incoming 03/04/2026', 'discontinued in May'])(
    'that cannot be told for certain leaves the row out: %s',
    async (cell) => {
      const reading = await read(['sku;quantity', 'A;5', `B;${cell}`]);
      expect(inWords(reading)).toEqual(['A 5 exact']);
      expect(unreadOf(reading)).toEqual(['B']);
      expect(kindsOf(reading)).toEqual(['quantity-not-understood']);
    },
  );

  it.each([
    ['5 in stock, 10 due 11 December', '5: 2026-12-11 10'],
    ['0 (50 due 11 December)', '0: 2026-12-11 50'],
    ['Out of stock, due 11 December', '0: 2026-12-11 ?'],
    // How many come is not said: perhaps it is the time that a delivery takes.
    ['5, ships in 3 days', '5: '],
    ['5 (2-3 Tage)', '5: '],
    ['5 + 10 due 11 December', '5: 2026-12-11 10'],
    ['Bestand 5, Zulauf 20 am 11.12.2026', '5: 2026-12-11 20'],
    ['Stock: 12, next delivery 15 December', '12: '],
    ['Stock: 12, ETA 15 December', '12: '],
    ['12 now, more due 11 December', '12: '],
    ['-5, due 11 December', '0: 2026-12-11 ?'],
  ])('stands behind what is there now: %s', async (cell, expected) => {
    expect(await arrivals('sku|quantity', `A|${cell}`)).toEqual([expected]);
  });

  it.each([
    '100 pcs, ETA 15 Dec',
    '100, due 15 December',
    '100 (due 15 December)',
    '100, incoming 15 December',
    '100; ab 15.12.2026',
    '100, expected 15 December',
    '100, lieferbar ab 15.12.2026',
    '100, dispo 15/12',
    '100, arrivage 15/12',
    '100, w drodze 15.12.2026',
    '>100, due 15 December',
    '100 due 15 December',
  ])('and a word for goods to come make units before it those that come: %s', async (cell) => {
    expect(await arrivals('sku|quantity', `A|${cell}`)).toEqual(['0: 2026-12-15 100']);
  });

  it.each([
    '100 (15 Dec)',
    '100; 15.12.2026',
    '100, delivery 15 December',
    '100, 3 weeks',
    '20 verfügbar, ab 15.12.2026',
    'Stock 5 ETA 11 December',
    'In stock 5 ETA 11 December',
    'Bestand 5 Zulauf 11.12.2026',
    '5 in stock 10 due 11 December',
    '5 / 10 due 11 December',
    'ETA 11 December, stock 5',
    '50+ due 11 December',
  ])('beside units that may be here or to come leaves the row out: %s', async (cell) => {
    const reading = await read(['sku|quantity', `A|${cell}`]);
    expect(unreadOf(reading)).toEqual(['A']);
    expect(kindsOf(reading)).toEqual(['quantity-not-understood']);
  });

  it.each([
    ['1,5 Wochen', '0: 2026-12-04 ?'],
    ['2,5 Monate', '0: 2027-02-09 ?'],
    ['2,000 arriving 15 December', '0: 2026-12-15 2000'],
    ['2,000, arriving 15 December', '0: 2026-12-15 2000'],
  ])('may have a comma inside a number: %s', async (cell, expected) => {
    expect(await arrivals('sku;quantity;cost', `A;${cell};9.50`)).toEqual([expected]);
  });

  it.each(['1,194 due 11 December', '1,194, due 11 December'])(
    'waits for the numbers of the file: %s',
    async (cell) => {
      const reading = await read(['sku;quantity', `A;${cell}`, 'B;1']);
      expect(kindsOf(reading)).toEqual(['quantity-ambiguous']);
      expect(unreadOf(reading)).toEqual(['A']);
      const told = await arrivals('sku;quantity;cost', `A;${cell};9.50`);
      expect(told).toEqual(['0: 2026-12-11 1194']);
    },
  );

  it('is found whatever a blank cell is configured to mean', async () => {
    const reading = await read(['sku,quantity', 'A,due 4 Dec 2026'], { words: new Map([['', 0]]) });
    expect(offersOf(reading)[0]?.restocks).toEqual([{ day: '2026-12-04', quantity: undefined }]);
  });

  it('is not all there is where a count stands before it', async () => {
    expect(await arrivals('sku|quantity', 'A|12 pcs more 11 December')).toEqual([]);
  });

  it('is read in the order that is configured', async () => {
    const lines = ['sku;quantity', 'A;Incoming 03/12/2026'];
    const reading = await read(lines, { dayOrder: 'day-first' });
    expect(offersOf(reading)[0]?.restocks).toEqual([{ day: '2026-12-03', quantity: undefined }]);
  });
});

describe('a text beside the quantity', () => {
  it('tells an arrival where there is nothing now', async () => {
    const lines = ['sku;qty;availability', 'A;0;Incoming 11 December', 'B;4;Ships in 2-3 days'];
    expect(await arrivals(...lines)).toEqual(['0: 2026-12-11 ?', '4: ']);
  });

  it('does not go before a date in its own column', async () => {
    const lines = ['sku;qty;availability;eta', 'A;0;Incoming 11 December;2026-12-18'];
    expect(await arrivals(...lines)).toEqual(['0: 2026-12-18 ?']);
  });

  it('may be the quantity itself where it is the only one', async () => {
    const lines = ['sku;availability', 'A;In stock', 'B;2-3 weeks', 'C;Sold out'];
    expect(await arrivals(...lines)).toEqual(['0: ', '0: 2026-12-14 ?', '0: ']);
    expect(inWords(await read(lines))).toEqual(['A 0 unknown', 'B 0 exact', 'C 0 exact']);
  });
});

describe('the column of restock dates', () => {
  it('holds texts as well', async () => {
    const lines = ['sku;qty;eta;incoming', 'A;0;in 2 weeks;20', 'B;0;2026-12-04;', 'C;0;TBA;'];
    expect(await arrivals(...lines)).toEqual(['0: 2026-12-07 20', '0: 2026-12-04 ?', '0: ']);
  });

  it.each(['Nov-27', 'Dez. 27', '4+ weeks', '26-12-05', 'lieferbar ab 11/27'])(
    'holds no day where two may be meant, or only the first: %s',
    async (cell) => {
      const reading = await read(['sku;qty;eta', `A;0;${cell}`]);
      expect(offersOf(reading)[0]?.restocks).toEqual([]);
      expect(kindsOf(reading)).toEqual(['date-ignored']);
    },
  );

  it('tells by all its cells what two digits behind a month are', async () => {
    const lines = ['sku;qty;eta', 'A;0;Dec 27', 'B;0;Dec 15'];
    expect(await arrivals(...lines)).toEqual(['0: 2026-12-27 ?', '0: 2026-12-15 ?']);
  });

  it('tells the order of day and month by all its dates, wherever they stand', async () => {
    const lines = ['sku;qty;eta', 'A;0;03/12/2026', 'B;0;04/12/2026', 'C;0;24/12/2026'];
    expect(await arrivals(...lines)).toEqual([
      '0: 2026-12-03 ?',
      '0: 2026-12-04 ?',
      '0: 2026-12-24 ?',
    ]);
  });
});

describe('numbers that can be read two ways', () => {
  it.each([
    ['by another quantity', 'sku;qty', ['A;1.194', 'B;2.500,00', 'C;7']],
    ['by a price', 'sku;qty;cost', ['A;1.194;9,50', 'B;2.500;8,10', 'C;7;1,00']],
  ])('are told %s of the file', async (_how, header, rows) => {
    expect(inWords(await read([header, ...rows]))).toEqual([
      'A 1194 exact',
      'B 2500 exact',
      'C 7 exact',
    ]);
  });

  it('are told by the price of their own row', async () => {
    expect(inWords(await read(['sku;qty;cost', 'A;1.194;9,50']))).toEqual(['A 1194 exact']);
  });

  it.each([
    ['sku,qty', ['A,"12,000"', 'B,"5,000"'], []],
    ['sku,qty,cost', ['A,"12,000",15', 'B,"5,000",20'], []],
    ['sku,qty,cost', ['A,"12,000",9.50', 'B,"5,000",8.10'], ['A 12000 exact', 'B 5000 exact']],
    ['sku,qty,cost', ['A,"12,000","9,50"', 'B,"5,000","8,10"'], ['A 12 exact', 'B 5 exact']],
    ['sku,qty', ['A,"12,000"', 'B,"1,194"'], ['A 12000 exact', 'B 1194 exact']],
    ['sku,qty', ['A,"12,000"', 'B,350'], ['A 12000 exact', 'B 350 exact']],
  ])('have noughts behind every comma: %s %j', async (header, rows, expected) => {
    const reading = await read([header, ...rows]);
    expect(inWords(reading)).toEqual(expected);
    expect(unreadOf(reading)).toEqual(expected.length > 0 ? [] : ['A', 'B']);
  });

  it('keep the place of their row in the order of the problems', async () => {
    const reading = await read(['sku;qty', 'A;1.194', 'B;lots', 'C;2.000']);
    expect(reading.problems.map(({ place, kind }) => `${place.line} ${kind}`)).toEqual([
      '2 quantity-ambiguous',
      '3 quantity-not-understood',
      '4 quantity-ambiguous',
    ]);
    expect(unreadOf(reading)).toEqual(['A', 'B', 'C']);
  });
});
