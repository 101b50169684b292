import { ordersView } from '../../outputs/orders.ts';
import { finishedLines } from '../../plan/outstanding.ts';
import { openDesk } from '../desk.ts';
import type { ViewOptions } from '../options.ts';
import { showView } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function orders(world: World, options: ViewOptions): Promise<ExitCode> {
  const { plan, problems, settings } = await openDesk(world, options);
  const finished = options.all ? finishedLines(plan.lines, plan.today) : [];
  const promise = settings.workspace.store.orderPromise;
  return showView(world, options, ordersView(plan, promise, finished), problems);
}
