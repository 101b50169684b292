import { daily, monthly } from '../../forecast/grain.ts';
import { dailyForecastView, forecastView } from '../../outputs/forecast.ts';
import { type ForecastOptions, usualWindow } from '../commands/forecast.ts';
import { type Forecasting, openDesk } from '../desk.ts';
import { showView } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function forecast(world: World, options: ForecastOptions): Promise<ExitCode> {
  const { plan, problems } = await openDesk(world, options, forecastingOf(options));
  const { all = false, horizons, quantiles } = options;
  const view = options.daily ? dailyForecastView : forecastView;
  return showView(world, options, view(plan, { all, horizons, quantiles }), problems);
}

function forecastingOf({ method, window, period }: ForecastOptions): Forecasting {
  const grain = period === 'month' ? monthly : daily;
  if (method === 'best-window') return { method, grain };
  if (method === undefined && window === undefined) return { grain };
  return { method: { method: method ?? 'simple', window: window ?? usualWindow }, grain };
}
