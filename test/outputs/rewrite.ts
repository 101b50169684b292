import type { ListingFile, PlacedListing } from '../../src/formats/listing.ts';
import { readListing } from '../../src/ingest/listing.ts';
import { placeListing } from '../../src/ingest/place-listing.ts';
import { type Day, parseDay } from '../../src/model/day.ts';
import type { ListingTarget } from '../../src/model/listing.ts';
import type { Problem } from '../../src/model/problem.ts';
import { type Sku, toSku } from '../../src/model/sku.ts';
import type { ListingChange } from '../../src/outputs/listing-report.ts';
import { type RewriteOptions, rewriteListing } from '../../src/outputs/listings.ts';

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

export function sku(text: string): Sku {
  const named = toSku(text);
  if (named === undefined) throw new Error('a SKU is not blank');
  return named;
}

type Told = Omit<Partial<ListingTarget>, 'sku' | 'status'>;

export const available = (name: string, sellable: number): ListingTarget => ({
  sku: sku(name),
  status: 'available',
  sellable,
  released: true,
});

export const unavailable = (name: string): ListingTarget => ({
  sku: sku(name),
  status: 'unavailable',
  sellable: 0,
  released: true,
});

export const backorder = (name: string, told: Told = {}): ListingTarget => ({
  sku: sku(name),
  status: 'backorder',
  sellable: 0,
  aheadLimit: 14,
  shipDate: day('2026-12-08'),
  released: true,
  ...told,
});

export const preorder = (name: string, told: Told = {}): ListingTarget => ({
  ...backorder(name, told),
  status: 'preorder',
});

export interface Rewritten {
  readonly text: string;
  readonly changed: readonly ListingChange[];
  readonly problems: readonly Problem[];
  readonly path: string;
}

/** A listing file that must be readable without a word. */
export async function readOrFail(bytes: Uint8Array, file: string): Promise<PlacedListing> {
  const { listing, problems } = await readListing(bytes, file);
  // A real file may have barcodes that a spreadsheet has rounded; they are not written.
  const isClean = problems.every(({ kind }) => kind === 'barcode-damaged');
  if (!listing || !isClean) throw new Error(`${file}: ${JSON.stringify(problems)}`);
  return placed(listing);
}

/** A listing that must lie in its bytes as it was read. */
export function placed(listing: ListingFile): PlacedListing {
  const found = placeListing(listing);
  if ('kind' in found) throw new Error(`${listing.file}: ${JSON.stringify(found)}`);
  return found;
}

/** Reads a listing file and rewrites it, as the commands do. */
export async function rewrite(
  text: string | Uint8Array,
  targets: readonly ListingTarget[],
  options: Partial<RewriteOptions> = {},
): Promise<Rewritten> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { listing, problems } = await readListing(bytes, 'inbox/shop.csv');
  if (!listing) throw new Error(`refused: ${JSON.stringify(problems)}`);
  const rewritten = rewriteListing(placed(listing), new Map(targets.map((t) => [t.sku, t])), {
    sellAhead: 'open',
    timezone: 'America/New_York',
    today: day('2026-11-23'),
    maxMissingSkus: 0.25,
    inNoFeed: new Set(),
    ...options,
  });
  return {
    text: Buffer.from(rewritten.file.bytes).toString(),
    changed: rewritten.changed,
    problems: [...problems, ...rewritten.problems],
    path: rewritten.file.path,
  };
}

/** A file's lines from its rows, each a line of cells without quotes. */
export const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
