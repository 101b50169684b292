import { describe, expect, it } from 'vitest';
import { riskView } from '../../src/outputs/supplier-risk.ts';
import { exposureText } from '../../src/outputs/suppliers.ts';
import { exposureOf } from '../../src/plan/sourcing.ts';
import {
  type LineSketch,
  line,
  matchingBy,
  offer,
  planOf,
  type Situation,
  sku,
  terms,
} from '../plan/builders.ts';
import { remembered } from './evidence.ts';

const pair = [terms('acme'), terms('beta', { priority: 2 })];
const exposed = (situation: Situation, currency?: string) =>
  exposureOf(planOf({ terms: pair, ...situation }), currency);

/** A sale of X for 10 a day ago. */
const sale = (sketch: LineSketch = {}) =>
  line({ orderedAt: '2026-11-22', unitPrice: 10, ...sketch });

describe('revenue', () => {
  const total = (...lines: LineSketch[]) => exposed({ lines: lines.map(sale) }).total;

  it('is unit price × units of the 90 days before today', () => {
    expect(total({ quantity: 3 }, { unitPrice: 2.5 })).toBe(32.5);
    // Ninety days before the 23rd of November are the 25th of August.
    expect(total({ orderedAt: '2026-08-25' }, { orderedAt: '2026-08-24T23:59:59' })).toBe(10);
    expect(total({ orderedAt: '2026-11-23T08:00:00' })).toBe(0);
    expect(total({ unitPrice: undefined })).toBe(0);
  });

  it('is without what was cancelled, refunded or came back', () => {
    expect(total({ quantity: 4, cancelledQuantity: 1, returnedQuantity: 1 })).toBe(20);
    expect(total({ paymentState: 'refunded' }, { paymentState: 'voided' })).toBe(0);
    expect(total({ quantity: 4, cancelledQuantity: 1, cancelledAt: '2026-11-24' })).toBe(40);
  });

  it('is in the shop’s currency; others are told and not added', () => {
    const lines = [
      sale({ currency: 'USD' }),
      sale({ currency: 'EUR' }),
      sale({ currency: 'EUR', unitPrice: 4 }),
      sale({ currency: undefined }),
    ];
    const others = (own?: string) => {
      const { total: sum, revenue } = exposed({ lines }, own);
      return [sum, revenue.currency, revenue.others];
    };
    expect(others('USD')).toEqual([20, 'USD', [{ currency: 'EUR', amount: 14 }]]);
    // Without a word from the settings, the currency of most lines.
    expect(others()).toEqual([24, 'EUR', [{ currency: 'USD', amount: 10 }]]);
    expect(exposureText(exposed({ lines }, 'USD'))).toContain(
      '14.00 EUR of other currencies is not in it',
    );
  });
});

describe('lines without a price', () => {
  it('are told beside the revenue that they are not in', () => {
    const text = (...lines: ReturnType<typeof sale>[]) =>
      exposureText(exposed({ lines: [sale({ currency: 'USD' }), ...lines] }, 'USD'));
    expect(text(sale({ unitPrice: undefined }))).toContain(
      '1 order line without a price is not in it.',
    );
    expect(text()).not.toContain('without a price');
    expect(text(sale({ unitPrice: 0 }))).not.toContain('without a price');
  });
});

describe('what hangs on a supplier', () => {
  it('is the revenue of SKUs that it alone offers, fresh and not discontinued', () => {
    const offers = [
      offer({ sku: 'A', quantity: 5 }),
      offer({ sku: 'B', quantity: 5 }),
      offer({ sku: 'B', supplier: 'beta', quantity: 5 }),
      offer({ sku: 'C', quantity: 5 }),
      // Eight days old where seven are allowed.
      offer({ sku: 'C', supplier: 'beta', asOf: '2026-11-15' }),
      offer({ sku: 'D' }),
      offer({ sku: 'D', supplier: 'beta', discontinued: true, quantity: 3 }),
    ];
    const lines = [
      sale({ sku: 'A', quantity: 3 }),
      sale({ sku: 'B', quantity: 4 }),
      sale({ sku: 'C', quantity: 2 }),
      sale({ sku: 'D' }),
      sale({ sku: 'NOBODY', quantity: 10 }),
    ];
    const { total, atRisk, suppliers, herfindahl, serving } = exposed({ offers, lines });
    expect({ total, atRisk }).toEqual({ total: 200, atRisk: 60 });
    expect(suppliers.get('acme')).toEqual({ skus: 4, singleSourceSkus: 3, atRisk: 60 });
    expect(suppliers.get('beta')).toEqual({ skus: 3, singleSourceSkus: 0, atRisk: 0 });
    // Acme is asked first for everything.
    expect({ herfindahl, serving }).toEqual({ herfindahl: 1, serving: 1 });
  });

  it('is spread as the Herfindahl index tells: by who is on record, else by who is asked first', () => {
    const offers = [
      offer({ sku: 'A' }),
      offer({ sku: 'A', supplier: 'beta' }),
      offer({ sku: 'B', supplier: 'beta' }),
    ];
    const lines = [
      sale({ sku: 'A', quantity: 2 }),
      sale({ sku: 'A', quantity: 1, supplier: 'beta' }),
      sale({ sku: 'B', quantity: 1 }),
    ];
    // Half each.
    expect(exposed({ offers, lines }).herfindahl).toBeCloseTo(0.5, 12);
    expect(exposed({ offers, lines: lines.slice(0, 2) }).herfindahl).toBeCloseTo(4 / 9 + 1 / 9, 12);
    expect(exposed({ offers }).herfindahl).toBeUndefined();
  });

  it('is of a kit what hangs on the only suppliers of its components', () => {
    const offers = [
      offer({ sku: 'POT' }),
      offer({ sku: 'LID', supplier: 'beta' }),
      offer({ sku: 'BAG' }),
      offer({ sku: 'BAG', supplier: 'beta' }),
    ];
    const part = (name: string) => ({ sku: sku(name), quantity: 1 });
    const kits = new Map([[sku('SET'), ['POT', 'LID', 'BAG'].map(part)]]);
    const { suppliers, atRisk, singleSources } = exposed({
      offers,
      lines: [sale({ sku: 'SET' })],
      more: { kits },
    });
    expect([suppliers.get('acme')?.atRisk, suppliers.get('beta')?.atRisk, atRisk]).toEqual([
      10, 10, 10,
    ]);
    expect(singleSources.filter((one) => one.sku === 'SET')).toEqual([
      { sku: 'SET', supplier: 'acme', revenue: 10, parts: ['POT'] },
      { sku: 'SET', supplier: 'beta', revenue: 10, parts: ['LID'] },
    ]);
  });
});

describe('a second source', () => {
  // 4006381333931 is a right EAN-13.
  const barcode = '4006381333931';
  const rows = (situation: Situation) => {
    const plan = planOf({ terms: pair, listed: ['X', 'Y'], ...situation });
    return riskView(plan, exposureOf(plan, undefined)).rows.map(
      ({ supplier, sku: name, second_sources, next_step }) => [
        supplier,
        name,
        second_sources,
        next_step,
      ],
    );
  };
  const own = offer({ sku: 'X', barcode });

  it('is an article with the same valid barcode, though no SKU of ours', () => {
    const theirs = offer({ sku: '4711', supplier: 'beta', barcode });
    // No listing states the barcode: nothing says that the two are one.
    expect(rows({ offers: [own, theirs] })).toEqual([
      [
        'acme',
        'X',
        'beta 4711: the same barcode',
        'compare; if the same: beta,4711,X into sku-map.csv',
      ],
    ]);
    expect(rows({ offers: [own, { ...theirs, barcode: '4006381333932' }] })).toEqual([
      ['acme', 'X', undefined, 'look for another supplier'],
    ]);
    const setAside = [{ supplier: 'beta', supplierSku: '4711' }];
    expect(rows({ offers: [own, theirs], more: { matching: matchingBy({ setAside }) } })).toEqual([
      ['acme', 'X', undefined, 'look for another supplier'],
    ]);
  });

  it('is one whose file is stale, that has discontinued it, or lists it no more', () => {
    const stale = offer({ sku: 'X', supplier: 'beta', asOf: '2026-11-10' });
    expect(rows({ offers: [own, stale] })).toEqual([
      ['acme', 'X', 'beta X: last file 2026-11-10', 'get a new file from beta'],
    ]);
    expect(rows({ offers: [own, { ...stale, asOf: own.asOf, discontinued: true }] })).toEqual([
      ['acme', 'X', 'beta X: discontinued', 'look for another supplier'],
    ]);
    const memory = remembered({
      supplier: 'beta',
      shown: { '2026-11-02': 3 },
      days: ['2026-11-09'],
    });
    const missing = [{ supplier: 'beta', sku: sku('X'), supplierSku: 'X' }];
    expect(rows({ offers: [own], more: { memory, missing } })).toEqual([
      ['acme', 'X', 'beta X: last listed 2026-11-02', 'ask beta whether X comes again'],
    ]);
  });

  it('cannot be found without a barcode; SKUs with most revenue come first', () => {
    const offers = [offer({ sku: 'X' }), offer({ sku: 'Y', supplier: 'beta' })];
    expect(rows({ offers, lines: [sale({ sku: 'Y' })] })).toEqual([
      ['beta', 'Y', undefined, 'give its GTIN in skus.csv'],
      ['acme', 'X', undefined, 'give its GTIN in skus.csv'],
    ]);
  });
});
