import { describe, expect, it } from 'vitest';
import type { Kits } from '../../src/model/kit.ts';
import { dueNotices } from '../../src/notices/notices.ts';
import { kitFamilies } from '../../src/plan/family.ts';
import { flatKits } from '../../src/plan/kits.ts';
import { plannedPromises } from '../../src/plan/promises.ts';
import {
  day,
  line,
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
    expect(kitFamilies(kitsOf({ K: 'A, B', L: 'B, C', M: 'D, E' }))).toEqual([
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
