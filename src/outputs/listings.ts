import type {
  CellChange,
  ListingFile,
  ListingSheet,
  PlacedListing,
  PlacedRow,
} from '../formats/listing.ts';
import type { Day } from '../model/day.ts';
import type { ListingTarget, SellAhead } from '../model/listing.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';
import {
  type Assignment,
  assignTargets,
  type PlacedShelf,
  type ReadRow,
  shelvesBySku,
} from './listing-assignments.ts';
import {
  describeChanges,
  type ListingChange,
  reportUncounted,
  reportUnread,
} from './listing-report.ts';
import { type RowChanges, spliceFile, spliceRows } from './splice.ts';

export interface RewriteOptions {
  readonly sellAhead: SellAhead;
  /** The channel's location that stock is written to, where its file has several. */
  readonly location?: string | undefined;
  /** The store's time zone. */
  readonly timezone: string;
  readonly today: Day;
  /** Only the head and the rows that change. */
  readonly changedOnly?: boolean | undefined;
  /** Writes SKUs that no supplier ever listed as unavailable, however many they are. */
  readonly acceptUnknown?: boolean | undefined;
  /** The share of the file's SKUs that may be in no feed. */
  readonly maxMissingSkus: number;
  /** SKUs that no supplier's file ever had. */
  readonly inNoFeed: ReadonlySet<Sku>;
}

export interface RewrittenListing {
  readonly file: OutputFile;
  readonly changed: readonly ListingChange[];
  readonly problems: readonly Problem[];
}

/** Below so many SKUs the guards do not judge. */
const guardedFrom = 20;

/** The listing file with the cells of its SKUs' targets changed and every other byte as it was. */
export function rewriteListing(
  listing: PlacedListing,
  targets: ReadonlyMap<Sku, ListingTarget>,
  options: RewriteOptions,
): RewrittenListing {
  const { format, header } = listing;
  const sheet = format.open(
    header,
    listing.rows.map(({ cells }) => cells),
  );
  const rows = listing.rows.flatMap((row): ReadRow[] => {
    const reading = sheet.read(row.cells);
    return reading ? [{ row, reading }] : [];
  });
  const shelves = shelvesBySku(rows);
  const guard = holdUnknown(listing, shelves, options);
  const wanted = new Map([...targets].filter(([sku]) => !guard.held.has(sku)));
  const chosen = assignTargets(listing, shelves, wanted, options.location);
  const written = write(listing, chosen.assignments, options);
  return {
    file: {
      path: listing.file.split(/[\\/]/).at(-1) ?? listing.file,
      bytes: options.changedOnly
        ? spliceRows(listing, changedRows(listing, sheet, written.changes), written.changes)
        : spliceFile(listing, written.changes),
    },
    changed: describeChanges(listing, rows, written.changes),
    problems: [
      ...guard.problems,
      ...chosen.problems,
      ...reportUnread(listing, rows, wanted),
      ...reportUncounted(listing, rows, wanted),
      ...written.problems,
    ],
  };
}

/**
 * Many SKUs that no supplier ever listed smell of a missing SKU map, and making them unavailable would empty the shop:
 * they stay as they are.
 */
function holdUnknown(
  { file, articles }: ListingFile,
  shelves: ReadonlyMap<Sku, readonly PlacedShelf[]>,
  { inNoFeed, maxMissingSkus, acceptUnknown }: RewriteOptions,
): { readonly held: ReadonlySet<Sku>; readonly problems: readonly Problem[] } {
  const total = shelves.size;
  const unknown = [...shelves.keys()].filter((sku) => inNoFeed.has(sku));
  const count = unknown.length;
  const isUnlikely = articles.length >= guardedFrom && count > maxMissingSkus * total;
  if (acceptUnknown || !isUnlikely) return { held: new Set(), problems: [] };
  return {
    held: new Set(unknown),
    problems: [{ kind: 'listing-in-no-feed', place: { file }, count, total }],
  };
}

function write(
  { file }: ListingFile,
  assignments: readonly Assignment[],
  options: RewriteOptions,
): { readonly changes: RowChanges; readonly problems: readonly Problem[] } {
  const changes = new Map<PlacedRow, readonly CellChange[]>();
  const missing = new Map<string, number>();
  for (const { row, shelf, target } of assignments) {
    const writing = shelf.write(target, options);
    if (writing.changes.length > 0) {
      changes.set(row, [...(changes.get(row) ?? []), ...writing.changes]);
    }
    for (const name of writing.missing ?? []) missing.set(name, (missing.get(name) ?? 0) + 1);
  }
  const problems = [...missing].map(
    ([needed, count]): Problem => ({
      kind: 'listing-column-missing',
      place: { file },
      needed,
      count,
    }),
  );
  return { changes, problems };
}

function changedRows(
  { rows }: PlacedListing,
  { family }: ListingSheet,
  changes: RowChanges,
): readonly PlacedRow[] {
  const familyOf = (row: PlacedRow) => family?.(row.cells) ?? '';
  const families = new Set([...changes.keys()].map(familyOf).filter((name) => name !== ''));
  return rows.filter((row) => changes.has(row) || families.has(familyOf(row)));
}
