import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface ClassifyOptions extends ViewOptions {
  readonly strategy?: boolean;
}

export const classify: CommandSpec = {
  name: 'classify',
  usage: 'classify',
  summary: 'status of every SKU, why, how many may be sold and with which date',
  examples: [
    ['dropship classify', 'of the workspace in this folder'],
    [
      'dropship classify --stock acme=acme.csv --orders orders_export.csv',
      'from two files, without a workspace',
    ],
    ['dropship classify --changed -f json | jq', 'what differs from the last run'],
    ['dropship classify -o status.csv', 'into a file'],
    [
      'dropship classify --strategy',
      'what would be best done with each, and what would change that',
    ],
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .option('--changed', 'only SKUs whose status differs from the last recorded run')
      .option('--all', 'every SKU ever seen, in the shop or not')
      .option('--strategy', 'advice instead: sell ahead, take addresses, drop; and the grounds'),
};
