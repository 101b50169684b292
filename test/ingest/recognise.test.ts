import { describe, expect, it } from 'vitest';
import { readOrders } from '../../src/ingest/read-orders.ts';
import { recognise } from '../../src/ingest/recognise.ts';
import type { Day } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';

const bytes = (...lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const recognised = (header: string, row = '') => recognise(bytes(header, row), 'some.csv');

const shopify =
  'Name,Email,Financial Status,Fulfillment Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Lineitem fulfillment status';
const squarespace =
  'Order ID,Email,Financial Status,Fulfillment Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Lineitem variant,Lineitem fulfillment status';

describe('files are told apart by their headers', () => {
  it.each([
    [shopify, 'orders', 'a Shopify orders export'],
    [squarespace, 'orders', 'a Squarespace orders export'],
    ['Name,Created at,Lineitem sku,Lineitem quantity', 'orders', 'a Shopify orders export'],
    [
      'Sale Date,Item Name,Quantity,Transaction ID,Listing ID,Order ID,SKU',
      'orders',
      'an Etsy export of sold order items',
    ],
    ['TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,SKU', 'stock', 'a supplier stock file'],
    ['date,sku,qty', 'orders', 'a list of orders'],
    ['sku,qty,eta', 'stock', 'a supplier stock file'],
    ['SKU,Available,Last Updated', 'stock', 'a supplier stock file'],
    ['Order Number,Date,SKU,Qty,ETA', 'orders', 'a list of orders'],
  ])('%s', (header, role, title) => {
    expect(recognised(header)).toMatchObject({ role, title });
  });

  it.each([
    [
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales',
      'WooCommerce Analytics > Orders',
    ],
    [
      'Product title,SKU,Items sold,Net sales,Orders,Category,Variations,Status,Stock',
      'WooCommerce Analytics > Products',
    ],
    ['Sale Date,Order ID,Buyer,Number of Items,Date Shipped,SKU', 'Etsy export of sold orders'],
    ['Order ID,Order Date,Order Status,Product Details,Order Total', 'BigCommerce'],
  ])('%s is refused, with the export to take instead', async (header, name) => {
    const title = expect.stringContaining(name);
    const refused = { kind: 'export-unsuited', title, instead: expect.stringMatching(/SKU|Item/) };
    expect(recognised(header)).toMatchObject(refused);
    const source = { asOf: '2026-11-23' as Day, history: false, timezone: 'UTC' };
    const lines: OrderLine[] = [];
    const reading = await readOrders(bytes(header, 'x'), 'x.csv', source, (line) =>
      lines.push(line),
    );
    expect(reading.problems).toMatchObject([refused]);
    expect(lines).toEqual([]);
  });
});

describe('a list of orders is read by its header in', () => {
  it.each([
    ['English', 'Order Date,Product Code,Quantity Ordered'],
    ['German', 'Bestelldatum;Artikelnummer;Menge'],
    ['German, short', 'Datum;Art.-Nr.;Anzahl'],
    ['French', 'Date de commande;Référence;Quantité'],
    ['Spanish', 'Fecha;Referencia;Cantidad'],
    ['Italian', 'Data ordine;Codice articolo;Quantità'],
    ['Dutch', 'Besteldatum;Artikelnummer;Aantal'],
    ['Polish', 'Data zamówienia;Kod produktu;Ilość'],
    ['Romanian', 'Data comenzii;Cod produs;Cantitate'],
    ['Portuguese', 'Data do pedido;Código do produto;Quantidade'],
    ['Russian', 'Дата заказа;Артикул;Количество'],
  ])('%s', async (_language, header) => {
    const sign = header.includes(';') ? ';' : ',';
    const file = bytes(header, ['2026-11-20', '00123', '4'].join(sign));
    expect(recognise(file, 'orders.csv')).toMatchObject({ role: 'orders' });
    const source = { asOf: '2026-11-23' as Day, history: false, timezone: 'UTC' };
    const lines: OrderLine[] = [];
    await readOrders(file, 'orders.csv', source, (line) => lines.push(line));
    expect(lines).toMatchObject([{ orderedAt: '2026-11-20', sku: '00123', quantity: 4 }]);
  });
});
