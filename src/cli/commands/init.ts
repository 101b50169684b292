import type { CommandSpec } from '../command.ts';
import { type CommonOptions, withCommon } from '../options.ts';
import { cannotRun } from '../world.ts';

interface InitOptions extends CommonOptions {
  readonly force?: boolean;
}

export const init: CommandSpec<InitOptions> = {
  name: 'init',
  usage: 'init [dir]',
  summary: 'look at the CSV files in a folder and write a dropship.toml for them',
  examples: [
    ['dropship init', 'in this folder'],
    ['dropship init ~/shop --force', 'in another, replacing its dropship.toml'],
  ],
  declare: (command) =>
    withCommon(command).option('--force', 'replace a dropship.toml that is there'),
  async run(world, options, [dir]) {
    const { surveyFolder } = await import('../survey.ts');
    const { configFile } = await import('../../outputs/config-file.ts');
    const { readConfig } = await import('../../config/read-config.ts');
    const { configName } = await import('../settings.ts');
    const folder = world.disk.resolve(world.cwd, dir ?? options.workspace);
    if (!world.disk.isFolder(folder))
      throw cannotRun(`${dir ?? options.workspace}: there is no such folder`);
    const path = world.disk.resolve(folder, configName);
    if (world.disk.isFile(path) && !options.force) {
      throw cannotRun(`${configName} is there already`, 'edit it, or replace it with --force');
    }
    const findings = await surveyFolder(world, folder);
    const text = configFile(findings);
    const check = readConfig(text, configName);
    if ('faults' in check)
      throw new Error(`the configuration made is not valid: ${check.faults[0]?.message}`);
    world.disk.writeFile(path, new TextEncoder().encode(text));
    if (!options.quiet) world.stderr.write(tell(findings));
    return findings.unread.length > 0 ? 1 : 0;
  },
};

type Findings = Awaited<ReturnType<typeof import('../survey.ts')['surveyFolder']>>;

function tell({ suppliers, orders, listings, unread }: Findings): string {
  const lines = [
    ...suppliers.map(({ id, files }) => `supplier ${id}: ${files.join(', ')}`),
    ...orders.map(({ title, files }) => `orders (${title}): ${files.join(', ')}`),
    ...listings.map(({ title, file }) => `listing (${title}): ${file}`),
    ...unread.map(({ file, why }) => `not recognised: ${file}: ${why}`),
  ];
  const next =
    suppliers.length > 0
      ? 'Look through dropship.toml, then: dropship run'
      : 'Put supplier files here and try again, or write [suppliers] into dropship.toml by hand.';
  return `${lines.map((line) => `  ${line}`).join('\n')}\nWrote dropship.toml. ${next}\n`;
}
