import type { ListingFormat } from '../listing.ts';
import type { UnsuitedExport } from '../order-format.ts';
import { normaliseName } from '../vocabulary.ts';
import { etsyUnsuited } from './etsy-orders.ts';
import { listingFormats } from './listings.ts';
import { findOrderFormat } from './orders.ts';
import { otherExports } from './other-exports.ts';
import { woocommerceUnsuited } from './woocommerce-orders.ts';

/** BigCommerce's own template puts all products of an order into one cell. */
const bigcommerceUnsuited: UnsuitedExport = {
  title: 'a BigCommerce order export',
  reason: 'it has all products of an order in one cell',
  instead:
    'export with a template that has one row per product and its SKU, and name the columns in dropship.toml: columns = { sku = "…", quantity = "…", ordered_at = "…" } under [orders.NAME]',
  recognise: (names) => names.has('productdetails') && names.has('orderid'),
};

const unsuitedOrders: readonly UnsuitedExport[] = [
  ...woocommerceUnsuited,
  ...etsyUnsuited,
  bigcommerceUnsuited,
];

/** A mapping goes before what a header looks like. */
const unlessSupplied =
  'if it is what a supplier has, say so in dropship.toml, under [suppliers.NAME]: files = "…" and columns = { sku = "…", quantity = "…" }';

type Unsuited = Omit<UnsuitedExport, 'recognise'>;

/** A shop's file that is not read in any role. */
export function findUnsuitedExport(header: readonly string[]): Unsuited | undefined {
  const names = new Set(header.map(normaliseName));
  const orders = unsuitedOrders.find((unsuited) => unsuited.recognise(names));
  if (orders) {
    const { title, reason, instead } = orders;
    return { title, reason, instead };
  }
  if (findListing(header)) return undefined;
  const has = (sign: string) => sign.split('|').some((name) => names.has(normaliseName(name)));
  const other = otherExports.find(
    ({ signs, also }) => signs.every(has) && (also?.(header) ?? true),
  );
  return (
    other && {
      title: other.title,
      reason: 'dropship does not write this kind yet',
      instead: `${other.instead ?? `it writes ${writable}`}; ${unlessSupplied}`,
    }
  );
}

const writable = listingFormats.map(({ title }) => `${title}s`).join(', ');
const asListing = 'give it with --listing, or name it in dropship.toml under [listings.NAME]';
const asOrders = 'give it with --orders, or name it in dropship.toml under [orders.NAME]';

/** A shop's file that is no supplier's stock, as long as no mapping says that it is. */
export function findUnsuitedStock(header: readonly string[]): Unsuited | undefined {
  const unsuited = findUnsuitedExport(header);
  if (unsuited) return unsuited;
  const orders = findOrderFormat(header);
  if (orders) {
    const reason = 'it tells what was ordered, not what a supplier has';
    return { title: orders.title, reason, instead: `${asOrders}; ${unlessSupplied}` };
  }
  const listing = findListing(header);
  const reason = 'it tells what you sell, not what a supplier has';
  return (
    listing && { title: `a ${listing.title}`, reason, instead: `${asListing}; ${unlessSupplied}` }
  );
}

/** A shop's file that is no list of orders, as long as no mapping says that it is. */
export function findUnsuitedOrders(header: readonly string[]): Unsuited | undefined {
  const unsuited = findUnsuitedExport(header);
  if (unsuited || findOrderFormat(header)) return unsuited;
  const listing = findListing(header);
  const reason = 'it tells what you sell, not what was ordered';
  return listing && { title: `a ${listing.title}`, reason, instead: asListing };
}

function findListing(header: readonly string[]): ListingFormat | undefined {
  return listingFormats.find((format) => format.recognise(header));
}
