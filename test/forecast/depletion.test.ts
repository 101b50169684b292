import { describe, expect, it } from 'vitest';
import type { StockRecord } from '../../src/forecast/availability.ts';
import { depletionOf } from '../../src/forecast/depletion.ts';
import { addDays } from '../../src/model/day.ts';
import { runsOut } from '../../src/plan/stockout.ts';
import { offer, plannedSku, sku, today } from '../plan/builders.ts';
import { historyOf } from './builders.ts';

/** A supplier's counts of each day, the oldest first. */
function counts(levels: readonly number[], exact = true): StockRecord {
  const ago = levels.map((_, i) => levels.length - i);
  return {
    supplier: 'acme',
    fileDays: ago,
    runs: levels.map((units, i) => ({ from: ago[i] ?? 0, to: ago[i] ?? 0, units, exact })),
    keeps: false,
    holdsDays: 8,
    isShared: false,
  };
}

/** From 100 down by three a day. */
const falling = Array.from({ length: 21 }, (_, i) => 100 - 3 * i);

describe('how fast the stock of suppliers falls', () => {
  it('is told where our own orders do not explain it', () => {
    expect(depletionOf([counts(falling)], undefined)).toEqual({
      ratePerDay: 3,
      units: 60,
      ours: 0,
      days: 20,
    });
    expect(depletionOf([counts(falling)], historyOf([1, 0, 1]))).toMatchObject({ ours: 2 });
  });

  it('is not where they do', () => {
    expect(
      depletionOf([counts(falling)], historyOf(new Array<number>(30).fill(3))),
    ).toBeUndefined();
    // Seven against four may be chance.
    const slow = falling.map((_, i) => 50 - Math.floor(i / 3));
    const ours = falling.map((_, i) => (i % 5 === 0 ? 1 : 0));
    expect(depletionOf([counts(slow)], historyOf(ours))).toBeUndefined();
  });

  it('is not told of days of which no export tells: the units may have been ours', () => {
    const ours = [3, 3, 3, 3, 3, ...new Array<number>(16).fill(0)];
    const history = historyOf(ours);
    expect(depletionOf([counts(falling)], history)).toMatchObject({ units: 60 });
    const untold = Array.from({ length: 16 }, (_, i) => i + 5);
    expect(depletionOf([counts(falling)], { ...history, untold })).toBeUndefined();
    // One of twenty falls is over such a day.
    const one = { ...historyOf(new Array<number>(21).fill(0)), untold: [19] };
    expect(depletionOf([counts(falling)], one)).toMatchObject({ units: 57, days: 19 });
  });

  it('leaves out deliveries, empty shelves and what is no count', () => {
    const delivered = falling.map((units, i) => (i < 10 ? units : units + 500));
    expect(depletionOf([counts(delivered)], undefined)).toMatchObject({ units: 57, days: 19 });
    const emptied = [...falling, ...new Array<number>(20).fill(0)];
    expect(depletionOf([counts(emptied)], undefined)?.days).toBe(21);
    expect(depletionOf([counts(falling, false)], undefined)).toBeUndefined();
  });

  it('wants more than a correction or a few days', () => {
    expect(depletionOf([counts(falling.slice(0, 10))], undefined)).toBeUndefined();
    const corrected = falling.map((_, i) => (i < 10 ? 100 : 40));
    expect(depletionOf([counts(corrected)], undefined)).toBeUndefined();
  });

  it('is not told by one large correction and a unit here and there', () => {
    const levels = [
      ...new Array<number>(10).fill(100),
      ...new Array<number>(10).fill(60),
      59,
      58,
      57,
    ];
    const ours = levels.map((_, i) => (i % 5 === 0 ? 1 : 0));
    expect(depletionOf([counts(levels)], historyOf(ours))).toBeUndefined();
  });

  it('is not told of an article that stands for several of our SKUs', () => {
    expect(depletionOf([{ ...counts(falling), isShared: true }], undefined)).toBeUndefined();
  });

  it('adds up over suppliers', () => {
    expect(depletionOf([counts(falling), counts(falling)], undefined)?.ratePerDay).toBe(6);
  });
});

describe('the stockout of what others buy', () => {
  it('is that of the supplier, even of what we never sold', () => {
    const days = falling.map((_, i) => addDays(today, i - falling.length));
    const planned = plannedSku({
      offers: [offer({ quantity: 30 })],
      more: {
        memory: {
          files: new Map([['acme', { days, coverage: 'full' }]]),
          offers: falling.map((quantity, i) => ({
            supplier: 'acme',
            sku: sku('X'),
            supplierSku: 'X',
            since: days[i] ?? today,
            seen: days[i] ?? today,
            offer: { quantity, quantityKind: 'exact', restocks: [], discontinued: false },
          })),
          statuses: [],
        },
      },
    });
    expect(planned.drain).toMatchObject({ driver: 'supplier-depletion' });
    // Three a day of thirty: ten days, or a little more as often as not.
    const day = runsOut(planned, 0.5, today) ?? '';
    expect(day >= '2026-12-02' && day <= '2026-12-04').toBe(true);
    expect(planned.forecast).toBeUndefined();
  });
});
