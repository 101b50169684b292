import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../rig.ts';
import { judge, leadTimeError } from './judge.ts';
import { live } from './live.ts';
import { quarter } from './world.ts';

const minutes = 60_000;

describe('a quarter in which suppliers tell the truth and nobody else buys between two files', () => {
  it(
    'sells nothing that is not there, and ships on the days told',
    async () => {
      const world = quarter({ seed: 5, others: 'at-file-time', buffer: 0 });
      const truth = await live(world, folderWith({}));
      const figures = judge(world, truth);
      expect(truth.troubles).toEqual([]);
      expect([...truth.problems]).toEqual([]);
      expect(figures.oversold).toEqual({ units: 0, refused: 0, stranded: 0 });
      expect(figures.overOffered).toBe(0);
      expect(figures.underOffered).toBe(0);
      const kept = figures.kept.get('all') ?? { count: 0, of: 0 };
      expect(kept.count / kept.of).toBeGreaterThanOrEqual(0.8);
      // So much has happened that these mean something, and that the true lead times could be learned.
      expect(kept.of).toBeGreaterThan(500);
      expect(figures.unitsSoldAhead).toBeGreaterThan(200);
      expect(leadTimeError(world, figures.leadTimes)).toBeLessThanOrEqual(0.15);
    },
    10 * minutes,
  );

  it(
    'is the same whenever it is lived',
    async () => {
      const world = quarter({ seed: 11, others: 'between-files', buffer: 'auto', days: 9 });
      const folders = [folderWith({}), folderWith({})] as const;
      const [first, second] = [await live(world, folders[0]), await live(world, folders[1])];
      expect(first.lines.length).toBeGreaterThan(30);
      expect(second).toEqual(first);
      expect(filesIn(folders[1])).toEqual(filesIn(folders[0]));
    },
    minutes,
  );
});

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]),
  );
}
