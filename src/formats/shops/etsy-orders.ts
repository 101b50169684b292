import type { OrderFormat, UnsuitedExport } from '../order-format.ts';

/** Etsy's `EtsySoldOrderItems`: one row per item sold, the order repeated on each. Dates are `MM/DD/YY`. */
export const etsyOrders: OrderFormat = {
  title: 'an Etsy export of sold order items',
  channel: 'etsy',
  words: {
    order_id: ['Order ID'],
    line_id: ['Transaction ID'],
    ordered_at: ['Sale Date'],
    paid_at: ['Date Paid'],
    fulfilled_at: ['Date Shipped'],
    sku: ['SKU'],
    title: ['Item Name'],
    quantity: ['Quantity'],
    unit_price: ['Price'],
    currency: ['Currency'],
    customer_name: ['Ship Name', 'Buyer'],
    ship_to_country: ['Ship Country'],
    ship_to_region: ['Ship State'],
    ship_to_name: ['Ship Name'],
    ship_to_street: ['Ship Address1'],
    ship_to_street_2: ['Ship Address2'],
    ship_to_city: ['Ship City'],
    ship_to_postcode: ['Ship Zipcode'],
  },
  required: ['order_id', 'ordered_at', 'sku', 'quantity'],
  recognise: (names) =>
    ['saledate', 'transactionid', 'listingid', 'orderid'].every((name) => names.has(name)),
  head: 'each',
  dayOrder: 'month-first',
};

/** Etsy's other file of sales, with the SKUs of an order in one cell. */
export const etsyUnsuited: readonly UnsuitedExport[] = [
  {
    title: 'an Etsy export of sold orders',
    reason: 'it has one row per order with the SKUs of all its items in one cell',
    instead: 'download "Order Items" in place of "Orders" (EtsySoldOrderItems….csv)',
    recognise: (names) => ['saledate', 'orderid', 'numberofitems'].every((name) => names.has(name)),
  },
];
