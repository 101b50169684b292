import { describe, expect, it } from 'vitest';
import { explainSku } from '../../src/outputs/explain.ts';
import { explainOrder } from '../../src/outputs/explain-order.ts';
import { makePlan } from '../../src/plan/plan.ts';
import {
  day,
  inputOf,
  line,
  matchingBy,
  offer,
  type Situation,
  sku,
  terms,
} from '../plan/builders.ts';

const nothing = { notices: [], promises: [] };
const record = { restocks: 7, predictable: 7, comebacks: 12, restockDays: 25 };

function made(situation: Situation) {
  const input = inputOf(situation);
  return { input, plan: makePlan(input) };
}

/** What is told of X under a fact that begins so. */
function ofSku(fact: string, situation: Situation): string[] {
  const both = made(situation);
  const planned = both.plan.skus.find((own) => own.sku === 'X');
  if (!planned) throw new Error('X is planned');
  return explainSku(both, planned, undefined)
    .rows.filter((row) => String(row['fact']).startsWith(fact))
    .map(({ value }) => String(value));
}

function ofOrder(situation: Situation): string[] {
  return explainOrder(made(situation), '#1', nothing).rows.map(
    ({ fact, value, source }) => `${fact}: ${value}${source === undefined ? '' : ` [${source}]`}`,
  );
}

describe('the sum behind a stock', () => {
  it('names what was shipped since, and what orders of other SKUs of the article take', () => {
    const units = { numerator: 1, denominator: 6 };
    const mapped = { supplier: 'acme', supplierSku: 'A-1' };
    const skuMap = [
      { ...mapped, sku: sku('MUG') },
      { ...mapped, sku: sku('X'), units },
    ];
    const lines = [
      line({ quantity: 1, fulfilledQuantity: 1, fulfilledAt: '2026-11-23' }),
      line({ orderId: '#2', sku: 'MUG', quantity: 7 }),
    ];
    const offers = [offer({ sku: 'A-1', quantity: 30 })];
    expect(
      ofSku('at acme', { offers, lines, more: { matching: matchingBy({ skuMap }) } })[0],
    ).toContain(
      'less 1 shipped since = 4, less 2 for orders of your other SKUs of the article = 2',
    );
  });
});

describe('the sum behind a date', () => {
  const due = offer({ restocks: ['2026-11-09 x 20'] });
  const late = (slipP80: number, own = due) =>
    ofSku('arrival', {
      today: '2026-11-09',
      offers: [{ ...own, asOf: day('2026-11-09') }],
      more: { records: new Map([['acme', { ...record, slipP80 }]]) },
    });

  // 2026-11-22 is a Sunday: two working days later is Tuesday the 24th.
  it('names the slip that was learned, and of how many restocks', () => {
    expect(late(13)).toEqual([
      '20 at acme; 2026-11-09 + 13 days late as usual (learned of 7 restocks) = 2026-11-22, + 2 working days to dispatch = ships 2026-11-24',
    ]);
    expect(late(1)).toEqual([expect.stringContaining('+ 1 day late as usual')]);
    expect(late(-2)).toEqual([
      '20 at acme; 2026-11-09, not late as usual (learned of 7 restocks), + 2 working days to dispatch = ships 2026-11-11',
    ]);
  });

  it('names the time out that was learned, not a setting', () => {
    const out = (ranOutOn?: string) =>
      ofSku('estimate', {
        offers: [offer(ranOutOn === undefined ? {} : { ranOutOn })],
        more: { records: new Map([['acme', record]]) },
      });
    // 2026-11-02 and 25 days is Friday the 27th; 2026-11-23 and 25 days Friday, 2026-12-18.
    expect(out('2026-11-02')).toEqual([
      'at acme, which states no date: out since 2026-11-02 + 25 days, in which 4 of 5 articles were back before (12 on record) = 2026-11-27, + 2 working days to dispatch = ships 2026-12-01',
    ]);
    expect(out()).toEqual([expect.stringContaining('if out from today + 25 days, in which')]);
  });

  it('names the settings where nothing is learned', () => {
    const agreed = [terms('acme', { restockDays: 25, slipDays: 1 })];
    expect(ofSku('estimate', { offers: [offer()], terms: agreed })).toEqual([
      expect.stringContaining('if out from today + 25 days of restock_days = 2026-12-18'),
    ]);
    const stated = offer({ restocks: ['2026-12-04'] });
    expect(ofSku('arrival', { offers: [stated], terms: agreed })).toEqual([
      expect.stringContaining('2026-12-04 + 1 day slip = 2026-12-05'),
    ]);
  });
});

describe('an order', () => {
  it('of which nothing is owed lists what became of its lines', () => {
    const lines = [
      line({
        quantity: 3,
        fulfilledQuantity: 2,
        fulfilledAt: '2026-11-22',
        cancelledQuantity: 1,
        cancelledAt: '2026-11-22',
        title: 'Tent',
      }),
      line({ lineId: '2', sku: 'Y', paymentState: 'voided', place: { file: 'o.csv', line: 3 } }),
    ];
    const place = { file: 'parcels.csv', line: 4 };
    const parcel = { orderId: '#1', lineId: '1', sku: sku('X'), quantity: 1, after: 0 };
    const shipments = [22, 21].map((on) => ({
      ...parcel,
      ...{ shippedAt: day(`2026-11-${on}`), asOf: day('2026-11-22'), place, tracking: `T${on}` },
    }));
    const returned = {
      ...{ orderId: '#1', lineId: '1', quantity: 1, returnedAt: day('2026-11-23'), after: 0 },
      ...{ reason: 'torn', asOf: day('2026-11-23'), place: { file: 'returns.csv', line: 2 } },
    };
    const purchase = {
      ...{ poNumber: 'PO-1', day: day('2026-11-21'), action: 'order' as const, supplier: 'acme' },
      ...{ channel: '', orderId: '#1', lineId: '1', sku: sku('X'), supplierSku: 'X' },
      ...{ quantity: 2, corrects: '' },
    };
    expect(
      ofOrder({ lines, more: { shipments, returns: [returned], purchases: [purchase] } }),
    ).toEqual([
      'X: Tent: 3 ordered 2026-11-21, 2 shipped, 1 cancelled 2026-11-22, none owed [orders.csv:2]',
      '  came back: 1 2026-11-23: torn [returns.csv:2]',
      '  ordered from: acme on 2026-11-21: 2',
      'Y: 1 ordered 2026-11-21, 1 cancelled, as its payment was voided, none owed [o.csv:3]',
      'X × 1: shipped 2026-11-21, tracking T21, of 3 ordered [parcels.csv:4]',
      'X × 1: shipped 2026-11-22, tracking T22, of 3 ordered [parcels.csv:4]',
    ]);
  });

  it('tells when what is shipped left where no parcel does', () => {
    const lines = [line({ fulfilledQuantity: 1, fulfilledAt: '2026-11-22' })];
    expect(ofOrder({ lines })).toEqual([
      'X: 1 ordered 2026-11-21, 1 shipped 2026-11-22, none owed [orders.csv:2]',
    ]);
  });

  it('is one day late, not "1 days"', () => {
    const lines = [line({ promisedShipDate: day('2026-11-24') })];
    expect(ofOrder({ lines, offers: [offer({ quantity: 5 })] })[1]).toMatch(/, 1 day late$/);
  });
});
