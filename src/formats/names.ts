import { plainOrders } from './plain-orders.ts';
import { shipmentWords } from './shipments.ts';
import { shopHeaderNames } from './shops/index.ts';
import { stockWords } from './stock-columns.ts';
import { normaliseName } from './vocabulary.ts';

export { normaliseName };

const known: ReadonlySet<string> = new Set(
  [
    ...Object.entries(stockWords).flat(2),
    ...Object.entries(plainOrders.words).flat(2),
    ...Object.entries(shipmentWords).flat(2),
    ...shopHeaderNames,
  ].map(normaliseName),
);

/** How many cells of a row are column names we know: the header is the row with the most. */
export function countKnownNames(cells: readonly string[]): number {
  return new Set(cells.map(normaliseName).filter((name) => known.has(name))).size;
}
