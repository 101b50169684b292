import type { CommandSpec } from '../command.ts';
import { type CommonOptions, withCommon } from '../options.ts';

export interface InitOptions extends CommonOptions {
  readonly force?: boolean;
  readonly yes?: boolean;
}

export const init: CommandSpec = {
  name: 'init',
  usage: 'init [dir]',
  summary: 'look at the CSV files in a folder and write a dropship.toml for them',
  examples: [
    ['dropship init', 'in this folder'],
    ['dropship init ~/shop --force', 'in another, replacing its dropship.toml'],
    ['dropship init --yes', 'without questions: everything as it was recognised'],
  ],
  declare: (command) =>
    withCommon(command)
      .option('--force', 'replace a dropship.toml that is there')
      .option('-y, --yes', 'ask nothing (as where nobody sits at a terminal)'),
};
