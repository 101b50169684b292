/** Linearly weighted moving average: the newest of the last `window` days counts `window` times, the oldest once. */
export function weighted(
  units: readonly number[],
  window: number,
  ends: readonly number[],
): readonly number[] {
  return ends.map((end) => {
    const first = Math.max(0, end - window);
    const days = end - first;
    let sum = 0;
    for (let i = first; i < end; i += 1) sum += (units[i] ?? 0) * (i - first + 1);
    return end === 0 ? 0 : sum / ((days * (days + 1)) / 2);
  });
}
