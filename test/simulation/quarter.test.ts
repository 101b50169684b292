import { expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';
import { judge } from './judge.ts';
import { simulate } from './simulate.ts';
import { quarter } from './world.ts';

it('spike', async () => {
  for (const [others, buffer] of [['at-file-time', 0], ['between-files', 0], ['between-files', 'auto']] as const) {
  const world = quarter({ seed: 5, others, buffer, days: Number(process.env['DAYS'] ?? 30) });
  const folder = folderWith({});
  const begin = Date.now();
  const truth = await simulate(world, folder, (argv, day) =>
    dropship(folder, argv, { now: `${day}T07:00:00Z` }),
  );
  console.log(others, buffer, (Date.now() - begin) / 1000, truth.troubles.slice(0, 3), truth.problems);
  console.dir(judge(world, truth), { depth: 5 });
  }
  expect(1).toBe(1);
}, 600_000);
