import { readConfig } from '../config/read-config.ts';
import type { Settings as Raw } from '../config/schema.ts';
import { toWorkspace, type Workspace } from '../config/workspace.ts';
import { configName, faulty, type Settings } from './settings.ts';
import { cannotRun, type World } from './world.ts';

/**
 * The workspace with the policy and the supplier terms of another file in the place of its own, key by key: what the file does not
 * say stays as it is. Holidays stay those of the workspace.
 */
export function withPolicyOf(world: World, settings: Settings, path: string): Workspace {
  const { folder, workspace } = settings;
  const other = read(world, world.disk.resolve(world.cwd, path), path);
  if (!other)
    throw cannotRun(
      `${path}: there is no such file`,
      'give a file with [policy] or [suppliers.NAME], as dropship.toml has them',
    );
  const own = read(world, world.disk.resolve(folder, configName), configName) ?? {};
  const suppliers = { ...own.suppliers };
  for (const [id, terms] of Object.entries(other.suppliers ?? {}))
    suppliers[id] = { ...suppliers[id], ...terms };
  const merged: Raw = { ...own, suppliers, policy: { ...own.policy, ...other.policy } };
  const changed = toWorkspace(merged, world.timezone);
  return {
    ...workspace,
    policy: changed.policy,
    suppliers: new Map(
      [...changed.suppliers].map(([id, setup]) => {
        const holidays = workspace.suppliers.get(id)?.terms.holidays ?? setup.terms.holidays;
        return [id, { ...setup, terms: { ...setup.terms, holidays } }];
      }),
    ),
  };
}

function read(world: World, path: string, name: string): Raw | undefined {
  const content = world.disk.read(path);
  if (!content) return undefined;
  const settings = readConfig(new TextDecoder().decode(content.bytes), name);
  if (!('faults' in settings)) return settings;
  throw faulty(settings.faults);
}
