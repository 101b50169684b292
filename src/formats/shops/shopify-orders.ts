import { type OrderHead, type PaymentState, paymentStates } from '../../model/order.ts';
import { normaliseName, type Vocabulary } from '../vocabulary.ts';

const names = [
  'Name',
  'Email',
  'Financial Status',
  'Fulfillment Status',
  'Fulfilled at',
  'Currency',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
  'Lineitem fulfillment status',
  'Shipping Name',
  'Shipping Country',
  'Shipping Province',
  'Cancelled at',
  'Refunded Amount',
  'Total',
  'Subtotal',
  'Paid at',
] as const;
export type ShopifyOrderColumn = (typeof names)[number];

/** Filled on an order's first row only, where the export has them at all. */
const headColumns = [
  'Financial Status',
  'Total',
  'Subtotal',
  'Paid at',
  'Fulfillment Status',
] as const;

/** Reads a cell by its column; blank when the file has no such column. */
type Cell = (column: ShopifyOrderColumn) => string;

const payments: readonly string[] = [
  'paid',
  'authorized',
  'pending',
  'partially_paid',
  'partially_refunded',
  'refunded',
  'voided',
  'expired',
];

/** Shopify's word for the payment as we call it; undefined for a word it does not use. */
function paymentState(word: string): PaymentState | undefined {
  const lower = word.toLowerCase();
  if (lower === 'partially_paid') return 'deposit';
  if (lower === 'expired') return 'voided';
  return payments.includes(lower) ? paymentStates.find((state) => state === lower) : undefined;
}

function isFulfilled(status: string): boolean {
  return status.toLowerCase() === 'fulfilled';
}

/** Whether a line's goods have left: by the line's own status, else by the order's. */
function fulfilment(ofLine: string, ofOrder: string): 'all' | 'none' | 'part' | 'restocked' {
  const status = (ofLine || ofOrder).toLowerCase();
  if (isFulfilled(status)) return 'all';
  if (status === 'partial' || status === 'partially_fulfilled') return 'part';
  return status === 'restocked' ? 'restocked' : 'none';
}

/**
 * Shopify's orders export: one row per line item, the order's own columns only on its first row. It has no line
 * number and no returned quantity; `Refunded Amount` is money for the whole order.
 */
export const shopifyOrders = {
  title: 'Shopify orders export',
  names,
  vocabulary: Object.fromEntries(
    names.map((name) => [name, [name]]),
  ) as unknown as Vocabulary<ShopifyOrderColumn>,
  required: [
    'Name',
    'Lineitem quantity',
    'Lineitem sku',
    'Created at',
  ] as const satisfies readonly ShopifyOrderColumn[],
  /** Squarespace writes nearly the same columns, but `Order ID` and `Lineitem variant`. */
  recognise(header: readonly string[]): boolean {
    const has = new Set(header.map(normaliseName));
    const lineItem =
      has.has('lineitemquantity') || has.has('lineitemsku') || has.has('lineitemname');
    return has.has('name') && lineItem && !has.has('lineitemvariant');
  },
  isHead(cell: Cell, present: ReadonlySet<ShopifyOrderColumn>): boolean {
    const told = headColumns.filter((column) => present.has(column));
    return told.length === 0 || told.some((column) => cell(column) !== '');
  },
  head(cell: Cell): OrderHead {
    return {
      paymentState: paymentState(cell('Financial Status')),
      customerName: cell('Shipping Name') || undefined,
      customerEmail: cell('Email') || undefined,
      shipToCountry: cell('Shipping Country') || undefined,
      shipToRegion: cell('Shipping Province') || undefined,
      channel: 'shopify',
    };
  },
  payments,
  paymentState,
  fulfilment,
  isFulfilled,
};
