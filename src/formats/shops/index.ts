import { shopifyOrders } from './shopify-orders.ts';

/** Order exports of shops, by name. */
export const orderExports = { 'shopify-orders': shopifyOrders };

/** Header names by which a shop's file shows where its header line is. */
export const shopHeaderNames: readonly string[] = [
  ...Object.values(orderExports).flatMap(({ names }) => names),
  ...['Handle', 'URL handle', 'Option1 Name', 'Option1 Value', 'Variant SKU', 'Location', 'On hand', 'On hand (new)'],
  ...['ID', 'Type', 'SKU', 'In stock?', 'Stock', 'Backorders allowed?', 'availability', 'availability_date'],
];
