import { classifyView } from '../../outputs/classify.ts';
import { openDesk } from '../desk.ts';
import type { ViewOptions } from '../options.ts';
import { printProblems, printView } from '../print.ts';
import { viewExit } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function classify(world: World, options: ViewOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  await printProblems(world, options, desk.problems);
  await printView(
    world,
    options,
    classifyView(desk.plan, options.changed ? 'changed' : options.all ? 'all' : 'shop'),
  );
  return viewExit(desk.problems);
}
