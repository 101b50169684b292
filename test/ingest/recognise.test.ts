import { describe, expect, it } from 'vitest';
import { readListing } from '../../src/ingest/listing.ts';
import { readOrders } from '../../src/ingest/read-orders.ts';
import { recognise } from '../../src/ingest/recognise.ts';
import type { Day } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { inWords, read } from './reading-stock.ts';

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
    ['sku,asin,price,quantity', 'stock', 'a supplier stock file'],
    ['sku,title,quantity,currency_code,image1', 'stock', 'a supplier stock file'],
    ['id,availability,custom_label_0', 'listing', 'a Google Merchant feed'],
    ['date,sku,qty', 'orders', 'a list of orders'],
    ['sku,qty,eta', 'stock', 'a supplier stock file'],
    ['Réf;Désignation;Stock;Commande', 'stock', 'a supplier stock file'],
    ['Artikel;Bestellnummer;Bestand', 'stock', 'a supplier stock file'],
    ['SKU,Name,On hand,PO Number', 'stock', 'a supplier stock file'],
    ['SKU,Available,Last Updated', 'stock', 'a supplier stock file'],
    ['Order Number,Date,SKU,Qty,ETA', 'orders', 'a list of orders'],
    ['Order #,Date Ordered,SKU,Qty,Ship Date', 'orders', 'a list of orders'],
    ['Order,Date,SKU,Qty,Tracking', 'shipments', 'a list of shipments'],
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

const productExports: readonly (readonly [title: string, header: string])[] = [
  [
    'an Amazon inventory report',
    'sku\tasin\tprice\tquantity\tBusiness Price\tMinimum order quantity',
  ],
  [
    'an Amazon listings report',
    'item-name\titem-description\tlisting-id\tseller-sku\tprice\tquantity\topen-date',
  ],
  [
    'a BigCommerce product export',
    'Item,ID,Name,Type,SKU,Inventory Tracking,Current Stock,Low Stock,Price,Bin Picking Number',
  ],
  [
    'a BigCommerce product export',
    'Item Type,Product ID,Product Code/SKU,Bin Picking Number,Current Stock Level,Low Stock Level',
  ],
  [
    'an eBay listings file',
    'Item number,Title,Variation details,Custom label (SKU),Available quantity,Format,Start price',
  ],
  [
    'an eBay listings file',
    '*Action(SiteID=US|Country=US|Currency=USD|Version=1193),ItemID,CustomLabel,StartPrice,Quantity',
  ],
  [
    'an Etsy listings download',
    'TITEL,BESCHREIBUNG,PREIS,WÄHRUNGSCODE,MENGE,TAGS,MATERIALIEN,BILD1,SKU',
  ],
  [
    'an Etsy listings download',
    'TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,IMAGE1,SKU',
  ],
  [
    'an Etsy listings download',
    'TITOLO,DESCRIZIONE,PREZZO,CURRENCY_CODE,QUANTITÀ,TAG,MATERIALI,IMMAGINE1,SKU',
  ],
  [
    'a Magento (Adobe Commerce) product export',
    'sku,attribute_set_code,product_type,name,price,created_at,qty,is_in_stock',
  ],
  ['a Meta catalogue file', 'id,title,availability,price,quantity_to_sell_on_facebook,material'],
  ['a supplemental feed of labels', 'id,custom_label_0,custom_label_1'],
  ['a PrestaShop product file', 'id;Active (0/1);Name*;Reference #;Supplier reference #;Quantity'],
  [
    'a ReadyScript product export',
    'Короткое название;URL имя;Артикул;Дата поступления;Остаток;Показывать товар',
  ],
  [
    'a Squarespace product export',
    'Product ID [Non Editable],Variant ID [Non Editable],Title,SKU,Price,Stock',
  ],
  [
    'a WooCommerce product file in another language than English',
    'ID,Typ,Artikelnummer,Name,Ist hervorgehoben?,Vorrätig?,Bestand,Lieferrückstände erlaubt?',
  ],
  [
    'a WooCommerce product file in another language than English',
    'ID,Tipo,SKU,Nombre,¿Está destacado?,¿Existencias?,Inventario,¿Permitir reservas de productos agotados?',
  ],
  [
    'a WooCommerce product file in another language than English',
    'ID,Type,UGS,Nom,Mis en avant ?,En stock ?,Stock,Autoriser les commandes de produits en rupture ?',
  ],
  ['a Wix product export', 'handle,fieldType,name,price,inventory,preOrderLimit,sku,barcode'],
];

const orderSource = { asOf: '2026-11-23' as Day, history: false, timezone: 'UTC' };
const ordersIn = (header: string) =>
  readOrders(bytes(header, 'x'), 'x.csv', orderSource, () => undefined);

describe('a product export that cannot be rewritten is taken for nothing else', () => {
  it.each(productExports)('%s: %s', async (title, header) => {
    const refused = { kind: 'export-unsuited', title };
    expect(recognised(header)).toMatchObject(refused);
    expect((await read([header, 'x'])).problems).toMatchObject([refused]);
    expect((await ordersIn(header)).problems).toMatchObject([refused]);
    expect((await readListing(bytes(header, 'x'), 'x.csv')).problems).toMatchObject([refused]);
  });

  it('but is read as stock where the columns are named', async () => {
    const lines = ['handle,fieldType,inventory,sku', 'tent,PRODUCT,5,TENT'];
    const columns = { sku: 'sku', quantity: 'inventory' };
    expect(inWords(await read(lines, { columns }))).toEqual(['TENT 5 exact']);
  });
});

describe("a shop's file given as another one says what it is", () => {
  it.each([
    ['a Shopify product file', 'Handle,Title,Variant SKU,Variant Inventory Qty'],
    ['a Shopify inventory file', 'Handle,Title,SKU,Location,On hand (current),On hand (new)'],
    ['a WooCommerce product file', 'ID,Type,SKU,Name,In stock?,Stock'],
    ['a Google Merchant feed', 'id,title,link,availability,price'],
  ])('%s, as stock and as orders', async (title, header) => {
    const refused = { kind: 'export-unsuited', title, instead: expect.stringContaining('listing') };
    expect((await read([header, 'x'])).problems).toMatchObject([refused]);
    expect((await ordersIn(header)).problems).toMatchObject([refused]);
  });

  it('a list of orders as stock', async () => {
    const sold = 'Sale Date,Item Name,Quantity,Transaction ID,Listing ID,Order ID,SKU';
    const title = 'an Etsy export of sold order items';
    const instead = expect.stringContaining('--orders');
    expect((await read([sold, 'x'])).problems).toMatchObject([
      { kind: 'export-unsuited', title, instead },
    ]);
  });

  it('unless the columns are named: suppliers use shops too', async () => {
    const lines = ['ID,Type,SKU,Name,In stock?,Stock', '1,simple,TENT,Tent,1,7'];
    expect(inWords(await read(lines, { columns: { quantity: 'Stock' } }))).toEqual([
      'TENT 7 exact',
    ]);
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

describe('a list with a bare date and a tracking number', () => {
  it.each(['Customer', 'Price', 'Email'])('may be of orders where it has a column %s', (name) => {
    expect(recognised(`Order,Date,SKU,Qty,Tracking,${name}`)).toMatchObject({
      kind: 'format-ambiguous',
      formats: ['a list of shipments', 'a list of orders'],
    });
  });
});
