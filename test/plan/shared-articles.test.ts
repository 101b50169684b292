import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipsOfSku } from '../../src/plan/flips/flips.ts';
import { makePlan } from '../../src/plan/plan.ts';
import {
  inputOf,
  line,
  matchingBy,
  offer,
  partsOf,
  plannedSku,
  planOf,
  type Situation,
  sku,
  terms,
  today,
  verdictInWords,
} from './builders.ts';

/** Pieces in each: acme counts pairs, of which PAIR is one, MUG half of one, and SIX three. */
const pieces = { MUG: 1, PAIR: 2, SIX: 6 } as const;

const units = {
  MUG: { numerator: 2, denominator: 1 },
  PAIR: { numerator: 1, denominator: 1 },
  SIX: { numerator: 1, denominator: 3 },
};

const names = ['MUG', 'PAIR', 'SIX'] as const;
const skuMap = names.map((name) => ({
  supplier: 'acme',
  supplierSku: 'A-1',
  sku: sku(name),
  units: units[name],
}));

/** A shop whose three SKUs are one article of acme, of which it has so many pairs. */
function shop(pairs: number, own: Situation, ...restocks: string[]): Situation {
  return {
    terms: [terms('acme', { buffer: { kind: 'units', units: 0 } })],
    offers: [offer({ sku: 'A-1', quantity: pairs, restocks })],
    ...own,
    more: { matching: matchingBy({ skuMap }), ...own.more },
  };
}

const order = (name: string, quantity: number, id = 1) =>
  line({ sku: name, quantity, orderId: `#${id}`, orderedAt: `2026-11-${10 + id}` });

const all = (situation: Situation) =>
  names.map((name) => verdictInWords(plannedSku(situation, name)).split(' ').slice(0, 4).join(' '));

describe('SKUs that are one article', () => {
  it('are each sold as often as its pieces make them', () => {
    expect(all(shop(6, {}))).toEqual([
      'available in-stock sell 12',
      'available in-stock sell 6',
      'available in-stock sell 2',
    ]);
  });

  it('have what orders of the others leave of it', () => {
    expect(all(shop(6, { lines: [order('MUG', 5)] }))).toEqual([
      'available in-stock sell 7',
      'available in-stock sell 3',
      'available in-stock sell 1',
    ]);
    expect(all(shop(6, { lines: [order('MUG', 5), order('SIX', 1)] }))).toEqual([
      'available in-stock sell 1',
      'unavailable no-restock-information',
      'unavailable no-restock-information',
    ]);
    const six = plannedSku(shop(6, { lines: [order('MUG', 5), order('SIX', 1)] }), 'SIX');
    expect(six.position).toMatchObject({ onHand: 1, committed: 1, free: 0, uncovered: 0 });
  });

  it('are served in the order of orders, each piece once', () => {
    const lines = [order('MUG', 8, 1), order('SIX', 1, 2), order('PAIR', 2, 3)];
    expect(partsOf(shop(6, { lines }))).toEqual([
      '#1/1 8 ship-now acme stock 2026-11-25',
      '#2/1 1 waiting',
      '#3/1 2 ship-now acme stock 2026-11-25',
    ]);
  });

  it('share what comes in', () => {
    const lines = [order('MUG', 8)];
    const to = shop(0, { lines }, '2026-12-04 x 6');
    expect(all(to)).toEqual([
      'backorder restock-dated ahead 4',
      'backorder restock-dated ahead 2',
      'unavailable limit-reached',
    ]);
    expect(partsOf(shop(0, { lines: [...lines, order('SIX', 1, 2)] }, '2026-12-04 x 6'))).toEqual([
      '#1/1 8 waiting acme 2026-12-04 2026-12-08',
      '#2/1 1 waiting',
    ]);
  });

  it('have none of what was shipped of the others since', () => {
    const shipped = line({ sku: 'SIX', quantity: 1, fulfilledQuantity: 1, fulfilledAt: today });
    expect(all(shop(6, { lines: [shipped] }))).toEqual([
      'available in-stock sell 6',
      'available in-stock sell 3',
      'available in-stock sell 1',
    ]);
  });

  it('are changed by what changes the orders of the others', () => {
    const input = inputOf(shop(6, { lines: [order('MUG', 8)] }));
    const flips = flipsOfSku({ input, plan: makePlan(input) }, sku('SIX'));
    expect(flips[0]).toMatchObject({
      change: { kind: 'units', article: { supplierSku: 'A-1' }, from: 6, to: 7 },
      result: { status: 'available', sellable: 1 },
    });
  });

  it('never take or offer a piece twice', () => {
    const someOrders = fc.array(
      fc.record({ name: fc.constantFrom(...names), quantity: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), someOrders, (pairs, coming, orders) => {
        const lines = orders.map(({ name, quantity }, i) => order(name, quantity, i + 1));
        const plan = planOf(shop(pairs, { lines }, `2026-12-04 x ${coming}`));
        const taken = (isMeant: (source: string) => boolean) =>
          plan.parts
            .filter(({ source }) => source !== undefined && isMeant(source))
            .reduce(
              (sum, { line: own, quantity }) =>
                sum + quantity * pieces[own.sku as string as keyof typeof pieces],
              0,
            );
        const fromStock = taken((source) => source === 'stock');
        expect(fromStock).toBeLessThanOrEqual(2 * pairs);
        expect(taken((source) => source !== 'stock')).toBeLessThanOrEqual(2 * coming);
        for (const name of names) {
          const { verdict, position } = plannedSku(shop(pairs, { lines }), name);
          expect(verdict.sellable * pieces[name]).toBeLessThanOrEqual(2 * pairs - fromStock);
          expect(position.onHand).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
