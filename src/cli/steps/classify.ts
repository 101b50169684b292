import { classifyView } from '../../outputs/classify.ts';
import { openDesk } from '../desk.ts';
import type { ViewOptions } from '../options.ts';
import { showView } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function classify(world: World, options: ViewOptions): Promise<ExitCode> {
  const { plan, problems } = await openDesk(world, options);
  const range = options.all ? 'all' : 'shop';
  return showView(
    world,
    options,
    classifyView(plan, options.changed ? 'changed' : range),
    problems,
  );
}
