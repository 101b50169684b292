import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';

export interface NoticeOptions extends ViewOptions {
  readonly dryRun?: boolean;
  readonly due?: boolean;
  readonly record?: string;
  readonly templates?: string;
}

export const notices: CommandSpec = {
  name: 'notices',
  usage: 'notices',
  summary: 'drafts for customers who wait, and what the law asks for by when',
  examples: [
    ['dropship notices', 'drafts into out/<today>/notices, their index on the screen'],
    ['dropship notices --dry-run', 'only the index; nothing is written or recorded'],
    ['dropship notices --due', 'what is to be sent, refunded and watched in the next 14 days'],
    [
      'dropship notices --record out/2026-11-23/notices/sent.csv',
      'what was sent, bounced, answered or refunded, into the book',
    ],
    ['dropship notices --templates wording', 'the wording, to edit and to have checked'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command))
      .addOption(
        command
          .createOption('--due', 'the calendar of the next 14 days instead')
          .conflicts(['record', 'templates']),
      )
      .addOption(
        command
          .createOption(
            '--record <file>',
            'record events (order_id, line_id, type, event, on, new_date) and draft nothing',
          )
          .conflicts(['templates', 'stock', 'orders', 'history']),
      )
      .option('--templates <dir>', 'copy the wording to edit, and check what is edited')
      .option('--dry-run', 'write and record nothing'),
};
