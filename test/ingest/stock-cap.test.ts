import { describe, expect, it } from 'vitest';
import { kindsOf, offersOf, read } from './reading-stock.ts';

/** A file with these quantities, one a row. */
const file = (quantities: readonly number[]) => [
  'sku,qty',
  ...quantities.map((quantity, i) => `S${i},${quantity}`),
];
const times = (count: number, quantity: number): number[] => Array(count).fill(quantity);
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

const atLeast = async (quantities: readonly number[], sketch = {}) => {
  const reading = await read(file(quantities), sketch);
  return offersOf(reading).filter(({ quantityKind }) => quantityKind === 'at_least').length;
};

describe('a highest number that many rows share', () => {
  it('stands for so many or more, and is told once', async () => {
    // 1 to 49 once each, 50 in 30 of 79 rows with stock: 38 %.
    const reading = await read(file([...upTo(49), ...times(30, 50), ...times(10, 0)]));
    expect(
      offersOf(reading).filter(({ quantityKind }) => quantityKind === 'at_least'),
    ).toHaveLength(30);
    expect(reading.problems).toMatchObject([
      { kind: 'quantity-capped', units: 50, rows: 30, of: 79, place: { column: 'qty' } },
    ]);
  });

  it('is no count where it is the only one beside nought', async () => {
    expect(await atLeast([...times(20, 3), ...times(5, 0)])).toBe(20);
    expect(await atLeast([...times(20, 1), ...times(5, 0)])).toBe(20);
  });

  it.each([
    ['fewer than 20 rows have stock', [...times(19, 3), ...times(50, 0)]],
    ['most have one or two', [...times(60, 1), ...times(30, 2), ...times(300, 0)]],
    ['small numbers are spread evenly', [1, 2, 3, 4, 5, 6].flatMap((n) => times(20, n))],
    ['it stands in fewer than 10 rows', [...upTo(40), ...times(9, 41)]],
    ['it stands in less than a tenth of the rows', [...times(120, 4), ...times(13, 50)]],
    ['others near it are as usual', [...times(10, 40), ...times(10, 45), ...times(12, 50)]],
  ])('is a count when %s', async (_why, quantities) => {
    expect(await atLeast(quantities)).toBe(0);
  });

  it('is what the configuration says', async () => {
    expect(await atLeast([5, 50, 49, 80], { quantityCap: 50 })).toBe(2);
    const capped = [...upTo(49), ...times(30, 50)];
    expect(await atLeast(capped, { quantityCap: false })).toBe(0);
  });

  it('is a count where the file says of each number what kind it is', async () => {
    const lines = times(30, 3).map((quantity, i) => `S${i},${quantity},exact`);
    expect(kindsOf(await read(['sku,quantity,quantity_kind', ...lines]))).toEqual([]);
  });
});
