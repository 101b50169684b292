import { InvalidArgumentError } from 'commander';
import { type MethodName, methodNames } from '../../forecast/methods/index.ts';
import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface ForecastOptions extends ViewOptions {
  readonly method?: MethodName | 'best-window';
  readonly window?: number;
}

/** Days, where only the method is given. */
export const usualWindow = 28;

export const forecast: CommandSpec = {
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
};

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1)
    throw new InvalidArgumentError('It must be a whole number of days.');
  return days;
}
