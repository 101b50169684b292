import { describe, expect, it } from 'vitest';
import { cancelConclusions, cancelFigures } from '../../src/evaluate/cancellations.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { line, today } from '../plan/builders.ts';
import { inWords, shipped, shown, sold, times } from './builders.ts';

const nobody = () => false;
const record = (lines: readonly OrderLine[], isRefunded: (one: OrderLine) => boolean = nobody) => ({
  today,
  lines,
  sales: sold(lines, {
    statuses: [shown('2026-11-01', 'available'), shown('2026-11-08', 'backorder')],
  }),
  isRefunded,
});

/** Ordered on a day of November, cancelled so many days later. */
const cancelled = (ordered: number, days: number, more = {}) =>
  shipped(ordered, undefined, {
    cancelledQuantity: 1,
    cancelledAt: `2026-11-${String(ordered + days).padStart(2, '0')}`,
    ...more,
  });

describe('cancellations', () => {
  const lines = [
    ...times(2, () => shipped(2, 6, { quantity: 3 })),
    { ...cancelled(2, 4), orderId: '#3' },
    { ...cancelled(9, 10), orderId: '#4' },
  ];

  it('are units of units by status, and units of the days that units waited', () => {
    const figures = cancelFigures(record(lines)).filter(({ measure }) => measure !== 'refunded');
    // Waits: twice 3 units for 4 days, one for 4, one for 10: 24 + 4 + 10 unit days, 3 of these in the second week.
    expect(inWords(figures)).toEqual([
      'cancelled all 0.25 of 8',
      'cancelled status available 0.1429 of 7',
      'cancelled status backorder 1 of 1',
      'cancelled-per-day all 0.0526 of 38',
      'cancelled-per-day wait 0-7 days 0.0286 of 35',
      'cancelled-per-day wait 8-14 days 0.3333 of 3',
    ]);
  });

  it('beside them stand refunds, by status and by how long the line had waited', () => {
    const isRefunded = ({ orderId }: OrderLine) => orderId === '#1';
    const figures = cancelFigures(record(lines, isRefunded));
    expect(inWords(figures.filter(({ measure }) => measure === 'refunded'))).toEqual([
      'refunded all 0.375 of 8',
      'refunded status available 0.4286 of 7',
      'refunded status backorder 0 of 1',
      'refunded wait 0-7 days 0.4286 of 7',
      'refunded wait 8-14 days 0 of 1',
    ]);
  });

  it('have no pace in a file that does not tell when units left, and its lines no wait', () => {
    const left = { ...shipped(2, undefined, { fulfilledQuantity: 1 }), orderId: '#5' };
    expect(inWords(cancelFigures(record([left, { ...cancelled(2, 1), orderId: '#6' }])))).toEqual([
      'cancelled all 0.5 of 2',
      'cancelled status available 0.5 of 2',
      'cancelled-per-day all – of 0 (nothing-known)',
      'refunded all – of 0 (nothing-known)',
    ]);
  });

  it('are of exports that ever told of one', () => {
    const told = cancelled(2, 1, { progressSource: 'a' });
    const other = shipped(2, 4, { progressSource: 'b' });
    const gone = shipped(2, 3, { progressSource: 'a', leftUnseen: true });
    const lines = [told, other, gone].map((one, i) => ({ ...one, orderId: `#${i}` }));
    const figures = inWords(cancelFigures(record(lines)));
    expect(figures.slice(0, 3)).toEqual([
      'cancelled all 1 of 1',
      'cancelled status available 1 of 1',
      // Of a the day on which one of two left is not known.
      'cancelled-per-day all – of 0 (nothing-known)',
    ]);
    expect(inWords(cancelFigures(record([other])))[0]).toBe('cancelled all – of 0 (nothing-known)');
  });

  it('of nothing are no rate', () => {
    expect(inWords(cancelFigures(record([])))).toEqual([
      'cancelled all – of 0 (nothing-known)',
      'cancelled-per-day all – of 0 (nothing-known)',
      'refunded all – of 0 (nothing-known)',
    ]);
  });
});

describe('what is concluded of cancellations', () => {
  const kinds = (lines: readonly OrderLine[]) =>
    cancelConclusions(record(lines), 30).map(({ kind }) => kind);
  const waiting = (count: number) => times(count, () => shipped(2, 6));

  it('takes ten cancelled lines', () => {
    expect(kinds([...waiting(50), ...times(9, () => cancelled(2, 2))])).toEqual([]);
    const [pace] = cancelConclusions(
      record([...waiting(85), ...times(10, () => cancelled(2, 2))]),
      30,
    );
    // 10 units of 85 × 4 + 10 × 2 unit days.
    expect(pace).toMatchObject({ kind: 'cancel-pace', units: 10, within: undefined });
    expect(pace?.kind === 'cancel-pace' && pace.perDay).toBeCloseTo(10 / 360, 12);
  });

  it('tells the share of a wait only where enough waited so long', () => {
    const [pace] = cancelConclusions(
      record([...times(100, () => shipped(2, 9)), ...times(10, () => cancelled(2, 2))]),
      30,
    );
    const perDay = 10 / 720;
    expect(pace).toMatchObject({ within: { days: 7, share: 1 - Math.exp(-7 * perDay) } });
  });

  it('finds the wait from which customers lose patience, beyond chance', () => {
    const lines = [
      ...times(200, () => shipped(1, 7)),
      ...times(12, () => cancelled(1, 2)),
      ...times(20, () => cancelled(1, 9)),
    ];
    const found = cancelConclusions(record(lines), 30).find(({ kind }) => kind === 'cancel-faster');
    expect(found).toMatchObject({ after: 7, configured: 30 });
    expect(
      kinds([...times(200, () => shipped(1, 12)), ...times(12, () => cancelled(1, 9))]),
    ).not.toContain('cancel-faster');
  });

  it('tells that lines sold ahead are cancelled more often only where it is no chance', () => {
    const ahead = (count: number) => times(count, () => cancelled(9, 2));
    expect(kinds([...times(60, () => shipped(2, 4)), ...ahead(12)])).toContain('ahead-cancelled');
    expect(kinds([...times(30, () => cancelled(2, 2)), ...ahead(12)])).not.toContain(
      'ahead-cancelled',
    );
  });
});

it('an open line waits as long as the newest export tells', () => {
  const open = line({ orderedAt: '2026-11-09', progressAsOf: today });
  expect(inWords(cancelFigures(record([open, cancelled(2, 2)])))).toContain(
    'cancelled-per-day all 0.0625 of 16',
  );
});
