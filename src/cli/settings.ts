import { type ConfigFault, readConfig } from '../config/read-config.ts';
import { toWorkspace, type Workspace } from '../config/workspace.ts';
import { readDay } from '../formats/day-cell.ts';
import { civilTime, isTimeZone } from '../formats/zone.ts';
import { type Day, parseDay } from '../model/day.ts';
import type { CommonOptions } from './options.ts';
import { cannotRun, type World } from './world.ts';

export const configName = 'dropship.toml';

/** The workspace folder, its configuration and the day of the plan. */
export interface Settings {
  readonly folder: string;
  /** Whether the folder has a configuration of its own. */
  readonly configured: boolean;
  readonly workspace: Workspace;
  readonly today: Day;
}

/** Reads the configuration of the workspace; defaults where there is none. */
export function readSettings(
  world: World,
  options: Pick<CommonOptions, 'workspace' | 'today'>,
): Settings {
  const folder = world.disk.resolve(world.cwd, options.workspace);
  if (!world.disk.isFolder(folder))
    throw cannotRun(
      `${options.workspace}: there is no such folder`,
      'give the one with dropship.toml: -C FOLDER',
    );
  const content = world.disk.read(world.disk.resolve(folder, configName));
  const settings =
    content === undefined ? {} : readConfig(new TextDecoder().decode(content.bytes), configName);
  if ('faults' in settings) throw faulty(settings.faults);
  const workspace = withHolidays(world, folder, toWorkspace(settings, world.timezone));
  return {
    folder,
    configured: content !== undefined,
    workspace,
    today: chooseToday(world, options, workspace),
  };
}

/** Ends the command for a configuration file that says what it cannot. */
export function faulty(faults: readonly ConfigFault[]): Error {
  return cannotRun(faults.map(({ message }) => message).join('\n'), faults[0]?.hint);
}

/**
 * Ends the command when there is no time zone of the configured name. Asked where a zone is needed: the first answer
 * takes as long as all the rest of a small command.
 */
export function checkTimezone({ timezone }: Workspace): void {
  if (isTimeZone(timezone)) return;
  throw cannotRun(
    `${configName}: timezone = "${timezone}": there is no such time zone`,
    'write it as "Europe/Berlin"',
  );
}

function chooseToday(
  world: World,
  options: Pick<CommonOptions, 'today'>,
  workspace: Workspace,
): Day {
  if (options.today === undefined) {
    checkTimezone(workspace);
    return civilTime(world.now, workspace.timezone).slice(0, 10) as Day;
  }
  const day = parseDay(options.today);
  if (day === undefined)
    throw cannotRun(`--today ${options.today}: not a date`, 'write it as 2026-11-23');
  return day;
}

/** Adds each supplier's holidays from its file: the first date of every line counts. */
function withHolidays(world: World, folder: string, workspace: Workspace): Workspace {
  const suppliers = [...workspace.suppliers].map(([id, setup]) => {
    if (setup.holidaysFile === undefined) return [id, setup] as const;
    const content = world.disk.read(world.disk.resolve(folder, setup.holidaysFile));
    if (!content)
      throw cannotRun(
        `${setup.holidaysFile}: there is no such file`,
        `${configName} names it as the holidays of ${id}`,
      );
    const holidays = new Set(
      new TextDecoder()
        .decode(content.bytes)
        .split(/\r?\n/)
        .flatMap((line) => {
          const read = readDay(line.split(/[,;\t]/, 1)[0] ?? '');
          return 'day' in read ? [read.day] : [];
        }),
    );
    return [id, { ...setup, terms: { ...setup.terms, holidays } }] as const;
  });
  return { ...workspace, suppliers: new Map(suppliers) };
}
