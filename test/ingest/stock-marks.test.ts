import { describe, expect, it } from 'vitest';
import { inWords, kindsOf, offersOf, read } from './reading-stock.ts';

const discontinued = async (header: string, cell: string) => {
  const reading = await read([`sku;quantity;${header}`, `A;5;${cell}`]);
  return [offersOf(reading)[0]?.discontinued, offersOf(reading)[0]?.quantity, kindsOf(reading)];
};

describe('marks of articles that will not come again', () => {
  it.each([
    ['discontinued', 'yes'],
    ['EOL', '1'],
    ['discontinued_code', 'S'],
    ['Status', 'Closeout'],
    ['Status', 'Deleted'],
    ['Status', 'Inactive'],
    ['Active', 'No'],
    ['Auslaufartikel', 'ja'],
    ['Artikelstatus', 'Auslauf'],
    ['Fin de série', 'oui'],
    ['Estado', 'Descatalogado'],
    ['Stato', 'Fuori produzione'],
    ['Uitlopend', 'ja'],
    ['Wycofany', 'tak'],
    ['Descontinuat', 'da'],
    ['Fora de linha', 'sim'],
    ['Статус', 'Снят с производства'],
  ])('leave what is there: %s %s', async (header, cell) => {
    expect(await discontinued(header, cell)).toEqual([true, 5, []]);
  });

  it.each([
    ['discontinued', ''],
    ['discontinued', 'no'],
    ['Status', 'Active'],
    ['Status', 'In stock'],
    ['Active', 'Yes'],
    ['Active', ''],
    ['RemainingStock', '1'],
  ])('are not there: %s %j', async (header, cell) => {
    expect(await discontinued(header, cell)).toEqual([false, 5, []]);
  });

  it('that are not understood are told once for each word', async () => {
    const reading = await read(['sku,quantity,status', 'A,5,Purple', 'B,6,Purple', 'C,7,Green']);
    expect(inWords(reading)).toEqual(['A 5 exact', 'B 6 exact', 'C 7 exact']);
    expect(reading.problems).toMatchObject([
      { kind: 'word-not-understood', place: { line: 2, column: 'status' }, value: 'Purple' },
      { kind: 'word-not-understood', place: { line: 4, column: 'status' }, value: 'Green' },
    ]);
  });
});

describe('marks of articles that cannot be ordered', () => {
  it.each([
    ['NoDrop', '1'],
    ['CanDropship', 'no'],
    ['Blocked from drop ship', 'Y'],
    ['allocated', 'True'],
    ['Status', 'Allocated'],
    ['Bestellbar', 'nein'],
  ])('leave no stock and no arrival: %s %s', async (header, cell) => {
    const reading = await read([`sku;quantity;eta;${header}`, `A;5;2026-12-04;${cell}`]);
    expect(offersOf(reading)).toMatchObject([
      { quantity: 0, quantityKind: 'exact', restocks: [], discontinued: false },
    ]);
    expect(reading.problems).toMatchObject([{ kind: 'articles-blocked', count: 1 }]);
  });

  it.each([
    ['NoDrop', '0'],
    ['CanDropship', 'yes'],
    ['CanDropship', ''],
    ['allocated', 'False'],
  ])('are not there: %s %j', async (header, cell) => {
    const reading = await read([`sku;quantity;${header}`, `A;5;${cell}`]);
    expect(inWords(reading)).toEqual(['A 5 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('count from whichever of several columns tells one', async () => {
    const reading = await read([
      'sku,quantity,Allocated,CanDropship,EOL,Status',
      'A,12,False,True,N,Active',
      'B,5,True,True,N,Active',
      'C,7,False,False,N,Active',
      'D,3,False,True,N,Discontinued',
    ]);
    expect(inWords(reading)).toEqual(['A 12 exact', 'B 0 exact', 'C 0 exact', 'D 3 exact']);
    expect(offersOf(reading).map(({ discontinued }) => discontinued)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(reading.problems).toMatchObject([{ kind: 'articles-blocked', count: 2 }]);
  });

  it('may share a column with articles that are sold off', async () => {
    const reading = await read([
      'sku,quantity,Allocated/Closeout/Deleted',
      'A,12,',
      'B,3,Allocated',
      'C,7,Closeout',
    ]);
    expect(inWords(reading)).toEqual(['A 12 exact', 'B 0 exact', 'C 7 exact']);
    expect(offersOf(reading).at(2)?.discontinued).toBe(true);
  });

  it('count from the configured column alone', async () => {
    const lines = ['sku,quantity,Allocated,CanDropship', 'A,5,True,True', 'B,5,False,False'];
    const reading = await read(lines, { columns: { blocked: 'CanDropship' } });
    expect(inWords(reading)).toEqual(['A 5 exact', 'B 0 exact']);
  });
});
