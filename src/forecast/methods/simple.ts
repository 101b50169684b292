/** Simple moving average: the mean of the last `window` days, of all there are when there are fewer. */
export function simple(
  units: readonly number[],
  window: number,
  ends: readonly number[],
): readonly number[] {
  return ends.map((end) => {
    const first = Math.max(0, end - window);
    let sum = 0;
    for (let i = first; i < end; i += 1) sum += units[i] ?? 0;
    return end === 0 ? 0 : sum / (end - first);
  });
}
