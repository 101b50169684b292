import { describe, expect, it } from 'vitest';
import { inWords, kindsOf, offersOf, read } from './reading-stock.ts';

const places = (...rows: string[]) => read(['sku,Warehouse,Stock,ETA', ...rows]);

describe('rows of warehouses', () => {
  it.each(['Total', 'TOTAL:', 'Gesamt', 'Razem', 'All', 'All locations', 'Alle Lager', ''])(
    'are not added to the row that is their total: %j',
    async (total) => {
      const reading = await places('A,Berlin,10,', 'A,Hamburg,20,', `A,${total},30,`);
      expect(inWords(reading)).toEqual(['A 30 exact']);
      expect(reading.problems).toEqual([]);
    },
  );

  it('give the lower of the two where they do not add up to it', async () => {
    const reading = await places(
      'A,Total,40,',
      'A,Berlin,10,',
      'A,Hamburg,20,',
      'B,,5,',
      'B,Berlin,9,',
      'C,Berlin,3,',
    );
    expect(inWords(reading)).toEqual(['A 30 at_least', 'B 5 at_least', 'C 3 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'warehouses-differ', count: 2, inRows: true }]);
  });

  it('are compared with it only where both are counts', async () => {
    const reading = await places('A,Total,40,', 'A,Berlin,>10,', 'B,Total,yes,', 'B,Berlin,20,');
    expect(inWords(reading)).toEqual(['A 10 at_least', 'B 0 unknown']);
    expect(reading.problems).toEqual([]);
  });

  it('may leave it to their total to say what comes', async () => {
    const reading = await places('A,Berlin,0,', 'A,Hamburg,0,', 'A,Total,0,2026-12-04');
    expect(offersOf(reading)).toMatchObject([{ quantity: 0, restocks: [{ day: '2026-12-04' }] }]);
  });

  it('are all there is where a total stands alone', async () => {
    expect(inWords(await places('A,Total,30,', 'B,,4,'))).toEqual(['A 30 exact', 'B 4 exact']);
  });

  it('make no total of one that cannot be read', async () => {
    const reading = await places('A,Total,lots,', 'A,Berlin,10,');
    expect(inWords(reading)).toEqual([]);
    expect(kindsOf(reading)).toEqual(['quantity-not-understood']);
  });
});

describe('places from which nothing can be sent', () => {
  it.each([
    'In Transit',
    'in-transit',
    'Damaged',
    'WH/Quarantine',
    'QC hold',
    'Berlin (damaged)',
    'Returns',
    'Retourenlager',
    'Sperrlager',
    'Unterwegs',
    'Quarantaine',
    'Dañado',
    'In arrivo / transito',
    'Onderweg',
    'W drodze',
    'В пути',
  ])('count as no stock: %s', async (place) => {
    const reading = await places('A,WH/Stock,10,', `A,${place},20,2026-12-04`, `B,${place},5,`);
    expect(inWords(reading)).toEqual(['A 10 exact', 'B 0 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'articles-blocked', count: 2 }]);
  });

  it.each(['QC', 'Holden', 'Transitstraat', 'Main'])('are not those called %s', async (place) => {
    expect(inWords(await places('A,WH/Stock,10,', `A,${place},20,`))).toEqual(['A 30 exact']);
  });
});
