import { describe, expect, it } from 'vitest';
import { perfectOrderConclusions, perfectOrderFigures } from '../../src/evaluate/perfect-orders.ts';
import { takeUpConclusions, takeUpFigures } from '../../src/evaluate/preorders.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { day, today } from '../plan/builders.ts';
import { inWords, shipped, shown, sold, times } from './builders.ts';

describe('a perfect order', () => {
  const of = (lines: readonly OrderLine[]) => ({
    today,
    sales: sold(lines),
    isRefunded: ({ paymentState }: OrderLine) => paymentState === 'refunded',
    isReturned: ({ returnedQuantity }: OrderLine) => returnedQuantity > 0,
  });
  const figures = (...lines: OrderLine[]) => inWords(perfectOrderFigures(of(lines)));

  it('has left in full and in time, and nothing came back or was cancelled', () => {
    expect(figures(shipped(2, 4))).toEqual(['perfect-orders all 1 of 1']);
    const flawed = (one: OrderLine) => figures(one).slice(1);
    expect(flawed(shipped(2, 5))).toEqual(['imperfect-orders cause late 1 of 1']);
    expect(flawed(shipped(2, 4, { returnedQuantity: 1 }))).toEqual([
      'imperfect-orders cause returned 1 of 1',
    ]);
    expect(flawed(shipped(2, 4, { paymentState: 'refunded' }))).toEqual([
      'imperfect-orders cause refunded 1 of 1',
    ]);
    const part = {
      quantity: 2,
      fulfilledQuantity: 1,
      cancelledQuantity: 1,
      cancelledAt: '2026-11-03',
    };
    expect(flawed(shipped(2, 4, part))).toEqual(['imperfect-orders cause cancelled 1 of 1']);
  });

  it('is as good as its worst line, and counts when the dates of all are over', () => {
    const second = { lineId: '2' };
    expect(figures(shipped(2, 4), shipped(2, 6, second))[0]).toBe('perfect-orders all 0 of 1');
    expect(figures(shipped(2, 4), shipped(20, 20, second))[0]).toBe(
      'perfect-orders all – of 0 (nothing-known)',
    );
  });

  it('is not judged while nobody tells of one of its lines', () => {
    const untold = shipped(2, undefined, { lineId: '2', fulfilledQuantity: 1 });
    expect(figures(shipped(2, 4), untold)).toEqual(['perfect-orders all – of 0 (unknown-fate)']);
  });

  it('has no share where nobody tells of more than one order in ten', () => {
    const untold = { ...shipped(2, undefined, { progressAsOf: day('2026-11-03') }), orderId: '#x' };
    const perfect = (count: number) => figures(...times(count, () => shipped(2, 4)), untold);
    expect(perfect(9)).toEqual(['perfect-orders all 1 of 9 (unknown-fate)']);
    expect(perfect(8)).toEqual(['perfect-orders all – of 8 (unknown-fate)']);
  });

  it('is not judged by cancellations alone, where a file tells of those but not when units left', () => {
    const gone = shipped(2, undefined, { cancelledQuantity: 1, cancelledAt: '2026-11-03' });
    const left = times(3, () => shipped(2, undefined, { fulfilledQuantity: 1 }));
    expect(figures(gone)[0]).toBe('perfect-orders all 0 of 1');
    expect(figures(...left, { ...gone, orderId: '#9' })).toEqual([
      'perfect-orders all – of 0 (unknown-fate)',
    ]);
  });

  it('lacks most often what most imperfect orders lack, of 20 and more', () => {
    const lines = (count: number) => times(count, (i) => shipped(2, i < 6 ? 6 : 4));
    expect(perfectOrderConclusions(of(lines(20)))).toEqual([
      { kind: 'imperfect', perfect: 14, orders: 20, flaw: 'late', flawed: 6 },
    ]);
    expect(perfectOrderConclusions(of(lines(19)))).toEqual([]);
  });
});

describe('take-up', () => {
  // In stock for ten days, to be had later for the ten after.
  const statuses = [shown('2026-11-03', 'available'), shown('2026-11-13', 'preorder')];
  const record = (inStock: number, ahead: number) => ({
    today,
    statuses,
    sales: sold(
      [...times(inStock, () => shipped(5, 6)), ...times(ahead, () => shipped(15, undefined))],
      { statuses },
    ),
  });

  it('is how often the same articles sell ahead, by how often they sell in stock', () => {
    expect(inWords(takeUpFigures(record(30, 12)))).toEqual(['take-up status preorder 0.4 of 10']);
    expect(inWords(takeUpFigures(record(0, 12)))).toEqual([
      'take-up status preorder – of 10 (nothing-known)',
    ]);
  });

  it('ends with the newest export', () => {
    const whole = record(30, 12);
    const asOf = day('2026-11-18');
    const sales = whole.sales.map((one) => ({ ...one, line: { ...one.line, asOf } }));
    // 12 in five days, where 15 would have been sold in stock.
    expect(inWords(takeUpFigures({ ...whole, sales }))).toEqual([
      'take-up status preorder 0.8 of 5',
    ]);
  });

  it('is not told of articles that were never seen in both states', () => {
    const only = [shown('2026-11-03', 'preorder')];
    expect(takeUpFigures({ today, statuses: only, sales: [] })).toEqual([]);
  });

  it('is concluded to be low where chance cannot make it so', () => {
    expect(takeUpConclusions(record(30, 8))).toMatchObject([
      { kind: 'take-up', status: 'preorder' },
    ]);
    expect(takeUpConclusions(record(30, 20))).toEqual([]);
    expect(takeUpConclusions(record(19, 1))).toEqual([]);
  });
});
