import { listingFormats } from './listings.ts';
import { shopifyOrders } from './shopify-orders.ts';

/** Header names by which a shop's file shows where its header line is. */
export const shopHeaderNames: readonly string[] = [
  ...shopifyOrders.names,
  ...listingFormats.flatMap(({ names }) => names),
];
