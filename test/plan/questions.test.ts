import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../../src/model/order.ts';
import type { Question, QuestionInput } from '../../src/plan/question.ts';
import { questionsFor } from '../../src/plan/questions.ts';
import { day, line, offer, planOf, type Situation, sku, terms } from './builders.ts';

interface Asking extends Situation {
  readonly files?: QuestionInput['files'];
  /** Dates that moved, as `2026-11-27 > 2026-12-04 on 2026-11-16`. */
  readonly moved?: string;
  readonly promise?: QuestionInput['promise'];
}

function ask({ files, moved, promise, ...situation }: Asking): readonly Question[] {
  const [, first = '', stated = '', on = ''] = /^(\S+) > (\S+) on (\S+)$/.exec(moved ?? '') ?? [];
  const own = situation.terms ?? [terms('acme'), terms('beta')];
  return questionsFor({
    plan: planOf({ listed: ['X'], ...situation }),
    terms: new Map(own.map((one) => [one.id, one])),
    promise,
    files: files ?? new Map(),
    moved:
      moved === undefined
        ? []
        : [
            {
              ...{ supplier: 'acme', sku: sku('X'), supplierSku: 'X' },
              firstStated: day(first),
              stated: day(stated),
              statedOn: day(on),
            },
          ],
  });
}

/** Each question in few words: `no-date acme X since 2026-11-20, 1 on #1`. */
function inWords(asking: Asking): string[] {
  return ask(asking).map((one) => {
    const { kind, supplier, sku: name, late } = one;
    const facts = {
      since: one.since,
      first: one.firstStated,
      stated: one.statedDate,
      x: one.statedQuantity,
    };
    const told = Object.entries(facts).flatMap(([word, fact]) => (fact ? [`${word} ${fact}`] : []));
    const about = [kind, supplier, ...(name ? [name] : []), ...told].join(' ');
    const worth = `${one.unitsOwed} on ${one.orders.join(' ') || 'none'}`;
    return [about, worth, ...(late.length > 0 ? [`late ${late.join(' ')}`] : [])].join(', ');
  });
}

const waits = line({ quantity: 2 });
/** Sold before, nothing of it is owed. */
const sold = line({
  orderId: '#0',
  orderedAt: '2026-10-01',
  fulfilledQuantity: 1,
  fulfilledAt: '2026-10-02',
});
const ranOut = { ranOutOn: '2026-11-20' };

describe('an article that is out, without a date', () => {
  it('is asked about where orders wait, and where it sells', () => {
    expect(inWords({ offers: [offer(ranOut)], lines: [waits] })).toEqual([
      'no-date acme X since 2026-11-20, 2 on #1',
    ]);
    expect(inWords({ offers: [offer(ranOut)], lines: [sold] })).toEqual([
      'no-date acme X since 2026-11-20, 0 on none',
    ]);
  });

  it('is not asked about where nobody buys it, or nobody has for half a year', () => {
    expect(inWords({ offers: [offer(ranOut)] })).toEqual([]);
    const sellable = (orderedAt: string) =>
      inWords({ offers: [offer(ranOut)], lines: [{ ...sold, orderedAt }] });
    expect(sellable('2026-05-27')).toHaveLength(1);
    expect(sellable('2026-05-26')).toEqual([]);
  });

  it('is asked of every supplier that could have it', () => {
    const offers = [offer(ranOut), offer({ ...ranOut, supplier: 'beta' })];
    expect(inWords({ offers, lines: [waits] })).toEqual([
      'no-date acme X since 2026-11-20, 2 on #1',
      'no-date beta X since 2026-11-20, 2 on #1',
    ]);
  });

  it('is asked only of the supplier that an order was forwarded to', () => {
    const offers = [offer(ranOut), offer({ ...ranOut, supplier: 'beta' })];
    const bound = line({ supplier: 'beta', forwardedAt: '2026-11-23' });
    expect(inWords({ offers, lines: [bound] })).toEqual(
      [
        'no-date acme X since 2026-11-20, 0 on none',
        'no-date beta X since 2026-11-20, 1 on #1',
      ].toReversed(),
    );
  });

  it('is not asked about where another supplier has some, or a date for all that wait', () => {
    const has = offer({ supplier: 'beta', quantity: 9 });
    expect(inWords({ offers: [offer(ranOut), has], lines: [waits] })).toEqual([]);
    const dated = offer({ supplier: 'beta', restocks: ['2026-12-04 x 20'] });
    expect(inWords({ offers: [offer(ranOut), dated], lines: [waits] })).toEqual([]);
  });

  it('is asked about where all that the supplier has is owed, though it shows stock', () => {
    expect(inWords({ offers: [offer({ quantity: 2 })], lines: [waits] })).toEqual([
      'no-date acme X, 0 on none',
    ]);
    expect(inWords({ offers: [offer({ quantity: 1 })], lines: [waits] })).toEqual([
      'no-date acme X, 1 on #1',
    ]);
  });

  it('is not asked about when it ends, is not released, or the merchant knows the date', () => {
    const lines = [sold];
    expect(inWords({ offers: [offer({ discontinued: true })], lines })).toEqual([]);
    expect(inWords({ offers: [offer({ release: '2026-12-15' })], lines })).toEqual([]);
    const overrides = [{ restock: '2026-12-04' }];
    expect(inWords({ offers: [offer(ranOut)], lines, overrides })).toEqual([]);
    expect(
      inWords({ offers: [offer(ranOut)], lines, overrides: [{ status: 'unavailable' }] }),
    ).toEqual([]);
  });
});

describe('a stated date', () => {
  it('is asked about when it has passed, with its slip', () => {
    const offers = [offer({ ...ranOut, restocks: ['2026-11-20 x 5'] })];
    const expected = 'overdue acme X since 2026-11-20 stated 2026-11-20, 2 on #1';
    expect(inWords({ offers, lines: [waits] })).toEqual([expected]);
    const slip = (slipDays: number) =>
      inWords({ offers, lines: [waits], terms: [terms('acme', { slipDays })] });
    expect(slip(2)).toEqual([expected]);
    expect(slip(3)).toEqual([]);
  });

  it('is asked about when it has moved and orders wait for it, with those it makes late', () => {
    const offers = [offer({ restocks: ['2026-12-04 x 20'] })];
    const promised = (orderId: string, promisedShipDate: string) =>
      line({ orderId, promisedShipDate: day(promisedShipDate) });
    // Comes on a Friday, ships two working days later: on the 8th.
    const lines = [promised('#1', '2026-12-08'), promised('#2', '2026-12-07')];
    expect(inWords({ offers, lines, moved: '2026-11-27 > 2026-12-04 on 2026-11-16' })).toEqual([
      'slipped acme X since 2026-11-16 first 2026-11-27 stated 2026-12-04, 2 on #1 #2, late #2',
    ]);
  });

  it('is asked about when it has moved and is what shoppers are shown', () => {
    const offers = [offer({ restocks: ['2026-12-04 x 20'] })];
    const moved = '2026-11-27 > 2026-12-04 on 2026-11-16';
    expect(inWords({ offers, lines: [sold], moved })).toEqual([
      'slipped acme X since 2026-11-16 first 2026-11-27 stated 2026-12-04, 0 on none',
    ]);
    expect(inWords({ offers, moved })).toEqual([]);
  });

  it('is not asked about when it came nearer, or the supplier has answered since', () => {
    const offers = (answeredOn?: string) => [
      offer({
        restocks: ['2026-12-04 x 20'],
        ...(answeredOn !== undefined && { answeredOn: day(answeredOn) }),
      }),
    ];
    const lines = [waits];
    const moved = '2026-11-27 > 2026-12-04 on 2026-11-16';
    const nearer = '2026-12-11 > 2026-12-04 on 2026-11-16';
    expect(inWords({ offers: offers(), lines, moved: nearer })).toEqual([]);
    expect(inWords({ offers: offers('2026-11-15'), lines, moved })).toHaveLength(1);
    expect(inWords({ offers: offers('2026-11-16'), lines, moved })).toEqual([]);
  });
});

describe('the quantity that arrives', () => {
  it('is asked about where it is unknown and something is sold on it', () => {
    const offers = [offer({ restocks: ['2026-12-04'] })];
    const expected = 'quantity-unknown acme X stated 2026-12-04';
    expect(inWords({ offers, lines: [waits] })).toEqual([`${expected}, 2 on #1`]);
    expect(inWords({ offers, lines: [sold] })).toEqual([`${expected}, 0 on none`]);
    // Twelve are owed, ten may be sold ahead.
    expect(inWords({ offers, lines: [line({ quantity: 12 })] })).toEqual([`${expected}, 12 on #1`]);
  });

  it('is asked about where it is too small for what is sold ahead', () => {
    const offers = [offer({ restocks: ['2026-12-04 x 1', '2026-12-11 x 2'] })];
    const owed = (quantity: number) => inWords({ offers, lines: [line({ quantity })] });
    expect(owed(3)).toEqual([]);
    expect(owed(5)).toEqual(['quantity-short acme X stated 2026-12-04 x 3, 2 on #1']);
  });

  it('is asked about beside a date that moved', () => {
    const offers = [offer({ restocks: ['2026-12-04'] })];
    const moved = '2026-11-27 > 2026-12-04 on 2026-11-16';
    expect(inWords({ offers, lines: [waits], moved })).toHaveLength(2);
  });
});

describe('goods that were forwarded', () => {
  const forwarded = (forwardedAt: string) =>
    inWords({
      offers: [offer({ quantity: 9 })],
      lines: [line({ supplier: 'acme', forwardedAt })],
    });

  it('are asked about beyond two working days of dispatch', () => {
    // Forwarded on a Wednesday they should have left on Friday; on a Thursday, today.
    expect(forwarded('2026-11-18')).toEqual(['not-shipped acme X since 2026-11-18, 1 on #1']);
    expect(forwarded('2026-11-19')).toEqual([]);
  });

  it('are asked about once an article', () => {
    const of = (orderId: string, forwardedAt: string) =>
      line({ orderId, supplier: 'acme', forwardedAt });
    const lines = [of('#1', '2026-11-17'), of('#2', '2026-11-16')];
    expect(inWords({ offers: [offer({ quantity: 9 })], lines })).toEqual([
      'not-shipped acme X since 2026-11-16, 2 on #1 #2',
    ]);
  });
});

describe('a row that could not be read', () => {
  it('is asked about, be there an older offer or none', () => {
    const unreadSince = day('2026-11-20');
    const expected = ['unread acme X since 2026-11-20, 2 on #1'];
    expect(inWords({ offers: [offer({ unreadSince })], lines: [waits] })).toEqual(expected);
    const never = offer({ unreadSince, unread: true, quantityKind: 'unknown' });
    expect(inWords({ offers: [never], lines: [waits] })).toEqual(expected);
  });

  it('is not asked about where the last number that was read serves all', () => {
    const offers = [offer({ unreadSince: day('2026-11-20'), quantity: 9 })];
    expect(inWords({ offers, lines: [waits] })).toEqual([]);
  });
});

describe('a supplier of whom nothing new is heard', () => {
  const old = { asOf: '2026-11-10', quantity: 4 };
  const files = (...days: string[]): QuestionInput['files'] =>
    new Map([['acme', { days: days.map(day), coverage: 'full' }]]);

  it('is asked for a list once, with all that waits for it', () => {
    const offers = [offer(old), offer({ ...old, sku: 'Y' })];
    const lines = [waits, line({ orderId: '#2', sku: 'Y', quantity: 3 })];
    expect(inWords({ offers, lines, files: files('2026-11-03', '2026-11-10') })).toEqual([
      'feed-stale acme since 2026-11-10, 5 on #1 #2',
    ]);
  });

  it('is asked from the day on that its file counts as none', () => {
    const on = (asOf: string) =>
      inWords({ offers: [offer({ asOf, quantity: 4 })], files: files(asOf) });
    expect(on('2026-11-15')).toEqual(['feed-stale acme since 2026-11-15, 0 on none']);
    expect(on('2026-11-16')).toEqual([]);
  });

  it('is not asked where the shop has nothing of it', () => {
    const offers = [offer({ ...old, sku: 'Z' })];
    expect(inWords({ offers, files: files('2026-11-10') })).toEqual([]);
  });

  it('is asked article by article where its files are new, or it sends none', () => {
    const expected = ['outdated acme X since 2026-11-10, 2 on #1'];
    expect(inWords({ offers: [offer(old)], lines: [waits] })).toEqual(expected);
    expect(inWords({ offers: [offer(old)], lines: [waits], files: files('2026-11-20') })).toEqual(
      expected,
    );
  });
});

describe('urgency', () => {
  it('goes by what waits, by the oldest promise, by the units', () => {
    const of = (name: string, quantity: number, promisedShipDate?: string) =>
      line({
        orderId: name,
        sku: name,
        quantity,
        ...(promisedShipDate && { promisedShipDate: day(promisedShipDate) }),
      });
    const names = ['A', 'B', 'C', 'D', 'E'];
    const offers = names.map((name) => offer({ ...ranOut, sku: name }));
    const lines = [
      of('B', 1),
      of('C', 2),
      of('D', 1, '2026-12-01'),
      of('E', 1, '2026-11-30'),
      { ...sold, sku: sku('A') },
    ];
    const asked = ask({ offers, lines, listed: names });
    expect(asked.map((one) => one.sku)).toEqual(['E', 'D', 'C', 'B', 'A']);
  });

  it('gives two working days, five where no order waits, and one where a promise is sooner', () => {
    const by = (own: OrderLine) => ask({ offers: [offer(ranOut)], lines: [own] })[0]?.askBy;
    const promised = (date: string) => line({ promisedShipDate: day(date) });
    expect(by(waits)).toBe('2026-11-25');
    expect(by(sold)).toBe('2026-11-30');
    expect(by(promised('2026-11-24'))).toBe('2026-11-24');
    expect(by(promised('2026-11-10'))).toBe('2026-11-24');
    const holidays = new Set([day('2026-11-24')]);
    const [question] = ask({
      offers: [offer(ranOut)],
      lines: [waits],
      terms: [terms('acme', { holidays })],
    });
    expect(question?.askBy).toBe('2026-11-26');
  });

  it('takes the promise of the checkout where a line has none of its own', () => {
    const promise = { days: 3, working: false, inUnitedStates: false };
    const [question] = ask({ offers: [offer(ranOut)], lines: [waits], promise });
    expect(question?.oldestPromise).toBe('2026-11-24');
  });
});
