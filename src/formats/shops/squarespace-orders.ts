import type { OrderFormat } from '../order-format.ts';
import { shopifyHeadSigns, shopifyLineNames, shopifyWords } from './shopify-orders.ts';

/**
 * Squarespace's orders export: Shopify's layout, but `Order ID` for `Name`. Further rows of an order repeat only its
 * number and the item.
 */
export const squarespaceOrders: OrderFormat = {
  title: 'a Squarespace orders export',
  channel: 'squarespace',
  words: { ...shopifyWords, order_id: ['Order ID'], refunded_amount: ['Amount Refunded'] },
  required: ['order_id', 'quantity', 'sku', 'ordered_at'],
  recognise: (names) =>
    names.has('orderid') &&
    shopifyLineNames.some((name) => names.has(name)) &&
    (names.has('lineitemvariant') || !names.has('name')),
  head: 'first',
  headSigns: shopifyHeadSigns,
  daysOfOrder: true,
};
