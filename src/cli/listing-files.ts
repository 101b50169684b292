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

/** Rewrites every listing file of the desk; files of the same name get their channel's name in front. */
export function writeListings(
  desk: Desk,
  choice: { readonly changedOnly?: boolean | undefined; readonly accept?: boolean | undefined },
): WrittenListing[] {
  const { settings, plan, shelves } = desk;
  checkTimezone(settings.workspace);
  const unknown = inNoFeed(plan);
  const written = shelves.map(
    ({ setup, listing }): WrittenListing => ({
      name: setup.name,
      ...rewriteListing(listing, listingTargets(plan, setup), {
        sellAhead: setup.sellAhead,
        location: setup.location,
        timezone: settings.workspace.timezone,
        today: plan.today,
        changedOnly: choice.changedOnly,
        acceptUnknown: choice.accept,
        maxMissingSkus: settings.workspace.guard.maxMissingSkus,
        inNoFeed: unknown,
      }),
    }),
  );
  return written.map((one) => {
    const twice = written.some((other) => other !== one && other.file.path === one.file.path);
    const file: OutputFile = twice
      ? { ...one.file, path: `${one.name.replace(/[^\w.-]+/g, '_')}-${one.file.path}` }
      : one.file;
    return { ...one, file };
  });
}

export function listingProblems(written: readonly WrittenListing[]): Problem[] {
  return written.flatMap(({ problems }) => problems);
}
