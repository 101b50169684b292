import { describe, expect, it } from 'vitest';
import { readOrders } from '../../src/ingest/read-orders.ts';
import { readReturns } from '../../src/ingest/read-returns.ts';
import { recognise } from '../../src/ingest/recognise.ts';
import { readStock } from '../../src/ingest/stock.ts';
import { day } from '../plan/builders.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
type Source = Parameters<typeof readReturns>[2];

const read = (text: string, more: Partial<Source> = {}) =>
  readReturns(bytes(text), 'returns.csv', { asOf: day('2026-11-22'), timezone: 'UTC', ...more });

async function told(text: string, more: Partial<Source> = {}): Promise<string[]> {
  const { returns } = await read(text, more);
  return returns.map(({ orderId, sku = '?', quantity, returnedAt, returnId = '-', after }) =>
    [orderId, sku, quantity, returnedAt, returnId, `+${after}`].join(' '),
  );
}

async function faults(text: string): Promise<string[]> {
  const { problems } = await read(text);
  return problems.map(({ kind, place }) => `${kind} ${place.line} ${place.column ?? ''}`.trim());
}

const canonical = 'order_id,line_id,sku,quantity,returned_at,reason';

describe('a returns file', () => {
  it('is read in its canonical form, every cell', async () => {
    const { returns, problems } = await read(
      `${canonical},supplier\n#1001,L1,BAG-X,2,2026-11-20,"Zip broke, twice",Acme\n`,
      { suppliers: new Map([['acme', 'acme']]) },
    );
    expect(problems).toEqual([]);
    expect(returns).toEqual([
      {
        orderId: '#1001',
        lineId: 'L1',
        sku: 'BAG-X',
        quantity: 2,
        returnedAt: '2026-11-20',
        reason: 'Zip broke, twice',
        cause: 'defect',
        supplier: 'acme',
        returnId: undefined,
        after: 0,
        asOf: '2026-11-22',
        place: { file: 'returns.csv', line: 2 },
      },
    ]);
  });

  it('counts each row as one where no column tells how many', async () => {
    expect(await told('Order,SKU,Return date\n1,A,2026-11-20\n')).toEqual([
      '1 A 1 2026-11-20 - +0',
    ]);
  });

  it('tells what came back, not what was ordered, where it has both', async () => {
    const text = 'Order,SKU,Quantity,Qty returned,Return date\n1,A,5,2,2026-11-20\n';
    expect(await told(text)).toEqual(['1 A 2 2026-11-20 - +0']);
  });

  it('takes a mark for no number of a return', async () => {
    const rows = ['yes', 'Ja', '1', 'n/a', ''].map((mark) => `1,A,1,2026-11-20,${mark}`);
    const { returns } = await read(`Order,SKU,Qty,Return date,RMA\n${rows.join('\n')}\n`);
    expect(returns.map(({ returnId }) => returnId)).toEqual(rows.map(() => undefined));
  });

  it.each([
    ['without an order', ',A,1,2026-11-20,late', 'order-missing 2 Order'],
    ['without a day', '1,A,1,,late', 'date-missing 2 Return date'],
    ['with a day that is none', '1,A,1,2026-02-30,late', 'date-not-understood 2 Return date'],
    ['with a day to come', '1,A,1,2026-11-24,late', 'return-planned 2 Return date'],
    ['with a blank quantity', '1,A,,2026-11-20,late', 'quantity-missing 2 Qty'],
    ['with a quantity that is none', '1,A,some,2026-11-20,late', 'quantity-not-understood 2 Qty'],
    ['with a negative quantity', '1,A,-1,2026-11-20,late', 'quantity-negative 2 Qty'],
  ])('leaves out a row %s, and says so', async (_, row, fault) => {
    const text = `Order,SKU,Qty,Return date,Return reason\n${row}\n7,A,1,2026-11-20,late\n`;
    expect(await faults(text)).toEqual([fault]);
    expect(await told(text)).toEqual(['7 A 1 2026-11-20 - +0']);
  });

  it('has two returns where two rows without a number are the same, and one where they bear one', async () => {
    const same = '1,A,1,2026-11-20';
    const header = 'Order,SKU,Qty,Return date,RMA number';
    expect(await told(`${header}\n${same},\n${same},\n`)).toEqual([
      '1 A 1 2026-11-20 - +0',
      '1 A 1 2026-11-20 - +1',
    ]);
    const numbered = `${header}\n${same},R-1\n${same},R-1\n`;
    expect(await told(numbered)).toEqual(['1 A 1 2026-11-20 R-1 +0']);
    expect(await faults(numbered)).toEqual(['return-repeated 3']);
  });
});

describe('a header', () => {
  const roleOf = (header: string) => {
    const found = recognise(bytes(`${header}\n`), 'x.csv');
    return 'role' in found ? found.role : found.kind;
  };

  it.each([
    [canonical, 'returns'],
    ['order_id,sku,quantity,returned_at,reason', 'returns'],
    ['Order,Return date', 'returns'],
    ['Order,SKU,Qty,Date,Return reason', 'returns'],
    ['RMA number,Order,SKU,Qty,Date', 'returns'],
    ['RMA number,Order,Order date,SKU,Qty,Return date,Return reason', 'returns'],
    // The number of the parcel is that of the label for the way back.
    ['Order,SKU,Qty,Date,Return reason,Tracking', 'returns'],
    ['Datum;Bestellnummer;Artikel;Menge;Reklamationsgrund', 'returns'],
    ['Bestellnummer;Datum;Retoure', 'returns'],
    // Lists of orders, of parcels and of stock stay what they are.
    ['Order,SKU,Qty,Date', 'orders'],
    ['Order,SKU,Qty,Date,Qty returned', 'orders'],
    ['Order,SKU,Qty,Date,Returned', 'orders'],
    ['Order,SKU,Qty,Date,Reason', 'orders'],
    ['order_id,ordered_at,sku,quantity,fulfilled_quantity,returned_quantity', 'orders'],
    ['order_id,sku,quantity,shipped_at,tracking', 'shipments'],
    ['SKU,Qty,Reason', 'stock'],
    // What could be a list of orders with a mark, or with columns for what came back, is asked about.
    ['Order,SKU,Qty,Date,RMA', 'format-ambiguous'],
    ['Datum;Bestellnummer;Artikelnummer;Menge;Reklamation', 'format-ambiguous'],
    ['Order,Order date,SKU,Qty,Return date,Return reason', 'format-ambiguous'],
    ['Order,SKU,Qty,Ship date,Tracking,Return date,Return reason', 'format-ambiguous'],
  ])('%s is that of %s', (header, role) => {
    expect(roleOf(header)).toBe(role);
  });

  it('of returns is refused as stock, whatever columns are configured, and as orders', async () => {
    const text = bytes('Order,SKU,Qty,Date,Return reason\n1,TENT,2,2026-11-20,late\n');
    const asOf = day('2026-11-22');
    const columns = { sku: 'SKU', quantity: 'Qty' };
    const source = { supplier: 'acme', asOf, coverage: 'full', hash: '', columns } as const;
    const stock = await readStock(text, 'x.csv', source);
    const refused = [{ kind: 'format-other', tells: 'returns' }];
    expect([stock.files, stock.problems]).toMatchObject([[], refused]);
    const lines: unknown[] = [];
    const shop = { asOf, history: false, timezone: 'UTC' };
    const orders = await readOrders(text, 'x.csv', shop, (one) => lines.push(one));
    expect([lines, orders.problems]).toMatchObject([[], refused]);
  });
});
