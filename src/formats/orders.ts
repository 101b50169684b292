/** Columns of the canonical orders file, in its order. */
export const orderFields = [
  'order_id',
  'line_id',
  'ordered_at',
  'sku',
  'title',
  'quantity',
  'fulfilled_quantity',
  'cancelled_quantity',
  'returned_quantity',
  'fulfilled_at',
  'cancelled_at',
  'supplier',
  'forwarded_at',
  'promised_ship_date',
  'promised_delivery_date',
  'payment_state',
  'unit_price',
  'currency',
  'customer_name',
  'customer_email',
  'ship_to_country',
  'ship_to_region',
  'locale',
  'channel',
] as const;

/** What a configuration may name columns for: those above, and a shop's words for the state of an order. */
export const mappableOrderFields = [...orderFields, 'order_status', 'fulfilment_status'] as const;
export type MappableOrderField = (typeof mappableOrderFields)[number];
