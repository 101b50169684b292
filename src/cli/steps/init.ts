import { readConfig } from '../../config/read-config.ts';
import { configFile, type Findings } from '../../outputs/config-file.ts';
import { harmless } from '../../outputs/terminal.ts';
import type { InitOptions } from '../commands/init.ts';
import { configName } from '../settings.ts';
import { surveyFolder } from '../survey.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

export async function init(
  world: World,
  options: InitOptions,
  [dir]: readonly string[],
): Promise<ExitCode> {
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
  const bytes = new TextEncoder().encode(text);
  world.disk.write([{ kind: 'files', path: folder, files: [{ path: configName, bytes }] }]);
  if (!options.quiet) world.stderr.write(tell(findings));
  return findings.unread.length > 0 ? 1 : 0;
}

function tell({ suppliers, orders, shipments, listings, unread }: Findings): string {
  const lines = [
    ...suppliers.map(({ id, files }) => `supplier ${id}: ${files.join(', ')}`),
    ...orders.map(({ title, files }) => `orders (${title}): ${files.join(', ')}`),
    ...shipments.map(({ files }) => `shipments: ${files.join(', ')}`),
    ...listings.map(({ title, file }) => `listing (${title}): ${file}`),
    ...unread.map(({ file, why }) => `not recognised: ${file}: ${why}`),
  ];
  const next =
    suppliers.length > 0
      ? 'Look through dropship.toml, then: dropship run'
      : 'Put supplier files here and try again, or write [suppliers] into dropship.toml by hand.';
  return `${lines.map((line) => `  ${harmless(line)}`).join('\n')}\nWrote dropship.toml. ${next}\n`;
}
