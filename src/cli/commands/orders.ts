import type { CommandSpec } from '../command.ts';
import { withCommon, withOneOff } from '../options.ts';

export const orders: CommandSpec = {
  name: 'orders',
  usage: 'orders',
  summary: 'how each open order line is filled: from whom, when, and what blocks it',
  examples: [
    ['dropship orders', 'open order lines of the workspace'],
    ['dropship orders -f csv | grep waiting', 'what is not in stock'],
    ['dropship orders --all -o orders.csv', 'the finished ones too'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command)).option('--all', 'also the finished order lines'),
};
