import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar-of.ts';
import { ruling, type Situation } from './situation.ts';

/** A row of section 12 of the rules: what is known on a day, and what follows. */
type Row = readonly [title: string, situation: Situation, expected: string];

describe('the worked examples', () => {
  const us = { place: 'US', ordered: '2026-11-02' };
  const first = { ...us, history: ['sent US_FIRST_SHORT 2026-11-24 > 2026-12-18'] };
  const october = { place: 'US', ordered: '2026-10-01', shipBy: '2026-10-31' };
  const long = {
    ...october,
    history: ['sent US_FIRST_LONG 2026-10-22 > 2026-12-01', 'consent 2026-11-10'],
  };
  const preorder = { place: 'US', ordered: '2026-09-10', shipBy: '2026-12-15' };
  const undated = {
    ...preorder,
    history: ['sent US_FIRST_INDEFINITE 2026-12-03', 'consent 2027-01-05'],
  };
  const gone = {
    place: 'US',
    ordered: '2026-11-16',
    shipBy: '2026-11-30',
    unfillable: true,
  };
  const credit = { ...us, credit: true };
  const partB = { place: 'US', ordered: '2026-11-16', shipBy: '2026-11-23' };
  const california = { ...us, place: 'US-CA' };
  const german = { place: 'EU-DE', ordered: '2026-11-02', deliverBy: '2026-11-20' };
  const french = { place: 'EU-FR', ordered: '2026-11-02' };
  const gift = { place: 'EU-IT', ordered: '2026-12-01', deliverBy: '2026-12-23', essential: true };
  const british = { place: 'UK', ordered: '2026-11-02' };
  const ukPreorder = { place: 'UK', ordered: '2026-12-01', deliverBy: '2027-02-26' };
  const engraved = {
    place: 'UK',
    ordered: '2026-11-20',
    deliverBy: '2026-12-18',
    customMade: true,
  };
  const quebec = { place: 'CA-QC', ordered: '2026-11-02', deliverBy: '2026-11-16' };

  it.each<Row>([
    [
      '1: no promise, a short delay',
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
      { ...october, today: '2026-10-20', expected: '2026-11-30' },
      'US_FIRST_SHORT 2026-10-31 > 2026-11-30 send 2026-10-31 (2026-10-22) consent 2026-11-30 refund 2026-12-09',
    ],
    [
      '4: thirty-one days more are long',
      { ...october, today: '2026-10-20', expected: '2026-12-01' },
      'US_FIRST_LONG 2026-10-31 > 2026-12-01 send 2026-10-31 (2026-10-22) cancelled 2026-11-30 refund 2026-12-09',
    ],
    [
      '5: a preorder without a date',
      { ...preorder, today: '2026-12-01' },
      'US_FIRST_INDEFINITE 2026-12-15 > - send 2026-12-15 (2026-12-03) cancelled 2027-01-14 refund 2027-01-26',
    ],
    [
      '6: the line of row 1 moves again',
      { ...first, today: '2026-12-14', expected: '2026-12-28' },
      'US_RENEWED_DEFINITE 2026-12-18 > 2026-12-28 send 2026-12-18 (2026-12-16) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      '7: the line of row 4, agreed to, loses its date',
      { ...long, today: '2026-11-25' },
      'US_RENEWED_INDEFINITE 2026-12-01 > - send 2026-12-01 (2026-11-30) cancelled 2026-12-01 refund 2026-12-10',
    ],
    [
      '8: noticed too late',
      { ...us, today: '2026-12-04', expected: '2026-12-18' },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      '9: discontinued, on the day it is noticed',
      { ...gone, today: '2026-11-23' },
      'SELLER_CANCEL 2026-11-30 > - send 2026-11-30 (2026-11-25) - - refund 2026-12-03',
    ],
    [
      '9: discontinued, on the day of the notice',
      { ...gone, today: '2026-11-24' },
      'SELLER_CANCEL 2026-11-30 > - send 2026-11-30 (2026-11-27) - - refund 2026-12-04',
    ],
    [
      '10: store credit has fifty days, and a billing cycle for the refund',
      { ...credit, today: '2026-12-10', expected: '2027-01-15' },
      'US_FIRST_SHORT 2026-12-22 > 2027-01-15 send 2026-12-22 (2026-12-14) consent 2027-01-15 refund -',
    ],
    [
      '11: the line of row 5, agreed to, is cancelled on a Saturday',
      {
        ...undated,
        history: [...undated.history, 'cancel 2027-02-20'],
        today: '2027-02-20',
      },
      'CANCEL_CONFIRM 2026-12-15 > - send - (-) - - refund 2027-03-02',
    ],
    [
      '12: line B, while A has shipped',
      { ...partB, today: '2026-11-19', expected: '2027-01-04' },
      'US_FIRST_LONG 2026-11-23 > 2027-01-04 send 2026-11-23 (2026-11-23) cancelled 2026-12-23 refund 2027-01-05',
    ],
    [
      '13: California without a date, on the day it is noticed',
      { ...california, today: '2026-11-25' },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-11-30) - - refund 2026-12-02',
    ],
    [
      '13: on the day of the notice',
      { ...california, today: '2026-11-30' },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-12-02) - - refund 2026-12-07',
    ],
    [
      '14: Germany',
      { ...german, today: '2026-11-13', expected: '2026-12-04' },
      'DELAY_PROPOSAL 2026-11-20 > 2026-12-04 send 2026-11-20 (2026-11-17) unchanged - refund -',
    ],
    [
      '14: the customer withdraws',
      {
        ...german,
        history: ['sent DELAY_PROPOSAL 2026-11-17 > 2026-12-04', 'cancel 2026-11-25'],
        today: '2026-11-25',
        expected: '2026-12-04',
      },
      'TERMINATION_REFUND 2026-11-20 > - send - (-) - - refund 2026-12-09',
    ],
    [
      '15: France, before the date',
      { ...french, today: '2026-11-30', expected: '2026-12-20' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-20 send 2026-12-02 (2026-12-02) unchanged - refund -',
    ],
    [
      '15: France, after it',
      { ...french, today: '2026-12-03', expected: '2026-12-20' },
      'LATE_OPEN 2026-12-02 > 2026-12-20 send 2026-12-03 (2026-12-03) unchanged - refund -',
    ],
    [
      '15: France, the further period has passed and the customer ends the contract',
      {
        ...french,
        history: ['sent LATE_OPEN 2026-12-03 > 2026-12-20', 'cancel 2026-12-11'],
        today: '2026-12-11',
        expected: '2026-12-20',
      },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-25',
    ],
    [
      '16: a gift whose date is essential',
      { ...gift, today: '2026-12-18', expected: '2026-12-29' },
      'DELAY_PROPOSAL 2026-12-23 > 2026-12-29 send 2026-12-18 (2026-12-18) unchanged - refund -',
    ],
    [
      '16: the customer ends it',
      { ...gift, history: ['cancel 2026-12-19'], today: '2026-12-19', expected: '2026-12-29' },
      'TERMINATION_REFUND 2026-12-23 > - send - (-) - - refund 2027-01-02',
    ],
    [
      '17: the UK without a promise',
      { ...british, today: '2026-11-26', expected: '2026-12-10' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-10 send 2026-12-02 (2026-11-30) unchanged - refund -',
    ],
    [
      '17: the customer cancels',
      {
        ...british,
        history: ['sent DELAY_PROPOSAL 2026-11-26 > 2026-12-10', 'cancel 2026-11-28'],
        today: '2026-11-28',
        expected: '2026-12-10',
      },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-12',
    ],
    [
      '18: a preorder in the UK',
      { ...ukPreorder, today: '2027-02-01', expected: '2027-03-26' },
      'DELAY_PROPOSAL 2027-02-26 > 2027-03-26 send 2027-02-26 (2027-02-03) unchanged - refund -',
    ],
    [
      '18: without an answer its date passes',
      {
        ...ukPreorder,
        history: ['sent DELAY_PROPOSAL 2027-02-03 > 2027-03-26'],
        today: '2027-02-27',
        expected: '2027-03-26',
      },
      'LATE_OPEN 2027-02-26 > 2027-03-26 send 2027-02-27 (2027-02-27) unchanged - refund -',
    ],
    [
      '18: the customer ends the contract after a further period',
      {
        ...ukPreorder,
        history: ['sent LATE_OPEN 2027-02-27 > 2027-03-26', 'cancel 2027-03-13'],
        today: '2027-03-13',
        expected: '2027-03-26',
      },
      'TERMINATION_REFUND 2027-02-26 > - send - (-) - - refund 2027-03-27',
    ],
    [
      '19: personalised, in the UK',
      { ...engraved, today: '2026-12-10', expected: '2027-01-08' },
      'DELAY_PROPOSAL 2026-12-18 > 2027-01-08 send 2026-12-18 (2026-12-14) unchanged - refund -',
    ],
    [
      '19: agreed to, the new date holds',
      {
        ...engraved,
        history: ['sent DELAY_PROPOSAL 2026-12-14 > 2027-01-08', 'consent 2026-12-15'],
        today: '2026-12-20',
        expected: '2027-01-08',
      },
      'none',
    ],
    [
      '19: there is no right to withdraw',
      { ...engraved, history: ['cancel 2026-12-12'], today: '2026-12-12', expected: '2026-12-18' },
      'none',
    ],
    [
      '20: Québec, where the US holiday of 11 November is none',
      { ...quebec, today: '2026-11-09', expected: '2026-12-30' },
      'DELAY_PROPOSAL 2026-11-16 > 2026-12-30 send 2026-11-16 (2026-11-11) unchanged - refund -',
    ],
    [
      '20: the customer cancels',
      {
        ...quebec,
        history: ['sent DELAY_PROPOSAL 2026-11-11 > 2026-12-30', 'cancel 2026-12-18'],
        today: '2026-12-18',
        expected: '2026-12-30',
      },
      'CANCEL_CONFIRM 2026-11-16 > - send - (-) - - refund 2027-01-02',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });

  it('1 to 3: silence keeps the line until its new date, and ends it the day after', () => {
    const silent = { ...first, expected: '2026-12-28' };
    expect(ruling({ ...first, today: '2026-12-18', expected: '2026-12-18' })).toBe('none');
    expect(ruling({ ...silent, today: '2026-12-19' })).toBe(
      'US_MISSED_CANCEL 2026-12-18 > - send 2026-12-18 (-) cancelled 2026-12-18 refund 2026-12-30',
    );
  });

  it('4 and 5: silence ends the line after its limit', () => {
    const unanswered = { ...october, history: long.history.slice(0, 1), expected: '2026-12-01' };
    expect(ruling({ ...unanswered, today: '2026-11-30' })).toBe('none');
    expect(ruling({ ...unanswered, today: '2026-12-01' })).toBe(
      'CANCEL_CONFIRM 2026-10-31 > - send - (-) - 2026-11-30 refund 2026-12-09',
    );
  });

  it('9 and 13: after the notice of the seller only the refund is left', () => {
    const told = { ...gone, history: ['sent SELLER_CANCEL 2026-11-24'], today: '2026-11-25' };
    expect(ruling(told)).toBe('none');
    expect(calendarOf(told)).toContain('2026-12-04 refund');
    const moved = { ...california, history: ['sent SELLER_CANCEL 2026-11-30'] };
    expect(calendarOf({ ...moved, today: '2026-11-30' })).toContain('2026-12-07 refund');
  });

  it('15: a late refund costs more in France', () => {
    const ended = { ...french, history: ['cancel 2026-12-11'], expected: '2026-12-20' };
    expect(calendarOf({ ...ended, today: '2026-12-25' })).toEqual([
      '2026-12-25 send TERMINATION_REFUND',
      '2026-12-25 refund',
      '2026-12-26 refund-dearer',
      '2027-01-09 refund-dearer',
      '2027-01-25 refund-dearer',
    ]);
  });

  it('20: from the thirty-first day after the date the customer may cancel', () => {
    const told = { ...quebec, history: ['sent DELAY_PROPOSAL 2026-11-11 > 2026-12-30'] };
    expect(calendarOf({ ...told, today: '2026-12-10', expected: '2026-12-30' })).toContain(
      '2026-12-17 cancel-right',
    );
  });
});
