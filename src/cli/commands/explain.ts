import type { CommandSpec } from '../command.ts';
import { withCommon, withOneOff } from '../options.ts';

export const explain: CommandSpec = {
  name: 'explain',
  usage: 'explain <sku|order>',
  summary: 'which rule gave a SKU its status or an order its date, on which inputs',
  examples: [
    ['dropship explain TENT-2P', 'a SKU'],
    ['dropship explain 1001', 'an order; 1001 finds #1001'],
  ],
  declare: (command) => withOneOff(withCommon(command)),
};
