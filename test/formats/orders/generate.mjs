// Writes the order exports of an invented shop in New York, and beside each the order lines that are to be read from
// it. Both are made from one list of orders, by code of its own: nothing of the program is used here.
//
//   npm run fixtures
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomFrom } from '../random.mjs';

const home = dirname(new URL(import.meta.url).pathname);

const random = randomFrom(20261123);
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const two = (n) => String(n).padStart(2, '0');

const articles = [
  ['TENT-2', 'Tent "Fjell", 2 persons', 129],
  ['00417', 'Stove, small', 39.5],
  ['LAMP/RED', 'Lamp – red', 18.25],
  ['peg 10', 'Pegs, set of 10', 6.4],
  ['MUG;BLUE', 'Mug; blue', 9.99],
  ['BAG|40L', 'Bag | 40 l: grey', 74],
  ['SOCKS-M', 'Socks, medium', 11],
];
const people = [
  ['Ada', 'Lund', 'US', 'NY', 'United States'],
  ['Ben', "O'Hara", 'US', 'CA', 'United States'],
  ['Zoë', 'Müller', 'DE', '', 'Germany'],
  ['Chris', 'Jones', 'GB', '', 'United Kingdom'],
];

/** Where each lives: with two lines, a company, a postcode that begins with a nought, or without a phone. */
const homes = {
  Lund: {
    street: ['12 Birch Ave', 'Apt 4'],
    city: 'Ware',
    postcode: '01082',
    phone: '+1 413 555 0100',
  },
  "O'Hara": {
    company: 'Pier, Rope & Co',
    street: ['9 Pier Rd', ''],
    city: 'Oakland',
    postcode: '94601',
  },
  Müller: { street: ['Am Tor 3', ''], city: 'Dresden', postcode: '01067', phone: '0351 5550' },
  Jones: {
    street: ['Flat 2', '1 Mill Lane'],
    city: 'Leeds',
    postcode: 'LS1 4AB',
    phone: '+44 113 555',
  },
};

/** The address of an order as it is to be read, from an export that has columns for these parts. */
function addressOf({ name, family }, ...parts) {
  const { company, street, city, postcode, phone } = homes[family];
  return {
    ship_to_name: name,
    ship_to_company: parts.includes('company') ? company : '',
    ship_to_street: street.filter(Boolean).join(', '),
    ship_to_city: city,
    ship_to_postcode: postcode,
    ship_to_phone: parts.includes('phone') ? phone : '',
  };
}

/** Days from 2 to 21 November 2026, all in winter time (five hours behind Greenwich). */
function moment(day, hour) {
  return Date.UTC(2026, 10, day, hour + 5, below(60), below(60));
}
const local = (at) => new Date(at - 5 * 3600e3).toISOString().slice(0, 19);
const dayOf = (at) => local(at).slice(0, 10);

/** Orders of one to three lines; times late in the evening too, which are on the next day elsewhere. */
function makeOrders(count, first) {
  return Array.from({ length: count }, (_, i) => {
    const day = 2 + Math.floor((i * 17) / count);
    const at = moment(day, pick([0, 8, 12, 19, 23]));
    const [given, family, code, region, country] = pick(people);
    const size = pick([1, 1, 1, 2, 2, 3]);
    const start = below(articles.length);
    const lines = Array.from({ length: size }, (_, j) => {
      const [sku, title, price] = articles[(start + j) % articles.length];
      return { sku, title, price, quantity: 1 + below(4), item: 110000000 + ((start + j) % 7) };
    });
    // The same article twice in an order happens.
    if (i % 13 === 5) lines.push({ ...lines[0], quantity: 1 });
    const email = `${given}.${i}@example.com`.toLowerCase().replace('ë', 'e');
    return {
      number: first + i,
      i,
      at,
      given,
      family,
      name: `${given} ${family}`,
      email,
      code,
      region,
      country,
      lines,
    };
  });
}

const columns =
  'order_id,line_id,ordered_at,sku,title,quantity,fulfilled_quantity,cancelled_quantity,returned_quantity,fulfilled_at,cancelled_at,supplier,forwarded_at,promised_ship_date,promised_delivery_date,payment_state,unit_price,currency,customer_name,customer_email,ship_to_country,ship_to_region,locale,channel,ship_to_name,ship_to_company,ship_to_street,ship_to_city,ship_to_postcode,ship_to_phone'.split(
    ',',
  );

function cellOf(value, delimiter, always) {
  const text = String(value ?? '');
  const needs = always || text.includes(delimiter) || /["\r\n]/.test(text);
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

function table(rows, { delimiter = ',', end = '\n', bom = '', always = false } = {}) {
  const lines = rows.map((row) =>
    row.map((cell) => cellOf(cell, delimiter, always)).join(delimiter),
  );
  return `${bom}${lines.join(end)}${end}`;
}

/** Rows of cells named by column. */
const under = (header, rows) => [
  header,
  ...rows.map((row) => header.map((name) => row[name] ?? '')),
];

function write(name, files, expected) {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  // Lines of a file are found by their order and name, whatever their order in it.
  const key = (row) => `${row.ordered_at} ${row.order_id} ${row.line_id}`;
  const sorted = expected.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  writeFileSync(join(folder, 'expected.csv'), table(under(columns, sorted)));
}

/** What every line of an order says, whatever the channel; `state` is what has become of it. */
function expectedLines(order, channel, id, stateOf, lineIdOf) {
  const seen = new Map();
  return order.lines.flatMap((line, j) => {
    const state = stateOf(line, j);
    if (!state) return [];
    const count = (seen.get(line.sku) ?? 0) + 1;
    seen.set(line.sku, count);
    return {
      order_id: id,
      line_id: lineIdOf ? lineIdOf(line, j) : count === 1 ? line.sku : `${line.sku}#${count}`,
      ordered_at: local(order.at),
      sku: line.sku,
      title: line.title,
      quantity: line.quantity,
      fulfilled_quantity: 0,
      cancelled_quantity: 0,
      returned_quantity: 0,
      unit_price: line.price,
      customer_name: order.name,
      ship_to_country: order.code,
      ship_to_region: order.region,
      channel,
      ...state,
    };
  });
}

// --- Squarespace -----------------------------------------------------------------------------------------------------

{
  const header =
    'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Address1,Billing City,Billing Zip,Billing Province,Billing Country,Shipping Name,Shipping Address1,Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Cancelled at,Private Notes,Payment Method,Payment Reference'.split(
      ',',
    );
  const stamp = (at, zone) => {
    const hours = zone / 100;
    const text = new Date(at + hours * 3600e3).toISOString().slice(0, 19).replace('T', ' ');
    return `${text} ${zone < 0 ? '-' : '+'}${two(Math.abs(hours))}00`;
  };
  const rows = [];
  const expected = [];
  for (const order of makeOrders(60, 300)) {
    const id = String(order.number).padStart(5, '0');
    const kind = ['open', 'open', 'done', 'cancelled', 'refunded'][order.i % 5];
    const zone = order.i % 3 === 0 ? -800 : -500;
    const later = order.at + 30 * 3600e3;
    const home = homes[order.family];
    const total = order.lines
      .reduce((sum, { price, quantity }) => sum + price * quantity, 0)
      .toFixed(2);
    order.lines.forEach((line, j) => {
      const item = {
        'Order ID': id,
        'Lineitem quantity': line.quantity,
        'Lineitem name': line.title,
        'Lineitem price': line.price.toFixed(2),
        'Lineitem sku': line.sku,
        'Lineitem variant': 'Standard',
        'Lineitem requires shipping': 'true',
        'Lineitem fulfillment status': kind === 'done' ? 'fulfilled' : 'pending',
      };
      const head = {
        Email: order.email,
        'Financial Status': kind === 'refunded' ? 'REFUNDED' : 'PAID',
        'Paid at': stamp(order.at, zone),
        'Fulfillment Status':
          kind === 'done' ? 'FULFILLED' : kind === 'cancelled' ? 'CANCELED' : 'PENDING',
        'Fulfilled at': kind === 'done' ? stamp(later, zone) : '',
        Currency: 'USD',
        Subtotal: total,
        'Amount Refunded': kind === 'refunded' ? total : '0.00',
        Total: total,
        'Created at': stamp(order.at, zone),
        'Shipping Name': order.name,
        'Shipping Address1': home.street[0],
        'Shipping Address2': home.street[1],
        'Shipping City': home.city,
        'Shipping Zip': home.postcode,
        'Shipping Phone': home.phone,
        'Shipping Province': order.region,
        'Shipping Country': order.code,
        'Cancelled at': kind === 'cancelled' ? stamp(later, zone) : '',
        'Private Notes': order.i % 7 === 0 ? 'call first,\nthen "ring"' : '',
      };
      rows.push(j === 0 ? { ...item, ...head } : item);
    });
    expected.push(
      ...expectedLines(order, 'squarespace', id, ({ quantity }) => ({
        currency: 'USD',
        customer_email: order.email,
        ...addressOf(order, 'phone'),
        payment_state: kind === 'refunded' ? 'refunded' : 'paid',
        ...(kind === 'done' && { fulfilled_quantity: quantity, fulfilled_at: dayOf(later) }),
        ...(kind === 'cancelled' && { cancelled_quantity: quantity, cancelled_at: dayOf(later) }),
      })),
    );
  }
  write('squarespace', { 'orders.csv': table(under(header, rows)) }, expected);
}

// --- WooCommerce, Advanced Order Export ------------------------------------------------------------------------------

const wooKinds = [
  'processing',
  'completed',
  'on-hold',
  'pending',
  'cancelled',
  'refunded',
  'failed',
  'completed',
  'processing',
];

/** Units refunded of a line: one of some, where goods went out or are still to go. */
const refundedUnits = (order, kind, line) =>
  kind === 'refunded'
    ? line.quantity
    : order.i % 9 >= 7 && line.quantity > 1 && line === order.lines[0]
      ? 1
      : 0;

function wooState(order, kind, line) {
  const refunded = refundedUnits(order, kind, line);
  const { quantity } = line;
  switch (kind) {
    case 'processing':
      return { payment_state: 'paid', cancelled_quantity: refunded };
    case 'completed':
      return { payment_state: 'paid', fulfilled_quantity: quantity, returned_quantity: refunded };
    case 'on-hold':
    case 'pending':
      return { payment_state: 'pending', cancelled_quantity: refunded };
    case 'refunded':
      return { payment_state: 'refunded', cancelled_quantity: quantity };
    default:
      return { payment_state: 'voided', cancelled_quantity: quantity };
  }
}

function woo(name, orders, { words, header, date, repeated, style, file }) {
  const rows = [];
  const expected = [];
  for (const order of orders) {
    const kind = wooKinds[order.i % 9];
    const home = homes[order.family];
    order.lines.forEach((line, j) => {
      const head = {
        'Order Number': order.number,
        'Order Status': words[kind],
        'Order Date': date(order.at),
        'First Name (Billing)': order.given,
        'Last Name (Billing)': order.family,
        'Email (Billing)': order.email,
        'Country Code (Shipping)': order.code,
        'State Code (Shipping)': order.region,
        'First Name (Shipping)': order.given,
        'Last Name (Shipping)': order.family,
        'Company (Shipping)': home.company,
        // The plugin has either one column for both lines or one for each.
        'Address 1&2 (Shipping)': home.street.filter(Boolean).join(', '),
        'Address 1 (Shipping)': home.street[0],
        'Address 2 (Shipping)': home.street[1],
        'City (Shipping)': home.city,
        'Postcode (Shipping)': home.postcode,
        'Address 1&2 (Billing)': '1 Other St',
        'Phone (Billing)': home.phone,
        'Order Currency': 'EUR',
        'Payment Method Title': 'Card',
        'Order Total Amount': '0',
      };
      const cost = line.price.toFixed(2);
      const item = {
        'Item #': j + 1,
        SKU: line.sku,
        'Item Name': line.title,
        Quantity: line.quantity,
        'Quantity (- Refund)': line.quantity - refundedUnits(order, kind, line),
        'Item Cost': style.delimiter === ';' ? cost.replace('.', ',') : cost,
        'Order Line Total': (line.price * line.quantity).toFixed(2),
      };
      rows.push(repeated || j === 0 ? { ...head, ...item } : item);
    });
    expected.push(
      ...expectedLines(order, 'woocommerce', String(order.number), (line) => ({
        currency: 'EUR',
        customer_email: order.email,
        ...addressOf(order, 'company', 'phone'),
        ...wooState(order, kind, line),
      })).map((row) => ({ ...row, ordered_at: row.ordered_at.replace(/:\d\d$/, ':00') })),
    );
  }
  write(name, { [file]: table(under(header, rows), style) }, expected);
}

const wooHeader = (street) =>
  `Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Address 1&2 (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Company (Shipping),${street},City (Shipping),Postcode (Shipping),Country Code (Shipping),State Code (Shipping),Payment Method Title,Order Currency,Order Total Amount,Item #,SKU,Item Name,Quantity,Quantity (- Refund),Item Cost,Order Line Total`.split(
    ',',
  );

woo('woocommerce-repeated', makeOrders(70, 5000), {
  header: wooHeader('Address 1&2 (Shipping)'),
  words: {
    processing: 'Processing',
    completed: 'Completed',
    'on-hold': 'On hold',
    pending: 'Pending payment',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
    failed: 'Failed',
  },
  date: (at) => local(at).slice(0, 16).replace('T', ' '),
  repeated: true,
  style: {},
  file: 'orders.csv',
});

// Blank on further rows, the order's number too; semicolons, a mark, CRLF; German words; the day first.
woo('woocommerce-blank', makeOrders(70, 7000), {
  header: wooHeader('Address 1 (Shipping),Address 2 (Shipping)'),
  words: {
    processing: 'In Bearbeitung',
    completed: 'Fertiggestellt',
    'on-hold': 'In Wartestellung',
    pending: 'Zahlung ausstehend',
    cancelled: 'Storniert',
    refunded: 'Rückerstattet',
    failed: 'Fehlgeschlagen',
  },
  date: (at) => local(at).replace(/(....)-(..)-(..)T(.....).*/, '$3/$2/$1 $4'),
  repeated: false,
  style: { delimiter: ';', end: '\r\n', bom: '\ufeff' },
  file: 'orders.csv',
});

// --- WebToffee -------------------------------------------------------------------------------------------------------

for (const packed of [true, false]) {
  const order =
    'order_id,order_number,order_date,status,shipping_total,order_total,order_currency,payment_method,customer_email,billing_first_name,billing_last_name,billing_email,billing_phone,shipping_first_name,shipping_last_name,shipping_company,shipping_address_1,shipping_address_2,shipping_city,shipping_postcode,shipping_state,shipping_country,customer_note'.split(
      ',',
    );
  const places = [1, 2, 3, 4];
  const items = packed
    ? places.map((n) => `line_item_${n}`)
    : places.flatMap((n) =>
        ['Name', 'id', 'SKU', 'Quantity', 'Total', 'Subtotal'].map(
          (part) => `Product Item ${n} ${part}`,
        ),
      );
  const rows = [];
  const expected = [];
  for (const one of makeOrders(45, packed ? 900 : 1900)) {
    const kind = wooKinds[one.i % 7];
    const home = homes[one.family];
    const row = {
      order_id: one.number + 40,
      order_number: one.number,
      order_date: local(one.at).replace('T', ' '),
      status: kind,
      order_currency: 'USD',
      billing_email: one.email,
      billing_first_name: one.given,
      billing_last_name: one.family,
      shipping_first_name: one.given,
      shipping_last_name: one.family,
      billing_phone: home.phone,
      shipping_company: home.company,
      shipping_address_1: home.street[0],
      shipping_address_2: home.street[1],
      shipping_city: home.city,
      shipping_postcode: home.postcode,
      shipping_state: one.region,
      shipping_country: one.code,
    };
    one.lines.forEach((line, j) => {
      const total = (line.price * line.quantity).toFixed(2);
      const sku = line.sku.replace('|', '-');
      if (packed) {
        row[`line_item_${j + 1}`] =
          `name:${line.title}|product_id:${line.item}|sku:${sku}|quantity:${line.quantity}|total:${total}|sub_total:${total}`;
        return;
      }
      const part = (name) => `Product Item ${j + 1} ${name}`;
      row[part('Name')] = line.title;
      row[part('id')] = line.item;
      row[part('SKU')] = sku;
      row[part('Quantity')] = line.quantity;
      row[part('Total')] = total;
      row[part('Subtotal')] = total;
    });
    rows.push(row);
    const unRefunded = {
      ...one,
      i: 0,
      lines: one.lines.map((line) => ({ ...line, sku: line.sku.replace('|', '-') })),
    };
    expected.push(
      ...expectedLines(unRefunded, 'woocommerce', String(one.number), (line) => {
        const state = wooState(unRefunded, kind, line);
        // Without a refunded quantity an order refunded in full tells it by its payment alone.
        return {
          currency: 'USD',
          customer_email: one.email,
          ...addressOf(one, 'company', 'phone'),
          ...state,
          ...(kind === 'refunded' && { cancelled_quantity: 0 }),
        };
      }),
    );
  }
  write(
    packed ? 'webtoffee' : 'webtoffee-apart',
    { 'orders.csv': table(under([...order, ...items], rows)) },
    expected,
  );
}

// --- Amazon ----------------------------------------------------------------------------------------------------------

{
  const common = 'order-id,order-item-id,purchase-date,payments-date'.split(',');
  const buyer =
    'buyer-email,buyer-name,buyer-phone-number,sku,product-name,quantity-purchased'.split(',');
  const address =
    'ship-service-level,recipient-name,ship-address-1,ship-address-2,ship-address-3,ship-city,ship-state,ship-postal-code,ship-country,ship-phone-number'.split(
      ',',
    );
  const report = [
    ...common,
    ...buyer,
    'currency',
    'item-price',
    'item-tax',
    ...address,
    'item-promotion-discount',
    'item-promotion-id',
  ];
  const unshipped = [
    ...common,
    'reporting-date',
    'promise-date',
    'days-past-promise',
    ...buyer,
    'quantity-shipped',
    'quantity-to-ship',
    ...address,
    'is-business-order',
  ];
  const utc = (at) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
  const reportRows = [];
  const unshippedRows = [];
  const expected = [];
  for (const order of makeOrders(60, 4400000)) {
    const id = `111-${order.number}-${7000000 + order.i}`;
    // The unshipped report has the younger half; a few of its orders are not in the order report yet.
    const isUnshipped = order.i >= 30;
    const isNew = order.i >= 55;
    const promise = order.at + 3 * 86400e3;
    const home = homes[order.family];
    const itemId = (_, j) => String(60000000000000 + order.i * 10 + j);
    const shippedOf = ({ quantity }, j) => (j === 0 && quantity > 2 ? quantity - 2 : 0);
    const openOf = (line, j) =>
      line.quantity - shippedOf(line, j) - (j === 0 && line.quantity === 4 ? 1 : 0);
    order.lines.forEach((line, j) => {
      const row = {
        'order-id': id,
        'order-item-id': itemId(line, j),
        'purchase-date': utc(order.at),
        'payments-date': utc(order.at + 60e3),
        'buyer-email': order.email,
        'buyer-name': order.name,
        sku: line.sku,
        'product-name': line.title,
        'quantity-purchased': line.quantity,
        'recipient-name': order.name,
        'ship-address-1': home.street[0],
        'ship-address-3': home.street[1],
        'ship-city': home.city,
        'ship-postal-code': home.postcode,
        'ship-phone-number': home.phone,
        'ship-state': order.region,
        'ship-country': order.code,
      };
      if (!isNew) {
        reportRows.push({
          ...row,
          currency: 'USD',
          'item-price': (line.price * line.quantity).toFixed(2),
          'item-promotion-discount': '1.00',
          'item-promotion-id': 'SAVE-1',
        });
        // Further promotions: the item's number again, or a row that is blank but for the order.
        if (order.i % 8 === 3)
          reportRows.push({
            ...row,
            'item-promotion-discount': '2.00',
            'item-promotion-id': 'SAVE-2',
          });
        if (order.i % 8 === 5)
          reportRows.push({
            'order-id': id,
            'item-promotion-discount': '0.50',
            'item-promotion-id': 'SAVE-3',
          });
      }
      if (isUnshipped) {
        unshippedRows.push({
          ...row,
          'reporting-date': utc(order.at + 7200e3),
          'promise-date': utc(promise),
          'days-past-promise': '0',
          'quantity-shipped': shippedOf(line, j),
          'quantity-to-ship': openOf(line, j),
          'is-business-order': 'false',
        });
      }
    });
    expected.push(
      ...expectedLines(
        order,
        'amazon',
        id,
        (line, j) => ({
          payment_state: 'paid',
          customer_email: order.email,
          ...addressOf(order, 'phone'),
          // The unshipped report, which counts as the later, states no price.
          ...(isUnshipped ? { unit_price: '' } : { currency: 'USD' }),
          ...(isUnshipped && {
            fulfilled_quantity: shippedOf(line, j),
            cancelled_quantity: line.quantity - shippedOf(line, j) - openOf(line, j),
            promised_ship_date: dayOf(promise),
          }),
        }),
        itemId,
      ),
    );
  }
  const style = { delimiter: '\t', end: '\r\n' };
  write(
    'amazon',
    {
      'orders.txt': table(under(report, reportRows), style),
      'unshipped.txt': table(under(unshipped, unshippedRows), style),
    },
    expected,
  );
}

// --- eBay ------------------------------------------------------------------------------------------------------------

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const ebayDay = (at) => {
  const [year, month, day] = dayOf(at).split('-');
  return `${months[Number(month) - 1]}-${day}-${year.slice(2)}`;
};

for (const isBritish of [false, true]) {
  const american =
    'Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Ship To Name,Ship To Phone,Ship To Address 1,Ship To Address 2,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,Total Price,Payment Method,Sale Date,Paid On Date,Ship By Date,Minimum Estimated Delivery Date,Maximum Estimated Delivery Date,Shipped On Date,Feedback Left,Transaction ID,Variation Details'.split(
      ',',
    );
  const british = (name) => {
    const words = name
      .replace('Ship To State', 'Post To County')
      .replace('Ship To Zip', 'Post To Postcode')
      .replace('Ship To', 'Post To')
      .replace('Ship By', 'Post By')
      .replace('Shipped On', 'Dispatched On')
      .replace('Shipping And Handling', 'Postage And Packaging');
    return words.replace(/(?<= )[A-Z](?=[a-z])/g, (sign) => sign.toLowerCase());
  };
  const say = isBritish ? british : (name) => name;
  const header = american.map(say);
  const money = (amount) => `${isBritish ? '£' : '$'}${amount.toFixed(2)}`;
  const rows = [];
  const expected = [];
  const orders = makeOrders(50, 101);
  for (const order of orders) {
    const id = `12-${34500 + order.i}-${56700 + order.i}`;
    const isShipped = order.i % 3 === 0;
    const home = homes[order.family];
    const isPaid = order.i % 7 !== 2;
    const later = order.at + 2 * 86400e3;
    const time = order.i % 4 === 1 ? ` ${local(order.at).slice(11)}` : '';
    const head = {
      'Sales Record Number': order.number,
      'Order Number': id,
      'Buyer Username': `buyer_${order.i}`,
      'Buyer Name': order.name,
      'Buyer Email': order.email,
      'Ship To Name': order.name,
      'Ship To Phone': home.phone,
      'Ship To Address 1': home.street[0],
      'Ship To Address 2': home.street[1],
      'Ship To City': home.city,
      'Ship To Zip': home.postcode,
      'Ship To State': order.region,
      'Ship To Country': order.country,
      'Sale Date': ebayDay(order.at) + time,
      'Paid On Date': isPaid ? ebayDay(order.at) : '',
    };
    const dates = {
      'Ship By Date': ebayDay(later),
      'Shipped On Date': isShipped ? ebayDay(later) : '',
    };
    const named = (row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [say(name), cell]));
    const isSeveral = order.lines.length > 1;
    const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    if (isSeveral)
      rows.push(named({ ...head, ...dates, Quantity: units, 'Total Price': money(99) }));
    order.lines.forEach((line, j) => {
      const item = {
        'Item Number': line.item,
        'Item Title': line.title,
        'Custom Label': line.sku,
        Quantity: line.quantity,
        'Sold For': money(line.price),
        'Transaction ID': isSeveral ? 900000 + order.i * 10 + j : 0,
      };
      // Below a sum only the record's number and the item are given.
      const own = isSeveral
        ? {
            'Sales Record Number': order.number,
            'Order Number': id,
            'Sale Date': head['Sale Date'],
          }
        : { ...head, ...dates };
      rows.push(named({ ...own, ...item }));
    });
    expected.push(
      ...expectedLines(
        order,
        'ebay',
        id,
        ({ quantity }) => ({
          unit_price: '',
          customer_email: order.email,
          ship_to_country: order.country,
          ...addressOf(order, 'phone'),
          payment_state: isPaid ? 'paid' : 'pending',
          promised_ship_date: dayOf(later),
          ...(isShipped && { fulfilled_quantity: quantity, fulfilled_at: dayOf(later) }),
        }),
        isSeveral ? (_, j) => String(900000 + order.i * 10 + j) : undefined,
      ).map((row) => ({
        ...row,
        ordered_at: time === '' ? row.ordered_at.slice(0, 10) : row.ordered_at,
      })),
    );
  }
  const blank = header.map(() => '').join(',');
  const body = table(under(header, rows), { always: true });
  const [top, ...rest] = body.split('\n');
  const content = [
    isBritish ? '' : blank,
    top,
    blank,
    ...rest,
    `"${orders.length}","record(s) downloaded","from Nov-01-26 to Nov-22-26"`,
    'Seller ID : example-outdoor',
    '',
  ].join('\n');
  write(
    isBritish ? 'ebay-uk' : 'ebay-us',
    { 'orders.csv': (isBritish ? '' : '\ufeff') + content },
    expected,
  );
}

// --- Etsy ------------------------------------------------------------------------------------------------------------

{
  const header =
    'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU'.split(
      ',',
    );
  const etsyDay = (at) => dayOf(at).replace(/..(..)-(..)-(..)/, '$2/$3/$1');
  const rows = [];
  const expected = [];
  // Only the first days of the month: none of these dates shows by itself that the month comes first.
  for (const order of makeOrders(60, 3300000000).filter(
    ({ at }) => Number(dayOf(at).slice(8)) <= 10,
  )) {
    const later = order.at + 86400e3;
    const home = homes[order.family];
    const shipped = (j) => order.i % 2 === 0 && j === 0;
    const transaction = (_, j) => String(4400000000 + order.i * 10 + j);
    // Goods made by hand often have no SKU: such a row cannot be an order line.
    const isBare = (j) => order.i % 10 === 4 && j === 0;
    order.lines.forEach((line, j) => {
      rows.push({
        'Sale Date': etsyDay(order.at),
        'Item Name': line.title,
        Buyer: `buyer${order.i}`,
        Quantity: line.quantity,
        Price: line.price.toFixed(2),
        'Item Total': (line.price * line.quantity).toFixed(2),
        Currency: 'USD',
        'Transaction ID': transaction(line, j),
        'Listing ID': line.item,
        'Date Paid': etsyDay(order.at),
        'Date Shipped': shipped(j) ? etsyDay(later) : '',
        'Ship Name': order.name,
        'Ship Address1': home.street[0],
        'Ship Address2': home.street[1],
        'Ship City': home.city,
        'Ship Zipcode': home.postcode,
        'Ship State': order.region,
        'Ship Country': order.country,
        'Order ID': order.number,
        'Order Type': 'online',
        'Listings Type': 'listing',
        SKU: isBare(j) ? '' : line.sku,
      });
    });
    expected.push(
      ...expectedLines(
        order,
        'etsy',
        String(order.number),
        ({ quantity }, j) =>
          isBare(j)
            ? undefined
            : {
                currency: 'USD',
                payment_state: 'paid',
                ship_to_country: order.country,
                ...addressOf(order),
                ...(shipped(j) && { fulfilled_quantity: quantity, fulfilled_at: dayOf(later) }),
              },
        transaction,
      ).map((row) => ({ ...row, ordered_at: row.ordered_at.slice(0, 10) })),
    );
  }
  write('etsy', { 'EtsySoldOrderItems2026-11.csv': table(under(header, rows)) }, expected);
}
