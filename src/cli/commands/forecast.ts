import { InvalidArgumentError } from 'commander';
import type { Choice } from '../../forecast/choose.ts';
import { type MethodName, methodNames } from '../../forecast/methods/index.ts';
import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';
import { viewExit } from '../view-exit.ts';

interface ForecastOptions extends ViewOptions {
  readonly method?: MethodName | 'best-window';
  readonly window?: number;
}

const usualWindow = 28;

export const forecast: CommandSpec<ForecastOptions> = {
  name: 'forecast',
  usage: 'forecast',
  summary: 'demand per day, days of cover and the day the stock runs out',
  examples: [
    ['dropship forecast', 'of the workspace, with the method that did best on its own past'],
    ['dropship forecast --method simple --window 28', 'a plain 28-day moving average'],
    [
      'dropship forecast --stock acme.csv --history sales.csv',
      'from a stock file and any date, sku, qty file',
    ],
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .addOption(
        command
          .createOption(
            '--method <name>',
            'moving average to use (default: best-window, chosen by past error)',
          )
          .choices([...methodNames, 'best-window']),
      )
      .option(
        '--window <days>',
        `days the moving average looks back (default: ${usualWindow})`,
        wholeDays,
      )
      .option('--all', 'every SKU ever seen, in the shop or not'),
  async run(world, options) {
    const { openDesk } = await import('../desk.ts');
    const { forecastView } = await import('../../outputs/forecast.ts');
    const { printProblems, printView } = await import('../print.ts');
    const desk = await openDesk(world, options, choiceOf(options));
    await printProblems(world, options, desk.problems);
    await printView(world, options, forecastView(desk.plan, options.all === true));
    return viewExit(desk.problems);
  },
};

function choiceOf({ method, window }: ForecastOptions): Choice | undefined {
  if (method === 'best-window' || (method === undefined && window === undefined)) return undefined;
  return { method: method ?? 'simple', window: window ?? usualWindow };
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1)
    throw new InvalidArgumentError('It must be a whole number of days.');
  return days;
}
