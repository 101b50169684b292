import type { ListingSetup } from '../config/workspace.ts';
import type { ListingFile } from '../formats/listing.ts';
import { isBroken } from '../ingest/broken.ts';
import { readListing } from '../ingest/listing.ts';
import { wholeOf } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { openNamed } from './file-facts.ts';
import type { OneOffOptions } from './options.ts';
import { type OwnFiles, readOwnFiles, refusedBy } from './own-files.ts';
import type { Settings } from './settings.ts';
import { isCannotRun, type World } from './world.ts';

/** A listing file and how its channel is to be served. */
export interface Shelf {
  readonly setup: Pick<
    ListingSetup,
    'name' | 'sellAhead' | 'share' | 'maxQuantity' | 'hideBelow' | 'location'
  >;
  readonly listing: ListingFile;
  /** Where the file lies. */
  readonly path: string;
}

/** What the merchant says, in files of their own and in their listings. */
export interface Shop {
  readonly own: OwnFiles;
  readonly shelves: readonly Shelf[];
  readonly problems: readonly Problem[];
}

/** Reads the merchant's own files and the listings. Ends the command when the answer would be wrong without them. */
export async function openShop(
  world: World,
  settings: Settings,
  options: OneOffOptions,
): Promise<Shop> {
  const own = await readOwnFiles(world, settings, options);
  const problems = [...own.problems];
  const shelves = await openShelves(world, settings, options, problems);
  return { own, shelves, problems };
}

/** As `openShop` for commands that can do without: undefined where it would end them. */
export async function glanceAtShop(world: World, settings: Settings): Promise<Shop | undefined> {
  try {
    return await openShop(world, settings, {});
  } catch (error) {
    if (isCannotRun(error)) return undefined;
    throw error;
  }
}

async function openShelves(
  world: World,
  settings: Settings,
  { listing }: OneOffOptions,
  problems: Problem[],
): Promise<Shelf[]> {
  const { folder, workspace } = settings;
  const usual = { sellAhead: 'open', share: 1, hideBelow: 0 } as const;
  const wanted = listing
    ? listing.map((path) => ({ setup: { name: path, ...usual }, path }))
    : workspace.listings.map((setup) => ({ setup, path: world.disk.resolve(folder, setup.file) }));
  const shelves: Shelf[] = [];
  for (const { setup, path } of wanted) {
    const input = await openNamed(world, folder, path);
    if ('kind' in input) {
      problems.push(input);
      continue;
    }
    const read = await readListing(wholeOf(input.content), input.name);
    for (const problem of read.problems) problems.push(problem);
    if (read.listing) {
      shelves.push({ setup, listing: read.listing, path: world.disk.resolve(world.cwd, path) });
    }
  }
  if (wanted.length > 0 && shelves.length === 0) {
    const first = problems.find(isBroken);
    if (first) throw refusedBy(first);
  }
  return shelves;
}
