import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, projectFolder } from './rig.ts';

const cruiser = join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** What the doors say of a small house of these files. */
function cruise(files: Readonly<Record<string, string>>): { code: number | null; report: string } {
  const house = folderWith(files);
  cpSync(join(projectFolder, 'tsconfig.json'), join(house, 'tsconfig.json'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, '--config', join(projectFolder, '.dependency-cruiser.cjs'), 'src'],
    { cwd: house, encoding: 'utf8' },
  );
  return { code: status, report: stdout + stderr };
}

const model = { 'src/model/day.ts': 'export const day = 1;\n' };

describe('the doors', () => {
  it('let through what the table allows', () => {
    const { code, report } = cruise({
      ...model,
      'src/plan/plan.ts': "import { day } from '../model/day.ts';\nexport const plan = day;\n",
    });
    expect(report).toContain('no dependency violations');
    expect(report).toMatch(/\(2 modules/);
    expect(code).toBe(0);
  });

  it.each([
    [
      'a room that is not next door',
      'src/plan/plan.ts',
      "import { read } from '../disk/read.ts';\nexport const plan = read;\n",
      'plan-doors',
    ],
    [
      'the disk from a pure room',
      'src/plan/plan.ts',
      "import { readFileSync } from 'node:fs';\nexport const plan = readFileSync;\n",
      'plan-doors',
    ],
    [
      'a type through a closed door',
      'src/book/book.ts',
      "import type { Read } from '../disk/read.ts';\nexport type Book = Read;\n",
      'book-doors',
    ],
    [
      'a room that is not in the table',
      'src/utils/text.ts',
      "import { day } from '../model/day.ts';\nexport const text = day;\n",
      'every-file-has-a-room',
    ],
  ])('catch %s', (_, path, source, rule) => {
    const files = {
      ...model,
      'src/disk/read.ts': 'export const read = 1;\nexport type Read = number;\n',
      [path]: source,
    };
    const { code, report } = cruise(files);
    expect(report).toContain(rule);
    expect(code).not.toBe(0);
  });
});

it('no source file is longer than 300 lines, but for the letters of a language', () => {
  const files = execFileSync('git', ['ls-files', 'src', 'bin'], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  const long = files
    .trim()
    .split('\n')
    .map((file) => ({ file, source: readFileSync(join(projectFolder, file), 'utf8') }))
    .filter(({ source }) => source.split('\n').length > 300 && !source.includes(': Language = {'))
    .map(({ file }) => file);
  expect(long).toEqual([]);
});
