import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byBytes, toSku } from '../../src/model/sku.ts';

describe('a SKU', () => {
  it.each([
    [' A1 ', 'A1'],
    ['00123', '00123'],
    ['a b', 'a b'],
    ['\u200bA-2', 'A-2'],
    ['A-1\u00a0', 'A-1'],
    ['Cafe\u0301-7', 'Caf\u00e9-7'],
    ['\uff21-8', '\uff21-8'],
    ['\u0410-5', '\u0410-5'],
    ['80180000/WISMOT', '80180000/WISMOT'],
  ])('%j keeps all but the blanks around it', (text, expected) => {
    expect(toSku(text)).toBe(expected);
  });

  it.each(['', ' ', '\t', '\u00a0'])('is never blank: %j', (text) => {
    expect(toSku(text)).toBeUndefined();
  });
});

describe('the order of text', () => {
  it('is the order of its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(byBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 1000 },
    );
  });

  it('puts characters beyond the first plane behind all others', () => {
    expect(['😀', '\uffee', 'z', 'Z', '~'].toSorted(byBytes)).toEqual([
      'Z',
      'z',
      '~',
      '\uffee',
      '😀',
    ]);
  });
});
