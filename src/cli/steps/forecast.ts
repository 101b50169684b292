import type { Choice } from '../../forecast/choose.ts';
import { forecastView } from '../../outputs/forecast.ts';
import { type ForecastOptions, usualWindow } from '../commands/forecast.ts';
import { openDesk } from '../desk.ts';
import { showView } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function forecast(world: World, options: ForecastOptions): Promise<ExitCode> {
  const { plan, problems } = await openDesk(world, options, choiceOf(options));
  return showView(world, options, forecastView(plan, options.all === true), problems);
}

function choiceOf({ method, window }: ForecastOptions): Choice | undefined {
  if (method === 'best-window' || (method === undefined && window === undefined)) return undefined;
  return { method: method ?? 'simple', window: window ?? usualWindow };
}
