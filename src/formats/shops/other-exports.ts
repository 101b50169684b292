/** A shop's file of what it sells that is known by its header, but neither read nor rewritten. */
interface OtherExport {
  readonly title: string;
  /** Columns that together tell it; `a|b`: either of them. */
  readonly signs: readonly string[];
  /** What the header must show beside them, where names in many languages do not tell. */
  readonly also?: ((header: readonly string[]) => boolean) | undefined;
  /** The file to use in its place, where there is one. */
  readonly instead?: string | undefined;
}

/** Of a supplier's columns hardly one is a question; of a shop's many are, in every language. */
const asksALot = (header: readonly string[]): boolean =>
  header.filter((name) => /^¿|\?\s*$/.test(name)).length >= 3;

const imageNames = /^(?:image|bild|immagine|imagen|afbeelding|imagem|foto|zdjęcie|фото)[ _]?1$/iu;

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
    title: 'an eBay listings file',
    signs: ['Item number|ItemID', 'Custom label (SKU)|CustomLabel'],
    also: (header) =>
      header.some((name) => /^(?:available quantity$|\*?action\b)/i.test(name.trim())),
  },
  {
    title: 'an Etsy listings download',
    signs: ['MATERIALS|MATERIALI|MATERIALIEN|MATÉRIAUX|MATERIALES|MATERIALEN|MATERIAIS', 'SKU'],
    also: (header) => header.some((name) => imageNames.test(name.trim())),
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
  {
    title: 'a WooCommerce product file in another language than English',
    signs: ['ID', 'SKU|Artikelnummer|UGS|Артикул|COD|REF|Symbol|Kod'],
    also: asksALot,
    instead: 'export it again with your profile in WordPress set to English',
  },
];
