import type { CommandSpec } from '../command.ts';
import { type CommonOptions, withCommon } from '../options.ts';

export interface RunOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export const run: CommandSpec = {
  name: 'run',
  usage: 'run',
  summary: 'the whole morning: read new files, plan, write every output into out/<today>/',
  examples: [
    ['dropship run', 'in the workspace folder'],
    [
      '0 7 * * *  dropship run --quiet -C /home/me/shop',
      'from cron: mail only when something needs you',
    ],
    ['dropship run --dry-run', 'only tell what would come of it'],
  ],
  declare: (command) => withCommon(command).option('--dry-run', 'write and record nothing'),
};
