import type { ListingFormat } from '../listing.ts';
import { googleMerchant } from './google-merchant.ts';
import { shopifyInventory } from './shopify-inventory.ts';
import { shopifyProducts } from './shopify-products.ts';
import { woocommerceProducts } from './woocommerce-products.ts';

/** The listing files that can be read and rewritten. */
export const listingFormats: readonly ListingFormat[] = [
  shopifyProducts,
  shopifyInventory,
  woocommerceProducts,
  googleMerchant,
];
