import type { CommandSpec } from '../command.ts';
import { withCommon } from '../options.ts';
import type { RunOptions } from '../run-day.ts';

export const run: CommandSpec<RunOptions> = {
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
  async run(world, options) {
    const { runDay } = await import('../run-day.ts');
    return runDay(world, options);
  },
};
