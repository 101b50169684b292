import type { ExportWords, OrderFormat } from '../order-format.ts';

/** What Shopify and Squarespace, which took over its layout, call the same. */
export const shopifyWords = {
  ordered_at: ['Created at'],
  sku: ['Lineitem sku'],
  title: ['Lineitem name'],
  quantity: ['Lineitem quantity'],
  unit_price: ['Lineitem price'],
  line_status: ['Lineitem fulfillment status'],
  payment_state: ['Financial Status'],
  fulfilment_status: ['Fulfillment Status'],
  fulfilled_at: ['Fulfilled at'],
  cancelled_at: ['Cancelled at'],
  paid_at: ['Paid at'],
  currency: ['Currency'],
  order_total: ['Total', 'Subtotal'],
  customer_name: ['Shipping Name'],
  customer_email: ['Email'],
  ship_to_country: ['Shipping Country'],
  ship_to_region: ['Shipping Province'],
  ship_to_name: ['Shipping Name'],
  ship_to_company: ['Shipping Company'],
  // `Shipping Street` is both lines in one.
  ship_to_street: ['Shipping Address1', 'Shipping Street'],
  ship_to_street_2: ['Shipping Address2'],
  ship_to_city: ['Shipping City'],
  ship_to_postcode: ['Shipping Zip'],
  ship_to_phone: ['Shipping Phone'],
} as const satisfies ExportWords;

export const shopifyLineNames = ['lineitemquantity', 'lineitemsku', 'lineitemname'] as const;

/** Filled on an order's first row only, where the export has them at all. */
export const shopifyHeadSigns = [
  'payment_state',
  'order_total',
  'paid_at',
  'fulfilment_status',
] as const;

/**
 * Shopify's orders export: one row per line item, the order's own columns only on its first row. It has no line
 * number and no returned quantity; `Refunded Amount` is money for the whole order.
 */
export const shopifyOrders: OrderFormat = {
  title: 'a Shopify orders export',
  channel: 'shopify',
  words: { ...shopifyWords, order_id: ['Name'], refunded_amount: ['Refunded Amount'] },
  required: ['order_id', 'quantity', 'sku', 'ordered_at'],
  recognise: (names) =>
    names.has('name') &&
    shopifyLineNames.some((name) => names.has(name)) &&
    !names.has('lineitemvariant'),
  head: 'first',
  headSigns: shopifyHeadSigns,
  daysOfOrder: true,
};
