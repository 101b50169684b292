/** The two-sided normal quantile of 95 %. */
const usual = 1.96;

/** The least and the most that something can be in truth, as far as a sample carries. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The share that `count` of `sample` stand for, in 95 of 100 cases (Wilson, Probable inference, Journal of the American
 * Statistical Association 22, 1927): it holds for small samples and for shares near 0 and 1.
 */
export function shareBounds(count: number, sample: number): Bounds {
  if (sample === 0) return { low: 0, high: 1 };
  const share = count / sample;
  const square = usual ** 2 / sample;
  const middle = (share + square / 2) / (1 + square);
  const half =
    (usual * Math.sqrt((share * (1 - share)) / sample + square / (4 * sample))) / (1 + square);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * The mean number of events of which `count` happened, in 95 of 100 cases (Byar's approximation of the exact Poisson limits:
 * Breslow, Day, Statistical Methods in Cancer Research II, 1987, p. 69).
 */
export function countBounds(count: number): Bounds {
  const limit = (n: number, side: number) =>
    n * (1 - 1 / (9 * n) + (side * usual) / (3 * Math.sqrt(n))) ** 3;
  return { low: count === 0 ? 0 : Math.max(0, limit(count, -1)), high: limit(count + 1, 1) };
}

/** Whether the first of two shares is larger by more than chance: their bounds do not meet. */
export function isLarger(a: readonly [count: number, sample: number], b: typeof a): boolean {
  return shareBounds(...a).low > shareBounds(...b).high;
}
