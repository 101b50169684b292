import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrderTime } from '../../src/formats/time-cell.ts';

const newYork = 'America/New_York';

describe('the time of an order, where the store is', () => {
  it.each([
    // Evening in Los Angeles is the next day in New York.
    ['2026-11-23 23:30:00 -0800', newYork, '2026-11-24T02:30:00'],
    ['2026-11-23T23:30:00-08:00', newYork, '2026-11-24T02:30:00'],
    ['2026-11-23T02:00:00Z', newYork, '2026-11-22T21:00:00'],
    ['2026-11-23T02:00:00.123Z', newYork, '2026-11-22T21:00:00'],
    ['2026-08-24 13:18:58 +0200', 'Europe/Berlin', '2026-08-24T13:18:58'],
    ['2026-08-24 00:18:58 +0200', 'America/Los_Angeles', '2026-08-23T15:18:58'],
    // The hour that the clocks skip, and the one they repeat.
    ['2026-03-08T07:00:00Z', newYork, '2026-03-08T03:00:00'],
    ['2026-03-08T06:59:59Z', newYork, '2026-03-08T01:59:59'],
    ['2026-11-01T05:30:00Z', newYork, '2026-11-01T01:30:00'],
    ['2026-11-01T06:30:00Z', newYork, '2026-11-01T01:30:00'],
    ['2026-11-23T02:00:00Z', 'Asia/Kolkata', '2026-11-23T07:30:00'],
    ['2026-12-31T23:59:59-05:00', newYork, '2026-12-31T23:59:59'],
    // Midnight is the first hour of a day, not the 24th of the one before.
    ['2026-11-23T05:00:00Z', newYork, '2026-11-23T00:00:00'],
    ['2026-11-23T10:00:00', newYork, '2026-11-23T10:00:00'],
    ['2026-11-23 10:00', newYork, '2026-11-23T10:00:00'],
    ['Sep-30-26 23:45:00 PDT', newYork, '2026-10-01T02:45:00'],
    ['Jun-29-26 16:00:01 PDT', 'America/Los_Angeles', '2026-06-29T16:00:01'],
    ['11/28/23, 4:15 AM', newYork, '2023-11-28T04:15:00'],
    ['11/28/23, 12:15 AM', newYork, '2023-11-28T00:15:00'],
    ['11/28/23 12:15 p.m.', newYork, '2023-11-28T12:15:00'],
    ['31.03.2026 15:38', newYork, '2026-03-31T15:38:00'],
    ['23 Nov 2026 22:30 CET', newYork, '2026-11-23T16:30:00'],
    ['Mon, 23 Nov 2026 02:00:00 +0000', newYork, '2026-11-22T21:00:00'],
    ['Mon Nov 23 2026 10:00:00 GMT+0100 (CET)', newYork, '2026-11-23T04:00:00'],
    ['2026-11-23 02:00:00 UTC', newYork, '2026-11-22T21:00:00'],
    ['2026-07-01 00:30:00 BST', newYork, '2026-06-30T19:30:00'],
    ['2026-11-23', newYork, '2026-11-23'],
    ['23.11.2026', newYork, '2026-11-23'],
    ['Nov 23, 2026', newYork, '2026-11-23'],
  ])('%j in %s', (cell, timezone, at) => {
    expect(readOrderTime(cell, timezone)).toEqual({ at });
  });

  it.each(['2026-11-23 02:00:00 UTC', '2026-11-23T02:00:00+00', '2026-11-23 02:00:00 GMT'])(
    'does not take a time of another zone for one of the store: %j',
    (cell) => {
      const read = readOrderTime(cell, newYork);
      expect('at' in read ? read.at.slice(0, 10) : 'left out').not.toBe('2026-11-23');
    },
  );

  it.each([
    '',
    'yesterday',
    '2026-02-30T10:00:00',
    '2026-02-30',
    '2026-11-23T25:00:00Z',
    '2026-11-23 25:00:00',
    '2026-11-23 10:00:00 XYZ',
    '2026-11-23 13:00 AM',
    '46112',
    '1774915200',
  ])('does not understand %j', (cell) => {
    expect(readOrderTime(cell, newYork)).toEqual({ fault: 'not-understood' });
  });

  // 25569 is 1970-01-01, 46112 therefore 20543 days later; 1774915200 seconds are 20543 days.
  it.each([
    ['46112', '2026-03-31'],
    ['46112.5', '2026-03-31T12:00:00'],
    ['46112,25', '2026-03-31T06:00:00'],
    ['1774915200', '2026-03-30T20:00:00'],
    ['1774915200000', '2026-03-30T20:00:00'],
  ])('reads the number %j in a column of such numbers', (cell, at) => {
    expect(readOrderTime(cell, newYork, { numbers: true })).toEqual({ at });
  });

  it.each(['5', '36525', '73051', '20260331.5', '123456'])(
    '%j is no date of 2000 to 2099',
    (cell) => {
      expect(readOrderTime(cell, newYork, { numbers: true })).toEqual({ fault: 'not-understood' });
    },
  );

  it('asks for the order of day and month', () => {
    expect(readOrderTime('03/04/2026', newYork)).toEqual({ fault: 'ambiguous' });
    expect(readOrderTime('03/04/2026 10:00', newYork, { order: 'month-first' })).toMatchObject({
      at: expect.stringMatching(/^2026-03-04/),
    });
  });

  it('has the day that the offset tells, for any offset', () => {
    const someMoment = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(someMoment, fc.integer({ min: -12, max: 14 }), (moment, hours) => {
        const whole = Math.floor(moment.getTime() / 1000) * 1000;
        const local = new Date(whole + hours * 3_600_000).toISOString().slice(0, 19);
        const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}00`;
        const utc = new Date(whole).toISOString().slice(0, 19);
        expect(readOrderTime(`${local.replace('T', ' ')} ${offset}`, 'UTC')).toEqual({ at: utc });
      }),
    );
  });
});
