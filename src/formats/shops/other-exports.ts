/** A shop's file of what it sells that is known by its header, but neither read nor rewritten. */
interface OtherExport {
  readonly title: string;
  /** Columns that together tell it; `a|b`: either of them. */
  readonly signs: readonly string[];
}

/** Only Meta's catalogue has these; it looks like Google's otherwise, but does not know backorders. */
export const metaNames: readonly string[] = ['fb_product_category', 'quantity_to_sell_on_facebook'];

/** By columns that no supplier's file would have together. Etsy writes its headers in the shop owner's language. */
export const otherExports: readonly OtherExport[] = [
  {
    title: 'an Amazon inventory report',
    signs: ['sku', 'asin', 'price', 'Business Price|Minimum order quantity'],
  },
  {
    title: 'an Amazon listings report',
    signs: ['seller-sku', 'listing-id|asin1', 'item-name|open-date'],
  },
  {
    title: 'a BigCommerce product export',
    signs: ['Bin Picking Number', 'Low Stock|Low Stock Level'],
  },
  {
    title: 'an Etsy listings download',
    signs: [
      'CURRENCY_CODE',
      'MATERIALS|MATERIALI|MATERIALIEN|MATÉRIAUX|MATERIALES|MATERIALEN|MATERIAIS',
    ],
  },
  {
    title: 'a Magento (Adobe Commerce) product export',
    signs: ['attribute_set_code', 'product_type', 'sku'],
  },
  { title: 'a Meta catalogue file', signs: ['id', metaNames.join('|')] },
  { title: 'a supplemental feed of labels', signs: ['id', 'custom_label_0'] },
  { title: 'a PrestaShop product file', signs: ['Active (0/1)', 'Reference #', 'Quantity'] },
  {
    title: 'a ReadyScript product export',
    signs: ['Короткое название', 'URL имя', 'Показывать товар'],
  },
  {
    title: 'a Squarespace product export',
    signs: ['Product ID [Non Editable]', 'Variant ID [Non Editable]'],
  },
  { title: 'a Wix product export', signs: ['handle|handleId', 'fieldType'] },
];
