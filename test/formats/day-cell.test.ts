import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, watchDates } from '../../src/formats/day-cell.ts';

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
    ['30 de marzo de 2026', '2026-03-30'],
    ['30 mars 2026', '2026-03-30'],
    ['30 août 2026', '2026-08-30'],
    ['30 marzo 2026', '2026-03-30'],
    ['30 maart 2026', '2026-03-30'],
    ['30 października 2026 r.', '2026-10-30'],
    ['30 martie 2026', '2026-03-30'],
    ['30 de março de 2026', '2026-03-30'],
    ['30 марта 2026 г.', '2026-03-30'],
    ['30 мая 2026', '2026-05-30'],
    ['30. Jänner 2026', '2026-01-30'],
    ['1st March 2026', '2026-03-01'],
    ['2026 Mar 17', '2026-03-17'],
    ['31. 3. 2026', '2026-03-31'],
    ['11/28/23, 4:15 AM', '2023-11-28'],
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
    expect(readDay(cell, { order })).toEqual({ day });
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
    expect(readDay('13/04/2026', { order: 'month-first' })).toEqual({ fault: 'not-understood' });
    expect(readDay('04/13/2026', { order: 'day-first' })).toEqual({ fault: 'not-understood' });
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
        expect(readDay(`${day}/${month}/${year}`, { order: 'day-first' })).toEqual(expected);
        expect(readDay(`${month}/${day}/${year}`, { order: 'month-first' })).toEqual(expected);
        expect(
          readDay(`${Number(month)}/${Number(day)}/${year.slice(2)}`, { order: 'month-first' }),
        ).toEqual(expected);
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
    const dates = watchDates();
    for (const cell of cells) dates.see(cell);
    expect(dates.style().order).toBe(expected);
  });
});

describe('a column of numbers', () => {
  const styleOf = (cells: readonly string[]) => {
    const dates = watchDates();
    for (const cell of cells) dates.see(cell);
    return dates.style();
  };

  it.each([
    [['46112', '45384.34789', '', 'TBA', '0000-00-00'], true],
    [['1774915200'], true],
    [['46112', '2026-03-31'], false],
    [['46112', '31.03.2026'], false],
    [['46112', '12'], false],
    [[''], false],
  ] as const)('%j holds dates: %s', (cells, numbers) => {
    expect(styleOf(cells).numbers).toBe(numbers);
  });

  it('is read as days only then', () => {
    expect(readDay('46112')).toEqual({ fault: 'not-understood' });
    expect(readDay('46112', { numbers: true })).toEqual({ day: '2026-03-31' });
  });
});
