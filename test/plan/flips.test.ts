import { describe, expect, it } from 'vitest';
import { applied, type Change } from '../../src/plan/flips/change.ts';
import { flipsOfLine, flipsOfSku } from '../../src/plan/flips/flips.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { day, inputOf, line, offer, type Situation, sku, terms } from './builders.ts';

// Monday 2026-11-23; dispatch two working days, buffer 2, backorders within 30 days, preorders within 180.

function flips(situation: Situation, name = 'X'): [Change, string][] {
  const input = inputOf(situation);
  return flipsOfSku({ input, plan: makePlan(input) }, sku(name)).map(({ change, result }) => [
    change,
    result.status,
  ]);
}

function lineFlips(situation: Situation, lineId: string): [Change, string, number | undefined][] {
  const input = inputOf(situation);
  const plan = makePlan(input);
  const own = plan.parts.find((part) => part.line.lineId === lineId)?.line;
  if (!own) throw new Error(`no line ${lineId}`);
  return flipsOfLine({ input, plan }, own).map(({ change, result }) => [
    change,
    result.state,
    result.late,
  ]);
}

const acme = { supplier: 'acme', supplierSku: 'X' };
const of = (kind: Change['kind'], found: readonly (readonly [Change, ...unknown[]])[]) =>
  found.filter(([change]) => change.kind === kind);

describe('a SKU', () => {
  it('that a unit lacks for is available with one more', () => {
    const found = flips({ offers: [offer({ quantity: 3 })], lines: [line()] });
    expect(found[0]).toEqual([
      { kind: 'units', article: acme, from: 3, isWord: false, to: 4 },
      'available',
    ]);
  });

  it('that is available is not with as many fewer, or more ordered, as are free', () => {
    // 10 − 2 − 3 = 5 are free.
    const found = flips({ offers: [offer({ quantity: 10 })], lines: [line({ quantity: 3 })] });
    expect(found).toEqual([
      [{ kind: 'units', article: acme, from: 10, isWord: false, to: 5 }, 'unavailable'],
      [{ kind: 'ordered', sku: 'X', units: 5 }, 'unavailable'],
    ]);
  });

  it('that two suppliers have is told of the one whose number is nearer', () => {
    // 4 + 9 less buffers of 2 each: 2 + 7 free; only all of both would be missed.
    const offers = [offer({ quantity: 4 }), offer({ supplier: 'beta', quantity: 9 })];
    expect(of('units', flips({ offers }))).toEqual([]);
    const owed = { offers, lines: [line({ quantity: 3 })] };
    // Of 6 free, beta's 9 must fall to 3 (1 of it unbuffered, 2 + 1 − 3 = 0); acme alone cannot.
    expect(of('units', flips(owed))).toEqual([
      [
        {
          kind: 'units',
          article: { supplier: 'beta', supplierSku: 'X' },
          from: 9,
          isWord: false,
          to: 3,
        },
        'unavailable',
      ],
    ]);
  });

  it('counts in the supplier’s units', () => {
    // Three packs of six less the buffer are 16; two packs are 10, one is 4, none is 0 after 4 are owed.
    const offers = [offer({ quantity: 3, packSize: 6 })];
    const [first] = flips({ offers, lines: [line({ quantity: 4 })] });
    expect(first).toEqual([
      { kind: 'units', article: acme, from: 3, isWord: false, to: 1 },
      'unavailable',
    ]);
  });

  it('without a date may be sold ahead with one, soon or later', () => {
    // Two working days behind the last Monday, 2026-12-21, is 2026-12-23, the 30th day.
    const dates = of('restock-date', flips({ offers: [offer()] }));
    expect(dates).toEqual([
      [
        { kind: 'restock-date', article: acme, sense: 'until', day: '2027-05-19', from: undefined },
        'preorder',
      ],
      [
        { kind: 'restock-date', article: acme, sense: 'until', day: '2026-12-21', from: undefined },
        'backorder',
      ],
    ]);
  });

  it('with a far date is told of the nearer one, and of the rule', () => {
    const found = flips({ offers: [offer({ restocks: ['2027-01-11 x 20'] })] });
    expect(of('restock-date', found)[0]).toEqual([
      {
        kind: 'restock-date',
        article: acme,
        sense: 'until',
        day: '2026-12-21',
        from: '2027-01-11',
      },
      'backorder',
    ]);
    // It ships 2027-01-13, 51 days from now.
    expect(of('policy-number', found)).toEqual([
      [{ kind: 'policy-number', key: 'backorderMaxWaitDays', from: 30, to: 51 }, 'backorder'],
    ]);
  });

  it('with a near date is told from which day on it is too late', () => {
    const found = flips({ offers: [offer({ restocks: ['2026-12-04 x 20'] })] });
    expect(of('restock-date', found)).toEqual([
      [
        {
          kind: 'restock-date',
          article: acme,
          sense: 'from',
          day: '2026-12-22',
          from: '2026-12-04',
        },
        'preorder',
      ],
    ]);
  });

  it('whose date has passed needs another', () => {
    const found = flips({ offers: [offer({ restocks: ['2026-11-10 x 20'] })] });
    expect(of('restock-date', found)[1]).toEqual([
      {
        kind: 'restock-date',
        article: acme,
        sense: 'until',
        day: '2026-12-21',
        from: '2026-11-10',
      },
      'backorder',
    ]);
  });

  it('sold out in advance needs more to come, or fewer orders', () => {
    const lines = [line({ quantity: 3 }), line({ orderId: '#2', lineId: '2', quantity: 3 })];
    const found = flips({ offers: [offer({ restocks: ['2026-12-04 x 5'] })], lines });
    expect(of('restock-units', found)).toEqual([
      [{ kind: 'restock-units', article: acme, day: '2026-12-04', from: 5, to: 7 }, 'backorder'],
    ]);
    expect(of('cancelled', found)).toEqual([
      [
        {
          kind: 'cancelled',
          cuts: [{ line: expect.objectContaining({ orderId: '#2' }), units: 2 }],
        },
        'backorder',
      ],
    ]);
  });

  it('that still comes in is not sold ahead any more with as many fewer as may be sold', () => {
    const found = flips({ offers: [offer({ restocks: ['2026-12-04 x 5'] })], lines: [line()] });
    expect(of('restock-units', found)).toEqual([
      [{ kind: 'restock-units', article: acme, day: '2026-12-04', from: 5, to: 1 }, 'unavailable'],
    ]);
  });

  it('in an old file needs a newer one, with enough in it', () => {
    // Files count for seven days.
    const many = flips({ offers: [offer({ quantity: 5, asOf: '2026-11-10' })] });
    expect(many[0]).toEqual([
      { kind: 'fresh-file', article: acme, asOf: '2026-11-16' },
      'available',
    ]);
    const few = flips({ offers: [offer({ quantity: 1, asOf: '2026-11-10' })] });
    expect(of('fresh-file', few)).toEqual([
      [{ kind: 'fresh-file', article: acme, asOf: '2026-11-16', units: 3 }, 'available'],
    ]);
  });

  it('held back by the buffer is free with a smaller one', () => {
    const found = flips({ offers: [offer({ quantity: 2 })] });
    expect(of('own-units', found)).toEqual([
      [{ kind: 'own-units', sku: 'X', key: 'safetyStock', from: 2, to: 1 }, 'available'],
    ]);
  });

  it('held back by a buffer that follows the demand knows how large it is', () => {
    const sold = Array.from({ length: 40 }, (_, i) =>
      line({
        orderId: `#${i}`,
        orderedAt: `2026-10-${String((i % 30) + 1).padStart(2, '0')}`,
        quantity: 2,
        fulfilledQuantity: 2,
        fulfilledAt: '2026-11-01',
      }),
    );
    const situation: Situation = {
      offers: [offer({ quantity: 1 })],
      lines: sold,
      terms: [terms('acme', { buffer: { kind: 'auto' } })],
    };
    const [change] = of('units', flips(situation))[0] ?? [];
    const to = change?.kind === 'units' ? change.to : 0;
    const at = (quantity: number) =>
      makePlan(inputOf({ ...situation, offers: [offer({ quantity })] })).skus[0]?.verdict.status;
    expect([at(to - 1), at(to)]).toEqual(['unavailable', 'available']);
  });

  it('pinned is what it would be without the pin, and nothing else changes it', () => {
    const overrides = [{ status: 'unavailable' as const }];
    expect(flips({ offers: [offer({ quantity: 9 })], overrides })).toEqual([
      [{ kind: 'unpinned', sku: 'X', status: 'unavailable' }, 'available'],
    ]);
  });

  it('with a limit of its own needs a higher one', () => {
    const found = flips({
      offers: [offer({ restocks: ['2026-12-04 x 20'] })],
      lines: [line({ quantity: 3 })],
      overrides: [{ backorderLimit: 2 }],
    });
    expect(of('own-units', found)).toEqual([
      [{ kind: 'own-units', sku: 'X', key: 'backorderLimit', from: 2, to: 4 }, 'backorder'],
    ]);
  });

  it('released too far ahead needs a nearer release', () => {
    const found = flips({ offers: [offer()], overrides: [{ release: '2027-07-01' }] });
    expect(of('own-date', found)[0]).toEqual([
      {
        kind: 'own-date',
        sku: 'X',
        key: 'release',
        sense: 'until',
        day: '2027-05-19',
        from: '2027-07-01',
      },
      'preorder',
    ]);
  });

  it('that nobody lists needs to be, or a date of your own', () => {
    const found = flips({ listed: ['X'] });
    expect(found[0]).toEqual([{ kind: 'listed', article: acme, sku: 'X', units: 3 }, 'available']);
    expect(of('own-date', found).map(([, status]) => status)).toEqual(['preorder', 'backorder']);
  });

  it('with an uncertain date is told of the rule for those', () => {
    const found = flips({
      offers: [offer()],
      terms: [terms('acme', { restockDays: 14 })],
    });
    expect(of('uncertain-restock', found)).toEqual([
      [{ kind: 'uncertain-restock', to: 'backorder' }, 'backorder'],
    ]);
  });

  it('back with too few is told of the rule for those', () => {
    const found = flips({
      offers: [offer({ quantity: 3 })],
      previous: 'unavailable',
      policy: { returnQuantity: 3 },
    });
    expect(of('policy-number', found)).toEqual([
      [{ kind: 'policy-number', key: 'returnQuantity', from: 3, to: 1 }, 'available'],
    ]);
  });

  it('discontinued, with a supplier that usually restocks, is told of that', () => {
    const found = flips({
      offers: [offer({ discontinued: true })],
      terms: [terms('acme', { restockDays: 14 })],
    });
    expect(of('continued', found)).toEqual([[{ kind: 'continued', sku: 'X' }, 'preorder']]);
  });

  it('is never told of more than five', () => {
    const found = flips({
      offers: [offer({ restocks: ['2027-01-11 x 5'] })],
      lines: [line({ quantity: 7 })],
      previous: 'unavailable',
      policy: { returnQuantity: 3 },
    });
    expect(found.length).toBe(5);
  });
});

describe('an order line', () => {
  const two = [
    line({ quantity: 3, promisedShipDate: day('2026-11-30') }),
    line({ orderId: '#2', lineId: '2', quantity: 2, promisedShipDate: day('2026-11-30') }),
  ];

  it('behind others ships now with more units, or without them', () => {
    const found = lineFlips({ offers: [offer({ quantity: 4 })], lines: two }, '2');
    expect(found[0]).toEqual([
      { kind: 'units', article: acme, from: 4, isWord: false, to: 5 },
      'ships-now',
      0,
    ]);
    expect(of('cancelled', found)).toEqual([
      [
        {
          kind: 'cancelled',
          cuts: [{ line: expect.objectContaining({ orderId: '#1' }), units: 1 }],
        },
        'ships-now',
        0,
      ],
    ]);
  });

  it('that is late is in time with an earlier arrival', () => {
    // From Thursday, 2026-11-26, two working days lead to Monday, 2026-11-30.
    const found = lineFlips({ offers: [offer({ restocks: ['2026-12-04 x 9'] })], lines: two }, '2');
    expect(of('restock-date', found)[0]).toEqual([
      {
        kind: 'restock-date',
        article: acme,
        sense: 'until',
        day: '2026-11-26',
        from: '2026-12-04',
      },
      'dated',
      0,
    ]);
  });

  it('that is in time is late with a later arrival, and has no date with a smaller one', () => {
    const found = lineFlips({ offers: [offer({ restocks: ['2026-11-25 x 9'] })], lines: two }, '2');
    expect(of('restock-date', found)).toEqual([
      [
        {
          kind: 'restock-date',
          article: acme,
          sense: 'from',
          day: '2026-11-27',
          from: '2026-11-25',
        },
        'dated',
        1,
      ],
    ]);
    expect(of('restock-units', found)).toEqual([
      [
        { kind: 'restock-units', article: acme, day: '2026-11-25', from: 9, to: 4 },
        'undated',
        undefined,
      ],
    ]);
  });

  it('without a date has one with any', () => {
    const [own] = of('restock-date', lineFlips({ offers: [offer()], lines: two }, '1'));
    expect(own?.[0]).toMatchObject({ kind: 'restock-date', sense: 'any' });
    expect(own?.[1]).toBe('dated');
  });

  it('held for another ships now where lines need not wait for each other', () => {
    const lines = [line({ sku: 'X' }), line({ sku: 'Y', lineId: '2' })];
    const offers = [
      offer({ quantity: 5 }),
      offer({ sku: 'Y', restocks: ['2026-12-04 x 5'], supplierSku: 'Y' }),
    ];
    const found = lineFlips(
      { offers, lines, policy: { waitMaxDays: Number.POSITIVE_INFINITY } },
      '1',
    );
    expect(of('ship-available', found)).toEqual([
      [{ kind: 'ship-available' }, 'ships-now', undefined],
    ]);
    // One unit of Y would let both go.
    expect(found[0]).toEqual([
      {
        kind: 'units',
        article: { supplier: 'acme', supplierSku: 'Y' },
        from: 0,
        isWord: false,
        to: 1,
      },
      'ships-now',
      undefined,
    ]);
  });
});

describe('where a SKU cannot be planned by itself', () => {
  it('no change is named', () => {
    const input = inputOf({ offers: [offer({ quantity: 9 })] });
    const other = makePlan(inputOf({ offers: [offer()] }));
    expect(flipsOfSku({ input, plan: other }, sku('X'))).toEqual([]);
  });
});

it('a change of what comes on a day is one of the restock that states the number, not of another of the day', () => {
  const input = inputOf({
    offers: [offer({ quantity: 0, restocks: ['2026-12-04', '2026-12-04 x 1'] })],
  });
  const when = day('2026-12-04');
  const change: Change = { kind: 'restock-units', article: acme, day: when, from: 1, to: 2 };
  expect(applied(input, change).offers[0]?.restocks).toEqual([
    expect.objectContaining({ day: when, quantity: undefined }),
    expect.objectContaining({ day: when, quantity: 2 }),
  ]);
});
