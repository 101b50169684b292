/** Exponential moving average of span `window`: alpha = 2 / (window + 1), starting at the first day. */
export function exponential(
  units: readonly number[],
  window: number,
  ends: readonly number[],
): readonly number[] {
  const alpha = 2 / (window + 1);
  let level = units[0] ?? 0;
  let day = 1;
  return ends.map((end) => {
    for (; day < end; day += 1) level += alpha * ((units[day] ?? 0) - level);
    return end === 0 ? 0 : level;
  });
}
