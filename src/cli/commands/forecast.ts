import { InvalidArgumentError } from 'commander';
import { type MethodName, methodNames } from '../../forecast/methods/index.ts';
import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface ForecastOptions extends ViewOptions {
  readonly method?: MethodName | 'best-window';
  readonly window?: number;
  readonly horizons?: readonly number[];
  readonly quantiles?: readonly number[];
  readonly daily?: boolean;
  readonly backtest?: boolean;
  readonly period?: 'day' | 'month';
}

export const forecast: CommandSpec = {
  name: 'forecast',
  usage: 'forecast',
  summary: 'demand per day, days of cover and the day the stock runs out',
  examples: [
    ['dropship forecast', 'of the workspace'],
    ['dropship forecast --horizons 14,28 --quantiles 0.1,0.5,0.9', 'how sure the totals are'],
    ['dropship forecast --backtest', 'how good each method was on your own past'],
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
            'how to forecast (default: combination; best-window: the moving average with the least past error)',
          )
          .choices([...methodNames, 'best-window']),
      )
      .option(
        '--window <days>',
        'days, or months, a moving average looks back (default: 28, or 6)',
        wholeDays,
      )
      .option('--horizons <days>', 'also the range of the total of so many days, as 14,28', dayList)
      .option('--quantiles <levels>', 'which quantiles of them (default: 0.1,0.5,0.9)', levelList)
      .option('--daily', 'one row for each SKU and day instead')
      .option('--backtest', 'how good each method was on your own past instead')
      .addOption(
        command
          .createOption('--period <name>', 'forecast in days or in months (default: day)')
          .choices(['day', 'month']),
      )
      .option('--all', 'every SKU ever seen, in the shop or not'),
};

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1)
    throw new InvalidArgumentError('It must be a whole number, as 28.');
  return days;
}

/** Further ahead nobody can say. */
const longestHorizon = 365;

function dayList(text: string): number[] {
  const days = text.split(',').map(wholeDays);
  if (days.some((count) => count > longestHorizon))
    throw new InvalidArgumentError(`Not further ahead than ${longestHorizon}.`);
  return [...new Set(days)];
}

function levelList(text: string): number[] {
  const levels = text.split(',').map((part) => {
    const level = Number(part);
    if (!(level >= 0.001 && level <= 0.999))
      throw new InvalidArgumentError('Each must be a number from 0.001 to 0.999, as 0.1,0.5,0.9.');
    return level;
  });
  return [...new Set(levels)];
}
