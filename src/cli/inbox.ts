import type { Workspace } from '../config/workspace.ts';
import { recognise } from '../ingest/recognise.ts';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { openInput, supplierFromName } from './file-facts.ts';
import type { Intake, Role } from './intake.ts';
import { checkTimezone, type Settings } from './settings.ts';
import { cannotRun, type World } from './world.ts';

export interface Gathered {
  readonly intakes: readonly Intake[];
  readonly problems: readonly Problem[];
  /** Listing exports among the files given by hand: nothing of them goes into the book. */
  readonly listings: number;
}

/** The files to read into the book: those given, else all that the configuration names. None ends it, unless the book goes on without. */
export async function gatherFiles(
  world: World,
  settings: Settings,
  given: readonly string[],
  mayBeEmpty: boolean,
): Promise<Gathered> {
  const { folder, workspace, today } = settings;
  checkTimezone(workspace);
  const configured = await configuredFiles(world, folder, workspace);
  if (given.length === 0 && configured.size === 0 && !mayBeEmpty) throw nothingToRead(settings);
  const named = given.map((path) => (path === '-' ? path : world.disk.resolve(world.cwd, path)));
  const paths = given.length > 0 ? named : [...configured.keys()];
  const found = await Promise.all(
    paths.map(async (path): Promise<Intake | 'listing' | Problem> => {
      const file = await openInput(world, folder, path, today, workspace.timezone);
      if ('kind' in file) return file;
      const role = configured.get(path) ?? roleByHeader(file.content, file.name, workspace);
      return role === 'listing' || 'place' in role ? role : { file, role };
    }),
  );
  return {
    intakes: found.flatMap((one) =>
      one !== 'listing' && 'role' in one && 'file' in one ? [one] : [],
    ),
    problems: found.flatMap((one) => (one !== 'listing' && 'place' in one ? [one] : [])),
    listings: found.filter((one) => one === 'listing').length,
  };
}

function nothingToRead({ configured }: Settings): Error {
  return configured
    ? cannotRun(
        'no file fits the patterns in dropship.toml',
        'check "files" under [suppliers] and [orders]',
      )
    : cannotRun(
        'no files given and no dropship.toml here',
        'name the files to read, or run "dropship init" first',
      );
}

/** Every file that a pattern of the configuration names, with its role. */
async function configuredFiles(
  world: World,
  folder: string,
  workspace: Workspace,
): Promise<Map<string, Role>> {
  const files = new Map<string, Role>();
  const add = (path: string, role: Role, what: string) => {
    if (files.has(path)) {
      throw cannotRun(
        `${world.disk.relative(folder, path)} fits more than one "files" pattern, the last of them that of ${what}`,
        'make the patterns in dropship.toml exclusive',
      );
    }
    files.set(path, role);
  };
  for (const [supplier, setup] of workspace.suppliers) {
    for (const path of await world.disk.glob(setup.files, folder))
      add(path, { kind: 'stock', supplier }, `[suppliers.${supplier}]`);
  }
  for (const setup of workspace.orders) {
    for (const path of await world.disk.glob(setup.files, folder))
      add(path, { kind: 'orders', setup }, `[orders.${setup.name}]`);
  }
  for (const setup of workspace.shipments) {
    for (const path of await world.disk.glob(setup.files, folder))
      add(path, { kind: 'shipments', setup }, `[shipments.${setup.name}]`);
  }
  return files;
}

function roleByHeader(
  content: Content,
  name: string,
  { orders }: Workspace,
): Role | 'listing' | Problem {
  const found = recognise(content, name);
  if ('kind' in found) return found;
  switch (found.role) {
    case 'listing':
      return 'listing';
    case 'stock':
      return { kind: 'stock', supplier: supplierFromName(name) };
    case 'shipments':
      return { kind: 'shipments', setup: { name: 'shipments', files: [] } };
    case 'orders': {
      const [only, ...others] = orders;
      return {
        kind: 'orders',
        setup: only && others.length === 0 ? only : { name: 'orders', files: [], history: false },
      };
    }
  }
}
