import type { OrderFormat, UnsuitedExport } from '../order-format.ts';

const itemNames = [
  'item#',
  'itemcost',
  'quantityrefund',
  'orderlinetotal',
  'orderlinetotalrefund',
  'orderlinewotax',
  'productvariation',
];

const has = (names: ReadonlySet<string>, ...wanted: readonly string[]): boolean =>
  wanted.every((name) => names.has(name));

/**
 * The file of the plugin "Advanced Order Export": one row per item. The shop owner chooses the columns, and whether
 * the order's own are repeated on an order's further rows or left blank there, its number among them.
 * `Quantity (- Refund)` is what was ordered and not refunded.
 */
export const woocommerceOrders: OrderFormat = {
  title: 'a WooCommerce order export (Advanced Order Export)',
  channel: 'woocommerce',
  words: {
    order_id: ['Order Number', 'Order ID', 'Order #'],
    ordered_at: ['Order Date', 'Order Date (GMT)'],
    order_status: ['Order Status'],
    fulfilled_at: ['Completed Date'],
    refunded_amount: ['Order Refund Amount'],
    sku: ['SKU', 'Product SKU'],
    title: ['Item Name', 'Name', 'Product Name'],
    quantity: ['Quantity'],
    kept_quantity: ['Quantity (- Refund)'],
    unit_price: ['Item Cost'],
    currency: ['Order Currency', 'Currency'],
    first_name: ['First Name (Shipping)', 'First Name (Billing)'],
    last_name: ['Last Name (Shipping)', 'Last Name (Billing)'],
    customer_email: ['Email (Billing)', 'Customer Email'],
    ship_to_country: [
      'Country Code (Shipping)',
      'Country Name (Shipping)',
      'Country Code (Billing)',
    ],
    ship_to_region: ['State Code (Shipping)', 'State Name (Shipping)', 'State Code (Billing)'],
    // An address of which one part was another's would lead a parcel astray: none is taken from the bill.
    ship_to_name: ['Full Name (Shipping)'],
    ship_to_company: ['Company (Shipping)'],
    ship_to_street: ['Address 1 (Shipping)', 'Address 1&2 (Shipping)', 'Address (Shipping)'],
    ship_to_street_2: ['Address 2 (Shipping)'],
    ship_to_city: ['City (Shipping)'],
    ship_to_postcode: ['Postcode (Shipping)', 'Zip (Shipping)', 'Zip Code (Shipping)'],
    // WooCommerce asks for one number, with the bill.
    ship_to_phone: ['Phone (Shipping)', 'Phone (Billing)'],
  },
  required: ['order_id', 'ordered_at', 'sku', 'quantity'],
  recognise: (names) =>
    has(names, 'orderstatus', 'sku') && itemNames.some((name) => names.has(name)),
  head: 'first',
  blankOrderId: true,
  daysOfOrder: true,
  lineSigns: ['sku', 'title', 'quantity'],
};

const useAdvancedOrderExport =
  'export with a plugin that writes one row per item with its SKU, such as Advanced Order Export for WooCommerce';

/** What WooCommerce itself offers to download. */
export const woocommerceUnsuited: readonly UnsuitedExport[] = [
  {
    title: 'a WooCommerce Analytics > Orders download',
    reason: 'it names products by their titles only, several in one cell, and no SKU',
    instead: useAdvancedOrderExport,
    recognise: (names) => has(names, 'order#', 'products', 'itemssold'),
  },
  {
    title: 'a WooCommerce Analytics > Products download',
    reason: 'it tells sums of a period that it does not name, and no orders',
    instead: useAdvancedOrderExport,
    recognise: (names) => has(names, 'producttitle', 'itemssold', 'netsales'),
  },
];
