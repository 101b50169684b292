import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeShipments } from '../../src/book/shipments.ts';
import { readShipments } from '../../src/ingest/read-shipments.ts';
import type { Shipment } from '../../src/model/shipment.ts';
import { withShipments } from '../../src/plan/shipped.ts';
import { day, line, sku } from '../plan/builders.ts';

/** A parcel as it is: what each file that tells of it may write down. */
interface Parcel {
  readonly id: number;
  readonly article: 'A' | 'B';
  readonly units: number;
  readonly on: string;
}

/** A file that tells of some parcels, from a day on also by their tracking numbers. */
interface File {
  readonly asOf: string;
  readonly name: string;
  readonly parcels: readonly Parcel[];
  readonly numbered: boolean;
}

async function readFile({ asOf, name, parcels, numbered }: File): Promise<readonly Shipment[]> {
  const rows = parcels.map(({ id, article, units, on }) =>
    ['#1', article, units, on, 'acme', numbered ? `T${id}` : ''].join(','),
  );
  const text = `Order,SKU,Qty,Ship date,Supplier,Tracking\n${rows.join('\n')}\n`;
  const source = { asOf: day(asOf), timezone: 'UTC' };
  return (await readShipments(new TextEncoder().encode(text), name, source)).shipments;
}

async function bookOf(files: readonly File[]): Promise<Shipment[]> {
  let known: Shipment[] = [];
  for (const file of files)
    known = mergeShipments(known, await readFile(file), { asOf: file.asOf, file: file.name });
  return known.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const plenty = ['A', 'B'].map((name) =>
  line({ lineId: name, sku: sku(name), quantity: 999, orderedAt: '2026-11-01' }),
);

/** Units shipped of each article. */
function shipped(book: readonly Shipment[]): number[] {
  const { lines } = withShipments(plenty, book, new Map(), new Map(), day('2026-11-30'));
  return lines.map(({ fulfilledQuantity }) => fulfilledQuantity);
}

function unitsOf(parcels: readonly Parcel[]): number[] {
  return ['A', 'B'].map((name) =>
    parcels.filter(({ article }) => article === name).reduce((sum, { units }) => sum + units, 0),
  );
}

const someParcels = fc
  .array(
    fc.record({
      article: fc.constantFrom('A' as const, 'B' as const),
      units: fc.integer({ min: 1, max: 3 }),
      on: fc.constantFrom('2026-11-10', '2026-11-11', '2026-11-12'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((parcels) => parcels.map((parcel, id) => ({ ...parcel, id })));

/** Files that each tell of the parcels from one to another; together of all of them, in windows that overlap by whole days. */
const windows = someParcels.chain((parcels) =>
  fc.record({
    parcels: fc.constant(parcels),
    files: fc
      .array(fc.subarray(['2026-11-10', '2026-11-11', '2026-11-12'], { minLength: 1 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((days) =>
        [...days, ['2026-11-10', '2026-11-11', '2026-11-12']].map((own, i) => ({
          asOf: `2026-11-${13 + i}`,
          name: `parcels-${i}.csv`,
          parcels: parcels.filter(({ on }) => own.includes(on)),
        })),
      ),
    numberedFrom: fc.integer({ min: 0, max: 5 }),
    order: fc.infiniteStream(fc.nat()).map((stream) => [...stream.take(6)]),
  }),
);

function filesOf({
  files,
  numberedFrom,
}: {
  files: readonly Omit<File, 'numbered'>[];
  numberedFrom: number;
}): File[] {
  return files.map((file, i) => ({ ...file, numbered: i >= numberedFrom }));
}

describe('the shipments of a book', () => {
  it('are as many units as left, however often the files tell of them and when they have numbers', async () => {
    await fc.assert(
      fc.asyncProperty(windows, async (sketch) => {
        const book = await bookOf(filesOf(sketch));
        expect(shipped(book)).toEqual(unitsOf(sketch.parcels));
      }),
      { numRuns: 150 },
    );
  });

  it('are the same whatever was read first, and read again', async () => {
    await fc.assert(
      fc.asyncProperty(windows, async (sketch) => {
        const files = filesOf(sketch);
        const shuffled = files
          .map((file, i) => ({ file, at: sketch.order[i] ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ file }) => file);
        const book = await bookOf(files);
        expect(await bookOf(shuffled)).toEqual(book);
        expect(await bookOf([...files, ...files])).toEqual(book);
      }),
      { numRuns: 60 },
    );
  });

  const parcel = { id: 1, article: 'A', units: 1, on: '2026-11-10' } as const;
  const twice = [parcel, { ...parcel, id: 2 }];
  const early = { asOf: '2026-11-13', name: 'a.csv', numbered: false };
  const late = { asOf: '2026-11-14', name: 'b.csv', numbered: false };

  it('are two for two equal rows of one file, and the same two in the next', async () => {
    expect(shipped(await bookOf([{ ...early, parcels: twice }]))).toEqual([2, 0]);
    const again = await bookOf([
      { ...early, parcels: twice },
      { ...late, parcels: twice },
    ]);
    expect(shipped(again)).toEqual([2, 0]);
    expect(again).toHaveLength(2);
  });

  it('have what a later file says of the same parcel, whichever is read last', async () => {
    const told = async (delivered: string, asOf: string): Promise<readonly Shipment[]> => {
      const text = `Order,SKU,Qty,Ship date,Tracking,Delivered\n1,A,1,2026-11-10,T1,${delivered}\n`;
      const source = { asOf: day(asOf), timezone: 'UTC' };
      return (await readShipments(new TextEncoder().encode(text), `${asOf}.csv`, source)).shipments;
    };
    const before = await told('', '2026-11-13');
    const after = await told('2026-11-14', '2026-11-15');
    const read = (shipments: readonly Shipment[]) =>
      shipments.map(({ asOf, place: { file } }) => ({ asOf, file }))[0] ?? { asOf: '', file: '' };
    const forth = mergeShipments(before, after, read(after));
    const back = mergeShipments(after, before, read(before));
    expect(forth).toEqual(back);
    expect(forth).toMatchObject([{ deliveredAt: '2026-11-14', asOf: '2026-11-15' }]);
  });

  it('lose what a file no longer says when it is read again under its name and day', async () => {
    const corrected = await bookOf([
      { ...early, parcels: twice },
      { ...early, parcels: [parcel] },
    ]);
    expect(shipped(corrected)).toEqual([1, 0]);
  });
});
