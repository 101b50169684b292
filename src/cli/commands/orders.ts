import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';
import { viewExit } from '../view-exit.ts';

export const orders: CommandSpec<ViewOptions> = {
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
  async run(world, options) {
    const { openDesk } = await import('../desk.ts');
    const { ordersView } = await import('../../outputs/orders.ts');
    const { finishedLines } = await import('../../plan/allocation.ts');
    const { printProblems, printView } = await import('../print.ts');
    const { book, plan, problems, settings } = await openDesk(world, options);
    const finished = options.all ? finishedLines(book.lines, plan.today) : [];
    await printProblems(world, options, problems);
    await printView(
      world,
      options,
      ordersView(plan, settings.workspace.store.orderPromise, finished),
    );
    return viewExit(problems);
  },
};
