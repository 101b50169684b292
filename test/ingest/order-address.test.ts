import { expect, it } from 'vitest';
import type { OrderSource } from '../../src/ingest/order-file.ts';
import { readOrders } from '../../src/ingest/read-orders.ts';
import type { Day } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';

async function read(
  text: string,
  columns?: OrderSource['columns'],
): Promise<{ lines: readonly OrderLine[]; kinds: readonly string[] }> {
  const lines: OrderLine[] = [];
  const { problems } = await readOrders(
    new TextEncoder().encode(text),
    'orders.csv',
    { asOf: '2026-11-23' as Day, history: false, timezone: 'UTC', columns },
    (line) => lines.push(line),
  );
  return { lines, kinds: problems.map(({ kind }) => kind) };
}

const shopify =
  'Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone';

it('is that of the first row for all rows of a Shopify order, and one object for them', async () => {
  const { lines, kinds } = await read(`${shopify}
#2,a@x.example,paid,2026-11-20,1,Tent,TENT,Ann Lee,"5 Bay St, Apt 2",5 Bay St,Apt 2,"Lee, Inc.",Boston,'02108,MA,US,'+16175550100
#2,a@x.example,,2026-11-20,2,Lamp,LAMP,,,,,,,,,,
#1,b@x.example,paid,2026-11-19,1,Tent,TENT,Bob,"1 Hill Rd,
Rear
door","1 Hill Rd,
Rear
door",,,Salem,97301-0001,OR,US,
`);
  const ann = {
    name: 'Ann Lee',
    company: 'Lee, Inc.',
    street: '5 Bay St, Apt 2',
    city: 'Boston',
    postcode: '02108',
    phone: '+16175550100',
  };
  const bob = {
    name: 'Bob',
    street: '1 Hill Rd, Rear, door',
    city: 'Salem',
    postcode: '97301-0001',
  };
  expect(lines.map(({ shipTo }) => shipTo)).toEqual([ann, ann, bob]);
  expect(lines[1]?.shipTo).toBe(lines[0]?.shipTo);
  expect(lines[1]).toMatchObject({ shipToRegion: 'MA', shipToCountry: 'US' });
  expect(kinds).toEqual([]);
});

it('is both lines in one where an export has no others', async () => {
  const { lines } = await read(
    'Name,Financial Status,Created at,Lineitem quantity,Lineitem sku,Shipping Street\n#1,paid,2026-11-20,1,TENT,"5 Bay St, Apt 2"\n',
  );
  expect(lines[0]?.shipTo).toEqual({ street: '5 Bay St, Apt 2' });
});

it.each([
  [
    'order_id,ordered_at,sku,quantity,customer_name,ship_to_name,ship_to_company,ship_to_street,ship_to_city,ship_to_postcode,ship_to_phone',
    '1,2026-11-20,TENT,1,Ann,Bob,Bob & Co,1 Hill Rd,Salem,01970,555',
    {
      name: 'Bob',
      company: 'Bob & Co',
      street: '1 Hill Rd',
      city: 'Salem',
      postcode: '01970',
      phone: '555',
    },
  ],
  [
    'Bestellnummer,Bestelldatum,Artikelnummer,Menge,Kunde,Straße,Adresszusatz,PLZ,Ort',
    '1,2026-11-20,TENT,1,Zoë,Am Tor 3,Hof,"=""01067""",Dresden',
    { name: 'Zoë', street: 'Am Tor 3, Hof', city: 'Dresden', postcode: '01067' },
  ],
  // A name alone says where to only if it is not the customer's own.
  ['Order,Date,SKU,Qty,Customer,Ship to name', '1,2026-11-20,TENT,1,Ann,Ann', undefined],
  ['Order,Date,SKU,Qty,Customer,Ship to name', '1,2026-11-20,TENT,1,Ann,Bob', { name: 'Bob' }],
  // A bill's address is none to ship to.
  ['Order,Date,SKU,Qty,Billing address,Billing city', '1,2026-11-20,TENT,1,1 A St,Ware', undefined],
])('is read from a list of orders by its headers: %s', async (header, row, expected) => {
  const { lines, kinds } = await read(`${header}\n${row}\n`);
  expect(lines[0]?.shipTo).toEqual(expected);
  expect(kinds).toEqual([]);
});

it('is read from the columns that a configuration names', async () => {
  const { lines } = await read(
    'No,When,Art,Pcs,To,Line A,Line B,Place\n1,2026-11-20,TENT,1,Ann,1 A St,Rear,Ware\n',
    {
      order_id: 'No',
      ordered_at: 'When',
      sku: 'Art',
      quantity: 'Pcs',
      ship_to_name: 'To',
      ship_to_street: 'Line A',
      ship_to_street_2: 'Line B',
      ship_to_city: 'Place',
    },
  );
  expect(lines[0]?.shipTo).toEqual({ name: 'Ann', street: '1 A St, Rear', city: 'Ware' });
});

it('is never made of the bill and the parcel in a WooCommerce export', async () => {
  const { lines } = await read(
    'Order Number,Order Status,Order Date,SKU,Item #,Quantity,Address 1&2 (Billing),City (Shipping)\n7,Processing,2026-11-20,TENT,1,1,1 Bill St,Ware\n',
  );
  expect(lines[0]?.shipTo).toEqual({ city: 'Ware' });
});
