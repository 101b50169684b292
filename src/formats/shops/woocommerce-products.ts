import type { ListingTarget } from '../../model/listing.ts';
import { toSku } from '../../model/sku.ts';
import { bareText } from '../cell.ts';
import type { ListingFormat, ListingRules, Writing } from '../listing.ts';
import {
  cellNumber,
  cellText,
  change,
  changeNumber,
  columnFinder,
  unitsOffered,
} from '../listing-cell.ts';

const inStockName = 'In stock?';
const backordersName = 'Backorders allowed?';
const barcodeName = 'GTIN, UPC, EAN, or ISBN';

/** What the importer makes of `In stock?`. It takes every word for "in stock", also `no`: that one is put right. */
function stockStatus(cell: string): string {
  const word = cell.toLowerCase();
  return word === 'yes' || word === 'true' ? '1' : word;
}

/** Container types have no stock of their own: their variations, members or another shop have it. */
function isContainer(type: string): boolean {
  return type
    .toLowerCase()
    .split(',')
    .some((part) => /^(variable|grouped|external)/.test(part.trim()));
}

/**
 * WooCommerce's product file with English headers (their letter case varies). A number in `Stock` turns counting on
 * and a blank turns it off, so a blank stays blank and only `In stock?` tells what can be bought there. The importer
 * once took a missing backorder cell at zero stock for "on backorder" (issue 19485): at zero it is always stated.
 */
export const woocommerceProducts: ListingFormat = {
  name: 'woocommerce-products',
  title: 'WooCommerce product file',
  names: ['ID', 'Type', 'SKU', 'Name', 'Published', inStockName, 'Stock', backordersName, 'Parent'],
  recognise(header) {
    const find = columnFinder(header);
    const has = (name: string) => find(name) !== undefined;
    const isProductFile = has('Type') && has('SKU') && has('Name');
    return isProductFile && (has(inStockName) || (has('Stock') && has('Parent')));
  },
  open(header) {
    const find = columnFinder(header);
    const type = find('Type');
    const sku = find('SKU');
    const name = find('Name');
    const barcode = find(barcodeName);
    const stock = find('Stock');
    const inStock = find(inStockName);
    const backorders = find(backordersName);

    function writeCounted(
      cells: readonly string[],
      target: ListingTarget,
      rules: ListingRules,
    ): Writing {
      // Without the column the shop's own setting stays: neither selling ahead nor its end can be stated.
      const wanted = unitsOffered(target, backorders === undefined ? 'off' : rules.sellAhead);
      const status = wanted.units > 0 ? '1' : wanted.open ? 'backorder' : '0';
      return {
        changes: [
          ...changeNumber(cells, stock, wanted.units),
          ...change(cells, inStock, status, (cell) => stockStatus(cell) === status),
          ...change(cells, backorders, wanted.open ? 'notify' : '0', (cell) => {
            if (wanted.open) return cell === '1' || cell.toLowerCase() === 'notify';
            return /^(0|no|false)$/i.test(cell) || (cell === '' && wanted.units > 0);
          }),
        ],
        missing: backorders === undefined && wanted.units <= 0 ? [backordersName] : [],
      };
    }

    function writeUncounted(
      cells: readonly string[],
      target: ListingTarget,
      rules: ListingRules,
    ): Writing {
      // A limit cannot be kept where nothing is counted: capped sells nothing ahead.
      const wanted = unitsOffered(target, rules.sellAhead === 'open' ? 'open' : 'off');
      const status = wanted.units > 0 ? '1' : wanted.open ? 'backorder' : '0';
      return {
        changes: change(cells, inStock, status, (cell) => stockStatus(cell) === status),
        missing: inStock === undefined ? [inStockName] : [],
      };
    }

    return {
      read(cells) {
        const named = toSku(bareText(cellText(cells, sku)));
        if (named === undefined) return undefined;
        const article = {
          sku: named,
          title: cellText(cells, name) || undefined,
          barcode: cellText(cells, barcode) || undefined,
        };
        const offered = cellNumber(cells, stock);
        if (offered !== undefined) {
          const write = (target: ListingTarget, rules: ListingRules) =>
            writeCounted(cells, target, rules);
          return { ...article, shelves: [{ offered, write }] };
        }
        const word = cellText(cells, stock).toLowerCase();
        if (word === 'parent') return { ...article, shelves: [], uncounted: true };
        if (word !== '') return { ...article, shelves: [], unread: stock };
        if (isContainer(cellText(cells, type))) return { ...article, shelves: [] };
        const write = (target: ListingTarget, rules: ListingRules) =>
          writeUncounted(cells, target, rules);
        return { ...article, shelves: [{ write }], uncounted: true };
      },
    };
  },
};
