import { describe, expect, it } from 'vitest';
import type { DemandHistory } from '../../src/forecast/history.ts';
import { turnsOf } from '../../src/plan/strategy/changes.ts';
import { saleDaysOf } from '../../src/plan/strategy/circumstances.ts';
import { type Circumstances, decide } from '../../src/plan/strategy/decide.ts';
import { type Strategy, strategist } from '../../src/plan/strategy/strategy.ts';
import type { SupplierRecord } from '../../src/suppliers/record.ts';
import { day, inputOf, line, offer, planOf, type Situation, sku, today, told } from './builders.ts';

/** Sold out, one unit asked for in five days, one of ten customers cancels; 20 a piece that costs 10. */
const usual: Circumstances = {
  isHeld: false,
  isInStock: false,
  isDiscontinued: false,
  isPromised: false,
  saleDays: 5,
  demand: (days) => days / 5,
  cancelled: () => 0.1,
  proven: () => 0,
  price: 20,
  cost: 10,
  backorderMaxWait: 30,
  preorderMaxWait: 180,
};

const firm = (wait: number, isBadRecord = false) =>
  ({ outlook: { wait, date: 'firm', isBadRecord } }) as const;
const estimate = (wait: number, isBadRecord = false) =>
  ({ outlook: { wait, date: 'estimate', isBadRecord } }) as const;

/** Half of those who wait cancel: 0.5 × margin against 0.5 × 5 % of the price. */
const impatient = { cancelled: () => 0.5 };

describe('the advice', () => {
  it.each<[string, Partial<Circumstances>]>([
    ['stop comes-back', { isHeld: true, isInStock: true }],
    ['stop comes-back', { isHeld: true, price: 1 }],
    ['drop sold-at-a-loss', { isInStock: true, price: 9.99 }],
    ['sell in-stock', { isInStock: true, price: 10 }],
    ['drop sold-at-a-loss', { release: 20, price: 9.99 }],
    ['sell in-stock', { isInStock: true, cost: undefined }],
    ['sell in-stock', { isInStock: true, saleDays: 0 }],
    ['sell in-stock', { isInStock: true, isDiscontinued: true }],
    ['preorder not-released', { release: 180, saleDays: undefined }],
    ['preorder not-released', { release: 20, isInStock: true }],
    ['waitlist release-too-far', { release: 181 }],
    ['drop discontinued', { isDiscontinued: true }],
    ['drop discontinued', { isDiscontinued: true, ...firm(10) }],
    ['backorder dated-soon', firm(0)],
    ['backorder dated-soon', firm(30)],
    ['backorder dated-soon', { ...firm(30), saleDays: undefined }],
    ['backorder dated-soon', { ...firm(30), saleDays: 0 }],
    ['preorder dated-far', firm(31)],
    ['preorder dated-far', firm(180)],
    ['waitlist too-far', firm(181)],
    ['waitlist bad-record', firm(10, true)],
    ['waitlist bad-record', firm(90, true)],
    ['preorder estimated', estimate(10)],
    ['preorder estimated', estimate(180)],
    ['waitlist too-far', estimate(181)],
    ['waitlist bad-record', estimate(10, true)],
    ['preorder dated-far', { ...firm(90), saleDays: 3 }],
    ['waitlist thin-demand', { ...firm(90), saleDays: 2 }],
    ['waitlist thin-demand', { ...estimate(10), saleDays: 2 }],
    ['waitlist never-sold', { ...firm(90), saleDays: undefined }],
    ['preorder dated-far', { ...firm(90), proven: () => 0.25 }],
    ['waitlist too-many-cancel', { ...firm(90), proven: () => 0.2501 }],
    ['backorder dated-soon', { ...firm(30), proven: () => 0.2501 }],
    // 0.5 × (20 − 19) = 0.5 × 5 % of 20: what the others bring is gone.
    ['waitlist eaten-by-cancellations', { ...firm(10), ...impatient, cost: 19 }],
    ['waitlist eaten-by-cancellations', { ...firm(90), ...impatient, cost: 19 }],
    ['backorder dated-soon', { ...firm(10), ...impatient, cost: 18.9 }],
    ['preorder dated-far', { ...firm(90), ...impatient, cost: 18.9 }],
    ['backorder dated-soon', { ...firm(10), ...impatient, cost: undefined }],
    ['waitlist all-promised', { isPromised: true }],
    ['waitlist all-promised', { isPromised: true, ...firm(10) }],
    ['waitlist all-promised', { isPromised: true, ...estimate(10) }],
    ['waitlist all-promised', { isPromised: true, release: 20 }],
    ['waitlist release-too-far', { isPromised: true, release: 181 }],
    ['waitlist no-date', {}],
    ['unknown nothing-known', { saleDays: undefined }],
    // Without a date 30 days count: 30 × 1/30 is one unit.
    ['drop no-demand', { saleDays: 0, demand: (days) => days / 31 }],
    ['waitlist no-date', { saleDays: 0, demand: (days) => days / 30 }],
    ['waitlist no-date', { saleDays: 1, demand: () => 0 }],
    ['drop no-demand', { ...firm(90), saleDays: 0, demand: (days) => days / 91 }],
    ['waitlist thin-demand', { ...firm(90), saleDays: 0, demand: (days) => days / 90 }],
    ['drop no-demand', { isPromised: true, saleDays: 0, demand: () => 0 }],
  ])('is %s in circumstances %#', (expected, more) => {
    const { advice, ground } = decide({ ...usual, ...more });
    expect(`${advice} ${ground}`).toBe(expected);
  });
});

describe('what would change an advice', () => {
  const turns = (more: Partial<Circumstances>) =>
    turnsOf({ ...usual, ...more }).map((turn) =>
      Object.values(turn)
        .map((value) => String(value))
        .join(' '),
    );

  it.each<[Partial<Circumstances>, string[]]>([
    [{ isInStock: true, ...firm(20) }, ['sold-out backorder']],
    [{ isInStock: true }, ['sold-out waitlist']],
    [{ isHeld: true, isInStock: true }, ['fewer-returns sell']],
    [{ isInStock: true, price: 9 }, ['price 10 sell']],
    [{ isInStock: true, price: 9, cost: 10.005 }, ['price 10.01 sell']],
    [firm(20), ['later 31 preorder', 'stock sell']],
    [firm(90), ['sooner 30 backorder', 'later 181 waitlist', 'stock sell']],
    [firm(200), ['sooner 180 preorder', 'stock sell']],
    [estimate(20), ['later 181 waitlist', 'stated backorder', 'stock sell']],
    [firm(20, true), ['record backorder', 'stock sell']],
    [{ ...firm(90), saleDays: 2 }, ['sooner 30 backorder', 'sales 3 preorder', 'stock sell']],
    [{ isPromised: true }, ['sooner 180 preorder', 'stock sell']],
    [{ isPromised: true, ...firm(10) }, ['room backorder', 'stock sell']],
    [{ isPromised: true, release: 20 }, ['room preorder']],
    [{}, ['sooner 180 preorder', 'stock sell']],
    [{ saleDays: undefined }, ['sooner 30 backorder', 'stock sell']],
    [{ isDiscontinued: true }, ['continued waitlist', 'stock sell']],
    [{ release: 20 }, ['later 181 waitlist']],
    [{ release: 190 }, ['sooner 180 preorder']],
    // (1 − 0.5) × (P − 19) = 0.5 × 0.05 × P at P = 20.
    [{ ...firm(10), ...impatient, cost: 19, price: 19.5 }, ['price 20.01 backorder', 'stock sell']],
    [{ ...firm(90), proven: (days) => days / 200 }, ['sooner 50 preorder', 'stock sell']],
  ])('in circumstances %#', (more, expected) => {
    expect(turns(more)).toEqual(expected);
  });
});

describe('days with sales', () => {
  const history = (more: Partial<DemandHistory>): DemandHistory => ({
    ...{ first: day('2026-01-01'), days: 300, soldOn: [], sold: [] },
    ...more,
  });

  it('are those of the last 180 on which it could be bought', () => {
    expect(saleDaysOf(history({ soldOn: [119, 120, 299], sold: [1, 1, 4] }))).toBe(2);
    expect(saleDaysOf(history({ soldOn: [119, 120], sold: [1, 1], closed: [200] }))).toBe(2);
    expect(saleDaysOf(history({ soldOn: [0], sold: [1] }))).toBe(0);
    expect(saleDaysOf(history({ days: 180, soldOn: [0], sold: [1] }))).toBe(1);
  });
});

/** A sale of X long done, of a plain history, which tells nothing of waiting. */
const sold = (...days: readonly string[]) =>
  days.map((orderedAt) =>
    line({
      orderId: '',
      orderedAt,
      quantity: 1,
      fulfilledQuantity: 1,
      unitPrice: 20,
      currency: 'EUR',
    }),
  );
const steady = sold('2026-08-03', '2026-09-07', '2026-10-05', '2026-11-02', '2026-11-09');
const acme = (more: Parameters<typeof offer>[0] = {}) =>
  offer({ unitCost: 12, currency: 'EUR', ...more });

function strategy(situation: Situation): Strategy {
  const input = inputOf(situation);
  const plan = planOf(situation);
  const planned = plan.skus.find((one) => one.sku === 'X');
  if (!planned) throw new Error('the plan does not speak of X');
  return strategist(plan, { policy: input.policy })(planned);
}

const inWords = ({ advice, ground, differs, pinned }: Strategy) =>
  `${advice} ${ground}${differs ? ' !' : ''} ${pinned ?? ''}`.trim();

const record = (predictable: number) => ({
  records: new Map<string, SupplierRecord>([
    ['acme', { restocks: 10, slipP50: 0, slipP80: 0, predictable, comebacks: 0 }],
  ]),
});

describe('advice on a plan', () => {
  it.each<[string, Situation]>([
    ['sell in-stock', { offers: [acme({ quantity: 9 })] }],
    ['backorder dated-soon', { offers: [acme({ restocks: ['2026-12-04 x 20'] })] }],
    // Ships on 23 December, day 30; the next day is one too far.
    ['backorder dated-soon', { offers: [acme({ restocks: ['2026-12-21 x 20'] })] }],
    ['preorder dated-far', { offers: [acme({ restocks: ['2026-12-22 x 20'] })] }],
    ['waitlist too-far', { offers: [acme({ restocks: ['2027-08-02 x 20'] })] }],
    ['preorder not-released', { offers: [acme({ release: '2027-01-15' })] }],
    ['waitlist no-date', { offers: [acme()] }],
    ['waitlist no-date', { offers: [acme({ asOf: '2026-10-01', quantity: 5 })] }],
    ['drop discontinued', { offers: [acme({ discontinued: true })] }],
    ['drop sold-at-a-loss !', { offers: [acme({ quantity: 9, unitCost: 21 })] }],
    ['sell in-stock', { offers: [acme({ quantity: 9, unitCost: 21, currency: 'USD' })] }],
    // Status: preorder for an uncertain restock. Whose dates do not hold sells nothing ahead.
    [
      'waitlist bad-record !',
      { offers: [acme({ restocks: ['2026-12-04 x 20'] })], more: record(4) },
    ],
    [
      'backorder dated-soon',
      { offers: [acme({ restocks: ['2026-12-04 x 20'] })], more: record(5) },
    ],
    // The merchant's own date needs no record.
    [
      'backorder dated-soon !',
      { offers: [acme()], overrides: [{ restock: '2026-12-04' }], more: record(4) },
    ],
    [
      'waitlist all-promised',
      {
        offers: [acme({ restocks: ['2026-12-04 x 1'] })],
        lines: [...steady, line({ orderId: '#7', quantity: 1 })],
      },
    ],
    [
      // Twenty come, of which the merchant wants to sell one ahead.
      'waitlist all-promised',
      {
        offers: [acme({ restocks: ['2026-12-04 x 20'] })],
        lines: [...steady, line({ orderId: '#7', quantity: 1 })],
        overrides: [{ backorderLimit: 1 }],
      },
    ],
    [
      'waitlist all-promised',
      {
        offers: [acme({ release: '2027-01-15' })],
        lines: [...steady, line({ orderId: '#7', quantity: 1 })],
        overrides: [{ preorderLimit: 1 }],
      },
    ],
    ['unknown nothing-known', { offers: [acme()], lines: [] }],
    ['waitlist never-sold !', { offers: [acme({ restocks: ['2027-03-01 x 5'] })], lines: [] }],
    // A pin is respected, and commented.
    [
      'sell in-stock unavailable',
      { offers: [acme({ quantity: 9 })], overrides: [{ status: 'unavailable' }] },
    ],
    [
      'backorder dated-soon unavailable',
      { offers: [acme({ restocks: ['2026-12-04 x 20'] })], overrides: [{ status: 'unavailable' }] },
    ],
    ['waitlist no-date available', { offers: [acme()], overrides: [{ status: 'available' }] }],
  ])('is %s', (expected, situation) => {
    expect(inWords(strategy({ lines: steady, ...situation }))).toBe(expected);
  });

  it('is a drop after half a year without a sale', () => {
    const lines = sold('2025-11-03', '2026-02-02');
    expect(inWords(strategy({ offers: [acme()], lines }))).toBe('drop no-demand');
  });

  it('is a stop where too much comes back', () => {
    const bad = Array.from({ length: 10 }, (_, i) =>
      line({
        ...{ orderId: `#${i}`, orderedAt: '2026-10-20', fulfilledAt: '2026-10-22' },
        ...{ fulfilledQuantity: 1, returnedQuantity: i < 6 ? 1 : 0 },
      }),
    );
    expect(inWords(strategy({ offers: [acme({ quantity: 9 })], lines: bad }))).toBe(
      'stop comes-back !',
    );
  });

  it('shows what selling ahead brings: units × (margin of those who wait − cost of those who cancel)', () => {
    // Ships on 8 December, in 15 days: nobody waited so long yet, so 1 − 0.9^(15 ÷ 30) is assumed to cancel.
    const { expected } = strategy({
      offers: [acme({ restocks: ['2026-12-04 x 20'] })],
      lines: steady,
    });
    const lost = 1 - 0.9 ** 0.5;
    expect(expected).toMatchObject({ wait: 15, horizon: 15, saleDays: 5, margin: 8, cost: 12 });
    expect(expected.cancelled).toBeCloseTo(lost, 10);
    const units = expected.units ?? 0;
    expect(units).toBeGreaterThan(0);
    expect(expected.money).toBeCloseTo(units * ((1 - lost) * 8 - lost * 1), 10);
  });

  it('puts no more at stake than may be sold ahead', () => {
    const busy = Array.from({ length: 40 }, (_, i) => {
      const month = i < 20 ? '10' : '11';
      return sold(`2026-${month}-${String(1 + (i % 20)).padStart(2, '0')}`);
    }).flat();
    const { expected } = strategy({
      offers: [acme({ restocks: ['2026-12-04 x 2'] })],
      lines: busy,
    });
    expect(expected.units).toBeGreaterThan(2);
    expect(expected.atStake).toBe(2);
  });

  it('names no money where price and cost are in two currencies', () => {
    const { expected } = strategy({
      offers: [acme({ restocks: ['2026-12-04 x 20'], currency: 'USD' })],
      lines: steady,
    });
    expect(expected).toMatchObject({ margin: undefined, money: undefined });
  });

  it('turns on the day that it names, and not a day before', () => {
    const dated = (restock: string) =>
      strategy({ offers: [acme({ restocks: [`${restock} x 20`] })], lines: steady });
    const [first] = dated('2026-12-04').wouldChange;
    // Today + 31: the first day that is too late for a backorder.
    expect(first).toEqual({ kind: 'later', wait: 31, advice: 'preorder' });
    expect(dated('2026-12-21')).toMatchObject({ advice: 'backorder', expected: { wait: 30 } });
    expect(dated('2026-12-22')).toMatchObject({ advice: 'preorder', expected: { wait: 31 } });
  });

  it('leaves the plan as it is', () => {
    const situation = { offers: [acme({ restocks: ['2026-12-04 x 20'] })], lines: steady };
    const asked = planOf(situation);
    asked.skus.map(strategist(asked, { policy: inputOf(situation).policy }));
    expect(asked.skus.map(told)).toEqual(planOf(situation).skus.map(told));
    expect(asked.parts).toEqual(planOf(situation).parts);
  });

  it('is of a kit by its parts', () => {
    const kits = new Map([[sku('SET'), [{ sku: sku('X'), quantity: 2 }]]]);
    const situation = { offers: [acme({ quantity: 9 })], lines: steady, more: { kits } };
    const plan = planOf(situation);
    const advised = plan.skus.map(strategist(plan, { policy: inputOf(situation).policy }));
    expect(advised.map((own) => `${own.planned.sku} ${own.advice}`)).toEqual([
      'SET sell',
      'X sell',
    ]);
    expect(plan.today).toBe(today);
  });
});
