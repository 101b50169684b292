import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface SuppliersOptions extends ViewOptions {
  readonly messages?: boolean;
  readonly dryRun?: boolean;
}

export const suppliers: CommandSpec = {
  name: 'suppliers',
  usage: 'suppliers',
  summary: 'drafts that ask suppliers for missing, passed and moved dates and quantities',
  examples: [
    ['dropship suppliers --messages', 'a draft per supplier, with a CSV file to answer in'],
    ['dropship suppliers --messages --dry-run', 'only the index of the questions'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .option('--messages', 'draft what to ask each supplier, with a CSV file to answer in')
      .option('--dry-run', 'write nothing'),
};
