import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countBounds, isLarger } from '../../src/evaluate/chance.ts';
import { daysBetween } from '../../src/model/day.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { dropship, folderWith } from '../rig.ts';
import { type Figures, judge } from '../simulation/judge.ts';
import type { Truth } from '../simulation/ledger.ts';
import { commandIn } from '../simulation/live.ts';
import { simulate } from '../simulation/simulate.ts';
import { lastDay, quarter, type World } from '../simulation/world.ts';

const minutes = 60_000;
const isWhole = process.env['SIM'] !== undefined;

// SIM=1 npx vitest run test/evaluate/quarter.test.ts lives whole quarters and prints the figures; else a shorter, smaller shop does.
const scenario = isWhole
  ? ({ seed: Number(process.env['SIM_SEED'] ?? 5) } as const)
  : ({ seed: 5, days: 75, articles: 14 } as const);

/** Others buy between two files. */
function worldWith(buffer: World['buffer']): World {
  const world = quarter({ ...scenario, others: 'between-files', buffer });
  return isWhole ? world : { ...world, learningDays: 20 };
}

interface Policy {
  readonly buffer: World['buffer'];
  /** Behind `[policy]`, at the end of the configuration. */
  readonly more: string;
}

const careless: Policy = { buffer: 0, more: '' };
const automatic: Policy = { buffer: 'auto', more: '' };
const timid: Policy = {
  buffer: 40,
  more: 'backorder_max_wait_days = 0\npreorder_max_wait_days = 0\n',
};

interface Lived {
  readonly folder: string;
  readonly truth: Truth;
  readonly figures: Figures;
}

/** Lives a world under a policy. */
async function lived({ buffer, more }: Policy): Promise<Lived> {
  const folder = folderWith({});
  const world = worldWith(buffer);
  const command = commandIn(folder);
  let isSet = false;
  const truth = await simulate(world, folder, (argv, day) => {
    if (!isSet) appendFileSync(join(folder, 'dropship.toml'), more);
    isSet = true;
    return command(argv, day);
  });
  return { folder, truth, figures: judge(world, truth) };
}

interface Row {
  readonly [column: string]: string | number | null;
}

async function evaluated(
  folder: string,
  ...more: string[]
): Promise<{ rows: Row[]; said: string }> {
  const today = lastDay(worldWith(0));
  const { stdout, stderr, code } = await dropship(folder, [
    'evaluate',
    '--today',
    today,
    '-f',
    'json',
    ...more,
  ]);
  expect(code).toBe(0);
  return { rows: JSON.parse(stdout), said: stderr };
}

function figure(
  rows: readonly Row[],
  measure: string,
  group: string,
): { value: number; sample: number } {
  const row = rows.find((one) => one['measure'] === measure && one['group'] === group);
  return { value: Number(row?.['value']), sample: Number(row?.['sample']) };
}

/** The other policy side by side with that of the folder. */
async function replayed(folder: string, { buffer, more }: Policy) {
  const value = typeof buffer === 'string' ? `"${buffer}"` : String(buffer);
  const sections = ['acme', 'borealis', 'cirrus'].map(
    (id) => `[suppliers.${id}]\nbuffer = ${value}\n`,
  );
  writeFileSync(join(folder, 'other.toml'), `${sections.join('')}[policy]\n${more}`);
  const { rows } = await evaluated(folder, '--replay', join(folder, 'other.toml'));
  const of = (measure: string, column = 'replay') =>
    Number(rows.find((one) => one['measure'] === measure)?.[column]);
  const dated = of('promises-late', 'sample');
  return {
    dated,
    oversold: of('oversold'),
    lost: of('lost-sales'),
    late: of('promises-late-share'),
    wait: of('wait-promised'),
  };
}

describe('evaluate on a simulated time', () => {
  it(
    'finds the true slips, the true rates of cancellation and the best of three policies, and says nothing untrue',
    async () => {
      const [own, ...others] = [await lived(careless), await lived(automatic), await lived(timid)];
      const { rows, said } = await evaluated(own.folder);
      if (isWhole) process.stdout.write(`${said}\n`);
      const replays = [
        await replayed(own.folder, careless),
        await replayed(own.folder, automatic),
        await replayed(own.folder, timid),
      ];
      const truths = [own, ...others].map(({ figures }) => ({
        oversold: figures.oversold.units,
        lost: figures.lostThoughThere,
        late: 1 - (figures.kept.get('all')?.count ?? 0) / (figures.kept.get('all')?.of ?? 1),
      }));
      if (isWhole) process.stdout.write(`${JSON.stringify({ truths, replays }, null, 1)}\n`);
      trueSlips(rows, own.truth);
      trueCancellations(rows, own.truth);
      trueOversells(rows, own.truth);
      expect(worst(replays, ({ oversold }) => oversold)).toBe(0);
      expect(worst(truths, ({ oversold }) => oversold)).toBe(0);
      expect(order(replays, ({ lost }) => lost)).toEqual(order(truths, ({ lost }) => lost));
      laterInTruth(replays, truths);
      // All harm together is told apart by a whole quarter only: each day is judged for itself, losses that build up are not seen.
      const harmOf = ({ oversold, lost }: { oversold: number; lost: number }) => oversold + lost;
      if (isWhole) expect(order(replays, harmOf)).toEqual(order(truths, harmOf));
    },
    20 * minutes,
  );
});

/** Of two policies of which one is later in the replay by more than chance, that one is later in truth. */
function laterInTruth(
  replays: readonly { readonly late: number; readonly dated: number }[],
  truths: readonly { readonly late: number }[],
): void {
  const told = replays.map(({ late, dated }) => [late * dated, dated] as const);
  const pairs = told.flatMap((one, i) =>
    told.flatMap((other, j) => (isLarger(one, other) ? [[i, j] as const] : [])),
  );
  if (isWhole) expect(pairs.length).toBeGreaterThan(0);
  for (const [i, j] of pairs)
    expect(truths[i]?.late, `${i} and ${j}`).toBeGreaterThan(truths[j]?.late ?? Number.NaN);
}

/** The places of the policies from the best to the worst. */
function order<Of>(all: readonly Of[], harm: (one: Of) => number): number[] {
  return all.map((_, i) => i).toSorted((a, b) => harm(all[a] as Of) - harm(all[b] as Of));
}

function worst<Of>(all: readonly Of[], harm: (one: Of) => number): number {
  return order(all, harm).at(-1) ?? -1;
}

/**
 * The true median of each supplier lies where the figures say that it does. It is that of what happened: goods due on a
 * weekend come on Monday, so that the slips of the world are not those that come to pass.
 */
function trueSlips(rows: readonly Row[], { restocks }: Truth): void {
  const suppliers = groupBy(
    restocks.filter(({ isStated, arrived }) => isStated && arrived !== undefined),
    ({ supplier }) => supplier,
  );
  let judged = 0;
  for (const [id, own] of suppliers) {
    const median = medianOf(
      own.map(({ expected, arrived = expected }) => daysBetween(expected, arrived)),
    );
    const [from, to] = ['restock-slip-from', 'restock-slip-to'].map((one) =>
      figure(rows, one, `supplier ${id}`),
    );
    if ((from?.sample ?? 0) < 5) continue;
    judged += 1;
    expect(from?.value, id).toBeLessThanOrEqual(median);
    expect(to?.value, id).toBeGreaterThanOrEqual(median);
  }
  expect(judged).toBeGreaterThanOrEqual(isWhole ? suppliers.size : 2);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? Number.NaN;
}

/** What was truly cancelled by the last export, by the status that customers were told; and the pace that is in the world. */
function trueCancellations(rows: readonly Row[], { lines }: Truth): void {
  const last = lastDay(worldWith(0));
  const known = lines.filter(({ ordered }) => ordered < last);
  const cancelled = known.flatMap((line) =>
    line.cancelled && line.cancelled.day < last ? [{ line, units: line.cancelled.units }] : [],
  );
  for (const status of ['available', 'backorder', 'preorder']) {
    const of = known.filter(({ told }) => told.status === status);
    const units = of.reduce((sum, line) => sum + line.units, 0);
    if (units === 0) continue;
    const gone = cancelled.filter(({ line }) => line.told.status === status);
    const found = figure(rows, 'cancelled', `status ${status}`);
    expect(found.sample, status).toBe(units);
    expect(found.value, status).toBeCloseTo(
      gone.reduce((sum, one) => sum + one.units, 0) / units,
      4,
    );
  }
  const { value } = figure(rows, 'cancelled-per-day', 'all');
  const { low, high } = countBounds(cancelled.length);
  expect((value * low) / cancelled.length).toBeLessThanOrEqual(worldWith(0).cancelled);
  expect((value * high) / cancelled.length).toBeGreaterThanOrEqual(worldWith(0).cancelled);
}

/** Lines sold as in stock that suppliers refused, or that nobody could be told of in the morning after. */
function trueOversells(rows: readonly Row[], { lines }: Truth): void {
  const last = lastDay(worldWith(0));
  const inStock = lines.filter(
    ({ told, ordered }) => told.status === 'available' && ordered < last,
  );
  const truly = inStock.filter(({ parcels, units, ordered }) => {
    const isRefused = parcels.some(({ hadStock }) => hadStock === false);
    const inTime = parcels.filter(({ forwarded }) => daysBetween(ordered, forwarded) <= 1);
    return isRefused || inTime.reduce((sum, { asked }) => sum + asked, 0) < units;
  });
  const { value, sample } = figure(rows, 'oversold', 'all');
  expect(truly.length).toBeGreaterThan(5);
  // What is on the way, and lines of which only a file of days later tells, may be told apart wrongly.
  const off = Math.abs(value * sample - truly.length);
  expect(off).toBeLessThanOrEqual(Math.max(6, 0.2 * truly.length));
}
