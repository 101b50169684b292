import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export type ReportOptions = ViewOptions;

export const report: CommandSpec = {
  name: 'report',
  usage: 'report',
  summary:
    'one HTML page of the day, with charts: what to do, what runs out, what waits, what is at risk',
  examples: [
    ['dropship report', 'into report-<today>.html'],
    ['dropship report -o shop.html', 'into a file of that name'],
    [
      'dropship report --stock acme=acme.csv --orders orders_export.csv -o shop.html',
      'from two files, without a workspace',
    ],
  ],
  declare: (command) => withOneOff(withCommon(command)),
};
