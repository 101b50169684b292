import { readConfig } from '../../config/read-config.ts';
import { configFile } from '../../outputs/config-file.ts';
import type { Findings } from '../../outputs/findings.ts';
import { harmless } from '../../outputs/terminal.ts';
import { talkWith } from '../ask.ts';
import type { InitOptions } from '../commands/init.ts';
import { interview } from '../interview.ts';
import { patternsFor } from '../patterns.ts';
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
    throw cannotRun(
      `${dir ?? options.workspace}: there is no such folder`,
      'make it, and put your CSV files into it',
    );
  const path = world.disk.resolve(folder, configName);
  if (world.disk.isFile(path) && !options.force) {
    throw cannotRun(`${configName} is there already`, 'edit it, or replace it with --force');
  }
  const found = await surveyFolder(world, folder);
  const findings = withPatterns(await settled(world, options, found));
  const text = configFile(findings);
  const check = readConfig(text, configName);
  if ('faults' in check)
    throw new Error(`the configuration made is not valid: ${check.faults[0]?.message}`);
  const bytes = new TextEncoder().encode(text);
  world.disk.write([{ kind: 'files', path: folder, files: [{ path: configName, bytes }] }]);
  if (!options.quiet) world.stderr.write(tell(findings));
  return findings.unread.length > 0 ? 1 : 0;
}

/** What was found, talked through with its owner where there is one to ask. */
async function settled(world: World, options: InitOptions, found: Findings): Promise<Findings> {
  const { suppliers, orders, shipments, returns, listings, unread } = found;
  const all = [suppliers, orders, shipments, returns, listings, unread];
  const isEmpty = all.every((one) => one.length === 0);
  if (!world.ask || options.yes || options.quiet || isEmpty) return found;
  world.stderr.write(
    'Enter takes what is proposed; nothing is written before the last answer, Ctrl-C leaves everything as it is.\n',
  );
  return interview(talkWith(world, world.ask), found);
}

/** The files that belong together as patterns that match no others. */
function withPatterns(findings: Findings): Findings {
  const { suppliers, orders, shipments, returns, listings, leftOut, unread } = findings;
  const all = [
    ...[...suppliers, ...orders, ...shipments, ...returns].flatMap(({ files }) => files),
    ...listings.map(({ file }) => file),
    ...leftOut,
  ];
  const patterned = <Table extends { readonly files: readonly string[] }>(table: Table): Table => ({
    ...table,
    files: patternsFor(
      table.files,
      all,
      unread.map(({ file }) => file),
    ),
  });
  return {
    ...findings,
    suppliers: suppliers.map(patterned),
    orders: orders.map(patterned),
    shipments: shipments.map(patterned),
    returns: returns.map(patterned),
  };
}

function tell({ suppliers, orders, shipments, returns, listings, unread }: Findings): string {
  const doubts = [...suppliers, ...orders, ...shipments, ...returns].flatMap(
    ({ files, doubts: own }) =>
      own.map(
        ({ field, headers }) =>
          `look at it: ${files.join(', ')}: several columns could be the ${field}: ${headers.join(', ')}`,
      ),
  );
  const lines = [
    ...suppliers.map(({ id, files }) => `supplier ${id}: ${files.join(', ')}`),
    ...orders.map(({ title, files }) => `orders (${title}): ${files.join(', ')}`),
    ...shipments.map(({ files }) => `shipments: ${files.join(', ')}`),
    ...returns.map(({ files }) => `returns: ${files.join(', ')}`),
    ...listings.map(({ title, file }) => `listing (${title}): ${file}`),
    ...unread.map(({ file, why }) => `not recognised: ${file}: ${why}`),
    ...doubts,
  ];
  const next =
    suppliers.length > 0
      ? 'Look through dropship.toml, then: dropship run'
      : unread.length > 0
        ? 'No supplier was recognised: see what is said of each file above and at the end of dropship.toml.'
        : 'Put supplier files here and try again, or write [suppliers] into dropship.toml by hand.';
  return `${lines.map((line) => `  ${harmless(line)}`).join('\n')}\nWrote dropship.toml. ${next}\n`;
}
