import { backtest } from '../../forecast/backtest.ts';
import { daily, monthly } from '../../forecast/grain.ts';
import { isWindowed } from '../../forecast/methods/index.ts';
import type { Problem } from '../../model/problem.ts';
import { backtestAdvice, backtestView } from '../../outputs/backtest.ts';
import { dailyForecastView, forecastView } from '../../outputs/forecast.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ForecastOptions } from '../commands/forecast.ts';
import { type Forecasting, openDesk } from '../desk.ts';
import { showView } from '../view-exit.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

export async function forecast(world: World, options: ForecastOptions): Promise<ExitCode> {
  const { plan, problems } = await openDesk(world, options, forecastingOf(options));
  await world.progress.step('forecasting');
  if (options.backtest) return judgeMethods(world, options, plan, problems);
  const { all = false, horizons, quantiles } = options;
  const view = options.daily ? dailyForecastView : forecastView;
  return showView(world, options, view(plan, { all, horizons, quantiles }), problems);
}

/** The advice goes beside the table, not into it. */
async function judgeMethods(
  world: World,
  options: ForecastOptions,
  { histories, shop, today }: Plan,
  problems: readonly Problem[],
): Promise<ExitCode> {
  const result = backtest(histories, today, shop.grain);
  const code = await showView(world, options, backtestView(result), problems);
  const advice = backtestAdvice(result);
  if (advice !== '' && !options.quiet) world.stderr.write(`${advice}\n`);
  return code;
}

function forecastingOf({ method, window, period }: ForecastOptions): Forecasting {
  if (window !== undefined && method !== undefined && !isWindowed(method))
    throw cannotRun(
      `--window means nothing to --method ${method}`,
      'leave one of the two out, or take simple, weighted or exponential',
    );
  const grain = period === 'month' ? monthly : daily;
  if (method === 'best-window') return { method, grain };
  if (method === undefined && window === undefined) return { grain };
  return { method: { method: method ?? 'simple', window: window ?? grain.short }, grain };
}
