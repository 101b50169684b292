import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/book/book.ts';
import { addStockFile, inBook } from '../../src/book/offers.ts';
import { offersAt } from '../../src/book/standing.ts';
import { type Day, parseDay } from '../../src/model/day.ts';
import type { Offer, StockFile } from '../../src/model/offer.ts';
import { byBytes, type Sku } from '../../src/model/sku.ts';

function day(text: string): Day {
  const parsed = parseDay(`2026-11-${text}`);
  if (parsed === undefined) throw new Error(`${text} is no day of November`);
  return parsed;
}

interface FileSketch {
  readonly supplier?: string;
  readonly file?: string;
  readonly coverage?: 'full' | 'changes';
  readonly hash?: string;
  /** Article to what its row says: a quantity, `?` where the row could not be read. */
  readonly rows: Readonly<Record<string, number | '?' | Partial<Offer>>>;
}

/** Acme's file of a day of November 2026, each file under a name and hash of its own. */
function fileOf(date: string, { rows, ...sketch }: FileSketch): StockFile {
  const supplier = sketch.supplier ?? 'acme';
  const file = sketch.file ?? `${supplier}-${date}.csv`;
  const offers = Object.entries(rows).flatMap(([name, said], i): Offer[] => {
    if (said === '?') return [];
    return [
      {
        supplier,
        sku: name as Sku,
        supplierSku: name,
        quantity: 0,
        quantityKind: 'exact',
        restocks: [],
        discontinued: false,
        place: { file, line: i + 2 },
        ...(typeof said === 'number' ? { quantity: said } : said),
      },
    ];
  });
  const unread = Object.entries(rows).flatMap(([name, said]) =>
    said === '?' ? [{ sku: name as Sku, supplierSku: name }] : [],
  );
  const hash = sketch.hash ?? `${file} ${JSON.stringify(rows)}`;
  return {
    supplier,
    asOf: day(date),
    file,
    hash,
    coverage: sketch.coverage ?? 'full',
    offers,
    unread,
    rows: offers.length + unread.length,
    leftOut: unread.length,
  };
}

type History = Pick<Book, 'files' | 'runs'>;

const nothing: History = { files: [], runs: [] };

function historyOf(...files: readonly StockFile[]): History {
  return files.reduce<History>(addStockFile, nothing);
}

/** The offers known on a day in few words: `A 5 of 2026-11-03`. */
function standing(history: History, date: string): string[] {
  const { offers, missing } = offersAt(history.files, history.runs, day(date));
  const known = offers.map(
    ({ supplier, sku, quantity, asOf }) => `${supplier} ${sku} ${quantity} of ${asOf}`,
  );
  const gone = missing.map(({ supplier, sku }) => `${supplier} ${sku} missing`);
  return [...known, ...gone].toSorted();
}

/** The history as the book writes it. */
function written({ files, runs }: History): object {
  return {
    files: files.toSorted((a, b) =>
      byBytes(a.supplier + a.asOf + a.file, b.supplier + b.asOf + b.file),
    ),
    runs: runs.toSorted(inBook),
  };
}

describe('the history of offers', () => {
  it('grows only by what changed', () => {
    const { runs, files } = historyOf(
      fileOf('01', { rows: { A: 5, B: 1 } }),
      fileOf('02', { rows: { A: 5, B: 2 } }),
      fileOf('03', { rows: { A: 5, B: 2 } }),
    );
    expect(files).toHaveLength(3);
    expect(runs.toSorted(inBook)).toMatchObject([
      { sku: 'A', since: '2026-11-01', seen: '2026-11-03', offer: { quantity: 5 } },
      { sku: 'B', since: '2026-11-01', seen: '2026-11-01', offer: { quantity: 1 } },
      { sku: 'B', since: '2026-11-02', seen: '2026-11-03', offer: { quantity: 2 } },
    ]);
  });

  it.each<readonly [string, Partial<Offer>]>([
    ['the restock date', { restocks: [{ day: day('20') }] }],
    ['the restock quantity', { restocks: [{ day: day('20'), quantity: 5 }] }],
    ['the kind of quantity', { quantityKind: 'at_least' }],
    ['the end of the article', { discontinued: true }],
    ['the release', { release: day('20') }],
    ['the cost', { unitCost: 2 }],
    ['the dispatch days', { dispatchDays: 3 }],
    ['the pack size', { packSize: 6 }],
  ])('takes a change of %s for a change', (_name, change) => {
    const { runs } = historyOf(
      fileOf('01', { rows: { A: 0 } }),
      fileOf('02', { rows: { A: change } }),
    );
    expect(runs).toHaveLength(2);
  });

  it('takes a row that moved within the file for no change', () => {
    const first = fileOf('01', { rows: { A: 5, B: 1 } });
    const second = fileOf('02', { rows: { B: 1, A: 5 } });
    expect(historyOf(first, second).runs).toHaveLength(2);
  });

  it('is the same when a file is read again', () => {
    const files = [fileOf('01', { rows: { A: 5 } }), fileOf('02', { rows: { A: 4, B: '?' } })];
    const once = historyOf(...files);
    expect(written(historyOf(...files, ...files))).toEqual(written(once));
  });

  it('replaces a file that was put right and read again under its name', () => {
    const wrong = fileOf('02', { rows: { A: 400, B: 1 } });
    const right = fileOf('02', { rows: { A: 4 } });
    const others = [fileOf('01', { rows: { A: 5 } }), fileOf('03', { rows: { A: 5 } })];
    expect(written(historyOf(...others, wrong, right))).toEqual(
      written(historyOf(...others, right)),
    );
  });

  it('keeps where an older offer was read when a file between is read late', () => {
    const files = ['01', '03', '02'].map((date) =>
      fileOf(date, { rows: { A: date === '02' ? 4 : 5 } }),
    );
    const { runs } = historyOf(...files);
    const places = runs.toSorted(inBook).map(({ since, offer }) => [since, offer?.place.file]);
    expect(places).toEqual([
      ['2026-11-01', 'acme-01.csv'],
      ['2026-11-02', 'acme-02.csv'],
      ['2026-11-03', 'acme-03.csv'],
    ]);
  });

  it('keeps suppliers apart', () => {
    const history = historyOf(
      fileOf('01', { rows: { A: 5 } }),
      fileOf('02', { supplier: 'beta', rows: { A: 7 } }),
      fileOf('03', { supplier: 'beta', rows: { B: 1 } }),
    );
    expect(standing(history, '03')).toEqual([
      'acme A 5 of 2026-11-01',
      'beta A missing',
      'beta B 1 of 2026-11-03',
    ]);
  });
});

describe('what stands on a day', () => {
  it('is the newest file of each supplier', () => {
    const history = historyOf(fileOf('01', { rows: { A: 5 } }), fileOf('03', { rows: { A: 4 } }));
    expect(standing(history, '03')).toEqual(['acme A 4 of 2026-11-03']);
    expect(standing(history, '09')).toEqual(['acme A 4 of 2026-11-03']);
  });

  it('is what was known then, on a day of the past', () => {
    const history = historyOf(
      fileOf('01', { rows: { A: 5, B: 1 } }),
      fileOf('03', { rows: { A: 4 } }),
      fileOf('05', { rows: { A: 4, C: 9 } }),
    );
    const byDay = ['01', '02', '03', '04', '05'].map((date) => standing(history, date));
    expect(byDay).toEqual([
      ['acme A 5 of 2026-11-01', 'acme B 1 of 2026-11-01'],
      ['acme A 5 of 2026-11-01', 'acme B 1 of 2026-11-01'],
      ['acme A 4 of 2026-11-03', 'acme B missing'],
      ['acme A 4 of 2026-11-03', 'acme B missing'],
      ['acme A 4 of 2026-11-05', 'acme B missing', 'acme C 9 of 2026-11-05'],
    ]);
    expect(standing(historyOf(fileOf('02', { rows: { A: 5 } })), '01')).toEqual([]);
  });

  it('is renewed by the same content at a later date', () => {
    const history = historyOf(
      fileOf('01', { rows: { A: 5 }, hash: 'same' }),
      fileOf('09', { rows: { A: 5 }, hash: 'same' }),
    );
    expect(standing(history, '09')).toEqual(['acme A 5 of 2026-11-09']);
    expect(standing(history, '08')).toEqual(['acme A 5 of 2026-11-01']);
  });

  it('has articles that come back', () => {
    const history = historyOf(
      fileOf('01', { rows: { A: 5 } }),
      fileOf('02', { rows: { B: 1 } }),
      fileOf('03', { rows: { A: 5, B: 1 } }),
    );
    expect(standing(history, '02')).toEqual(['acme A missing', 'acme B 1 of 2026-11-02']);
    expect(standing(history, '03')).toEqual(['acme A 5 of 2026-11-03', 'acme B 1 of 2026-11-03']);
  });

  it('keeps the last offer, with its own age, where a row could not be read', () => {
    const history = historyOf(
      fileOf('01', { rows: { A: 5, B: 1 } }),
      fileOf('02', { rows: { A: '?', B: 1 } }),
      fileOf('03', { rows: { A: '?', B: 1 } }),
    );
    expect(standing(history, '03')).toEqual(['acme A 5 of 2026-11-01', 'acme B 1 of 2026-11-03']);
  });

  it('knows of an article whose row never could be read that it is listed, and no more', () => {
    const history = historyOf(fileOf('01', { rows: { A: '?', B: 1 } }));
    const { offers, missing } = offersAt(history.files, history.runs, day('01'));
    expect(offers.map(({ sku, unread }) => [sku, unread])).toEqual([
      ['A', true],
      ['B', undefined],
    ]);
    expect(missing).toEqual([]);
  });

  it('keeps the day that a row states for itself', () => {
    const history = historyOf(
      fileOf('05', { rows: { A: { quantity: 5, asOf: day('03') }, B: 1 } }),
    );
    expect(standing(history, '05')).toEqual(['acme A 5 of 2026-11-03', 'acme B 1 of 2026-11-05']);
  });

  it('keeps the day that a row stated then, on a day of the past', () => {
    const history = historyOf(
      fileOf('03', { rows: { A: { quantity: 5, asOf: day('02') } } }),
      fileOf('09', { rows: { A: { quantity: 5, asOf: day('08') } } }),
    );
    expect(standing(history, '09')).toEqual(['acme A 5 of 2026-11-08']);
    expect(standing(history, '04')).toEqual(['acme A 5 of 2026-11-02']);
  });
});

describe('a supplier whose files are changes', () => {
  const changes = (date: string, rows: FileSketch['rows'], file?: string) =>
    fileOf(date, { coverage: 'changes', rows, ...(file !== undefined && { file }) });

  it('keeps the last offer of articles that are not in a file', () => {
    const history = historyOf(changes('01', { A: 5, B: 1 }), changes('03', { A: 4 }));
    const quantities = offersAt(history.files, history.runs, day('03')).offers.map(
      ({ sku, quantity }) => [sku, quantity],
    );
    expect(quantities.toSorted()).toEqual([
      ['A', 4],
      ['B', 1],
    ]);
    expect(offersAt(history.files, history.runs, day('03')).missing).toEqual([]);
  });

  it('is told of in any order', () => {
    const files = [
      changes('01', { A: 5, B: 1 }),
      changes('03', { A: 4 }),
      changes('02', { A: 9, C: 2 }),
    ];
    expect(written(historyOf(...files.toReversed()))).toEqual(written(historyOf(...files)));
  });

  it('counts the later name of two files of a day', () => {
    const files = [changes('01', { A: 5, B: 1 }, 'a.csv'), changes('01', { A: 4 }, 'b.csv')];
    for (const order of [files, files.toReversed()]) {
      const { offers } = offersAt(historyOf(...order).files, historyOf(...order).runs, day('01'));
      expect(offers.map(({ sku, quantity }) => [sku, quantity]).toSorted()).toEqual([
        ['A', 4],
        ['B', 1],
      ]);
    }
  });

  it('is told of in any order when the later file of a day has a row that cannot be read', () => {
    const files = [changes('01', { A: 5 }, 'a.csv'), changes('01', { A: '?' }, 'b.csv')];
    expect(written(historyOf(...files.toReversed()))).toEqual(written(historyOf(...files)));
  });

  it('keeps the last offer when the later file of a day has a row that cannot be read', () => {
    const history = historyOf(changes('01', { A: 5 }, 'a.csv'), changes('01', { A: '?' }, 'b.csv'));
    expect(standing(history, '01')).toEqual(['acme A 5 of 2026-11-01']);
  });
});

describe('two files of one supplier and day', () => {
  it('count by their names: the later', () => {
    const files = [
      fileOf('01', { file: 'a.csv', rows: { A: 5, B: 1 } }),
      fileOf('01', { file: 'b.csv', rows: { A: 4 } }),
    ];
    for (const order of [files, files.toReversed()]) {
      expect(
        standing(historyOf(...order), '01').filter((text) => !text.endsWith('missing')),
      ).toEqual(['acme A 4 of 2026-11-01']);
    }
  });
});

describe('the day on which an article ran out', () => {
  const first = (date: string, ...files: readonly StockFile[]) => {
    const history = historyOf(...files);
    const [known] = offersAt(history.files, history.runs, day(date)).offers;
    return known?.ranOutOn;
  };
  const a = (date: string, said: number | '?' | Partial<Offer>) =>
    fileOf(date, { rows: { A: said, Z: 1 } });
  const none = (date: string) => fileOf(date, { rows: { Z: 1 } });

  it('is the first day at nought after some', () => {
    expect(first('05', a('01', 5), a('02', 0), a('04', 0))).toBe('2026-11-02');
  });

  it('is not moved by a new restock date', () => {
    expect(first('05', a('01', 5), a('02', 0), a('04', { restocks: [{ day: day('20') }] }))).toBe(
      '2026-11-02',
    );
  });

  it('is the day of the first file when there was never any', () => {
    expect(first('05', a('02', 0), a('04', 0))).toBe('2026-11-02');
  });

  it('is unset while there is stock', () => {
    expect(first('05', a('01', 0), a('02', 5))).toBeUndefined();
    expect(first('05', a('01', 0), a('02', { quantityKind: 'unknown' }))).toBeUndefined();
    expect(
      first('05', a('01', 0), a('02', { quantity: 1, quantityKind: 'at_least' })),
    ).toBeUndefined();
  });

  it('is the last time of several', () => {
    expect(first('09', a('01', 5), a('02', 0), a('04', 3), a('05', 0), a('07', 0))).toBe(
      '2026-11-05',
    );
  });

  it('is the day on which it was gone from the file', () => {
    expect(first('05', a('01', 5), none('02'), a('04', 0))).toBe('2026-11-02');
  });

  it('is as known then, on a day of the past', () => {
    const files = [a('01', 5), a('02', 0), a('04', 3), a('05', 0)];
    expect(first('03', ...files)).toBe('2026-11-02');
    expect(first('04', ...files)).toBeUndefined();
    expect(first('05', ...files)).toBe('2026-11-05');
  });

  it('is not told by a row that could not be read', () => {
    expect(first('05', a('01', 5), a('02', '?'), a('03', 0))).toBe('2026-11-03');
  });
});

describe('whatever the order in which files are read', () => {
  const said = fc.oneof(fc.nat(2), fc.constant('?' as const));
  const someRows = fc.dictionary(fc.constantFrom('A', 'B', 'C'), said, { maxKeys: 3 });
  const someFiles = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b')), {
      selector: ([date, name]) => `${date}${name}`,
      maxLength: 6,
    })
    .chain((dates) =>
      fc.tuple(
        ...dates.map(([date, name]) =>
          someRows.map((rows) => fileOf(`0${date}`, { file: `${name}-0${date}.csv`, rows })),
        ),
      ),
    );
  const shuffled = someFiles.chain((files) =>
    fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
  );

  it('the same offers stand on every day', () => {
    fc.assert(
      fc.property(shuffled, ([files, other]) => {
        for (const date of ['01', '02', '03', '04', '05', '06', '07']) {
          const [one, two] = [historyOf(...files), historyOf(...other)];
          expect(standing(two, date)).toEqual(standing(one, date));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('what stands is what the newest file says, row by row', () => {
    fc.assert(
      fc.property(someFiles, fc.integer({ min: 1, max: 7 }), (files, date) => {
        const today = day(`0${date}`);
        // Of a day only the file of the later name counts.
        const counting = files
          .filter(({ asOf }) => asOf <= today)
          .toSorted((a, b) => byBytes(a.asOf + a.file, b.asOf + b.file))
          .filter(({ asOf }, i, all) => all[i + 1]?.asOf !== asOf);
        const newest = counting.at(-1);
        const history = historyOf(...files);
        const { offers } = offersAt(history.files, history.runs, today);
        for (const offer of newest?.offers ?? []) {
          const found = offers.find(({ sku }) => sku === offer.sku);
          expect(found).toMatchObject({ quantity: offer.quantity, asOf: newest?.asOf });
        }
        const speaksOf = new Set(
          [...(newest?.offers ?? []), ...(newest?.unread ?? [])].map(({ sku }) => sku),
        );
        for (const { sku } of offers) expect(speaksOf.has(sku)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('the book is the same', () => {
    fc.assert(
      fc.property(shuffled, ([files, other]) => {
        expect(written(historyOf(...other))).toEqual(written(historyOf(...files)));
      }),
      { numRuns: 200 },
    );
  });
});
