import { describe, expect, it } from 'vitest';
import {
  federalHolidays,
  usWorkingDaysAfter,
  weekdaysAfter,
} from '../../src/model/working-days.ts';
import { day } from '../plan/builders.ts';

describe('US federal holidays', () => {
  it('are eleven, moved off the weekend', () => {
    expect(federalHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
    expect(federalHolidays(2027)).toEqual(
      expect.arrayContaining([
        '2027-01-18',
        '2027-02-15',
        '2027-06-18',
        '2027-07-05',
        '2027-12-24',
      ]),
    );
  });

  it('count on the last day of a year when the next begins on a Saturday', () => {
    expect(federalHolidays(2028)[0]).toBe('2027-12-31');
    expect(usWorkingDaysAfter(day('2027-12-30'), 1)).toBe('2028-01-03');
  });

  it('are working days elsewhere', () => {
    expect(usWorkingDaysAfter(day('2026-11-25'), 1)).toBe('2026-11-27');
    expect(weekdaysAfter(day('2026-11-25'), 1)).toBe('2026-11-26');
    expect(weekdaysAfter(day('2026-11-27'), 1)).toBe('2026-11-30');
  });

  it('know a Memorial Day on the last of the month', () => {
    expect(federalHolidays(2027)).toContain('2027-05-31');
    expect(federalHolidays(2025)).toContain('2025-05-26');
  });
});
