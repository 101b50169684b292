import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';
import { viewExit } from '../view-exit.ts';
import { cannotRun } from '../world.ts';

interface ListingOptions extends ViewOptions {
  readonly changedOnly?: boolean;
  readonly accept?: boolean;
  readonly dryRun?: boolean;
}

export const listings: CommandSpec<ListingOptions> = {
  name: 'listings',
  usage: 'listings',
  summary: "updated files for each sales channel, made from the shop's own exports",
  examples: [
    ['dropship listings', 'every listing of dropship.toml, into out/<today>/listings'],
    [
      'dropship listings --stock acme.csv --listing products_export.csv --out upload',
      'from files, into upload/',
    ],
    ['dropship listings --dry-run -f table', 'only show which cells would change'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .option('--changed-only', 'write only the rows that change')
      .option(
        '--accept',
        "also write SKUs as unavailable that no supplier's file ever had, however many",
      )
      .option('--dry-run', 'only show the changes'),
  async run(world, options) {
    const { openDesk } = await import('../desk.ts');
    const { listingProblems, writeListings } = await import('../listing-files.ts');
    const { listingChangesView } = await import('../../outputs/listing-changes.ts');
    const { outFolder } = await import('../out-folder.ts');
    const { printProblems, printView } = await import('../print.ts');
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
  },
};
