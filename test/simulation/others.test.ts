import { describe, expect, it } from 'vitest';
import { folderWith } from '../rig.ts';
import { judge, totalOf } from './judge.ts';
import { live } from './live.ts';
import { quarter } from './world.ts';

const minutes = 60_000;

describe('a quarter in which others buy between two files', () => {
  it(
    'oversells no more often than the service level allows, with buffers of kind "auto"',
    async () => {
      const scenario = { seed: 5, others: 'between-files', buffer: 'auto', days: 45 } as const;
      const world = { ...quarter(scenario), learningDays: 15 };
      const truth = await live(world, folderWith({}));
      const figures = judge(world, truth);
      expect(truth.troubles).toEqual([]);
      const { count, of } = totalOf(figures.oversoldIntervals);
      expect(of).toBeGreaterThan(30);
      expect(count / of).toBeLessThanOrEqual(1 - world.serviceLevel);
    },
    10 * minutes,
  );

  it(
    'oversells more often without any: what is judged does happen',
    async () => {
      const scenario = { seed: 5, others: 'between-files', buffer: 0, days: 34 } as const;
      const world = { ...quarter(scenario), learningDays: 5 };
      const { oversold, oversoldIntervals } = judge(world, await live(world, folderWith({})));
      expect(oversold.refused).toBeGreaterThan(3);
      expect(oversold.stranded).toBeGreaterThan(3);
      const weekly = oversoldIntervals.get('borealis') ?? { count: 0, of: 0 };
      expect(weekly.count / weekly.of).toBeGreaterThan(0.1);
    },
    5 * minutes,
  );
});
