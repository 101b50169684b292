/** Where an order goes, beside its country and region. */
export const addressFields = [
  'ship_to_name',
  'ship_to_company',
  'ship_to_street',
  'ship_to_city',
  'ship_to_postcode',
  'ship_to_phone',
] as const;

/** Yes or no: what the law asks of a line beside its dates. */
export const conditionFields = ['seller_credit', 'custom_made', 'delivery_essential'] as const;

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
  ...addressFields,
  ...conditionFields,
] as const;

/**
 * What a configuration may name columns for: those above, a shop's words for the state of an order, what was paid back,
 * and the second line of an address.
 */
export const mappableOrderFields = [
  ...orderFields,
  'order_status',
  'fulfilment_status',
  'refunded_quantity',
  'kept_quantity',
  'refunded_amount',
  'ship_to_street_2',
] as const;
export type MappableOrderField = (typeof mappableOrderFields)[number];
