import { describe, expect, it } from 'vitest';
import { mergeAnswers, standingAt, toldRuns } from '../../src/book/answers.ts';
import type { StockHistory } from '../../src/book/book.ts';
import { addStockFile } from '../../src/book/offers.ts';
import type { Answer } from '../../src/model/answer.ts';
import { supplierRecords } from '../../src/suppliers/record.ts';
import { day, offer, sku } from '../plan/builders.ts';

type Sketch = Parameters<typeof offer>[0];

/** A row of a file, which states no day of its own. */
const row = (sketch: Sketch) => ({ ...offer(sketch), asOf: undefined });

/** A history of acme's files: the day of each, and what it says of X; null: it does not list it. */
function history(
  files: Readonly<Record<string, Sketch | null>>,
  coverage: 'full' | 'changes' = 'full',
): StockHistory {
  return Object.entries(files).reduce<StockHistory>(
    (known, [date, sketch]) => {
      const file = `acme-${date}.csv`;
      // Other articles are in every file: an empty one would say nothing of them.
      const offers = [row({ sku: 'OTHER', quantity: 9, place: { file, line: 2 } })];
      if (sketch) offers.push(row({ ...sketch, place: { file, line: 3 } }));
      const asOf = day(date);
      const rest = { supplier: 'acme', coverage, hash: date, unread: [], rows: 2, leftOut: 0 };
      return addStockFile(known, { ...rest, asOf, file, offers });
    },
    { files: [], runs: [] },
  );
}

interface AnswerSketch extends Partial<Omit<Answer, 'asOf' | 'restockDate' | 'sku'>> {
  readonly sku?: string;
  readonly asOf?: string;
  readonly restockDate?: string;
}

function answer({ asOf = '2026-11-16', restockDate, ...rest }: AnswerSketch): Answer {
  return {
    supplier: 'acme',
    supplierSku: rest.sku ?? 'X',
    fileAsOf: day(asOf),
    place: { file: `answers-${asOf}.csv`, line: 2 },
    ...rest,
    sku: sku(rest.sku ?? 'X'),
    asOf: day(asOf),
    restockDate: restockDate === undefined ? undefined : day(restockDate),
  };
}

/** What stands of X on a day, in few words: `0 of 2026-11-16, 2026-12-04 x 20`. */
function standing(known: StockHistory, answers: readonly Answer[], today: string): string {
  const { offers } = standingAt({ ...known, answers }, day(today));
  const found = offers.filter((one) => one.sku === 'X');
  return found
    .map(({ quantity, quantityKind, asOf, restocks, discontinued, unread, place }) =>
      [
        `${unread ? 'unread' : quantityKind === 'exact' ? quantity : quantityKind} of ${asOf}`,
        ...restocks.map(
          (one) => `${one.day}${one.quantity === undefined ? '' : ` x ${one.quantity}`}`,
        ),
        ...(discontinued ? ['discontinued'] : []),
        ...(place.file.startsWith('answers') ? ['answered'] : []),
      ].join(', '),
    )
    .join(' + ');
}

const out = { quantity: 0 };
const date = '2026-12-04';

describe('an answered date', () => {
  it('counts from the day of the answer on', () => {
    const known = history({ '2026-11-09': out });
    const told = [answer({ restockDate: date, restockQuantity: 20 })];
    expect(standing(known, told, '2026-11-15')).toBe('0 of 2026-11-09');
    expect(standing(known, told, '2026-11-16')).toBe('0 of 2026-11-09, 2026-12-04 x 20, answered');
  });

  it('goes before what a file of its day or an older one states', () => {
    const stated = { restocks: ['2026-11-27 x 5'] };
    const told = [answer({ restockDate: date, restockQuantity: 20 })];
    const expected = '0 of 2026-11-16, 2026-12-04 x 20, answered';
    expect(standing(history({ '2026-11-16': stated }), told, '2026-11-23')).toBe(expected);
  });

  it('moves the one arrival that a file states, with its quantity', () => {
    const told = [answer({ restockDate: date })];
    const one = history({ '2026-11-16': { restocks: ['2026-11-27 x 5'] } });
    expect(standing(one, told, '2026-11-23')).toBe('0 of 2026-11-16, 2026-12-04 x 5, answered');
    const two = history({ '2026-11-16': { restocks: ['2026-11-20 x 5', '2026-11-27 x 7'] } });
    expect(standing(two, told, '2026-11-23')).toBe('0 of 2026-11-16, 2026-12-04, answered');
  });

  it('stays under later files that state no date and show no more stock', () => {
    const known = history({ '2026-11-16': { quantity: 3 }, '2026-11-23': { quantity: 3 } });
    const less = history({ '2026-11-16': { quantity: 3 }, '2026-11-23': { quantity: 1 } });
    const told = [answer({ restockDate: date })];
    expect(standing(known, told, '2026-11-23')).toBe('3 of 2026-11-23, 2026-12-04, answered');
    expect(standing(less, told, '2026-11-23')).toBe('1 of 2026-11-23, 2026-12-04, answered');
  });

  it('ends with a later file that shows more: the goods have come', () => {
    const known = history({ '2026-11-16': out, '2026-11-23': { quantity: 1 }, '2026-11-24': out });
    const told = [answer({ restockDate: date })];
    expect(standing(known, told, '2026-11-23')).toBe('1 of 2026-11-23');
    expect(standing(known, told, '2026-11-24')).toBe('0 of 2026-11-24');
  });

  it('compares with the stock that was answered, where it was', () => {
    const known = history({ '2026-11-16': out, '2026-11-23': { quantity: 4 } });
    const told = (quantity: number) => [answer({ restockDate: date, quantity })];
    expect(standing(known, told(4), '2026-11-23')).toBe('4 of 2026-11-23, 2026-12-04, answered');
    expect(standing(known, told(3), '2026-11-23')).toBe('4 of 2026-11-23');
  });

  it('ends with a later file that states another date', () => {
    const known = history({ '2026-11-16': out, '2026-11-23': { restocks: ['2026-12-11'] } });
    expect(standing(known, [answer({ restockDate: date })], '2026-11-23')).toBe(
      '0 of 2026-11-23, 2026-12-11',
    );
  });

  it('stays where a later file goes on stating the date that it replaced', () => {
    const passed = { restocks: ['2026-11-13 x 5'] };
    const known = history({ '2026-11-16': passed, '2026-11-17': passed, '2026-11-18': out });
    const back = addStockFile(known, {
      ...{ supplier: 'acme', coverage: 'full', hash: 'back', unread: [], rows: 2, leftOut: 0 },
      asOf: day('2026-11-23'),
      file: 'acme-2026-11-23.csv',
      offers: [row({ ...passed })],
    });
    const told = [answer({ restockDate: date, restockQuantity: 8 })];
    expect(standing(known, told, '2026-11-17')).toBe('0 of 2026-11-17, 2026-12-04 x 8, answered');
    expect(standing(back, told, '2026-11-23')).toBe('0 of 2026-11-23, 2026-12-04 x 8, answered');
  });

  it('keeps its quantity where a later file states its day without one, and loses it to another', () => {
    const told = [answer({ restockDate: date, restockQuantity: 20 })];
    const bare = history({ '2026-11-16': out, '2026-11-23': { restocks: [date] } });
    expect(standing(bare, told, '2026-11-23')).toBe('0 of 2026-11-23, 2026-12-04 x 20, answered');
    const other = history({ '2026-11-16': out, '2026-11-23': { restocks: [`${date} x 12`] } });
    expect(standing(other, told, '2026-11-23')).toBe('0 of 2026-11-23, 2026-12-04 x 12');
  });

  it('gives way to a later answer, whatever was read first', () => {
    const known = history({ '2026-11-16': out });
    const first = answer({ restockDate: date, restockQuantity: 20 });
    const second = answer({ asOf: '2026-11-18', restockDate: '2026-12-11' });
    const expected = '0 of 2026-11-16, 2026-12-11 x 20, answered';
    expect(standing(known, [first, second], '2026-11-23')).toBe(expected);
    expect(standing(known, [second, first], '2026-11-23')).toBe(expected);
  });

  it('ends with a later answer that there is more', () => {
    const known = history({ '2026-11-16': out });
    const told = [answer({ restockDate: date }), answer({ asOf: '2026-11-18', quantity: 6 })];
    expect(standing(known, told, '2026-11-23')).toBe('6 of 2026-11-18, answered');
  });

  it('replaces goods that were to come from a later day', () => {
    const known = history({ '2026-11-16': { quantity: 5, availableFrom: day('2026-11-20') } });
    const told = [answer({ restockDate: date })];
    expect(standing(known, told, '2026-11-18')).toBe('0 of 2026-11-16, 2026-12-04 x 5, answered');
    expect(standing(known, told, '2026-11-23')).toBe('0 of 2026-11-16, 2026-12-04 x 5, answered');
  });
});

describe('an answered quantity of goods to come', () => {
  const told = [answer({ restockQuantity: 12 })];

  it('is that of the first arrival of which none is known', () => {
    const known = history({ '2026-11-16': { restocks: ['2026-11-27 x 3', date, '2026-12-11'] } });
    expect(standing(known, told, '2026-11-23')).toBe(
      '0 of 2026-11-16, 2026-11-27 x 3, 2026-12-04 x 12, 2026-12-11, answered',
    );
  });

  it('says nothing where no arrival is known', () => {
    expect(standing(history({ '2026-11-16': out }), told, '2026-11-23')).toBe('0 of 2026-11-16');
  });

  it('stays while the files repeat the date, and ends when they state a quantity', () => {
    const files = { '2026-11-16': { restocks: [date] }, '2026-11-17': { restocks: [date] } };
    expect(standing(history(files), told, '2026-11-17')).toBe(
      '0 of 2026-11-17, 2026-12-04 x 12, answered',
    );
    const later = history({ ...files, '2026-11-23': { restocks: [`${date} x 9`] } });
    expect(standing(later, told, '2026-11-23')).toBe('0 of 2026-11-23, 2026-12-04 x 9');
  });
});

describe('an answered quantity on hand', () => {
  const told = [answer({ quantity: 7 })];

  it('counts where it is as new as the file, with the day of the answer', () => {
    expect(standing(history({ '2026-11-13': out }), told, '2026-11-23')).toBe(
      '7 of 2026-11-16, answered',
    );
    expect(standing(history({ '2026-11-16': out }), told, '2026-11-23')).toBe(
      '7 of 2026-11-16, answered',
    );
    expect(standing(history({ '2026-11-17': out }), told, '2026-11-23')).toBe('0 of 2026-11-17');
  });

  it('ends with the next file, also one that no longer lists the article', () => {
    const known = history({ '2026-11-13': out, '2026-11-17': null });
    expect(standing(known, told, '2026-11-23')).toBe('0 of 2026-11-17, answered');
    const changes = history({ '2026-11-13': out, '2026-11-17': null }, 'changes');
    expect(standing(changes, told, '2026-11-23')).toBe('7 of 2026-11-16, answered');
  });
});

describe('an answer that an article is discontinued', () => {
  const told = [answer({ discontinued: true })];

  it('counts until a later file shows stock or a date', () => {
    const known = history({ '2026-11-16': out, '2026-11-17': out });
    expect(standing(known, told, '2026-11-17')).toBe('0 of 2026-11-17, discontinued, answered');
    const stock = history({ '2026-11-16': out, '2026-11-17': { quantity: 1 } });
    expect(standing(stock, told, '2026-11-17')).toBe('1 of 2026-11-17');
    const dated = history({ '2026-11-16': out, '2026-11-17': { restocks: [date] } });
    expect(standing(dated, told, '2026-11-17')).toBe('0 of 2026-11-17, 2026-12-04');
  });

  it('leaves the last units to be sold down', () => {
    const known = history({ '2026-11-16': { quantity: 3 }, '2026-11-17': { quantity: 2 } });
    expect(standing(known, told, '2026-11-17')).toBe('2 of 2026-11-17, discontinued, answered');
  });

  it('ends with a later answer that names a date, and an answered date ends with such a file', () => {
    const again = answer({ asOf: '2026-11-18', restockDate: date });
    expect(standing(history({ '2026-11-16': out }), [...told, again], '2026-11-23')).toBe(
      '0 of 2026-11-16, 2026-12-04, answered',
    );
    const ended = history({ '2026-11-16': out, '2026-11-20': { discontinued: true } });
    expect(standing(ended, [again], '2026-11-23')).toBe('0 of 2026-11-20, discontinued');
  });

  it('may be that it is not, in spite of the file', () => {
    const known = history({ '2026-11-16': { discontinued: true } });
    expect(standing(known, [answer({ discontinued: false })], '2026-11-23')).toBe(
      '0 of 2026-11-16, answered',
    );
  });
});

describe('an answer on an article that no file has', () => {
  it('becomes an offer: none now, unless a number was answered', () => {
    const none = { files: [], runs: [] };
    const dated = answer({ restockDate: date, restockQuantity: 20 });
    expect(standing(none, [dated], '2026-11-23')).toBe(
      '0 of 2026-11-16, 2026-12-04 x 20, answered',
    );
    expect(standing(none, [answer({ quantity: 4 })], '2026-11-23')).toBe(
      '4 of 2026-11-16, answered',
    );
  });

  it('stands where the newest file no longer lists it, and is missing no more', () => {
    const known = history({ '2026-11-09': { quantity: 3 }, '2026-11-16': null });
    const answers = [answer({ restockDate: date })];
    expect(standing(known, answers, '2026-11-23')).toBe('0 of 2026-11-16, 2026-12-04, answered');
    expect(standingAt({ ...known, answers: [] }, day('2026-11-23')).missing).toHaveLength(1);
    expect(standingAt({ ...known, answers }, day('2026-11-23')).missing).toEqual([]);
  });

  it('is none for an article that files call by that SKU beside a number of theirs', () => {
    const known = history({ '2026-11-16': { supplierSku: 'A-1' } });
    const found = standing(known, [answer({ restockDate: date })], '2026-11-23');
    expect(found).toBe('0 of 2026-11-16, 2026-12-04, answered');
  });
});

it('answers for a row that could not be read: there is none until the date, or as many as answered', () => {
  const known = addStockFile(
    { files: [], runs: [] },
    {
      ...{ supplier: 'acme', coverage: 'full', hash: 'h', offers: [], rows: 1, leftOut: 1 },
      asOf: day('2026-11-16'),
      file: 'acme.csv',
      unread: [{ sku: sku('X'), supplierSku: 'X' }],
    },
  );
  expect(standing(known, [], '2026-11-23')).toBe('unread of 2026-11-16');
  expect(standing(known, [answer({ quantity: 4 })], '2026-11-23')).toBe(
    '4 of 2026-11-16, answered',
  );
  expect(standing(known, [answer({ restockDate: date })], '2026-11-23')).toBe(
    '0 of 2026-11-16, 2026-12-04, answered',
  );
});

it('a file read again replaces what it said', () => {
  const read = { asOf: day('2026-11-16'), file: 'answers-2026-11-16.csv' };
  const first = [answer({ restockDate: date }), answer({ sku: 'Y', quantity: 1 })];
  const second = [answer({ restockDate: '2026-12-11' })];
  const other = [answer({ asOf: '2026-11-17', quantity: 1 })];
  const known = mergeAnswers(mergeAnswers(other, first, read), second, read);
  expect(known).toEqual([...other, ...second]);
});

describe('the history by which a supplier is judged', () => {
  const today = day('2026-11-27');
  const slips = (known: StockHistory, answers: readonly Answer[]) => {
    const days = [...new Set(known.files.map(({ asOf }) => asOf))].toSorted();
    const files = new Map([['acme', { days, coverage: 'full' as const }]]);
    return supplierRecords(toldRuns({ ...known, answers }, today), files, today).get('acme');
  };

  it('counts slips from an answered date, where no file stated one', () => {
    const known = history({
      '2026-11-09': { quantity: 2 },
      '2026-11-13': out,
      '2026-11-20': out,
      '2026-11-27': { quantity: 8 },
    });
    expect(slips(known, [])).toMatchObject({ restocks: 0, comebacks: 1 });
    // Promised for the 23rd, first seen on the 27th.
    expect(slips(known, [answer({ restockDate: '2026-11-23' })])).toMatchObject({
      restocks: 1,
      slipP50: 4,
      comebacks: 1,
    });
  });

  it('keeps the date that a file stated first where an answer moved it', () => {
    const known = history({
      '2026-11-09': { quantity: 2 },
      '2026-11-13': { restocks: ['2026-11-20'] },
      '2026-11-20': { restocks: ['2026-11-20'] },
      '2026-11-27': { quantity: 8 },
    });
    expect(slips(known, [answer({ restockDate: '2026-11-25' })])).toMatchObject({
      restocks: 1,
      slipP50: 7,
    });
  });

  it('is that of the files where nothing was answered', () => {
    const known = history({ '2026-11-09': { quantity: 2 }, '2026-11-13': out });
    expect(toldRuns({ ...known, answers: [] }, today)).toBe(known.runs);
  });
});
