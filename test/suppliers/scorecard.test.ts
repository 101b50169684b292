import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from '../../src/model/day.ts';
import { gradeOf } from '../../src/suppliers/grade.ts';
import { rateOf } from '../../src/suppliers/rates.ts';
import { day, offer, sku, terms } from '../plan/builders.ts';
import { cardOf, forwarded, remembered } from './evidence.ts';

// 2026-11-02 is a Monday; the plan's day, 2026-11-23, is one too.

describe('working days between two days', () => {
  it.each([
    ['2026-11-02', '2026-11-02', 0],
    ['2026-11-02', '2026-11-03', 1],
    // From a Friday over the weekend.
    ['2026-11-06', '2026-11-07', 0],
    ['2026-11-06', '2026-11-08', 0],
    ['2026-11-06', '2026-11-09', 1],
    ['2026-11-07', '2026-11-09', 1],
    ['2026-11-02', '2026-11-16', 10],
    ['2026-11-03', '2026-11-02', 0],
  ])('from %s to %s are %i', (from, to, count) => {
    expect(workingDaysBetween(day(from), day(to), new Set())).toBe(count);
  });

  it('leave holidays out', () => {
    const holidays = new Set([day('2026-11-03'), day('2026-11-07')]);
    expect(workingDaysBetween(day('2026-11-02'), day('2026-11-04'), holidays)).toBe(1);
    expect(workingDaysBetween(day('2026-11-02'), day('2026-11-09'), holidays)).toBe(4);
  });
});

describe('lead times', () => {
  const lead = (lines: ReturnType<typeof forwarded>[], more = {}, own = {}) =>
    cardOf({ lines, terms: [terms('acme', own)], more }).leadTimes;

  it('are working days from forwarding to each parcel, quantiles by nearest rank', () => {
    // 1, 2, 2, 3 and, over a weekend, 4 working days.
    const lines = ['03', '04', '04', '05', '06'].map((to) =>
      forwarded('2026-11-02', { [`2026-11-${to}`]: 1 }),
    );
    expect(lead(lines)).toEqual({
      shipments: 5,
      mean: 2.4,
      p50: 2,
      p80: 3,
      p95: 4,
      onTime: 3,
      overdue: 0,
      notInStock: 0,
      untold: 0,
    });
  });

  it('leave out weekends and the supplier’s holidays', () => {
    const overWeekend = [forwarded('2026-11-06', { '2026-11-09': 1 })];
    expect(lead(overWeekend)).toMatchObject({ p50: 1, onTime: 1 });
    const holidays = new Set([day('2026-11-09')]);
    expect(lead(overWeekend, {}, { holidays })).toMatchObject({ p50: 0, onTime: 1 });
    // Two working days after the 6th are the 10th, with the holiday the 11th.
    const later = [forwarded('2026-11-06', { '2026-11-11': 1 })];
    expect(lead(later)).toMatchObject({ p50: 3, onTime: 0 });
    expect(lead(later, {}, { holidays })).toMatchObject({ p50: 2, onTime: 1 });
  });

  it('count one value a parcel: what left on one day is one', () => {
    const inTwo = forwarded('2026-11-02', { '2026-11-03': 2, '2026-11-09': 1 });
    expect(lead([inTwo])).toMatchObject({ shipments: 2, p50: 1, p80: 5, mean: 3 });
    const inTwoRows = {
      ...inTwo,
      parcels: inTwo.parcels?.map((one) => ({ ...one, day: day('2026-11-03') })),
    };
    expect(lead([inTwoRows])).toMatchObject({ shipments: 1, p50: 1 });
  });

  it('come from the export where no shipment tells', () => {
    const line = forwarded(
      '2026-11-02',
      {},
      { quantity: 2, fulfilledQuantity: 2, fulfilledAt: '2026-11-05' },
    );
    expect(lead([line])).toMatchObject({ shipments: 1, p50: 3 });
    // One of two by a shipment, the other as the export says; without its day nothing is known of it.
    const part = {
      ...forwarded('2026-11-02', { '2026-11-03': 1 }),
      quantity: 2,
      fulfilledQuantity: 2,
    };
    expect(lead([{ ...part, fulfilledAt: day('2026-11-05') }])).toMatchObject({
      shipments: 2,
      p80: 3,
    });
    expect(lead([{ ...part, fulfilledAt: undefined }])).toMatchObject({ shipments: 1, p80: 1 });
  });

  it('are not known of what nobody recorded as forwarded, or what left before', () => {
    const untold = forwarded('2026-11-02', { '2026-11-03': 1 });
    expect(lead([{ ...untold, forwardedAt: undefined }])).toMatchObject({
      shipments: 0,
      untold: 1,
    });
    expect(lead([forwarded('2026-11-04', { '2026-11-03': 1 })])).toMatchObject({ untold: 1 });
    // By the settings the order's own day.
    expect(
      lead([{ ...untold, forwardedAt: undefined }], {}, { forwarded: 'same-day' }),
    ).toMatchObject({ shipments: 1, p50: 1 });
  });

  it('are of goods that the newest file on the day of forwarding showed', () => {
    const three = forwarded('2026-11-04', { '2026-11-20': 3 });
    const showing = (shown: Record<string, number | object | undefined>, more = {}) =>
      lead([three], { memory: remembered({ shown, ...more }), offers: [offer()] });
    expect(showing({ '2026-11-02': 3 })).toMatchObject({ shipments: 1, p50: 12, notInStock: 0 });
    expect(showing({ '2026-11-02': 2 })).toMatchObject({ shipments: 0, notInStock: 1 });
    expect(showing({ '2026-11-02': 9, '2026-11-04': 2 })).toMatchObject({ notInStock: 1 });
    expect(showing({ '2026-11-02': 2, '2026-11-05': 9 })).toMatchObject({ notInStock: 1 });
    // Absent from the newest file: none; from a file of changes: as before.
    const later = { days: ['2026-11-03'] };
    expect(showing({ '2026-11-02': 9 }, later)).toMatchObject({ notInStock: 1 });
    expect(showing({ '2026-11-02': 9 }, { ...later, coverage: 'changes' })).toMatchObject({
      shipments: 1,
    });
    // No file yet on that day, or one whose row could not be read: it counts.
    expect(showing({ '2026-11-05': 1 })).toMatchObject({ shipments: 1 });
    expect(showing({ '2026-11-02': undefined })).toMatchObject({ shipments: 1 });
    // A row that could not be read keeps what an older one said.
    expect(showing({ '2026-11-02': 2, '2026-11-03': undefined })).toMatchObject({ notInStock: 1 });
    // Words and bounds name no limit; what can be had from a later day is not there yet.
    expect(showing({ '2026-11-02': { quantityKind: 'unknown' } })).toMatchObject({ shipments: 1 });
    expect(showing({ '2026-11-02': { quantity: 2, quantityKind: 'at_least' } })).toMatchObject({
      shipments: 1,
    });
    const from = (date: string) => ({ '2026-11-02': { quantity: 9, availableFrom: day(date) } });
    expect(showing(from('2026-11-05'))).toMatchObject({ notInStock: 1 });
    expect(showing(from('2026-11-04'))).toMatchObject({ shipments: 1 });
  });

  it('compare each parcel in our units', () => {
    const lines = [forwarded('2026-11-04', { '2026-11-05': 4, '2026-11-06': 7 })];
    const memory = remembered({ shown: { '2026-11-02': 1 } });
    // One pack of six: the first parcel was there, the second was not.
    const six = offer({ packSize: 6 });
    expect(cardOf({ lines, offers: [six], more: { memory } }).leadTimes).toMatchObject({
      shipments: 1,
      p50: 1,
      notInStock: 1,
    });
  });

  it('are each supplier’s own', () => {
    const parcel = forwarded('2026-11-02', { '2026-11-04': 1 });
    const byBeta = {
      ...parcel,
      parcels: parcel.parcels?.map((one) => ({ ...one, supplier: 'beta' })),
    };
    const situation = { lines: [parcel, byBeta], terms: [terms('acme'), terms('beta')] };
    expect(cardOf(situation).leadTimes).toMatchObject({ shipments: 1 });
    // Acme was told of the line, not beta.
    expect(cardOf(situation, 'beta').leadTimes).toMatchObject({ shipments: 0, untold: 1 });
  });

  it('do not know what happens after the day', () => {
    const lines = [
      forwarded('2026-11-02', {}, { fulfilledQuantity: 1, fulfilledAt: '2026-11-24' }),
    ];
    expect(lead(lines)).toMatchObject({ shipments: 0 });
  });
});

describe('the on-time rate', () => {
  const onTime = (line: ReturnType<typeof forwarded>, more = {}) =>
    cardOf({ lines: [line], ...more }).onTime;

  it('is of parcels that left by the day agreed, and of lines that have not left after it', () => {
    // Two working days after Wednesday the 18th are the 20th, after Thursday the 19th the 23rd, the plan's day.
    expect(onTime(forwarded('2026-11-18'))).toEqual({ share: 0, sample: 1 });
    expect(onTime(forwarded('2026-11-19'))).toEqual({ share: undefined, sample: 0 });
    const half = forwarded('2026-11-16', { '2026-11-17': 1 }, { quantity: 2 });
    expect(onTime(half)).toEqual({ share: 0.5, sample: 2 });
    expect(onTime({ ...half, cancelledQuantity: 1 })).toEqual({ share: 1, sample: 1 });
  });

  it('is not that of late lines alone, where a file does not tell when units left', () => {
    const late = forwarded('2026-11-18');
    const left = forwarded('2026-11-18', {}, { fulfilledQuantity: 1, orderId: '#2' });
    expect(cardOf({ lines: [late, left] }).onTime).toEqual({ share: undefined, sample: 0 });
    const elsewhere = { ...left, place: { file: 'older.csv' } };
    expect(cardOf({ lines: [late, elsewhere] }).onTime).toEqual({ share: 0, sample: 1 });
  });

  it('knows nothing of goods that the supplier did not have', () => {
    const showing = (units: number) => ({
      offers: [offer()],
      more: { memory: remembered({ shown: { '2026-11-16': units } }) },
    });
    const two = forwarded('2026-11-16', {}, { quantity: 2 });
    expect(onTime(two, showing(1))).toMatchObject({ sample: 0 });
    expect(onTime(two, showing(2))).toMatchObject({ share: 0, sample: 1 });
  });
});

describe('the fill rate', () => {
  const fill = (lines: ReturnType<typeof forwarded>[], memory?: ReturnType<typeof remembered>) =>
    cardOf({ lines, offers: memory ? [offer()] : [], more: { memory } }).fill;

  it('is units shipped of units due: forwarded more than twice the dispatch days ago', () => {
    const due = forwarded('2026-11-02', { '2026-11-03': 3 }, { quantity: 4 });
    expect(fill([due])).toEqual({ share: 0.75, sample: 4 });
    // Twice two working days before Monday the 23rd is Tuesday the 17th: not more than four ago.
    expect(fill([forwarded('2026-11-17')])).toEqual({ share: undefined, sample: 0 });
    expect(fill([forwarded('2026-11-16')])).toEqual({ share: 0, sample: 1 });
    // Shipped early, but not due: it would only make the rate look better.
    expect(fill([forwarded('2026-11-17', { '2026-11-18': 1 })])).toMatchObject({ sample: 0 });
  });

  it('waits as long as 19 of 20 parcels take, where that is longer', () => {
    const slow = forwarded('2026-11-02', { '2026-11-10': 1 });
    // Six working days: from the 13th to the 23rd they are six, from the 12th seven.
    expect(fill([slow, forwarded('2026-11-13')])).toEqual({ share: 1, sample: 1 });
    expect(fill([slow, forwarded('2026-11-12')])).toEqual({ share: 0.5, sample: 2 });
  });

  it('counts cancellations that were shortages, as far as can be told', () => {
    const cancelled = forwarded(
      '2026-11-02',
      { '2026-11-03': 1 },
      {
        quantity: 3,
        cancelledQuantity: 2,
        cancelledAt: '2026-11-05',
      },
    );
    expect(fill([cancelled])).toEqual({ share: 1 / 3, sample: 3 });
    const shown = (units: number) =>
      remembered({ shown: { '2026-11-02': 9, '2026-11-05': units } });
    expect(fill([cancelled], shown(1))).toEqual({ share: 1 / 3, sample: 3 });
    expect(fill([cancelled], shown(2))).toEqual({ share: 1, sample: 1 });
    // Before it was forwarded, and never paid: nobody's to send.
    expect(fill([{ ...cancelled, cancelledAt: day('2026-11-01') }])).toEqual({
      share: 1,
      sample: 1,
    });
    expect(fill([{ ...cancelled, paymentState: 'voided' }])).toEqual({ share: 1, sample: 1 });
    // Nobody says when: it may have been a shortage.
    expect(fill([{ ...cancelled, cancelledAt: undefined }])).toEqual({ share: 1 / 3, sample: 3 });
    // Later than the day of the plan: not known yet.
    expect(fill([{ ...cancelled, cancelledAt: day('2026-11-24') }])).toEqual({
      share: 1 / 3,
      sample: 3,
    });
  });
});

describe('stock accuracy', () => {
  it('is units sent of those forwarded while the newest file showed enough', () => {
    const memory = remembered({ shown: { '2026-11-02': 3, '2026-11-14': 3 } });
    const accuracy = (...lines: ReturnType<typeof forwarded>[]) =>
      cardOf({ lines, offers: [offer()], more: { memory } }).accuracy;
    const undone = { quantity: 3, cancelledQuantity: 2, cancelledAt: '2026-11-05' };
    const sent = forwarded('2026-11-02', { '2026-11-03': 1 }, undone);
    expect(accuracy(sent)).toEqual({ share: 1 / 3, sample: 3 });
    // The file did not show four; before the first file nothing is known.
    expect(accuracy(forwarded('2026-11-02', {}, { quantity: 4 }))).toMatchObject({ sample: 0 });
    expect(accuracy(forwarded('2026-11-01', {}, { quantity: 1 }))).toMatchObject({ sample: 0 });
    // Still unshipped long after; not long after it may yet be sent.
    expect(accuracy(forwarded('2026-11-16', {}, { quantity: 3 }))).toEqual({ share: 0, sample: 3 });
    expect(accuracy(forwarded('2026-11-17', {}, { quantity: 3 }))).toMatchObject({ sample: 0 });
  });

  it('knows nothing of what a file that has gone stale showed', () => {
    const accuracy = (on: string) =>
      cardOf({
        lines: [forwarded(on, {}, { quantity: 3 })],
        offers: [offer()],
        more: { memory: remembered({ shown: { '2026-11-02': 3 } }) },
      }).accuracy;
    expect(accuracy('2026-11-09')).toEqual({ share: 0, sample: 3 });
    expect(accuracy('2026-11-10')).toMatchObject({ sample: 0 });
  });
});

describe('a card of lines that were heard of last some time ago', () => {
  const lines = (progressAsOf: string | undefined) => [
    forwarded(
      '2026-11-02',
      {},
      { quantity: 2, progressAsOf: progressAsOf === undefined ? undefined : day(progressAsOf) },
    ),
  ];

  it('is late, due and not cancelled as of that day', () => {
    // Two working days end on the 4th, four on the 6th.
    expect(cardOf({ lines: lines('2026-11-04') }).onTime).toMatchObject({ sample: 0 });
    expect(cardOf({ lines: lines('2026-11-05') }).onTime).toEqual({ share: 0, sample: 1 });
    expect(cardOf({ lines: lines('2026-11-06') }).fill).toMatchObject({ sample: 0 });
    expect(cardOf({ lines: lines('2026-11-09') }).fill).toEqual({ share: 0, sample: 2 });
    expect(cardOf({ lines: lines('2026-11-04') }).cancelled).toEqual({ share: 0, sample: 2 });
  });

  it('says nothing of lines of which nobody tells', () => {
    const card = cardOf({ lines: lines(undefined) });
    for (const rate of [card.onTime, card.fill, card.cancelled])
      expect(rate).toEqual({ share: undefined, sample: 0 });
  });

  it('hears of them also by the supplier’s own lists of what it sent', () => {
    const onTime = (asOf: string) => {
      const list = { orderId: '#9', quantity: 1, shippedAt: day('2026-11-03'), after: 0 };
      const place = { file: 'parcels.csv', line: 2 };
      const shipments = [{ ...list, supplier: 'acme', asOf: day(asOf), place }];
      return cardOf({ lines: lines(undefined), more: { shipments } }).onTime;
    };
    expect(onTime('2026-11-05')).toEqual({ share: 0, sample: 1 });
    expect(onTime('2026-11-04')).toMatchObject({ sample: 0 });
  });
});

describe('cancelled and returned units', () => {
  it('are rates of what was ordered and of what was shipped', () => {
    const lines = [
      forwarded(
        '2026-11-02',
        { '2026-11-03': 4 },
        { quantity: 5, cancelledQuantity: 1, returnedQuantity: 1 },
      ),
      forwarded('2026-11-20', {}, { quantity: 5 }),
    ];
    expect(cardOf({ lines })).toMatchObject({
      cancelled: { share: 0.1, sample: 10 },
      returned: { share: 0.25, sample: 4 },
    });
  });

  it('that came back are known only where an export or a list ever told of one', () => {
    const lines = [forwarded('2026-11-02', { '2026-11-03': 4 })];
    expect(cardOf({ lines }).returned).toEqual({ share: undefined, sample: 0 });
    const came = {
      orderId: '#1',
      lineId: undefined,
      sku: sku('X'),
      quantity: 2,
      returnedAt: day('2026-11-10'),
      asOf: day('2026-11-10'),
      after: 0,
      place: { file: 'returns.csv', line: 2 },
    };
    expect(cardOf({ lines, more: { returns: [came] } }).returned).toEqual({
      share: 0.5,
      sample: 4,
    });
  });

  it('that came back are nobody’s where two suppliers shipped', () => {
    const line = forwarded(
      '2026-11-02',
      { '2026-11-03': 1, '2026-11-04': 1 },
      { returnedQuantity: 1 },
    );
    const parcels = line.parcels?.map((one, i) => (i === 0 ? one : { ...one, supplier: 'beta' }));
    const situation = { lines: [{ ...line, parcels }] };
    expect(cardOf(situation).returned).toMatchObject({ sample: 0 });
    expect(cardOf(situation, 'beta').returned).toMatchObject({ sample: 0 });
  });
});

describe('a supplier’s files', () => {
  it('are as old as the newest, and stale beyond what the settings allow', () => {
    const aged = (newest: string) => {
      const memory = remembered({ shown: { '2026-11-02': 3, [newest]: 3 } });
      return cardOf({ more: { memory, feedGapDays: new Map([['acme', 7]]) } });
    };
    expect(aged('2026-11-16')).toMatchObject({ feedAgeDays: 7, feedGapDays: 7, isStale: false });
    expect(aged('2026-11-15')).toMatchObject({ feedAgeDays: 8, isStale: true });
    expect(cardOf({})).toMatchObject({ feedAgeDays: undefined, isStale: undefined });
  });
});

describe('a grade', () => {
  const grade = (onTime: number, fill: number, kept = 1, shipments = 5, units = 20) =>
    gradeOf({
      onTime: { share: onTime, sample: shipments },
      fill: { share: fill, sample: units },
      cancelled: { share: 1 - kept, sample: units },
    });

  it('weighs time to ship 70, units shipped 20, orders kept 10', () => {
    expect(grade(1, 1)?.score).toBeCloseTo(100, 9);
    expect(grade(0, 1)?.score).toBeCloseTo(30, 9);
    expect(grade(1, 0)?.score).toBeCloseTo(80, 9);
    expect(grade(1, 1, 0)?.score).toBeCloseTo(90, 9);
  });

  it('is A from 95 points, B from 90, C from 80, else D', () => {
    // 65 + 20 + 10, and a little less.
    expect(grade(65 / 70, 1)?.grade).toBe('A');
    expect(grade(64.9 / 70, 1)?.grade).toBe('B');
    expect(grade(60 / 70, 1)?.grade).toBe('B');
    expect(grade(59.9 / 70, 1)?.grade).toBe('C');
    expect(grade(50 / 70, 1)?.grade).toBe('C');
    expect(grade(49.9 / 70, 1)?.grade).toBe('D');
    // Dsco's targets, 95 % on time and 98 % filled, are an A: 66.5 + 19.6 + 9.8 (2 % cancelled).
    expect(grade(0.95, 0.98, 0.98)).toEqual({ grade: 'A', score: expect.closeTo(95.9, 9) });
  });

  it('needs five shipments and twenty units due', () => {
    expect(grade(1, 1, 1, 5, 20)?.grade).toBe('A');
    expect(grade(1, 1, 1, 4, 20)).toBeUndefined();
    expect(grade(1, 1, 1, 5, 19)).toBeUndefined();
    expect(rateOf(0, 0)).toEqual({ share: undefined, sample: 0 });
  });

  it('stands on the card once there is enough', () => {
    const sent = () => forwarded('2026-11-02', { '2026-11-03': 4 });
    expect(cardOf({ lines: [sent(), sent(), sent(), sent()] }).grade).toBeUndefined();
    const late = forwarded('2026-11-02', { '2026-11-05': 4 });
    // Four of five on time: 56 + 20 + 10.
    expect(cardOf({ lines: [sent(), sent(), sent(), sent(), late] })).toMatchObject({
      grade: 'C',
      score: expect.closeTo(86, 9),
    });
  });
});
