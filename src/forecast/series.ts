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

/** Arithmetic mean; 0 of nothing. */
export function mean(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i] ?? 0;
  return to > from ? sum / (to - from) : 0;
}

/** The value that a share of `values` does not exceed, linear between two of them; NaN of nothing. */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
