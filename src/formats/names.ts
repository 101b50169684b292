import { once } from '../model/once.ts';
import { addressFields } from './orders.ts';
import { plainOrders } from './plain-orders.ts';
import { returnWords } from './returns.ts';
import { shipmentWords } from './shipments.ts';
import { shopHeaderNames } from './shops/index.ts';
import { stockWords } from './stock-columns.ts';
import { normaliseName } from './vocabulary.ts';

export { normaliseName };

// Files whose header is expected need none of it.
const knownNames = once(
  () =>
    new Set(
      [
        ...Object.entries(stockWords).flat(2),
        ...Object.entries(plainOrders.words).filter(isOfGoods).flat(2),
        ...Object.entries(shipmentWords).flat(2),
        ...Object.entries(returnWords).flat(2),
        ...shopHeaderNames,
      ].map(normaliseName),
    ),
);

/** Tables of addresses stand beside tables of goods: their words do not tell where the latter begin. */
function isOfGoods([field]: readonly [string, unknown]): boolean {
  return addressFields.every((address) => !field.startsWith(address));
}

/** How many cells of a row are column names we know: the header is the row with the most. */
export function countKnownNames(cells: readonly string[]): number {
  const names = knownNames();
  return new Set(cells.map(normaliseName).filter((name) => names.has(name))).size;
}
