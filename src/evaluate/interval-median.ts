import type { Bounds } from './chance.ts';

/** Fewer values tell no median. */
export const leastForMedian = 5;

/** Chances of whole numbers, from `first` on. */
interface Distribution {
  readonly first: number;
  readonly chances: readonly number[];
}

/**
 * The most likely distribution of whole numbers of which each is only known to lie within bounds, both included: what fits is
 * shared among the bounds by turns until it holds still (B. W. Turnbull, Journal of the Royal Statistical Society B 38, 1976). Where each is
 * known to the point it is the values' own. With `split` half of the chance is held on each side of it.
 */
function likeliest(values: readonly Bounds[], split?: number): Distribution {
  const first = Math.min(...values.map(({ low }) => low), split ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...values.map(({ high }) => high), (split ?? first - 1) + 1);
  const size = last - first + 1;
  const at = split === undefined ? undefined : split - first + 1;
  let chances = halved(new Array<number>(size).fill(1 / size), at);
  for (let turn = 0; turn < turns; turn += 1) chances = halved(shared(values, first, chances), at);
  return { first, chances };
}

/** What falls to each number when each value is shared among those that it may be, by their chances. */
function shared(
  values: readonly Bounds[],
  first: number,
  chances: readonly number[],
): readonly number[] {
  const shares = new Array<number>(chances.length).fill(0);
  for (const value of values) {
    const sum = chanceOf(value, { first, chances });
    for (let i = value.low - first; sum > 0 && i <= value.high - first; i += 1)
      shares[i] = (shares[i] ?? 0) + (chances[i] ?? 0) / sum / values.length;
  }
  return shares;
}

const turns = 200;

/** Chances of which those before `at` add up to a half, and the others too. */
function halved(chances: readonly number[], at: number | undefined): readonly number[] {
  if (at === undefined) return chances;
  const before = sumOf(chances.slice(0, at));
  const after = sumOf(chances.slice(at));
  const part = (sum: number, size: number) => (chance: number) =>
    sum > 0 ? chance / sum / 2 : 0.5 / size;
  return [
    ...chances.slice(0, at).map(part(before, at)),
    ...chances.slice(at).map(part(after, chances.length - at)),
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function chanceOf({ low, high }: Bounds, { first, chances }: Distribution): number {
  return sumOf(chances.slice(low - first, high - first + 1));
}

/** The smallest number that is not exceeded with a probability of `level`. */
function quantileOf({ first, chances }: Distribution, level: number): number {
  let sum = 0;
  const at = chances.findIndex((chance) => {
    sum += chance;
    return sum >= level - 1e-6;
  });
  return first + (at < 0 ? chances.length - 1 : at);
}

/** Quantiles of whole numbers that are known to lie within bounds. */
export interface Quantiles {
  readonly median: number;
  readonly p80: number;
  /** Where the true median lies in 9 of 10 cases; undefined of fewer than five. */
  readonly bounds: Bounds | undefined;
}

/** The 90 % quantile of the chi-squared distribution with one degree of freedom. */
const unlikely = 2.706;

/** The median, the 80 % quantile, and where the true median lies by the ratio of likelihoods. */
export function quantilesOf(values: readonly Bounds[]): Quantiles | undefined {
  if (values.length === 0) return undefined;
  const best = likeliest(values);
  const median = quantileOf(best, 0.5);
  const p80 = quantileOf(best, 0.8);
  if (values.length < leastForMedian) return { median, p80, bounds: undefined };
  const most = logLikelihood(values, best);
  /** Whether half of the values may lie up to a number, the others beyond. */
  const maySplit = (at: number) =>
    2 * (most - logLikelihood(values, likeliest(values, at))) < unlikely;
  let [low, high] = [median, median];
  while (maySplit(low - 1)) low -= 1;
  while (maySplit(high)) high += 1;
  return { median, p80, bounds: { low, high } };
}

function logLikelihood(values: readonly Bounds[], distribution: Distribution): number {
  return values.reduce((sum, one) => sum + Math.log(chanceOf(one, distribution)), 0);
}
