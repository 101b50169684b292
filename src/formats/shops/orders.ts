import type { OrderFormat } from '../order-format.ts';
import { normaliseName } from '../vocabulary.ts';
import { amazonOrders, amazonUnshipped } from './amazon-orders.ts';
import { ebayOrders } from './ebay-orders.ts';
import { etsyOrders } from './etsy-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { squarespaceOrders } from './squarespace-orders.ts';
import { webtoffeeOrders } from './webtoffee-orders.ts';
import { woocommerceOrders } from './woocommerce-orders.ts';

/** The orders files of shops that are read without a mapping. */
export const orderFormats: readonly OrderFormat[] = [
  shopifyOrders,
  squarespaceOrders,
  woocommerceOrders,
  webtoffeeOrders,
  amazonOrders,
  amazonUnshipped,
  ebayOrders,
  etsyOrders,
];

/** A shop's orders file by its header; undefined where it is no shop's that we know. */
export function findOrderFormat(header: readonly string[]): OrderFormat | undefined {
  const names = new Set(header.map(normaliseName));
  return orderFormats.find((format) => format.recognise(names));
}
