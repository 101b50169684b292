import { describe, expect, it } from 'vitest';
import type { DueNotice } from '../../src/model/notice.ts';
import { dueNotices, type NoticesInput } from '../../src/notices/notices.ts';
import { day, line, offer, planOf, type Situation, terms } from '../plan/builders.ts';

const acme = terms('acme', { buffer: { kind: 'units', units: 0 }, transitDays: 4 });
const promise = { days: 5, working: true, inUnitedStates: false };

/** Nothing in stock, 2 come on 4 December, which ship on the 8th. */
const late = { offers: [offer({ restocks: ['2026-12-04 x 2'] })], terms: [acme] };

function due(situation: Situation, more: Partial<NoticesInput> = {}): readonly DueNotice[] {
  return dueNotices({
    plan: planOf({ terms: [acme], ...situation }),
    promise,
    storeCountry: 'US',
    recorded: [],
    ...more,
  });
}

function inWords(notices: readonly DueNotice[]): string[] {
  return notices.map((notice) =>
    [
      `${notice.orderId}/${notice.lineId}`,
      notice.quantity,
      notice.type,
      notice.jurisdiction,
      notice.oldDate,
      notice.newDate ?? 'no date',
    ].join(' '),
  );
}

describe('the notices of a plan', () => {
  it('count business days without federal holidays where the store is in the United States', () => {
    const lines = [line({ orderId: '#1', orderedAt: '2026-11-20T10:00:00' })];
    const american = { ...promise, inUnitedStates: true };
    expect(inWords(due({ ...late, lines }, { promise: american }))).toEqual([
      '#1/1 1 US_FIRST_SHORT US 2026-11-30 2026-12-08',
    ]);
  });

  it('tell of lines that ship after their promise, and of no others', () => {
    const lines = [
      line({ orderId: '#1' }),
      line({ orderId: '#2', promisedShipDate: day('2026-12-08') }),
    ];
    expect(inWords(due({ ...late, lines }))).toEqual([
      '#1/1 1 US_FIRST_SHORT US 2026-11-27 2026-12-08',
    ]);
  });

  it('are none for customers who bought with an estimated date, as long as the estimate keeps it', () => {
    // Usually 14 days out: on 7 December, shipped on the 9th.
    const usual = { ...acme, restockDays: 14 };
    const told = (date: string, own: object = {}) =>
      inWords(
        due({
          offers: [offer({})],
          terms: [usual],
          lines: [line({ promisedShipDate: day(date), ...own })],
        }),
      );
    expect(told('2026-12-09')).toEqual([]);
    expect(told('2026-12-08')).toEqual(['#1/1 1 US_FIRST_INDEFINITE US 2026-12-08 no date']);
    const german = (date: string) =>
      told('2026-12-09', { shipToCountry: 'DE', promisedDeliveryDate: day(date) });
    expect(german('2026-12-13')).toEqual([]);
    expect(german('2026-12-12')).toEqual(['#1/1 1 DELAY_PROPOSAL EU-DE 2026-12-12 no date']);
  });

  it('go by the delivery date where customers are told one, longest way included', () => {
    const lines = [
      line({ orderId: '#1', shipToCountry: 'DE' }),
      line({ orderId: '#2', shipToCountry: 'DE', promisedDeliveryDate: day('2026-12-12') }),
    ];
    expect(inWords(due({ ...late, lines }))).toEqual([
      '#1/1 1 DELAY_PROPOSAL EU-DE 2026-12-01 2026-12-12',
    ]);
  });

  it('let the last part of a line decide, and count the late units only', () => {
    const offers = [offer({ quantity: 1, restocks: ['2026-12-04 x 2'] })];
    expect(inWords(due({ offers, lines: [line({ quantity: 3 })] }))).toEqual([
      '#1/1 2 US_FIRST_SHORT US 2026-11-27 2026-12-08',
    ]);
    expect(inWords(due({ offers, lines: [line({ quantity: 4 })] }))).toEqual([
      '#1/1 3 US_FIRST_INDEFINITE US 2026-11-27 no date',
    ]);
  });

  it('cancel what cannot be had, and of a line only that', () => {
    const offers = [offer({ quantity: 1, discontinued: true })];
    expect(inWords(due({ offers, lines: [line({ quantity: 3 })] }))).toEqual([
      '#1/1 2 SELLER_CANCEL US 2026-11-27 no date',
    ]);
    const missed = [line({ quantity: 3, orderedAt: '2026-11-02T10:00:00' })];
    expect(inWords(due({ offers, lines: missed }))).toEqual([
      '#1/1 3 US_MISSED_CANCEL US 2026-11-09 no date',
    ]);
  });

  it('count lines that were forwarded and have not shipped', () => {
    const lines = [
      line({ supplier: 'acme', forwardedAt: '2026-11-20', promisedShipDate: day('2026-11-23') }),
    ];
    expect(inWords(due({ offers: [offer({ quantity: 9 })], lines }))).toEqual([
      '#1/1 1 US_FIRST_SHORT US 2026-11-23 2026-11-24',
    ]);
  });

  it('name all that is still to come of an order of which a part left', () => {
    const offers = [offer({ quantity: 9 }), offer({ sku: 'Y', restocks: ['2026-11-25'] })];
    const left = { fulfilledQuantity: 1, fulfilledAt: '2026-11-22' };
    const lines = [
      line({ quantity: 3, ...left }),
      line({ lineId: '2', sku: 'Y', quantity: 2 }),
      line({ lineId: '3' }),
    ];
    const [told] = due({ offers, lines });
    expect(told).toMatchObject({ type: 'PARTIAL_SHIP', lineId: '1', quantity: 1 });
    const rest = told?.stillToCome?.lines.map(({ lineId, quantity }) => `${lineId} x ${quantity}`);
    expect(rest).toEqual(['1 x 2', '2 x 2', '3 x 1']);
  });

  it('leave out lines that name no order', () => {
    expect(due({ ...late, lines: [line({ orderId: '' })] })).toEqual([]);
  });

  it("take the law's own date where nothing was promised", () => {
    const lines = [
      line({ orderId: '#1', orderedAt: '2026-11-05T10:00:00' }),
      line({ orderId: '#2', orderedAt: '2026-11-09T10:00:00' }),
    ];
    expect(inWords(due({ ...late, lines }, { promise: undefined }))).toEqual([
      '#1/1 1 US_FIRST_SHORT US 2026-12-05 2026-12-08',
    ]);
  });

  it('carry the address and the language of the order', () => {
    const lines = [line({ customerEmail: 'a@b.example', locale: 'en-US' })];
    expect(due({ ...late, lines })).toMatchObject([{ to: 'a@b.example', locale: 'en-US' }]);
    expect(due({ ...late, lines: [line()] })).toMatchObject([{ to: '', locale: '' }]);
  });
});

describe('a notice drafted before', () => {
  const situation = { ...late, lines: [line({ customerEmail: 'a@b.example' })] };
  const drafted = (on: string, change: Partial<DueNotice> = {}) =>
    due(situation).map((notice) => ({ ...notice, ...change, draftedOn: day(on) }));
  const again = (...recorded: ReturnType<typeof drafted>) => due(situation, { recorded }).length;

  it('is not drafted again on a later day', () => {
    expect(again(...drafted('2026-11-22'))).toBe(0);
  });

  it('is drafted again on the same day, whatever is recorded of that day or later', () => {
    expect(again(...drafted('2026-11-23'), ...drafted('2026-11-24'))).toBe(1);
  });

  it('is drafted again when its type or a date has changed since', () => {
    expect(again(...drafted('2026-11-22', { type: 'US_FIRST_LONG' }))).toBe(1);
    expect(again(...drafted('2026-11-22', { oldDate: day('2026-11-25') }))).toBe(1);
    expect(again(...drafted('2026-11-22', { newDate: day('2026-12-09') }))).toBe(1);
  });

  it('counts only as long as nothing else was drafted after it', () => {
    const other = drafted('2026-11-21', { newDate: day('2026-12-09') });
    expect(again(...drafted('2026-11-20'), ...other)).toBe(1);
    expect(again(...other, ...drafted('2026-11-22'))).toBe(0);
  });

  it('does not count for another address or another line', () => {
    expect(again(...drafted('2026-11-22', { to: 'x@b.example' }))).toBe(1);
    expect(again(...drafted('2026-11-22', { lineId: '2' }))).toBe(1);
  });
});
