import { describe, expect, it } from 'vitest';
import { toldOnce } from '../../src/book/told-twice.ts';
import { demandHistories } from '../../src/forecast/history.ts';
import { addDays } from '../../src/model/day.ts';
import { byService, type OrderLine } from '../../src/model/order.ts';
import { line, sku, today } from '../plan/builders.ts';

/** How many days ago, of what, how many. */
type Sale = readonly [ago: number, sku: string, units: number];

const sold = (
  sales: readonly Sale[],
  sketch: (i: number) => Pick<OrderLine, 'orderId' | 'place'>,
): OrderLine[] =>
  sales.map(([ago, name, quantity], i) =>
    line({
      orderedAt: addDays(today, -ago),
      sku: sku(name),
      lineId: name,
      quantity,
      fulfilledQuantity: quantity,
      ...sketch(i),
    }),
  );

const orders = (sales: readonly Sale[]) =>
  sold(sales, (i) => ({ orderId: `#${i}`, place: { file: 'orders', line: i } }));
const history = (sales: readonly Sale[], file = 'history') =>
  sold(sales, (i) => ({ orderId: '', place: { file, line: i } }));

const sales: readonly Sale[] = [
  [21, 'CUP', 1],
  [20, 'TENT', 2],
  [18, 'CUP', 1],
  [17, 'CUP', 3],
  [17, 'TENT', 1],
  [14, 'CUP', 1],
  [13, 'TENT', 4],
  [12, 'CUP', 2],
  [9, 'TENT', 1],
  [8, 'CUP', 1],
];

/** Units of demand by article, as forecasts have them. */
function demand(...lines: readonly OrderLine[][]): Record<string, number> {
  const once = toldOnce(lines.flat().toSorted(byService)).lines;
  return Object.fromEntries(
    [...demandHistories(once, today)].map(([name, own]) => [
      name,
      own.sold.reduce((sum, units) => sum + units, 0),
    ]),
  );
}

describe('sales that a history and orders tell of', () => {
  it('count once, and what either tells alone counts too', () => {
    const before: Sale[] = [[40, 'CUP', 5]];
    const after: Sale[] = [[3, 'TENT', 7]];
    const mixed = demand(history([...before, ...sales]), orders([...sales, ...after]));
    expect(mixed).toEqual({ CUP: 14, TENT: 15 });
    expect(toldOnce([...history(sales), ...orders(sales)]).twice).toEqual([
      { file: 'history', rows: 10 },
    ]);
  });

  it('may be rows of one unit each, and orders of several', () => {
    const single = sales.flatMap(([ago, name, units]) =>
      Array.from({ length: units }, (): Sale => [ago, name, 1]),
    );
    expect(demand(history(single), orders(sales))).toEqual({ CUP: 9, TENT: 8 });
  });

  it('count once where a history has another shop’s sales as well', () => {
    const others: Sale[] = [
      [19, 'CUP', 6],
      [16, 'MUG', 2],
      [21, 'CUP', 2],
    ];
    // Of the 21st day before it has three, of which the order is one: that pair differs.
    const all = history([...sales, ...others]);
    expect(demand(all, orders(sales))).toEqual({ CUP: 17, TENT: 8, MUG: 2 });
  });

  it('are another shop’s where days and articles have other units, or are too few to tell', () => {
    const other = sales.map(([ago, name, units]): Sale => [ago, name, units + 1]);
    expect(demand(history(other), orders(sales))).toEqual({ CUP: 9 + 15, TENT: 8 + 12 });
    const few = sales.slice(1);
    expect(demand(history(few), orders(few))).toEqual({ CUP: 16, TENT: 16 });
  });

  it('are judged by file: the one may be the shop’s, the other not', () => {
    const market: Sale[] = sales.map(([ago, , units]) => [ago, 'MUG', units]);
    expect(demand(history(sales), history(market, 'market'), orders(sales))).toEqual({
      CUP: 9,
      TENT: 8,
      MUG: 17,
    });
  });

  it('are all there where no order is, or no history', () => {
    expect(demand(history(sales))).toEqual({ CUP: 9, TENT: 8 });
    expect(demand(orders(sales))).toEqual({ CUP: 9, TENT: 8 });
  });
});
