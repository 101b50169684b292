import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articlesApart, mergeOrders } from '../../src/book/orders.ts';
import { readOrders } from '../../src/ingest/read-orders.ts';
import { type Day, parseDay } from '../../src/model/day.ts';
import { type OrderLine, type PaymentState, paymentStates } from '../../src/model/order.ts';
import type { Sku } from '../../src/model/sku.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

/** A line of order #1 as an export of 1 November states it. */
function line(sketch: Partial<OrderLine> = {}): OrderLine {
  const asOf = sketch.asOf ?? day('2026-11-01');
  return {
    orderId: '#1',
    lineId: 'TENT',
    orderedAt: '2026-10-30T10:00:00',
    sku: 'TENT' as Sku,
    quantity: 3,
    fulfilledQuantity: 0,
    cancelledQuantity: 0,
    returnedQuantity: 0,
    asOf,
    headAsOf: asOf,
    place: { file: `orders-${asOf}.csv`, line: 2 },
    ...sketch,
  };
}

const read = (...exports: readonly (readonly OrderLine[])[]) =>
  exports.reduce<readonly OrderLine[]>((known, added) => mergeOrders(known, added), []);

/** What is known of lines, without where it was read. */
const facts = (lines: readonly OrderLine[]) =>
  lines.map((own) => ({
    order: [own.orderId, own.lineId, own.orderedAt, own.channel],
    article: [own.sku, own.title, own.quantity, own.unitPrice, own.currency],
    state: [own.fulfilledQuantity, own.fulfilledAt, own.cancelledQuantity, own.cancelledAt],
    payment: own.paymentState,
    customer: [own.customerName, own.customerEmail, own.shipToCountry, own.shipToRegion],
    shipTo: own.shipTo,
  }));

describe('order lines of several exports', () => {
  const early = line({ fulfilledQuantity: 0 });
  const late = line({ asOf: day('2026-11-05'), fulfilledQuantity: 3 });

  it('count as the later export states them, whatever was read first', () => {
    expect(read([early], [late])).toEqual([late]);
    expect(read([late], [early])).toEqual([late]);
  });

  it('are shipped as the latest export says that tells it, whatever a later one leaves untold', () => {
    const [first, second] = [day('2026-11-01'), day('2026-11-03')];
    const told = line({ asOf: first, progressAsOf: first, fulfilledQuantity: 1 });
    const better = line({ asOf: second, progressAsOf: second, fulfilledQuantity: 2 });
    const untold = line({ asOf: day('2026-11-05'), quantity: 4 });
    const orders = [
      [told, better, untold],
      [untold, better, told],
      [better, untold, told],
    ];
    for (const states of orders) {
      expect(read(...states.map((state) => [state]))).toMatchObject([
        { asOf: '2026-11-05', quantity: 4, fulfilledQuantity: 2, progressAsOf: second },
      ]);
    }
  });

  it('have left where one export says so, and a later one only that the money went back', () => {
    const [first, second] = [day('2026-11-03'), day('2026-11-05')];
    const shipped = line({
      ...{ asOf: first, progressAsOf: first },
      ...{ fulfilledQuantity: 3, fulfilledAt: day('2026-11-02') },
    });
    const refunded = line({ asOf: second, progressAsOf: second, paymentState: 'refunded' });
    for (const states of [
      [[shipped], [refunded]],
      [[refunded], [shipped]],
    ])
      expect(read(...states)).toMatchObject([
        {
          ...{ asOf: second, paymentState: 'refunded' },
          ...{ fulfilledQuantity: 3, fulfilledAt: '2026-11-02' },
        },
      ]);
  });

  it('stay when a later export lacks them', () => {
    const other = line({ orderId: '#2', asOf: day('2026-11-05') });
    expect(read([early], [other])).toEqual([early, other]);
  });

  it('are the same lines when read again', () => {
    expect(read([early, late], [early], [late], [early])).toEqual([late]);
  });

  it('are put in order of time, order and line', () => {
    const lines = [
      line({ orderId: '#3', orderedAt: '2026-10-31' }),
      line({ orderId: '#2', lineId: 'b' }),
      line({ orderId: '#2', lineId: 'a' }),
      line({ orderId: '#10' }),
    ];
    expect(read(lines).map(({ orderId, lineId }) => `${orderId} ${lineId}`)).toEqual([
      '#10 TENT',
      '#2 a',
      '#2 b',
      '#3 TENT',
    ]);
  });

  it('of two channels are two lines', () => {
    expect(read([line({ channel: 'shopify' })], [line({ channel: 'etsy' })])).toHaveLength(2);
  });

  it('of a plain sales history are told apart by their time', () => {
    const sale = (orderedAt: string) => line({ orderId: '', orderedAt });
    expect(read([sale('2026-10-01'), sale('2026-10-02')], [sale('2026-10-02')])).toHaveLength(2);
  });
});

describe('a part of an export that begins inside an order', () => {
  const shipTo = { street: '5 Bay St', city: 'Boston' };
  const head = {
    paymentState: 'refunded',
    shipToCountry: 'US',
    customerName: 'Ann',
    shipTo,
  } as const;
  const first = line({ ...head });
  const second = line({
    lineId: 'LAMP',
    sku: 'LAMP' as Sku,
    headAsOf: undefined,
    place: { file: 'half.csv', line: 2 },
  });

  it('learns from the other part what is true of the order', () => {
    for (const merged of [read([first], [second]), read([second], [first])]) {
      expect(merged).toMatchObject([
        { lineId: 'LAMP', ...head },
        { lineId: 'TENT', ...head },
      ]);
    }
  });

  it('learns nothing from another order', () => {
    const states = read([first], [{ ...second, orderId: '#2' }]).map(
      ({ paymentState }) => paymentState,
    );
    expect(states).toEqual(['refunded', undefined]);
  });

  it('learns the newer of two states, whatever was read first', () => {
    const paid = line({ paymentState: 'paid' });
    const paidSecond = line({ lineId: 'LAMP', sku: 'LAMP' as Sku, paymentState: 'paid' });
    const later = { asOf: day('2026-11-05') };
    const newFirst = line({ ...head, ...later, headAsOf: day('2026-11-05') });
    const newSecond = { ...second, ...later };
    const exports = [[paid, paidSecond], [newFirst], [newSecond]];
    for (const order of permutations(exports)) {
      expect(read(...order).map(({ paymentState }) => paymentState)).toEqual([
        'refunded',
        'refunded',
      ]);
    }
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}

interface OrderSketch {
  readonly payment: PaymentState;
  readonly cancelled: boolean;
  readonly units: readonly number[];
  /** Fulfilment of each line as Shopify writes it. */
  readonly fulfilled: readonly boolean[];
}

const header = [
  ...[
    'Name',
    'Email',
    'Financial Status',
    'Fulfillment Status',
    'Fulfilled at',
    'Currency',
    'Total',
    'Created at',
  ],
  ...[
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Lineitem fulfillment status',
  ],
  ...['Shipping Name', 'Shipping Country', 'Shipping Province', 'Cancelled at'],
].join(',');

/** Rows as Shopify writes them: what is true of the order stands on its first row only. */
function rowsOf({ payment, cancelled, units, fulfilled }: OrderSketch, at: number): string[] {
  const created = `2026-10-${10 + at} 09:00:00 -0400`;
  const any = fulfilled.some(Boolean);
  const state = fulfilled.every(Boolean) ? 'fulfilled' : any ? 'partial' : 'unfulfilled';
  const shippedAt = any ? '2026-10-28 12:00:00 -0400' : '';
  return units.map((quantity, i) => {
    const isFirst = i === 0;
    const top = isFirst ? [payment, state, shippedAt, 'USD', '99.00'] : ['', '', '', '', ''];
    const item = [
      quantity,
      `Item ${i}`,
      '9.00',
      `SKU-${i}`,
      fulfilled[i] ? 'fulfilled' : 'pending',
    ];
    const bottom = isFirst
      ? ['Ann', 'US', 'NY', cancelled ? '2026-10-29 12:00:00 -0400' : '']
      : ['', '', '', ''];
    return [`#${1000 + at}`, 'ann@shop.example', ...top, created, ...item, ...bottom].join(',');
  });
}

async function readRows(rows: readonly string[], file: string): Promise<readonly OrderLine[]> {
  const bytes = new TextEncoder().encode(`${[header, ...rows].join('\n')}\n`);
  const source = { asOf: day('2026-11-01'), history: false, timezone: 'America/New_York' };
  const lines: OrderLine[] = [];
  await readOrders(bytes, file, source, (line) => lines.push(line));
  return lines;
}

describe('a Shopify export that comes in halves', () => {
  const someOrder: fc.Arbitrary<OrderSketch> = fc.integer({ min: 1, max: 4 }).chain((lines) =>
    fc.record({
      payment: fc.constantFrom('paid', 'pending', 'refunded', 'voided'),
      cancelled: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
      units: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: lines, maxLength: lines }),
      fulfilled: fc.array(fc.boolean(), { minLength: lines, maxLength: lines }),
    }),
  );
  const someExport = fc
    .array(someOrder, { minLength: 1, maxLength: 4 })
    .map((orders) => orders.flatMap(rowsOf))
    .chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        // The second half may begin before the first one ends.
        begin: fc.integer({ min: 0, max: rows.length }),
        overlap: fc.nat(3),
        secondFirst: fc.boolean(),
      }),
    );

  it('says what the whole says, wherever it was cut and whichever half was read first', async () => {
    await fc.assert(
      fc.asyncProperty(someExport, async ({ rows, begin, overlap, secondFirst }) => {
        const whole = await readRows(rows, 'whole.csv');
        const first = await readRows(rows.slice(0, begin + overlap), 'orders-1.csv');
        const second = await readRows(rows.slice(begin), 'orders-2.csv');
        const merged = secondFirst ? read(second, first) : read(first, second);
        expect(facts(merged)).toEqual(facts(read(whole)));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the shipping day of a line that a half tells without its order’s first row', async () => {
    const rows = rowsOf(
      { payment: 'paid', cancelled: false, units: [1, 2], fulfilled: [false, true] },
      0,
    );
    const halves = [
      await readRows(rows.slice(0, 1), 'orders-1.csv'),
      await readRows(rows.slice(1), 'orders-2.csv'),
    ];
    expect(read(...halves)).toMatchObject([
      { sku: 'SKU-0', fulfilledQuantity: 0 },
      { sku: 'SKU-1', fulfilledQuantity: 2, fulfilledAt: '2026-10-28' },
    ]);
  });

  it('takes a line without a state of its own for shipped when the order was', async () => {
    const rows = rowsOf(
      { payment: 'paid', cancelled: false, units: [1, 2], fulfilled: [true, true] },
      0,
    );
    // Older exports leave the line's own state blank.
    const blank = rows.map((row, i) =>
      row.replace(i === 0 ? ',SKU-0,fulfilled' : ',SKU-1,fulfilled', `,SKU-${i},`),
    );
    const halves = [
      await readRows(blank.slice(0, 1), 'orders-1.csv'),
      await readRows(blank.slice(1), 'orders-2.csv'),
    ];
    expect(facts(read(...halves))).toEqual(facts(read(await readRows(blank, 'whole.csv'))));
  });
});

describe('whatever exports there are', () => {
  const someDay = fc.constantFrom('2026-11-01', '2026-11-03', '2026-11-05').map(day);
  /** One export: a file of a day; its lines of an order either know the order's head or begin inside it. */
  const someExport = fc
    .record({
      asOf: someDay,
      file: fc.constantFrom('a.csv', 'b.csv'),
      payment: fc.constantFrom(...paymentStates),
      lines: fc.uniqueArray(
        fc.record({ lineId: fc.constantFrom('1', '2', '3'), quantity: fc.nat(5) }),
        {
          selector: ({ lineId }) => lineId,
          minLength: 1,
          maxLength: 3,
        },
      ),
      headed: fc.boolean(),
    })
    .map(({ asOf, file, payment, lines, headed }) => ({
      name: `${asOf} ${file}`,
      lines: lines.map(({ lineId, quantity }) =>
        line({
          lineId,
          sku: `SKU-${lineId}` as Sku,
          quantity,
          asOf,
          headAsOf: headed ? asOf : undefined,
          paymentState: headed ? payment : undefined,
          place: { file: `${asOf}-${file}`, line: 2 },
        }),
      ),
    }));
  const someExports = fc.uniqueArray(someExport, {
    selector: ({ name }) => name,
    minLength: 1,
    maxLength: 5,
  });
  const shuffled = someExports.chain((exports) =>
    fc.tuple(fc.constant(exports), fc.shuffledSubarray(exports, { minLength: exports.length })),
  );
  const merged = (exports: readonly { readonly lines: readonly OrderLine[] }[]) =>
    read(...exports.map(({ lines }) => lines));

  it('reading them all again changes nothing', () => {
    fc.assert(
      fc.property(someExports, (exports) => {
        expect(merged([...exports, ...exports])).toEqual(merged(exports));
      }),
      { numRuns: 300 },
    );
  });

  it('the order in which they are read changes nothing', () => {
    fc.assert(
      fc.property(shuffled, ([exports, other]) => {
        expect(merged(other)).toEqual(merged(exports));
      }),
      { numRuns: 300 },
    );
  });

  it('each line is as its latest export states it', () => {
    fc.assert(
      fc.property(someExports, (exports) => {
        const all = exports.flatMap(({ lines }) => lines);
        for (const found of merged(exports)) {
          const latest = all
            .filter(({ lineId }) => lineId === found.lineId)
            .map(({ asOf }) => asOf);
          expect(found.asOf).toBe(latest.toSorted().at(-1));
          const states = all.filter(
            ({ lineId, asOf }) => lineId === found.lineId && asOf === found.asOf,
          );
          expect(states.map(({ quantity }) => quantity)).toContain(found.quantity);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('lines of one file under one number', () => {
  it('are lines of their own where they are different articles, in whatever order they stand', () => {
    const tent = line({ lineId: '7' });
    const cup = line({ lineId: '7', sku: 'CUP' as Sku, quantity: 1 });
    const other = line({ lineId: '8', sku: 'CUP' as Sku });
    const names = (lines: readonly OrderLine[]) =>
      mergeOrders([], articlesApart(lines)).map(({ lineId }) => lineId);
    expect(names([tent, cup, other])).toEqual(['7#CUP', '7#TENT', '8']);
    expect(names([other, cup, tent])).toEqual(['7#CUP', '7#TENT', '8']);
    expect(names([tent, other])).toEqual(['7', '8']);
  });
});
