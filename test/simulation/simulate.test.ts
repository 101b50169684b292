import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../rig.ts';
import { figuresTable, type Measured } from './figures.ts';
import { judge } from './judge.ts';
import { learnedLeadTimes } from './learned.ts';
import { commandIn, live } from './live.ts';
import { writeTruth } from './simulate.ts';
import { lastDay, quarter, type Scenario } from './world.ts';

const { SIM: wanted, SIM_SEED: seed = '5', SIM_WRITE: target } = process.env;

const scenarios: Readonly<Record<string, Omit<Scenario, 'seed'>>> = {
  'nobody else, no buffer': { others: 'at-file-time', buffer: 0, thorough: true },
  'others, no buffer': { others: 'between-files', buffer: 0 },
  'others, buffer 2': { others: 'between-files', buffer: 2 },
  'others, buffer auto': { others: 'between-files', buffer: 'auto' },
};

describe.skipIf(!wanted)('npm run simulate', () => {
  it('prints the figures of four quarters', { timeout: 3_600_000 }, async () => {
    const all: Measured[] = [];
    for (const [title, scenario] of Object.entries(scenarios))
      all.push(await measure(title, { seed: Number(seed), ...scenario }));
    process.stdout.write(`\n${figuresTable(all)}\n`);
    expect(all).toHaveLength(4);
  });
});

async function measure(title: string, scenario: Scenario): Promise<Measured> {
  const world = quarter(scenario);
  const folder = folderFor(title);
  const begin = performance.now();
  const truth = await live(world, folder);
  const seconds = (performance.now() - begin) / 1000;
  for (const { day, command, code, said } of truth.troubles)
    process.stdout.write(`${day} ${command} ended with ${code}\n${said}\n`);
  for (const [kind, count] of truth.problems) process.stdout.write(`${title}: ${count} ${kind}\n`);
  if (target) writeTruth(folder, truth);
  const learned = await learnedLeadTimes(commandIn(folder), lastDay(world));
  const shown = { count: truth.carried.withDate, of: truth.carried.lines };
  return { title, world, figures: judge(world, truth), learned, shown, seconds };
}

/** A folder of the place that was asked for, where none is overwritten; else one that goes. */
function folderFor(title: string): string {
  if (!target) return folderWith({});
  const folder = resolve(join(target, title.replaceAll(/[ ,]+/g, '-')));
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  return folder;
}
