import { dropship } from '../rig.ts';
import type { Truth } from './ledger.ts';
import { type Command, simulate } from './simulate.ts';
import type { World } from './world.ts';

/** The command line in a folder, at seven in the morning. */
export function commandIn(folder: string): Command {
  return (argv, day) => dropship(folder, argv, { now: `${day}T07:00:00Z` });
}

/** Lives a world through the command line, in this process. */
export function live(world: World, folder: string): Promise<Truth> {
  return simulate(world, folder, commandIn(folder));
}
