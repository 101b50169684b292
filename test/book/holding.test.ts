import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Book, emptyBook } from '../../src/book/book.ts';
import { acceptHeld, addJudged, heldFiles, judgeAgain } from '../../src/book/holding.ts';
import { toPages } from '../../src/book/pages.ts';
import { offersAt } from '../../src/book/standing.ts';
import type { GuardLimits } from '../../src/model/guard.ts';
import type { StockFile } from '../../src/model/offer.ts';
import type { Sku } from '../../src/model/sku.ts';
import { day } from '../plan/builders.ts';

const limits: GuardLimits = {
  maxTotalDrop: 0.5,
  maxTotalRise: 5,
  maxMissingSkus: 0.25,
  maxUnparsable: 0.25,
};

/** Acme's file of a day of November 2026: 25 articles of which each has `units`, but only the first `listed` are in it. */
function file(date: string, units: number, listed = 25, more: Partial<StockFile> = {}): StockFile {
  const name = `acme-${date}.csv`;
  return {
    supplier: 'acme',
    asOf: day(`2026-11-${date}`),
    file: name,
    hash: `${date}${units}${listed}-reading`,
    coverage: 'full',
    offers: Array.from({ length: listed }, (_, i) => ({
      supplier: 'acme',
      sku: `S${i + 1}` as Sku,
      supplierSku: `S${i + 1}`,
      quantity: units,
      quantityKind: 'exact' as const,
      restocks: [],
      discontinued: false,
      place: { file: name, line: i + 2 },
    })),
    unread: [],
    rows: listed,
    leftOut: 0,
    ...more,
  };
}

function bookOf(...files: readonly StockFile[]): Book {
  return files.reduce((book, stock) => addJudged(book, stock, limits), emptyBook);
}

const today = day('2026-11-30');

/** How many articles stand with how many units each. */
function standing({ files, runs }: Book, date = '30'): string {
  const { offers } = offersAt(files, runs, day(`2026-11-${date}`));
  const [first] = offers;
  return `${offers.length} × ${first?.quantity ?? 0} of ${first?.asOf ?? 'no day'}`;
}

function holds(book: Book): string[] {
  return heldFiles(book, today).map(
    ({ record, lastGood, since, isStanding }) =>
      `${record.file} ${isStanding ? 'stands' : 'passed'} ${lastGood ?? 'nothing'} ${since}`,
  );
}

describe('a file that is held back', () => {
  it('leaves the last good stock in force, which ages', () => {
    const book = bookOf(file('20', 10), file('22', 10, 3));
    expect(standing(book)).toBe('25 × 10 of 2026-11-20');
    expect(holds(book)).toEqual(['acme-22.csv stands 2026-11-20 2026-11-22']);
  });

  it('is not what later files are judged by', () => {
    const book = bookOf(file('20', 10), file('22', 10, 3), file('23', 10, 3));
    expect(standing(book)).toBe('25 × 10 of 2026-11-20');
    expect(holds(book)).toEqual([
      'acme-22.csv passed 2026-11-20 2026-11-22',
      'acme-23.csv stands 2026-11-20 2026-11-22',
    ]);
  });

  it('gives way to a later good one', () => {
    const book = bookOf(file('20', 10), file('22', 10, 3), file('23', 9));
    expect(standing(book)).toBe('25 × 9 of 2026-11-23');
    expect(standing(book, '22')).toBe('25 × 10 of 2026-11-20');
    expect(holds(book)).toEqual(['acme-22.csv passed 2026-11-20 2026-11-22']);
  });

  it('keeps apart from other suppliers', () => {
    const other = (stock: StockFile): StockFile => ({
      ...stock,
      supplier: 'beta',
      offers: stock.offers.map((offer) => ({ ...offer, supplier: 'beta' })),
    });
    const book = bookOf(file('20', 10), other(file('21', 500)), file('22', 10, 3));
    expect(book.files.map(({ supplier }) => supplier)).toEqual(['acme', 'beta']);
    expect(holds(book)).toEqual(['acme-22.csv stands 2026-11-20 2026-11-22']);
  });

  it('under the name and day of a good one leaves that in force', () => {
    const morning = file('20', 10);
    const noon = file('20', 10, 3, { file: morning.file });
    const book = bookOf(morning, noon);
    expect(standing(book)).toBe('25 × 10 of 2026-11-20');
    expect(holds(book)).toEqual(['acme-20.csv stands 2026-11-20 2026-11-20']);
    const evening = file('20', 8, 25, { file: morning.file });
    expect(holds(addJudged(book, evening, limits))).toEqual([]);
  });

  it('is not judged by a wrong reading of its own bytes', () => {
    // The column was misread at first: a thousand times too much.
    const wrong = file('20', 10_000, 25, { hash: 'bytes-one' });
    const right = file('20', 10, 25, { hash: 'bytes-two' });
    const book = addJudged(bookOf(wrong), right, limits);
    expect(standing(book)).toBe('25 × 10 of 2026-11-20');
    expect(holds(book)).toEqual([]);
  });

  it('takes what its own bytes were read as before with it', () => {
    const readable = file('22', 9, 25, { hash: 'bytes-one' });
    const unreadable = file('22', 9, 10, { hash: 'bytes-two', rows: 25, leftOut: 15 });
    const book = addJudged(bookOf(file('20', 10), readable), unreadable, limits);
    expect(standing(book)).toBe('25 × 10 of 2026-11-20');
    expect(holds(book)).toEqual(['acme-22.csv stands 2026-11-20 2026-11-22']);
  });

  it('counts once looser limits let it', () => {
    const book = bookOf(file('20', 10), file('22', 4));
    expect(standing(judgeAgain(book, limits))).toBe('25 × 10 of 2026-11-20');
    const looser = judgeAgain(book, { ...limits, maxTotalDrop: 0.6 });
    expect(standing(looser)).toBe('25 × 4 of 2026-11-22');
    expect(holds(looser)).toEqual([]);
  });

  it('holds a new supplier back that is mostly unreadable', () => {
    const book = bookOf(file('22', 10, 18, { rows: 25, leftOut: 7 }));
    expect(standing(book)).toBe('0 × 0 of no day');
    expect(holds(book)).toEqual(['acme-22.csv stands nothing 2026-11-22']);
    const readable = file('22', 10, 25, { hash: '221018-otherwise' });
    expect(holds(addJudged(book, readable, limits))).toEqual([]);
  });
});

describe('a file that is accepted', () => {
  const held = file('22', 10, 3);
  const accept = (book: Book) => {
    const [record] = book.held.files.filter(({ file: name }) => name === held.file);
    if (!record) throw new Error('nothing is held');
    return acceptHeld(book, record, limits);
  };

  it('is the stock by which later ones are judged', () => {
    const book = accept(bookOf(file('20', 10), held, file('23', 10, 3)));
    expect(standing(book)).toBe('3 × 10 of 2026-11-23');
    expect(holds(book)).toEqual([]);
    expect(book.held.runs).toEqual([]);
  });

  it('stays so when an older file comes late', () => {
    const book = addJudged(accept(bookOf(file('20', 10), held)), file('21', 11), limits);
    expect(standing(book)).toBe('3 × 10 of 2026-11-22');
    expect(standing(book, '21')).toBe('25 × 11 of 2026-11-21');
  });

  it('stays so when it is read in another way, but not with another content', () => {
    const accepted = accept(bookOf(file('20', 10), held));
    const otherwise = file('22', 10, 3, { hash: held.hash.replace('reading', 'otherwise') });
    expect(holds(addJudged(accepted, otherwise, limits))).toEqual([]);
    const otherContent = file('22', 90, 2, { file: held.file });
    expect(holds(addJudged(accepted, otherContent, limits))).toEqual([]);
    expect(addJudged(accepted, otherContent, limits).files.some((one) => one.accepted)).toBe(false);
  });

  it('is the same book whether an older good file was read before or after', () => {
    const before = accept(bookOf(file('20', 10), file('21', 11), held));
    const after = addJudged(accept(bookOf(file('20', 10), held)), file('21', 11), limits);
    expect(toPages(after)).toEqual(toPages(before));
  });
});

describe('whatever the order in which files are read', () => {
  it('a truncated file read first is held back once an older one is there', () => {
    const files = [file('20', 10), file('22', 10, 3)];
    expect(toPages(bookOf(...files.toReversed()))).toEqual(toPages(bookOf(...files)));
  });

  it('a file that was held back counts once the step before it is there', () => {
    const files = [file('20', 10), file('21', 6), file('22', 4)];
    const book = bookOf(file('20', 10), file('22', 4), file('21', 6));
    expect(holds(bookOf(file('20', 10), file('22', 4)))).toHaveLength(1);
    expect(toPages(book)).toEqual(toPages(bookOf(...files)));
  });

  it('the book is the same', () => {
    const sketch = fc.record({
      units: fc.integer({ min: 0, max: 60 }),
      listed: fc.integer({ min: 0, max: 25 }),
    });
    const files = fc
      .array(sketch, { minLength: 1, maxLength: 6 })
      .map((all) => all.map(({ units, listed }, i) => file(`0${i + 1}`, units, listed)));
    const orders = files.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(orders, ([all, other]) => {
        // On which line a past offer stood may be forgotten; what was said on which day may not.
        const withoutLines = (book: Book) =>
          toPages(book).map(({ rows }) => rows.map((row) => ({ ...row, line: undefined })));
        expect(withoutLines(bookOf(...other))).toEqual(withoutLines(bookOf(...all)));
      }),
      { numRuns: 100 },
    );
  });

  it('a file read again changes nothing', () => {
    const files = [file('20', 10), file('22', 10, 3), file('23', 9), file('24', 0)];
    const book = bookOf(...files);
    for (const stock of files)
      expect(toPages(addJudged(book, stock, limits))).toEqual(toPages(book));
  });
});
