import type { Choice } from '../../forecast/choose.ts';
import { forecastView } from '../../outputs/forecast.ts';
import { type ForecastOptions, usualWindow } from '../commands/forecast.ts';
import { openDesk } from '../desk.ts';
import { printProblems, printView } from '../print.ts';
import { viewExit } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function forecast(world: World, options: ForecastOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options, choiceOf(options));
  await printProblems(world, options, desk.problems);
  await printView(world, options, forecastView(desk.plan, options.all === true));
  return viewExit(desk.problems);
}

function choiceOf({ method, window }: ForecastOptions): Choice | undefined {
  if (method === 'best-window' || (method === undefined && window === undefined)) return undefined;
  return { method: method ?? 'simple', window: window ?? usualWindow };
}
