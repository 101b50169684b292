import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, projectFolder } from './rig.ts';

// Every file of the corpus through every way in: whatever is in it, the program ends with an exit code of its own,
// in time, and never with a fault of its own. The corpus lies beside the project and is not part of it.
const corpus = join(projectFolder, '../shared/corpus');
const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(corpus, name)).isFile())
      .toSorted()
  : [];

const longest = 10_000;
const today = ['--today', '2026-11-23'];
const ways: readonly (readonly [string, (file: string) => string[]])[] = [
  ['classify --stock', (file) => ['classify', '--stock', `it=${file}`]],
  ['classify --orders', (file) => ['classify', '--orders', file]],
  [
    'listings --listing',
    (file) => ['listings', '--stock', 's.csv', '--listing', file, '--dry-run'],
  ],
  ['ingest --dry-run', (file) => ['ingest', '--dry-run', file]],
];

describe.runIf(files.length > 0)('the corpus', () => {
  it.each(files)(
    '%s',
    async (name) => {
      const folder = folderWith({ 's.csv': 'sku,quantity\nNONE,1\n' });
      for (const [way, argv] of ways) {
        const begun = performance.now();
        const { code, stdout, stderr } = await dropship(folder, [
          ...argv(join(corpus, name)),
          ...today,
        ]);
        const took = performance.now() - begun;
        expect([way, code]).toEqual([way, expect.toBeOneOf([0, 1, 2])]);
        expect([way, stderr]).toEqual([way, expect.not.stringContaining('fault of its own')]);
        expect([way, took < longest]).toEqual([way, true]);
        if (code !== 2) continue;
        // What could not be run says why, names the file and prints nothing that looks like an answer.
        expect([way, stdout]).toEqual([way, '']);
        expect([way, stderr]).toEqual([way, expect.stringContaining(basename(name))]);
      }
      expect(readdirSync(folder)).toEqual(['s.csv']);
    },
    60_000,
  );
});

it.runIf(files.length === 0)(
  `is skipped: there is no ${relative(projectFolder, corpus)}`,
  ({ skip }) => {
    skip('the corpus is not beside the project');
  },
);
