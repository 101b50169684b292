import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilTime, readDay, readOrderTime, settleDayOrder } from '../../src/formats/time.ts';

const newYork = 'America/New_York';

describe('a civil date', () => {
  it.each([
    ['2026-12-04', '2026-12-04'],
    [' 2026-12-04 ', '2026-12-04'],
    ['2026/12/04', '2026-12-04'],
    ['2026-1-4', '2026-01-04'],
    ['20261204', '2026-12-04'],
    ['2026-12-04T10:00:00Z', '2026-12-04'],
    ['2026-12-04 10:00:00', '2026-12-04'],
    ['2026-12-04T10:00', '2026-12-04'],
    ['04.12.2026', '2026-12-04'],
    ['4.12.26', '2026-12-04'],
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['05/05/2026', '2026-05-05'],
    ['13-04-2026', '2026-04-13'],
    ['12/31/2026 5:30 PM', '2026-12-31'],
    ['17 Mar 2025', '2025-03-17'],
    ['Mar 17, 2025', '2025-03-17'],
    ['March 17 2025', '2025-03-17'],
    ['30. Dezember 2026', '2026-12-30'],
    ['Sep-30-26', '2026-09-30'],
    ['30-Sep-2026', '2026-09-30'],
    ['2024-02-29', '2024-02-29'],
  ])('%j', (cell, day) => {
    expect(readDay(cell)).toEqual({ day });
  });

  it.each(['03/04/2026', '3/4/26', '12/11/2026', '01-02-2026'])(
    'asks for the order of day and month in %j',
    (cell) => {
      expect(readDay(cell)).toEqual({ fault: 'ambiguous' });
    },
  );

  it.each([
    ['03/04/2026', 'day-first', '2026-04-03'],
    ['03/04/2026', 'month-first', '2026-03-04'],
    ['3-4-26', 'day-first', '2026-04-03'],
    ['04.12.2026', 'month-first', '2026-12-04'],
  ] as const)('reads %j %s', (cell, order, day) => {
    expect(readDay(cell, order)).toEqual({ day });
  });

  it.each([
    ...[
      '',
      'soon',
      'TBD',
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-12-00',
      '0000-00-00',
      '20261304',
    ],
    ...[
      '31/02/2026',
      '99/99/99',
      '00/00/0000',
      '31.06.2026',
      '32.01.2026',
      'Feb 30, 2026',
      'Foo 12, 2026',
      '12/2026',
    ],
    ...['2026', '46000', '12', '1/2-2026', '2026-12', 'week 49', '4/5/6/7', '2026-12-04-05'],
  ])('does not make a date of %j', (cell) => {
    expect(readDay(cell)).toEqual({ fault: 'not-understood' });
  });

  it('does not read a day of the year, as in 2026-123, as a day of a month', () => {
    expect(readDay('2026-123')).not.toEqual({ day: '2026-12-03' });
  });

  it('does not bend a date to an order that it cannot have', () => {
    expect(readDay('13/04/2026', 'month-first')).toEqual({ fault: 'not-understood' });
    expect(readDay('04/13/2026', 'day-first')).toEqual({ fault: 'not-understood' });
  });

  it('reads every day back in each writing', () => {
    const someDay = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(someDay, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const expected = { day: iso };
        expect(readDay(iso)).toEqual(expected);
        expect(readDay(iso.replaceAll('-', ''))).toEqual(expected);
        expect(readDay(`${day}.${month}.${year}`)).toEqual(expected);
        expect(readDay(`${day}/${month}/${year}`, 'day-first')).toEqual(expected);
        expect(readDay(`${month}/${day}/${year}`, 'month-first')).toEqual(expected);
        expect(readDay(`${Number(month)}/${Number(day)}/${year.slice(2)}`, 'month-first')).toEqual(
          expected,
        );
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => void readDay(cell)));
  });
});

describe('the order of day and month in a column', () => {
  it.each([
    [['03/04/2026', '13/04/2026'], 'day-first'],
    [['03/04/2026', '04/13/2026'], 'month-first'],
    [['03/04/2026', '05/06/2026'], undefined],
    [['13/04/2026', '04/13/2026'], undefined],
    [['03.04.2026'], 'day-first'],
    [['2026-04-03', ''], undefined],
    [[], undefined],
    [['03/04/2026 10:00', '13/04/2026 11:00'], 'day-first'],
  ] as const)('of %j is %s', (cells, expected) => {
    expect(settleDayOrder(cells)).toBe(expected);
  });
});

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
  ])('does not understand %j', (cell) => {
    expect(readOrderTime(cell, newYork)).toEqual({ fault: 'not-understood' });
  });

  it('asks for the order of day and month', () => {
    expect(readOrderTime('03/04/2026', newYork)).toEqual({ fault: 'ambiguous' });
    expect(readOrderTime('03/04/2026 10:00', newYork, 'month-first')).toMatchObject({
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

describe('the civil time of a moment', () => {
  it('is written so that text order is time order', () => {
    expect(civilTime(Date.parse('2026-01-02T03:04:05Z'), 'UTC')).toBe('2026-01-02T03:04:05');
    expect(civilTime(Date.parse('2026-01-02T03:04:05Z'), newYork)).toBe('2026-01-01T22:04:05');
  });
});
