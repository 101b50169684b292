import { ordersView } from '../../outputs/orders.ts';
import { finishedLines } from '../../plan/allocation.ts';
import { openDesk } from '../desk.ts';
import type { ViewOptions } from '../options.ts';
import { printProblems, printView } from '../print.ts';
import { viewExit } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function orders(world: World, options: ViewOptions): Promise<ExitCode> {
  const { book, plan, problems, settings } = await openDesk(world, options);
  const finished = options.all ? finishedLines(book.lines, plan.today) : [];
  await printProblems(world, options, problems);
  await printView(
    world,
    options,
    ordersView(plan, settings.workspace.store.orderPromise, finished),
  );
  return viewExit(problems);
}
