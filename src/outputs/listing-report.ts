import type { CellChange, ListingFile } from '../formats/listing.ts';
import type { ListingTarget } from '../model/listing.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';
import type { ReadRow } from './listing-assignments.ts';
import type { RowChanges } from './splice.ts';

/** One changed cell. */
export interface ListingChange {
  readonly line: number;
  readonly sku: Sku;
  /** The column's header. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** The changed cells in the file's order. */
export function describeChanges(
  { header }: ListingFile,
  rows: readonly ReadRow[],
  changes: RowChanges,
): readonly ListingChange[] {
  return rows.flatMap(({ row, reading }) =>
    inOrder(changes.get(row) ?? []).map(({ column, value }) => ({
      line: row.line,
      sku: reading.sku,
      column: header[column] ?? '',
      before: row.cells[column] ?? '',
      after: value,
    })),
  );
}

function inOrder(changes: readonly CellChange[]): readonly CellChange[] {
  return changes.toSorted((a, b) => a.column - b.column);
}

/** Stock cells that are neither a number nor a word of the channel: their rows are left as they are. */
export function reportUnread(
  { file, header }: ListingFile,
  rows: readonly ReadRow[],
  targets: ReadonlyMap<Sku, ListingTarget>,
): readonly Problem[] {
  return rows.flatMap(({ row, reading }): Problem[] => {
    const { sku, unread } = reading;
    if (unread === undefined || !targets.has(sku)) return [];
    const place = { file, line: row.line, column: header[unread] };
    return [{ kind: 'number-not-understood', place, value: row.cells[unread] }];
  });
}

/** SKUs that the channel sells without counting, said once for a file: it is a setting of the shop, not a fault of each row. */
export function reportUncounted(
  { file, format }: ListingFile,
  rows: readonly ReadRow[],
  targets: ReadonlyMap<Sku, ListingTarget>,
): readonly Problem[] {
  const uncounted = rows.filter(({ reading }) => reading.uncounted && targets.has(reading.sku));
  const [first] = uncounted;
  if (!first) return [];
  const count = new Set(uncounted.map(({ reading }) => reading.sku)).size;
  const place = { file, line: first.row.line };
  const value = first.reading.sku;
  return [{ kind: 'listing-not-tracked', place, value, channel: format.title, count }];
}
