import { describe, expect, it } from 'vitest';
import type { SupplierTerms } from '../../src/model/policy.ts';
import {
  day,
  type LineSketch,
  line,
  type OfferSketch,
  offer,
  partsOf,
  plannedSku,
  planOf,
  type Situation,
  sku,
  terms,
  told,
} from './builders.ts';

// The plan's day is Monday 2026-11-23; goods from stock ship on Wednesday 2026-11-25.

const acme = (sketch: OfferSketch = {}) => offer({ supplier: 'acme', ...sketch });
const beta = (sketch: OfferSketch = {}) => offer({ supplier: 'beta', ...sketch });
const ordered = (orderId: string, quantity: number, sketch: LineSketch = {}) =>
  line({ orderId, quantity, ...sketch });
const both = (acmeSketch: Partial<SupplierTerms>, betaSketch: Partial<SupplierTerms>) => [
  terms('acme', acmeSketch),
  terms('beta', betaSketch),
];
const now = '2026-11-25';

type Case = readonly [name: string, given: Situation, expected: readonly string[]];

describe('who is served first', () => {
  const one = [acme({ quantity: 1 })];
  it.each<Case>([
    [
      'the earlier order, whatever its number',
      {
        offers: one,
        lines: [
          ordered('#1', 1, { orderedAt: '2026-11-22' }),
          ordered('#2', 1, { orderedAt: '2026-11-21' }),
        ],
      },
      [`#2/1 1 ship-now acme stock ${now}`, '#1/1 1 waiting'],
    ],
    [
      'the earlier hour of one day',
      {
        offers: one,
        lines: [ordered('#1', 1, { orderedAt: '2026-11-21T10:00:01' }), ordered('#2', 1)],
      },
      [`#2/1 1 ship-now acme stock ${now}`, '#1/1 1 waiting'],
    ],
    [
      'the lower order id of one moment',
      { offers: one, lines: [ordered('#2', 1), ordered('#1', 1)] },
      [`#1/1 1 ship-now acme stock ${now}`, '#2/1 1 waiting'],
    ],
    [
      'the lower line id of one order',
      {
        offers: one,
        lines: [ordered('#1', 1, { lineId: 'b' }), ordered('#1', 1, { lineId: 'a' })],
      },
      [`#1/a 1 ship-now acme stock ${now}`, '#1/b 1 waiting'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(partsOf(given)).toEqual(expected);
  });
});

describe('who serves', () => {
  const three = [ordered('#1', 3)];
  it.each<Case>([
    [
      'one that can serve the whole line, before one of a lower priority number that cannot',
      {
        offers: [acme({ quantity: 2 }), beta({ quantity: 5 })],
        lines: three,
        terms: both({ priority: 1 }, { priority: 2 }),
      },
      [`#1/1 3 ship-now beta stock ${now}`],
    ],
    [
      'both when neither can serve it whole, the lower priority number first',
      {
        offers: [acme({ quantity: 2 }), beta({ quantity: 2 })],
        lines: three,
        terms: both({ priority: 2 }, { priority: 1 }),
      },
      [`#1/1 2 ship-now beta stock ${now}`, `#1/1 1 ship-now acme stock ${now}`],
    ],
    [
      'the lower priority number before the lower cost',
      {
        offers: [acme({ quantity: 9, unitCost: 9 }), beta({ quantity: 9, unitCost: 1 })],
        lines: three,
        terms: both({ priority: 1 }, { priority: 2 }),
      },
      [`#1/1 3 ship-now acme stock ${now}`],
    ],
    [
      'the lower cost in one currency, before the earlier ship date',
      {
        offers: [
          acme({ quantity: 9, unitCost: 9, currency: 'USD' }),
          beta({ quantity: 9, unitCost: 8.5, currency: 'USD', dispatchDays: 3 }),
        ],
        lines: three,
      },
      ['#1/1 3 ship-now beta stock 2026-11-26'],
    ],
    [
      'costs in two currencies tell nothing',
      {
        offers: [
          acme({ quantity: 9, unitCost: 9, currency: 'USD' }),
          beta({ quantity: 9, unitCost: 1, currency: 'EUR' }),
        ],
        lines: three,
      },
      [`#1/1 3 ship-now acme stock ${now}`],
    ],
    [
      'a cost that one of them does not state tells nothing',
      {
        offers: [
          acme({ quantity: 9, currency: 'USD' }),
          beta({ quantity: 9, unitCost: 1, currency: 'USD' }),
        ],
        lines: three,
      },
      [`#1/1 3 ship-now acme stock ${now}`],
    ],
    [
      'the earlier ship date, before the supplier id',
      { offers: [acme({ quantity: 9 }), beta({ quantity: 9, dispatchDays: 1 })], lines: three },
      ['#1/1 3 ship-now beta stock 2026-11-24'],
    ],
    [
      'the lower supplier id when all else is equal',
      { offers: [beta({ quantity: 9 }), acme({ quantity: 9 })], lines: three },
      [`#1/1 3 ship-now acme stock ${now}`],
    ],
  ])('%s', (_name, given, expected) => {
    expect(partsOf(given)).toEqual(expected);
  });
});

describe('splitting', () => {
  it('takes from stock first, then from arrivals in their order, and no more than needed', () => {
    const offers = [acme({ quantity: 2, restocks: ['2026-12-11 x 5', '2026-12-04 x 3'] })];
    expect(partsOf({ offers, lines: [ordered('#1', 7)] })).toEqual([
      `#1/1 2 ship-now acme stock ${now}`,
      '#1/1 3 waiting acme 2026-12-04 2026-12-08',
      '#1/1 2 waiting acme 2026-12-11 2026-12-15',
    ]);
  });

  it('leaves the next order what is left of an arrival', () => {
    const offers = [acme({ quantity: 2, restocks: ['2026-12-04 x 3'] })];
    const lines = [ordered('#1', 4), ordered('#2', 4)];
    expect(partsOf({ offers, lines })).toEqual([
      `#1/1 2 ship-now acme stock ${now}`,
      '#1/1 2 waiting acme 2026-12-04 2026-12-08',
      '#2/1 1 waiting acme 2026-12-04 2026-12-08',
      '#2/1 3 waiting',
    ]);
  });

  it('may take all of the stock, the buffer too', () => {
    const offers = [acme({ quantity: 2 })];
    expect(partsOf({ offers, lines: [ordered('#1', 2)] })).toEqual([
      `#1/1 2 ship-now acme stock ${now}`,
    ]);
  });

  it('takes stock of a later shipping supplier before an arrival', () => {
    const offers = [
      acme({ restocks: ['2026-11-23 x 9'] }),
      beta({ quantity: 1, dispatchDays: 20 }),
    ];
    expect(partsOf({ offers, lines: [ordered('#1', 2)] })).toEqual([
      '#1/1 1 ship-now beta stock 2026-12-21',
      '#1/1 1 waiting acme 2026-11-23 2026-11-25',
    ]);
  });
});

describe('what is still owed', () => {
  const owed = (sketch: LineSketch) => {
    const { committed } = plannedSku({
      offers: [acme({ quantity: 10 })],
      lines: [line({ quantity: 3, ...sketch })],
    }).position;
    return committed;
  };
  it.each<readonly [string, LineSketch, number]>([
    ['ordered', {}, 3],
    ['partly fulfilled', { fulfilledQuantity: 1 }, 2],
    ['fulfilled, nobody knows when', { fulfilledQuantity: 3 }, 0],
    ['more fulfilled than ordered', { fulfilledQuantity: 4 }, 0],
    ['partly cancelled', { cancelledQuantity: 1 }, 2],
    ['cancelled', { cancelledQuantity: 3, cancelledAt: '2026-11-22' }, 0],
    [
      'fulfilled and cancelled beyond what was ordered',
      { fulfilledQuantity: 2, cancelledQuantity: 2 },
      0,
    ],
    ['refunded in full', { paymentState: 'refunded' }, 0],
    ['voided', { paymentState: 'voided' }, 0],
    ['refunded in part', { paymentState: 'partially_refunded' }, 3],
    ['pending', { paymentState: 'pending' }, 3],
    ['authorised', { paymentState: 'authorized' }, 3],
    ['paid in part', { paymentState: 'deposit' }, 3],
    ['paid', { paymentState: 'paid' }, 3],
    ['fulfilled tomorrow', { fulfilledQuantity: 3, fulfilledAt: '2026-11-24' }, 3],
    ['cancelled tomorrow', { cancelledQuantity: 3, cancelledAt: '2026-11-24' }, 3],
    ['fulfilled today', { fulfilledQuantity: 3, fulfilledAt: '2026-11-23' }, 0],
    ['cancelled today', { cancelledQuantity: 3, cancelledAt: '2026-11-23' }, 0],
    ['ordered today', { orderedAt: '2026-11-23T09:00:00' }, 3],
    ['ordered tomorrow', { orderedAt: '2026-11-24T00:00:00' }, 0],
  ])('%s', (_name, sketch, expected) => {
    expect(owed(sketch)).toBe(expected);
  });
});

describe('what the supplier’s number already knows', () => {
  const purchase = { supplier: 'acme', sku: sku('X'), units: 3, ordered: 3 };
  // Ten in acme's file of Friday 2026-11-20; three were ordered on 2026-11-17.
  const of = (sketch: LineSketch, more: Situation = {}) =>
    told(
      plannedSku({
        offers: [acme({ quantity: 10, asOf: '2026-11-20' })],
        lines: [line({ quantity: 3, orderedAt: '2026-11-17', ...sketch })],
        ...more,
      }),
    );

  it.each<readonly [string, LineSketch, object]>([
    [
      'fulfilled before the file',
      { fulfilledQuantity: 3, fulfilledAt: '2026-11-19' },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'fulfilled on the day of the file',
      { fulfilledQuantity: 3, fulfilledAt: '2026-11-20' },
      { onHand: 7, committed: 0, sellable: 5 },
    ],
    [
      'fulfilled after the file',
      { fulfilledQuantity: 3, fulfilledAt: '2026-11-22' },
      { onHand: 7, committed: 0, sellable: 5 },
    ],
    [
      'fulfilled nobody knows when',
      { fulfilledQuantity: 3 },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'fulfilled nobody knows when, ordered on the day of the file',
      { orderedAt: '2026-11-20T08:00:00', fulfilledQuantity: 3 },
      { onHand: 7, committed: 0, sellable: 5 },
    ],
    [
      'fulfilled nobody knows when, a line of a history',
      {
        orderedAt: '2026-11-20T08:00:00',
        fulfilledQuantity: 3,
        progressSource: 'orders history',
      },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'fulfilled nobody knows when, forwarded on the day of the file',
      { supplier: 'acme', forwardedAt: '2026-11-20', fulfilledQuantity: 3 },
      { onHand: 7, committed: 0, sellable: 5 },
    ],
    [
      'fulfilled nobody knows when, forwarded before the file',
      { supplier: 'acme', forwardedAt: '2026-11-19', fulfilledQuantity: 3 },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'fulfilled nobody knows when, on a purchase order of the day of the file',
      { fulfilledQuantity: 3, purchases: [{ ...purchase, day: day('2026-11-20') }] },
      { onHand: 7, committed: 0, sellable: 5 },
    ],
    [
      'fulfilled nobody knows when, on a purchase order before the file',
      { fulfilledQuantity: 3, purchases: [{ ...purchase, day: day('2026-11-19') }] },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'partly fulfilled after the file',
      { fulfilledQuantity: 1, fulfilledAt: '2026-11-22' },
      { onHand: 9, committed: 2, sellable: 5 },
    ],
    [
      'fulfilled tomorrow',
      { fulfilledQuantity: 3, fulfilledAt: '2026-11-24' },
      { onHand: 10, committed: 3, sellable: 5 },
    ],
    [
      'forwarded before the file',
      { supplier: 'acme', forwardedAt: '2026-11-19' },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'forwarded on the day of the file',
      { supplier: 'acme', forwardedAt: '2026-11-20' },
      { onHand: 10, committed: 3, sellable: 5 },
    ],
    [
      'forwarded after the file',
      { supplier: 'acme', forwardedAt: '2026-11-22' },
      { onHand: 10, committed: 3, sellable: 5 },
    ],
    [
      'forwarded tomorrow',
      { supplier: 'acme', forwardedAt: '2026-11-24' },
      { onHand: 10, committed: 3, sellable: 5 },
    ],
    [
      'a supplier but no forwarding date takes nothing back',
      { supplier: 'acme' },
      { onHand: 10, committed: 3, sellable: 5 },
    ],
    [
      'forwarded before the file, fulfilled after it',
      {
        supplier: 'acme',
        forwardedAt: '2026-11-19',
        fulfilledQuantity: 3,
        fulfilledAt: '2026-11-22',
      },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'forwarded on the day of the file, fulfilled after it',
      {
        supplier: 'acme',
        forwardedAt: '2026-11-20',
        fulfilledQuantity: 3,
        fulfilledAt: '2026-11-22',
      },
      { onHand: 7, committed: 0, sellable: 5 },
    ],
    [
      'forwarded before the file, partly fulfilled after it',
      {
        supplier: 'acme',
        forwardedAt: '2026-11-19',
        fulfilledQuantity: 1,
        fulfilledAt: '2026-11-22',
      },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
    [
      'cancelled after the file',
      { cancelledQuantity: 3, cancelledAt: '2026-11-22' },
      { onHand: 10, committed: 0, sellable: 8 },
    ],
  ])('%s', (_name, sketch, expected) => {
    expect(of(sketch)).toMatchObject(expected);
  });

  it('takes off no more than there is', () => {
    const lines = [line({ quantity: 30, fulfilledQuantity: 30, fulfilledAt: '2026-11-22' })];
    expect(of({}, { lines })).toMatchObject({ onHand: 0, committed: 0 });
  });

  it('takes what was shipped off the supplier that shipped it', () => {
    const given = {
      offers: [
        acme({ quantity: 10, asOf: '2026-11-20' }),
        beta({ quantity: 4, asOf: '2026-11-20' }),
      ],
      lines: [
        line({ quantity: 3, supplier: 'beta', fulfilledQuantity: 3, fulfilledAt: '2026-11-22' }),
      ],
    };
    // Acme 10 − 2, beta 1 all of it buffer.
    expect(told(plannedSku(given))).toMatchObject({ onHand: 11, safetyStock: 3, sellable: 8 });
  });

  it('takes it off the supplier that would serve when nobody knows who shipped', () => {
    const given = {
      offers: [
        acme({ quantity: 10, asOf: '2026-11-20' }),
        beta({ quantity: 4, asOf: '2026-11-20' }),
      ],
      lines: [line({ quantity: 3, fulfilledQuantity: 3, fulfilledAt: '2026-11-22' })],
      terms: both({ priority: 2 }, { priority: 1 }),
    };
    expect(told(plannedSku(given))).toMatchObject({ onHand: 11, safetyStock: 3, sellable: 8 });
  });

  it('counts units owed against what is left after those that were shipped', () => {
    const given = {
      offers: [acme({ quantity: 4, asOf: '2026-11-20' })],
      lines: [
        line({ orderId: '#1', quantity: 3, fulfilledQuantity: 3, fulfilledAt: '2026-11-22' }),
        line({ orderId: '#2', quantity: 3 }),
      ],
    };
    expect(told(plannedSku(given))).toMatchObject({ onHand: 1, committed: 3, uncovered: 2 });
    expect(partsOf(given)).toEqual([`#2/1 1 ship-now acme stock ${now}`, '#2/1 2 waiting']);
  });
});

describe('a line that was forwarded', () => {
  it('stays with its supplier, though another could serve it', () => {
    const given = {
      offers: [acme({ quantity: 1 }), beta({ quantity: 9 })],
      lines: [ordered('#1', 3, { supplier: 'acme', forwardedAt: '2026-11-23' })],
    };
    const parts = planOf(given).parts.map(({ quantity, supplier, source }) => [
      quantity,
      supplier,
      source,
    ]);
    expect(parts).toEqual([
      [1, 'acme', 'stock'],
      [2, undefined, undefined],
    ]);
  });

  it('stays with a supplier that has the goods of others after it', () => {
    const given = {
      offers: [acme({ quantity: 3 }), beta({ quantity: 3 })],
      lines: [ordered('#1', 3), ordered('#2', 3, { supplier: 'beta', forwardedAt: '2026-11-23' })],
    };
    const parts = planOf(given).parts.map(({ line: { orderId }, quantity, supplier }) => [
      orderId,
      quantity,
      supplier,
    ]);
    expect(parts).toEqual([
      ['#1', 3, 'acme'],
      ['#2', 3, 'beta'],
    ]);
  });

  it('is shown as forwarded, and its units are not given away again', () => {
    const given = {
      offers: [acme({ quantity: 2 })],
      lines: [ordered('#1', 3, { supplier: 'acme', forwardedAt: '2026-11-20' }), ordered('#2', 2)],
    };
    const parts = planOf(given).parts.map(({ line: { orderId }, quantity, state, supplier }) => [
      orderId,
      quantity,
      state,
      supplier,
    ]);
    expect(parts).toEqual([
      ['#1', 3, 'forwarded', 'acme'],
      ['#2', 2, 'ship-now', 'acme'],
    ]);
  });

  it('is free to go elsewhere while its forwarding lies in the future', () => {
    const given = {
      offers: [acme({ quantity: 1 }), beta({ quantity: 9 })],
      lines: [ordered('#1', 3, { supplier: 'acme', forwardedAt: '2026-11-24' })],
    };
    expect(partsOf(given)).toEqual([`#1/1 3 ship-now beta stock ${now}`]);
  });
});

describe('a supplier that is told of orders on their day', () => {
  const given = (orderedAt: string, sketch: LineSketch = {}) => ({
    offers: [acme({ quantity: 10, asOf: '2026-11-22' })],
    lines: [line({ quantity: 3, orderedAt, ...sketch })],
    terms: both({ forwarded: 'same-day' }, {}),
  });
  it.each([
    ['2026-11-21T23:59:59', 10, 0],
    ['2026-11-22T00:00:00', 10, 3],
    ['2026-11-23', 10, 3],
  ])('knows of an order before its file’s date: %s', (orderedAt, onHand, committed) => {
    expect(told(plannedSku(given(orderedAt)))).toMatchObject({ onHand, committed });
  });

  it('has taken it off its number when it was shipped later', () => {
    const shipped = { fulfilledQuantity: 3, fulfilledAt: '2026-11-23' };
    expect(told(plannedSku(given('2026-11-21', shipped)))).toMatchObject({
      onHand: 10,
      committed: 0,
    });
    expect(told(plannedSku(given('2026-11-22', shipped)))).toMatchObject({
      onHand: 7,
      committed: 0,
    });
  });
});

describe('before the release', () => {
  it('ships nothing from stock', () => {
    const given = {
      offers: [acme({ quantity: 5, release: '2026-12-01' })],
      lines: [ordered('#1', 3)],
    };
    expect(planOf(given).parts).toMatchObject([
      { quantity: 3, state: 'waiting', supplier: 'acme', shipDate: '2026-12-03', basis: 'release' },
    ]);
  });

  it('ships no arrival, but arrivals after it on their own day', () => {
    const given = {
      offers: [acme({ release: '2026-12-01', restocks: ['2026-11-25 x 2', '2026-12-04 x 5'] })],
      lines: [ordered('#1', 3)],
    };
    expect(partsOf(given)).toEqual([
      '#1/1 2 waiting acme 2026-11-25 2026-12-03',
      '#1/1 1 waiting acme 2026-12-04 2026-12-08',
    ]);
  });

  it('ships from stock on the release day itself', () => {
    const given = {
      offers: [acme({ quantity: 5, release: '2026-11-23' })],
      lines: [ordered('#1', 3)],
    };
    expect(partsOf(given)).toEqual([`#1/1 3 ship-now acme stock ${now}`]);
  });
});

describe('what cannot be served', () => {
  const of = (given: Situation) =>
    planOf({ lines: [ordered('#1', 3)], ...given }).parts.map(
      ({ quantity, state, blockedBy, shipDate }) => ({
        quantity,
        state,
        stale: blockedBy === 'stale-feed',
        shipDate,
      }),
    );
  const stale = { asOf: '2026-11-15', quantity: 9 };

  it.each<readonly [string, Situation, string]>([
    ['offered by nobody', {}, 'unfillable'],
    ['gone from the newest file', { missing: ['X'] }, 'unfillable'],
    ['discontinued', { offers: [acme({ discontinued: true })] }, 'unfillable'],
    [
      'discontinued, with a date',
      { offers: [acme({ discontinued: true, restocks: ['2026-12-04 x 9'] })] },
      'unfillable',
    ],
    [
      'discontinued by the merchant',
      { offers: [acme()], overrides: [{ discontinued: true }] },
      'unfillable',
    ],
    [
      'discontinued everywhere',
      { offers: [acme({ discontinued: true }), beta({ discontinued: true })] },
      'unfillable',
    ],
    ['discontinued at one of two', { offers: [acme({ discontinued: true }), beta()] }, 'waiting'],
    ['out of stock', { offers: [acme()] }, 'waiting'],
    ['overdue', { offers: [acme({ restocks: ['2026-11-10 x 9'] })] }, 'waiting'],
    ['only likely to come', { offers: [acme()], terms: both({ restockDays: 14 }, {}) }, 'waiting'],
  ])('%s', (_name, given, state) => {
    expect(of(given)).toEqual([{ quantity: 3, state, stale: false, shipDate: undefined }]);
  });

  it.each<readonly [string, Situation]>([
    ['behind a stale file', { offers: [acme(stale)] }],
    [
      'behind a stale file, discontinued elsewhere',
      { offers: [acme(stale), beta({ discontinued: true })] },
    ],
    [
      'behind a stale file with a date',
      { offers: [acme({ ...stale, restocks: ['2026-12-04 x 9'] })] },
    ],
  ])('%s it waits for the file', (_name, given) => {
    expect(of(given)).toEqual([
      { quantity: 3, state: 'waiting', stale: true, shipDate: undefined },
    ]);
  });

  it('waits for the stale file of the supplier it was forwarded to, whoever else is fresh', () => {
    const lines = [ordered('#1', 3, { supplier: 'acme', forwardedAt: '2026-11-20' })];
    const { parts } = planOf({ offers: [acme(stale), beta({ quantity: 9 })], lines });
    expect(parts).toMatchObject([{ quantity: 3, blockedBy: 'stale-feed' }]);
  });

  it('serves the last of a discontinued article, and the rest not at all', () => {
    const offers = [acme({ quantity: 2, discontinued: true })];
    expect(partsOf({ offers, lines: [ordered('#1', 3)] })).toEqual([
      `#1/1 2 ship-now acme stock ${now}`,
      '#1/1 1 unfillable',
    ]);
  });

  it('lets a discontinued article wait for the date that the merchant knows', () => {
    const given = {
      offers: [acme({ discontinued: true })],
      overrides: [{ restock: '2026-12-04' }],
    };
    expect(partsOf({ ...given, lines: [ordered('#1', 3)] })).toEqual([
      '#1/1 3 waiting acme 2026-12-04 2026-12-08',
    ]);
  });
});

describe('an order of several lines', () => {
  const given = {
    offers: [
      acme({ sku: 'A', quantity: 5 }),
      acme({ sku: 'B', restocks: ['2026-12-04 x 5'] }),
      acme({ sku: 'C' }),
    ],
  };
  const lines = (...names: string[]) => names.map((name) => line({ lineId: name, sku: name }));

  it('ships each line on its own day', () => {
    expect(partsOf({ ...given, lines: lines('A', 'B') })).toEqual([
      `#1/A 1 ship-now acme stock ${now}`,
      '#1/B 1 waiting acme 2026-12-04 2026-12-08',
    ]);
  });

  it('ships on the latest day of its lines when it is held together', () => {
    const { parts } = planOf({
      ...given,
      lines: lines('A', 'B'),
      policy: { waitMaxDays: Number.POSITIVE_INFINITY },
    });
    expect(parts).toMatchObject([
      {
        line: { lineId: 'A' },
        state: 'waiting',
        source: 'stock',
        shipDate: '2026-12-08',
        deliverBy: '2026-12-13',
      },
      { line: { lineId: 'B' }, state: 'waiting', shipDate: '2026-12-08', deliverBy: '2026-12-13' },
    ]);
  });

  it('has no date while one of its lines has none and it is held together', () => {
    const { parts } = planOf({
      ...given,
      lines: lines('A', 'B', 'C'),
      policy: { waitMaxDays: Number.POSITIVE_INFINITY },
    });
    expect(parts.map(({ state, shipDate }) => [state, shipDate])).toEqual([
      ['waiting', undefined],
      ['waiting', undefined],
      ['waiting', undefined],
    ]);
  });

  it('holds no other order', () => {
    const other = line({ orderId: '#2', sku: 'A' });
    const { parts } = planOf({
      ...given,
      lines: [...lines('A', 'C'), other],
      policy: { waitMaxDays: Number.POSITIVE_INFINITY },
    });
    const free = parts.find((part) => part.line.orderId === '#2');
    expect(free).toMatchObject({ state: 'ship-now', shipDate: now });
  });

  it('ships at once when all of it is in stock, held together or not', () => {
    const { parts } = planOf({
      ...given,
      lines: lines('A'),
      policy: { waitMaxDays: Number.POSITIVE_INFINITY },
    });
    expect(parts).toMatchObject([{ state: 'ship-now', shipDate: now }]);
  });

  it('is not held by a line that was shipped', () => {
    const done = line({ lineId: 'C', sku: 'C', fulfilledQuantity: 1, fulfilledAt: '2026-11-22' });
    const { parts } = planOf({
      ...given,
      lines: [...lines('A'), done],
      policy: { waitMaxDays: Number.POSITIVE_INFINITY },
    });
    expect(parts).toMatchObject([{ line: { lineId: 'A' }, state: 'ship-now', shipDate: now }]);
  });
});

describe('delivery', () => {
  it('adds the longest transit time of the supplier that serves', () => {
    const given = {
      offers: [beta({ quantity: 3 })],
      lines: [ordered('#1', 1)],
      terms: both({}, { transitDays: 9 }),
    };
    expect(planOf(given).parts).toMatchObject([{ shipDate: now, deliverBy: '2026-12-04' }]);
  });
});
