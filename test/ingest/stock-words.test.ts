import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/formats/marks.ts';
import { inWords, kindsOf, offersOf, read } from './reading-stock.ts';

const lastOf = (reading: Awaited<ReturnType<typeof read>>) =>
  offersOf(reading).map(({ quantity, discontinued }) => [quantity, discontinued]);

describe('a bare status', () => {
  it.each([
    ['Status', '1', '0'],
    ['Statut', 'oui', 'non'],
    ['Status', 'Yes', 'No'],
    ['Item Status', 'x', ''],
  ])('does not tell what a yes means, which is said once: %s %s', async (header, yes, no) => {
    const rows = [`A;12;${yes}`, `B;7;${no}`, `C;3;${yes}`];
    const reading = await read([`SKU;Qty;${header}`, ...rows]);
    expect(lastOf(reading)).toEqual([
      [12, false],
      [7, false],
      [3, false],
    ]);
    expect(reading.problems).toMatchObject([
      { kind: 'word-not-understood', place: { line: 2, column: header }, value: yes },
    ]);
  });

  it('tells it where it is configured, as a column or by its words', async () => {
    const lines = ['SKU,Qty,Status', 'A,12,1', 'B,7,0'];
    const named = await read(lines, { columns: { discontinued: 'Status' } });
    expect(lastOf(named)).toEqual([
      [12, true],
      [7, false],
    ]);
    const marks = new Map<string, Mark>([
      ['1', 'none'],
      ['0', 'discontinued'],
    ]);
    const taught = await read(lines, { marks });
    expect(lastOf(taught)).toEqual([
      [12, false],
      [7, true],
    ]);
    expect([named.problems, taught.problems]).toEqual([[], []]);
  });
});

describe('a text about availability beside a count', () => {
  it.each([
    ['Out of stock', 0, false],
    ['currently out of stock', 0, false],
    ['Out of stock - due 15 December', 0, false],
    ['Not available until 15 December', 0, false],
    ['ausverkauft, Nachlieferung 15.12.2026', 0, false],
    ['Actuellement en rupture de stock', 0, false],
    ['nicht mehr lieferbar', 0, true],
    ['No longer available', 0, true],
    ['Discontinued / out of stock', 0, true],
    ['Discontinued', 7, true],
    ['EOL', 7, true],
    ['Auslaufartikel (Abverkauf)', 7, true],
    ['In stock, ships in 24 h', 7, false],
    ['expected 15 December 2026', 7, false],
    ['', 7, false],
  ])('%j', async (text, quantity, discontinued) => {
    const reading = await read(['SKU;Stock Status;Qty', `A;${text};7`]);
    expect(lastOf(reading)).toEqual([[quantity, discontinued]]);
    expect(kindsOf(reading)).toEqual(quantity === 0 ? ['stock-denied'] : []);
  });

  it('is told once a column where it is not known, and can be taught', async () => {
    const lines = ['SKU,Availability,Qty', 'A,Ask us,7', 'B,Ring us,5', 'C,In stock,3'];
    const reading = await read(lines);
    expect(inWords(reading)).toEqual(['A 7 exact', 'B 5 exact', 'C 3 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'word-not-understood', value: 'Ask us' }]);
    const taught = await read(lines, {
      words: new Map([['ask us', 0]]),
      marks: new Map<string, Mark>([['ring us', 'blocked']]),
    });
    expect(inWords(taught)).toEqual(['A 0 exact', 'B 0 exact', 'C 3 exact']);
    expect(kindsOf(taught).toSorted()).toEqual(['articles-blocked', 'stock-denied']);
  });
});

describe('a word for an article that will not come again', () => {
  it('is none in the column of the quantity, and no more', async () => {
    const lines = ['SKU,Qty,ETA', 'A,Discontinued,', 'B,nicht mehr lieferbar,', 'C,3,'];
    const reading = await read(lines);
    expect(lastOf(reading)).toEqual([
      [0, true],
      [0, true],
      [3, false],
    ]);
    expect(reading.problems).toEqual([]);
    const taught = await read(lines, { words: new Map([['discontinued', 4]]) });
    expect(lastOf(taught)[0]).toEqual([4, true]);
  });

  it.each([
    'ausgelistet',
    'Obsoleto',
    'Baja',
    'Déréférencé',
    'fuori catalogo',
    'op is op',
    'wycofany z oferty',
    'scos din ofertă',
    'fora de catálogo',
    'выведен из ассортимента',
  ])('is known: %s', async (word) => {
    const reading = await read(['SKU;Bestand;Status', `A;7;${word}`]);
    expect(lastOf(reading)).toEqual([[7, true]]);
    expect(reading.problems).toEqual([]);
  });

  it('denies the count where it says that there is none', async () => {
    const reading = await read(['SKU;Bestand;Status', 'A;7;niet meer leverbaar']);
    expect(lastOf(reading)).toEqual([[0, true]]);
    expect(kindsOf(reading)).toEqual(['stock-denied']);
  });
});
