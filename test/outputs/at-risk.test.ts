import { describe, expect, it } from 'vitest';
import { atRisk } from '../../src/outputs/report/figures.ts';
import { type LineSketch, line, planOf, sku } from '../plan/builders.ts';

/** What is at risk of open orders of things that nobody has: units, amount, how it is counted. */
function unfillable(sketches: readonly LineSketch[], kits: Parameters<typeof planOf>[0] = {}) {
  const lines = sketches.map((sketch, i) => line({ orderId: `#${i + 1}`, ...sketch }));
  const [first] = atRisk(planOf({ lines, offers: [], ...kits }), undefined, 'USD');
  return [first?.units, first?.amount, first?.how];
}

const counted = 'units × price of the order';

describe('money at risk', () => {
  it('is in the shop’s currency: other prices are left out, and that is said', () => {
    expect(
      unfillable([
        { quantity: 2, unitPrice: 10, currency: 'USD' },
        { quantity: 3, unitPrice: 99, currency: 'EUR', sku: 'Y' },
      ]),
    ).toEqual([5, 20, `${counted}; 3 without a price are not in it`]);
  });

  it('takes the price of the last sale where an order states none in that currency', () => {
    expect(
      unfillable([
        { quantity: 2, unitPrice: 10, currency: 'USD' },
        { quantity: 3, unitPrice: 99, currency: 'EUR' },
      ]),
    ).toEqual([5, 50, counted]);
  });

  it('is blank where no price is known, and nothing where nothing is at risk', () => {
    expect(unfillable([{ quantity: 2 }])).toEqual([
      2,
      undefined,
      `${counted}; 2 without a price are not in it`,
    ]);
    expect(unfillable([])).toEqual([0, 0, counted]);
  });

  it('counts a kit once, at its own price, however many parts it lacks', () => {
    const kits = new Map([
      [
        sku('KIT'),
        [
          { sku: sku('A'), quantity: 2 },
          { sku: sku('B'), quantity: 1 },
        ],
      ],
    ]);
    expect(
      unfillable([{ sku: 'KIT', quantity: 3, unitPrice: 40, currency: 'USD' }], {
        more: { kits },
      }),
    ).toEqual([3, 120, counted]);
  });
});
