import { placeListing } from '../ingest/place-listing.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Problem } from '../model/problem.ts';
import { inNoFeed, listingTargets } from '../outputs/listing-targets.ts';
import { type RewrittenListing, rewriteListing } from '../outputs/listings.ts';
import type { Desk } from './desk.ts';
import { checkTimezone } from './settings.ts';

/** One channel's file rewritten. */
export interface WrittenListing extends RewrittenListing {
  /** The channel as the configuration calls it. */
  readonly name: string;
}

/** What became of the desk's listing files. */
export interface WrittenListings {
  readonly written: readonly WrittenListing[];
  /** Of their contents; a file that cannot be rewritten is not among the written. */
  readonly problems: readonly Problem[];
}

/** Rewrites every listing file of the desk; files of the same name get their channel's name in front. */
export function writeListings(
  desk: Desk,
  choice: { readonly changedOnly?: boolean | undefined; readonly accept?: boolean | undefined },
): WrittenListings {
  const { settings, plan, shelves } = desk;
  checkTimezone(settings.workspace);
  const unknown = inNoFeed(plan);
  const problems: Problem[] = [];
  const written = shelves.flatMap(({ setup, listing }): WrittenListing[] => {
    const placed = placeListing(listing);
    if ('kind' in placed) {
      problems.push(placed);
      return [];
    }
    const rewritten = rewriteListing(placed, listingTargets(plan, setup), {
      sellAhead: setup.sellAhead,
      location: setup.location,
      timezone: settings.workspace.timezone,
      today: plan.today,
      changedOnly: choice.changedOnly,
      acceptUnknown: choice.accept,
      maxMissingSkus: settings.workspace.guard.maxMissingSkus,
      inNoFeed: unknown,
    });
    for (const problem of rewritten.problems) problems.push(problem);
    return [{ name: setup.name, ...rewritten }];
  });
  return { written: withOwnNames(written), problems };
}

function withOwnNames(written: readonly WrittenListing[]): WrittenListing[] {
  return written.map((one) => {
    const twice = written.some((other) => other !== one && other.file.path === one.file.path);
    const file: OutputFile = twice
      ? { ...one.file, path: `${one.name.replace(/[^\w.-]+/g, '_')}-${one.file.path}` }
      : one.file;
    return { ...one, file };
  });
}
