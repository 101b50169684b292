import { listingFormats } from './listings.ts';
import { orderFormats } from './orders.ts';

/** Header names by which a shop's file shows where its header line is. */
export const shopHeaderNames: readonly string[] = [
  ...orderFormats.flatMap(({ words }) => Object.values(words).flat()),
  ...listingFormats.flatMap(({ names }) => names),
];
