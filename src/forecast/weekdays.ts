import { mean } from './series.ts';

/**
 * The index of each weekday, Monday first: the mean of its days divided by the mean of the seven. `firstDay` is the
 * weekday of the first value, 0 for Monday; NaN is left out. All 1 where nothing was sold.
 */
export function weekdayIndex(values: ArrayLike<number>, firstDay: number): readonly number[] {
  const sums = new Array<number>(7).fill(0);
  const counts = new Array<number>(7).fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const day = (firstDay + i) % 7;
    sums[day] = (sums[day] ?? 0) + value;
    counts[day] = (counts[day] ?? 0) + 1;
  }
  const means = sums.map((sum, day) => sum / Math.max(1, counts[day] ?? 0));
  const overall = mean(means);
  return means.map((value) => (overall > 0 ? value / overall : 1));
}

/** As many sales a weekday weigh as much as a week in which all days are alike. */
const usualSales = 20;
/** And as many weeks: one holiday makes no closed day. */
const usualWeeks = 1;

/**
 * A weekday index drawn to a level week, the nearer the fewer sales there were and the fewer whole weeks they come from.
 * `sales` is the number of all of them.
 */
export function temperedIndex(
  index: readonly number[],
  sales: number,
  weeks: number,
): readonly number[] {
  const aDay = sales / index.length;
  const own = (aDay / (aDay + usualSales)) * (weeks / (weeks + usualWeeks));
  return index.map((value) => own * value + 1 - own);
}
