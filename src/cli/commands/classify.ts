import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';
import { viewExit } from '../view-exit.ts';

export const classify: CommandSpec<ViewOptions> = {
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
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .option('--changed', 'only SKUs whose status differs from the last recorded run')
      .option('--all', 'every SKU ever seen, in the shop or not'),
  async run(world, options) {
    const { openDesk } = await import('../desk.ts');
    const { classifyView } = await import('../../outputs/classify.ts');
    const { printProblems, printView } = await import('../print.ts');
    const desk = await openDesk(world, options);
    await printProblems(world, options, desk.problems);
    await printView(
      world,
      options,
      classifyView(desk.plan, options.changed ? 'changed' : options.all ? 'all' : 'shop'),
    );
    return viewExit(desk.problems);
  },
};
