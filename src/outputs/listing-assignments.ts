import type { ListingFile, PlacedRow, RowReading, Shelf } from '../formats/listing.ts';
import type { ListingTarget } from '../model/listing.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';

/** A row and what it says of its SKU. */
export interface ReadRow {
  readonly row: PlacedRow;
  readonly reading: RowReading;
}

/** One shelf of a SKU and the row it stands in. */
export interface PlacedShelf {
  readonly row: PlacedRow;
  readonly shelf: Shelf;
}

/** What one shelf is to be told. */
export interface Assignment extends PlacedShelf {
  readonly target: ListingTarget;
}

/** Where each SKU can be told anything. */
export function shelvesBySku(rows: readonly ReadRow[]): ReadonlyMap<Sku, readonly PlacedShelf[]> {
  const shelves = new Map<Sku, PlacedShelf[]>();
  for (const { row, reading } of rows) {
    const own = shelves.get(reading.sku) ?? [];
    own.push(...reading.shelves.map((shelf) => ({ row, shelf })));
    if (own.length > 0) shelves.set(reading.sku, own);
  }
  return shelves;
}

/**
 * What each shelf is to be told. Of several locations the wanted one counts, else the only one that stocks the SKU;
 * when several do, the SKU is left alone.
 */
export function assignTargets(
  { file }: ListingFile,
  shelves: ReadonlyMap<Sku, readonly PlacedShelf[]>,
  targets: ReadonlyMap<Sku, ListingTarget>,
  location: string | undefined,
): { readonly assignments: readonly Assignment[]; readonly problems: readonly Problem[] } {
  const assignments: Assignment[] = [];
  const problems: Problem[] = [];
  const unclear = (value: string | undefined, locations: readonly string[], line?: number) =>
    problems.push({ kind: 'listing-location-unclear', place: { file, line }, value, locations });

  const locations = locationsOf([...shelves.values()].flat());
  if (location !== undefined && !knowsLocation(locations, location)) unclear(location, locations);
  for (const [sku, own] of shelves) {
    const target = targets.get(sku);
    if (!target) continue;
    const line = own[0]?.row.line;
    const several = location === undefined ? locationsOf(own) : [];
    if (several.length > 1) {
      unclear(sku, several, line);
      continue;
    }
    const chosen = own.filter(({ shelf }) => isAt(shelf, location));
    const lines = countedTwice(chosen).map(({ row }) => row.line);
    if (lines.length > 0) {
      problems.push({ kind: 'listing-sku-repeated', place: { file, line }, value: sku, lines });
    }
    assignments.push(...assign(chosen, target));
  }
  return { assignments, problems };
}

function locationsOf(shelves: readonly PlacedShelf[]): readonly string[] {
  return [...new Set(shelves.flatMap(({ shelf }) => shelf.location ?? []))];
}

/** Files that tell no locations apart take every location. */
function knowsLocation(locations: readonly string[], wanted: string): boolean {
  return locations.length === 0 || locations.some((location) => isAt({ location }, wanted));
}

function isAt({ location }: Pick<Shelf, 'location'>, wanted: string | undefined): boolean {
  if (location === undefined || wanted === undefined) return true;
  return location.trim().toLowerCase() === wanted.trim().toLowerCase();
}

/** Shelves that count the same units: several rows for one SKU at one location. */
function countedTwice(shelves: readonly PlacedShelf[]): readonly PlacedShelf[] {
  const counted = shelves.filter(({ shelf }) => shelf.offered !== undefined);
  return counted.length > 1 ? counted : [];
}

/**
 * Divides a target among a SKU's shelves. A SKU that stands on several counted rows (two variants sharing it) would be sold once for
 * each row if all got the whole quantity, and how to divide it is the merchant's to say. So no row is raised beside others:
 * an available SKU's rows keep what they offer, from the first row on, as long as all together stay within the quantity;
 * the rest is lowered. Where none of them offers any, the first gets all: it would stay sold out otherwise. A SKU that is
 * not available is 0 on all of them and not sold ahead, as a limit would count twice.
 */
function assign(shelves: readonly PlacedShelf[], target: ListingTarget): readonly Assignment[] {
  const several = countedTwice(shelves);
  const repeated = new Set(several);
  const first = several.every(({ shelf }) => (shelf.offered ?? 0) <= 0) ? several[0] : undefined;
  let left = target.status === 'available' ? target.sellable : 0;
  return shelves.map((placed) => {
    if (!repeated.has(placed)) return { ...placed, target };
    if (target.status !== 'available') {
      return { ...placed, target: { ...target, status: 'unavailable', sellable: 0 } };
    }
    const sellable = placed === first ? left : Math.min(placed.shelf.offered ?? 0, left);
    left -= Math.max(0, sellable);
    return { ...placed, target: { ...target, sellable } };
  });
}
