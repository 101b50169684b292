import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../rig.ts';
import { type Figures, judge, leadTimeError, type Share } from './judge.ts';
import { learnedLeadTimes } from './learned.ts';
import { commandIn, live } from './live.ts';
import { lastDay, quarter } from './world.ts';

const minutes = 60_000;

describe('a quarter in which suppliers tell the truth and nobody else buys between two files', () => {
  it(
    'sells nothing that is not there, ships on the days told, orders each unit once and learns the suppliers',
    async () => {
      const world = quarter({
        ...{ seed: 5, others: 'at-file-time', buffer: 0, articles: 14, thorough: true },
      } as const);
      const folder = folderWith({});
      const truth = await live(world, folder);
      const figures = judge(world, truth);
      expect(truth.troubles).toEqual([]);
      expect([...truth.problems]).toEqual([]);
      expect(figures.oversold).toEqual({ units: 0, refused: 0, stranded: 0 });
      expect(figures.overOffered).toBe(0);
      expect(figures.underOffered).toBe(0);
      expect(figures.purchases).toMatchObject({
        ...{ twice: 0, notCalledBack: 0, calledBackWrongly: 0, anew: 0 },
      });
      for (const [group, share] of judgedGroups(figures))
        expect(share.count / share.of, group).toBeGreaterThanOrEqual(0.8);
      expect(truth.carried.withDate).toBe(truth.carried.lines);
      const learned = await learnedLeadTimes(commandIn(folder), lastDay(world));
      expect(leadTimeError(world, learned)).toBeLessThanOrEqual(0.15);
      // So much has happened that these mean something.
      expect(judgedGroups(figures).length).toBeGreaterThan(1);
      expect(figures.kept.get('all')?.of).toBeGreaterThan(300);
      expect(figures.unitsSoldAhead).toBeGreaterThan(200);
      expect(figures.purchases.ordered).toBeGreaterThan(500);
      expect(figures.purchases.calledBack).toBeGreaterThan(10);
      expect(truth.carried.lines).toBeGreaterThan(1000);
    },
    10 * minutes,
  );

  it(
    'is the same whenever it is lived',
    async () => {
      const world = quarter({ seed: 11, others: 'between-files', buffer: 'auto', days: 7 });
      const folders = [folderWith({}), folderWith({})] as const;
      const [first, second] = [await live(world, folders[0]), await live(world, folders[1])];
      expect(first.lines.length).toBeGreaterThan(20);
      expect(second).toEqual(first);
      expect(filesIn(folders[1])).toEqual(filesIn(folders[0]));
    },
    minutes,
  );
});

/** All dates, and those of stated restocks by supplier, where there are enough of them. */
function judgedGroups({ kept }: Figures): (readonly [string, Share])[] {
  return [...kept].filter(
    ([group, { of }]) => group === 'all' || (/^stated(\+record)? /.test(group) && of >= 30),
  );
}

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]),
  );
}
