import { describe, expect, it } from 'vitest';
import { readOrders } from '../../src/ingest/read-orders.ts';
import { readShipments, type ShipmentSource } from '../../src/ingest/read-shipments.ts';
import { recognise } from '../../src/ingest/recognise.ts';
import { readStock } from '../../src/ingest/stock.ts';
import { day } from '../plan/builders.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(text: string, more: Partial<ShipmentSource> = {}) {
  const source = { asOf: day('2026-11-22'), timezone: 'America/New_York', ...more };
  return readShipments(bytes(text), 'parcels.csv', source);
}

/** Shipments in few words: `#1 TENT 2 2026-11-20 1Z1 +0`. */
async function told(text: string, more: Partial<ShipmentSource> = {}): Promise<string[]> {
  const { shipments } = await read(text, more);
  return shipments.map(({ orderId, sku = '?', quantity, shippedAt, tracking = '-', after }) =>
    [orderId, sku, quantity, shippedAt, tracking, `+${after}`].join(' '),
  );
}

async function faults(text: string, more: Partial<ShipmentSource> = {}): Promise<string[]> {
  const { problems } = await read(text, more);
  return problems.map(({ kind, place }) => `${kind} ${place.line} ${place.column ?? ''}`.trim());
}

const canonical = 'order_id,line_id,sku,quantity,shipped_at,supplier,carrier,tracking,delivered_at';

describe('a shipments file', () => {
  it('is read in its canonical form, every cell', async () => {
    const { shipments, problems } = await read(
      `${canonical}\n#1001,L1,TENT,2,2026-11-20,acme,DHL,JD01,2026-11-22\n`,
    );
    expect(problems).toEqual([]);
    expect(shipments).toEqual([
      {
        orderId: '#1001',
        lineId: 'L1',
        sku: 'TENT',
        quantity: 2,
        shippedAt: '2026-11-20',
        supplier: 'acme',
        carrier: 'DHL',
        tracking: 'JD01',
        deliveredAt: '2026-11-22',
        after: 0,
        asOf: '2026-11-22',
        place: { file: 'parcels.csv', line: 2 },
      },
    ]);
  });

  it.each([
    ['English', 'Customer PO,Item No,Qty Shipped,Ship Date,Tracking #'],
    ['German', 'Bestellnummer,Artikelnummer,Menge,Versanddatum,Sendungsnummer'],
    ['French', "N° de commande,Référence,Quantité,Date d'expédition,N° de suivi"],
    ['Spanish', 'Pedido,Referencia,Cantidad,Fecha de envío,Seguimiento'],
    ['Italian', 'Ordine,Codice articolo,Quantità,Data spedizione,Numero di tracking'],
    ['Dutch', 'Bestelnummer,Artikelcode,Aantal,Verzenddatum,Trackingcode'],
    ['Polish', 'Nr zamówienia,Indeks,Ilość,Data wysyłki,Nr przesyłki'],
    ['Romanian', 'Comandă,Cod produs,Cantitate,Data expedierii,Număr AWB'],
    ['Portuguese', 'Encomenda,Código,Quantidade,Data de envio,Rastreio'],
    ['Russian', 'Номер заказа,Артикул,Количество,Дата отправки,Трек-номер'],
  ])('is known by a header in %s', async (_, header) => {
    const text = `${header}\n1001,TENT,2,2026-11-20,1Z1\n`;
    expect(recognise(bytes(text), 'x.csv')).toMatchObject({ role: 'shipments' });
    expect(await told(text)).toEqual(['1001 TENT 2 2026-11-20 1Z1 +0']);
  });

  it('tells what was shipped, not what was ordered, where it has both', async () => {
    const text = 'Order,SKU,Quantity,Qty Shipped,Ship date\n1,TENT,5,3,2026-11-20\n';
    expect(await told(text)).toEqual(['1 TENT 3 2026-11-20 - +0']);
    const columns = { quantity: 'Quantity' };
    expect(await told(text, { columns })).toEqual(['1 TENT 5 2026-11-20 - +0']);
  });

  it('settles which number is the month by the column as a whole, or is told', async () => {
    const header = 'Order,SKU,Qty,Ship date,Tracking';
    expect(await told(`${header}\n1,A,1,03/11/2026,T1\n2,A,1,20/11/2026,T2\n`)).toEqual([
      '1 A 1 2026-11-03 T1 +0',
      '2 A 1 2026-11-20 T2 +0',
    ]);
    const unclear = `${header}\n1,A,1,03/11/2026,T1\n`;
    expect(await faults(unclear)).toEqual(['date-ambiguous 2 Ship date']);
    expect(await told(unclear, { dayOrder: 'month-first' })).toEqual(['1 A 1 2026-03-11 T1 +0']);
  });

  it('moves a time with an offset to the day of the shop', async () => {
    const text = 'Order,SKU,Qty,Ship date,Tracking\n1,A,1,2026-11-21T02:30:00Z,T1\n';
    expect(await told(text)).toEqual(['1 A 1 2026-11-20 T1 +0']);
  });

  it('takes no word for a tracking number', async () => {
    const rows = ['N/A', '-', 'pending', '0', 'none', ''].map((word) => `1,A,1,2026-11-20,${word}`);
    const { shipments } = await read(`Order,SKU,Qty,Ship date,Tracking\n${rows.join('\n')}\n`);
    expect(shipments.map(({ tracking }) => tracking)).toEqual(rows.map(() => undefined));
  });

  it('calls a supplier as the configuration does; without one in the row it is the section’s', async () => {
    const text = `${canonical}\n1,,A,1,2026-11-20,Acme Outdoor,,T1,\n1,,A,1,2026-11-20,,,T2,\n1,,A,1,2026-11-20,Other,,T3,\n`;
    const suppliers = new Map([['acme outdoor', 'acme']]);
    const { shipments } = await read(text, { suppliers, supplier: 'beta' });
    expect(shipments.map(({ supplier }) => supplier)).toEqual(['acme', 'beta', 'Other']);
  });

  it.each([
    ['without an order', ',A,1,2026-11-20,T1', 'order-missing 2 Order'],
    ['without a day', '1,A,1,,T1', 'date-missing 2 Ship date'],
    ['with a day that is none', '1,A,1,soon,T1', 'date-not-understood 2 Ship date'],
    ['with a day to come', '1,A,1,2026-11-24,T1', 'shipment-planned 2 Ship date'],
    ['without a quantity', '1,A,,2026-11-20,T1', 'quantity-missing 2 Qty'],
    ['with a quantity that is none', '1,A,two,2026-11-20,T1', 'quantity-not-understood 2 Qty'],
    ['with half a unit', '1,A,0.5,2026-11-20,T1', 'quantity-not-understood 2 Qty'],
    ['with a negative quantity', '1,A,-1,2026-11-20,T1', 'quantity-negative 2 Qty'],
    ['with a SKU that a spreadsheet changed', '1,1.2E+11,1,2026-11-20,T1', 'sku-mangled 2 SKU'],
  ])('leaves out a row %s, and says so', async (_, row, fault) => {
    const text = `Order,SKU,Qty,Ship date,Tracking\n${row}\n7,A,1,2026-11-20,T7\n`;
    expect(await faults(text)).toEqual([fault]);
    expect(await told(text)).toEqual(['7 A 1 2026-11-20 T7 +0']);
  });

  it('reads a day one ahead of the file’s: elsewhere it is tomorrow already', async () => {
    expect(await told('Order,SKU,Qty,Ship date,Tracking\n1,A,1,2026-11-23,T1\n')).toHaveLength(1);
  });

  it('keeps a row without a SKU: an order of one article needs none', async () => {
    expect(await told('Order,SKU,Qty,Ship date,Tracking\n1,,1,2026-11-20,T1\n')).toEqual([
      '1 ? 1 2026-11-20 T1 +0',
    ]);
  });

  it('reads a row whose day of delivery is no date, without it', async () => {
    const text = `${canonical}\n1,,A,1,2026-11-20,,,T1,soon\n`;
    expect(await faults(text)).toEqual(['date-ignored 2 delivered_at']);
    expect(await told(text)).toEqual(['1 A 1 2026-11-20 T1 +0']);
  });

  it('is refused without a quantity, an order or a day', async () => {
    for (const header of [
      'Order,Ship date,Tracking',
      'Qty,Ship date,Tracking',
      'Order,Qty,Tracking',
    ])
      expect(await faults(`${header}\n1,2026-11-20,T1\n`)).toEqual(['column-missing 1']);
  });
});

describe('parcels of one file', () => {
  const rows = (...cells: string[]) => `Order,SKU,Qty,Ship date,Tracking\n${cells.join('\n')}\n`;

  it('are two where two rows without a number are the same', async () => {
    expect(await told(rows('1,A,1,2026-11-20,', '1,A,1,2026-11-20,'))).toEqual([
      '1 A 1 2026-11-20 - +0',
      '1 A 1 2026-11-20 - +1',
    ]);
  });

  it('are two where one has a number and one has none, whichever stands first', async () => {
    const expected = ['1 A 2 2026-11-20 T1 +0', '1 A 1 2026-11-20 - +2'];
    expect(await told(rows('1,A,2,2026-11-20,T1', '1,A,1,2026-11-20,'))).toEqual(expected);
    expect(await told(rows('1,A,1,2026-11-20,', '1,A,2,2026-11-20,T1'))).toEqual(expected);
  });

  it('are one where a number is repeated with the same units, which is reported', async () => {
    const text = rows('1,A,1,2026-11-20,T1', '1,A,1,2026-11-20,T 1');
    expect(await told(text)).toEqual(['1 A 1 2026-11-20 T1 +0']);
    expect(await faults(text)).toEqual(['shipment-repeated 3']);
  });

  it('hold several articles under one number, and more units of one', async () => {
    const text = rows('1,A,1,2026-11-20,T1', '1,B,1,2026-11-20,T1', '1,A,3,2026-11-20,T1');
    expect((await told(text)).toSorted()).toEqual([
      '1 A 1 2026-11-20 T1 +0',
      '1 A 3 2026-11-20 T1 +1',
      '1 B 1 2026-11-20 T1 +0',
    ]);
    expect(await faults(text)).toEqual([]);
  });
});

describe('a header', () => {
  const roleOf = (header: string) => {
    const found = recognise(bytes(`${header}\n`), 'x.csv');
    return 'role' in found ? found.role : found.kind;
  };
  it.each([
    [canonical, 'shipments'],
    ['Order,SKU,Qty,Date,Tracking', 'shipments'],
    ['Order,SKU,Qty,Ship date', 'shipments'],
    // A bare date is that of the order where nothing tells of parcels.
    ['Order,SKU,Qty,Date', 'orders'],
    ['Order,SKU,Qty,Order date,Ship date', 'orders'],
    ['Order,SKU,Qty,Order date,Tracking', 'orders'],
    ['Order,SKU,Qty,Order date,Ship date,Tracking', 'format-ambiguous'],
    ['SKU,Qty,Tracking', 'format-unknown'],
    ['SKU,Qty', 'stock'],
  ])('%s is that of %s', (header, role) => {
    expect(roleOf(header)).toBe(role);
  });

  it('of shipments is refused as stock, whatever columns are configured, and as orders', async () => {
    const text = bytes('Order,SKU,Qty,Date,Tracking\n1,TENT,2,2026-11-20,T1\n');
    const asOf = day('2026-11-22');
    const columns = { sku: 'SKU', quantity: 'Qty' };
    const source = { supplier: 'acme', asOf, coverage: 'full', hash: '', columns } as const;
    const stock = await readStock(text, 'x.csv', source);
    expect(stock.files).toEqual([]);
    expect(stock.problems.map(({ kind }) => kind)).toEqual(['format-other']);
    const lines: unknown[] = [];
    const shop = { asOf, history: false, timezone: 'UTC' };
    const orders = await readOrders(text, 'x.csv', shop, (one) => lines.push(one));
    expect(lines).toEqual([]);
    expect(orders.problems.map(({ kind }) => kind)).toEqual(['format-other']);
  });
});
