import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import { isCourtesy, type NoticeEvent } from '../../src/model/notice.ts';
import { calendar } from '../../src/notices/calendar.ts';
import { asksForAnswer, type DraftedNotice } from '../../src/notices/history.ts';
import { dueNotices, openCases } from '../../src/notices/notices.ts';
import { day, type LineSketch, line, offer, planOf, terms } from '../plan/builders.ts';

/** An order whose supplier says that the goods come in on a day, or has them, and a shop that nobody ships from. */
interface Shop {
  readonly order: LineSketch;
  readonly from: string;
  readonly until: string;
  /** The goods lie in stock from this day on; before it they were expected then, or on `expected`. */
  readonly inStockFrom?: string;
  readonly expected?: string;
  readonly dispatchDays?: (today: Day) => number;
  /** The supplier is told on this day. */
  readonly toldOn?: string;
  /** The owner sends a letter off so many days after it was drafted; absent: never. */
  readonly sendsAfter?: number | undefined;
  readonly events?: readonly (Pick<NoticeEvent, 'event' | 'on'> & Partial<NoticeEvent>)[];
}

interface Course {
  readonly today: Day;
  readonly drafted: readonly DraftedNotice[];
  /** What the calendar wants sent: the notice, and the day to aim at. */
  readonly wanted: readonly string[];
  readonly endedBy: string | undefined;
  readonly expected: Day | undefined;
}

/** What is drafted and wanted on each day of the course of one order line. */
function course(shop: Shop): readonly Course[] {
  const { from, until, inStockFrom = from, expected = inStockFrom, events = [] } = shop;
  const recorded: DraftedNotice[] = [];
  const days = daysBetween(day(from), day(until)) + 1;
  return Array.from({ length: days }, (_, i) => addDays(day(from), i)).map((today) => {
    const { toldOn, sendsAfter, dispatchDays = () => 2 } = shop;
    const isForwarded = toldOn !== undefined && toldOn <= today;
    const forwarded = isForwarded ? { supplier: 'acme', forwardedAt: toldOn } : {};
    const acme = terms('acme', { transitDays: 4, dispatchDays: dispatchDays(today) });
    const isThere = today >= inStockFrom;
    const plan = planOf({
      today,
      terms: [acme],
      offers: [
        offer({ quantity: isThere ? 50 : 0, restocks: isThere ? [] : [expected], asOf: today }),
      ],
      lines: [line({ customerEmail: 'ann@x.example', ...shop.order, ...forwarded })],
    });
    const sent = recorded.flatMap(({ draftedOn, ...draft }): NoticeEvent[] => {
      const on = sendsAfter === undefined ? undefined : addDays(draftedOn, sendsAfter);
      return on && on < today ? [{ ...draft, event: 'sent', on }] : [];
    });
    const ofOthers = events.map((one) => ({ orderId: '#1', lineId: '1', ...one }));
    const known = [...sent, ...ofOthers].toSorted((a, b) => daysBetween(b.on, a.on));
    const input = { plan, storeCountry: 'US', recorded, events: known };
    const drafted = dueNotices(input).map((notice) => ({ ...notice, draftedOn: today }));
    const wanted = calendar({ ...input, holdDays: 7 }).flatMap(({ what, type, on }) =>
      what === 'send' ? [`${type} ${on}`] : [],
    );
    recorded.push(...drafted);
    const [own] = openCases(input);
    const endedBy = own?.law.agreement(own.facts).ended?.by;
    const dates = own?.law.dates === 'ship' ? own.facts.expectedShip : own?.facts.expectedDelivery;
    return { today, drafted, wanted, endedBy, expected: dates };
  });
}

const letters = (shop: Shop) =>
  course(shop).flatMap(({ today, drafted }) =>
    drafted.map(({ type, newDate }) => `${today} ${type} ${newDate ?? '-'}`),
  );

const american = { shipToCountry: 'US', orderedAt: '2026-11-09T10:00:00' };
const german = { shipToCountry: 'DE', orderedAt: '2026-11-09T10:00:00' };
const shipBy = (date: string) => ({ ...american, promisedShipDate: day(date) });
const deliverBy = (date: string) => ({ ...german, promisedDeliveryDate: day(date) });

describe('goods that lie in stock and are not sent off', () => {
  it('are asked about on the last working day on which the customer can still agree', () => {
    const shop = { from: '2026-11-16', until: '2026-11-20', sendsAfter: 0 };
    expect(letters({ ...shop, order: shipBy('2026-11-17') })).toEqual([
      '2026-11-16 US_FIRST_SHORT 2026-11-18',
      '2026-11-18 US_RENEWED_DEFINITE 2026-11-20',
      '2026-11-19 CANCEL_CONFIRM -',
    ]);
    // Agreed to by the customer until Sunday the 22nd.
    const agreed = [
      { event: 'consent' as const, on: day('2026-11-17'), newDate: day('2026-11-22') },
    ];
    expect(
      letters({ ...shop, until: '2026-11-22', order: deliverBy('2026-11-18'), events: agreed }),
    ).toEqual(['2026-11-16 DELAY_PROPOSAL 2026-11-22', '2026-11-20 DELAY_PROPOSAL 2026-11-28']);
  });

  it('came in too late for the date that was agreed: the customer is asked at once', () => {
    const shop = { from: '2026-11-09', until: '2026-11-24', sendsAfter: 0 };
    const late = { expected: '2026-11-20', inStockFrom: '2026-11-23' };
    expect(letters({ ...shop, ...late, order: shipBy('2026-11-16') })).toEqual([
      '2026-11-09 US_FIRST_SHORT 2026-11-24',
      '2026-11-21 US_RENEWED_INDEFINITE -',
      '2026-11-23 US_RENEWED_DEFINITE 2026-11-25',
    ]);
    const agreed = [{ event: 'consent' as const, on: day('2026-11-10') }];
    expect(letters({ ...shop, ...late, order: deliverBy('2026-11-20'), events: agreed })).toEqual([
      '2026-11-09 DELAY_PROPOSAL 2026-11-28',
      '2026-11-21 DELAY_PROPOSAL -',
      '2026-11-23 DELAY_PROPOSAL 2026-11-29',
    ]);
  });

  it('that the supplier was told of a day late ship on a day that is sure, and that is told', () => {
    const shop = { from: '2026-11-16', until: '2026-11-18', sendsAfter: 0 };
    expect(letters({ ...shop, order: shipBy('2026-11-17'), toldOn: '2026-11-17' })).toEqual([
      '2026-11-16 US_FIRST_SHORT 2026-11-18',
      '2026-11-17 US_RENEWED_DEFINITE 2026-11-19',
    ]);
  });

  it('are news once when their date has passed, and again only when it moves for another reason', () => {
    const shop = { from: '2026-11-16', until: '2026-12-04', order: deliverBy('2026-11-15') };
    const once = ['2026-11-16 LATE_OPEN 2026-11-22'];
    expect(letters({ ...shop, sendsAfter: 0 })).toEqual(once);
    expect(letters({ ...shop, sendsAfter: 0, toldOn: '2026-11-16' })).toEqual(once);
    expect(
      letters({
        ...shop,
        sendsAfter: 0,
        dispatchDays: (today) => (today < '2026-11-25' ? 2 : 5),
      }),
    ).toEqual([...once, '2026-11-25 LATE_OPEN 2026-12-06']);
  });

  it('are written about again where the letter came back', () => {
    const bounced = [{ event: 'bounced' as const, on: day('2026-11-17') }];
    const shop = { from: '2026-11-16', until: '2026-11-18', sendsAfter: 0, events: bounced };
    expect(letters({ ...shop, order: deliverBy('2026-11-20') })).toEqual([
      '2026-11-16 DELAY_PROPOSAL 2026-11-22',
      '2026-11-17 DELAY_PROPOSAL 2026-11-23',
    ]);
  });

  it('have an unsent letter wanted by the day aimed at when it was drafted first', () => {
    const order = deliverBy('2026-11-20');
    const days = course({
      from: '2026-11-05',
      until: '2026-11-20',
      dispatchDays: () => 10,
      order: { ...order, orderedAt: '2026-11-05T10:00:00' },
    });
    expect(days.map(({ wanted }) => wanted)).toEqual(days.map(() => ['DELAY_PROPOSAL 2026-11-09']));
    // On the last day it is written anew, with a date that can be kept.
    expect(
      days.flatMap(({ drafted }) =>
        drafted.map(({ draftedOn, newDate }) => `${draftedOn} ${newDate}`),
      ),
    ).toEqual(['2026-11-05 2026-11-23', '2026-11-20 2026-12-08']);
  });

  it('are in the calendar as long as their letter is due, and only then', () => {
    const days = course({
      from: '2026-11-16',
      until: '2026-11-19',
      sendsAfter: 0,
      order: deliverBy('2026-11-20'),
    });
    expect(days.map(({ wanted }) => wanted)).toEqual([['DELAY_PROPOSAL 2026-11-18'], [], [], []]);
  });
});

function toldWithin(after: Day, until: Day, { toldOn = '' }: Shop): boolean {
  return toldOn > after && toldOn <= until;
}

describe('the course of a line of which nothing is sent off', () => {
  const start = day('2026-11-09');
  const on = (most: number) =>
    fc.integer({ min: 0, max: most }).map((days) => addDays(start, days));
  const shops = fc
    .record({
      country: fc.constantFrom('US', 'DE', 'GB', 'CA', 'AU'),
      due: on(20),
      inStockFrom: on(12),
      slip: fc.integer({ min: 0, max: 4 }),
      dispatch: fc.integer({ min: 0, max: 5 }),
      toldOn: fc.option(on(30), { nil: undefined }),
      sendsAfter: fc.constantFrom(0, 0, 1, undefined),
      consentOn: fc.option(on(20), { nil: undefined }),
    })
    .map(({ country, due, inStockFrom, slip, dispatch, toldOn, sendsAfter, consentOn }) => {
      const isAmerican = country === 'US';
      const promised = isAmerican ? { promisedShipDate: due } : { promisedDeliveryDate: due };
      return {
        from: start,
        until: addDays(start, 40),
        inStockFrom,
        expected: addDays(inStockFrom, -slip) < start ? inStockFrom : addDays(inStockFrom, -slip),
        dispatchDays: () => dispatch,
        order: { shipToCountry: country, orderedAt: `${start}T10:00:00`, ...promised },
        sendsAfter,
        ...(toldOn && toldOn >= inStockFrom && { toldOn }),
        ...(consentOn && { events: [{ event: 'consent' as const, on: consentOn }] }),
      } satisfies Shop;
    });

  it('never ends for want of a letter, but where the goods could ship in time up to the last day', () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const days = course({ ...shop, sendsAfter: 0 });
        const over = days.findIndex(({ endedBy }) => endedBy === 'no-notice');
        if (over < 0) return;
        const last = days[over - 1];
        expect(last?.expected).toBe(last?.today);
      }),
      { numRuns: 150 },
    );
  });

  it('has in the calendar what is drafted today, or was and is not sent, and nothing else', () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const before: DraftedNotice[] = [];
        for (const { drafted, wanted, today } of course(shop)) {
          const types = wanted.map((one) => one.split(' ')[0]);
          const asked = drafted.filter((draft) => !isCourtesy(draft));
          for (const { type } of asked) expect(types).toContain(type);
          for (const type of types) {
            const { sendsAfter } = shop;
            const isUnsent = before.some(
              (draft) =>
                draft.type === type &&
                (sendsAfter === undefined || addDays(draft.draftedOn, sendsAfter) >= today),
            );
            expect(isUnsent || drafted.some((draft) => draft.type === type)).toBe(true);
          }
          before.push(...drafted);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('asks again only where the goods, the agreement or the calendar give a reason to', () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const asked = course({ ...shop, sendsAfter: 0 }).flatMap(({ drafted }) =>
          drafted.filter(({ type }) => asksForAnswer(type)),
        );
        const since = asked.filter(({ draftedOn }) => draftedOn >= shop.inStockFrom);
        since.forEach((letter, i) => {
          const before = since[i - 1];
          if (!before || before.type !== letter.type || before.oldDate !== letter.oldDate) return;
          const { draftedOn, sendBy = draftedOn } = letter;
          const isFirm = toldWithin(before.draftedOn, draftedOn, shop);
          // Over a weekend and Thanksgiving three days before it are the last working day.
          const isLast = daysBetween(draftedOn, sendBy) <= 3 && before.draftedOn < draftedOn;
          const isThird = since[i - 2]?.oldDate === letter.oldDate;
          expect(isFirm || (isLast && !isThird)).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });
});
