import { describe, expect, it } from 'vitest';
import { lineOn, pastInputs, spreadDays } from '../../src/evaluate/past-input.ts';
import type { PastTruth } from '../../src/evaluate/past-truth.ts';
import { replay } from '../../src/evaluate/replay.ts';
import { judgeDay, type Tally } from '../../src/evaluate/replay-day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { day, offer, planOf, terms } from '../plan/builders.ts';
import { remembered } from '../suppliers/evidence.ts';
import { historyOf, shipped, sold } from './builders.ts';

describe('a line as it was known in the morning of a past day', () => {
  const parcel = (on: string, units: number) => ({ units, day: day(on), place: { file: 'p.csv' } });
  const line = shipped(2, 6, {
    quantity: 4,
    fulfilledQuantity: 3,
    cancelledQuantity: 1,
    cancelledAt: '2026-11-05',
    forwardedAt: '2026-11-03',
    parcels: [parcel('2026-11-04', 1), parcel('2026-11-06', 2)],
  });
  const on = (date: string) => {
    const own = lineOn(line, day(date));
    return own && [own.fulfilledQuantity, own.cancelledQuantity, own.forwardedAt];
  };

  it('has what left, was cancelled and was forwarded on days before', () => {
    expect(on('2026-11-02')).toBeUndefined();
    expect(on('2026-11-03')).toEqual([0, 0, undefined]);
    expect(on('2026-11-04')).toEqual([0, 0, '2026-11-03']);
    expect(on('2026-11-05')).toEqual([1, 0, '2026-11-03']);
    expect(on('2026-11-06')).toEqual([1, 1, '2026-11-03']);
    expect(on('2026-11-07')).toEqual([3, 1, '2026-11-03']);
    expect(lineOn(line, day('2026-11-07'))).toBe(line);
  });

  it('is not paid back yet', () => {
    const refunded = shipped(2, 6, { paymentState: 'refunded' });
    expect(lineOn(refunded, day('2026-11-05'))?.paymentState).toBe('paid');
    expect(lineOn(refunded, day('2026-11-07'))?.paymentState).toBe('refunded');
  });
});

it('a past plan knows only the restocks of before, and what suppliers had said by then', () => {
  const history = historyOf({
    offers: [offer({ quantity: 5 })],
    lines: [shipped(2, 4), shipped(10, 12)],
    more: { memory: remembered({ shown: { '2026-11-02': 0, '2026-11-09': 5 } }) },
  });
  const { policy, terms: own } = history.input;
  const input = pastInputs(history)(day('2026-11-05'))({ policy, terms: own });
  expect(input.lines).toHaveLength(1);
  expect(input.memory?.offers.map(({ since }) => since)).toEqual(['2026-11-02']);
  expect(input.records).toEqual(new Map());
});

it('days are spread evenly, the first and the last among them', () => {
  expect(spreadDays([1, 2, 3], 5)).toEqual([1, 2, 3]);
  expect(spreadDays([1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([1, 5, 9]);
});

const empty = (): Tally => ({
  ...{ offeredDays: 0, judgedDays: 0, overOffered: 0, inStockDays: 0, oversold: 0, soldInStock: 0 },
  ...{ soldAhead: 0, lost: 0, late: 0, dated: 0, waitDays: 0 },
});

/** A day on which acme shows so many units of X, under a buffer now and another. */
function judged(
  {
    stock,
    buffers,
    took,
    share = 1,
  }: { stock: number; buffers: [number, number]; took: number; share?: number },
  wanted: readonly number[],
  sales: PastTruth['sales'] = () => [],
) {
  const plans = buffers.map((units) =>
    planOf({
      offers: [offer({ quantity: stock })],
      terms: [terms('acme', { buffer: { kind: 'units', units } })],
    }),
  );
  const tallies = { current: empty(), other: empty() };
  const [current, other] = plans;
  if (!current || !other) throw new Error('two plans');
  const othersTook = () => ({ units: took, share });
  judgeDay({ current, other }, { othersTook, wanted: () => wanted, sales }, tallies);
  return tallies;
}

describe('a day under two sets of rules', () => {
  it('oversells what others took by the next morning, a line with too little for it as a whole', () => {
    const { current, other } = judged({ stock: 5, buffers: [0, 3], took: 3 }, [1, 2, 1]);
    // Two are left: the first gets its one, the next wants two, the last gets one.
    expect(current).toMatchObject({ soldInStock: 4, oversold: 2, lost: 0, overOffered: 1 });
    // Two are offered, and there: to the first one, the next cannot have two, though nothing more is there than one.
    expect(other).toMatchObject({ soldInStock: 2, oversold: 0, lost: 0, overOffered: 0 });
  });

  it('loses what was asked for and not offered though it stood there', () => {
    const { current, other } = judged({ stock: 5, buffers: [0, 5], took: 0 }, [1, 2]);
    expect(current).toMatchObject({ soldInStock: 3, lost: 0, offeredDays: 1 });
    expect(other).toMatchObject({ soldInStock: 0, lost: 3, offeredDays: 0, judgedDays: 1 });
  });

  it('takes each day between two files as likely for what others took', () => {
    // One unit of two goes at some time; half of the time is over.
    const { current } = judged({ stock: 2, buffers: [0, 0], took: 1, share: 0.5 }, [2]);
    expect(current).toMatchObject({ soldInStock: 2, oversold: 1, overOffered: 0.5 });
  });

  it('says nothing of stock where no file tells, and counts dates all the same', () => {
    // Monday the 23rd: in stock ships on Wednesday.
    const sales = sold([
      shipped(23, 25),
      shipped(23, 26, { lineId: '2' }),
      shipped(23, undefined, { lineId: '3' }),
    ]).map((sale) => ({ ...sale, shippedOn: sale.line.fulfilledAt }));
    const { current, other } = judged({ stock: 5, buffers: [0, 5], took: 0 }, [], () => sales);
    expect(current).toMatchObject({ dated: 2, late: 1, waitDays: 4 });
    expect(other).toMatchObject({ dated: 0 });
  });

  it('counts as late what is still open after its date, not what left on a day that nobody tells', () => {
    const dated = (...lines: readonly OrderLine[]) =>
      judged({ stock: 5, buffers: [0, 5], took: 0 }, [], () =>
        sold(lines.map((one) => ({ ...one, progressAsOf: day('2026-11-30') }))),
      ).current;
    const [open, left] = [shipped(23, undefined), shipped(23, undefined, { fulfilledQuantity: 1 })];
    expect(dated(open)).toMatchObject({ dated: 1, late: 1 });
    expect(dated(left)).toMatchObject({ dated: 0, late: 0 });
    expect(dated(open, left)).toMatchObject({ dated: 0, late: 0 });
  });
});

describe('a replay', () => {
  const stock = Object.fromEntries(
    ['02', '03', '04', '05', '06', '09', '10', '11', '12'].map((date, i) => [
      `2026-11-${date}`,
      9 - i,
    ]),
  );
  const history = historyOf({
    offers: [offer({ quantity: 1, asOf: '2026-11-12' })],
    lines: [shipped(5, 9), shipped(9, 11)],
    terms: [terms('acme', { buffer: { kind: 'units', units: 0 } })],
    more: { memory: remembered({ shown: stock }) },
  });

  it('of the same rules makes no difference', () => {
    const { policy, terms: own } = history.input;
    const { current, other, days, known } = replay(history, { policy, terms: own });
    expect(other).toEqual(current);
    // From the 2nd to the 11th, the first quarter left to learn from.
    expect([days[0], days.at(-1), known]).toEqual(['2026-11-04', '2026-11-11', 8]);
  });

  it('of a past without files looks at no day', () => {
    const { days, current } = replay(historyOf({}), {
      policy: history.input.policy,
      terms: new Map(),
    });
    expect(days).toEqual([]);
    expect(current.wait).toBeUndefined();
  });
});
