import type { OrderFormat } from '../order-format.ts';

/** What both reports have. A line is an order item; `item-price` is the price of all its units. */
const amazon = {
  channel: 'amazon',
  words: {
    order_id: ['order-id'],
    line_id: ['order-item-id'],
    ordered_at: ['purchase-date'],
    paid_at: ['payments-date'],
    sku: ['sku'],
    title: ['product-name', 'item-name'],
    quantity: ['quantity-purchased'],
    line_total: ['item-price'],
    currency: ['currency'],
    customer_name: ['recipient-name', 'buyer-name'],
    customer_email: ['buyer-email'],
    ship_to_country: ['ship-country'],
    ship_to_region: ['ship-state'],
    ship_to_name: ['recipient-name'],
    ship_to_street: ['ship-address-1'],
    ship_to_street_2: ['ship-address-2'],
    ship_to_street_3: ['ship-address-3'],
    ship_to_city: ['ship-city'],
    ship_to_postcode: ['ship-postal-code'],
    ship_to_phone: ['ship-phone-number'],
    fulfilled_quantity: ['quantity-shipped'],
    unshipped_quantity: ['quantity-to-ship'],
    promised_ship_date: ['promise-date'],
  },
  required: ['order_id', 'line_id', 'ordered_at', 'sku', 'quantity'],
  head: 'each',
  lineSigns: ['sku', 'quantity'],
  uniqueLines: true,
} as const satisfies Partial<OrderFormat>;

const signs = ['orderitemid', 'purchasedate', 'quantitypurchased'] as const;
const isReport = (names: ReadonlySet<string>) => signs.every((name) => names.has(name));

/** Amazon's order report. It says nothing of what was shipped; several promotions on an item take rows of their own. */
export const amazonOrders: OrderFormat = {
  title: 'an Amazon order report',
  ...amazon,
  recognise: (names) => isReport(names) && !names.has('quantitytoship'),
};

/** Amazon's report of unshipped orders, which are in the order report as well: the same items under the same numbers. */
export const amazonUnshipped: OrderFormat = {
  title: 'an Amazon unshipped orders report',
  openOnly: true,
  ...amazon,
  recognise: (names) => isReport(names) && names.has('quantitytoship'),
};
