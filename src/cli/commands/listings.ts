import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface ListingOptions extends ViewOptions {
  readonly changedOnly?: boolean;
  readonly accept?: boolean;
  readonly dryRun?: boolean;
}

export const listings: CommandSpec = {
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
};
