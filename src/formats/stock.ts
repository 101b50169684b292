/** Columns of the canonical stock file, in its order. */
export const stockFields = [
  'supplier',
  'sku',
  'supplier_sku',
  'title',
  'barcode',
  'quantity',
  'quantity_kind',
  'restock_date',
  'restock_quantity',
  'release_date',
  'discontinued',
  'unit_cost',
  'currency',
  'pack_size',
  'dispatch_days',
  'as_of',
] as const;

/**
 * What suppliers' files tell beside: `location` and `entry_date` tell the rows of one article apart, `availability` is
 * a text that may name a restock, `blocked` marks what cannot be ordered by us, `reserved` are units that are others',
 * `available_from` is the day before which the quantity cannot be had.
 */
export const supplierFields = [
  'location',
  'entry_date',
  'availability',
  'blocked',
  'reserved',
  'available_from',
] as const;

export type StockField = (typeof stockFields)[number] | (typeof supplierFields)[number];

/** Where a column stands: its header, or its place from 1 in a file without a header line. */
export type ColumnName = string | number;

/** Which column is which, as configured; several columns of quantity are added up. A blank name: the file has none. */
export type StockMapping = {
  readonly [F in StockField]?:
    | (F extends 'quantity' ? ColumnName | readonly ColumnName[] : ColumnName)
    | undefined;
};

/** Where an article number stands in other rows, such a word begins a row that adds up the others. */
const totalWords =
  /^(?:(?:grand |sub|general )?totals?|total (?:général|general|geral)|sum|summe|gesamt(?:summe)?|totaal|totale|suma|soma|somme|razem|ogółem|итого|всего)\s*:?$/iu;

/** Whether a row that begins so is no article but a total. */
export function isTotalWord(cell: string): boolean {
  return totalWords.test(cell);
}
