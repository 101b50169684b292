import { describe, expect, it } from 'vitest';
import { differences, looseForm, visibleForm } from '../../src/match/spelling.ts';
import { asMangled, mangledForms } from '../../src/model/mangled.ts';

describe('two spellings of a SKU', () => {
  it.each([
    ['A-1', 'a-1', ['case']],
    ['A 1', 'A1', ['blanks']],
    ['TENT-2P', 'TENT_2P', ['dashes']],
    ['TENT-2P', 'TENT2P', ['dashes']],
    ['123', '00123', ['zeros']],
    ['B0X', 'BOX', ['look-alikes']],
    ['I00', '100', ['look-alikes']],
    ['A\u200b-2', 'A-2', ['invisible']],
    ['\u0410-5', 'A-5', ['alphabet']],
    ['Caf\u00e9-6', 'Cafe\u0301-6', ['unicode-form']],
    ['\uff21-8', 'A-8', ['unicode-form']],
    ['tent 2p', 'TENT-2P', ['blanks', 'dashes', 'case']],
  ])('%j and %j differ in %j', (a, b, expected) => {
    expect(looseForm(a)).toBe(looseForm(b));
    expect(differences(a, b)).toEqual(expected);
  });

  it.each([
    ['1-5', '15'],
    ['A-1', 'A-2'],
    ['A0012', 'A12'],
    ['XL', 'X1'],
    ['100', '1000'],
  ])('%j and %j are two articles', (a, b) => {
    expect(looseForm(a)).not.toBe(looseForm(b));
  });

  it('look the same but for their case whatever cannot be seen in them', () => {
    expect(visibleForm('A\u200b-2')).toBe(visibleForm('a-2'));
    expect(visibleForm('00123')).not.toBe(visibleForm('123'));
  });
});

describe('what a spreadsheet makes', () => {
  it.each([
    ['4010000123456', '4.01E+12'],
    ['4010000123456', '4,01000E+12'],
    ['100000', '1E+05'],
    ['3-1', '3-Jan'],
    ['3-1', '1-Mar'],
    ['MAR1', '1-Mar'],
    ['SEP-2', '2-Sep'],
    ['mar 1', 'Mar-01'],
  ])('of %j may be %j', (sku, mangled) => {
    expect(mangledForms(sku)).toContain(asMangled(mangled));
  });

  it.each([
    ['4010000123456', '4.02E+12'],
    ['3-4', '3-Jan'],
    ['TENT', '3-Jan'],
    ['15-20', '15-Jan'],
  ])('of %j is not %j', (sku, mangled) => {
    expect(mangledForms(sku)).not.toContain(asMangled(mangled));
  });

  it('is not every number: 123E4 is left as it is', () => {
    expect(asMangled('123E4')).toBeUndefined();
  });
});
