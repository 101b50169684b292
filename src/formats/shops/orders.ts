import type { OrderFormat, UnsuitedExport } from '../order-format.ts';
import { normaliseName } from '../vocabulary.ts';
import { amazonOrders, amazonUnshipped } from './amazon-orders.ts';
import { ebayOrders } from './ebay-orders.ts';
import { etsyOrders, etsyUnsuited } from './etsy-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { squarespaceOrders } from './squarespace-orders.ts';
import { webtoffeeOrders } from './webtoffee-orders.ts';
import { woocommerceOrders, woocommerceUnsuited } from './woocommerce-orders.ts';

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

/** BigCommerce's own template puts all products of an order into one cell. */
const bigcommerceUnsuited: UnsuitedExport = {
  title: 'a BigCommerce order export',
  reason: 'it has all products of an order in one cell',
  instead:
    'export with a template that has one row per product and its SKU, and name the columns in dropship.toml: columns = { sku = "…", quantity = "…", ordered_at = "…" } under [orders.NAME]',
  recognise: (names) => names.has('productdetails') && names.has('orderid'),
};

const unsuitedExports: readonly UnsuitedExport[] = [
  ...woocommerceUnsuited,
  ...etsyUnsuited,
  bigcommerceUnsuited,
];

/** A shop's orders file by its header; undefined where it is no shop's that we know. */
export function findOrderFormat(header: readonly string[]): OrderFormat | undefined {
  const names = new Set(header.map(normaliseName));
  return orderFormats.find((format) => format.recognise(names));
}

/** A shop's file that looks like orders and cannot be read as such. */
export function findUnsuitedExport(header: readonly string[]): UnsuitedExport | undefined {
  const names = new Set(header.map(normaliseName));
  return unsuitedExports.find((unsuited) => unsuited.recognise(names));
}
