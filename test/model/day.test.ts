import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  laterDay,
  parseDay,
  spellDay,
  workingDaysAfter,
} from '../../src/model/day.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

const someDay = fc
  .integer({ min: 0, max: 60_000 })
  .map((count) => day(new Date(Date.UTC(1990, 0, 1 + count)).toISOString().slice(0, 10)));

/** Days since 1970, by the calendar of Greenwich: no clock is put forward or back there. */
const count = (of: Day) => Date.parse(`${of}T00:00:00Z`) / 86_400_000;

const none: ReadonlySet<Day> = new Set();

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    ...[
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
      '2026-01-32',
      '2026-04-31',
    ],
    ...['2026-1-1', '20260101', '2026-01-01T00:00', ' 2026-01-01', '', 'today', '1970-01-01x'],
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it.each(['0026-11-03', '1899-12-31', '0000-01-01'])('%s has a broken year', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('is made of year, month and day', () => {
    expect(dayOf(2026, 2, 3)).toBe('2026-02-03');
    expect(dayOf(2026, 2, 30)).toBeUndefined();
    expect(dayOf(2026, 0, 1)).toBeUndefined();
    expect(dayOf(26, 1, 1)).not.toBe('2026-01-01');
  });

  it('is counted by the calendar, over any change of clocks', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -800, max: 800 }), (from, steps) => {
        const to = addDays(from, steps);
        expect(count(to) - count(from)).toBe(steps);
        expect(daysBetween(from, to)).toBe(steps);
        expect(laterDay(from, to)).toBe(steps > 0 ? to : from);
      }),
    );
  });

  it('is not later than the end of the year 9999, so that text order stays date order', () => {
    expect(addDays(day('2026-11-23'), 1e9)).toBe('9999-12-31');
    expect(workingDaysAfter(day('2026-11-23'), 1e9, none)).toBe('9999-12-31');
  });

  it('is spelled for people', () => {
    expect(spellDay(day('2026-12-08'))).toBe('8 Dec 2026');
    expect(spellDay(day('2027-01-19'))).toBe('19 Jan 2027');
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-29', 0, '2026-11-30'],
    ['2026-11-29', 2, '2026-12-01'],
    ['2026-12-04', 2, '2026-12-08'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('after %s, %i of them: %s', (from, steps, expected) => {
    expect(workingDaysAfter(day(from), steps, none)).toBe(expected);
  });

  it('leave out holidays, also on the last step', () => {
    const holidays = new Set([day('2026-12-25'), day('2026-12-28'), day('2027-01-01')]);
    expect(workingDaysAfter(day('2026-12-24'), 0, holidays)).toBe('2026-12-24');
    expect(workingDaysAfter(day('2026-12-25'), 0, holidays)).toBe('2026-12-29');
    expect(workingDaysAfter(day('2026-12-24'), 1, holidays)).toBe('2026-12-29');
    expect(workingDaysAfter(day('2026-12-31'), 1, holidays)).toBe('2027-01-04');
    // A holiday on a weekend changes nothing.
    expect(workingDaysAfter(day('2026-11-27'), 1, new Set([day('2026-11-28')]))).toBe('2026-11-30');
  });

  it('are as many as were asked for, and the last of them is one', () => {
    const someHolidays = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 0, max: 20 }),
        someHolidays,
        (from, steps, offsets) => {
          const holidays = new Set(offsets.map((offset) => addDays(from, offset)));
          const last = workingDaysAfter(from, steps, holidays);
          // Thursday 1 January 1970 was day 0: 2 and 3 of each week are its weekend.
          const works = (of: Day) =>
            ![2, 3].includes(((count(of) % 7) + 7) % 7) && !holidays.has(of);
          let passed = 0;
          for (let on = addDays(from, 1); on <= last; on = addDays(on, 1))
            if (works(on)) passed += 1;
          expect(works(last)).toBe(true);
          if (steps > 0 || works(from)) expect(passed).toBe(steps);
          else expect(passed).toBe(1);
        },
      ),
    );
  });
});
