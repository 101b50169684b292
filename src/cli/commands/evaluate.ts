import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface EvaluateOptions extends ViewOptions {
  readonly replay?: string;
}

export const evaluate: CommandSpec = {
  name: 'evaluate',
  usage: 'evaluate',
  summary: 'how good were the forecasts, the dates told, the strategy',
  examples: [
    ['dropship evaluate', 'what is on record, and what to change by it'],
    ['dropship evaluate --replay other.toml', 'what other rules would have done on past days'],
    ['dropship evaluate --history sales.csv', 'forecasts alone, from any date, sku, qty file'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command)).option(
      '--replay <file>',
      'the past again under the policy and supplier terms of another dropship.toml instead',
    ),
};
