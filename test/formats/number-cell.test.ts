import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, readWhole, watchNumbers } from '../../src/formats/number-cell.ts';

describe('a whole number', () => {
  it('keeps its sign', () => {
    expect(readWhole('-3')).toBe(-3);
    expect(readWhole('-1,194.00')).toBe(-1194);
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
    ['12.50 USD', 12.5],
    ['EUR 1.299,00', 1299],
    ['1.299,00 zł', 1299],
    ['1 299,00 руб.', 1299],
    ["1'299.50", 1299.5],
    ['0000.500', 0.5],
    ['1234.567', 1234.567],
    ['1999.00 RSD', 1999],
    ['0.125', 0.125],
  ])('%s', (cell, expected) => {
    expect(readNumber(cell)).toBe(expected);
  });

  it.each([
    ['1.194', 'point', 1.194],
    ['1.194', 'comma', 1194],
    ['1,194', 'point', 1194],
    ['1,194', 'comma', 1.194],
  ] as const)('%j with a decimal %s is %d', (cell, style, expected) => {
    expect(readNumber(cell, style)).toBe(expected);
  });

  it.each(['1.194', '1,194', '$1,194'])('%j alone may be two', (cell) => {
    expect(readNumber(cell)).toBeUndefined();
  });

  it.each(['', '-', 'free', '1.2.3', '1,2,3', '9.9.9,9', '1e5'])('%j is none', (cell) => {
    expect(readNumber(cell)).toBeUndefined();
  });
});

describe('the style of a file’s numbers', () => {
  const styleOf = (cells: readonly string[], delimiter?: string) => {
    const numbers = watchNumbers(delimiter);
    for (const cell of cells) numbers.see(cell);
    return numbers.style();
  };

  it.each([
    [['1.234', '9,99'], 'comma'],
    [['1,234', '9.99'], 'point'],
    [['1.234,50'], 'comma'],
    [['1,234.50'], 'point'],
    [['1,234,567'], 'point'],
    [['1.234.567'], 'comma'],
    [["1'234.50"], 'point'],
    [['1 234,50'], 'comma'],
    [['0,500'], 'comma'],
    [['1234.500'], 'point'],
    [['€ 9,50', '12'], 'comma'],
    [['> 1.000,00'], 'comma'],
    [['1.234', '1,234', '12', '', 'Call', '12.03.2026', '10:30'], undefined],
    [['9,99', '9.99'], undefined],
    [[], undefined],
  ] as const)('%j is %s', (cells, style) => {
    expect(styleOf(cells)).toBe(style);
  });

  it('is a decimal point in a file delimited by commas, unless a number shows the other', () => {
    expect(styleOf(['1,234', '12'], ',')).toBe('point');
    expect(styleOf(['1.234', '9,99'], ',')).toBe('comma');
    expect(styleOf(['9.99', '9,99'], ',')).toBeUndefined();
    expect(styleOf(['1.234'], ';')).toBeUndefined();
  });

  it('is none in a file delimited by commas where three noughts stand behind each, and nothing else tells', () => {
    expect(styleOf(['12,000', '5,000', '150,000'], ',')).toBeUndefined();
    expect(styleOf(['12,000', '0', '5,000'], ',')).toBeUndefined();
    expect(styleOf(['12,000', '1,194'], ',')).toBe('point');
    expect(styleOf(['12,000', '1,194.00'], ',')).toBe('point');
    expect(styleOf(['12,000', '7'], ',')).toBe('point');
    expect(styleOf(['12,000', '> 50'], ',')).toBe('point');
    expect(styleOf(['12,000', '9.99'], ',')).toBe('point');
    expect(styleOf(['12,000', '9,99'], ',')).toBe('comma');
    expect(styleOf(['12,000', '0,500'], ',')).toBe('comma');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        watchNumbers().see(cell);
        readNumber(cell);
        readWhole(cell);
      }),
    );
  });
});
