import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface SuppliersOptions extends ViewOptions {
  readonly purchaseOrders?: boolean;
  readonly messages?: boolean;
  readonly dryRun?: boolean;
}

export const suppliers: CommandSpec = {
  name: 'suppliers',
  usage: 'suppliers',
  summary: 'how well each supplier keeps its word; what to order from it now',
  examples: [
    [
      'dropship suppliers --purchase-orders',
      'one file for each supplier with what to ship now, recorded as forwarded',
    ],
    ['dropship suppliers --purchase-orders --dry-run', 'only show them; nothing is written'],
    ['dropship suppliers --messages', 'a draft per supplier, with a CSV file to answer in'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .option('--purchase-orders', 'write what each supplier is to ship now, each unit once')
      .option('--messages', 'draft what to ask each supplier, with a CSV file to answer in')
      .option('--dry-run', 'write and record nothing'),
};
