import { describe, expect, it } from 'vitest';
import { ruling, type Situation } from './situation.ts';

describe('a first delay in the US, ship by 2 December 2026', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };

  it.each<[string, Situation, string]>([
    [
      'the last day to write, 30 days later is still short',
      { ...line, today: '2026-12-02', expected: '2027-01-01' },
      'US_FIRST_SHORT 2026-12-02 > 2027-01-01 send 2026-12-02 (2026-12-02) consent 2027-01-01 refund 2027-01-12',
    ],
    [
      'the last day to write, 31 days later is long',
      { ...line, today: '2026-12-02', expected: '2027-01-02' },
      'US_FIRST_LONG 2026-12-02 > 2027-01-02 send 2026-12-02 (2026-12-02) cancelled 2027-01-01 refund 2027-01-12',
    ],
    [
      'the last day to write, no date at all',
      { ...line, today: '2026-12-02' },
      'US_FIRST_INDEFINITE 2026-12-02 > - send 2026-12-02 (2026-12-02) cancelled 2027-01-01 refund 2027-01-12',
    ],
    [
      'one day late, known on the day of the order',
      { ...line, today: '2026-11-02', expected: '2026-12-03' },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-03 send 2026-12-02 (2026-11-04) consent 2026-12-03 refund 2026-12-14',
    ],
    [
      'the day before, expected on the last day',
      { ...line, today: '2026-12-01', expected: '2026-12-02' },
      'none',
    ],
    [
      'the day before, the notice is wanted on the last day and not after it',
      { ...line, today: '2026-12-01', expected: '2026-12-04' },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-04 send 2026-12-02 (2026-12-02) consent 2026-12-04 refund 2026-12-15',
    ],
    [
      'the day after, though it had been expected on the last day',
      { ...line, today: '2026-12-03', expected: '2026-12-02' },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'the day after, without a date',
      { ...line, today: '2026-12-03' },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'weeks after, the refund still counts from the last day',
      { ...line, today: '2027-02-01', expected: '2027-02-10' },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'cannot be had, found on the last day',
      { ...line, today: '2026-12-02', unfillable: true },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-12-02) - - refund 2026-12-11',
    ],
    [
      'cannot be had, found on the day of the order',
      { ...line, today: '2026-11-02', unfillable: true },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-11-04) - - refund 2026-11-12',
    ],
    [
      'same-day promise, late on the very day',
      {
        place: 'US',
        ordered: '2026-11-02',
        shipBy: '2026-11-02',
        today: '2026-11-02',
        expected: '2026-11-03',
      },
      'US_FIRST_SHORT 2026-11-02 > 2026-11-03 send 2026-11-02 (2026-11-02) consent 2026-11-03 refund 2026-11-13',
    ],
    [
      'an essential date means nothing to the US rule',
      { ...line, today: '2026-11-20', expected: '2026-12-18', essential: true },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-18 send 2026-12-02 (2026-11-24) consent 2026-12-18 refund 2026-12-30',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('where the US date comes from', () => {
  it.each<[string, Situation, string]>([
    [
      'nothing promised: day 30 is on time',
      { place: 'US', ordered: '2026-11-16', today: '2026-12-16', expected: '2026-12-16' },
      'none',
    ],
    [
      'nothing promised: day 31 is late',
      { place: 'US', ordered: '2026-11-16', today: '2026-12-16', expected: '2026-12-17' },
      'US_FIRST_SHORT 2026-12-16 > 2026-12-17 send 2026-12-16 (2026-12-16) consent 2026-12-17 refund 2026-12-29',
    ],
    [
      'nothing promised: on day 31 it is over',
      { place: 'US', ordered: '2026-11-16', today: '2026-12-17', expected: '2026-12-18' },
      'US_MISSED_CANCEL 2026-12-16 > - send 2026-12-16 (-) cancelled 2026-12-16 refund 2026-12-28',
    ],
    [
      'nothing promised: day 60 is short',
      { place: 'US', ordered: '2026-11-16', today: '2026-12-01', expected: '2027-01-15' },
      'US_FIRST_SHORT 2026-12-16 > 2027-01-15 send 2026-12-16 (2026-12-03) consent 2027-01-15 refund 2027-01-27',
    ],
    [
      'nothing promised: day 61 is long',
      { place: 'US', ordered: '2026-11-16', today: '2026-12-01', expected: '2027-01-16' },
      'US_FIRST_LONG 2026-12-16 > 2027-01-16 send 2026-12-16 (2026-12-03) cancelled 2027-01-15 refund 2027-01-27',
    ],
    [
      'delivery by 10 December, 7 days on the way: 3 December is on time',
      {
        place: 'US',
        ordered: '2026-11-02',
        deliverBy: '2026-12-10',
        transitDays: 7,
        today: '2026-12-01',
        expected: '2026-12-03',
      },
      'none',
    ],
    [
      'delivery by 10 December, 7 days on the way: 4 December is late',
      {
        place: 'US',
        ordered: '2026-11-02',
        deliverBy: '2026-12-10',
        transitDays: 7,
        today: '2026-11-19',
        expected: '2026-12-04',
      },
      'US_FIRST_SHORT 2026-12-03 > 2026-12-04 send 2026-12-03 (2026-11-23) consent 2026-12-04 refund 2026-12-15',
    ],
    [
      'delivery promise: the 30 days count from the ship date, not from the delivery',
      {
        place: 'US',
        ordered: '2026-11-02',
        deliverBy: '2026-12-10',
        transitDays: 7,
        today: '2026-11-19',
        expected: '2027-01-03',
      },
      'US_FIRST_LONG 2026-12-03 > 2027-01-03 send 2026-12-03 (2026-11-23) cancelled 2027-01-02 refund 2027-01-12',
    ],
    [
      'delivery promise: the day after the ship date is too late, before the delivery date',
      {
        place: 'US',
        ordered: '2026-11-02',
        deliverBy: '2026-12-10',
        transitDays: 7,
        today: '2026-12-04',
        expected: '2026-12-05',
      },
      'US_MISSED_CANCEL 2026-12-03 > - send 2026-12-03 (-) cancelled 2026-12-03 refund 2026-12-14',
    ],
    [
      'delivery in the new year, ship date in the old one',
      {
        place: 'US',
        ordered: '2026-12-01',
        deliverBy: '2027-01-03',
        transitDays: 5,
        today: '2026-12-30',
        expected: '2026-12-31',
      },
      'US_MISSED_CANCEL 2026-12-29 > - send 2026-12-29 (-) cancelled 2026-12-29 refund 2027-01-08',
    ],
    [
      'delivery promise without transit time: the ship date is the delivery date',
      {
        place: 'US',
        ordered: '2026-11-02',
        deliverBy: '2026-12-10',
        transitDays: 0,
        today: '2026-12-10',
        expected: '2026-12-11',
      },
      'US_FIRST_SHORT 2026-12-10 > 2026-12-11 send 2026-12-10 (2026-12-10) consent 2026-12-11 refund 2026-12-22',
    ],
    [
      'ship date and delivery date promised: the ship date counts',
      {
        place: 'US',
        ordered: '2026-11-02',
        shipBy: '2026-12-02',
        deliverBy: '2026-12-20',
        today: '2026-11-23',
        expected: '2026-12-05',
      },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-05 send 2026-12-02 (2026-11-25) consent 2026-12-05 refund 2026-12-15',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('weekends and federal holidays in the US', () => {
  it.each<[string, Situation, string]>([
    [
      'a Saturday is the last day: on Sunday it is over',
      {
        place: 'US',
        ordered: '2026-10-01',
        shipBy: '2026-10-31',
        today: '2026-11-01',
        expected: '2026-11-02',
      },
      'US_MISSED_CANCEL 2026-10-31 > - send 2026-10-31 (-) cancelled 2026-10-31 refund 2026-11-10',
    ],
    [
      'a Saturday is the last day: the notice found due on Friday is wanted on Saturday',
      {
        place: 'US',
        ordered: '2026-10-01',
        shipBy: '2026-10-31',
        today: '2026-10-30',
        expected: '2026-11-20',
      },
      'US_FIRST_SHORT 2026-10-31 > 2026-11-20 send 2026-10-31 (2026-10-31) consent 2026-11-20 refund 2026-12-02',
    ],
    [
      'found on a Saturday: the second working day is Tuesday',
      {
        place: 'US',
        ordered: '2026-08-01',
        shipBy: '2026-08-31',
        today: '2026-08-15',
        expected: '2026-09-10',
      },
      'US_FIRST_SHORT 2026-08-31 > 2026-09-10 send 2026-08-31 (2026-08-18) consent 2026-09-10 refund 2026-09-21',
    ],
    [
      'Christmas Day is the last day and is not moved',
      {
        place: 'US',
        ordered: '2026-11-25',
        shipBy: '2026-12-25',
        today: '2026-12-25',
        expected: '2026-12-28',
      },
      'US_FIRST_SHORT 2026-12-25 > 2026-12-28 send 2026-12-25 (2026-12-25) consent 2026-12-28 refund 2027-01-07',
    ],
    [
      'Thanksgiving is the last day: on the Friday it is over, and the Friday counts',
      {
        place: 'US',
        ordered: '2026-11-02',
        shipBy: '2026-11-26',
        today: '2026-11-27',
        expected: '2026-11-27',
      },
      'US_MISSED_CANCEL 2026-11-26 > - send 2026-11-26 (-) cancelled 2026-11-26 refund 2026-12-07',
    ],
    [
      'a Sunday as the day of the lapse counts from Monday',
      { place: 'US', ordered: '2026-08-01', shipBy: '2026-08-09', today: '2026-08-10' },
      'US_MISSED_CANCEL 2026-08-09 > - send 2026-08-09 (-) cancelled 2026-08-09 refund 2026-08-18',
    ],
    [
      'Christmas Eve is a working day',
      {
        place: 'US',
        ordered: '2026-12-01',
        shipBy: '2026-12-31',
        today: '2026-12-22',
        expected: '2027-01-11',
      },
      'US_FIRST_SHORT 2026-12-31 > 2027-01-11 send 2026-12-31 (2026-12-24) consent 2027-01-11 refund 2027-01-21',
    ],
    [
      '4 July 2026 is a Saturday: the refund leaves Friday the 3rd out',
      { place: 'US', ordered: '2026-06-01', shipBy: '2026-06-30', today: '2026-07-01' },
      'US_MISSED_CANCEL 2026-06-30 > - send 2026-06-30 (-) cancelled 2026-06-30 refund 2026-07-10',
    ],
    [
      '4 July 2026 is a Saturday: the target leaves Friday the 3rd out',
      {
        place: 'US',
        ordered: '2026-06-20',
        shipBy: '2026-07-20',
        today: '2026-07-01',
        expected: '2026-07-30',
      },
      'US_FIRST_SHORT 2026-07-20 > 2026-07-30 send 2026-07-20 (2026-07-06) consent 2026-07-30 refund 2026-08-10',
    ],
    [
      'Friday 3 July 2026 as the last day is not moved',
      {
        place: 'US',
        ordered: '2026-06-20',
        shipBy: '2026-07-03',
        today: '2026-07-02',
        unfillable: true,
      },
      'SELLER_CANCEL 2026-07-03 > - send 2026-07-03 (2026-07-03) - - refund 2026-07-14',
    ],
    [
      '4 July 2027 is a Sunday: Monday the 5th is free',
      { place: 'US', ordered: '2027-06-20', shipBy: '2027-07-01', today: '2027-07-02' },
      'US_MISSED_CANCEL 2027-07-01 > - send 2027-07-01 (-) cancelled 2027-07-01 refund 2027-07-13',
    ],
    [
      'Juneteenth 2026: the Friday is no working day',
      { place: 'US', ordered: '2026-06-01', shipBy: '2026-06-30', today: '2026-06-17' },
      'US_FIRST_INDEFINITE 2026-06-30 > - send 2026-06-30 (2026-06-22) cancelled 2026-07-30 refund 2026-08-10',
    ],
    [
      'Juneteenth 2027 is a Saturday: Friday the 18th is free',
      { place: 'US', ordered: '2027-06-01', shipBy: '2027-06-15', today: '2027-06-16' },
      'US_MISSED_CANCEL 2027-06-15 > - send 2027-06-15 (-) cancelled 2027-06-15 refund 2027-06-25',
    ],
    [
      'Christmas 2027 is a Saturday: Friday the 24th is free',
      { place: 'US', ordered: '2027-12-01', shipBy: '2027-12-20', today: '2027-12-21' },
      'US_MISSED_CANCEL 2027-12-20 > - send 2027-12-20 (-) cancelled 2027-12-20 refund 2027-12-30',
    ],
    [
      'New Year 2028 is a Saturday: 31 December 2027 is free',
      { place: 'US', ordered: '2027-12-01', shipBy: '2027-12-22', today: '2027-12-23' },
      'US_MISSED_CANCEL 2027-12-22 > - send 2027-12-22 (-) cancelled 2027-12-22 refund 2028-01-04',
    ],
    [
      'New Year 2028 is a Saturday: the target skips 31 December 2027',
      {
        place: 'US',
        ordered: '2027-12-01',
        shipBy: '2028-01-20',
        today: '2027-12-29',
        expected: '2028-02-01',
      },
      'US_FIRST_SHORT 2028-01-20 > 2028-02-01 send 2028-01-20 (2028-01-03) consent 2028-02-01 refund 2028-02-10',
    ],
    [
      'Veterans Day 2028 is a Saturday: Friday the 10th is free',
      { place: 'US', ordered: '2028-10-20', shipBy: '2028-11-08', today: '2028-11-09' },
      'US_MISSED_CANCEL 2028-11-08 > - send 2028-11-08 (-) cancelled 2028-11-08 refund 2028-11-20',
    ],
    [
      'Memorial Day in the refund of a long delay',
      {
        place: 'US',
        ordered: '2027-04-01',
        shipBy: '2027-04-27',
        today: '2027-04-20',
        expected: '2027-06-10',
      },
      'US_FIRST_LONG 2027-04-27 > 2027-06-10 send 2027-04-27 (2027-04-22) cancelled 2027-05-27 refund 2027-06-08',
    ],
    [
      'Labor Day in the target',
      {
        place: 'US',
        ordered: '2026-08-20',
        shipBy: '2026-09-21',
        today: '2026-09-03',
        expected: '2026-10-01',
      },
      'US_FIRST_SHORT 2026-09-21 > 2026-10-01 send 2026-09-21 (2026-09-08) consent 2026-10-01 refund 2026-10-13',
    ],
    [
      'Columbus Day in the refund',
      { place: 'US', ordered: '2026-09-20', shipBy: '2026-10-08', today: '2026-10-09' },
      'US_MISSED_CANCEL 2026-10-08 > - send 2026-10-08 (-) cancelled 2026-10-08 refund 2026-10-20',
    ],
    [
      "Presidents' Day in the refund",
      { place: 'US', ordered: '2027-01-20', shipBy: '2027-02-10', today: '2027-02-11' },
      'US_MISSED_CANCEL 2027-02-10 > - send 2027-02-10 (-) cancelled 2027-02-10 refund 2027-02-22',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('leap day and year end in the US', () => {
  it.each<[string, Situation, string]>([
    [
      '30 days from 30 January 2028 end on 29 February',
      { place: 'US', ordered: '2028-01-30', today: '2028-02-28', expected: '2028-02-29' },
      'none',
    ],
    [
      '1 March 2028 is one day late',
      { place: 'US', ordered: '2028-01-30', today: '2028-02-28', expected: '2028-03-01' },
      'US_FIRST_SHORT 2028-02-29 > 2028-03-01 send 2028-02-29 (2028-02-29) consent 2028-03-01 refund 2028-03-10',
    ],
    [
      'on 1 March 2028 it is over',
      { place: 'US', ordered: '2028-01-30', today: '2028-03-01', expected: '2028-03-02' },
      'US_MISSED_CANCEL 2028-02-29 > - send 2028-02-29 (-) cancelled 2028-02-29 refund 2028-03-09',
    ],
    [
      '30 days after 29 February are short',
      { place: 'US', ordered: '2028-01-30', today: '2028-02-29', expected: '2028-03-30' },
      'US_FIRST_SHORT 2028-02-29 > 2028-03-30 send 2028-02-29 (2028-02-29) consent 2028-03-30 refund 2028-04-10',
    ],
    [
      '31 days after 29 February are long',
      { place: 'US', ordered: '2028-01-30', today: '2028-02-29', expected: '2028-03-31' },
      'US_FIRST_LONG 2028-02-29 > 2028-03-31 send 2028-02-29 (2028-02-29) cancelled 2028-03-30 refund 2028-04-10',
    ],
    [
      'cancelled at the end of the leap day',
      {
        place: 'US',
        ordered: '2028-01-10',
        shipBy: '2028-01-30',
        today: '2028-01-24',
        expected: '2028-03-01',
      },
      'US_FIRST_LONG 2028-01-30 > 2028-03-01 send 2028-01-30 (2028-01-26) cancelled 2028-02-29 refund 2028-03-09',
    ],
    [
      'in 2027 the 30 days end on 1 March',
      { place: 'US', ordered: '2027-01-30', today: '2027-02-28', expected: '2027-03-01' },
      'none',
    ],
    [
      'New Year’s Eve is the last day: 30 January is short',
      {
        place: 'US',
        ordered: '2026-12-01',
        shipBy: '2026-12-31',
        today: '2026-12-30',
        expected: '2027-01-30',
      },
      'US_FIRST_SHORT 2026-12-31 > 2027-01-30 send 2026-12-31 (2026-12-31) consent 2027-01-30 refund 2027-02-09',
    ],
    [
      'New Year’s Eve is the last day: 31 January is long',
      {
        place: 'US',
        ordered: '2026-12-01',
        shipBy: '2026-12-31',
        today: '2026-12-30',
        expected: '2027-01-31',
      },
      'US_FIRST_LONG 2026-12-31 > 2027-01-31 send 2026-12-31 (2026-12-31) cancelled 2027-01-30 refund 2027-02-09',
    ],
    [
      'New Year’s Eve is the last day: on New Year’s Day it is over',
      { place: 'US', ordered: '2026-12-01', shipBy: '2026-12-31', today: '2027-01-01' },
      'US_MISSED_CANCEL 2026-12-31 > - send 2026-12-31 (-) cancelled 2026-12-31 refund 2027-01-12',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('after a first notice with a short delay', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };
  const short = 'sent US_FIRST_SHORT 2026-11-20 > 2026-12-18';

  it.each<[string, Situation, string]>([
    [
      'the customer is silent: the new date stands',
      { ...line, today: '2026-12-02', expected: '2026-12-18', history: [short] },
      'none',
    ],
    [
      'sent on the last day it counts',
      {
        ...line,
        today: '2026-12-03',
        expected: '2026-12-18',
        history: ['sent US_FIRST_SHORT 2026-12-02 > 2026-12-18'],
      },
      'none',
    ],
    [
      'sent the day after it does not',
      {
        ...line,
        today: '2026-12-03',
        expected: '2026-12-18',
        history: ['sent US_FIRST_SHORT 2026-12-03 > 2026-12-18'],
      },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'sent the day after, a consent does not save it',
      {
        ...line,
        today: '2026-12-07',
        expected: '2026-12-18',
        history: ['sent US_FIRST_SHORT 2026-12-03 > 2026-12-18', 'consent 2026-12-04'],
      },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      '30 days later exactly: silence is consent',
      {
        ...line,
        today: '2026-12-20',
        expected: '2027-01-01',
        history: ['sent US_FIRST_SHORT 2026-11-20 > 2027-01-01'],
      },
      'none',
    ],
    [
      '30 days later exactly, and that day has passed',
      { ...line, today: '2027-01-02', history: ['sent US_FIRST_SHORT 2026-11-20 > 2027-01-01'] },
      'US_MISSED_CANCEL 2027-01-01 > - send 2027-01-01 (-) cancelled 2027-01-01 refund 2027-01-12',
    ],
    [
      'expected on the new date, which is today',
      { ...line, today: '2026-12-18', expected: '2026-12-18', history: [short] },
      'none',
    ],
    [
      'expected earlier than told',
      { ...line, today: '2026-12-01', expected: '2026-12-10', history: [short] },
      'none',
    ],
    [
      'the new date has passed without a further notice',
      { ...line, today: '2026-12-19', expected: '2026-12-22', history: [short] },
      'US_MISSED_CANCEL 2026-12-18 > - send 2026-12-18 (-) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'a second revision before the first date is a renewed one',
      { ...line, today: '2026-11-27', expected: '2026-12-28', history: [short] },
      'US_RENEWED_DEFINITE 2026-12-18 > 2026-12-28 send 2026-12-18 (2026-12-01) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'a second revision by one day is a renewed one too',
      { ...line, today: '2026-11-30', expected: '2026-12-19', history: [short] },
      'US_RENEWED_DEFINITE 2026-12-18 > 2026-12-19 send 2026-12-18 (2026-12-02) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'a second revision on the new date itself',
      { ...line, today: '2026-12-18', expected: '2026-12-19', history: [short] },
      'US_RENEWED_DEFINITE 2026-12-18 > 2026-12-19 send 2026-12-18 (2026-12-18) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'the date is lost',
      { ...line, today: '2026-12-16', history: [short] },
      'US_RENEWED_INDEFINITE 2026-12-18 > - send 2026-12-18 (2026-12-18) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'cannot be had any more',
      { ...line, today: '2026-12-17', unfillable: true, history: [short] },
      'SELLER_CANCEL 2026-12-18 > - send 2026-12-18 (2026-12-18) - - refund 2026-12-29',
    ],
    [
      'cannot be had any more, found after the new date',
      { ...line, today: '2026-12-19', unfillable: true, history: [short] },
      'US_MISSED_CANCEL 2026-12-18 > - send 2026-12-18 (-) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'consent to a later date of its own',
      {
        ...line,
        today: '2026-12-28',
        expected: '2027-01-10',
        history: [short, 'consent 2026-11-25 > 2027-01-10'],
      },
      'none',
    ],
    [
      'later than the date of its own',
      {
        ...line,
        today: '2027-01-05',
        expected: '2027-01-11',
        history: [short, 'consent 2026-11-25 > 2027-01-10'],
      },
      'US_RENEWED_DEFINITE 2027-01-10 > 2027-01-11 send 2027-01-10 (2027-01-07) cancelled 2027-01-10 refund 2027-01-20',
    ],
    [
      'the date of its own has passed',
      {
        ...line,
        today: '2027-01-11',
        expected: '2027-01-12',
        history: [short, 'consent 2026-11-25 > 2027-01-10'],
      },
      'US_MISSED_CANCEL 2027-01-10 > - send 2027-01-10 (-) cancelled 2027-01-10 refund 2027-01-20',
    ],
    [
      'consent to a date of its own on the last agreed day',
      {
        ...line,
        today: '2026-12-19',
        expected: '2027-01-10',
        history: [short, 'consent 2026-12-18 > 2027-01-10'],
      },
      'none',
    ],
    [
      'consent to a date of its own the day after',
      {
        ...line,
        today: '2026-12-21',
        expected: '2027-01-10',
        history: [short, 'consent 2026-12-19 > 2027-01-10'],
      },
      'US_MISSED_CANCEL 2026-12-18 > - send 2026-12-18 (-) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'an earlier date after the consent takes nothing back',
      {
        ...line,
        today: '2026-12-11',
        expected: '2026-12-18',
        history: [short, 'consent 2026-11-23', 'consent 2026-11-24 > 2026-12-10'],
      },
      'none',
    ],
    [
      'not sent until tomorrow',
      {
        ...line,
        today: '2026-11-23',
        expected: '2026-12-18',
        history: ['sent US_FIRST_SHORT 2026-11-24 > 2026-12-18'],
      },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-18 send 2026-12-02 (2026-11-25) consent 2026-12-18 refund 2026-12-30',
    ],
    [
      'a consent of tomorrow does not count yet',
      {
        ...line,
        today: '2026-12-08',
        expected: '2027-01-10',
        history: [short, 'consent 2026-12-09 > 2027-01-10'],
      },
      'US_RENEWED_DEFINITE 2026-12-18 > 2027-01-10 send 2026-12-18 (2026-12-10) cancelled 2026-12-18 refund 2026-12-30',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('no notice that counts in the US', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };

  it.each<[string, Situation, string]>([
    [
      'a progress mail offers no cancellation',
      {
        ...line,
        today: '2026-11-23',
        expected: '2026-12-18',
        history: ['sent PREORDER_PROGRESS 2026-11-20 > 2026-12-18'],
      },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-18 send 2026-12-02 (2026-11-25) consent 2026-12-18 refund 2026-12-30',
    ],
    [
      'a progress mail does not move the date',
      {
        ...line,
        today: '2026-12-03',
        expected: '2026-12-18',
        history: ['sent PREORDER_PROGRESS 2026-11-20 > 2026-12-18'],
      },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'neither does a proposal of the European kind, not even with a consent',
      {
        ...line,
        today: '2026-12-03',
        expected: '2026-12-18',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-18', 'consent 2026-11-23'],
      },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'a notice that counts after a progress mail',
      {
        ...line,
        today: '2026-12-03',
        expected: '2026-12-18',
        history: [
          'sent PREORDER_PROGRESS 2026-11-20 > 2026-12-18',
          'sent US_FIRST_SHORT 2026-12-01 > 2026-12-18',
        ],
      },
      'none',
    ],
    [
      'a consent without a date and without a notice',
      { ...line, today: '2026-12-03', expected: '2026-12-18', history: ['consent 2026-11-20'] },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'consent to a date of its own, on the last day',
      {
        ...line,
        today: '2026-12-03',
        expected: '2026-12-20',
        history: ['consent 2026-12-02 > 2026-12-20'],
      },
      'none',
    ],
    [
      'consent to a date of its own, that date has passed',
      { ...line, today: '2026-12-21', history: ['consent 2026-12-02 > 2026-12-20'] },
      'US_MISSED_CANCEL 2026-12-20 > - send 2026-12-20 (-) cancelled 2026-12-20 refund 2026-12-30',
    ],
    [
      'consent to a date of its own, the day after the last',
      {
        ...line,
        today: '2026-12-04',
        expected: '2026-12-20',
        history: ['consent 2026-12-03 > 2026-12-20'],
      },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'consent to a date of its own before the promised one',
      {
        ...line,
        today: '2026-12-01',
        expected: '2026-12-02',
        history: ['consent 2026-11-20 > 2026-11-25'],
      },
      'none',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('express consent to a first notice, until 1 January 2027', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };
  const long = 'sent US_FIRST_LONG 2026-11-20 > 2027-01-15';
  const indefinite = 'sent US_FIRST_INDEFINITE 2026-11-20';

  it.each<[string, Situation, string]>([
    [
      'no answer, the first date has passed',
      { ...line, today: '2026-12-03', expected: '2027-01-15', history: [long] },
      'none',
    ],
    [
      'no answer, the last day for one',
      { ...line, today: '2027-01-01', expected: '2027-01-15', history: [long] },
      'none',
    ],
    [
      'no answer, the day after',
      { ...line, today: '2027-01-02', expected: '2027-01-15', history: [long] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'no answer, two weeks after',
      { ...line, today: '2027-01-16', expected: '2027-01-15', history: [long] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'consent on the last day',
      {
        ...line,
        today: '2027-01-02',
        expected: '2027-01-15',
        history: [long, 'consent 2027-01-01'],
      },
      'none',
    ],
    [
      'consent the day after',
      {
        ...line,
        today: '2027-01-04',
        expected: '2027-01-15',
        history: [long, 'consent 2027-01-02'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'consent to a date of its own the day after',
      {
        ...line,
        today: '2027-01-04',
        expected: '2027-02-01',
        history: [long, 'consent 2027-01-02 > 2027-02-01'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'a consent before the notice is none to it',
      {
        ...line,
        today: '2027-01-02',
        expected: '2027-01-15',
        history: ['consent 2026-11-19', long],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'a consent of tomorrow leaves the question open',
      {
        ...line,
        today: '2026-12-31',
        expected: '2027-01-15',
        history: [long, 'consent 2027-01-01'],
      },
      'none',
    ],
    [
      'sent on the last day it counts',
      {
        ...line,
        today: '2026-12-03',
        expected: '2027-01-15',
        history: ['sent US_FIRST_LONG 2026-12-02 > 2027-01-15'],
      },
      'none',
    ],
    [
      'sent the day after it does not',
      {
        ...line,
        today: '2026-12-04',
        expected: '2027-01-15',
        history: ['sent US_FIRST_LONG 2026-12-03 > 2027-01-15', 'consent 2026-12-03'],
      },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'consented, expected on the agreed day',
      {
        ...line,
        today: '2027-01-15',
        expected: '2027-01-15',
        history: [long, 'consent 2026-11-23'],
      },
      'none',
    ],
    [
      'consented, one day later than agreed',
      {
        ...line,
        today: '2027-01-13',
        expected: '2027-01-16',
        history: [long, 'consent 2026-11-23'],
      },
      'US_RENEWED_DEFINITE 2027-01-15 > 2027-01-16 send 2027-01-15 (2027-01-15) cancelled 2027-01-15 refund 2027-01-27',
    ],
    [
      'consented, and the agreed day has passed',
      {
        ...line,
        today: '2027-01-16',
        expected: '2027-01-20',
        history: [long, 'consent 2026-11-23'],
      },
      'US_MISSED_CANCEL 2027-01-15 > - send 2027-01-15 (-) cancelled 2027-01-15 refund 2027-01-27',
    ],
    [
      'consent to a later date than the one offered',
      {
        ...line,
        today: '2027-01-20',
        expected: '2027-01-31',
        history: [long, 'consent 2026-11-23 > 2027-01-31'],
      },
      'none',
    ],
    [
      'consent to an earlier date than the one offered',
      {
        ...line,
        today: '2026-12-30',
        expected: '2027-01-15',
        history: [long, 'consent 2026-11-23 > 2027-01-05'],
      },
      'US_RENEWED_DEFINITE 2027-01-05 > 2027-01-15 send 2027-01-05 (2027-01-04) cancelled 2027-01-05 refund 2027-01-14',
    ],
    [
      'open, expected earlier than told',
      { ...line, today: '2026-12-10', expected: '2027-01-05', history: [long] },
      'none',
    ],
    [
      'open, one day later than told, before the first date',
      { ...line, today: '2026-11-30', expected: '2027-01-16', history: [long] },
      'US_RENEWED_DEFINITE 2027-01-15 > 2027-01-16 send 2027-01-01 (2026-12-02) cancelled 2027-01-01 refund 2027-01-12',
    ],
    [
      'open, later than told, on the last day',
      { ...line, today: '2027-01-01', expected: '2027-02-01', history: [long] },
      'US_RENEWED_DEFINITE 2027-01-15 > 2027-02-01 send 2027-01-01 (2027-01-01) cancelled 2027-01-01 refund 2027-01-12',
    ],
    [
      'open, the date is lost',
      { ...line, today: '2026-12-10', history: [long] },
      'US_RENEWED_INDEFINITE 2027-01-15 > - send 2027-01-01 (2026-12-14) cancelled 2027-01-01 refund 2027-01-12',
    ],
    [
      'open, cannot be had any more',
      { ...line, today: '2026-12-23', unfillable: true, history: [long] },
      'SELLER_CANCEL 2027-01-15 > - send 2027-01-01 (2026-12-28) - - refund 2027-01-05',
    ],
    [
      'open without a date, still without one',
      { ...line, today: '2026-12-10', history: [indefinite] },
      'none',
    ],
    [
      'open without a date, now there is one',
      { ...line, today: '2026-12-10', expected: '2027-01-20', history: [indefinite] },
      'US_RENEWED_DEFINITE 2026-12-02 > 2027-01-20 send 2027-01-01 (2026-12-14) cancelled 2027-01-01 refund 2027-01-12',
    ],
    [
      'without a date, no answer',
      { ...line, today: '2027-01-02', history: [indefinite] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'without a date, consent on the last day: waiting has no end',
      { ...line, today: '2027-06-01', history: [indefinite, 'consent 2027-01-01'] },
      'none',
    ],
    [
      'without a date, consent the day after',
      { ...line, today: '2027-01-05', history: [indefinite, 'consent 2027-01-02'] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'without a date, consented, and now there is one',
      {
        ...line,
        today: '2027-03-01',
        expected: '2027-04-01',
        history: [indefinite, 'consent 2026-12-10'],
      },
      'none',
    ],
    [
      'without a date, consent to a date of its own which has passed',
      { ...line, today: '2027-02-11', history: [indefinite, 'consent 2026-12-10 > 2027-02-10'] },
      'US_MISSED_CANCEL 2027-02-10 > - send 2027-02-10 (-) cancelled 2027-02-10 refund 2027-02-22',
    ],
    [
      'a renewed notice while open: a consent after it is one to its date',
      {
        ...line,
        today: '2027-01-20',
        expected: '2027-01-30',
        history: [long, 'sent US_RENEWED_DEFINITE 2026-12-10 > 2027-01-30', 'consent 2026-12-20'],
      },
      'none',
    ],
    [
      'a renewed notice while open, consented on the limit of the open one',
      {
        ...line,
        today: '2027-01-02',
        expected: '2027-01-30',
        history: [long, 'sent US_RENEWED_DEFINITE 2026-12-10 > 2027-01-30', 'consent 2027-01-01'],
      },
      'none',
    ],
    [
      'consented, then a renewed notice without an answer on its last day',
      {
        ...line,
        today: '2027-01-15',
        expected: '2027-01-30',
        history: [long, 'consent 2026-12-05', 'sent US_RENEWED_DEFINITE 2026-12-10 > 2027-01-30'],
      },
      'none',
    ],
    [
      'consented, then a renewed notice without an answer the day after',
      {
        ...line,
        today: '2027-01-16',
        expected: '2027-01-30',
        history: [long, 'consent 2026-12-05', 'sent US_RENEWED_DEFINITE 2026-12-10 > 2027-01-30'],
      },
      'CANCEL_CONFIRM 2027-01-15 > - send - (-) - 2027-01-15 refund 2027-01-27',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('renewed notices, agreed until 18 December 2026', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };
  const short = 'sent US_FIRST_SHORT 2026-11-20 > 2026-12-18';
  const renewed = 'sent US_RENEWED_DEFINITE 2026-12-14 > 2026-12-28';

  it.each<[string, Situation, string]>([
    [
      'no answer, the last day for one',
      { ...line, today: '2026-12-18', expected: '2026-12-28', history: [short, renewed] },
      'none',
    ],
    [
      'no answer, the day after',
      { ...line, today: '2026-12-19', expected: '2026-12-28', history: [short, renewed] },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'consent on the last day',
      {
        ...line,
        today: '2026-12-19',
        expected: '2026-12-28',
        history: [short, renewed, 'consent 2026-12-18'],
      },
      'none',
    ],
    [
      'consent the day after',
      {
        ...line,
        today: '2026-12-21',
        expected: '2026-12-28',
        history: [short, renewed, 'consent 2026-12-19'],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'a consent to the first notice is none to the second',
      {
        ...line,
        today: '2026-12-19',
        expected: '2026-12-28',
        history: [short, 'consent 2026-11-23', renewed],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'sent on the last day it counts, and lapses the same day',
      {
        ...line,
        today: '2026-12-19',
        expected: '2026-12-28',
        history: [short, 'sent US_RENEWED_DEFINITE 2026-12-18 > 2026-12-28'],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'sent and answered on the last day',
      {
        ...line,
        today: '2026-12-21',
        expected: '2026-12-28',
        history: [short, 'sent US_RENEWED_DEFINITE 2026-12-18 > 2026-12-28', 'consent 2026-12-18'],
      },
      'none',
    ],
    [
      'sent the day after it does not count',
      {
        ...line,
        today: '2026-12-21',
        expected: '2026-12-28',
        history: [short, 'sent US_RENEWED_DEFINITE 2026-12-19 > 2026-12-28', 'consent 2026-12-19'],
      },
      'US_MISSED_CANCEL 2026-12-18 > - send 2026-12-18 (-) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'sent tomorrow it does not count yet',
      {
        ...line,
        today: '2026-12-18',
        expected: '2026-12-28',
        history: [short, 'sent US_RENEWED_DEFINITE 2026-12-19 > 2026-12-28'],
      },
      'US_RENEWED_DEFINITE 2026-12-18 > 2026-12-28 send 2026-12-18 (2026-12-18) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'consented, and the second date has passed',
      {
        ...line,
        today: '2026-12-29',
        expected: '2027-01-05',
        history: [short, renewed, 'consent 2026-12-15'],
      },
      'US_MISSED_CANCEL 2026-12-28 > - send 2026-12-28 (-) cancelled 2026-12-28 refund 2027-01-07',
    ],
    [
      'a third revision',
      {
        ...line,
        today: '2026-12-22',
        expected: '2027-01-20',
        history: [short, renewed, 'consent 2026-12-15'],
      },
      'US_RENEWED_DEFINITE 2026-12-28 > 2027-01-20 send 2026-12-28 (2026-12-24) cancelled 2026-12-28 refund 2027-01-07',
    ],
    [
      'a third revision without a date, on the last day',
      { ...line, today: '2026-12-28', history: [short, renewed, 'consent 2026-12-15'] },
      'US_RENEWED_INDEFINITE 2026-12-28 > - send 2026-12-28 (2026-12-28) cancelled 2026-12-28 refund 2027-01-07',
    ],
    [
      'a third revision while the second is open',
      { ...line, today: '2026-12-15', expected: '2027-01-20', history: [short, renewed] },
      'US_RENEWED_DEFINITE 2026-12-28 > 2027-01-20 send 2026-12-18 (2026-12-17) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'open, expected earlier than the second date',
      { ...line, today: '2026-12-16', expected: '2026-12-22', history: [short, renewed] },
      'none',
    ],
    [
      'a third notice without an answer',
      {
        ...line,
        today: '2026-12-29',
        expected: '2027-01-20',
        history: [
          short,
          renewed,
          'consent 2026-12-15',
          'sent US_RENEWED_DEFINITE 2026-12-23 > 2027-01-20',
        ],
      },
      'CANCEL_CONFIRM 2026-12-28 > - send - (-) - 2026-12-28 refund 2027-01-07',
    ],
    [
      'a third notice with consent on its last day',
      {
        ...line,
        today: '2027-01-20',
        expected: '2027-01-20',
        history: [
          short,
          renewed,
          'consent 2026-12-15',
          'sent US_RENEWED_DEFINITE 2026-12-23 > 2027-01-20',
          'consent 2026-12-28',
        ],
      },
      'none',
    ],
    [
      'renewed without a date and consented: waiting has no end',
      {
        ...line,
        today: '2027-05-03',
        history: [short, 'sent US_RENEWED_INDEFINITE 2026-12-14', 'consent 2026-12-18'],
      },
      'none',
    ],
    [
      'renewed without a date, waiting to a date agreed, then the same letter once more: it asks anew',
      {
        ...line,
        today: '2027-01-16',
        history: [
          short,
          'sent US_RENEWED_INDEFINITE 2026-12-14',
          'consent 2026-12-18 > 2027-01-15',
          'sent US_RENEWED_INDEFINITE 2027-01-11',
        ],
      },
      'CANCEL_CONFIRM 2027-01-15 > - send - (-) - 2027-01-15 refund 2027-01-27',
    ],
    [
      'renewed without a date, no answer',
      { ...line, today: '2026-12-19', history: [short, 'sent US_RENEWED_INDEFINITE 2026-12-14'] },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'renewed without a date, now there is one',
      {
        ...line,
        today: '2026-12-16',
        expected: '2027-01-08',
        history: [short, 'sent US_RENEWED_INDEFINITE 2026-12-14'],
      },
      'US_RENEWED_DEFINITE 2026-12-18 > 2027-01-08 send 2026-12-18 (2026-12-18) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'two notices of one day: the second is open until the date of the first',
      {
        ...line,
        today: '2026-12-19',
        expected: '2026-12-28',
        history: [
          'sent US_FIRST_SHORT 2026-11-24 > 2026-12-18',
          'sent US_RENEWED_DEFINITE 2026-11-24 > 2026-12-28',
        ],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'two notices of one day: a consent recorded last is one to the second',
      {
        ...line,
        today: '2026-12-19',
        expected: '2026-12-28',
        history: [
          'sent US_FIRST_SHORT 2026-11-24 > 2026-12-18',
          'sent US_RENEWED_DEFINITE 2026-11-24 > 2026-12-28',
          'consent 2026-11-24',
        ],
      },
      'none',
    ],
    [
      'two notices of one day: a consent recorded between them is none to the second',
      {
        ...line,
        today: '2026-12-19',
        expected: '2026-12-28',
        history: [
          'sent US_FIRST_SHORT 2026-11-24 > 2026-12-18',
          'consent 2026-11-24',
          'sent US_RENEWED_DEFINITE 2026-11-24 > 2026-12-28',
        ],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'cannot be had any more while open',
      { ...line, today: '2026-12-15', unfillable: true, history: [short, renewed] },
      'SELLER_CANCEL 2026-12-28 > - send 2026-12-18 (2026-12-17) - - refund 2026-12-24',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('the customer cancels in the US', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };
  const short = 'sent US_FIRST_SHORT 2026-11-20 > 2026-12-18';
  const long = 'sent US_FIRST_LONG 2026-11-20 > 2027-01-15';
  const renewed = 'sent US_RENEWED_DEFINITE 2026-12-14 > 2026-12-28';

  it.each<[string, Situation, string]>([
    [
      'before any notice',
      { ...line, today: '2026-11-10', expected: '2026-12-02', history: ['cancel 2026-11-10'] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2026-11-20',
    ],
    [
      'on the promised day',
      { ...line, today: '2026-12-04', history: ['cancel 2026-12-02'] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2026-12-11',
    ],
    [
      'the day after, when it has lapsed anyway',
      { ...line, today: '2026-12-04', history: ['cancel 2026-12-03'] },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-11',
    ],
    [
      'on a Saturday: the count starts on Monday',
      { ...line, today: '2026-11-16', expected: '2026-12-02', history: ['cancel 2026-11-14'] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2026-11-24',
    ],
    [
      'tomorrow, which does not count yet',
      { ...line, today: '2026-11-20', expected: '2026-12-02', history: ['cancel 2026-11-21'] },
      'none',
    ],
    [
      'what cannot be had any more',
      { ...line, today: '2026-11-20', unfillable: true, history: ['cancel 2026-11-19'] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2026-12-01',
    ],
    [
      'a short delay agreed to, on the new date',
      {
        ...line,
        today: '2026-12-18',
        expected: '2026-12-18',
        history: [short, 'consent 2026-11-23', 'cancel 2026-12-18'],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - - refund 2026-12-30',
    ],
    [
      'a short delay, the day after the new date',
      { ...line, today: '2026-12-21', history: [short, 'consent 2026-11-23', 'cancel 2026-12-19'] },
      'US_MISSED_CANCEL 2026-12-18 > - send 2026-12-18 (-) cancelled 2026-12-18 refund 2026-12-30',
    ],
    [
      'a long delay, instead of an answer',
      {
        ...line,
        today: '2026-12-11',
        expected: '2027-01-15',
        history: [long, 'cancel 2026-12-10'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2026-12-21',
    ],
    [
      'a long delay, on the last day for an answer',
      {
        ...line,
        today: '2027-01-04',
        expected: '2027-01-15',
        history: [long, 'cancel 2027-01-01'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2027-01-12',
    ],
    [
      'a long delay, the day after the lapse',
      {
        ...line,
        today: '2027-01-04',
        expected: '2027-01-15',
        history: [long, 'cancel 2027-01-02'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'a long delay, after the consent',
      {
        ...line,
        today: '2027-01-08',
        expected: '2027-01-15',
        history: [long, 'consent 2026-11-23', 'cancel 2027-01-08'],
      },
      'CANCEL_CONFIRM 2027-01-15 > - send - (-) - - refund 2027-01-20',
    ],
    [
      'a long delay, consent and cancellation on one day',
      {
        ...line,
        today: '2026-11-23',
        expected: '2027-01-15',
        history: [long, 'consent 2026-11-23', 'cancel 2026-11-23'],
      },
      'CANCEL_CONFIRM 2027-01-15 > - send - (-) - - refund 2026-12-03',
    ],
    [
      'a renewed delay, instead of an answer, on the last day',
      {
        ...line,
        today: '2026-12-21',
        expected: '2026-12-28',
        history: [short, renewed, 'cancel 2026-12-18'],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - - refund 2026-12-30',
    ],
    [
      'a renewed delay, after the lapse',
      {
        ...line,
        today: '2026-12-22',
        expected: '2026-12-28',
        history: [short, renewed, 'cancel 2026-12-19'],
      },
      'CANCEL_CONFIRM 2026-12-18 > - send - (-) - 2026-12-18 refund 2026-12-30',
    ],
    [
      'a renewed delay, after the consent',
      {
        ...line,
        today: '2026-12-24',
        expected: '2026-12-28',
        history: [short, renewed, 'consent 2026-12-15', 'cancel 2026-12-24'],
      },
      'CANCEL_CONFIRM 2026-12-28 > - send - (-) - - refund 2027-01-06',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('California', () => {
  const line = { place: 'US-CA', ordered: '2026-11-02', shipBy: '2026-12-02' };

  it.each<[string, Situation, string]>([
    [
      'a long delay: 7 calendar days from the cancellation',
      { ...line, today: '2026-11-20', expected: '2027-01-02' },
      'US_FIRST_LONG 2026-12-02 > 2027-01-02 send 2026-12-02 (2026-11-24) cancelled 2027-01-01 refund 2027-01-08',
    ],
    [
      'too late',
      { ...line, today: '2026-12-03', expected: '2026-12-18' },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-09',
    ],
    [
      'no date, found on the last day',
      { ...line, today: '2026-12-02' },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-12-02) - - refund 2026-12-09',
    ],
    [
      'no date, found the day after',
      { ...line, today: '2026-12-03' },
      'US_MISSED_CANCEL 2026-12-02 > - send 2026-12-02 (-) cancelled 2026-12-02 refund 2026-12-09',
    ],
    [
      'cannot be had',
      { ...line, today: '2026-11-20', unfillable: true },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-02 (2026-11-24) - - refund 2026-11-27',
    ],
    [
      'a short delay whose date is lost',
      { ...line, today: '2026-12-10', history: ['sent US_FIRST_SHORT 2026-11-20 > 2026-12-18'] },
      'SELLER_CANCEL 2026-12-18 > - send 2026-12-18 (2026-12-14) - - refund 2026-12-17',
    ],
    [
      'a short delay revised to a date',
      {
        ...line,
        today: '2026-12-10',
        expected: '2026-12-30',
        history: ['sent US_FIRST_SHORT 2026-11-20 > 2026-12-18'],
      },
      'US_RENEWED_DEFINITE 2026-12-18 > 2026-12-30 send 2026-12-18 (2026-12-14) cancelled 2026-12-18 refund 2026-12-25',
    ],
    [
      'a long delay still open whose date is lost',
      { ...line, today: '2026-12-10', history: ['sent US_FIRST_LONG 2026-11-20 > 2027-01-15'] },
      'SELLER_CANCEL 2027-01-15 > - send 2027-01-01 (2026-12-14) - - refund 2026-12-17',
    ],
    [
      'a long delay without an answer',
      {
        ...line,
        today: '2027-01-02',
        expected: '2027-01-15',
        history: ['sent US_FIRST_LONG 2026-11-20 > 2027-01-15'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - 2027-01-01 refund 2027-01-08',
    ],
    [
      'the customer cancels',
      { ...line, today: '2026-11-20', expected: '2026-12-02', history: ['cancel 2026-11-20'] },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2026-11-27',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('credit given by the seller in the US', () => {
  const line = { place: 'US', ordered: '2026-11-02', credit: true };

  it.each<[string, Situation, string]>([
    ['day 50 is on time', { ...line, today: '2026-12-21', expected: '2026-12-22' }, 'none'],
    [
      'day 51 is late',
      { ...line, today: '2026-12-10', expected: '2026-12-23' },
      'US_FIRST_SHORT 2026-12-22 > 2026-12-23 send 2026-12-22 (2026-12-14) consent 2026-12-23 refund -',
    ],
    [
      'day 80 is short',
      { ...line, today: '2026-12-10', expected: '2027-01-21' },
      'US_FIRST_SHORT 2026-12-22 > 2027-01-21 send 2026-12-22 (2026-12-14) consent 2027-01-21 refund -',
    ],
    [
      'day 81 is long',
      { ...line, today: '2026-12-10', expected: '2027-01-22' },
      'US_FIRST_LONG 2026-12-22 > 2027-01-22 send 2026-12-22 (2026-12-14) cancelled 2027-01-21 refund -',
    ],
    [
      'on day 51 it is over',
      { ...line, today: '2026-12-23' },
      'US_MISSED_CANCEL 2026-12-22 > - send 2026-12-22 (-) cancelled 2026-12-22 refund -',
    ],
    ['on day 31 nothing is over', { ...line, today: '2026-12-03', expected: '2026-12-15' }, 'none'],
    [
      'a ship date was promised: the 50 days do not count',
      { ...line, shipBy: '2026-12-02', today: '2026-11-20', expected: '2026-12-05' },
      'US_FIRST_SHORT 2026-12-02 > 2026-12-05 send 2026-12-02 (2026-11-24) consent 2026-12-05 refund -',
    ],
    [
      'cannot be had',
      { ...line, today: '2026-12-10', unfillable: true },
      'SELLER_CANCEL 2026-12-22 > - send 2026-12-22 (2026-12-14) - - refund -',
    ],
    [
      'the customer cancels',
      { ...line, today: '2026-12-01', expected: '2026-12-22', history: ['cancel 2026-12-01'] },
      'CANCEL_CONFIRM 2026-12-22 > - send - (-) - - refund -',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('cases whose agreed date is a matter of reading', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };
  const short = 'sent US_FIRST_SHORT 2026-11-20 > 2026-12-18';
  const long = 'sent US_FIRST_LONG 2026-11-20 > 2027-01-15';
  const indefinite = 'sent US_FIRST_INDEFINITE 2026-11-20';

  it.each<[string, Situation, string]>([
    [
      'cancelled under a short delay nobody answered, before the first date',
      {
        ...line,
        today: '2026-11-25',
        expected: '2026-12-18',
        history: [short, 'cancel 2026-11-25'],
      },
      'CANCEL_CONFIRM * > - send - (-) - - refund 2026-12-07',
    ],
    [
      'cancelled under a short delay nobody answered, on the new date',
      {
        ...line,
        today: '2026-12-18',
        expected: '2026-12-18',
        history: [short, 'cancel 2026-12-18'],
      },
      'CANCEL_CONFIRM * > - send - (-) - - refund 2026-12-30',
    ],
    [
      'cancelled after a consent to wait without a date',
      {
        ...line,
        today: '2027-01-18',
        history: [indefinite, 'consent 2026-12-10', 'cancel 2027-01-16'],
      },
      'CANCEL_CONFIRM * > - send - (-) - - refund 2027-01-27',
    ],
    [
      'cannot be had after a consent to wait without a date',
      {
        ...line,
        today: '2026-12-23',
        unfillable: true,
        history: [indefinite, 'consent 2026-12-10'],
      },
      'SELLER_CANCEL * > - send 2026-12-28 (2026-12-28) - - refund 2027-01-05',
    ],
    [
      'cannot be had after a consent to wait without a date, long after',
      {
        ...line,
        today: '2027-02-11',
        unfillable: true,
        history: [indefinite, 'consent 2026-12-10'],
      },
      'SELLER_CANCEL * > - send 2027-02-16 (2027-02-16) - - refund 2027-02-23',
    ],
    [
      'renewed while open, no answer to either: the limit of the open one holds',
      {
        ...line,
        today: '2027-01-02',
        expected: '2027-01-30',
        history: [long, 'sent US_RENEWED_DEFINITE 2026-12-10 > 2027-01-30'],
      },
      'CANCEL_CONFIRM * > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
    [
      'renewed while open, a consent after the limit of the open one',
      {
        ...line,
        today: '2027-01-05',
        expected: '2027-01-30',
        history: [long, 'sent US_RENEWED_DEFINITE 2026-12-10 > 2027-01-30', 'consent 2027-01-02'],
      },
      'CANCEL_CONFIRM * > - send - (-) - 2027-01-01 refund 2027-01-12',
    ],
  ])('%s', (_, situation, expected) => {
    const found = ruling(situation).replace(/^(\w+) \S+/, '$1 *');
    expect(found).toBe(expected);
  });
});

describe('the EU and the UK', () => {
  const germany = { place: 'EU-DE', ordered: '2026-11-02', deliverBy: '2026-12-02' };
  const uk = { place: 'UK', ordered: '2026-11-02' };

  it.each<[string, Situation, string]>([
    [
      'expected on the agreed day',
      { ...germany, today: '2026-12-01', expected: '2026-12-02' },
      'none',
    ],
    [
      'on the agreed day, one day late',
      { ...germany, today: '2026-12-02', expected: '2026-12-03' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-03 send 2026-12-02 (2026-12-02) unchanged - refund -',
    ],
    [
      'on the agreed day, without a date',
      { ...germany, today: '2026-12-02' },
      'DELAY_PROPOSAL 2026-12-02 > - send 2026-12-02 (2026-12-02) unchanged - refund -',
    ],
    [
      'the day after',
      { ...germany, today: '2026-12-03', expected: '2026-12-10' },
      'LATE_OPEN 2026-12-02 > 2026-12-10 send 2026-12-03 (2026-12-03) unchanged - refund -',
    ],
    [
      'two days after, the target is past',
      { ...germany, today: '2026-12-04', expected: '2026-12-10' },
      'LATE_OPEN 2026-12-02 > 2026-12-10 send 2026-12-03 (-) unchanged - refund -',
    ],
    [
      'more than 30 days late is nothing special',
      { ...germany, today: '2026-11-20', expected: '2027-03-01' },
      'DELAY_PROPOSAL 2026-12-02 > 2027-03-01 send 2026-12-02 (2026-11-24) unchanged - refund -',
    ],
    [
      'no promise in the UK: day 30 is on time',
      { ...uk, today: '2026-11-26', expected: '2026-12-02' },
      'none',
    ],
    [
      'no promise in the UK: day 31 is late',
      { ...uk, today: '2026-11-26', expected: '2026-12-03' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-03 send 2026-12-02 (2026-11-30) unchanged - refund -',
    ],
    [
      'a Sunday is the agreed day: found on Friday, wanted on Sunday',
      {
        place: 'EU-FR',
        ordered: '2026-11-02',
        deliverBy: '2026-11-29',
        today: '2026-11-27',
        expected: '2026-12-08',
      },
      'DELAY_PROPOSAL 2026-11-29 > 2026-12-08 send 2026-11-29 (2026-11-29) unchanged - refund -',
    ],
    [
      'a Sunday is the agreed day: on Monday it is late',
      { place: 'EU-FR', ordered: '2026-11-02', deliverBy: '2026-11-29', today: '2026-11-30' },
      'LATE_OPEN 2026-11-29 > - send 2026-11-30 (2026-11-30) unchanged - refund -',
    ],
    [
      'a Friday is the agreed day: the day after is a Saturday all the same',
      {
        place: 'UK',
        ordered: '2026-11-02',
        deliverBy: '2026-11-27',
        today: '2026-11-28',
        expected: '2026-12-04',
      },
      'LATE_OPEN 2026-11-27 > 2026-12-04 send 2026-11-28 (2026-11-28) unchanged - refund -',
    ],
    [
      'Christmas Day counts as a weekday',
      {
        place: 'UK',
        ordered: '2026-12-01',
        deliverBy: '2027-01-15',
        today: '2026-12-24',
        expected: '2027-01-29',
      },
      'DELAY_PROPOSAL 2027-01-15 > 2027-01-29 send 2027-01-15 (2026-12-28) unchanged - refund -',
    ],
    [
      'the US holiday of 3 July 2026 is none',
      {
        place: 'EU-DE',
        ordered: '2026-06-15',
        deliverBy: '2026-07-20',
        today: '2026-07-01',
        expected: '2026-07-30',
      },
      'DELAY_PROPOSAL 2026-07-20 > 2026-07-30 send 2026-07-20 (2026-07-03) unchanged - refund -',
    ],
    [
      'ship promise and transit time across the leap day',
      {
        place: 'EU-DE',
        ordered: '2028-02-01',
        shipBy: '2028-02-25',
        transitDays: 4,
        today: '2028-02-21',
        expected: '2028-03-01',
      },
      'DELAY_PROPOSAL 2028-02-29 > 2028-03-01 send 2028-02-29 (2028-02-23) unchanged - refund -',
    ],
    [
      'ship date and delivery date promised: the delivery date counts',
      {
        place: 'UK',
        ordered: '2026-11-02',
        shipBy: '2026-11-10',
        deliverBy: '2026-12-02',
        today: '2026-11-20',
        expected: '2026-12-02',
      },
      'none',
    ],
    [
      'agreed to the proposal: the new date is on time',
      {
        ...germany,
        today: '2026-12-10',
        expected: '2026-12-20',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'consent 2026-11-23'],
      },
      'none',
    ],
    [
      'agreed to the proposal, later again',
      {
        ...germany,
        today: '2026-12-10',
        expected: '2026-12-30',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'consent 2026-11-23'],
      },
      'DELAY_PROPOSAL 2026-12-20 > 2026-12-30 send 2026-12-20 (2026-12-14) unchanged - refund -',
    ],
    [
      'agreed to the proposal, and the new date has passed',
      {
        ...germany,
        today: '2026-12-21',
        expected: '2026-12-30',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'consent 2026-11-23'],
      },
      'LATE_OPEN 2026-12-20 > 2026-12-30 send 2026-12-21 (2026-12-21) unchanged - refund -',
    ],
    [
      'no answer to the proposal: the old date passes',
      {
        ...germany,
        today: '2026-12-03',
        expected: '2026-12-20',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20'],
      },
      'LATE_OPEN 2026-12-02 > 2026-12-20 send 2026-12-03 (2026-12-03) unchanged - refund -',
    ],
    [
      'no answer to the proposal, and the date moves on',
      {
        ...germany,
        today: '2026-11-25',
        expected: '2026-12-30',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20'],
      },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-30 send 2026-12-02 (2026-11-27) unchanged - refund -',
    ],
    [
      'a consent of tomorrow does not count yet',
      {
        ...germany,
        today: '2026-12-03',
        expected: '2026-12-20',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'consent 2026-12-04'],
      },
      'LATE_OPEN 2026-12-02 > 2026-12-20 send 2026-12-03 (2026-12-03) unchanged - refund -',
    ],
    [
      'agreed to a date of its own without a proposal, on the agreed day',
      {
        ...germany,
        today: '2026-12-08',
        expected: '2026-12-15',
        history: ['consent 2026-12-02 > 2026-12-15'],
      },
      'none',
    ],
    [
      'agreed to a date of its own that is later than the one proposed',
      {
        ...germany,
        today: '2026-12-21',
        expected: '2026-12-28',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'consent 2026-11-23 > 2026-12-24'],
      },
      'DELAY_PROPOSAL 2026-12-24 > 2026-12-28 send 2026-12-24 (2026-12-23) unchanged - refund -',
    ],
    [
      'an earlier date of its own changes nothing',
      {
        ...germany,
        today: '2026-11-26',
        expected: '2026-12-02',
        history: ['consent 2026-11-20 > 2026-11-25'],
      },
      'none',
    ],
    [
      'a progress mail asks nothing that can be agreed to',
      {
        ...germany,
        today: '2026-11-25',
        expected: '2026-12-20',
        history: ['sent PREORDER_PROGRESS 2026-11-20 > 2026-12-20', 'consent 2026-11-23'],
      },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-20 send 2026-12-02 (2026-11-27) unchanged - refund -',
    ],
    [
      'neither does a notice of the US kind',
      {
        ...germany,
        today: '2026-12-03',
        expected: '2026-12-20',
        history: ['sent US_FIRST_SHORT 2026-11-20 > 2026-12-20'],
      },
      'LATE_OPEN 2026-12-02 > 2026-12-20 send 2026-12-03 (2026-12-03) unchanged - refund -',
    ],
    [
      'agreed to the notice after the date',
      {
        ...germany,
        today: '2026-12-10',
        expected: '2026-12-20',
        history: ['sent LATE_OPEN 2026-12-03 > 2026-12-20', 'consent 2026-12-04'],
      },
      'none',
    ],
    [
      'two proposals, the second unanswered: the first holds',
      {
        ...germany,
        today: '2026-12-21',
        expected: '2026-12-30',
        history: [
          'sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20',
          'consent 2026-11-23',
          'sent DELAY_PROPOSAL 2026-12-10 > 2026-12-30',
        ],
      },
      'LATE_OPEN 2026-12-20 > 2026-12-30 send 2026-12-21 (2026-12-21) unchanged - refund -',
    ],
    [
      'two proposals of one day: the consent is one to the second',
      {
        ...germany,
        today: '2026-12-21',
        expected: '2026-12-30',
        history: [
          'sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20',
          'sent DELAY_PROPOSAL 2026-11-20 > 2026-12-30',
          'consent 2026-11-20',
        ],
      },
      'none',
    ],
    [
      'cannot be had, before the date',
      { ...uk, today: '2026-11-20', unfillable: true },
      'SELLER_CANCEL 2026-12-02 > - send 2026-11-20 (2026-11-20) - - refund 2026-12-04',
    ],
    [
      'cannot be had, after the date',
      { ...germany, today: '2026-12-03', unfillable: true },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-03 (2026-12-03) - - refund 2026-12-17',
    ],
    [
      'essential: the same day, before the weekend',
      { ...germany, essential: true, today: '2026-11-27', expected: '2026-12-05' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-05 send 2026-11-27 (2026-11-27) unchanged - refund -',
    ],
    [
      'essential: on the agreed day itself',
      { ...germany, essential: true, today: '2026-12-02', expected: '2026-12-03' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-03 send 2026-12-02 (2026-12-02) unchanged - refund -',
    ],
    [
      'essential, but expected on time',
      { ...germany, essential: true, today: '2026-11-20', expected: '2026-12-02' },
      'none',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('the customer cancels in the EU and the UK', () => {
  const germany = { place: 'EU-DE', ordered: '2026-11-02', deliverBy: '2026-12-02' };
  const custom = { ...germany, customMade: true };

  it.each<[string, Situation, string]>([
    [
      'before the date, nothing being late',
      { ...germany, today: '2026-11-10', expected: '2026-12-02', history: ['cancel 2026-11-10'] },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-11-24',
    ],
    [
      'on the agreed day',
      { ...germany, today: '2026-12-02', history: ['cancel 2026-12-02'] },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-16',
    ],
    [
      'after the agreed day',
      { ...germany, today: '2026-12-07', history: ['cancel 2026-12-05'] },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-19',
    ],
    [
      '14 days that end on a Sunday are not extended',
      {
        place: 'UK',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-11-16',
        expected: '2026-12-02',
        history: ['cancel 2026-11-15'],
      },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-11-29',
    ],
    [
      '14 days across the year end',
      {
        place: 'EU-FR',
        ordered: '2026-12-01',
        deliverBy: '2027-01-10',
        today: '2026-12-20',
        history: ['cancel 2026-12-18'],
      },
      'TERMINATION_REFUND 2027-01-10 > - send - (-) - - refund 2027-01-01',
    ],
    [
      '14 days that end on the leap day',
      {
        place: 'UK',
        ordered: '2028-02-01',
        deliverBy: '2028-03-10',
        today: '2028-02-15',
        history: ['cancel 2028-02-15'],
      },
      'TERMINATION_REFUND 2028-03-10 > - send - (-) - - refund 2028-02-29',
    ],
    [
      'instead of an answer to the proposal',
      {
        ...germany,
        today: '2026-11-25',
        expected: '2026-12-20',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'cancel 2026-11-25'],
      },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-09',
    ],
    [
      'after agreeing to the proposal',
      {
        ...germany,
        today: '2026-12-10',
        expected: '2026-12-20',
        history: [
          'sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20',
          'consent 2026-11-23',
          'cancel 2026-12-10',
        ],
      },
      'TERMINATION_REFUND 2026-12-20 > - send - (-) - - refund 2026-12-24',
    ],
    [
      'tomorrow, which does not count yet',
      { ...germany, today: '2026-11-24', expected: '2026-12-20', history: ['cancel 2026-11-25'] },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-20 send 2026-12-02 (2026-11-26) unchanged - refund -',
    ],
    [
      'what cannot be had any more',
      { ...germany, today: '2026-11-20', unfillable: true, history: ['cancel 2026-11-19'] },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-03',
    ],
    [
      'an essential date',
      {
        ...germany,
        essential: true,
        today: '2026-11-26',
        expected: '2026-12-10',
        history: ['cancel 2026-11-26'],
      },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-10',
    ],
    [
      'custom-made, before the date and on time: nothing happens',
      { ...custom, today: '2026-11-20', expected: '2026-12-02', history: ['cancel 2026-11-20'] },
      'none',
    ],
    [
      'custom-made, before the date and late: the proposal goes on',
      { ...custom, today: '2026-11-23', expected: '2026-12-20', history: ['cancel 2026-11-20'] },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-20 send 2026-12-02 (2026-11-25) unchanged - refund -',
    ],
    [
      'custom-made, on the agreed day',
      { ...custom, today: '2026-12-03', expected: '2026-12-20', history: ['cancel 2026-12-02'] },
      'LATE_OPEN 2026-12-02 > 2026-12-20 send 2026-12-03 (2026-12-03) unchanged - refund -',
    ],
    [
      'custom-made, the day after',
      { ...custom, today: '2026-12-03', expected: '2026-12-20', history: ['cancel 2026-12-03'] },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-17',
    ],
    [
      'custom-made, too early and then once more after the date',
      {
        ...custom,
        today: '2026-12-04',
        expected: '2026-12-20',
        history: ['cancel 2026-11-20', 'cancel 2026-12-04'],
      },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-18',
    ],
    [
      'custom-made, after the old date and before the one agreed to',
      {
        ...custom,
        today: '2026-12-10',
        expected: '2026-12-20',
        history: [
          'sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20',
          'consent 2026-11-23',
          'cancel 2026-12-10',
        ],
      },
      'none',
    ],
    [
      'custom-made, after the date agreed to',
      {
        ...custom,
        today: '2026-12-21',
        history: [
          'sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20',
          'consent 2026-11-23',
          'cancel 2026-12-21',
        ],
      },
      'TERMINATION_REFUND 2026-12-20 > - send - (-) - - refund 2027-01-04',
    ],
    [
      'custom-made in the UK, the day after',
      {
        place: 'UK',
        ordered: '2026-11-02',
        customMade: true,
        today: '2026-12-04',
        history: ['cancel 2026-12-03'],
      },
      'TERMINATION_REFUND 2026-12-02 > - send - (-) - - refund 2026-12-17',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});

describe('Canada, Australia and the rest of the world', () => {
  it.each<[string, Situation, string]>([
    [
      'Ontario, no promise: the day of the order is on time',
      { place: 'CA-ON', ordered: '2026-11-02', today: '2026-11-02', expected: '2026-11-02' },
      'none',
    ],
    [
      'Ontario, no promise: the day after is late',
      { place: 'CA-ON', ordered: '2026-11-02', today: '2026-11-02', expected: '2026-11-03' },
      'DELAY_PROPOSAL 2026-11-02 > 2026-11-03 send 2026-11-02 (2026-11-02) unchanged - refund -',
    ],
    [
      'Québec, no promise, the next day',
      { place: 'CA-QC', ordered: '2026-11-02', today: '2026-11-03', expected: '2026-11-10' },
      'DELAY_PROPOSAL 2026-11-02 > 2026-11-10 send 2026-11-02 (-) unchanged - refund -',
    ],
    [
      'Canada, province unknown, no promise',
      { place: 'CA', ordered: '2026-11-02', today: '2026-11-02', expected: '2026-11-10' },
      'DELAY_PROPOSAL 2026-11-02 > 2026-11-10 send 2026-11-02 (2026-11-02) unchanged - refund -',
    ],
    [
      'British Columbia, no promise: day 30 is on time',
      { place: 'CA-BC', ordered: '2026-11-02', today: '2026-11-20', expected: '2026-12-02' },
      'none',
    ],
    [
      'British Columbia, no promise: day 31 is late',
      { place: 'CA-BC', ordered: '2026-11-02', today: '2026-11-20', expected: '2026-12-03' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-03 send 2026-12-02 (2026-11-24) unchanged - refund -',
    ],
    [
      'Ontario, a ship promise and transit time',
      {
        place: 'CA-ON',
        ordered: '2026-11-02',
        shipBy: '2026-11-20',
        transitDays: 8,
        today: '2026-11-19',
        expected: '2026-11-29',
      },
      'DELAY_PROPOSAL 2026-11-28 > 2026-11-29 send 2026-11-28 (2026-11-23) unchanged - refund -',
    ],
    [
      'Ontario, the day after the date',
      {
        place: 'CA-ON',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-03',
        expected: '2026-12-10',
      },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-10 send 2026-12-02 (-) unchanged - refund -',
    ],
    [
      'Australia, the agreed day',
      {
        place: 'AU',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-02',
        expected: '2026-12-10',
      },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-10 send 2026-12-02 (2026-12-02) unchanged - refund -',
    ],
    [
      'Australia, the day after',
      {
        place: 'AU',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-03',
        expected: '2026-12-10',
      },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-10 send 2026-12-02 (-) unchanged - refund -',
    ],
    [
      'elsewhere, no promise: day 31 is late, on Thanksgiving as on any day',
      { place: 'OTHER', ordered: '2026-11-02', today: '2026-11-25', expected: '2026-12-03' },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-03 send 2026-12-02 (2026-11-27) unchanged - refund -',
    ],
    [
      'elsewhere, agreed to the proposal',
      {
        place: 'OTHER',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-10',
        expected: '2026-12-20',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'consent 2026-12-01'],
      },
      'none',
    ],
    [
      'elsewhere, no answer to the proposal',
      {
        place: 'OTHER',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-03',
        expected: '2026-12-20',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20'],
      },
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-20 send 2026-12-02 (-) unchanged - refund -',
    ],
    [
      'Australia, agreed to the proposal and late again',
      {
        place: 'AU',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-10',
        expected: '2027-01-08',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'consent 2026-12-01'],
      },
      'DELAY_PROPOSAL 2026-12-20 > 2027-01-08 send 2026-12-20 (2026-12-14) unchanged - refund -',
    ],
    [
      'Ontario, cancelled on the first day on which it may be',
      {
        place: 'CA-ON',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2027-01-04',
        history: ['cancel 2027-01-02'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2027-01-17',
    ],
    [
      'Québec, cancelled long after the date',
      {
        place: 'CA-QC',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2027-01-20',
        history: ['cancel 2027-01-20'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2027-02-04',
    ],
    [
      'British Columbia, cancelled after the date',
      {
        place: 'CA-BC',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-18',
        history: ['cancel 2026-12-18'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2027-01-01',
    ],
    [
      'Australia, cancelled after the date',
      {
        place: 'AU',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-18',
        history: ['cancel 2026-12-18'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2027-01-01',
    ],
    [
      'elsewhere, cancelled before the date',
      {
        place: 'OTHER',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-11-20',
        expected: '2026-12-20',
        history: ['sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20', 'cancel 2026-11-20'],
      },
      'CANCEL_CONFIRM 2026-12-02 > - send - (-) - - refund 2026-12-04',
    ],
    [
      'elsewhere, cancelled after agreeing to the proposal',
      {
        place: 'OTHER',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-10',
        expected: '2026-12-20',
        history: [
          'sent DELAY_PROPOSAL 2026-11-20 > 2026-12-20',
          'consent 2026-11-23',
          'cancel 2026-12-10',
        ],
      },
      'CANCEL_CONFIRM 2026-12-20 > - send - (-) - - refund 2026-12-24',
    ],
    [
      'Ontario, cannot be had',
      {
        place: 'CA-ON',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-11-20',
        unfillable: true,
      },
      'SELLER_CANCEL 2026-12-02 > - send 2026-11-20 (2026-11-20) - - refund 2026-12-05',
    ],
    [
      'British Columbia, cannot be had',
      {
        place: 'CA-BC',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-11-20',
        unfillable: true,
      },
      'SELLER_CANCEL 2026-12-02 > - send 2026-11-20 (2026-11-20) - - refund 2026-12-04',
    ],
    [
      'Australia, cannot be had, after the date',
      {
        place: 'AU',
        ordered: '2026-11-02',
        deliverBy: '2026-12-02',
        today: '2026-12-18',
        unfillable: true,
      },
      'SELLER_CANCEL 2026-12-02 > - send 2026-12-18 (2026-12-18) - - refund 2027-01-01',
    ],
  ])('%s', (_, situation, expected) => {
    expect(ruling(situation)).toBe(expected);
  });
});
