import { describe, expect, it } from 'vitest';
import { tellsShipDays } from '../../src/model/told.ts';
import { day, type LineSketch, line } from '../plan/builders.ts';

const today = day('2026-11-23');
const from = (file: string, sketch: LineSketch) =>
  line({ progressSource: 'shop', place: { file, line: 2 }, ...sketch });
const left = (file: string, fulfilledAt?: string, sketch: LineSketch = {}) =>
  from(file, { fulfilledQuantity: 1, ...(fulfilledAt && { fulfilledAt }), ...sketch });

describe('exports that tell when units left', () => {
  it('are judged as one source: a file with cancelled lines alone does not tell by itself', () => {
    const cancelled = from('orders-2026-11-01.csv', { cancelledQuantity: 1 });
    const lines = [cancelled, ...['2', '3'].map((n) => left(`orders-2026-11-0${n}.csv`))];
    expect(tellsShipDays(lines, today)(cancelled)).toBe(false);
    const others = lines.map((one) => ({ ...one, progressSource: one.place.file }));
    expect(others.map(tellsShipDays(others, today))).toEqual([true, false, false]);
  });

  it('may leave out the day of one unit in ten', () => {
    const dated = Array.from({ length: 9 }, () => left('a.csv', '2026-11-20'));
    const one = [...dated, left('a.csv')];
    expect(one.every(tellsShipDays(one, today))).toBe(true);
    const two = [...dated, left('a.csv', undefined, { quantity: 2, fulfilledQuantity: 2 })];
    expect(two.some(tellsShipDays(two, today))).toBe(false);
  });

  it('are not lists of open orders, which tell only that a line was gone', () => {
    const gone = left('open.csv', '2026-11-20', { leftUnseen: true });
    expect(tellsShipDays([gone], today)(gone)).toBe(false);
  });
});
