import type { CommandSpec } from '../command.ts';
import { type CommonOptions, withCommon } from '../options.ts';

export interface BookOptions extends CommonOptions {
  readonly check?: boolean;
  readonly repair?: boolean;
  readonly forget?: string;
  readonly dryRun?: boolean;
}

export const book: CommandSpec = {
  name: 'book',
  usage: 'book',
  summary: 'look after the book: check it, repair it, take a customer out of it',
  examples: [
    ['dropship book --check', 'every line of the book that is not as it should be'],
    ['dropship book --repair', 'a sound book again; lines that cannot stand are kept in a file'],
    ['dropship book --repair --dry-run', 'only tell what it would do'],
    ['dropship book --forget ann@example.com', 'who asked for it is in the book no more'],
  ],
  declare: (command) =>
    withCommon(command)
      .option('--check', 'report every fault of the book with file and line; nothing is changed')
      .option(
        '--repair',
        'make a sound book of it; what is taken out goes to book/set-aside-<today>.csv',
      )
      .option('--forget <email>', 'take name and address of a customer out, and keep them out')
      .option('--dry-run', 'only tell what --repair or --forget would do'),
};
