import { listingChangesView } from '../../outputs/listing-changes.ts';
import type { ListingOptions } from '../commands/listings.ts';
import { openDesk } from '../desk.ts';
import { listingProblems, writeListings } from '../listing-files.ts';
import { outFolder } from '../out-folder.ts';
import { printProblems, printView } from '../print.ts';
import { viewExit } from '../view-exit.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

export async function listings(world: World, options: ListingOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  if (desk.shelves.length === 0) {
    throw cannotRun(
      'there is no listing to update',
      'name your product export under [listings] in dropship.toml, or give it with --listing FILE',
    );
  }
  const written = writeListings(desk, options);
  const folder = outFolder(world, desk.settings, options, 'listings');
  if (!options.dryRun) {
    for (const { file } of written)
      world.disk.writeFile(world.disk.resolve(folder, file.path), file.bytes);
  }
  const problems = [...desk.problems, ...listingProblems(written)];
  await printProblems(world, options, problems);
  await printView(world, options, listingChangesView(written));
  if (!options.dryRun && !options.quiet) {
    for (const { file } of written)
      world.stderr.write(
        `wrote ${world.disk.relative(world.cwd, world.disk.resolve(folder, file.path))}\n`,
      );
  }
  return viewExit(problems);
}
