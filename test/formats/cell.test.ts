import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareText, readFlag, readNumber, readQuantity, readWhole } from '../../src/formats/cell.ts';

const exact = (units: number) => ({ kind: 'exact', units });
const atLeast = (units: number) => ({ kind: 'at_least', units });

describe('a stock quantity', () => {
  it.each([
    ['123', 123],
    ['0', 0],
    ['1', 1],
    ['1,194.00', 1194],
    ['1.194,00', 1194],
    ['564.00', 564],
    ['564,00', 564],
    ['0000098', 98],
    [' 12 ', 12],
    ['="12"', 12],
    ['+7', 7],
    ['1 194', 1194],
    ['1\u00a0194', 1194],
    ['1\u202f194', 1194],
    ['1’194'.replace('’', "'"), 1194],
    ['1,194,000', 1194000],
    ['1.194.000', 1194000],
    ['1,194,000.00', 1194000],
    ['12.0', 12],
  ])('reads %j as a number', (cell, units) => {
    expect(readQuantity(cell)).toEqual(exact(units));
  });

  it.each([
    ['>30', 30],
    ['> 100', 100],
    ['>=30', 30],
    ['99+', 99],
    ['50+', 50],
    ['50 +', 50],
    ['10-20', 10],
    ['10 - 20', 10],
    ['>1,000', 1000],
  ])('reads %j as a lower bound', (cell, units) => {
    expect(readQuantity(cell)).toEqual(atLeast(units));
  });

  it.each(['Low', 'Low Stock', 'LOW', 'low stock', 'Limited'])(
    'reads %j as at least one',
    (cell) => {
      expect(readQuantity(cell)).toEqual(atLeast(1));
    },
  );

  it.each([
    'In Stock',
    'in stock',
    'IN STOCK',
    'Y',
    'yes',
    'true',
    'TRUE',
    'available',
    'auf Lager',
    'ja',
  ])('reads %j as some, nobody knows how many', (cell) => {
    expect(readQuantity(cell)).toEqual({ kind: 'unknown', units: 0 });
  });

  it.each(['Out of Stock', 'UNAVAILABLE', 'N', 'no', 'false', 'sold out', 'ausverkauft'])(
    'reads %j as none',
    (cell) => {
      expect(readQuantity(cell)).toEqual(exact(0));
    },
  );

  it.each(['-3', "'-3'", "'-3", '-1.00'])('calls %j negative', (cell) => {
    expect(readQuantity(cell)).toEqual({ fault: 'negative' });
  });

  it.each(['', '   ', '=""', '\u00a0', '\t'])('calls %j missing, not nought', (cell) => {
    expect(readQuantity(cell)).toEqual({ fault: 'missing' });
  });

  it.each([
    ...[
      'A*',
      'Call',
      'CALL',
      'B',
      'N/A',
      'n/a',
      '-',
      '--',
      'None',
      'not stocked',
      'parent',
      'pre-comanda',
      '2-3 zile',
    ],
    ...[
      '<5',
      '3-',
      '1.5',
      '12.5',
      '0,5',
      '12 pcs',
      'lots',
      '?',
      '#N/A',
      '#REF!',
      'null',
      'NaN',
      'Infinity',
      '1e3',
      '0x10',
    ],
    ...[
      '1,2,3',
      '1,19,400',
      '1.2.3',
      '--5',
      '5-',
      '>',
      '+',
      '1/2',
      '50%',
      '> lots',
      '9999999999999999999',
      '2026-12-04',
    ],
    ...['١٢', 'Ask us', '12;5', '5 or 6'],
  ])('does not guess what %j means', (cell) => {
    expect(readQuantity(cell)).toEqual({ fault: 'not-understood' });
  });

  it.each(['1.194', '12.500', '+1.194', '>1.000'])(
    'asks what %j means: thousands, or a part of one',
    (cell) => {
      expect(readQuantity(cell)).toMatchObject({ fault: 'ambiguous' });
    },
  );

  it('takes a supplier’s own words first', () => {
    const words = new Map([
      ['ask us', 0],
      ['plenty', 50],
      ['in stock', 7],
      ['a*', 0],
    ]);
    expect(readQuantity('Ask us', words)).toEqual(exact(0));
    expect(readQuantity(' PLENTY ', words)).toEqual(exact(50));
    expect(readQuantity('In Stock', words)).toEqual(exact(7));
    expect(readQuantity('A*', words)).toEqual(exact(0));
    expect(readQuantity('other', words)).toEqual({ fault: 'not-understood' });
  });

  it('takes a blank for nought only where the supplier’s words say so', () => {
    expect(readQuantity('', new Map([['', 0]]))).toEqual(exact(0));
  });

  it('reads every whole number back, however it is grouped', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(5), (units, zeros) => {
        expect(readQuantity(String(units))).toEqual(exact(units));
        expect(readQuantity(`${'0'.repeat(zeros)}${units}`)).toEqual(exact(units));
        expect(readQuantity(`${units}.00`)).toEqual(exact(units));
        expect(readQuantity(units.toLocaleString('en-US'))).toEqual(exact(units));
        expect(readQuantity(`${units.toLocaleString('en-US')}.00`)).toEqual(exact(units));
        expect(readQuantity(`${units.toLocaleString('de-DE')},00`)).toEqual(exact(units));
        expect(readQuantity(`>${units}`)).toEqual(atLeast(units));
        expect(readQuantity(`${units}+`)).toEqual(atLeast(units));
      }),
    );
  });

  it('never makes a number of a cell without a digit, save of a word for none or few', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcxyz ,.-+<>%#*/=\'"'), maxLength: 8 }),
        (cell) => {
          const read = readQuantity(cell);
          if ('units' in read) expect(cell.trim()).toMatch(/^["'=]*[xyn]["']*$/i);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => void readQuantity(cell)));
  });
});

describe('a whole number', () => {
  it('keeps its sign', () => {
    expect(readWhole('-3')).toBe(-3);
    expect(readWhole('-1,194')).toBe(-1194);
  });

  it('is no bound and no word', () => {
    for (const cell of ['>3', '3+', 'yes'])
      expect(readWhole(cell)).toEqual({ fault: 'not-understood' });
  });
});

describe('a number with decimals', () => {
  it.each([
    ['9.99', 9.99],
    ['9,99', 9.99],
    ['1,194.50', 1194.5],
    ['1.194,50', 1194.5],
    ['$199.99', 199.99],
    ['€ 9,50', 9.5],
    ['.5', 0.5],
    ['-2.50', -2.5],
    ['1,194', 1194],
    ['0.125', 0.125],
  ])('%s', (cell, expected) => {
    expect(readNumber(cell)).toBe(expected);
  });

  it.each(['', '-', 'free', '1.2.3', '1,2,3', '9.9.9,9', '1e5'])('%j is none', (cell) => {
    expect(readNumber(cell)).toBeUndefined();
  });
});

describe('a cell’s text', () => {
  it.each([
    ['="00123"', '00123'],
    ["'-3'", '-3'],
    ["'=1+1", '=1+1'],
    [' 00123 ', '00123'],
    ["O'Brien", "O'Brien"],
    ["'75008", "'75008"],
  ])('%j is freed from what spreadsheets wrap around it', (cell, expected) => {
    expect(bareText(cell)).toBe(expected);
  });
});

describe('a yes or no', () => {
  it.each(['1', 'true', 'Yes', 'Y', 'x', 'ja', 'discontinued', 'EOL'])('%j is yes', (cell) => {
    expect(readFlag(cell)).toBe(true);
  });
  it.each(['', '0', 'false', 'No', 'n', 'nein', 'active'])('%j is no', (cell) => {
    expect(readFlag(cell)).toBe(false);
  });
  it.each(['maybe', '2', 'soon'])('%j is neither', (cell) => {
    expect(readFlag(cell)).toBeUndefined();
  });
});
