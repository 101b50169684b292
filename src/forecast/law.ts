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

/** What was forecast for a stretch of the past, the SKU's size factor then, and what came. In units. */
export interface Trial {
  readonly expected: number;
  readonly size: number;
  readonly actual: number;
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
  if (!high) return usual;
  if (!low || low === high) return high;
  const share = Math.log(periods / low.horizon) / Math.log(high.horizon / low.horizon);
  return { a: low.a + share * (high.a - low.a), b: low.b + share * (high.b - low.b) };
}

/** What shops are like of whose past nothing can be learned yet. */
const usual = { a: 1.5, b: 0.1 };
/** The weight of the usual in what is learned, in trials. */
const usualTrials = 150;

/** One of the lengths of time, learned from the trials of it. Fewer trials draw it nearer to what is usual. */
export function learnLaw(horizon: number, trials: readonly Trial[]): VarianceLaw[number] {
  const { a, b } = nearest(cellsOf(withoutOutliers(trials)));
  const own = trials.length / (trials.length + usualTrials);
  return { horizon, a: own * a + (1 - own) * usual.a, b: own * b + (1 - own) * usual.b };
}

/** A trial with its squared error in the place of what came. */
interface Judged {
  readonly expected: number;
  readonly size: number;
  readonly squared: number;
}

/** Of the errors in terms of what is usual for their SKU, the largest 1.5 % count as the largest of the others. */
function withoutOutliers(trials: readonly Trial[]): Judged[] {
  const judged = trials
    .filter(({ expected }) => expected > 0)
    .map(({ expected, size, actual }) => ({ expected, size, squared: (actual - expected) ** 2 }));
  const limit = percentile(
    judged.map(({ expected, size, squared }) => squared / (size * expected)),
    0.985,
  );
  return judged.map((one) => ({
    ...one,
    squared: Math.min(one.squared, limit * one.size * one.expected),
  }));
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

function cellsOf(judged: readonly Judged[]): Cell[] {
  const groups = Math.max(
    1,
    Math.min(mostGroups, Math.floor(judged.length / sizesAGroup / leastInCell)),
  );
  const byExpected = judged.toSorted((a, b) => a.expected - b.expected);
  return inGroups(byExpected, groups).flatMap((group) =>
    inGroups(
      group.toSorted((a, b) => a.size - b.size),
      sizesAGroup,
    ).flatMap(cellOf),
  );
}

function inGroups<T>(sorted: readonly T[], count: number): (readonly T[])[] {
  const cut = (i: number) => Math.floor((sorted.length * i) / count);
  return Array.from({ length: count }, (_, i) => sorted.slice(cut(i), cut(i + 1)));
}

/** No group's errors are taken to be less than this share of c·m: nothing is known that surely. */
const surest = 0.01;

function cellOf(group: readonly Judged[]): Cell[] {
  if (group.length === 0) return [];
  const meanOf = (value: (one: Judged) => number) =>
    group.reduce((sum, one) => sum + value(one), 0) / group.length;
  const linear = meanOf(({ size, expected }) => size * expected);
  return [
    {
      squared: Math.max(
        meanOf((one) => one.squared),
        surest * linear,
      ),
      linear,
      square: meanOf(({ expected }) => expected * expected),
    },
  ];
}

/**
 * The a and b, neither below 0, whose variances are the nearest to those of the cells in ratio: least squares of the
 * logarithms, by Gauss-Newton. Differences would follow the best-sellers alone.
 */
function nearest(cells: readonly Cell[]): { readonly a: number; readonly b: number } {
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
      .find((one) => missOf(cells, one) < least - 1e-12);
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
