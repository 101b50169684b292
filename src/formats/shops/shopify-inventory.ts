import { type Sku, toSku } from '../../model/sku.ts';
import type { ListingFormat, ListingSheet, RowReading, Shelf } from '../listing.ts';
import { cellNumber, cellText, changeNumber, columnFinder, unitsOffered } from '../listing-cell.ts';
import { variantTitles } from './shopify-variant.ts';

type Find = ReturnType<typeof columnFinder>;
/** The shelves of a row, or the column that was not understood. */
type ReadShelves = (cells: readonly string[]) => Pick<RowReading, 'shelves' | 'unread'>;

const onHandNew = 'On hand (new)';
const onHandCurrent = 'On hand (current)';

/** `not stocked` is not 0: a number there would start to sell the article at that place. */
const isNotStocked = (cell: string) => cell.toLowerCase() === 'not stocked';

function has(find: Find, ...names: readonly string[]): boolean {
  return names.every((name) => find(name) !== undefined);
}

/** Until 2023, and "available only" exports: one column for each location behind the country of origin. */
function locationColumns(header: readonly string[]): readonly number[] {
  const find = columnFinder(header);
  const last = find('COO');
  if (last === undefined || !has(find, 'HS Code') || has(find, 'Location')) return [];
  return header.flatMap((name, column) => (column > last && name.trim() !== '' ? [column] : []));
}

function readLocationColumns(header: readonly string[]): ReadShelves {
  const columns = locationColumns(header);
  return (cells) => {
    const shelves = columns.flatMap((column): Shelf[] => {
      const offered = cellNumber(cells, column);
      if (offered === undefined) return [];
      return [
        {
          location: (header[column] ?? '').trim(),
          offered,
          write: (target, { sellAhead }) => ({
            changes: changeNumber(cells, column, unitsOffered(target, sellAhead).units),
          }),
        },
      ];
    });
    const unread = columns.find((column) => {
      const cell = cellText(cells, column);
      return cell !== '' && !isNotStocked(cell) && cellNumber(cells, column) === undefined;
    });
    return { shelves, unread };
  };
}

/**
 * Since 2023: one row for each location. Shopify takes what is on hand, of which committed and unavailable units are
 * not for sale; since 2025 the new number stands in a column of its own, blank where nothing is to change.
 */
function readOnHand(header: readonly string[]): ReadShelves {
  const find = columnFinder(header);
  const location = find('Location');
  const fresh = find(onHandNew);
  const current = find(onHandCurrent, 'On hand');
  const committed = find('Committed (not editable)', 'Committed');
  const unavailable = find('Unavailable (not editable)', 'Unavailable');
  const missing = [
    ...(committed === undefined ? ['Committed'] : []),
    ...(unavailable === undefined ? ['Unavailable'] : []),
  ];

  return (cells) => {
    const isPlanned = cellText(cells, fresh) !== '';
    const stated = isPlanned ? fresh : current;
    const numbers = [current, stated, committed, unavailable].filter((c) => c !== undefined);
    if (numbers.some((column) => isNotStocked(cellText(cells, column)))) return { shelves: [] };
    const unread = numbers.find((column) => cellNumber(cells, column) === undefined);
    if (unread !== undefined) return { shelves: [], unread };
    const kept = (cellNumber(cells, committed) ?? 0) + (cellNumber(cells, unavailable) ?? 0);
    const now = cellNumber(cells, stated) ?? 0;
    const shelf: Shelf = {
      location: cellText(cells, location),
      offered: now - kept,
      write(target, { sellAhead }) {
        if (missing.length > 0) return { changes: [], missing };
        const wanted = unitsOffered(target, sellAhead).units + kept;
        if (wanted === now) return { changes: [] };
        return { changes: changeNumber(cells, fresh ?? current, wanted) };
      },
    };
    return { shelves: [shelf] };
  };
}

function openWith(
  readShelves: ReadShelves,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ListingSheet {
  const sku = columnFinder(header)('SKU');
  const titleOf = variantTitles(header, rows);
  return {
    read(cells) {
      const named: Sku | undefined = toSku(cellText(cells, sku));
      if (named === undefined) return undefined;
      return { sku: named, title: titleOf(cells), ...readShelves(cells) };
    },
  };
}

/** Shopify's inventory file in its three generations. Whether a variant sells at zero is said in the product file. */
export const shopifyInventory: ListingFormat = {
  name: 'shopify-inventory',
  title: 'Shopify inventory file',
  names: [
    'Handle',
    'Title',
    'Option1 Name',
    'Option1 Value',
    'SKU',
    'HS Code',
    'COO',
    'Location',
    'On hand',
    onHandCurrent,
    onHandNew,
  ],
  recognise(header) {
    const find = columnFinder(header);
    if (!has(find, 'Handle', 'SKU')) return false;
    const isPerLocationRow =
      has(find, 'Location') && (has(find, 'On hand') || has(find, onHandCurrent, onHandNew));
    return isPerLocationRow || locationColumns(header).length > 0;
  },
  open(header, rows) {
    const isPerLocationRow = columnFinder(header)('Location') !== undefined;
    const readShelves = isPerLocationRow ? readOnHand(header) : readLocationColumns(header);
    return openWith(readShelves, header, rows);
  },
};
