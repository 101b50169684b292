import { describe, expect, it } from 'vitest';
import { promiseConclusions, promiseFigures } from '../../src/evaluate/promises.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { day, line, terms } from '../plan/builders.ts';
import { firstSaid, inWords, shipped, shown, sold, times } from './builders.ts';

const termsOf = () => terms('acme', { dispatchDays: 2 });
const kept = (...args: Parameters<typeof sold>) =>
  sold(...args).map((sale) => [sale.due, sale.kept, sale.isUnknown]);

describe('a date', () => {
  // 2 November 2026 is a Monday: two working days after it is the 4th.
  it('is kept by what left by its day, and over only when the day is', () => {
    expect(kept([shipped(2, 4)])).toEqual([['2026-11-04', true, false]]);
    expect(kept([shipped(2, 5)])).toEqual([['2026-11-04', false, false]]);
    // Friday the 20th: Tuesday the 24th is still to come, though it has left.
    expect(kept([shipped(20, 20)])).toEqual([['2026-11-24', undefined, false]]);
  });

  it('is that of the order, else that which was shown when it was ordered, else dispatch days after it', () => {
    const promised = { promisedShipDate: day('2026-11-09') };
    expect(kept([shipped(2, 9, promised)])).toEqual([['2026-11-09', true, false]]);
    // Five days on the way.
    const delivery = { promisedDeliveryDate: day('2026-11-14') };
    expect(kept([shipped(2, 10, delivery)])).toEqual([['2026-11-09', false, false]]);
  });

  it('is broken by a line that has not left although a later export tells of it, else unknown', () => {
    expect(kept([shipped(2, undefined)])).toEqual([['2026-11-04', false, false]]);
    const untold = { progressAsOf: day('2026-11-04') };
    expect(kept([shipped(2, undefined, untold)])).toEqual([['2026-11-04', undefined, true]]);
    const undated = { fulfilledQuantity: 1 };
    expect(kept([shipped(2, undefined, undated)])).toEqual([['2026-11-04', undefined, true]]);
  });

  it('counts for nothing when all was cancelled by then, and as broken when it was cancelled later', () => {
    const cancelled = (on: string) => ({ cancelledQuantity: 1, cancelledAt: on });
    expect(kept([shipped(2, undefined, cancelled('2026-11-04'))])).toEqual([
      ['2026-11-04', undefined, false],
    ]);
    expect(kept([shipped(2, undefined, cancelled('2026-11-05'))])).toEqual([
      ['2026-11-04', false, false],
    ]);
  });

  it('is nobody’s of lines that were never paid, and of a plain history', () => {
    expect(
      sold([shipped(2, 4, { paymentState: 'voided' }), shipped(2, 4, { orderId: '' })]),
    ).toEqual([]);
  });
});

describe('dates kept', () => {
  const statuses = [shown('2026-11-01', 'available'), shown('2026-11-10', 'backorder')];
  const lines = [
    ...times(3, (i) => shipped(2, i === 0 ? 6 : 4)),
    { ...shipped(11, 12), orderId: '#9' },
    { ...shipped(3, 4, { supplier: undefined }), orderId: '#10' },
  ];
  const sales = sold(lines, {
    statuses,
    promises: [
      firstSaid('2026-11-03', 'stock'),
      firstSaid('2026-11-12', 'stated', { orderId: '#9' }),
    ],
  });

  it('are told of all, of each supplier, status and basis, each with its lines', () => {
    expect(inWords(promiseFigures(sales, termsOf))).toEqual([
      'dates-kept all 0.8 of 5',
      'days-late all 2 of 1',
      'dates-kept supplier acme 0.75 of 4',
      'days-late supplier acme 2 of 1',
      // Ordered on Monday, left on Friday: four working days; two that were shown in stock had left before a run saw them.
      'ship-days-p80 supplier acme 4 of 3',
      'dates-kept status available 0.75 of 4',
      'dates-kept status backorder 1 of 1',
      'dates-kept basis stock 0 of 1',
      'dates-kept basis stated 1 of 1',
    ]);
  });

  it('say where no run tells the status, and how many lines nobody tells of', () => {
    const figures = promiseFigures(
      sold([shipped(2, undefined, { fulfilledQuantity: 1 })]),
      termsOf,
    );
    expect(inWords(figures)).toEqual([
      'dates-kept all – of 0 (unknown-fate)',
      'days-late all – of 0',
      'dates-kept status available – of 0 (no-runs)',
    ]);
  });

  it('have no share where nobody tells of more than one line in ten', () => {
    const kept = (count: number) => times(count, () => shipped(2, 3, { progressSource: 'a' }));
    const told = { ...shipped(2, undefined, { progressAsOf: day('2026-11-03') }), orderId: '#x' };
    const of = (count: number) =>
      inWords(promiseFigures(sold([...kept(count), told], { statuses }), termsOf));
    expect(of(9)).toContain('dates-kept all 1 of 9 (unknown-fate)');
    expect(of(9)).toContain('ship-days-p80 supplier acme 1 of 9');
    expect(of(8)).toContain('dates-kept all – of 8 (unknown-fate)');
    expect(of(8)).toContain('dates-kept supplier acme – of 8 (unknown-fate)');
    expect(of(8)).toContain('ship-days-p80 supplier acme – of 0');
  });

  it('are not those of cancelled and open lines alone, where a file does not tell when units left', () => {
    const late = shipped(2, undefined, { cancelledQuantity: 1, cancelledAt: '2026-11-12' });
    const dates = (lines: readonly OrderLine[]) => inWords(promiseFigures(sold(lines), termsOf))[0];
    const broken = [late, shipped(2, undefined, { orderId: '#8' })];
    expect(dates(broken)).toBe('dates-kept all 0 of 2');
    const left = shipped(2, undefined, { fulfilledQuantity: 1, orderId: '#9' });
    expect(dates([...broken, left])).toBe('dates-kept all – of 0 (unknown-fate)');
  });

  it('are by the status that customers had seen: the run of the day counts only where it did not know the order', () => {
    const status = (promises: Parameters<typeof sold>[1]) =>
      sold([shipped(10, 11)], { statuses, ...promises })[0]?.status;
    expect(status({})).toBe('backorder');
    expect(status({ promises: [firstSaid('2026-11-10', 'stated')] })).toBe('available');
  });
});

describe('that a supplier ships later than set', () => {
  const of = (late: number, inTime: number) => {
    const lines = times(late + inTime, (i) => shipped(2, i < late ? 6 : 4));
    const promises = lines.map(({ orderId }) => firstSaid('2026-11-03', 'stock', { orderId }));
    return promiseConclusions(sold(lines, { promises }), termsOf);
  };

  it('is concluded where four of five are out of reach of what the sample stands for', () => {
    expect(of(12, 12)).toEqual([
      { kind: 'ships-later', supplier: 'acme', days: 4, kept: 12, lines: 24, configured: 2 },
    ]);
  });

  it('is not concluded of few lines, nor where it may be chance', () => {
    expect(of(10, 5)).toEqual([]);
    expect(of(6, 18)).toEqual([]);
  });
});

it('estimates that are missed too often are told, by what they rested on', () => {
  const lines = times(20, (i) => shipped(2, i < 10 ? 9 : 4));
  const promises = lines.map(({ orderId }) => firstSaid('2026-11-03', 'learned', { orderId }));
  expect(promiseConclusions(sold(lines, { promises }), termsOf)).toEqual([
    { kind: 'estimates-missed', basis: 'learned', kept: 10, lines: 20 },
  ]);
});

it('an open line without an order is no sale', () => {
  expect(sold([line({ orderId: '' })])).toEqual([]);
});
