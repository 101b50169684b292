import { describe, expect, it } from 'vitest';
import { patienceOf } from '../../src/plan/strategy/patience.ts';
import { day, type LineSketch, line, today } from './builders.ts';

// The day is 2026-11-23. What is assumed is one of ten in 30 days: −ln 0.9 ÷ 30 = 0.0035120 a day; it weighs as much as
// ten units that wait through a class, so 70, 70, 160, 300 and 600 unit-days.

/** Units ordered on a day, nothing told of them yet. */
function ordered(on: string, quantity: number, more: LineSketch = {}) {
  return line({ orderedAt: `${on}T09:00:00`, quantity, ...more });
}

const shipped = (on: string, fulfilledAt: string, units: number) =>
  ordered(on, units, { fulfilledAt, fulfilledQuantity: units });
const cancelled = (on: string, cancelledAt: string, units: number, of = units) =>
  ordered(on, of, { cancelledAt, cancelledQuantity: units });
const open = (on: string, units: number, progressAsOf = '2026-11-23') =>
  ordered(on, units, { progressAsOf: day(progressAsOf) });

const past = [
  shipped('2026-10-01', '2026-10-03', 100),
  cancelled('2026-10-01', '2026-10-06', 4),
  shipped('2026-10-01', '2026-10-11', 6),
  cancelled('2026-10-01', '2026-10-13', 2),
  open('2026-11-03', 3),
];

describe('how long customers wait', () => {
  it('is assumed where nothing tells: one of ten cancels in 30 days', () => {
    const { cancelled: share, proven } = patienceOf([], today);
    expect(share(0)).toBe(0);
    expect(share(30)).toBeCloseTo(0.1, 12);
    expect(share(60)).toBeCloseTo(0.19, 12);
    expect(share(90)).toBeCloseTo(0.271, 12);
    expect(proven(90)).toBe(0);
  });

  it('counts units and the days they waited in each class, those shipped and open too', () => {
    // Within 7 days: 100 × 2 + 4 × 5 + (6 + 2 + 3) × 7; to 14: 6 × 3 + 2 × 5 + 3 × 7; to 30: 3 × 6.
    expect(patienceOf(past, today).classes).toMatchObject([
      { from: 0, to: 7, waited: 115, cancelled: 4, unitDays: 297 },
      { from: 7, to: 14, waited: 11, cancelled: 2, unitDays: 49 },
      { from: 14, to: 30, waited: 3, cancelled: 0, unitDays: 18 },
      { from: 30, to: 60, waited: 0, cancelled: 0, unitDays: 0 },
      { from: 60, to: undefined, waited: 0, cancelled: 0, unitDays: 0 },
    ]);
  });

  it('is the share that cancels on the way: by hand', () => {
    // A day: (4 + 70 × 0.0035120) ÷ 367 = 0.0115690, 2.245841 ÷ 119 = 0.0188726, 0.561923 ÷ 178 = 0.0031569, then 0.0035120.
    const { cancelled: share } = patienceOf(past, today);
    expect(share(3)).toBeCloseTo(1 - Math.exp(-3 * 0.011569), 6);
    expect(share(7)).toBeCloseTo(0.07779, 4);
    expect(share(14)).toBeCloseTo(0.191918, 4);
    expect(share(20)).toBeCloseTo(1 - Math.exp(-7 * 0.011569 - 7 * 0.0188726 - 6 * 0.0031569), 5);
    expect(share(40)).toBeCloseTo(
      1 - Math.exp(-7 * 0.011569 - 7 * 0.0188726 - 16 * 0.0031569 - 10 * 0.003512),
      5,
    );
  });

  it('is proven by classes with ten units on record', () => {
    const { proven } = patienceOf(past, today);
    expect(proven(14)).toBeCloseTo(0.191918, 4);
    expect(proven(100)).toBe(proven(14));
  });

  it('puts a wait of 7 days into the first class and one of 8 into the second', () => {
    const { upTo } = patienceOf([], today);
    expect([0, 7, 8, 14, 15, 30, 31, 60, 61, 400].map((days) => upTo(days).at(-1)?.from)).toEqual([
      0, 0, 7, 7, 14, 14, 30, 30, 60, 60,
    ]);
    const seventh = patienceOf([cancelled('2026-10-01', '2026-10-08', 1)], today).classes;
    expect(seventh.map((own) => own.cancelled)).toEqual([1, 0, 0, 0, 0]);
    const eighth = patienceOf([cancelled('2026-10-01', '2026-10-09', 1)], today).classes;
    expect(eighth.map((own) => own.cancelled)).toEqual([0, 1, 0, 0, 0]);
  });

  it('takes a cancellation on the day of the order for half a day of waiting', () => {
    expect(patienceOf([cancelled('2026-10-01', '2026-10-01', 2)], today).classes[0]).toMatchObject({
      waited: 2,
      cancelled: 2,
      unitDays: 1,
    });
  });

  it('takes parcels, cancellations and what is open of one line each for itself', () => {
    const one = ordered('2026-11-13', 6, {
      fulfilledQuantity: 2,
      fulfilledAt: '2026-11-15',
      parcels: [{ units: 2, day: day('2026-11-15'), place: { file: 'parcels.csv' } }],
      cancelledQuantity: 1,
      cancelledAt: '2026-11-18',
      progressAsOf: day('2026-11-22'),
    });
    // 2 × 2 + 1 × 5 + 3 × 7, and the three that are open for 2 days more, as of the export of the 22nd.
    expect(patienceOf([one], today).classes.slice(0, 2)).toMatchObject([
      { waited: 6, cancelled: 1, unitDays: 30 },
      { waited: 3, cancelled: 0, unitDays: 6 },
    ]);
  });

  it.each([
    [
      'was never paid',
      ordered('2026-10-01', 5, { paymentState: 'voided', cancelledAt: '2026-10-05' }),
    ],
    ['names no order', { ...shipped('2026-10-01', '2026-10-02', 5), orderId: '' }],
    ['says not when it was cancelled', ordered('2026-10-01', 5, { cancelledQuantity: 5 })],
    ['says not when it was shipped', ordered('2026-10-01', 5, { fulfilledQuantity: 5 })],
    ['is of an export that tells nothing of shipping', ordered('2026-10-01', 5)],
  ])('learns nothing from a line that %s', (_, own) => {
    expect(patienceOf([own], today).classes[0]).toMatchObject({ waited: 0, unitDays: 0 });
  });

  it('learns nothing from a file that tells when units were cancelled, but not when they left', () => {
    const undated = (units: number) => ordered('2026-10-01', units, { fulfilledQuantity: units });
    const known = [
      shipped('2026-10-01', '2026-10-03', 90),
      cancelled('2026-10-01', '2026-10-02', 3),
    ];
    const first = (...lines: readonly ReturnType<typeof line>[]) =>
      patienceOf(lines, today).classes[0];
    // Ten units of a hundred is what a file may leave out.
    expect(first(...known, undated(10))).toMatchObject({ waited: 93, cancelled: 3 });
    expect(first(...known, undated(11))).toMatchObject({ waited: 0, cancelled: 0 });
    // Each file for itself.
    const older = { ...undated(500), place: { file: 'older.csv' } };
    const gone = { ...cancelled('2026-10-01', '2026-10-02', 9), place: { file: 'older.csv' } };
    expect(first(...known, older, gone)).toMatchObject({ waited: 93, cancelled: 3 });
  });

  it('knows nothing of what comes after the day', () => {
    const later = ordered('2026-11-20', 5, {
      cancelledQuantity: 5,
      cancelledAt: '2026-11-25',
      progressAsOf: day('2026-11-26'),
    });
    expect(patienceOf([later], today).classes[0]).toMatchObject({
      ...{ waited: 5, cancelled: 0, unitDays: 15 },
    });
  });
});
