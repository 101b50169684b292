import type { OrderFormat, Spread } from '../order-format.ts';
import { normaliseName } from '../vocabulary.ts';

const packed = /^lineitem\d+$/;
const apart = /^productitem(\d+)(sku|name|quantity|total)$/;
const isItem = (name: string): boolean => packed.test(name) || apart.test(name);

/**
 * The file of WebToffee's order export for WooCommerce: one row per order, its items side by side, each packed into a
 * cell (`line_item_1`: `name:…|product_id:…|sku:…|quantity:1|total:…`) or over columns (`Product Item 1 SKU`).
 * Where a file has both, the packed cells are read.
 */
export const webtoffeeOrders: OrderFormat = {
  title: 'a WooCommerce order export (WebToffee)',
  channel: 'woocommerce',
  words: {
    order_id: ['order_number', 'order_id'],
    ordered_at: ['order_date', 'date'],
    order_status: ['status', 'order_status'],
    refunded_amount: ['refund_total'],
    currency: ['order_currency', 'currency'],
    first_name: ['shipping_first_name', 'billing_first_name'],
    last_name: ['shipping_last_name', 'billing_last_name'],
    customer_email: ['billing_email', 'customer_email'],
    ship_to_country: ['shipping_country', 'billing_country'],
    ship_to_region: ['shipping_state', 'billing_state'],
    ship_to_company: ['shipping_company'],
    ship_to_street: ['shipping_address_1', 'shipping_address'],
    ship_to_street_2: ['shipping_address_2'],
    ship_to_city: ['shipping_city'],
    ship_to_postcode: ['shipping_postcode'],
    ship_to_phone: ['shipping_phone', 'billing_phone'],
  },
  required: ['order_id', 'ordered_at'],
  recognise: (names) =>
    (names.has('ordernumber') || names.has('orderid')) && [...names].some(isItem),
  head: 'first',
  daysOfOrder: true,
  lineSigns: ['sku', 'title', 'quantity'],
  spread: (header) => {
    const names = header.map(normaliseName);
    const cells = names.flatMap((name, at) => (packed.test(name) ? [at] : []));
    return cells.length > 0
      ? { wanted: cells, items: (row) => row.filter((cell) => cell.trim() !== '').map(unpack) }
      : spreadApart(names);
  },
};

/** The name may hold any sign, so the parts are told by what stands around them. */
const item =
  /^(?:name:(?<name>[\s\S]*?)\|(?=product_id:))?(?:[\s\S]*\|)?sku:(?<sku>[^|]*)\|quantity:(?<quantity>[^|]*)(?:\|total:(?<total>[^|]*))?/;

/** A cell that is written otherwise is an item without a SKU, called by its text. */
function unpack(cell: string): readonly string[] {
  const groups = item.exec(cell.trim())?.groups;
  if (!groups) return ['', cell.trim(), '', ''];
  return [
    groups['sku'] ?? '',
    groups['name'] ?? '',
    groups['quantity'] ?? '',
    groups['total'] ?? '',
  ];
}

function spreadApart(names: readonly string[]): Spread {
  const numbers = [...new Set(names.flatMap((name) => apart.exec(name)?.[1] ?? []))];
  const wanted = names.flatMap((name, at) => (apart.test(name) ? [at] : []));
  const place = (number: string, part: string) =>
    wanted.findIndex((at) => names[at] === `productitem${number}${part}`);
  const items = numbers.map((number) =>
    ['sku', 'name', 'quantity', 'total'].map((part) => place(number, part)),
  );
  return {
    wanted,
    items: (row) =>
      items
        .map((places) => places.map((at) => row[at] ?? ''))
        .filter((cells) => cells.some((cell) => cell.trim() !== '')),
  };
}
