import type { Grain } from './grain.ts';
import type { Spread } from './negative-binomial.ts';
import { percentile } from './series.ts';

/**
 * How far demand strays from its forecast: the variance of the demand of so many periods of an expected `m` units is
 * a·c·m + b·m², c being the SKU's size factor. Learned for some lengths of time, between them linear in their logarithm.
 */
export type VarianceLaw = readonly {
  readonly horizon: number;
  readonly a: number;
  readonly b: number;
}[];

/**
 * What was forecast for stretches of the past, the SKU's size factor then, and what came, in units: one column each, as
 * there are thousands of them.
 */
export interface Trials {
  readonly expected: readonly number[];
  readonly size: readonly number[];
  readonly actual: readonly number[];
}

/** The demand of `periods` periods ahead of which `expected` units are expected. Never less uncertain than Poisson. */
export function spreadOver(
  law: VarianceLaw,
  periods: number,
  expected: number,
  size: number,
): Spread {
  const { a, b } = lawAt(law, periods);
  return {
    mean: expected,
    variance: Math.max(expected, a * size * expected + b * expected * expected),
  };
}

function lawAt(law: VarianceLaw, periods: number): { readonly a: number; readonly b: number } {
  const after = law.findIndex(({ horizon }) => periods <= horizon);
  const [low, high] = after === -1 ? [law.at(-1), law.at(-1)] : [law[after - 1], law[after]];
  if (!high) return usualOf.day;
  if (!low || low === high) return high;
  const share = Math.log(periods / low.horizon) / Math.log(high.horizon / low.horizon);
  return { a: low.a + share * (high.a - low.a), b: low.b + share * (high.b - low.b) };
}

/** What shops are like of whose past nothing can be learned yet. The size factor of months holds most of their spread. */
const usualOf = {
  day: { a: 1.5, b: 0.1 },
  month: { a: 0.3, b: 0.05 },
} satisfies Record<Grain['name'], { a: number; b: number }>;
/** The weight of the usual in what is learned, in trials. */
const usualTrials = 150;

/** One of the lengths of time, learned from the trials of it. Fewer trials draw it nearer to what is usual. */
export function learnLaw(horizon: number, trials: Trials, { name }: Grain): VarianceLaw[number] {
  const usual = usualOf[name];
  const { a, b } = nearest(cellsOf(trials), usual);
  const count = trials.expected.length;
  const own = count / (count + usualTrials);
  return { horizon, a: own * a + (1 - own) * usual.a, b: own * b + (1 - own) * usual.b };
}

/** The share of errors, in terms of what is usual for their SKU, that count as the largest of the others. */
const outliers = 0.015;

/** The squared error of each trial, those out of all scale cut down. */
function squaredErrors({ expected, size, actual }: Trials): Float64Array {
  const scaleOf = (i: number) => Math.max((size[i] ?? 0) * (expected[i] ?? 0), 1e-12);
  const relative = new Float64Array(expected.length);
  for (let i = 0; i < expected.length; i += 1)
    relative[i] = ((expected[i] ?? 0) - (actual[i] ?? 0)) ** 2 / scaleOf(i);
  const limit = percentile(relative, 1 - outliers);
  for (let i = 0; i < relative.length; i += 1)
    relative[i] = Math.min(relative[i] ?? 0, limit) * scaleOf(i);
  return relative;
}

/** The means of a group of trials alike in what was expected and in their size. */
interface Cell {
  readonly squared: number;
  /** Of c·m and of m², what a and b are multiplied with. */
  readonly linear: number;
  readonly square: number;
}

const mostGroups = 12;
const sizesAGroup = 3;
const leastInCell = 20;

/** Groups of trials of like expectation, each cut again by size. */
function cellsOf(trials: Trials): Cell[] {
  const { expected, size } = trials;
  const squared = squaredErrors(trials);
  const all: number[] = [];
  for (let i = 0; i < expected.length; i += 1) if ((expected[i] ?? 0) > 0) all.push(i);
  const fitting = Math.floor(all.length / sizesAGroup / leastInCell);
  const groups = inGroups(all, expected, Math.max(1, Math.min(mostGroups, fitting)));
  return groups
    .flatMap((group) => inGroups(group, size, sizesAGroup))
    .filter((group) => group.length > 0)
    .map((group) => cellOf(group, trials, squared));
}

/** Trials cut by a value of theirs into so many parts, as near to the same length as like values allow. */
function inGroups(
  trials: readonly number[],
  values: readonly number[],
  count: number,
): readonly (readonly number[])[] {
  const sorted = new Float64Array(trials.length);
  for (let i = 0; i < trials.length; i += 1) sorted[i] = values[trials[i] ?? 0] ?? 0;
  sorted.sort();
  const bounds = Array.from(
    { length: count - 1 },
    (_, part) => sorted[Math.floor((sorted.length * (part + 1)) / count)] ?? 0,
  );
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const trial of trials) {
    let part = 0;
    while (part < bounds.length && (values[trial] ?? 0) >= (bounds[part] ?? 0)) part += 1;
    groups[part]?.push(trial);
  }
  return groups;
}

/** No group's errors are taken to be less than this share of c·m: nothing is known that surely. */
const surest = 0.01;

function cellOf(group: readonly number[], { expected, size }: Trials, squared: Float64Array): Cell {
  let [errors, linear, square] = [0, 0, 0];
  for (const i of group) {
    const units = expected[i] ?? 0;
    errors += squared[i] ?? 0;
    linear += (size[i] ?? 0) * units;
    square += units * units;
  }
  const count = group.length;
  return {
    squared: Math.max(errors, surest * linear) / count,
    linear: linear / count,
    square: square / count,
  };
}

/**
 * The a and b, neither below 0, whose variances are the nearest to those of the cells in ratio: least squares of the
 * logarithms, by Gauss-Newton. Differences would follow the best-sellers alone.
 */
function nearest(
  cells: readonly Cell[],
  usual: { a: number; b: number },
): { a: number; b: number } {
  if (cells.length === 0) return usual;
  let best = usual;
  let least = missOf(cells, best);
  for (let turn = 0; turn < 60; turn += 1) {
    const next = stepFrom(cells, best);
    const found = [1, 0.5, 0.25, 0.1]
      .map((share) => ({
        a: best.a + share * (next.a - best.a),
        b: best.b + share * (next.b - best.b),
      }))
      .find((one) => missOf(cells, one) < least * (1 - 1e-4));
    if (!found) return best;
    best = found;
    least = missOf(cells, best);
  }
  return best;
}

function missOf(cells: readonly Cell[], { a, b }: { a: number; b: number }): number {
  return cells.reduce((sum, { squared, linear, square }) => {
    const miss = Math.log(squared / (a * linear + b * square));
    return sum + miss * miss;
  }, 0);
}

/** The solution of the fit made linear about a and b; on the edge where one of them would fall below 0. */
function stepFrom(cells: readonly Cell[], { a, b }: { a: number; b: number }) {
  let [aa, ab, bb, ar, br] = [0, 0, 0, 0, 0];
  for (const { squared, linear, square } of cells) {
    const variance = a * linear + b * square;
    const x = linear / variance;
    const y = square / variance;
    // The fit's target, as the tangent of the logarithm at the present variance sees it.
    const target = 1 + Math.log(squared / variance);
    aa += x * x;
    ab += x * y;
    bb += y * y;
    ar += x * target;
    br += y * target;
  }
  const determinant = aa * bb - ab * ab;
  const free = {
    a: (ar * bb - br * ab) / determinant,
    b: (br * aa - ar * ab) / determinant,
  };
  if (free.a > 0 && free.b >= 0) return free;
  return free.b < 0 || !(determinant > 0)
    ? { a: Math.max(ar / aa, 1e-6), b: 0 }
    : { a: 1e-6, b: Math.max(br / bb, 0) };
}
