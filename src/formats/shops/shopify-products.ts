import type { ListingTarget } from '../../model/listing.ts';
import { toSku } from '../../model/sku.ts';
import type { ListingFormat, ListingRules, Writing } from '../listing.ts';
import {
  cellNumber,
  cellText,
  change,
  changeNumber,
  columnFinder,
  unitsOffered,
  usualSpelling,
} from '../listing-cell.ts';
import { variantTitles } from './shopify-variant.ts';

/** The export as it was until 2025 and as it is since; every column but the names' case and order is the same. */
const oldNames = {
  handle: 'Handle',
  sku: 'Variant SKU',
  tracker: 'Variant Inventory Tracker',
  quantity: 'Variant Inventory Qty',
  policy: 'Variant Inventory Policy',
  barcode: 'Variant Barcode',
};
const newNames: typeof oldNames = {
  handle: 'URL handle',
  sku: 'SKU',
  tracker: 'Inventory tracker',
  quantity: 'Inventory quantity',
  policy: 'Continue selling when out of stock',
  barcode: 'Barcode',
};

const lowerCase = { deny: 'deny', continue: 'continue' };
const upperCase = { deny: 'DENY', continue: 'CONTINUE' };

function namesIn(header: readonly string[]): typeof oldNames | undefined {
  const find = columnFinder(header);
  return [oldNames, newNames].find(
    ({ handle, sku }) => find(handle) !== undefined && find(sku) !== undefined,
  );
}

/**
 * Shopify's product file. Shopify has no backorder state: `continue` sells at zero without a limit, `deny` stops.
 * Only variants that Shopify itself counts are changed; with a blank tracker it sells whatever the quantity says.
 */
export const shopifyProducts: ListingFormat = {
  name: 'shopify-products',
  title: 'Shopify product file',
  names: [...Object.values(oldNames), ...Object.values(newNames), 'Title', 'Option1 Value'],
  recognise: (header) => namesIn(header) !== undefined,
  open(header, rows) {
    const names = namesIn(header) ?? newNames;
    const find = columnFinder(header);
    const handle = find(names.handle);
    const sku = find(names.sku);
    const tracker = find(names.tracker);
    const quantity = find(names.quantity);
    const policy = find(names.policy);
    const barcode = find(names.barcode);
    const option = find('Option1 Value');
    const titleOf = variantTitles(header, rows);
    const spelling = usualSpelling(
      names === oldNames ? [lowerCase, upperCase] : [upperCase, lowerCase],
      rows.map((cells) => cellText(cells, policy)),
    );

    const isVariant = (cells: readonly string[]) =>
      [option, quantity, policy].some((column) => cellText(cells, column) !== '');
    const isCounted = (cells: readonly string[]) =>
      tracker === undefined || cellText(cells, tracker).toLowerCase() === 'shopify';

    function write(cells: readonly string[], target: ListingTarget, rules: ListingRules): Writing {
      const wanted = unitsOffered(target, rules.sellAhead);
      const word = wanted.open ? spelling.continue : spelling.deny;
      return {
        changes: [
          ...changeNumber(cells, quantity, wanted.units),
          ...change(cells, policy, word, (cell) => cell.toLowerCase() === word.toLowerCase()),
        ],
        missing: [
          ...(quantity === undefined ? [names.quantity] : []),
          ...(policy === undefined && wanted.open ? [names.policy] : []),
        ],
      };
    }

    return {
      family: (cells) => cellText(cells, handle),
      read(cells) {
        const named = toSku(cellText(cells, sku));
        if (named === undefined || !isVariant(cells)) return undefined;
        const article = {
          sku: named,
          title: titleOf(cells),
          barcode: cellText(cells, barcode) || undefined,
        };
        if (!isCounted(cells)) return { ...article, shelves: [], uncounted: true };
        const shelf = {
          offered: quantity === undefined ? undefined : (cellNumber(cells, quantity) ?? 0),
          write: (target: ListingTarget, rules: ListingRules) => write(cells, target, rules),
        };
        return { ...article, shelves: [shelf] };
      },
    };
  },
};
