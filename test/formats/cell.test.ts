import { describe, expect, it } from 'vitest';
import { bareText } from '../../src/formats/cell.ts';

describe('a cell’s text', () => {
  it.each([
    ['="00123"', '00123'],
    ["'-3'", '-3'],
    ["'=1+1", '=1+1'],
    [' 00123 ', '00123'],
    ["O'Brien", "O'Brien"],
    ["'75008", '75008'],
    ["'00123'", '00123'],
    ["'", "'"],
    ["'tis", "'tis"],
    ["D'ARC-1", "D'ARC-1"],
    ['="a\nb"', 'a\nb'],
    ['\u00a0A-1\u200b', 'A-1'],
    ['\ufeff="7 "\t', '7'],
    ['=1+1', '=1+1'],
  ])('%j is freed from what spreadsheets wrap around it', (cell, expected) => {
    expect(bareText(cell)).toBe(expected);
  });
});
