import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Holding, stockoutDay } from '../../src/forecast/stockout.ts';
import { addDays, daysBetween } from '../../src/model/day.ts';
import { daysOfCover, runsOut, runsOutNext } from '../../src/plan/stockout.ts';
import { line, offer, plannedSku, sku, terms, today } from '../plan/builders.ts';
import { forecastOf } from './builders.ts';

const someForecast = fc
  .tuple(
    fc.double({ min: 0.01, max: 20, noNaN: true }),
    fc.double({ min: 0.2, max: 5, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([rate, a, b]) => forecastOf(rate, { a, b }));
const someUnits = fc.integer({ min: -5, max: 200 });
const someIncoming = fc
  .array(fc.record({ ahead: fc.nat(90), units: fc.integer({ min: 1, max: 60 }) }), { maxLength: 3 })
  .map((all) => all.toSorted((a, b) => a.ahead - b.ahead));

/** No such day is later than any. */
const orNever = (day: number | undefined) => day ?? Number.POSITIVE_INFINITY;

describe('the day by whose end the stock is gone', () => {
  it('is not later for a smaller probability', () => {
    fc.assert(
      fc.property(someForecast, someUnits, someIncoming, (forecast, units, incoming) => {
        const [early, middle, late] = [0.1, 0.5, 0.9].map((level) =>
          orNever(stockoutDay({ units, incoming }, forecast, level)),
        );
        expect(early).toBeLessThanOrEqual(middle ?? 0);
        expect(middle).toBeLessThanOrEqual(late ?? 0);
      }),
    );
  });

  it('is not earlier with more stock, on hand or to come', () => {
    fc.assert(
      fc.property(someForecast, someUnits, someIncoming, (forecast, units, incoming) => {
        const of = (holding: Holding) => orNever(stockoutDay(holding, forecast, 0.5));
        const plain = of({ units, incoming });
        expect(of({ units: units + 1, incoming })).toBeGreaterThanOrEqual(plain);
        expect(of({ units, incoming: incoming.slice(1) })).toBeLessThanOrEqual(plain);
      }),
    );
  });

  it('is the first of all days, looked at one by one', () => {
    fc.assert(
      fc.property(someForecast, fc.integer({ min: 1, max: 60 }), (forecast, units) => {
        const holding = { units, incoming: [] };
        const found = stockoutDay(holding, forecast, 0.5);
        const first = Array.from({ length: 365 }, (_, i) => i + 1).find(
          (day) => stockoutDay(holding, forecast, 0.5, day) === day,
        );
        expect(found).toBe(first);
      }),
      { numRuns: 30 },
    );
  });

  it('is today where nothing is left, and never where nothing is asked for', () => {
    expect(stockoutDay({ units: 0, incoming: [] }, forecastOf(1, { a: 1, b: 0 }), 0.9)).toBe(1);
    expect(
      stockoutDay({ units: 3, incoming: [] }, forecastOf(0, { a: 1, b: 0 }), 0.1),
    ).toBeUndefined();
  });

  it('is put off by what comes in before it, not by what comes after', () => {
    // One a day, sure as Poisson: ten units are gone on the tenth day or near it.
    const forecast = forecastOf(1, { a: 1, b: 0 });
    const of = (incoming: Holding['incoming'], from?: number) =>
      stockoutDay({ units: 10, incoming }, forecast, 0.5, from);
    expect(of([])).toBe(10);
    expect(of([{ ahead: 5, units: 10 }])).toBe(20);
    expect(of([{ ahead: 30, units: 40 }])).toBe(10);
    expect(of([{ ahead: 30, units: 40 }], 31)).toBe(50);
    // There for today's customers already.
    expect(of([{ ahead: 0, units: 10 }])).toBe(20);
  });
});

describe('the stockout in the plan', () => {
  /** Two of X sold a day for ninety days. */
  const lines = Array.from({ length: 90 }, (_, i) =>
    line({
      orderedAt: addDays(today, -1 - i),
      quantity: 2,
      orderId: `#${i}`,
      fulfilledQuantity: 2,
      fulfilledAt: addDays(today, -1 - i),
    }),
  );
  const open = line({ orderedAt: addDays(today, -1), quantity: 4, orderId: '#open' });

  it('is that of what open orders leave', () => {
    const day = (own: typeof lines) =>
      runsOut(plannedSku({ offers: [offer({ quantity: 40 })], lines: own }), 0.5, today);
    // On the twentieth day forty are expected, but demand is skew: half the time it is less.
    expect(day(lines)).toBe('2026-12-13');
    expect(day([...lines, open])).toBe('2026-12-11');
    expect(daysOfCover(plannedSku({ offers: [offer({ quantity: 40 })], lines }))).toBeCloseTo(
      20,
      1,
    );
  });

  it('tells of the next one, after what is known to come', () => {
    const planned = plannedSku({
      offers: [offer({ quantity: 10, restocks: ['2026-12-10 x 60'] })],
      lines,
      terms: [terms('acme', { slipDays: 3 })],
    });
    expect(runsOut(planned, 0.5, today)).toBe('2026-11-28');
    const next = runsOutNext(planned, today);
    // Seventy units in all are expected to be gone on the thirty-fifth day, half the time some days later.
    expect(next?.arrival).toBe('2026-12-13');
    expect(orNever(daysBetween(today, next?.day ?? today))).toBeGreaterThanOrEqual(35);
    expect(orNever(daysBetween(today, next?.day ?? today))).toBeLessThan(40);
  });

  it('does not count on goods of unknown quantity', () => {
    const planned = plannedSku({
      offers: [offer({ quantity: 10, restocks: ['2026-11-24'] })],
      lines,
    });
    expect(runsOut(planned, 0.5, today)).toBe('2026-11-28');
    expect(runsOutNext(planned, today)).toBeUndefined();
  });

  it('of what was never sold is no day', () => {
    expect(runsOut(plannedSku({ offers: [offer({ quantity: 10 })] }), 0.1, today)).toBeUndefined();
  });
});

describe('a stockout that tells nothing', () => {
  const sold = Array.from({ length: 60 }, (_, i) =>
    line({ orderedAt: addDays(today, -1 - i), orderId: `#${i}`, fulfilledQuantity: 1 }),
  );

  it('is that of a kit, whose parts have the stock', () => {
    const kits = new Map([[sku('X'), [{ sku: sku('PART'), quantity: 2 }]]]);
    const planned = plannedSku({ lines: sold, more: { kits } });
    expect(runsOut(planned, 0.5, today)).toBeUndefined();
  });

  it('is that after goods which are all owed', () => {
    const owed = line({ orderedAt: addDays(today, -1), orderId: '#owed', quantity: 50 });
    const planned = plannedSku({
      lines: [...sold, owed],
      offers: [offer({ quantity: 0, restocks: ['2026-12-05 x 10'] })],
    });
    expect(runsOut(planned, 0.5, today)).toBe(today);
    expect(runsOutNext(planned, today)).toBeUndefined();
  });
});
