import { cellText, columnFinder } from '../listing-cell.ts';

/** The title of a variant as Shopify shows it in orders: `Tent - Green / Large`; the product's alone for a single one. */
export function variantTitles(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): (cells: readonly string[]) => string | undefined {
  const find = columnFinder(header);
  const [handle, title] = [find('Handle', 'URL handle'), find('Title')];
  const options = [1, 2, 3].map((n) => find(`Option${n} Value`));
  // Only the first row of a handle carries the title.
  const products = new Map<string, string>();
  for (const cells of rows) {
    const own = cellText(cells, title);
    if (own !== '') products.set(cellText(cells, handle), own);
  }
  return (cells) => {
    const product = cellText(cells, title) || products.get(cellText(cells, handle));
    const values = options.map((option) => cellText(cells, option)).filter((value) => value !== '');
    const variant = values.join(' / ');
    if (product === undefined || variant === '' || variant === 'Default Title') return product;
    return `${product} - ${variant}`;
  };
}
