import { classifyView, type Range, skusOf } from '../../outputs/classify.ts';
import { strategyHint, strategyView } from '../../outputs/strategy.ts';
import { strategist } from '../../plan/strategy/strategy.ts';
import type { ClassifyOptions } from '../commands/classify.ts';
import { type Desk, openDesk } from '../desk.ts';
import { showView } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function classify(world: World, options: ClassifyOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  await world.progress.step('forecasting');
  const range = options.all ? 'all' : 'shop';
  const which = options.changed ? 'changed' : range;
  return options.strategy
    ? advise(world, options, desk, which)
    : showView(world, options, classifyView(desk.plan, which), desk.problems);
}

/** What the marks mean goes beside the table, not into it. */
async function advise(
  world: World,
  options: ClassifyOptions,
  { plan, problems, settings }: Desk,
  which: Range,
): Promise<ExitCode> {
  const strategies = skusOf(plan, which).map(strategist(plan, settings.workspace));
  const code = await showView(world, options, strategyView(strategies, plan.today), problems);
  const hint = strategyHint(strategies);
  if (hint !== undefined && !options.quiet) world.stderr.write(`${hint}\n`);
  return code;
}
