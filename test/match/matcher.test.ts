import { describe, expect, it } from 'vitest';
import type { Article, MatchRules } from '../../src/match/input.ts';
import { makeMatcher } from '../../src/match/matcher.ts';
import { type Barcode, toBarcode } from '../../src/model/barcode.ts';
import { sku } from '../plan/builders.ts';

const code = '9501101530003';

function article(number: string, more: Partial<Article> = {}): Article {
  return { supplier: 'acme', sku: sku(number), supplierSku: number, ...more };
}

function rules(
  ours: readonly string[],
  more: Partial<MatchRules> & { readonly codes?: Readonly<Record<string, string>> } = {},
): MatchRules {
  const codes = Object.entries(more.codes ?? {}).map(
    ([name, cell]) => [sku(name), new Set([toBarcode(cell) as Barcode])] as const,
  );
  return {
    skuMap: [],
    setAside: [],
    numberRules: new Map(),
    isOurs: (one) => ours.includes(one),
    barcodes: new Map(codes),
    ...more,
  };
}

/** What the first of the articles is matched to. */
function matched(given: MatchRules, ...articles: readonly [Article, ...Article[]]): string {
  const matches = makeMatcher(given, articles)(articles[0]);
  return matches.map((match) => `${match.sku} by ${match.way}`).join(', ');
}

const map = [{ supplier: 'acme', supplierSku: '100', sku: sku('CUP') }];
const prefix = new Map([['acme', { ours: 'ACM-' }]]);

describe('an article is matched', () => {
  it.each([
    [
      'by the map before all else',
      rules(['100', 'ACM-100'], { skuMap: map, numberRules: prefix }),
      'CUP by map',
    ],
    [
      'by the prefix before its bare number',
      rules(['100', 'ACM-100'], { numberRules: prefix }),
      'ACM-100 by prefix',
    ],
    ['by its number', rules(['100']), '100 by number'],
    [
      'by its number where the prefix leads nowhere',
      rules(['100'], { numberRules: prefix }),
      '100 by number',
    ],
    [
      'not by the prefix of another supplier',
      rules(['ACM-100'], { numberRules: new Map([['beta', { ours: 'ACM-' }]]) }),
      '',
    ],
    [
      'not by the map of another supplier',
      rules(['CUP'], { skuMap: [{ supplier: 'beta', supplierSku: '100', sku: sku('CUP') }] }),
      '',
    ],
    ['not by a number with other zeros', rules(['0100', '00100', '1OO']), ''],
    ['by its barcode', rules(['CUP'], { codes: { CUP: code } }), 'CUP by barcode'],
    [
      'by its number before its barcode',
      rules(['100', 'CUP'], { codes: { CUP: code } }),
      '100 by number',
    ],
    [
      'by no barcode of two SKUs',
      rules(['CUP', 'MUG'], { codes: { CUP: code, MUG: `0${code}` } }),
      '',
    ],
    [
      'by no barcode where it was set aside',
      rules(['CUP'], {
        codes: { CUP: code },
        setAside: [{ supplier: 'acme', supplierSku: '100' }],
      }),
      '',
    ],
  ])('%s', (_, given, expected) => {
    expect(matched(given, article('100', { barcode: `0${code}` }))).toBe(expected);
  });

  it('by a prefix of the supplier that ours have not, and by one for another', () => {
    const strip = rules(['100'], { numberRules: new Map([['acme', { theirs: 'SUP-' }]]) });
    expect(matched(strip, article('SUP-100'))).toBe('100 by prefix');
    const swap = rules(['ACM-100'], {
      numberRules: new Map([['acme', { theirs: 'SUP-', ours: 'ACM-' }]]),
    });
    expect(matched(swap, article('SUP-100'))).toBe('ACM-100 by prefix');
    expect(matched(swap, article('100'))).toBe('');
  });

  const byCode = rules(['CUP'], { codes: { CUP: code } });

  it.each([
    ['two articles of the supplier bear', [article('200', { barcode: code })]],
    ['belongs to a SKU that the supplier has by its number', [article('CUP')]],
  ])('by no barcode that %s', (_, others) => {
    expect(matched(byCode, article('100', { barcode: code }), ...others)).toBe('');
  });

  it('by a barcode that another supplier bears too', () => {
    const other = article('200', { supplier: 'beta', barcode: code });
    expect(matched(byCode, article('100', { barcode: code }), other)).toBe('CUP by barcode');
  });

  it('by no barcode where it is a pack, or the check digit is wrong', () => {
    expect(matched(byCode, article('100', { barcode: code, packSize: 6 }))).toBe('');
    expect(matched(byCode, article('100', { barcode: '9501101530004' }))).toBe('');
  });
});
