import { describe, expect, it } from 'vitest';
import type { OrderReading, OrderSource } from '../../src/ingest/order-file.ts';
import { readOrders } from '../../src/ingest/read-orders.ts';
import type { Day } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';

async function read(
  lines: readonly string[],
  sketch: Partial<OrderSource> = {},
): Promise<OrderReading & { readonly lines: readonly OrderLine[] }> {
  const source = {
    asOf: '2026-11-23' as Day,
    history: false,
    timezone: 'America/New_York',
    ...sketch,
  };
  const taken: OrderLine[] = [];
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const reading = await readOrders(bytes, 'orders.csv', source, (line) => taken.push(line));
  // Lines with a date that only the whole column makes clear come last.
  const byPlace = taken.toSorted((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
  return { ...reading, lines: byPlace };
}

describe('refunds in a list of orders', () => {
  it.each(['2', 'yes', '9,50', '-19,90', '(19,90)', 'partial'])(
    'that name no units are told: %s',
    async (cell) => {
      const { lines, problems } = await read([
        'Order;Date;SKU;Qty;Refunded',
        `1;2026-11-20;TENT;2;${cell}`,
        '2;2026-11-20;TENT;2;0',
        '3;2026-11-20;TENT;2;no',
      ]);
      expect(lines.map(({ cancelledQuantity }) => cancelledQuantity)).toEqual([0, 0, 0]);
      expect(problems).toMatchObject([{ kind: 'refund-without-line', place: { line: 2 } }]);
    },
  );

  it('that name units are owed no longer', async () => {
    const rows = ['Order,Date,SKU,Qty,Qty refunded', '1,2026-11-20,TENT,3,2'];
    const { lines, problems } = await read(rows);
    expect(lines).toMatchObject([{ quantity: 3, cancelledQuantity: 2 }]);
    expect(problems).toEqual([]);
  });

  it.each([
    // Of two the shipped one came back: the other is still owed.
    ['Qty Shipped', '3,1,1', { fulfilledQuantity: 1, cancelledQuantity: 0, returnedQuantity: 1 }],
    ['Qty Cancelled', '3,0,1', { fulfilledQuantity: 0, cancelledQuantity: 1 }],
  ])('that name units beside %s', async (header, cells, expected) => {
    const rows = [`Order,Date,SKU,Qty,${header},Refunded Qty`, `1,2026-11-20,TENT,${cells}`];
    expect((await read(rows)).lines).toMatchObject([expected]);
  });

  it.each([
    ['Menge;Menge (- Erstattung)', '3;1', 3, 2],
    ['Menge (- Erstattung)', '1', 1, 0],
  ])('are off the quantity of %s', async (header, cells, quantity, cancelledQuantity) => {
    const rows = [`Bestellnummer;Bestelldatum;SKU;${header}`, `1;2026-11-20;TENT;${cells}`];
    expect((await read(rows)).lines).toMatchObject([{ quantity, cancelledQuantity }]);
  });
});

describe('the canonical orders file', () => {
  const header =
    'order_id,line_id,ordered_at,sku,title,quantity,fulfilled_quantity,cancelled_quantity,returned_quantity,fulfilled_at,cancelled_at,supplier,forwarded_at,promised_ship_date,promised_delivery_date,payment_state,unit_price,currency,customer_name,customer_email,ship_to_country,ship_to_region,locale,channel';

  it('is read in full', async () => {
    const row =
      '#1,2,2026-11-20T10:00:00Z,TENT,"Tent, big",5,2,1,1,2026-11-21,2026-11-22,acme,2026-11-20,2026-11-24,2026-11-30,partially_refunded,99.50,USD,Ann,ann@shop.example,US,CA,en-US,web';
    const { lines, problems, tellsFulfilment } = await read([header, row]);
    expect(problems).toEqual([]);
    expect(tellsFulfilment).toBe(true);
    expect(lines).toMatchObject([
      {
        orderId: '#1',
        lineId: '2',
        orderedAt: '2026-11-20T05:00:00',
        sku: 'TENT',
        title: 'Tent, big',
        quantity: 5,
        fulfilledQuantity: 2,
        cancelledQuantity: 1,
        returnedQuantity: 1,
        fulfilledAt: '2026-11-21',
        cancelledAt: '2026-11-22',
        supplier: 'acme',
        forwardedAt: '2026-11-20',
        promisedShipDate: '2026-11-24',
        promisedDeliveryDate: '2026-11-30',
        paymentState: 'partially_refunded',
        unitPrice: 99.5,
        currency: 'USD',
        customerName: 'Ann',
        customerEmail: 'ann@shop.example',
        shipToCountry: 'US',
        shipToRegion: 'CA',
        locale: 'en-US',
        channel: 'web',
        asOf: '2026-11-23',
        place: { file: 'orders.csv', line: 2 },
      },
    ]);
  });

  it.each(['paid', 'authorized', 'deposit', 'pending', 'partially_refunded', 'refunded', 'voided'])(
    'knows the payment state %s',
    async (state) => {
      const { lines, problems } = await read([
        'order_id,ordered_at,sku,quantity,payment_state',
        `#1,2026-11-20,A,1,${state}`,
      ]);
      expect(problems).toEqual([]);
      expect(lines).toMatchObject([{ paymentState: state }]);
    },
  );

  it('names lines by their SKU where it has no line ids, and tells those of one SKU apart', async () => {
    const { lines } = await read([
      'order_id,ordered_at,sku,quantity',
      '#1,2026-11-20,A,1',
      '#1,2026-11-20,A,2',
      '#2,2026-11-20,A,3',
    ]);
    const names = lines.map(({ orderId, lineId }) => `${orderId} ${lineId}`);
    expect(new Set(names).size).toBe(3);
    expect(lines.map(({ quantity }) => quantity)).toEqual([1, 2, 3]);
  });

  it('says whether any column tells what was shipped', async () => {
    expect(await read(['order_id,ordered_at,sku,quantity', '#1,2026-11-20,A,1'])).toMatchObject({
      tellsFulfilment: false,
    });
  });

  it('is open where nothing was shipped', async () => {
    const { lines } = await read(['order_id,ordered_at,sku,quantity', '#1,2026-11-20,A,4']);
    expect(lines).toMatchObject([{ quantity: 4, fulfilledQuantity: 0, cancelledQuantity: 0 }]);
  });

  it('is done where it is a history', async () => {
    const { lines } = await read(['order_id,ordered_at,sku,quantity', '#1,2026-11-20,A,4'], {
      history: true,
    });
    expect(lines).toMatchObject([{ quantity: 4, fulfilledQuantity: 4 }]);
  });
});

describe('any table of date, SKU and quantity', () => {
  it.each([
    'date,sku,qty',
    'Date,SKU,Qty',
    'day,item,units',
    'Order Date,Product Code,Quantity',
    'sale date,sku,units sold',
    'Datum,Artikelnummer,Menge',
  ])('%s', async (header) => {
    const { lines, problems } = await read([header, '2026-11-20,A,4', '2026-11-21,00123,2']);
    expect(problems).toEqual([]);
    expect(lines).toMatchObject([
      { orderId: '', orderedAt: '2026-11-20', sku: 'A', quantity: 4, fulfilledQuantity: 4 },
      { orderId: '', orderedAt: '2026-11-21', sku: '00123', quantity: 2, fulfilledQuantity: 2 },
    ]);
  });

  it('keeps two sales of one SKU and day', async () => {
    const { lines } = await read(['date,sku,qty', '2026-11-20,A,4', '2026-11-20,A,4']);
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(2);
  });

  it('is read in the order of day and month that the column shows', async () => {
    const { lines } = await read(['date;sku;qty', '03/11/2026;A;4', '13/11/2026;A;2']);
    expect(lines.map(({ orderedAt }) => orderedAt)).toEqual(['2026-11-03', '2026-11-13']);
  });

  it('is read so in every column, also behind one that waits for its end', async () => {
    const { lines, problems } = await read([
      'order_id,ordered_at,sku,quantity,cancelled_quantity,cancelled_at',
      '#1,46345.5,A,4,0,',
      '#2,46346.25,A,2,2,46347.1',
    ]);
    expect(problems).toEqual([]);
    // Day 46345 of a spreadsheet is 19 November 2026.
    expect(lines).toMatchObject([
      { orderedAt: '2026-11-19T12:00:00' },
      { orderedAt: '2026-11-20T06:00:00', cancelledAt: '2026-11-21' },
    ]);
  });

  it('is not guessed where the column does not show it', async () => {
    const { lines, problems } = await read(['date;sku;qty', '03/11/2026;A;4']);
    expect(lines).toEqual([]);
    expect(problems).toMatchObject([
      { kind: 'date-ambiguous', place: { line: 2 }, value: '03/11/2026' },
    ]);
  });

  it('is not read without one of the three', async () => {
    for (const header of ['sku,qty', 'date,qty', 'date,sku']) {
      const { lines, problems } = await read([header, 'x,1']);
      expect(lines).toEqual([]);
      expect(problems).toMatchObject([{ kind: 'column-missing', headers: header.split(',') }]);
    }
  });
});

describe('an order by its status', () => {
  it.each(['Completed', 'shipped', 'Dispatched', 'wc-completed', 'versendet'])(
    '%s has left',
    async (status) => {
      const { lines, problems } = await read([
        'order_id,ordered_at,sku,quantity,order status',
        `1,2026-11-20,A,4,${status}`,
      ]);
      expect(problems).toEqual([]);
      expect(lines).toMatchObject([{ fulfilledQuantity: 4, paymentState: 'paid' }]);
    },
  );
});

describe('orders that never came about', () => {
  it.each(['wc-checkout-draft', 'Draft', 'auto-draft', 'trash'])(
    'want nothing: %s',
    async (word) => {
      const { lines, problems } = await read([
        'order_id,order_date,status,sku,quantity',
        `1,2026-11-20,${word},A,3`,
      ]);
      expect(problems).toEqual([]);
      expect(lines).toMatchObject([{ quantity: 3, cancelledQuantity: 3, paymentState: 'voided' }]);
    },
  );
});

describe('an Etsy export', () => {
  const header =
    'Sale Date,Item Name,Buyer,Quantity,Price,Transaction ID,Listing ID,Date Paid,Date Shipped,Order ID,Variations,SKU';
  const sale = (date: string, id: number) => `${date},Tent,Bob,2,5.00,${id},8,,,7${id},,A`;

  it('has the month first, unless its own dates show that the day is', async () => {
    const american = await read([header, sale('05/11/26', 1)]);
    expect(american.lines.map(({ orderedAt }) => orderedAt)).toEqual(['2026-05-11']);
    const european = await read([header, sale('05/11/26', 1), sale('20/11/26', 2)]);
    expect(european.problems).toEqual([]);
    expect(european.lines.map(({ orderedAt }) => orderedAt)).toEqual(['2026-11-05', '2026-11-20']);
  });

  it('is not guessed where its dates show both', async () => {
    const rows = [sale('05/11/26', 1), sale('20/11/26', 2), sale('11/20/26', 3)];
    const { lines, problems } = await read([header, ...rows]);
    expect(lines.map(({ orderedAt }) => orderedAt)).toEqual(['2026-11-20', '2026-11-20']);
    expect(problems).toMatchObject([{ kind: 'date-ambiguous', place: { line: 2 } }]);
  });
});

describe('rows that are left out and told', () => {
  it.each([
    ['no SKU', '#1,2026-11-20,,1', 'sku-missing'],
    ['a mangled SKU', '#1,2026-11-20,1.23E+11,1', 'sku-mangled'],
    ['a negative quantity', '#1,2026-11-20,A,-1', 'quantity-negative'],
    ['no quantity', '#1,2026-11-20,A,', 'quantity-missing'],
    ['a quantity that is no number', '#1,2026-11-20,A,lots', 'quantity-not-understood'],
    ['a part of one', '#1,2026-11-20,A,1.5', 'quantity-not-understood'],
    ['no date', '#1,,A,1', 'date-missing'],
    ['a date that cannot be', '#1,2026-02-30,A,1', 'date-not-understood'],
    ['a date that is none', '#1,yesterday,A,1', 'date-not-understood'],
  ])('%s', async (_name, row, kind) => {
    const { lines, problems } = await read([
      'order_id,ordered_at,sku,quantity',
      '#0,2026-11-20,A,1',
      row,
      '#2,2026-11-20,A,2',
    ]);
    expect(lines.map(({ orderId }) => orderId)).toEqual(['#0', '#2']);
    expect(problems).toMatchObject([{ kind, place: { file: 'orders.csv', line: 3 } }]);
  });
});

describe('a Shopify orders export', () => {
  const header = [
    ...[
      'Name',
      'Email',
      'Financial Status',
      'Paid at',
      'Fulfillment Status',
      'Fulfilled at',
      'Currency',
      'Total',
    ],
    ...['Created at', 'Lineitem quantity', 'Lineitem name', 'Lineitem price', 'Lineitem sku'],
    ...[
      'Lineitem fulfillment status',
      'Shipping Name',
      'Shipping Province',
      'Shipping Country',
      'Cancelled at',
      'Refunded Amount',
    ],
  ];
  type Cells = Partial<Record<string, string | number>>;

  /** An order's first row. */
  const first = (name: string, cells: Cells = {}): string =>
    row({
      Name: name,
      Email: 'ann@shop.example',
      'Financial Status': 'paid',
      'Fulfillment Status': 'unfulfilled',
      Currency: 'USD',
      Total: '99.00',
      'Created at': '2026-11-20 10:00:00 -0500',
      'Lineitem quantity': 1,
      'Lineitem name': 'Tent - Big',
      'Lineitem price': '99.00',
      'Lineitem sku': 'TENT',
      'Lineitem fulfillment status': 'pending',
      'Shipping Name': 'Ann',
      'Shipping Province': 'CA',
      'Shipping Country': 'US',
      'Refunded Amount': '0.00',
      ...cells,
    });

  /** A further row of the order: what is true of the whole order is blank. */
  const next = (name: string, cells: Cells): string =>
    row({
      Name: name,
      Email: 'ann@shop.example',
      'Created at': '2026-11-20 10:00:00 -0500',
      'Lineitem quantity': 1,
      'Lineitem name': 'Lamp',
      'Lineitem price': '9.00',
      'Lineitem sku': 'LAMP',
      'Lineitem fulfillment status': 'pending',
      ...cells,
    });

  const row = (cells: Cells) => header.map((name) => `"${cells[name] ?? ''}"`).join(',');
  const readRows = (...rows: readonly string[]) => read([header.join(','), ...rows]);

  it('has one row a line; what is true of the order stands on its first', async () => {
    const { lines, problems, tellsFulfilment } = await readRows(
      first('#1001'),
      next('#1001', { 'Lineitem quantity': 3 }),
      first('#1002', {
        'Financial Status': 'pending',
        'Shipping Country': 'DE',
        'Shipping Province': '',
      }),
    );
    expect(problems).toEqual([]);
    expect(tellsFulfilment).toBe(true);
    expect(lines).toMatchObject([
      {
        orderId: '#1001',
        sku: 'TENT',
        quantity: 1,
        paymentState: 'paid',
        shipToCountry: 'US',
        shipToRegion: 'CA',
        title: 'Tent - Big',
        unitPrice: 99,
        currency: 'USD',
      },
      {
        orderId: '#1001',
        sku: 'LAMP',
        quantity: 3,
        paymentState: 'paid',
        shipToCountry: 'US',
        shipToRegion: 'CA',
        customerName: 'Ann',
        currency: 'USD',
      },
      { orderId: '#1002', sku: 'TENT', quantity: 1, paymentState: 'pending', shipToCountry: 'DE' },
    ]);
  });

  it('may leave time and address blank on further rows', async () => {
    const { lines, problems } = await readRows(
      first('#1001'),
      next('#1001', { 'Created at': '', Email: '' }),
    );
    expect(problems).toEqual([]);
    expect(lines).toMatchObject([
      {},
      { sku: 'LAMP', orderedAt: '2026-11-20T10:00:00', customerEmail: 'ann@shop.example' },
    ]);
  });

  it.each([
    ['2026-11-20 23:30:00 -0800', '2026-11-21T02:30:00'],
    ['2026-11-20 00:30:00 +0200', '2026-11-19T17:30:00'],
    ['2026-11-20 10:00:00 -0500', '2026-11-20T10:00:00'],
  ])('orders of %s lie on the store’s own day', async (created, orderedAt) => {
    const { lines } = await readRows(first('#1001', { 'Created at': created }));
    expect(lines).toMatchObject([{ orderedAt }]);
  });

  it('is shipped where a line says so, on the order’s day in the store', async () => {
    const head = { 'Fulfillment Status': 'partial', 'Fulfilled at': '2026-11-21 23:30:00 -0800' };
    const { lines } = await readRows(
      first('#1001', {
        ...head,
        'Lineitem quantity': 2,
        'Lineitem fulfillment status': 'fulfilled',
      }),
      next('#1001', {}),
    );
    expect(lines).toMatchObject([
      { sku: 'TENT', fulfilledQuantity: 2, fulfilledAt: '2026-11-22' },
      { sku: 'LAMP', fulfilledQuantity: 0 },
    ]);
  });

  it('is shipped as a whole where lines say nothing', async () => {
    const { lines } = await readRows(
      first('#1001', {
        'Fulfillment Status': 'fulfilled',
        'Fulfilled at': '2026-11-21 10:00:00 -0500',
        'Lineitem fulfillment status': '',
      }),
      next('#1001', { 'Lineitem quantity': 4, 'Lineitem fulfillment status': '' }),
    );
    expect(lines).toMatchObject([
      { fulfilledQuantity: 1 },
      { fulfilledQuantity: 4, fulfilledAt: '2026-11-21' },
    ]);
  });

  it('tells when a line was shipped in part, and takes it for open', async () => {
    const { lines, problems } = await readRows(
      first('#1001', { 'Lineitem quantity': 5, 'Lineitem fulfillment status': 'partial' }),
    );
    expect(lines).toMatchObject([{ quantity: 5, fulfilledQuantity: 0 }]);
    expect(problems).toMatchObject([{ place: { line: 2 }, order: '#1001' }]);
  });

  it('cancels what was not shipped of a cancelled order', async () => {
    const head = { 'Cancelled at': '2026-11-21 10:00:00 -0500', 'Financial Status': 'voided' };
    const { lines, problems } = await readRows(
      first('#1001', { ...head, 'Lineitem quantity': 2 }),
      next('#1001', { 'Lineitem quantity': 3 }),
    );
    expect(problems).toEqual([]);
    expect(lines).toMatchObject([
      { cancelledQuantity: 2, cancelledAt: '2026-11-21', paymentState: 'voided' },
      { cancelledQuantity: 3, cancelledAt: '2026-11-21', paymentState: 'voided' },
    ]);
  });

  it('knows an order that was refunded in full', async () => {
    const { lines, problems } = await readRows(
      first('#1001', { 'Financial Status': 'refunded', 'Refunded Amount': '99.00' }),
      next('#1001', {}),
    );
    expect(problems).toEqual([]);
    expect(lines.map(({ paymentState }) => paymentState)).toEqual(['refunded', 'refunded']);
  });

  it('ignores a refund that names no line, and tells it', async () => {
    const { lines, problems } = await readRows(
      first('#1001', {
        'Financial Status': 'partially_refunded',
        'Refunded Amount': '9.00',
        'Lineitem quantity': 2,
      }),
    );
    expect(lines).toMatchObject([
      { quantity: 2, cancelledQuantity: 0, paymentState: 'partially_refunded' },
    ]);
    expect(problems).toMatchObject([
      { kind: 'refund-without-line', order: '#1001', value: '9.00', place: { line: 2 } },
    ]);
  });

  it('leaves out and tells a line without a SKU, not the order it stands in', async () => {
    const { lines, problems } = await readRows(
      first('#1001', {
        'Lineitem sku': '',
        'Lineitem name': 'Gift card',
        'Financial Status': 'pending',
      }),
      next('#1001', {}),
    );
    expect(lines).toMatchObject([{ sku: 'LAMP', paymentState: 'pending', shipToCountry: 'US' }]);
    expect(problems).toMatchObject([
      { kind: 'sku-missing', place: { line: 2, column: 'Lineitem sku' }, value: 'Gift card' },
    ]);
  });

  it.each(['-1', 'two', ''])('leaves out and tells a line of %j', async (quantity) => {
    const { lines, problems } = await readRows(
      first('#1001', { 'Lineitem quantity': quantity }),
      first('#1002'),
    );
    expect(lines.map(({ orderId }) => orderId)).toEqual(['#1002']);
    expect(problems).toMatchObject([{ place: { line: 2, column: 'Lineitem quantity' } }]);
  });

  it('tells when it begins inside an order', async () => {
    const { lines, problems } = await readRows(next('#1001', {}), first('#1002'));
    expect(lines.map(({ orderId }) => orderId)).toEqual(['#1001', '#1002']);
    expect(problems).toMatchObject([{ kind: 'order-without-head', order: '#1001' }]);
  });

  it.each([
    ['partially_paid', 'deposit'],
    ['authorized', 'authorized'],
    ['voided', 'voided'],
  ])('says %s of the payment', async (word, state) => {
    const { lines } = await readRows(first('#1001', { 'Financial Status': word }));
    expect(lines).toMatchObject([{ paymentState: state }]);
  });

  it('may have notes of several lines', async () => {
    const { lines } = await readRows(
      first('#1001', { 'Lineitem name': 'Tent\n\nBig' }),
      first('#1002'),
    );
    expect(lines.map(({ place }) => place.line)).toEqual([2, 5]);
  });

  it('is a history when the user says so: all that was not cancelled is done', async () => {
    const reading = await read(
      [
        header.join(','),
        first('#1001', { 'Lineitem quantity': 2 }),
        first('#1002', { 'Cancelled at': '2026-11-21 10:00:00 -0500' }),
      ],
      { history: true },
    );
    expect(reading.lines).toMatchObject([
      { fulfilledQuantity: 2, cancelledQuantity: 0 },
      { fulfilledQuantity: 0, cancelledQuantity: 1 },
    ]);
  });
});

describe('a list of orders', () => {
  it.each([
    ...['Order Ref', 'Order Reference', 'Sales Order', 'SO Number', 'Order Nr', 'PO Number'],
    ...['Customer order number', 'Amazon Order Id', 'Bestell-ID', 'Bestellung', 'ID de pedido'],
    ...['Pedido', 'ID ordine', 'Ordine', 'ID commande', 'Commande', 'Nº encomenda', 'Bestelling'],
    ...['Zamówienie', 'Comandă', 'Заказ'],
  ])('has its numbers under %s', async (name) => {
    const { lines, problems } = await read([`${name},Date,SKU,Quantity`, '1001,2026-11-20,TENT,4']);
    expect(lines).toMatchObject([{ orderId: '1001', fulfilledQuantity: 0 }]);
    expect(problems).toEqual([]);
  });

  const sales = (name: string, cell: (row: number) => string, count = 12) => [
    `${name},Date,SKU,Quantity`,
    ...Array.from({ length: count }, (_, row) => `${cell(row)},2026-11-20,TENT,1`),
  ];

  it.each([
    ['Order Code', (row: number) => `10${row}`, 2],
    ['Web commande', (row: number) => `W-${row}`, 2],
    // Two rows an order.
    ['Slip', (row: number) => `A${1000 + Math.floor(row / 2)}`, 24],
  ] as const)(
    'says of numbers under an unknown name that they look like it: %s',
    async (name, cell, count) => {
      const { problems } = await read(sales(name, cell, count));
      expect(problems).toMatchObject([{ kind: 'orders-unnumbered', nearest: name }]);
      const history = await read(sales(name, cell, count), { history: true });
      expect(history.problems).toEqual([]);
    },
  );

  it.each([
    ['Row', (row: number) => String(row + 1)],
    ['Customer number', (row: number) => `C${row % 5}`],
    ['Paid', (row: number) => `${row + 10}.90`],
    ['Picked', (row: number) => `2026-11-${row + 10}`],
    ['Order total', (row: number) => String(row + 10)],
  ] as const)('takes no other column for numbers: %s', async (name, cell) => {
    const { problems } = await read(sales(name, cell));
    expect(problems).toEqual([]);
  });

  it('says of open orders without numbers that they count as done', async () => {
    const { problems } = await read(['date,sku,qty', '2026-11-20,TENT,1'], { openOnly: true });
    expect(problems).toMatchObject([{ kind: 'orders-unnumbered' }]);
  });
});

describe('numbers of orders and lines that a spreadsheet has changed', () => {
  it('name nothing: their rows are left out', async () => {
    const { lines, problems } = await read([
      'Order ID,Line,Date,SKU,Quantity',
      '3.45E+09,1,2026-11-20,TENT,1',
      '1001,4.1E+13,2026-11-20,CUP,1',
      '3-Jan,1,2026-11-20,CUP,1',
      '111-1,1,2026-11-20,TENT,1',
      '20261120,1,2026-11-20,TENT,1',
    ]);
    expect(lines.map(({ orderId }) => orderId)).toEqual(['111-1', '20261120']);
    expect(problems.map(({ kind, place }) => [kind, place.line, place.column])).toEqual([
      ['order-number-mangled', 2, 'Order ID'],
      ['order-number-mangled', 3, 'Line'],
      ['order-number-mangled', 4, 'Order ID'],
    ]);
  });

  it('are no remark on a line where the article is another', async () => {
    const head = 'order-id,order-item-id,purchase-date,sku,quantity-purchased';
    const row = (sku: string) => `111-1,7,2026-11-20T10:00:00+00:00,${sku},1`;
    const { lines, problems } = await read([head, row('TENT'), row('CUP'), row('TENT')]);
    expect(lines.map(({ sku }) => sku)).toEqual(['TENT', 'CUP']);
    expect(problems).toMatchObject([{ kind: 'rows-without-line', count: 1 }]);
  });
});

describe('a line that is pending in an order that is fulfilled', () => {
  const head =
    'Name,Financial Status,Fulfillment Status,Fulfilled at,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Lineitem fulfillment status';
  const order = (name: string, fulfilment: string, ...lines: readonly string[]) =>
    lines.map(
      (own, i) => `${name},${i > 0 ? ',,' : `paid,${fulfilment},2026-11-12`},2026-11-10,1,x,${own}`,
    );

  it('is not owed, and told once a file', async () => {
    const { lines, problems } = await read([
      head,
      ...order('#1', 'fulfilled', 'TENT,fulfilled', 'LAMP,pending'),
      ...order('#2', 'fulfilled', 'CUP,pending', 'ROPE,restocked'),
      ...order('#3', 'partial', 'CUP,fulfilled', 'ROPE,pending'),
    ]);
    const owed = lines.map((own) => own.quantity - own.fulfilledQuantity - own.cancelledQuantity);
    expect(owed).toEqual([0, 0, 0, 0, 0, 1]);
    expect(problems).toMatchObject([{ kind: 'line-not-fulfilled', order: '#1', count: 2 }]);
  });
});

describe('a column that says what became of orders', () => {
  const state = async (name: string, cell: string) => {
    const { lines, problems } = await read([
      `Order,Order date,SKU,Qty,${name}`,
      `1,2026-11-20,TENT,3,${cell}`,
      '2,2026-11-20,TENT,3,',
    ]);
    expect(lines[1]).toMatchObject({ fulfilledQuantity: 0, cancelledQuantity: 0 });
    expect(problems).toEqual([]);
    const [{ fulfilledQuantity, cancelledQuantity } = {}] = lines;
    return [fulfilledQuantity, cancelledQuantity];
  };

  it.each([
    ...[
      ['Cancelled', 'yes'],
      ['Canceled', '2026-11-21'],
      ['Cancelled', '3'],
      ['Cancelled Qty', '3'],
    ],
    ...[
      ['Cancel Date', '2026-11-21'],
      ['Date cancelled', '2026-11-21'],
      ['Storniert am', '2026-11-21'],
    ],
    ...[
      ['Annulé le', '2026-11-21'],
      ['Storniert', 'ja'],
    ],
  ] as const)('tells of a cancellation: %s, %s', async (name, cell) => {
    expect(await state(name, cell)).toEqual([0, 3]);
  });

  it.each([
    ...[
      ['Shipped Date', '2026-11-21'],
      ['Dispatch date', '2026-11-21'],
      ['Fulfilled Qty', '3'],
    ],
    ...[
      ['Dispatched', '2026-11-21'],
      ['Dispatched', 'yes'],
      ['Shipped', '3'],
      ['Versandt', '46000'],
    ],
    ...[
      ['Verzonden op', '2026-11-21'],
      ['Spedito il', '2026-11-21'],
      ['Expédié le', '2026-11-21'],
    ],
    ['État de la commande', 'Terminée'],
  ] as const)('tells of a shipment: %s, %s', async (name, cell) => {
    expect(await state(name, cell)).toEqual([3, 0]);
  });

  it('may say that nothing did, or not yet', async () => {
    expect(await state('Cancelled', 'no')).toEqual([0, 0]);
    expect(await state('Shipped', '0')).toEqual([0, 0]);
    expect(await state('Cancel Date', '2026-12-20')).toEqual([0, 0]);
  });
});

describe('a refund of a WooCommerce order', () => {
  it('is told where no line of it tells of refunded units', async () => {
    const head =
      'Order Number,Order Status,Order Date,Order Refund Amount,SKU,Item #,Item Name,Quantity (- Refund),Quantity,Item Cost';
    const { problems } = await read([
      head,
      '501,Processing,2026-11-20 10:30,5.00,TENT,1,x,2,2,5',
      '502,Processing,2026-11-20 10:30,5.00,TENT,1,x,2,2,5',
      '502,Processing,2026-11-20 10:30,5.00,CUP,2,x,1,2,5',
      '503,Processing,2026-11-20 10:30,0.00,CUP,1,x,2,2,5',
      '504,Cancelled,2026-11-20 10:30,5.00,CUP,1,x,2,2,5',
    ]);
    expect(problems).toMatchObject([
      { kind: 'refund-without-line', order: '501', value: '5.00', place: { line: 2 } },
    ]);
  });

  it('is told of WebToffee’s export too', async () => {
    const { problems } = await read([
      'order_number,order_date,status,refund_total,line_item_1',
      '701,2026-11-20 10:30:00,processing,-10,name:Tent|product_id:1|sku:TENT|quantity:2|total:20',
    ]);
    expect(problems).toMatchObject([{ kind: 'refund-without-line', order: '701' }]);
  });
});
