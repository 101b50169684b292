import { describe, expect, it } from 'vitest';
import {
  type Prediction,
  stockoutConclusions,
  stockoutFigures,
} from '../../src/evaluate/stockouts.ts';
import { day } from '../plan/builders.ts';
import { inWords } from './builders.ts';

const date = (one: number) => day(`2026-11-${String(one).padStart(2, '0')}`);

interface Sketch {
  /** The morning of the last file with some, and of the first without. */
  readonly lastIn: number;
  readonly firstOut?: number;
  readonly arrival?: number;
  readonly driver?: Prediction['driver'];
}

/** Made on the 1st: early on the 5th, middle on the 10th, late on the 20th. */
function prediction({ lastIn, firstOut, arrival, driver = 'own-orders' }: Sketch): Prediction {
  return {
    ...{ madeOn: date(1), driver, early: date(5), middle: date(10), late: date(20) },
    firstArrival: arrival === undefined ? undefined : date(arrival),
    course: { lastIn: date(lastIn), firstOut: firstOut === undefined ? undefined : date(firstOut) },
  };
}

const told = (...sketches: Sketch[]) =>
  inWords(stockoutFigures(sketches.map(prediction))).filter((one) => !one.includes('driver'));

describe('a predicted day of running out', () => {
  it('is judged by what the files of the mornings after showed', () => {
    // Gone by the end of the 3rd, the 9th, the 14th and the 24th.
    const files = [4, 10, 15, 25].map((out) => ({ lastIn: out - 1, firstOut: out }));
    expect(told(...files)).toEqual([
      'stockout-before-early all 0.25 of 4',
      'stockout-by-middle all 0.5 of 3',
      'stockout-by-late all 0.75 of 2',
      // -7, -1, 4 and 14 days off the middle date.
      'stockout-error all -1 of 4 (ran-out-only)',
    ]);
  });

  it('counts each day between two files as likely', () => {
    // Some on the morning of the 2nd, none on that of the 10th: it went from the 2nd to the 9th; three of eight are before the 5th.
    expect(told({ lastIn: 2, firstOut: 10 })[0]).toBe('stockout-before-early all 0.375 of 1');
  });

  it('counts what goods came in for as long as it was watched: half of the stretch', () => {
    const lost = { lastIn: 8 };
    const out = { lastIn: 7, firstOut: 8 };
    expect(told(lost, out)).toEqual([
      'stockout-before-early all 0 of 2',
      'stockout-by-middle all 0.6667 of 2 (cannot-be-judged)',
      'stockout-by-late all – of 0 (nothing-known)',
      'stockout-error all -3 of 1 (ran-out-only)',
    ]);
  });

  it('is not judged where it counted on goods to come', () => {
    expect(told({ lastIn: 7, firstOut: 8, arrival: 9 })).toEqual([
      'stockout-before-early all 0 of 1',
      'stockout-by-middle all – of 0 (nothing-known)',
      'stockout-by-late all – of 0 (nothing-known)',
      'stockout-error all – of 0 (nothing-known)',
    ]);
  });
});

it('that dates come too late or too soon is concluded beyond chance, by who was seen to take the stock', () => {
  const many = (count: number, sketch: Sketch) =>
    Array.from({ length: count }, () => prediction(sketch));
  const early = { lastIn: 2, firstOut: 3 };
  const right = { lastIn: 8, firstOut: 9 };
  const late = { lastIn: 25, firstOut: 26, driver: 'supplier-depletion' } as const;
  expect(stockoutConclusions([...many(10, early), ...many(15, right)])).toMatchObject([
    { kind: 'stockouts-off', driver: 'own-orders', isTooLate: true, share: 0.4, sample: 25 },
  ]);
  expect(stockoutConclusions([...many(10, early), ...many(9, right)])).toEqual([]);
  expect(stockoutConclusions([...many(3, early), ...many(22, right)])).toEqual([]);
  expect(stockoutConclusions(many(30, late))).toMatchObject([
    { driver: 'supplier-depletion', isTooLate: false, share: 0, sample: 30 },
  ]);
});
