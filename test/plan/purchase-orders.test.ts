import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import type { PurchaseLine } from '../../src/model/purchase-order.ts';
import { purchaseOrders } from '../../src/plan/purchase-orders.ts';
import {
  line,
  offer,
  partsOf,
  plannedSku,
  planOf,
  type Situation,
  sku,
  terms,
  today,
} from './builders.ts';

const unbuffered = [
  terms('acme', { buffer: { kind: 'units', units: 0 } }),
  terms('beta', { buffer: { kind: 'units', units: 0 } }),
];

const situation = (own: Situation, purchases: readonly PurchaseLine[] = []): Situation => ({
  terms: unbuffered,
  ...own,
  more: { ...own.more, purchases },
});

/** `PO-20261123-acme order #1/1 X 3` */
function inWords(lines: readonly PurchaseLine[]): string[] {
  return lines.map(
    ({ poNumber, action, orderId, lineId, sku: article, quantity, corrects }) =>
      `${poNumber} ${action} ${orderId}/${lineId} ${article} ${quantity}${corrects === '' ? '' : ` of ${corrects}`}`,
  );
}

function ordersOf(
  own: Situation,
  purchases: readonly PurchaseLine[] = [],
): readonly PurchaseLine[] {
  return purchaseOrders(planOf(situation(own, purchases)), purchases);
}

const next = '2026-11-24';
const stock = (quantity: number, asOf: string = today) => offer({ quantity, asOf });
const three = line({ quantity: 3 });

describe('a purchase order', () => {
  it('has a line for each part that ships now', () => {
    const offers = [stock(2), offer({ quantity: 5, supplier: 'beta', supplierSku: 'B-7' })];
    const lines = [
      line({ quantity: 6 }),
      line({ orderId: '#2', orderedAt: '2026-11-22', quantity: 9 }),
    ];
    const orders = ordersOf({ offers, lines });
    expect(inWords(orders)).toEqual([
      'PO-20261123-acme order #1/1 X 2',
      'PO-20261123-beta order #1/1 X 4',
      'PO-20261123-beta order #2/1 X 1',
    ]);
    expect(orders.at(-1)?.supplierSku).toBe('B-7');
  });

  it('is the same when it is drawn up again on its day', () => {
    const own = { offers: [stock(9)], lines: [three] };
    const first = ordersOf(own);
    expect(first).toHaveLength(1);
    expect(ordersOf(own, first)).toEqual(first);
  });

  it('never has a unit that an earlier one has', () => {
    const own = { today: next, offers: [stock(9)], lines: [three] };
    const first = ordersOf({ ...own, today });
    expect(ordersOf(own, first)).toEqual([]);
    expect(partsOf(situation(own, first))).toEqual(['#1/1 3 forwarded acme stock 2026-11-25']);
  });

  it('has the rest of a line when more comes in', () => {
    const first = ordersOf({ offers: [stock(1)], lines: [three] });
    const later = { today: next, offers: [stock(5, next)], lines: [three] };
    expect(inWords(ordersOf(later, first))).toEqual(['PO-20261124-acme order #1/1 X 2']);
  });

  it('leaves out what an order file says is forwarded', () => {
    const forwarded = line({ quantity: 3, supplier: 'acme', forwardedAt: today });
    expect(ordersOf({ offers: [stock(9)], lines: [forwarded] })).toEqual([]);
    const part = ordersOf({ offers: [stock(1)], lines: [three] });
    // The file speaks of the whole line, and is the larger of the two.
    expect(ordersOf({ today: next, offers: [stock(9, next)], lines: [forwarded] }, part)).toEqual(
      [],
    );
  });

  it('says that units were forwarded before a later file, which no longer counts them', () => {
    const first = ordersOf({ offers: [stock(9)], lines: [three] });
    const position = (asOf: string) =>
      plannedSku(situation({ today: next, offers: [stock(6, asOf)], lines: [three] }, first))
        .position;
    // The file of the day itself still has them in its number.
    expect(position(today)).toMatchObject({ onHand: 6, committed: 3, free: 3 });
    expect(position(next)).toMatchObject({ onHand: 6, committed: 0, free: 6 });
  });

  it('takes nothing off for what was shipped of it once a later file is there', () => {
    const first = ordersOf({ offers: [stock(9)], lines: [three] });
    const shipped = line({ quantity: 3, fulfilledQuantity: 3, fulfilledAt: '2026-11-25' });
    const onHand = (asOf: string) =>
      plannedSku(
        situation({ today: '2026-11-26', offers: [stock(6, asOf)], lines: [shipped] }, first),
      ).position.onHand;
    expect(onHand(next)).toBe(6);
    expect(onHand(today)).toBe(3);
  });
});

describe('a supplier with several articles that are one SKU', () => {
  const single = (quantity: number) => offer({ supplierSku: 'B-1', quantity });
  const carton = (quantity: number) => offer({ supplierSku: 'B-6', quantity, packSize: 6 });
  const asked = (lines: readonly PurchaseLine[]) =>
    lines.map(({ action, supplierSku, quantity, ownUnits }) =>
      [action, quantity, 'of', supplierSku, ownUnits?.numerator].join(' ').trim(),
    );

  it('is asked for the one that it has', () => {
    const lines = [line({ quantity: 2 })];
    expect(asked(ordersOf({ offers: [single(3), carton(0)], lines }))).toEqual(['order 2 of B-1']);
    expect(asked(ordersOf({ offers: [carton(0), single(3)], lines }))).toEqual(['order 2 of B-1']);
    expect(asked(ordersOf({ offers: [single(1), carton(4)], lines }))).toEqual([
      'order 2 of B-6 6',
    ]);
  });

  it('is asked for both where a line takes of both, and has each called back by itself', () => {
    const offers = [single(3), carton(1)];
    const first = ordersOf({ offers, lines: [line({ quantity: 8 })] });
    expect(asked(first)).toEqual(['order 3 of B-1', 'order 5 of B-6 6']);
    expect(ordersOf({ offers, lines: [line({ quantity: 8 })] }, first)).toEqual(first);
    const less = line({ quantity: 8, cancelledQuantity: 6 });
    const corrected = ordersOf({ today: next, offers, lines: [less] }, first);
    expect(asked(corrected)).toEqual(['change 2 of B-1', 'cancel 0 of B-6 6']);
    expect(
      ordersOf({ today: '2026-11-25', offers, lines: [less] }, [...first, ...corrected]),
    ).toEqual([]);
  });

  it('is asked once for what a kit needs of an article, whatever its other parts come from', () => {
    const kits = new Map([
      [sku('KIT'), ['A', 'B'].map((name) => ({ sku: sku(name), quantity: 1 }))],
    ]);
    const slow = terms('beta', { buffer: { kind: 'units', units: 0 }, dispatchDays: 4 });
    const offers = [
      offer({ sku: 'A', quantity: 9 }),
      offer({ sku: 'B', quantity: 1 }),
      offer({ sku: 'B', quantity: 1, supplier: 'beta' }),
    ];
    const orders = ordersOf({
      terms: [...unbuffered.slice(0, 1), slow],
      offers,
      lines: [line({ sku: 'KIT', quantity: 2 })],
      more: { kits },
    });
    expect(inWords(orders)).toEqual([
      'PO-20261123-acme order #1/1 A 2',
      'PO-20261123-acme order #1/1 B 1',
      'PO-20261123-beta order #1/1 B 1',
    ]);
  });
});

describe('a correction', () => {
  const first = ordersOf({ offers: [stock(9)], lines: [three] });
  const later = (own: OrderLine) => ({ today: next, offers: [stock(9, next)], lines: [own] });

  it('cancels what is no longer wanted, once', () => {
    const cancelled = line({ quantity: 3, cancelledQuantity: 3, cancelledAt: next });
    const corrections = ordersOf(later(cancelled), first);
    expect(inWords(corrections)).toEqual(['PO-20261124-acme cancel #1/1 X 0 of PO-20261123-acme']);
    const after = { ...later(cancelled), today: '2026-11-25' };
    expect(ordersOf(after, [...first, ...corrections])).toEqual([]);
  });

  it('changes what is wanted in part', () => {
    const fewer = line({ quantity: 3, cancelledQuantity: 1, cancelledAt: next });
    const corrections = ordersOf(later(fewer), first);
    expect(inWords(corrections)).toEqual(['PO-20261124-acme change #1/1 X 2 of PO-20261123-acme']);
    expect(
      partsOf(situation({ ...later(fewer), today: '2026-11-25' }, [...first, ...corrections])),
    ).toEqual(['#1/1 2 forwarded acme stock 2026-11-25']);
  });

  it('leaves what has been shipped', () => {
    const half = line({
      quantity: 3,
      fulfilledQuantity: 2,
      fulfilledAt: next,
      cancelledQuantity: 1,
      cancelledAt: next,
    });
    expect(inWords(ordersOf(later(half), first))).toEqual([
      'PO-20261124-acme change #1/1 X 2 of PO-20261123-acme',
    ]);
    const done = line({ quantity: 3, fulfilledQuantity: 3, fulfilledAt: next });
    expect(ordersOf(later(done), first)).toEqual([]);
  });

  it('of a refunded order calls all of it back', () => {
    const refunded = line({ quantity: 3, paymentState: 'refunded' });
    expect(inWords(ordersOf(later(refunded), first))).toEqual([
      'PO-20261124-acme cancel #1/1 X 0 of PO-20261123-acme',
    ]);
  });
});

describe('what was told on the same day', () => {
  const first = ordersOf({ offers: [stock(5)], lines: [three] });

  it('stays told when the goods are elsewhere by now', () => {
    const offers = [stock(0), offer({ supplier: 'beta', quantity: 9 })];
    expect(inWords(ordersOf({ offers, lines: [three] }, first))).toEqual([
      'PO-20261123-acme order #1/1 X 3',
    ]);
  });

  it('is called back when the customer no longer wants it', () => {
    const cancelled = line({ quantity: 3, cancelledQuantity: 3, cancelledAt: today });
    const again = ordersOf({ offers: [stock(5)], lines: [cancelled] }, first);
    expect(inWords(again)).toEqual([
      'PO-20261123-acme order #1/1 X 3',
      'PO-20261123-acme cancel #1/1 X 0 of PO-20261123-acme',
    ]);
    expect(ordersOf({ today: next, offers: [stock(5)], lines: [cancelled] }, again)).toEqual([]);
    const fewer = line({ quantity: 3, cancelledQuantity: 1, cancelledAt: today });
    expect(inWords(ordersOf({ offers: [stock(5)], lines: [fewer] }, first))).toEqual([
      'PO-20261123-acme order #1/1 X 3',
      'PO-20261123-acme change #1/1 X 2 of PO-20261123-acme',
    ]);
  });

  it('grows by what can ship by now', () => {
    const part = ordersOf({ offers: [stock(1)], lines: [three] });
    const offers = [stock(2), offer({ supplier: 'beta', quantity: 1 })];
    expect(inWords(ordersOf({ offers, lines: [three] }, part))).toEqual([
      'PO-20261123-acme order #1/1 X 2',
      'PO-20261123-beta order #1/1 X 1',
    ]);
  });

  it('is not called back because it has been shipped', () => {
    const shipped = line({ quantity: 3, fulfilledQuantity: 3, fulfilledAt: today });
    expect(inWords(ordersOf({ offers: [stock(5)], lines: [shipped] }, first))).toEqual([
      'PO-20261123-acme order #1/1 X 3',
    ]);
  });
});

describe('what the shop decides otherwise', () => {
  const first = ordersOf({ offers: [stock(5)], lines: [three] });

  it('calls back an article that was exchanged on its line', () => {
    const exchanged = line({ sku: 'Y', quantity: 3 });
    const offers = [stock(5, next), offer({ sku: 'Y', quantity: 5, asOf: next })];
    expect(inWords(ordersOf({ today: next, offers, lines: [exchanged] }, first))).toEqual([
      'PO-20261124-acme order #1/1 Y 3',
      'PO-20261124-acme cancel #1/1 X 0 of PO-20261123-acme',
    ]);
    // An order that is not in the book at all may come back with another file.
    expect(ordersOf({ today: next, offers, lines: [] }, first)).toEqual([]);
  });

  it('calls back what it has passed on to another supplier since', () => {
    const redirected = line({ quantity: 3, supplier: 'beta', forwardedAt: next });
    const offers = [stock(5, next), offer({ supplier: 'beta', quantity: 5, asOf: next })];
    const own = { today: next, offers, lines: [redirected] };
    expect(inWords(ordersOf(own, first))).toEqual([
      'PO-20261124-acme cancel #1/1 X 0 of PO-20261123-acme',
    ]);
    expect(partsOf(situation(own, first))).toEqual(['#1/1 3 forwarded beta stock 2026-11-26']);
  });
});

describe('the parts of a kit', () => {
  const kits = new Map([
    [
      sku('KIT'),
      [
        { sku: sku('A'), quantity: 2 },
        { sku: sku('B'), quantity: 1 },
      ],
    ],
  ]);
  const own = {
    offers: [offer({ sku: 'A', quantity: 9 }), offer({ sku: 'B', quantity: 9 })],
    lines: [line({ sku: 'KIT', quantity: 2 })],
    more: { kits },
  };

  it('are ordered each, once', () => {
    const first = ordersOf(own);
    expect(inWords(first)).toEqual([
      'PO-20261123-acme order #1/1 A 4',
      'PO-20261123-acme order #1/1 B 2',
    ]);
    const later = { ...own, today: next };
    expect(ordersOf(later, first)).toEqual([]);
    expect(partsOf(situation(later, first))).toEqual([
      '#1/1 4 forwarded acme stock 2026-11-25',
      '#1/1 2 forwarded acme stock 2026-11-25',
    ]);
    const cancelled = [line({ sku: 'KIT', quantity: 2, cancelledQuantity: 1, cancelledAt: next })];
    expect(inWords(ordersOf({ ...later, lines: cancelled }, first))).toEqual([
      'PO-20261124-acme change #1/1 A 2 of PO-20261123-acme',
      'PO-20261124-acme change #1/1 B 1 of PO-20261123-acme',
    ]);
  });
});

describe('whatever happens day by day', () => {
  const events = fc.array(
    fc.record({
      stock: fc.array(fc.nat(6), { minLength: 2, maxLength: 2 }),
      file: fc.boolean(),
      ordered: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
      shipped: fc.nat(3),
      cancelled: fc.nat(2),
    }),
    { minLength: 2, maxLength: 8 },
  );

  it('no unit is forwarded twice, and what is forwarded is what is owed', () => {
    fc.assert(
      fc.property(events, (days) => {
        let lines: OrderLine[] = [];
        let recorded: PurchaseLine[] = [];
        let offers = [stock(0), offer({ supplier: 'beta' })];
        days.forEach(({ stock: units, file, ordered, shipped, cancelled }, i) => {
          const on = addDays(today, i);
          if (file || i === 0)
            offers = ['acme', 'beta'].map((supplier, at) =>
              offer({ supplier, quantity: units[at] ?? 0, asOf: on }),
            );
          ordered.forEach((quantity, n) => {
            lines.push(line({ orderId: `#${i}-${n}`, quantity, orderedAt: `${on}T0${n}:00:00` }));
          });
          lines = lines.map((own, n) => {
            const room = own.quantity - own.fulfilledQuantity - own.cancelledQuantity;
            if ((n + i) % 2 === 0 || room === 0) return own;
            const left = Math.min(room, shipped);
            const gone = Math.min(room - left, cancelled);
            return {
              ...own,
              ...(left > 0 && { fulfilledQuantity: own.fulfilledQuantity + left, fulfilledAt: on }),
              ...(gone > 0 && { cancelledQuantity: own.cancelledQuantity + gone, cancelledAt: on }),
            };
          });
          const told = ordersOf({ today: on, offers, lines }, recorded);
          const again = ordersOf({ today: on, offers, lines }, [...recorded, ...told]);
          expect(again).toEqual(told);
          recorded = [...recorded, ...told];
          for (const own of lines) {
            const standing = unitsStanding(recorded, own.orderId);
            expect(standing).toBeLessThanOrEqual(own.quantity - own.cancelledQuantity);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  /** What all purchase orders together tell suppliers to ship of an order, by their words alone. */
  function unitsStanding(recorded: readonly PurchaseLine[], orderId: string): number {
    const units = new Map<string, number>();
    const own = recorded.filter((one) => one.orderId === orderId);
    for (const { poNumber, action, quantity, corrects } of own)
      units.set(action === 'order' ? poNumber : corrects, quantity);
    return [...units.values()].reduce((sum, one) => sum + one, 0);
  }
});
