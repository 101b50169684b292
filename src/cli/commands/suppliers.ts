import { InvalidArgumentError } from 'commander';
import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface SuppliersOptions extends ViewOptions {
  readonly purchaseOrders?: boolean;
  readonly messages?: boolean;
  readonly dryRun?: boolean;
  readonly risk?: boolean;
  readonly costs?: boolean;
  /** A share of the price. */
  readonly minMargin?: number;
}

export const suppliers: CommandSpec = {
  name: 'suppliers',
  usage: 'suppliers',
  summary: 'how each supplier does and what hangs on it; what to order from it, what to ask it',
  examples: [
    ['dropship suppliers', 'the scorecard of each supplier'],
    ['dropship suppliers --risk', 'SKUs that one supplier alone has, and second sources'],
    ['dropship suppliers --costs', 'the cheapest source of each SKU, and whose price rose'],
    [
      'dropship suppliers --purchase-orders',
      'a file for each with what to ship now, recorded as forwarded',
    ],
    ['dropship suppliers --messages', 'a letter to each, with a CSV file to answer in'],
    ['dropship suppliers --stock acme.csv beta.csv --orders orders.csv', 'without a workspace'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .addOption(
        command
          .createOption('--risk', 'one row for each SKU that hangs on a single supplier instead')
          .conflicts(['costs', 'purchaseOrders', 'messages']),
      )
      .addOption(
        command
          .createOption('--costs', 'what each SKU costs, now and at its cheapest source, instead')
          .conflicts(['purchaseOrders', 'messages']),
      )
      .addOption(
        command
          .createOption('--purchase-orders', 'write what each is to ship now, each unit once')
          .conflicts('messages'),
      )
      .option('--messages', 'draft what to ask each, with a CSV file to answer in')
      .option('--dry-run', 'with these two: write and record nothing')
      .option(
        '--min-margin <percent>',
        'with --costs: a rise that takes the margin below this is an alert (default: 15)',
        percentage,
      ),
};

function percentage(text: string): number {
  const percent = Number(text.replace(/%$/, ''));
  if (text.trim() === '' || !(percent >= 0 && percent < 100))
    throw new InvalidArgumentError('It must be a number from 0 to 99, as 15.');
  return percent / 100;
}
