import { describe, expect, it } from 'vitest';
import { orderDay } from '../../src/model/order.ts';
import { lawOf } from '../../src/notices/rules/index.ts';
import { day } from '../plan/builders.ts';

interface Situation {
  readonly place: string;
  readonly ordered: string;
  readonly shipBy?: string;
  readonly deliverBy?: string;
  /** The day on which the seller learns of it: the plan's. */
  readonly today: string;
  /** The new ship date in the US, the new delivery date elsewhere. */
  readonly expected?: string;
  readonly unfillable?: boolean;
  readonly transitDays?: number;
}

/** The ruling in one line: type, old date → new date, send by (target), what silence means, cancelled on, refund by. */
function ruling(situation: Situation): string {
  const { place, shipBy, deliverBy, expected, unfillable = false, transitDays = 5 } = situation;
  const law = lawOf(place);
  const date = expected === undefined ? undefined : day(expected);
  const found = law.rule({
    today: day(situation.today),
    orderedOn: orderDay({ orderedAt: `${situation.ordered}T12:00:00` }),
    shipBy: shipBy === undefined ? undefined : day(shipBy),
    deliverBy: deliverBy === undefined ? undefined : day(deliverBy),
    transitDays,
    expectedShip: law.dates === 'ship' ? date : undefined,
    expectedDelivery: law.dates === 'delivery' ? date : undefined,
    unfillable,
  });
  if (!found) return 'none';
  const { type, oldDate, newDate, sendBy, targetDate, ifSilent, autoCancelOn, refundBy } = found;
  const or = (text: string | undefined) => text ?? '-';
  return `${type} ${oldDate} > ${or(newDate)} send ${sendBy} (${or(targetDate)}) ${or(ifSilent)} ${or(autoCancelOn)} refund ${or(refundBy)}`;
}

describe('the worked examples, as far as they need no recorded event', () => {
  const us = { place: 'US', ordered: '2026-11-02' };
  it.each<[string, Situation, string]>([
    [
      '1: no promise, short delay',
      { ...us, today: '2026-11-20', expected: '2026-12-18' },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-18 send 2026-12-02 (2026-11-24) consent 2026-12-18 refund 2026-12-30',
    ],
    [
      '2: ships in 3 business days',
      { ...us, shipBy: '2026-11-05', today: '2026-11-04', expected: '2026-11-20' },
      'US_FIRST_SHORT 2026-11-05 > 2026-11-20 send 2026-11-05 (2026-11-05) consent 2026-11-20 refund 2026-12-02',
    ],
    [
      '3: thirty days more are short',
      {
        place: 'US',
        ordered: '2026-10-01',
        shipBy: '2026-10-31',
        today: '2026-10-20',
        expected: '2026-11-30',
      },
      'US_FIRST_SHORT 2026-10-31 > 2026-11-30 send 2026-10-31 (2026-10-22) consent 2026-11-30 refund 2026-12-09',
    ],
    [
      '4: thirty-one days more are long',
      {
        place: 'US',
        ordered: '2026-10-01',
        shipBy: '2026-10-31',
        today: '2026-10-20',
        expected: '2026-12-01',
      },
      'US_FIRST_LONG 2026-10-31 > 2026-12-01 send 2026-10-31 (2026-10-22) cancelled 2026-11-30 refund 2026-12-09',
    ],
    [
      '5: preorder without a date',
      { place: 'US', ordered: '2026-09-10', shipBy: '2026-12-15', today: '2026-12-01' },
      'US_FIRST_INDEFINITE 2026-12-15 > - send 2026-12-15 (2026-12-03) cancelled 2027-01-14 refund 2027-01-26',
    ],
    [
      '8: noticed too late',
      { ...us, today: '2026-12-04', expected: '2026-12-18' },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      '9: discontinued, on the day it is noticed',
      {
        place: 'US',
        ordered: '2026-11-16',
        shipBy: '2026-11-30',
        today: '2026-11-23',
        unfillable: true,
      },
      'SELLER_CANCEL 2026-11-30 > - send 2026-11-30 (2026-11-25) - - refund 2026-12-03',
    ],
    [
      '9: discontinued, on the day the notice is sent',
      {
        place: 'US',
        ordered: '2026-11-16',
        shipBy: '2026-11-30',
        today: '2026-11-24',
        unfillable: true,
      },
      'SELLER_CANCEL 2026-11-30 > - send 2026-11-30 (2026-11-27) - - refund 2026-12-04',
    ],
    [
      '12: line B',
      {
        place: 'US',
        ordered: '2026-11-16',
        shipBy: '2026-11-23',
        today: '2026-11-19',
        expected: '2027-01-04',
      },
      'US_FIRST_LONG 2026-11-23 > 2027-01-04 send 2026-11-23 (2026-11-23) cancelled 2026-12-23 refund 2027-01-05',
    ],
    [
      '13: California without a date',
      { ...us, place: 'US-CA', today: '2026-11-25' },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-11-30) - - refund 2026-12-02',
    ],
    [
      '13: on the day the notice is sent',
      { ...us, place: 'US-CA', today: '2026-11-30' },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-12-02) - - refund 2026-12-07',
    ],
    [
      '14: Germany',
      {
        place: 'EU-DE',
        ordered: '2026-11-02',
        deliverBy: '2026-11-20',
        today: '2026-11-13',
        expected: '2026-12-04',
      },
      'DELAY_PROPOSAL 2026-11-20 > 2026-12-04 send 2026-11-20 (2026-11-17) unchanged - refund -',
    ],
    [
      '15: France, before the date',
      { place: 'EU-FR', ordered: '2026-11-02', today: '2026-11-30', expected: '2026-12-20' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-20 send 2026-12-02 (2026-12-02) unchanged - refund -',
    ],
    [
      '15: France, after it',
      { place: 'EU-FR', ordered: '2026-11-02', today: '2026-12-03', expected: '2026-12-20' },
      'LATE_OPEN 2026-12-02 > 2026-12-20 send 2026-12-03 (2026-12-03) unchanged - refund -',
    ],
    [
      '17: UK without a promise',
      { place: 'UK', ordered: '2026-11-02', today: '2026-11-26', expected: '2026-12-10' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-10 send 2026-12-02 (2026-11-30) unchanged - refund -',
    ],
    [
      '18: UK preorder',
      {
        place: 'UK',
        ordered: '2026-12-01',
        deliverBy: '2027-02-26',
        today: '2027-02-01',
        expected: '2027-03-26',
      },
      'DELAY_PROPOSAL 2027-02-26 > 2027-03-26 send 2027-02-26 (2027-02-03) unchanged - refund -',
    ],
    [
      '19: UK, on the day it is noticed',
      {
        place: 'UK',
        ordered: '2026-11-20',
        deliverBy: '2026-12-18',
        today: '2026-12-10',
        expected: '2027-01-08',
      },
      'DELAY_PROPOSAL 2026-12-18 > 2027-01-08 send 2026-12-18 (2026-12-14) unchanged - refund -',
    ],
    [
      '20: Québec, where the US holiday of 11 November is none',
      {
        place: 'CA-QC',
        ordered: '2026-11-02',
        deliverBy: '2026-11-16',
        today: '2026-11-09',
        expected: '2026-12-30',
      },
      'DELAY_PROPOSAL 2026-11-16 > 2026-12-30 send 2026-11-16 (2026-11-11) unchanged - refund -',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('the US rule', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };

  it('asks nothing of a line that ships on its last day', () => {
    expect(ruling({ ...line, today: '2026-12-02', expected: '2026-12-02' })).toBe('none');
    expect(ruling({ ...line, today: '2026-12-02', expected: '2026-12-03' })).toContain('SHORT');
  });

  it('has only the refund left on the day after, also for what cannot be had', () => {
    expect(ruling({ ...line, today: '2026-12-03', expected: '2026-12-03' })).toContain('MISSED');
    expect(ruling({ ...line, today: '2026-12-03', unfillable: true })).toContain('MISSED');
  });

  it('turns a delivery promise into a ship date', () => {
    const delivered = { place: 'US', ordered: '2026-11-02', deliverBy: '2026-12-10' };
    const situation = { ...delivered, transitDays: 6, today: '2026-11-20', expected: '2026-12-05' };
    expect(ruling(situation)).toContain('US_FIRST_SHORT 2026-12-04 > 2026-12-05');
  });

  it('refunds within 7 calendar days in California', () => {
    const situation = { ...line, place: 'US-CA', today: '2026-11-20', expected: '2026-12-18' };
    expect(ruling(situation)).toContain('US_FIRST_SHORT');
    expect(ruling(situation)).toContain('refund 2026-12-25');
  });
});

describe('the rules elsewhere', () => {
  it('turn a ship promise into a delivery date', () => {
    const line = { place: 'AU', ordered: '2026-11-02', shipBy: '2026-11-20', transitDays: 12 };
    expect(ruling({ ...line, today: '2026-11-19', expected: '2026-12-02' })).toBe('none');
    expect(ruling({ ...line, today: '2026-11-19', expected: '2026-12-03' })).toContain(
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-03',
    );
  });

  it.each([
    ['EU-DE', 'LATE_OPEN 2026-12-02 > - send 2026-12-03 (-)'],
    ['UK', 'LATE_OPEN 2026-12-02 > - send 2026-12-03 (-)'],
    ['CA-ON', 'DELAY_PROPOSAL 2026-11-02 > - send 2026-11-02 (-)'],
    ['CA', 'DELAY_PROPOSAL 2026-11-02 > - send 2026-11-02 (-)'],
    ['CA-BC', 'DELAY_PROPOSAL 2026-12-02 > - send 2026-12-02 (-)'],
    ['AU', 'DELAY_PROPOSAL 2026-12-02 > - send 2026-12-02 (-)'],
    ['OTHER', 'DELAY_PROPOSAL 2026-12-02 > - send 2026-12-02 (-)'],
  ])('say in %s, after the date: %s', (place, expected) => {
    const found = ruling({ place, ordered: '2026-11-02', today: '2026-12-07' });
    expect(found).toBe(`${expected} unchanged - refund -`);
  });

  it.each([
    ['EU-DE', '2026-12-21'],
    ['CA-QC', '2026-12-22'],
    ['OTHER', '2026-12-21'],
  ])('cancel in %s what cannot be had the same day and refund by %s', (place, refundBy) => {
    const found = ruling({ place, ordered: '2026-11-25', today: '2026-12-07', unfillable: true });
    expect(found).toMatch(/^SELLER_CANCEL .* send 2026-12-07 \(2026-12-07\) - - /);
    expect(found).toContain(`refund ${refundBy}`);
  });
});
