import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../../src/model/order.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Shipment } from '../../src/model/shipment.ts';
import type { SkuMapping } from '../../src/model/sku-mapping.ts';
import { outstandingUnits } from '../../src/plan/outstanding.ts';
import { ownArticles } from '../../src/plan/own-units.ts';
import { withShipments } from '../../src/plan/shipped.ts';
import { day, line, matchingBy, offer, plannedSku, sku, terms } from './builders.ts';

type Sketch = Partial<Omit<Shipment, 'sku' | 'shippedAt' | 'deliveredAt' | 'asOf' | 'place'>> & {
  readonly sku?: string;
  readonly on?: string;
  readonly asOf?: string;
  readonly file?: string;
};

const rulesBy = (skuMap: readonly SkuMapping[]) => ({
  ...matchingBy({ skuMap }),
  isOurs: () => false,
});

let rows = 1;

/** One X of order #1, shipped on 20 November, told by a file of the 22nd. */
function shipment(sketch: Sketch = {}): Shipment {
  const { on = '2026-11-20', asOf = '2026-11-22', file = 'parcels.csv', ...rest } = sketch;
  rows += 1;
  return {
    orderId: '#1',
    quantity: 1,
    after: 0,
    ...rest,
    sku: rest.sku === '' ? undefined : sku(rest.sku ?? 'X'),
    shippedAt: day(on),
    asOf: day(asOf),
    place: { file, line: rows },
  };
}

const today = day('2026-11-23');
const none = new Map();

function apply(lines: readonly OrderLine[], shipments: readonly Shipment[], on = today) {
  return withShipments(lines, shipments, none, new Map(), on);
}

/** Lines in few words: `X 2 of 4 on 2026-11-20`. */
function told(lines: readonly OrderLine[]): string[] {
  return lines.map(
    ({ lineId, fulfilledQuantity, quantity, fulfilledAt }) =>
      `${lineId} ${fulfilledQuantity} of ${quantity}${fulfilledAt === undefined ? '' : ` on ${fulfilledAt}`}`,
  );
}

const kinds = (problems: readonly Problem[]) =>
  problems.map(({ kind, value }) => `${kind} ${value}`);

describe('a line with shipments', () => {
  it('is fulfilled as far as they add up, on the day of the last', () => {
    const shipments = [shipment({ quantity: 2, tracking: 'T1' }), shipment({ on: '2026-11-21' })];
    const { lines, problems } = apply([line({ quantity: 4 })], shipments);
    expect(told(lines)).toEqual(['1 3 of 4 on 2026-11-21']);
    expect(lines.map((one) => outstandingUnits(one, today))).toEqual([1]);
    expect(problems).toEqual([]);
  });

  it('is fulfilled as its export says where that is more', () => {
    const exported = line({ quantity: 4, fulfilledQuantity: 4, fulfilledAt: '2026-11-22' });
    const { lines } = apply([exported], [shipment({ quantity: 2 })]);
    expect(told(lines)).toEqual(['1 4 of 4 on 2026-11-22']);
  });

  it('learns its day where the export states none', () => {
    const { lines } = apply([line({ quantity: 1, fulfilledQuantity: 1 })], [shipment()]);
    expect(told(lines)).toEqual(['1 1 of 1 on 2026-11-20']);
  });

  it('knows nothing of what is shipped later than the day of the plan', () => {
    const exported = line({ quantity: 4, fulfilledQuantity: 4, fulfilledAt: '2026-11-22' });
    const shipments = [shipment({ quantity: 1 }), shipment({ quantity: 3, on: '2026-11-22' })];
    const { lines } = apply([exported], shipments, day('2026-11-21'));
    expect(lines.map((one) => outstandingUnits(one, day('2026-11-21')))).toEqual([3]);
    expect(told(lines)).toEqual(['1 1 of 4 on 2026-11-20']);
  });

  it('is never fulfilled beyond what was ordered and not cancelled, which is reported', () => {
    const some = [
      shipment({ quantity: 2, tracking: 'T1' }),
      shipment({ quantity: 2, tracking: 'T2' }),
    ];
    const { lines, problems } = apply([line({ quantity: 4, cancelledQuantity: 1 })], some);
    expect(told(lines)).toEqual(['1 3 of 4 on 2026-11-20']);
    expect(problems).toMatchObject([{ kind: 'shipment-exceeds-order', ordered: 3, shipped: 4 }]);
  });

  it('of an order that was refunded before it was shipped stays as it is', () => {
    const { lines, problems } = apply(
      [line({ quantity: 2, paymentState: 'refunded' })],
      [shipment()],
    );
    expect(told(lines)).toEqual(['1 0 of 2']);
    expect(kinds(problems)).toEqual(['shipment-exceeds-order X']);
  });
});

describe('the line of a shipment', () => {
  const two = [
    line({ lineId: 'A', sku: 'X', quantity: 2 }),
    line({ lineId: 'B', sku: 'Y', quantity: 2 }),
  ];

  it('is the one it names', () => {
    expect(told(apply(two, [shipment({ sku: '', lineId: 'B' })]).lines)).toEqual([
      'A 0 of 2',
      'B 1 of 2 on 2026-11-20',
    ]);
  });

  it('is that of its SKU where the supplier counts lines in its own way', () => {
    expect(told(apply(two, [shipment({ sku: 'Y', lineId: 'A' })]).lines)).toEqual([
      'A 0 of 2',
      'B 1 of 2 on 2026-11-20',
    ]);
  });

  it('needs no SKU where the order has one article; where it has two, nobody knows', () => {
    const bare = shipment({ sku: '' });
    expect(told(apply([line({ quantity: 2 })], [bare]).lines)).toEqual(['1 1 of 2 on 2026-11-20']);
    const { lines, problems } = apply(two, [bare]);
    expect(lines).toEqual(two);
    expect(kinds(problems)).toEqual(['shipment-without-line undefined']);
  });

  it('is found without the # of the shop', () => {
    expect(told(apply([line()], [shipment({ orderId: '1' })]).lines)).toEqual([
      '1 1 of 1 on 2026-11-20',
    ]);
  });

  it('is one that its export says has left, before others of the same article', () => {
    const lines = [
      line({ lineId: 'X', quantity: 1 }),
      line({ lineId: 'X#2', quantity: 1, fulfilledQuantity: 1, fulfilledAt: '2026-11-19' }),
    ];
    expect(told(apply(lines, [shipment()]).lines)).toEqual([
      'X 0 of 1',
      'X#2 1 of 1 on 2026-11-20',
    ]);
    expect(told(apply(lines, [shipment({ quantity: 2 })]).lines)).toEqual([
      'X 1 of 1 on 2026-11-20',
      'X#2 1 of 1 on 2026-11-20',
    ]);
  });

  it('is found by the supplier’s own number through the SKU map, in our units', () => {
    const mapping = { supplier: 'acme', supplierSku: 'A-6', sku: sku('X') };
    const units = { numerator: 6, denominator: 1 };
    const articles = ownArticles([], rulesBy([{ ...mapping, units }]));
    const parcels = [shipment({ sku: 'A-6', supplier: 'acme' })];
    const { lines } = withShipments([line({ quantity: 12 })], parcels, articles, new Map(), today);
    expect(told(lines)).toEqual(['1 6 of 12 on 2026-11-20']);
    const others = [shipment({ sku: 'A-6', supplier: 'beta' })];
    expect(
      kinds(withShipments([line({ quantity: 12 })], others, articles, new Map(), today).problems),
    ).toEqual(['shipment-without-line A-6']);
  });

  it('is found by the number that an offer names, a pack holding several of ours', () => {
    const articles = ownArticles([offer({ supplierSku: 'A-1', packSize: 4 })], rulesBy([]));
    const { lines } = withShipments(
      [line({ quantity: 9 })],
      [shipment({ sku: 'A-1', quantity: 2 })],
      articles,
      new Map(),
      today,
    );
    expect(told(lines)).toEqual(['1 8 of 9 on 2026-11-20']);
  });

  it('is missed and reported where the order or its article is unknown; nothing else changes', () => {
    const { lines, problems } = apply(two, [
      shipment({ orderId: '#9' }),
      shipment({ sku: 'Z' }),
      shipment({ sku: 'Y' }),
    ]);
    expect(told(lines)).toEqual(['A 0 of 2', 'B 1 of 2 on 2026-11-20']);
    expect(kinds(problems)).toEqual(['shipment-without-order X', 'shipment-without-line Z']);
  });
});

describe('a parcel of which several files tell', () => {
  const line9 = line({ quantity: 9 });
  const fulfilled = (...shipments: Shipment[]) =>
    apply([line9], shipments).lines.map(({ fulfilledQuantity }) => fulfilledQuantity);
  const early = { asOf: '2026-11-20', file: 'a.csv' };
  const late = { asOf: '2026-11-22', file: 'b.csv' };

  it('counts once, as the supplier by SKU and the carrier without one tell it', () => {
    const { lines } = apply(
      [line9],
      [
        shipment({ ...early, quantity: 2, tracking: 'T1', supplier: 'acme' }),
        shipment({ ...late, quantity: 2, tracking: 't 1', sku: '', carrier: 'DHL' }),
      ],
    );
    expect(lines).toMatchObject([
      { fulfilledQuantity: 2, parcels: [{ units: 2, supplier: 'acme' }] },
    ]);
  });

  it('counts as the later file says', () => {
    expect(
      fulfilled(
        shipment({ ...late, sku: '', quantity: 3, tracking: 'T1' }),
        shipment({ ...early, quantity: 2, tracking: 'T1' }),
      ),
    ).toEqual([3]);
  });

  it('counts once where its number was filled in later', () => {
    expect(fulfilled(shipment(early), shipment({ ...late, tracking: 'T1' }))).toEqual([1]);
  });

  it('is another one where a file tells of both', () => {
    const [numbered, further] = [shipment({ tracking: 'T1' }), shipment({ after: 1 })];
    expect(fulfilled(numbered, further)).toEqual([2]);
    // A later file fills in the number of the second.
    expect(fulfilled(numbered, further, shipment({ ...late, tracking: 'T2' }))).toEqual([2]);
  });

  it('is another one on another day, or by another supplier', () => {
    expect(fulfilled(shipment(), shipment({ on: '2026-11-21' }))).toEqual([2]);
    expect(fulfilled(shipment({ supplier: 'acme' }), shipment({ supplier: 'beta' }))).toEqual([2]);
    expect(fulfilled(shipment({ supplier: 'acme' }), shipment(late))).toEqual([1]);
  });

  it('that a later file takes back counts no more', () => {
    expect(
      fulfilled(
        shipment({ ...early, quantity: 2, tracking: 'T1' }),
        shipment({ ...late, sku: '', quantity: 0, tracking: 'T1' }),
      ),
    ).toEqual([0]);
  });
});

describe('the stock behind shipments', () => {
  const suppliers = [terms('acme'), terms('beta')];
  const onHand = (
    lines: readonly OrderLine[],
    shipments: readonly Shipment[],
    asOf: [string, string],
  ) =>
    plannedSku({
      terms: suppliers,
      offers: [
        offer({ supplier: 'acme', quantity: 10, asOf: asOf[0] }),
        offer({ supplier: 'beta', quantity: 10, asOf: asOf[1] }),
      ],
      lines,
      more: { shipments },
    }).supply.sources.map(({ supplier, usable }) => `${supplier} ${usable}`);

  const split = [
    shipment({ supplier: 'acme', quantity: 2, on: '2026-11-19', tracking: 'T1' }),
    shipment({ supplier: 'beta', quantity: 3, on: '2026-11-21', tracking: 'T2' }),
  ];

  it('is drawn from who shipped, each on its day', () => {
    const lines = [line({ quantity: 5 })];
    expect(onHand(lines, split, ['2026-11-18', '2026-11-20'])).toEqual(['acme 8', 'beta 7']);
    // What left before a supplier's file was made is off its number already.
    expect(onHand(lines, split, ['2026-11-20', '2026-11-20'])).toEqual(['acme 10', 'beta 7']);
    expect(onHand(lines, split, ['2026-11-19', '2026-11-22'])).toEqual(['acme 8', 'beta 10']);
  });

  it('is not drawn where the units were forwarded to that supplier before its file', () => {
    const lines = [line({ quantity: 5, supplier: 'acme', forwardedAt: '2026-11-17' })];
    expect(onHand(lines, split, ['2026-11-18', '2026-11-20'])).toEqual(['acme 10', 'beta 7']);
  });

  it('is drawn for the rest on the day that the export states', () => {
    const lines = [
      line({ quantity: 7, supplier: 'beta', fulfilledQuantity: 7, fulfilledAt: '2026-11-22' }),
    ];
    // Two by acme, three by beta, and the two that no shipment tells of by beta.
    expect(onHand(lines, split, ['2026-11-18', '2026-11-20'])).toEqual(['acme 8', 'beta 5']);
  });

  it('is drawn once: a shipped line is owed no more', () => {
    const planned = plannedSku({
      offers: [offer({ quantity: 10, asOf: '2026-11-18' })],
      lines: [line({ quantity: 5 })],
      more: { shipments: [shipment({ quantity: 5, supplier: 'acme' })] },
    });
    expect(planned.position).toMatchObject({ onHand: 5, committed: 0 });
  });
});
