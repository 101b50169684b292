import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface NoticeOptions extends ViewOptions {
  readonly dryRun?: boolean;
}

export const notices: CommandSpec = {
  name: 'notices',
  usage: 'notices',
  summary: 'drafts for the customers whose goods ship later than promised',
  examples: [
    ['dropship notices', 'drafts into out/<today>/notices, their index on the screen'],
    ['dropship notices --dry-run', 'only the index; nothing is written or recorded'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command)).option('--dry-run', 'write and record nothing'),
};
