import { describe, expect, it } from 'vitest';
import { isDamagedBarcode, toBarcode } from '../../src/model/barcode.ts';

// Check digits worked out by hand by GS1's rule; 9501101530003 and 614141000036 are GS1's own examples.
describe('a barcode', () => {
  it.each([
    ['9501101530003', '09501101530003'],
    ['09501101530003', '09501101530003'],
    ['614141000036', '00614141000036'],
    ['0614141000036', '00614141000036'],
    ['="614141000036"', '00614141000036'],
    ['#614141000036#', '00614141000036'],
    ['9 501101 530003', '09501101530003'],
    ['96385074', '00000096385074'],
  ])('%j is %s', (cell, expected) => {
    expect(toBarcode(cell)).toBe(expected);
  });

  it.each([
    ['a wrong check digit', '9501101530004'],
    ['a lost leading zero', '14141000036'],
    ['what a spreadsheet left', '9.5011E+12'],
    ['zeros alone', '0000000000000'],
    ['a UPC for own use', '417350112466'],
    ['an EAN for own use', '2000000000008'],
    ['a short code for own use', '20000004'],
    ['words', 'none'],
    ['nothing', ''],
  ])('is not %s: %j', (_, cell) => {
    expect(toBarcode(cell)).toBeUndefined();
  });

  it('of a case is another than that of its unit', () => {
    // 1 + 950110153000 with its own check digit: 3*(1+5+1+0+5+0+0) + (9+0+1+1+3+0) = 36 + 14 = 50.
    expect(toBarcode('19501101530000')).toBe('19501101530000');
  });
});

describe('a damaged barcode', () => {
  it.each(['4.01E+12', '4,01e12', '36000291452', '1234567'])('%s is one', (cell) => {
    expect(isDamagedBarcode(cell)).toBe(true);
  });

  // None at all, a word, an ISBN of old, and whole ones; a wrong check digit does not show what was lost.
  it.each(['', 'n/a', '0', '0000000', '0306406152', '95011015', '9501101530003', '#9501101530004'])(
    '%s is none',
    (cell) => {
      expect(isDamagedBarcode(cell)).toBe(false);
    },
  );
});
