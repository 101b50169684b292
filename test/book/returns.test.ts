import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReturns } from '../../src/book/shipments.ts';
import { readReturns } from '../../src/ingest/read-returns.ts';
import type { Return } from '../../src/model/return.ts';
import { findReturned } from '../../src/plan/returned.ts';
import { day, line, sku } from '../plan/builders.ts';

/** A return as it is: what each list that tells of it may write down. */
interface Back {
  readonly id: number;
  readonly article: 'A' | 'B';
  readonly units: number;
  readonly on: string;
}

interface File {
  readonly asOf: string;
  readonly name: string;
  readonly returns: readonly Back[];
  /** Its rows have the numbers of the returns. */
  readonly numbered: boolean;
}

async function readFile({ asOf, name, returns, numbered }: File): Promise<readonly Return[]> {
  const rows = returns.map(({ id, article, units, on }) =>
    ['#1', article, units, on, 'defective', numbered ? `R${id}` : ''].join(','),
  );
  const text = `Order,SKU,Qty,Return date,Return reason,RMA number\n${rows.join('\n')}\n`;
  const source = { asOf: day(asOf), timezone: 'UTC' };
  return (await readReturns(new TextEncoder().encode(text), name, source)).returns;
}

async function bookOf(files: readonly File[]): Promise<Return[]> {
  let known: Return[] = [];
  for (const file of files)
    known = mergeReturns(known, await readFile(file), { asOf: file.asOf, file: file.name });
  return known.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const plenty = ['A', 'B'].map((name) =>
  line({
    ...{ lineId: name, sku: sku(name), quantity: 999, fulfilledQuantity: 999 },
    orderedAt: '2026-11-01',
  }),
);

/** Units that came back of each article. */
function unitsBack(book: readonly Return[]): number[] {
  const { returned } = findReturned(plenty, book, new Map(), day('2026-11-30'));
  return plenty.map((own) => (returned.get(own) ?? []).reduce((sum, { units }) => sum + units, 0));
}

const days = ['2026-11-10', '2026-11-11', '2026-11-12'];

/** Lists that each tell of the returns of some days, the last of all; from one of them on also by their numbers. */
const sketches = fc
  .array(
    fc.record({
      article: fc.constantFrom('A' as const, 'B' as const),
      units: fc.integer({ min: 1, max: 3 }),
      on: fc.constantFrom(...days),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((some) => some.map((one, id) => ({ ...one, id })))
  .chain((returns) =>
    fc.record({
      returns: fc.constant(returns),
      files: fc
        .record({
          windows: fc.array(fc.subarray(days, { minLength: 1 }), { maxLength: 4 }),
          numberedFrom: fc.integer({ min: 0, max: 5 }),
        })
        .map(({ windows, numberedFrom }) =>
          [...windows, days].map((own, i): File => {
            const part = returns.filter(({ on }) => own.includes(on));
            const name = `returns-${i}.csv`;
            return { asOf: `2026-11-${13 + i}`, name, returns: part, numbered: i >= numberedFrom };
          }),
        ),
      order: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
    }),
  );

describe('the returns of a book', () => {
  it('are as many units as came back, however often lists tell of them and when they have numbers', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, async ({ returns, files }) => {
        const expected = ['A', 'B'].map((name) =>
          returns
            .filter(({ article }) => article === name)
            .reduce((sum, { units }) => sum + units, 0),
        );
        expect(unitsBack(await bookOf(files))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same whatever was read first, and read again', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, async ({ files, order }) => {
        const shuffled = files
          .map((file, i) => ({ file, at: order[i] ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ file }) => file);
        const book = await bookOf(files);
        expect(await bookOf(shuffled)).toEqual(book);
        expect(await bookOf([...files, ...files])).toEqual(book);
      }),
      { numRuns: 60 },
    );
  });

  it('have the reason and the units of the later file, whichever is read last', async () => {
    const told = async (units: number, reason: string, asOf: string) => {
      const text = `Order,SKU,Qty,Return date,Return reason\n1,A,${units},2026-11-10,${reason}\n`;
      const source = { asOf: day(asOf), timezone: 'UTC' };
      const name = `${asOf}.csv`;
      const { returns } = await readReturns(new TextEncoder().encode(text), name, source);
      return { returns, read: { asOf, file: name } };
    };
    const early = await told(1, 'too small', '2026-11-13');
    const late = await told(2, 'defective', '2026-11-15');
    const forth = mergeReturns(early.returns, late.returns, late.read);
    expect(mergeReturns(late.returns, early.returns, early.read)).toEqual(forth);
    expect(forth).toMatchObject([{ quantity: 2, cause: 'defect', asOf: '2026-11-15' }]);
  });

  it('take a return back by a quantity of 0 in a later file', async () => {
    const back = { id: 1, article: 'A', units: 2, on: '2026-11-10' } as const;
    const file = { name: 'a.csv', numbered: true, asOf: '2026-11-13', returns: [back] };
    const later = { ...file, name: 'b.csv', asOf: '2026-11-14', returns: [{ ...back, units: 0 }] };
    expect(unitsBack(await bookOf([file, later]))).toEqual([0, 0]);
  });
});
