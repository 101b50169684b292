/**
 * Units asked for in each period in turn (a day, or a month), the oldest first; NaN where demand is not known because
 * nobody could buy.
 */
export type Series = Float64Array;

/** The periods whose demand is known. */
export function knownPart(series: Series): Series {
  for (let i = 0; i < series.length; i += 1)
    if (Number.isNaN(series[i])) return series.filter((units) => !Number.isNaN(units));
  return series;
}

/** So many known periods on either side stand in for one that is not known, or twice the mean gap between sales. */
const leastNear = 4;
const gapsNear = 2;

/**
 * The series with the mean of the nearest known periods in the place of what is not known. Left out, times of high demand,
 * which are those that sell out, would count for fewer periods than they were; of articles that sell seldom so many count
 * that the sale of the last unit does not stand for all.
 */
export function withoutGaps(series: Series): Series {
  const known = knownPart(series);
  if (known === series || known.length === 0) return series;
  const gap = known.length / Math.max(1, salesIn(known));
  const near = Math.max(leastNear, Math.ceil(gapsNear * gap));
  const filled = series.slice();
  let before = 0;
  for (let i = 0; i < series.length; i += 1) {
    if (Number.isNaN(series[i]))
      filled[i] = mean(known, Math.max(0, before - near), Math.min(known.length, before + near));
    else before += 1;
  }
  return filled;
}

/** Periods with a sale. */
export function salesIn(known: Series): number {
  let sales = 0;
  for (let i = 0; i < known.length; i += 1) if ((known[i] ?? 0) > 0) sales += 1;
  return sales;
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i] ?? 0;
  return to > from ? sum / (to - from) : 0;
}

/** The mean squared distance from the mean; 0 of nothing. */
export function variance(values: ArrayLike<number>): number {
  const usual = mean(values);
  return mean(Float64Array.from(values, (value) => (value - usual) ** 2));
}

/** The value that a share of `values` does not exceed, linear between two of them; NaN of nothing. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
