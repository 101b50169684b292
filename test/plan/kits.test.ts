import { describe, expect, it } from 'vitest';
import type { Kits } from '../../src/model/kit.ts';
import { dueNotices } from '../../src/notices/notices.ts';
import { skuFamilies } from '../../src/plan/family.ts';
import { flipsOfSku } from '../../src/plan/flips/flips.ts';
import { flatKits } from '../../src/plan/kits.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { plannedPromises } from '../../src/plan/promises.ts';
import { purchaseOrders } from '../../src/plan/purchase-orders.ts';
import {
  day,
  inputOf,
  line,
  type OverrideSketch,
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

/** `{ KIT: 'A 2, B 1' }` */
function kitsOf(sketch: Readonly<Record<string, string>>): Kits {
  return new Map(
    Object.entries(sketch).map(([kit, parts]) => [
      sku(kit),
      parts.split(', ').map((part) => {
        const [name = '', quantity = '1'] = part.split(' ');
        return { sku: sku(name), quantity: Number(quantity) };
      }),
    ]),
  );
}

const unbuffered = [
  terms('acme', { buffer: { kind: 'units', units: 0 } }),
  terms('beta', { buffer: { kind: 'units', units: 0 } }),
];

/** KIT is two of A and one of B. */
function shop(situation: Situation): Situation {
  return {
    terms: unbuffered,
    ...situation,
    more: { kits: kitsOf({ KIT: 'A 2, B 1' }), ...situation.more },
  };
}

const A = (quantity: number, ...restocks: string[]) => offer({ sku: 'A', quantity, restocks });
const B = (quantity: number, ...restocks: string[]) => offer({ sku: 'B', quantity, restocks });
const order = (quantity: number, id = '#1', name = 'KIT') =>
  line({ sku: name, quantity, orderId: id, orderedAt: `2026-11-2${id.slice(1)}` });

const kit = (situation: Situation) => verdictInWords(plannedSku(shop(situation), 'KIT'));

describe('what kits are made of', () => {
  it('is what they are made of in the end', () => {
    const kits = flatKits(kitsOf({ BOX: 'KIT 2, C 1', KIT: 'A 2, B 1' }));
    expect(kits.get(sku('BOX'))).toEqual([
      { sku: 'A', quantity: 4 },
      { sku: 'B', quantity: 2 },
      { sku: 'C', quantity: 1 },
    ]);
  });

  it('does not lead in a circle', () => {
    const kits = flatKits(kitsOf({ K: 'L 1, A 1', L: 'K 2, B 1' }));
    expect(kits.get(sku('K'))?.map((part) => part.sku)).not.toContain('K');
  });

  it('joins what shares a part', () => {
    expect(skuFamilies(kitsOf({ K: 'A, B', L: 'B, C', M: 'D, E' }))).toEqual([
      ['A', 'B', 'C', 'K', 'L'],
      ['D', 'E', 'M'],
    ]);
  });
});

describe('the status of a kit', () => {
  it('is available as often as its parts make it', () => {
    expect(kit({ offers: [A(7), B(5)] })).toBe(
      'available in-stock sell 3 ships 2026-11-25 stock acme',
    );
    expect(kit({ offers: [A(7), B(2)] })).toContain('sell 2');
  });

  it('is that of its worst part, with that reason and date', () => {
    expect(kit({ offers: [A(7), B(0, '2026-12-04 x 20')] })).toBe(
      'backorder restock-dated ahead 3 ships 2026-12-08 stated acme',
    );
    expect(kit({ offers: [A(7), B(0)] })).toBe('unavailable no-restock-information');
    expect(kit({ offers: [A(7)] })).toBe('unavailable not-in-any-feed');
    expect(kit({ offers: [A(0, '2026-12-04 x 3'), B(0, '2026-12-11 x 9')] })).toBe(
      'backorder restock-dated ahead 1 ships 2026-12-15 stated acme',
    );
    expect(kit({ offers: [A(0, '2027-03-01 x 8'), B(0, '2026-12-11 x 9')] })).toBe(
      'preorder restock-far ahead 4 ships 2027-03-03 stated acme',
    );
  });

  it('needs enough of each part for a whole kit', () => {
    expect(kit({ offers: [A(1), B(5)] })).toMatch(/^unavailable/);
    expect(kit({ offers: [A(1, '2026-12-04 x 6'), B(5)] })).toBe(
      'backorder restock-dated ahead 3 ships 2026-12-08 stated acme',
    );
    expect(kit({ offers: [A(0, '2026-12-04 x 1'), B(5)] })).toBe('unavailable limit-reached');
  });

  it('adds what suppliers have of the kit itself', () => {
    const whole = offer({ sku: 'KIT', quantity: 4, supplier: 'beta' });
    expect(kit({ offers: [A(4), B(5), whole] })).toContain('available in-stock sell 6');
    expect(kit({ offers: [A(0), B(5), whole] })).toContain('available in-stock sell 4');
    expect(plannedSku(shop({ offers: [A(4), B(5), whole] }), 'KIT').position.onHand).toBe(6);
  });

  it('knows what open orders of the kit and of its parts take', () => {
    const offers = [A(10), B(5)];
    expect(kit({ offers, lines: [order(2)] })).toContain('sell 3');
    expect(kit({ offers, lines: [order(2), order(5, '#2', 'A')] })).toMatch(/^unavailable/);
    const part = (name: string, lines = [order(2)]) =>
      plannedSku(shop({ offers, lines }), name).position;
    expect(part('A')).toMatchObject({ committed: 4, free: 6 });
    expect(part('B')).toMatchObject({ committed: 2, free: 3 });
  });

  it('is as the merchant pins it', () => {
    expect(kit({ offers: [A(7), B(5)], overrides: [{ sku: 'KIT', status: 'unavailable' }] })).toBe(
      'unavailable pinned',
    );
  });
});

describe('what skus.csv says of a kit made of parts', () => {
  const offers = [A(40), B(20)];
  const toCome = [A(40), B(0, '2026-12-05 x 20')];
  const own = (said: Omit<OverrideSketch, 'sku'>) => [{ sku: 'KIT', ...said }];

  it('holds it back until its release, and its parts with it', () => {
    const overrides = own({ release: '2027-01-15' });
    expect(kit({ offers, overrides })).toBe(
      'preorder not-released ahead 20 ships 2027-01-19 release acme',
    );
    expect(partsOf(shop({ offers, overrides, lines: [order(5)] }))).toEqual([
      '#1/1 10 waiting acme stock 2027-01-19',
      '#1/1 5 waiting acme stock 2027-01-19',
    ]);
  });

  it('promises the latest of its release and of its parts', () => {
    const soon = own({ release: '2026-11-30' });
    expect(kit({ offers: toCome, overrides: soon })).toBe(
      'preorder not-released ahead 20 ships 2026-12-08 stated acme',
    );
    expect(
      partsOf(shop({ offers: toCome, overrides: soon, lines: [order(1)] })).map((part) =>
        part.slice(-10),
      ),
    ).toEqual(['2026-12-08', '2026-12-08']);
  });

  it('is released by the supplier of each part', () => {
    const beta = offer({ sku: 'B', supplier: 'beta', quantity: 20 });
    const slow = [unbuffered[0] ?? terms('acme'), terms('beta', { dispatchDays: 9 })];
    const situation = {
      terms: slow,
      offers: [A(40), beta],
      overrides: own({ release: '2027-01-15' }),
    };
    expect(kit(situation)).toContain('ships 2027-01-28');
    expect(partsOf(shop({ ...situation, lines: [order(1)] }))).toEqual([
      '#1/1 2 waiting acme stock 2027-01-28',
      '#1/1 1 waiting beta stock 2027-01-28',
    ]);
  });

  it('sells none of it that is released too late, or of which a part is not to be had', () => {
    expect(kit({ offers, overrides: own({ release: '2027-11-15' }) })).toBe(
      'unavailable release-too-far',
    );
    expect(kit({ offers: [A(40), B(0)], overrides: own({ release: '2027-01-15' }) })).toBe(
      'unavailable no-restock-information',
    );
  });

  it('limits what is sold ahead of it, what is owed of it already with it', () => {
    const lines = [order(5), order(4, '#2')];
    const unreleased = own({ release: '2027-01-15', preorderLimit: 5 });
    expect(kit({ offers, overrides: unreleased })).toContain('ahead 5');
    expect(kit({ offers, overrides: unreleased, lines: [order(3)] })).toContain('ahead 2');
    expect(kit({ offers, overrides: unreleased, lines })).toBe('unavailable limit-reached');
    const limited = own({ backorderLimit: 5 });
    expect(kit({ offers: toCome, overrides: limited })).toContain('ahead 5');
    expect(kit({ offers: toCome, overrides: limited, lines: [order(3)] })).toContain('ahead 2');
    expect(kit({ offers: toCome, overrides: limited, lines })).toBe('unavailable limit-reached');
    expect(kit({ offers: toCome, overrides: own({ backorderLimit: 0 }) })).toBe(
      'unavailable limit-reached',
    );
  });

  it('counts kits that are made of stock as none sold ahead', () => {
    const some = [A(40), B(3, '2026-12-05 x 20')];
    const overrides = own({ backorderLimit: 5 });
    const lines = [order(4)];
    expect(kit({ offers: some, overrides, lines })).toContain('ahead 4');
  });

  it('limits kits that suppliers have whole together with those that are made', () => {
    const whole = offer({ sku: 'KIT', quantity: 5 });
    const overrides = own({ release: '2027-01-15', preorderLimit: 5 });
    const given = { offers: [...offers, whole], overrides };
    expect(kit({ ...given, lines: [order(4)] })).toContain('ahead 1 ships 2027-01-19');
    expect(kit({ ...given, lines: [order(5)] })).toBe('unavailable limit-reached');
    expect(
      kit({ ...given, overrides: own({ release: '2027-01-15' }), lines: [order(4)] }),
    ).toContain('ahead 21 ships 2027-01-19');
  });

  it('holds its safety stock back of what is made and of what is whole', () => {
    const overrides = own({ safetyStock: 5 });
    const whole = offer({ sku: 'KIT', quantity: 3 });
    expect(kit({ offers, overrides, lines: [order(9)] })).toContain('sell 6');
    expect(kit({ offers: [...offers, whole], overrides })).toContain('sell 18');
    expect(kit({ offers: [A(10), B(5)], overrides })).toBe('unavailable held-by-buffer');
    expect(kit({ offers: [A(40), B(5, '2026-12-05 x 20')], overrides })).toBe(
      'unavailable held-by-buffer',
    );
    expect(kit({ offers: [A(10, '2026-12-04 x 8'), B(5, '2026-12-05 x 20')], overrides })).toBe(
      'backorder restock-dated ahead 4 ships 2026-12-08 stated acme',
    );
    expect(plannedSku(shop({ offers, overrides }), 'KIT').position).toMatchObject({
      safetyStock: 5,
      free: 15,
    });
  });

  it('sends its parts off in its own dispatch days', () => {
    const overrides = own({ dispatchDays: 10 });
    expect(kit({ offers, overrides })).toContain('ships 2026-12-07');
    expect(kit({ offers: toCome, overrides })).toContain('ships 2026-12-18');
    expect(partsOf(shop({ offers: toCome, overrides, lines: [order(1)] }))).toEqual([
      '#1/1 2 waiting acme stock 2026-12-18',
      '#1/1 1 waiting acme 2026-12-05 2026-12-18',
    ]);
    expect(verdictInWords(plannedSku(shop({ offers, overrides }), 'A'))).toContain('2026-11-25');
  });

  it('makes no more of it once it is discontinued, and sells off what is there of it whole', () => {
    const overrides = own({ discontinued: true });
    const whole = offer({ sku: 'KIT', quantity: 3 });
    expect(kit({ offers, overrides })).toBe('unavailable discontinued');
    expect(kit({ offers: [...offers, whole], overrides })).toContain('available last-units sell 3');
    expect(partsOf(shop({ offers, overrides, lines: [order(1)] }))).toEqual([
      '#1/1 2 ship-now acme stock 2026-11-25',
      '#1/1 1 ship-now acme stock 2026-11-25',
    ]);
  });

  it('pins its status with the date and the limit of its parts', () => {
    const overrides = own({ status: 'backorder' });
    expect(kit({ offers: toCome, overrides })).toBe(
      'backorder pinned ahead 20 ships 2026-12-08 stated acme',
    );
    expect(planOf(shop({ offers: toCome, overrides })).problems).toEqual([]);
    expect(kit({ offers, overrides: own({ status: 'available' }) })).toContain('sell 20');
  });

  it('has whole kits come in on its restock date, beside those that are made', () => {
    const later = own({ restock: '2026-12-20' });
    expect(kit({ offers: toCome, overrides: later })).toContain('ahead 20 ships 2026-12-08');
    expect(kit({ offers: [A(40), B(0)], overrides: later })).toBe(
      'backorder restock-dated ahead 10 ships 2026-12-22 override acme',
    );
  });

  it('is not sold before its release, whoever lists it', () => {
    const input = inputOf(
      shop({ offers, overrides: own({ release: '2027-01-15', preorderLimit: 5 }) }),
    );
    const flips = flipsOfSku({ input, plan: makePlan(input) }, sku('KIT'));
    expect(flips.map(({ change }) => change.kind)).not.toContain('listed');
  });
});

describe('an open line of a kit', () => {
  it('is a line of each part', () => {
    expect(partsOf(shop({ offers: [A(10), B(5)], lines: [order(2)] }))).toEqual([
      '#1/1 4 ship-now acme stock 2026-11-25',
      '#1/1 2 ship-now acme stock 2026-11-25',
    ]);
  });

  it('ships complete kits only: what there is of one part waits for the other', () => {
    expect(partsOf(shop({ offers: [A(10), B(1, '2026-12-04 x 20')], lines: [order(3)] }))).toEqual([
      '#1/1 2 ship-now acme stock 2026-11-25',
      '#1/1 4 waiting acme stock 2026-12-08',
      '#1/1 1 ship-now acme stock 2026-11-25',
      '#1/1 2 waiting acme 2026-12-04 2026-12-08',
    ]);
  });

  it('that is complete in stock is ordered now from all, and ships on the day of the slowest', () => {
    const slow = [unbuffered[0] ?? terms('acme'), terms('beta', { dispatchDays: 4 })];
    const beta = offer({ sku: 'B', supplier: 'beta', quantity: 5 });
    const situation = { terms: slow, offers: [A(10), beta], lines: [order(2)] };
    expect(partsOf(shop(situation))).toEqual([
      '#1/1 4 ship-now acme stock 2026-11-27',
      '#1/1 2 ship-now beta stock 2026-11-27',
    ]);
    expect(purchaseOrders(planOf(shop(situation)), [])).toMatchObject([
      { supplier: 'acme', sku: 'A', quantity: 4 },
      { supplier: 'beta', sku: 'B', quantity: 2 },
    ]);
  });

  it('waits without a date while a part has none', () => {
    expect(partsOf(shop({ offers: [A(10), B(0)], lines: [order(1)] }))).toEqual([
      '#1/1 2 waiting acme stock',
      '#1/1 1 waiting',
    ]);
  });

  it('holds a unit back that makes no whole kit', () => {
    expect(partsOf(shop({ offers: [A(3, '2026-12-04 x 9'), B(9)], lines: [order(2)] }))).toEqual([
      '#1/1 2 ship-now acme stock 2026-11-25',
      '#1/1 1 waiting acme stock 2026-12-08',
      '#1/1 1 waiting acme 2026-12-04 2026-12-08',
      '#1/1 1 ship-now acme stock 2026-11-25',
      '#1/1 1 waiting acme stock 2026-12-08',
    ]);
  });

  it('takes the kit itself first, and what is to come of it before parts that are to come', () => {
    const whole = (quantity: number, ...restocks: string[]) =>
      offer({ sku: 'KIT', supplier: 'beta', quantity, restocks });
    expect(partsOf(shop({ offers: [A(10), B(5), whole(1)], lines: [order(2)] }))).toEqual([
      '#1/1 1 ship-now beta stock 2026-11-25',
      '#1/1 2 ship-now acme stock 2026-11-25',
      '#1/1 1 ship-now acme stock 2026-11-25',
    ]);
    expect(
      partsOf(shop({ offers: [A(2), B(5), whole(0, '2026-12-04 x 9')], lines: [order(2)] })),
    ).toEqual([
      '#1/1 1 waiting beta 2026-12-04 2026-12-08',
      '#1/1 2 ship-now acme stock 2026-11-25',
      '#1/1 1 ship-now acme stock 2026-11-25',
    ]);
  });

  it('is served in the order of orders, with the orders of its parts', () => {
    const lines = [order(2, '#2'), order(3, '#1', 'A'), order(9, '#3', 'B')];
    expect(partsOf(shop({ offers: [A(5), B(5)], lines }))).toEqual([
      '#1/1 3 ship-now acme stock 2026-11-25',
      '#2/1 2 ship-now acme stock 2026-11-25',
      '#2/1 2 waiting',
      '#2/1 1 ship-now acme stock 2026-11-25',
      '#2/1 1 waiting acme stock',
      '#3/1 3 ship-now acme stock 2026-11-25',
      '#3/1 6 waiting',
    ]);
  });

  it('shares a part with another kit', () => {
    const more = { kits: kitsOf({ KIT: 'A 2, B 1', LOT: 'A 3, C 1' }) };
    const offers = [A(5), B(9), offer({ sku: 'C', quantity: 9 })];
    const lines = [order(1), order(1, '#2', 'LOT')];
    expect(partsOf({ terms: unbuffered, offers, lines, more })).toEqual([
      '#1/1 2 ship-now acme stock 2026-11-25',
      '#1/1 1 ship-now acme stock 2026-11-25',
      '#2/1 3 ship-now acme stock 2026-11-25',
      '#2/1 1 ship-now acme stock 2026-11-25',
    ]);
    const status = (name: string, own = lines) =>
      verdictInWords(plannedSku({ terms: unbuffered, offers, lines: own, more }, name));
    expect(status('KIT')).toMatch(/^unavailable/);
    expect(status('KIT', [])).toContain('sell 2');
    expect(status('LOT', [])).toContain('sell 1');
  });

  it('takes what was shipped of it off the numbers of its parts', () => {
    const offers = [A(10), B(5)];
    const shipped = line({ sku: 'KIT', quantity: 2, fulfilledQuantity: 2, fulfilledAt: today });
    const onHand = (name: string) =>
      plannedSku(shop({ offers, lines: [shipped] }), name).position.onHand;
    expect(onHand('A')).toBe(6);
    expect(onHand('B')).toBe(3);
    expect(onHand('KIT')).toBe(3);
  });

  it('that was forwarded before the files is off the numbers of its parts already', () => {
    const forwarded = line({
      sku: 'KIT',
      quantity: 2,
      supplier: 'acme',
      forwardedAt: '2026-11-20',
    });
    const situation = shop({ offers: [A(10), B(5)], lines: [forwarded] });
    expect(partsOf(situation)).toEqual([
      '#1/1 4 forwarded acme stock 2026-11-24',
      '#1/1 2 forwarded acme stock 2026-11-24',
    ]);
    expect(plannedSku(situation, 'A').position).toMatchObject({ committed: 0, free: 10 });
  });
});

describe('what a customer is told of a kit', () => {
  const late = shop({
    offers: [A(10), B(1, '2026-12-11 x 20')],
    lines: [line({ sku: 'KIT', quantity: 3, shipToCountry: 'US', orderedAt: '2026-11-20' })],
  });

  it('is of the kit, in kits, with the date of the last part', () => {
    expect(plannedPromises(planOf(late))).toMatchObject([
      { sku: 'KIT', quantity: 3, shipDate: '2026-12-15' },
    ]);
    const promise = { days: 5, working: false, inUnitedStates: true };
    expect(dueNotices({ plan: planOf(late), promise, recorded: [] })).toMatchObject([
      { sku: 'KIT', quantity: 2, oldDate: '2026-11-25', newDate: '2026-12-15' },
    ]);
  });

  it('counts kits that are shipped whole and made of parts', () => {
    const whole = offer({ sku: 'KIT', supplier: 'beta', quantity: 1 });
    const both = shop({ offers: [A(4), B(9), whole], lines: [order(3)] });
    expect(plannedPromises(planOf(both))).toMatchObject([{ sku: 'KIT', quantity: 3 }]);
    expect(plannedSku(both, 'KIT').position).toMatchObject({ committed: 3, onHand: 3, free: 0 });
  });
});

describe('shipments of the parts of a kit', () => {
  type Row = readonly [name: string, units: number, on: string];
  const told = (...rows: readonly Row[]) =>
    rows.map(([name, quantity, on], i) => ({
      orderId: '#1',
      lineId: '1',
      sku: sku(name),
      quantity,
      shippedAt: day(on),
      supplier: 'acme',
      after: 0,
      asOf: today,
      place: { file: 'shipments.csv', line: i + 2 },
    }));
  const owed = (...rows: readonly Row[]) =>
    partsOf(
      shop({ offers: [A(9), B(9)], lines: [order(2)], more: { shipments: told(...rows) } }),
    ).map((part) => part.split(' ')[1]);

  it('close its line as far as they make whole kits', () => {
    expect(owed(['A', 4, today], ['B', 2, today])).toEqual([]);
    expect(owed(['A', 4, today], ['B', 1, '2026-11-22'])).toEqual(['2', '1']);
    expect(owed(['A', 4, today])).toEqual(['4', '2']);
    expect(owed(['KIT', 2, today])).toEqual([]);
  });
});
