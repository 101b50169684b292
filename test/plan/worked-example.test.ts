import { describe, expect, it } from 'vitest';
import {
  line,
  type OfferSketch,
  offer,
  partsOf,
  plannedSku,
  planOf,
  type Situation,
  terms,
  told,
} from './builders.ts';

const acme = (sketch: OfferSketch) => offer({ supplier: 'acme', ...sketch });
const beta = (sketch: OfferSketch) => offer({ supplier: 'beta', ...sketch });
const owed = (quantity: number) => [line({ quantity })];

/** What section 5 says of each row, and nothing it does not say. */
interface Row {
  readonly name: string;
  readonly given: Situation;
  readonly expected: object;
}

const rows: readonly Row[] = [
  {
    name: 'TENT: stock, less the buffer, less what is owed',
    given: { offers: [acme({ quantity: 10 })], lines: owed(3) },
    expected: {
      status: 'available',
      reason: 'in-stock',
      sellable: 5,
      aheadLimit: undefined,
      shipDate: '2026-11-25',
      basis: 'stock',
      supplier: 'acme',
      onHand: 10,
      committed: 3,
      safetyStock: 2,
      free: 5,
      uncovered: 0,
      label: 'In stock',
      deliverBy: '2026-11-30',
    },
  },
  {
    name: 'LAMP: each supplier keeps its own buffer',
    given: { offers: [acme({ quantity: 2 }), beta({ quantity: 4 })] },
    expected: {
      status: 'available',
      reason: 'in-stock',
      sellable: 2,
      aheadLimit: undefined,
      onHand: 6,
      committed: 0,
      safetyStock: 4,
      free: 2,
    },
  },
  {
    name: 'MUG: all of it is owed, the usual restock time tells a date',
    given: {
      offers: [acme({ quantity: 3 })],
      lines: owed(3),
      terms: [terms('acme', { restockDays: 14 }), terms('beta')],
    },
    expected: {
      status: 'preorder',
      reason: 'restock-uncertain',
      sellable: 0,
      aheadLimit: 10,
      restockDay: '2026-12-07',
      shipDate: '2026-12-09',
      basis: 'typical',
      supplier: 'acme',
      onHand: 3,
      committed: 3,
      free: 0,
      uncovered: 0,
      label: 'Preorder – ships by 9 Dec 2026',
    },
  },
  {
    name: 'STOVE: six of the twenty that arrive are sold already',
    given: { offers: [acme({ restocks: ['2026-12-04 x 20'] })], lines: owed(6) },
    expected: {
      status: 'backorder',
      reason: 'restock-dated',
      sellable: 0,
      aheadLimit: 14,
      restockDay: '2026-12-04',
      shipDate: '2026-12-08',
      basis: 'stated',
      supplier: 'acme',
      onHand: 0,
      committed: 6,
      free: 0,
      uncovered: 6,
      incoming: 20,
      label: 'Backordered – ships by 8 Dec 2026',
      deliverBy: '2026-12-13',
    },
  },
  {
    name: 'BOOT: more are sold than arrive',
    given: { offers: [acme({ restocks: ['2026-12-04 x 5'] })], lines: owed(6) },
    expected: {
      status: 'unavailable',
      reason: 'limit-reached',
      sellable: 0,
      aheadLimit: undefined,
      shipDate: undefined,
      incoming: 5,
      label: 'Currently unavailable',
      deliverBy: undefined,
    },
  },
  {
    name: 'ROPE: nobody is promised a date for goods of a later arrival',
    given: {
      offers: [acme({ restocks: ['2026-12-04 x 1'] }), beta({ restocks: ['2026-12-18 x 20'] })],
    },
    expected: {
      status: 'backorder',
      reason: 'restock-dated',
      aheadLimit: 1,
      shipDate: '2026-12-08',
      restockDay: '2026-12-04',
      supplier: 'acme',
      incoming: 21,
    },
  },
  {
    name: 'KAYAK: far away',
    given: { offers: [acme({ restocks: ['2027-02-15 x 8'] })] },
    expected: {
      status: 'preorder',
      reason: 'restock-far',
      aheadLimit: 8,
      shipDate: '2027-02-17',
      restockDay: '2027-02-15',
      basis: 'stated',
      label: 'Preorder – ships by 17 Feb 2027',
    },
  },
  {
    name: 'DRONE: not released',
    given: { offers: [acme({ release: '2027-01-15' })], lines: owed(2) },
    expected: {
      status: 'preorder',
      reason: 'not-released',
      aheadLimit: 8,
      shipDate: '2027-01-19',
      basis: 'release',
      supplier: 'acme',
      onHand: 0,
      committed: 2,
      label: 'Preorder – ships by 19 Jan 2027',
    },
  },
  {
    name: 'OLD: the last of it',
    given: { offers: [acme({ quantity: 4, discontinued: true })] },
    expected: {
      status: 'available',
      reason: 'last-units',
      sellable: 2,
      shipDate: '2026-11-25',
      label: 'In stock',
    },
  },
  {
    name: 'GONE: never again',
    given: { offers: [acme({ discontinued: true })] },
    expected: {
      status: 'unavailable',
      reason: 'discontinued',
      sellable: 0,
      aheadLimit: undefined,
      shipDate: undefined,
      label: 'Currently unavailable',
    },
  },
];

describe('the worked example of the planning rules', () => {
  it.each(rows)('$name', ({ given, expected }) => {
    expect(told(plannedSku(given))).toMatchObject(expected);
  });

  it('serves the three tents that are owed from stock', () => {
    const given = { offers: [acme({ quantity: 10 })], lines: owed(3) };
    expect(partsOf(given)).toEqual(['#1/1 3 ship-now acme stock 2026-11-25']);
  });

  it('ships all mugs that are owed: the buffer is for new sales', () => {
    const given = { offers: [acme({ quantity: 3 })], lines: owed(3) };
    expect(partsOf(given)).toEqual(['#1/1 3 ship-now acme stock 2026-11-25']);
  });

  it('lets the six stoves wait for their arrival', () => {
    const given = { offers: [acme({ restocks: ['2026-12-04 x 20'] })], lines: owed(6) };
    expect(partsOf(given)).toEqual(['#1/1 6 waiting acme 2026-12-04 2026-12-08']);
  });

  it('gives the sixth boot no date', () => {
    const given = { offers: [acme({ restocks: ['2026-12-04 x 5'] })], lines: owed(6) };
    expect(partsOf(given)).toEqual(['#1/1 5 waiting acme 2026-12-04 2026-12-08', '#1/1 1 waiting']);
  });

  it('holds side by side: no SKU changes what is said of another', () => {
    const named = rows.map(({ name, given }) => ({ sku: name.split(':')[0] ?? '', given }));
    const together = planOf({
      offers: named.flatMap(({ sku, given }) =>
        (given.offers ?? []).map((own) => ({ ...own, sku: sku as never, supplierSku: sku })),
      ),
      lines: named.flatMap(({ sku, given }, i) =>
        (given.lines ?? []).map((own) => ({ ...own, sku: sku as never, orderId: `#${i}` })),
      ),
    });
    const found = new Map(together.skus.map((planned) => [String(planned.sku), told(planned)]));
    for (const { name, expected } of rows) {
      const own = name.split(':')[0] ?? '';
      // MUG alone needs a supplier with a usual restock time.
      if (own !== 'MUG') expect(found.get(own), own).toMatchObject(expected);
    }
  });
});
