import { describe, expect, it } from 'vitest';
import { costsView } from '../../src/outputs/supplier-costs.ts';
import { compareCosts } from '../../src/plan/compare-costs.ts';
import { marginAlert } from '../../src/suppliers/costs.ts';
import { line, type OfferSketch, offer, planOf, type Situation, terms } from '../plan/builders.ts';
import { remembered } from './evidence.ts';

const pair = [terms('acme'), terms('beta', { priority: 2 })];

function rows(situation: Situation, rules = {}) {
  const plan = planOf({ terms: pair, ...situation });
  const compared = compareCosts(plan, {
    currency: 'USD',
    maxWaitDays: 30,
    marginLimit: 0.15,
    ...rules,
  });
  return costsView(compared).rows;
}

const acme = (sketch: OfferSketch = {}) =>
  offer({ quantity: 5, unitCost: 8, currency: 'USD', ...sketch });
const beta = (sketch: OfferSketch = {}) => acme({ supplier: 'beta', unitCost: 7, ...sketch });
const sold = line({
  orderedAt: '2026-11-20',
  fulfilledQuantity: 1,
  unitPrice: 10,
  currency: 'USD',
});

describe('the cheapest source', () => {
  it('is named beside the one that serves now, with the difference', () => {
    expect(rows({ offers: [acme(), beta()], lines: [sold] })).toMatchObject([
      {
        sku: 'X',
        supplier: 'acme',
        unit_cost: 8,
        cheapest_supplier: 'beta',
        cheapest_cost: 7,
        cheapest_source: 'stock',
        saving: 1,
        price: 10,
        priced_on: '2026-11-20',
        margin: 0.2,
        cheapest_margin: 0.3,
      },
    ]);
  });

  it('is the one in use where both cost the same', () => {
    expect(rows({ offers: [acme(), beta({ unitCost: 8 })] })).toMatchObject([
      { supplier: 'acme', cheapest_supplier: 'acme', saving: 0 },
    ]);
  });

  it('must have units left, or goods that ship in time', () => {
    const none = (restocks: string[] = []) => beta({ quantity: 0, restocks });
    const cheapest = (theirs: ReturnType<typeof beta>, lines = [sold]) =>
      rows({ offers: [acme(), theirs], lines }).map((row) => [row['cheapest_source'], row['note']]);
    expect(cheapest(none())).toEqual([['stock', 'beta has none in time']]);
    // The 21st of December ships on the 23rd, the thirtieth day; the 22nd a day too late.
    expect(cheapest(none(['2026-12-21 x 5']))).toEqual([['arrival 2026-12-21', undefined]]);
    expect(cheapest(none(['2026-12-22 x 5']))).toEqual([['stock', 'beta has none in time']]);
    // All of its stock is owed to an order that it was told of.
    const owed = line({ quantity: 5, supplier: 'beta', forwardedAt: '2026-11-23' });
    expect(cheapest(beta(), [owed])).toEqual([['stock', 'beta has none in time']]);
  });

  it('is looked for in one currency; a cost without one is in the shop’s', () => {
    expect(rows({ offers: [acme(), beta({ currency: 'EUR' })] })).toMatchObject([
      { cheapest_supplier: 'acme', saving: 0, note: 'beta costs 7 EUR' },
    ]);
    expect(rows({ offers: [acme(), beta({ currency: undefined })] })).toMatchObject([
      { cheapest_supplier: 'beta', saving: 1 },
    ]);
    expect(rows({ offers: [acme({ unitCost: undefined }), beta()] })).toMatchObject([
      {
        supplier: 'acme',
        cheapest_supplier: 'beta',
        saving: undefined,
        note: 'acme states no cost',
      },
    ]);
  });

  it('is told per unit of ours', () => {
    expect(rows({ offers: [acme(), beta({ unitCost: 36, packSize: 6 })] })).toMatchObject([
      { cheapest_supplier: 'beta', cheapest_cost: 6, saving: 2 },
    ]);
  });

  it('is no question where one supplier alone has the SKU, or the other’s file is stale', () => {
    expect(rows({ offers: [acme()] })).toEqual([]);
    expect(rows({ offers: [acme(), beta({ asOf: '2026-11-01' })] })).toEqual([]);
    expect(rows({ offers: [acme(), beta()], listed: ['Y'] })).toEqual([]);
  });
});

describe('a margin alert', () => {
  const costs = (before: number, now: number, on = '2026-11-16', first = '2026-10-01') =>
    remembered({
      shown: {
        [first]: { unitCost: before, currency: 'USD' },
        [on]: { unitCost: now, currency: 'USD' },
        '2026-11-23': { unitCost: now, currency: 'USD', quantity: 5 },
      },
    });
  const alert = (memory: ReturnType<typeof costs>, now: number, rules = {}) =>
    rows({ offers: [acme({ unitCost: now })], lines: [sold], more: { memory } }, rules).map(
      (row) => [row['alert'], row['note']],
    );

  it('is given when a risen cost takes the margin below the limit', () => {
    expect(alert(costs(8.4, 8.6), 8.6)).toEqual([
      ['below-limit', 'acme rose from 8.4 to 8.6 on 2026-11-16, margin 16 % to 14 %'],
    ]);
    expect(alert(costs(8.3, 8.5), 8.5)).toEqual([]);
    expect(alert(costs(8.4, 8.6), 8.6, { marginLimit: 0.1 })).toEqual([]);
    // It was below before.
    expect(alert(costs(8.6, 8.8), 8.8)).toEqual([]);
  });

  it('or by more than five points', () => {
    expect(alert(costs(5, 5.5), 5.5)).toEqual([]);
    expect(alert(costs(5, 5.51), 5.51)).toEqual([
      ['fell', 'acme rose from 5 to 5.51 on 2026-11-16, margin 50 % to 44.9 %'],
    ]);
    expect(alert(costs(5.51, 5), 5)).toEqual([]);
    expect(marginAlert(0.35, 0.3, 0.1)).toBeUndefined();
  });

  it('adds up rises of thirty days, and forgets older ones', () => {
    const creeping = remembered({
      shown: {
        '2026-10-24': { unitCost: 5, currency: 'USD' },
        '2026-11-02': { unitCost: 5.3, currency: 'USD' },
        '2026-11-16': { unitCost: 5.6, currency: 'USD', quantity: 5 },
      },
    });
    expect(alert(creeping, 5.6)).toEqual([
      ['fell', 'acme rose from 5 to 5.6 on 2026-11-16, margin 50 % to 44 %'],
    ]);
    // Thirty days before the 23rd of November are the 24th of October.
    expect(alert(costs(5, 6, '2026-10-24'), 6)).toEqual([]);
    expect(alert(costs(5, 6, '2026-10-25'), 6)).toMatchObject([['fell', expect.anything()]]);
  });

  it('needs a price in the same currency, the latest that was paid', () => {
    const priced = (...prices: [string, number, string?][]) =>
      rows({
        offers: [acme({ unitCost: 6 }), beta()],
        lines: prices.map(([orderedAt, unitPrice, currency = 'USD']) => ({
          ...sold,
          orderedAt,
          unitPrice,
          currency,
        })),
      }).map((row) => [row['price'], row['margin']]);
    expect(priced(['2026-11-10', 10], ['2026-11-20', 12])).toEqual([[12, 0.5]]);
    expect(priced(['2026-11-10', 10], ['2026-11-20', 0])).toEqual([[10, 0.4]]);
    expect(priced(['2026-11-10', 10], ['2026-11-20', 9, 'EUR'])).toEqual([[10, 0.4]]);
    expect(priced(['2026-11-20', 9, 'EUR'])).toEqual([[undefined, undefined]]);
  });
});
