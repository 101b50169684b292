import { listingChangesView } from '../../outputs/listing-changes.ts';
import { harmless } from '../../outputs/terminal.ts';
import type { ListingOptions } from '../commands/listings.ts';
import { openDesk } from '../desk.ts';
import { writeListings } from '../listing-files.ts';
import { outFolder } from '../out-folder.ts';
import { conclude } from '../print.ts';
import { viewExit } from '../view-exit.ts';
import { cannotRun, type ExitCode, type World, type WritePart } from '../world.ts';

export async function listings(world: World, options: ListingOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  if (desk.shelves.length === 0) {
    throw cannotRun(
      'there is no listing to update',
      'name your product export under [listings] in dropship.toml, or give it with --listing FILE',
    );
  }
  await world.progress.step('updating listings');
  const { written, problems: found } = writeListings(desk, options);
  const path = outFolder(world, desk.settings, options, 'listings');
  const inputs = new Set(desk.shelves.map(({ path: input }) => input));
  const own = written.find(({ file }) => inputs.has(world.disk.resolve(path, file.path)));
  if (own) {
    throw cannotRun(
      `${own.file.path} would be written over the export it is made from`,
      'choose another folder with --out',
    );
  }
  const part: WritePart = { kind: 'files', path, files: written.map(({ file }) => file) };
  const problems = [...desk.problems, ...found];
  await conclude(world, options, {
    problems,
    view: listingChangesView(written),
    parts: options.dryRun ? [] : [part],
  });
  if (!options.dryRun && !options.quiet) {
    const names = part.files.map((file) => world.disk.resolve(path, file.path));
    const lines = names.map((name) => `wrote ${harmless(world.disk.relative(world.cwd, name))}\n`);
    world.stderr.write(lines.join(''));
  }
  return viewExit(problems);
}
