import type { OrderFormat } from '../order-format.ts';

/**
 * eBay's orders report of the Seller Hub: lines above the header, one row per item, for orders of several items one
 * row for the whole before them, and a footer. It tells no cancellation and no refund. `Sold For` is left alone: the
 * report does not say whether it is the price of one unit or of all.
 */
export const ebayOrders: OrderFormat = {
  title: 'an eBay orders report',
  channel: 'ebay',
  words: {
    sales_record: ['Sales Record Number'],
    order_id: ['Order Number'],
    line_id: ['Transaction ID'],
    item_number: ['Item Number'],
    ordered_at: ['Sale Date'],
    paid_at: ['Paid On Date'],
    sku: ['Custom Label', 'Custom Label (SKU)'],
    title: ['Item Title'],
    quantity: ['Quantity'],
    customer_name: ['Ship To Name', 'Post To Name', 'Buyer Name'],
    customer_email: ['Buyer Email'],
    ship_to_country: ['Ship To Country', 'Post To Country'],
    ship_to_region: ['Ship To State', 'Post To State', 'Post To County'],
    ship_to_name: ['Ship To Name', 'Post To Name'],
    ship_to_street: ['Ship To Address 1', 'Post To Address 1'],
    ship_to_street_2: ['Ship To Address 2', 'Post To Address 2'],
    ship_to_city: ['Ship To City', 'Post To City'],
    ship_to_postcode: ['Ship To Zip', 'Post To Postcode', 'Post To Zip'],
    ship_to_phone: ['Ship To Phone', 'Post To Phone'],
    promised_ship_date: ['Ship By Date', 'Post By Date', 'Dispatch By Date'],
    fulfilled_at: ['Shipped On Date', 'Dispatched On Date', 'Posted On Date'],
  },
  required: ['sales_record', 'item_number', 'ordered_at', 'sku', 'quantity'],
  recognise: (names) =>
    names.has('salesrecordnumber') && names.has('itemnumber') && names.has('saledate'),
  head: 'first',
  lineSigns: ['item_number', 'title', 'sku'],
  shortRows: true,
};
