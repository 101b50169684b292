import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import type { NoticeType, Ruling } from '../../src/model/notice.ts';
import { asksForAnswer } from '../../src/notices/history.ts';
import { dueNotices } from '../../src/notices/notices.ts';
import { lawOf } from '../../src/notices/rules/index.ts';
import type { LineFacts, Told } from '../../src/notices/rules/law.ts';
import { day, line, offer, planOf, terms } from '../plan/builders.ts';
import { calendarOf } from './calendar-of.ts';

const ordered = day('2026-11-02');
const dayFrom = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => addDays(ordered, days));
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const types: readonly NoticeType[] = [
  'US_FIRST_SHORT',
  'US_FIRST_LONG',
  'US_FIRST_INDEFINITE',
  'US_RENEWED_DEFINITE',
  'US_RENEWED_INDEFINITE',
  'DELAY_PROPOSAL',
  'LATE_OPEN',
  'PREORDER_PROGRESS',
  'SELLER_CANCEL',
];

const told: fc.Arbitrary<Told> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sent' as const),
      type: fc.constantFrom(...types),
      on: dayFrom(0, 120),
      newDate: sometimes(dayFrom(5, 200)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('consent' as const),
      on: dayFrom(0, 120),
      newDate: sometimes(dayFrom(5, 200)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), on: dayFrom(0, 120) }),
  },
);

const inTime = (a: Told, b: Told) => daysBetween(b.on, a.on);

const facts: fc.Arbitrary<LineFacts> = fc
  .record({
    today: dayFrom(0, 150),
    orderedOn: fc.constant(ordered),
    shipBy: sometimes(dayFrom(1, 60)),
    deliverBy: sometimes(dayFrom(8, 70)),
    transitDays: fc.integer({ min: 0, max: 12 }),
    expected: sometimes(dayFrom(0, 200)),
    unfillable: fc.boolean(),
    isUnpaid: fc.boolean(),
    customMade: fc.boolean(),
    history: fc.array(told, { maxLength: 6 }).map((all) => all.toSorted(inTime)),
  })
  .map(({ expected, ...rest }) => ({
    ...rest,
    expectedShip: expected,
    expectedDelivery: expected && addDays(expected, rest.transitDays),
  }));

const american = fc.constantFrom('US', 'US-CA');
const anywhere = fc.constantFrom(
  'US',
  'US-CA',
  'EU-DE',
  'EU-FR',
  'UK',
  'CA-QC',
  'CA',
  'AU',
  'OTHER',
);
const runs = { numRuns: 3000 };

describe('the US rule as a machine', () => {
  it('never lets a line that has ended ship again, whatever is sent or agreed to later', () => {
    fc.assert(
      fc.property(american, facts, fc.array(told, { maxLength: 4 }), (place, line, later) => {
        const { agreement } = lawOf(place);
        const { ended } = agreement(line);
        if (!ended) return;
        const after = later.filter(({ on }) => on > line.today).toSorted(inTime);
        const today = addDays(line.today, 200);
        const history = [...(line.history ?? []), ...after];
        expect(agreement({ ...line, today, history }).ended).toEqual(ended);
      }),
      runs,
    );
  });

  it('ends a line that silence is to end on the very day that its notice names', () => {
    fc.assert(
      fc.property(american, facts, (place, line) => {
        const law = lawOf(place);
        const asked = law.rule(line);
        if (asked?.ifSilent !== 'cancelled' || asked.type === 'US_MISSED_CANCEL') return;
        const { type, newDate, autoCancelOn } = asked;
        const sent: Told = { kind: 'sent', type, on: line.today, newDate };
        const known = (line.history ?? []).filter(({ on }) => on <= line.today);
        const told = { ...line, history: [...known, sent] };
        const on = autoCancelOn as Day;
        expect(law.agreement({ ...told, today: on }).ended).toBeUndefined();
        expect(law.agreement({ ...told, today: addDays(on, 1) }).ended).toEqual({
          on,
          by: 'silence',
        });
        const yes: Told = { kind: 'consent', on };
        const agreed = { ...told, history: [...told.history, yes], today: on };
        expect(law.agreement(agreed).ended).toBeUndefined();
      }),
      runs,
    );
  });

  it('takes silence for a yes after a short first delay, up to its new date', () => {
    fc.assert(
      fc.property(american, facts, (place, line) => {
        const law = lawOf(place);
        const asked = law.rule(line);
        if (asked?.ifSilent !== 'consent') return;
        const { type, newDate } = asked;
        const known = (line.history ?? []).filter(({ on }) => on <= line.today);
        const history: Told[] = [...known, { kind: 'sent', type, on: line.today, newDate }];
        const on = newDate as Day;
        expect(law.agreement({ ...line, history, today: on })).toMatchObject({ agreed: on });
        expect(law.rule({ ...line, history, today: on, expectedShip: on, unfillable: false })).toBe(
          undefined,
        );
      }),
      runs,
    );
  });
});

describe('every law', () => {
  const ruled = (check: (ruling: Ruling, line: LineFacts, place: string) => void) =>
    fc.assert(
      fc.property(anywhere, facts, (place, line) => {
        const ruling = lawOf(place).rule(line);
        if (ruling) check(ruling, line, place);
      }),
      runs,
    );

  it('has a day for the refund of every line that is cancelled', () => {
    ruled(({ type, refundBy, autoCancelOn }, { today }) => {
      if (!/CANCEL|TERMINATION/.test(type)) return;
      expect(refundBy).toBeDefined();
      if (type === 'SELLER_CANCEL') expect((refundBy ?? '') > today).toBe(true);
      if (autoCancelOn) expect((refundBy ?? '') > autoCancelOn).toBe(true);
    });
    const over = fc.constantFrom('sent SELLER_CANCEL 2026-11-20', 'cancel 2026-11-20');
    fc.assert(
      fc.property(anywhere, over, (place, event) => {
        const kept = { place, ordered, deliverBy: '2026-12-30', today: '2026-11-21' };
        const entries = calendarOf({ ...kept, history: [event] });
        expect(entries.some((entry) => entry.endsWith(' refund'))).toBe(true);
      }),
    );
  });

  it('never asks for a notice after its own deadline, but says that it was missed', () => {
    ruled(({ type, sendBy, targetDate }, { today }, place) => {
      if (sendBy === undefined || type === 'US_MISSED_CANCEL') return;
      if (place.startsWith('US')) expect(sendBy >= today).toBe(true);
      if (targetDate === undefined) return expect(sendBy < today).toBe(true);
      expect(targetDate >= today && targetDate <= sendBy).toBe(true);
    });
  });

  it('moves dates forward only, and asks no one about a date that is kept', () => {
    ruled(({ type, oldDate, newDate }) => {
      if (newDate === undefined || oldDate === undefined || type === 'LATE_OPEN') return;
      expect(newDate > oldDate).toBe(true);
    });
  });

  it('gives as the old date in the US one that was promised, told or agreed', () => {
    ruled(({ oldDate }, line, place) => {
      if (!place.startsWith('US') || oldDate === undefined) return;
      const { orderedOn, deliverBy, transitDays, history = [] } = line;
      const byLaw = deliverBy ? addDays(deliverBy, -transitDays) : addDays(orderedOn, 30);
      const told = history.flatMap((one) => ('newDate' in one ? (one.newDate ?? []) : []));
      expect([line.shipBy ?? byLaw, ...told]).toContain(oldDate);
    });
  });

  it('says nothing of what is dated after today', () => {
    fc.assert(
      fc.property(anywhere, facts, (place, line) => {
        const { rule } = lawOf(place);
        const known = (line.history ?? []).filter(({ on }) => on <= line.today);
        expect(rule(line)).toEqual(rule({ ...line, history: known }));
      }),
      runs,
    );
  });
});

describe('drafting', () => {
  const acme = terms('acme', { buffer: { kind: 'units', units: 0 }, transitDays: 4 });
  const orders = fc.array(
    fc.record({
      country: fc.constantFrom('US', 'DE', 'GB', 'CA', 'AU'),
      quantity: fc.integer({ min: 1, max: 3 }),
      daysAgo: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('twice is the same as once, and the next day without news there is nothing more', () => {
    fc.assert(
      fc.property(orders, fc.boolean(), (all, confirmsOrders) => {
        const lines = all.map(({ country, quantity, daysAgo }, i) =>
          line({
            orderId: `#${i}`,
            quantity,
            shipToCountry: country,
            orderedAt: `${addDays(day('2026-11-23'), -daysAgo)}T10:00:00`,
            customerEmail: `${i}@b.example`,
          }),
        );
        const plan = planOf({
          terms: [acme],
          offers: [offer({ quantity: 2, restocks: ['2026-12-04 x 4'] })],
          lines,
        });
        const input = { plan, storeCountry: 'US', confirmsOrders };
        const once = dueNotices({ ...input, recorded: [] });
        const drafts = once.map((notice) => ({ ...notice, file: '', draftedOn: plan.today }));
        expect(dueNotices({ ...input, recorded: drafts })).toEqual(once);
        const yesterday = drafts.map((draft) => ({
          ...draft,
          draftedOn: addDays(plan.today, -1),
        }));
        expect(dueNotices({ ...input, recorded: yesterday })).toEqual([]);
        // Whoever was written to today is not written to again today.
        const events = once
          .filter(({ type }) => asksForAnswer(type))
          .map(({ orderId, lineId, type }) => ({
            ...{ orderId, lineId, type, on: plan.today },
            event: 'sent' as const,
          }));
        const left = dueNotices({ ...input, recorded: drafts, events });
        expect(left.filter(({ type }) => asksForAnswer(type))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
