import type { CommonOptions } from './options.ts';
import type { Settings } from './settings.ts';
import type { World } from './world.ts';

/** Where a command writes several files: the folder asked for, else its room in the day's folder. */
export function outFolder(
  world: World,
  { folder, today }: Settings,
  { out }: CommonOptions,
  room: string,
): string {
  return out === undefined
    ? world.disk.resolve(folder, `out/${today}/${room}`)
    : world.disk.resolve(world.cwd, out);
}
