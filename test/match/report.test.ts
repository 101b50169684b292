import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/match/input.ts';
import { proposeMappings } from '../../src/match/proposal.ts';
import { reportMatches } from '../../src/match/report.ts';
import { type Sku, toSku } from '../../src/model/sku.ts';

type Pair = readonly [sku: string, title?: string];

function report(ours: readonly Pair[], theirs: readonly Pair[]) {
  const own = new Map(
    ours.map(([name, title], i) => {
      const sku = toSku(name) as Sku;
      return [sku, { sku, title, place: { file: 'shop.csv', line: i + 2 }, isWanted: true }];
    }),
  );
  const articles = theirs.map(
    ([number, title], i): Article => ({
      supplier: 'acme',
      sku: toSku(number) as Sku,
      supplierSku: number,
      title,
      place: { file: 'acme.csv', line: i + 2 },
    }),
  );
  const rules = { skuMap: [], setAside: [], numberRules: new Map(), barcodes: new Map() };
  return reportMatches({ own, articles, rules: { ...rules, isOurs: (sku) => own.has(sku) } });
}

/** Our SKUs without a supplier, each with its candidates: `123: 00123 spelling`. */
function nearest(ours: readonly Pair[], theirs: readonly Pair[]): string[] {
  return report(ours, theirs).unmatched.map(
    ({ own, candidates }) =>
      `${own.sku}: ${candidates.map(({ supplierSku, likeness }) => `${supplierSku} ${likeness.by}`).join(', ')}`,
  );
}

/** Proposed lines: `00123 = 123`, open ones `00123 = `. */
function proposed(ours: readonly Pair[], theirs: readonly Pair[]): string[] {
  return proposeMappings(report(ours, theirs)).map(
    ({ candidate, sku }) => `${candidate.supplierSku} = ${sku ?? ''}`,
  );
}

describe('a SKU that no supplier has', () => {
  it('is named with the number that has kept its zeros; 007 and 7 are two articles', () => {
    const theirs: Pair[] = [['00123'], ['0045'], ['007'], ['7']];
    expect(nearest([['123'], ['45'], ['007']], theirs)).toEqual([
      '123: 00123 spelling',
      '45: 0045 spelling',
    ]);
  });

  it.each([
    ['part of its number', 'ACM-4711', '4711', 'part'],
    ['its number within another', '4711', 'ACM-4711', 'part'],
    ['a letter missing', 'STOVE-1', 'STOV-1', 'typing'],
    ['two letters swapped', 'STOVE-1', 'STOEV-1', 'typing'],
    ['a spreadsheet number', '4.01E+12', '4010000123456', 'spreadsheet'],
    ['a spreadsheet date', '1-Mar', 'MAR1', 'spreadsheet'],
  ])('is near for %s', (_, own, number, by) => {
    expect(nearest([[own]], [[number]])).toEqual([`${own}: ${number} ${by}`]);
  });

  it.each([
    ['another digit', 'STOVE-1', 'STOVE-2'],
    ['another number', '4711', '4712'],
    ['another word', 'TENT', 'LAMP'],
  ])('is not near for %s', (_, own, number) => {
    expect(nearest([[own]], [[number]])).toEqual([]);
  });

  it('is near to what is another SKU already where it is spelt so, and to nothing else of that', () => {
    const [found] = report([['MUG-1'], ['mug-1']], [['MUG-1']]).unmatched;
    expect(found?.own.sku).toBe('mug-1');
    expect(found?.candidates).toMatchObject([{ supplierSku: 'MUG-1', takenAs: 'MUG-1' }]);
    expect(
      nearest(
        [
          ['STOVE-1', 'Stove'],
          ['STOV-1', 'Stove'],
        ],
        [['STOVE-1', 'Stove']],
      ),
    ).toEqual([]);
    expect(proposed([['MUG-1'], ['mug-1']], [['MUG-1']])).toEqual([]);
  });

  it('is near by the words of its title, in whatever order, and not for one word among many', () => {
    const theirs: Pair[] = [
      ['1', 'Fjord Tent, green'],
      ['2', 'Tent pegs, box of ten, steel'],
    ];
    expect(nearest([['X', 'Tent Fjord green']], theirs)).toEqual(['X: 1 title']);
  });

  it('is not near by a number alone when the titles have no word in common', () => {
    expect(nearest([['ACM-4711', 'Tent']], [['4711', 'Cup']])).toEqual([]);
    expect(nearest([['ACM-4711', 'Tent']], [['4711', 'Tent']])).toEqual(['ACM-4711: 4711 part']);
  });

  it('shows three candidates at most', () => {
    const theirs: Pair[] = ['1', '2', '3', '4'].map((number) => [number, 'Green tent']);
    expect(report([['X', 'Tent green']], theirs).unmatched[0]?.candidates).toHaveLength(3);
  });

  it('tells the prefix where three numbers follow it, not where one does', () => {
    const rule = (ours: readonly Pair[]) =>
      report(ours, [['4711'], ['4712'], ['4713']]).unmatched[0]?.candidates[0]?.likeness;
    expect(rule([['ACM-4711'], ['ACM-4712'], ['ACM-4713']])).toEqual({
      by: 'part',
      rule: { ours: 'ACM-' },
    });
    expect(rule([['ACM-4711']])).toEqual({ by: 'part' });
  });
});

describe('a proposed line', () => {
  it.each<[string, Pair[], Pair[], string[]]>([
    ['is filled in for the only spelling', [['123']], [['00123']], ['00123 = 123']],
    [
      'is open where two articles are spelt so',
      [['123']],
      [['0123'], ['00123']],
      ['0123 = ', '00123 = '],
    ],
    [
      'is open where another SKU of ours is spelt so',
      [['123'], ['0123']],
      [['0123'], ['00123']],
      ['00123 = '],
    ],
    ['is open for letters that only look alike', [['BOX']], [['B0X']], ['B0X = ']],
    ['is open for titles', [['X', 'Green tent']], [['1', 'Tent green']], ['1 = ']],
    ['is not there for what is matched', [['A']], [['A'], ['B']], []],
  ])('%s', (_, ours, theirs, expected) => {
    expect(proposed(ours, theirs)).toEqual(expected);
  });
});

it('numbers of one file that differ in case alone are named, other articles are not', () => {
  const { alike } = report([], [['A-1'], ['a-1'], ['A-2'], ['00123'], ['123']]);
  expect(alike.map(({ first, second }) => [first.supplierSku, second.supplierSku])).toEqual([
    ['A-1', 'a-1'],
  ]);
});
