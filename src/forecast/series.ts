/**
 * Units asked for in each period in turn (a day, or a month), the oldest first; NaN where demand is not known because
 * nobody could buy.
 */
export type Series = Float64Array;

const isKnown = (units: number): boolean => !Number.isNaN(units);

/** The periods whose demand is known. */
export function knownPart(series: Series): Series {
  return series.every(isKnown) ? series : series.filter(isKnown);
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
