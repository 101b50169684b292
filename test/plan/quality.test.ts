import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../../src/model/order.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Return } from '../../src/model/return.ts';
import type { Quality, QualityHold } from '../../src/plan/quality.ts';
import { day, line, planOf, sku } from './builders.ts';

// The day of the plan is 2026-11-23; the 90 days before it begin on 2026-08-25.

let nextLine = 2;

/** An order of some X, all shipped a month ago by acme. */
function sold(order: string, quantity: number, more: Parameters<typeof line>[0] = {}): OrderLine {
  return line({
    ...{ orderId: order, orderedAt: '2026-10-20', fulfilledAt: '2026-10-22', supplier: 'acme' },
    ...{ quantity, fulfilledQuantity: quantity },
    place: { file: 'orders.csv', line: nextLine++ },
    ...more,
  });
}

function back(orderId: string, quantity: number, more: Partial<Return> = {}): Return {
  return {
    ...{ orderId, quantity, sku: sku('X'), returnedAt: day('2026-11-10') },
    ...{ reason: 'broke', cause: 'defect', after: 0, asOf: day('2026-11-22') },
    place: { file: 'returns.csv', line: nextLine++ },
    ...more,
  };
}

function quality(
  lines: readonly OrderLine[],
  returns: readonly Return[],
  policy: Partial<Policy> = {},
): Quality {
  return planOf({ lines, policy, more: { returns } }).quality;
}

/** Twenty orders of one each, and returns of the first ones. */
const twenty = Array.from({ length: 20 }, (_, i) => sold(`#${i}`, 1));
const backOf = (count: number, more: Partial<Return> = {}) =>
  Array.from({ length: count }, (_, i) => back(`#${i}`, 1, more));

const inWords = ({ sku: own, returned, shipped, blamed, supplier = '-' }: QualityHold) =>
  `${own} ${returned}/${shipped} ${blamed} ${supplier}`;

describe('the share that came back', () => {
  // By scipy.stats.binomtest(k, n).proportion_ci(0.8, method='wilson') and R's prop.test(k, n, conf.level = 0.8, correct = FALSE).
  it.each([
    [0, 10, 0, 0.141068682091],
    [3, 3, 0.646221035126, 1],
    [5, 20, 0.148187906111, 0.389755583445],
    [9, 60, 0.100299681266, 0.218350834739],
    [50, 400, 0.105329614631, 0.147737245066],
  ])('of %i of %i lies between %f and %f with 80 %% probability', (count, total, low, high) => {
    const { skus } = quality([sold('#1', total)], [back('#1', count)]);
    const recent = skus.get(sku('X'))?.recent;
    expect(recent).toMatchObject({ shipped: total, returned: count, rate: count / total });
    expect(recent?.low).toBeCloseTo(low, 10);
    expect(recent?.high).toBeCloseTo(high, 10);
  });

  it('is not thinned out by a history that names no orders, as no return can be of its lines', () => {
    const history = Array.from({ length: 10 }, () => sold('', 10));
    const share = (lines: readonly OrderLine[]) =>
      quality(lines, [back('#1', 1)]).skus.get(sku('X'))?.ever;
    expect(share([sold('#1', 10), ...history])).toMatchObject({ shipped: 10, returned: 1 });
    const told = sold('', 10, { returnedQuantity: 2 });
    expect(share([sold('#1', 10), told])).toMatchObject({ shipped: 20, returned: 3 });
  });

  it('is by reason, and blames what was told to be wrong or told nothing', () => {
    const returns = [
      back('#0', 1),
      back('#1', 1, { cause: 'wrong-item' }),
      back('#2', 1, { cause: 'damaged' }),
      back('#3', 1, { cause: 'late' }),
      back('#4', 1, { cause: 'not-wanted' }),
      back('#5', 1, { cause: 'other' }),
      back('#6', 1, { cause: undefined, reason: undefined }),
    ];
    expect(quality(twenty, returns).skus.get(sku('X'))?.recent).toMatchObject({
      ...{ shipped: 20, returned: 7, blamed: 5, rate: 0.25 },
      byReason: {
        ...{ defect: 1, 'wrong-item': 1, damaged: 1, late: 1, 'not-wanted': 1, other: 1 },
        untold: 1,
      },
    });
  });

  it('takes of a line the larger of its export and the lists, never the sum', () => {
    const told = (exported: number, listed: number) => {
      const lines = [sold('#1', 5, { returnedQuantity: exported })];
      return quality(lines, [back('#1', listed)]).skus.get(sku('X'))?.recent;
    };
    expect(told(2, 3)).toMatchObject({ returned: 3, byReason: { defect: 3 } });
    expect(told(3, 2)).toMatchObject({ returned: 3, byReason: { defect: 2, untold: 1 } });
    expect(told(3, 0)).toMatchObject({ returned: 3, byReason: { untold: 3 } });
    // Units refunded before they left came back from nowhere.
    const open = [sold('#1', 5, { fulfilledQuantity: 1, returnedQuantity: 4 })];
    expect(quality(open, []).skus.get(sku('X'))?.recent).toMatchObject({ shipped: 1, returned: 1 });
  });

  it('is of what was shipped from 90 days before the day up to the day before, and of all time', () => {
    const lines = [
      ...['2026-08-24', '2026-08-25', '2026-11-22', '2026-11-23'].map((on, i) =>
        sold(`#${i}`, 2 ** i, { orderedAt: '2026-08-01', fulfilledAt: on }),
      ),
    ];
    const { skus, since } = quality(lines, [back('#0', 1), back('#1', 1)]);
    expect(since).toBe('2026-08-25');
    expect(skus.get(sku('X'))?.recent).toMatchObject({ shipped: 6, returned: 1 });
    expect(skus.get(sku('X'))?.ever).toMatchObject({ shipped: 7, returned: 2 });
  });

  it('knows no return of a later day', () => {
    const later = back('#1', 1, { returnedAt: day('2026-11-24') });
    expect(quality([sold('#1', 2)], [later]).skus.get(sku('X'))?.ever.returned).toBe(0);
  });

  it('is that of each supplier of what it shipped itself', () => {
    const parcel = { day: day('2026-10-22'), place: { file: 'parcels.csv', line: 2 } };
    const lines = [
      sold('#1', 4),
      sold('#2', 5, {
        supplier: undefined,
        parcels: [
          { ...parcel, units: 3, supplier: 'acme' },
          { ...parcel, units: 2, supplier: 'beta' },
        ],
      }),
    ];
    const { suppliers } = quality(lines, [
      back('#1', 1),
      back('#2', 1, { supplier: 'beta' }),
      // Nobody says whose goods this one was.
      back('#2', 1, { after: 1 }),
    ]);
    expect([...suppliers].map(([id, { recent }]) => [id, recent.shipped, recent.returned])).toEqual(
      [
        ['acme', 7, 1],
        ['beta', 2, 1],
      ],
    );
  });
});

describe('a SKU', () => {
  it('is proposed for a stop when the lower end of its share passes the limit', () => {
    // Lower ends of 3 and 4 of 20 by scipy: 0.0747 and 0.1102.
    expect(quality(twenty, backOf(3)).holds).toEqual([]);
    expect(quality(twenty, backOf(4)).holds.map(inWords)).toEqual(['X 4/20 4 acme']);
    expect(quality(twenty, backOf(3), { maxReturnRate: 0.07 }).holds).toHaveLength(1);
    expect(quality(twenty, backOf(4), { maxReturnRate: 0.12 }).holds).toEqual([]);
  });

  it('is not for what customers did not want, however much it is', () => {
    const cause = 'not-wanted';
    expect(quality(twenty, backOf(20, { cause })).holds).toEqual([]);
  });

  it('is not on the word of two customers, however much they sent back', () => {
    const lines = [sold('#1', 5), sold('#2', 5), sold('#3', 5)];
    const two = [back('#1', 5), back('#2', 5)];
    expect(quality(lines, two).holds).toEqual([]);
    expect(quality(lines, [...two, back('#3', 1)]).holds).toHaveLength(1);
  });

  it('is not once its owner has stopped it', () => {
    const plan = planOf({
      lines: twenty,
      overrides: [{ sku: 'X', status: 'unavailable' }],
      more: { returns: backOf(9) },
    });
    expect(plan.quality.holds).toEqual([]);
    expect(plan.quality.skus.get(sku('X'))?.recent.returned).toBe(9);
  });

  it('is proposed with all that came back, by day, and its supplier where all of it was one’s', () => {
    const returns = [
      ...backOf(4, { supplier: 'acme' }),
      back('#7', 1, { cause: 'not-wanted', supplier: 'beta', returnedAt: day('2026-11-01') }),
    ];
    const [hold] = quality(twenty, returns).holds;
    expect(hold).toMatchObject({ since: '2026-08-25', supplier: 'acme', returned: 5, blamed: 4 });
    expect(hold?.evidence.map(({ line: { orderId }, day: on }) => `${orderId} ${on}`)).toEqual([
      '#7 2026-11-01',
      ...['#0', '#1', '#2', '#3'].map((order) => `${order} 2026-11-10`),
    ]);
    const mixed = quality(twenty, [...backOf(3), back('#7', 1, { supplier: 'beta' })]).holds;
    expect(mixed.map(inWords)).toEqual(['X 4/20 4 -']);
  });

  it('comes before those of which it is less sure', () => {
    const of = (name: string, count: number) =>
      Array.from({ length: 20 }, (_, i) =>
        sold(`${name}${i}`, 1, { sku: name, returnedQuantity: i < count ? 1 : 0 }),
      );
    const { holds } = quality([...of('A', 5), ...of('B', 9), ...of('C', 5)], []);
    expect(holds.map((hold) => hold.sku)).toEqual(['B', 'A', 'C']);
  });
});
