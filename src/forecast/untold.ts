import { type Day, daysBetween } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';

/** A week without an order may be a holiday. */
const leastHole = 7;
/** Of fewer days with orders nobody knows how often there are some. */
const leastSold = 20;
/** Chance hardly ever makes a hole so long. */
const unlikely = 1e-4;
/** An export so many days old is one of today. */
const mayLagDays = 2;

/** Days counted back from today: from one down to before another. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Days before `today` of which no order export tells, counted back from it, the oldest first: those after the newest export, where
 * that is more than two days old, and holes of a week and more in the orders of the whole shop that chance does not make and no
 * file reaches across: there the exports do not meet. The lines are in the order of their time.
 */
export function untoldDays(lines: readonly OrderLine[], today: Day): readonly number[] {
  const sold = soldDays(lines, today);
  return [...holesIn(sold, lines, today), ...afterNewest(lines, today, sold.at(-1))].flatMap(
    ({ from, to }) => Array.from({ length: Math.max(0, from - to) }, (_, i) => from - i),
  );
}

/** Days with orders, counted back from today, the oldest first. */
function soldDays(lines: readonly OrderLine[], today: Day): number[] {
  const days: number[] = [];
  let last = '';
  for (const { orderedAt } of lines) {
    if (orderedAt >= today) break;
    if (last !== '' && orderedAt.startsWith(last)) continue;
    last = orderedAt.slice(0, 10);
    days.push(daysBetween(last as Day, today));
  }
  return days;
}

function holesIn(sold: readonly number[], lines: readonly OrderLine[], today: Day): Stretch[] {
  const [first, last] = [sold[0], sold.at(-1)];
  if (first === undefined || last === undefined || sold.length < leastSold) return [];
  const span = first - last + 1;
  const long = sold.slice(1).flatMap((to, i): Stretch[] => {
    const from = (sold[i] ?? to) - 1;
    const length = from - to;
    const idle = 1 - sold.length / (span - length + 1);
    return length >= leastHole && idle ** length < unlikely ? [{ from, to }] : [];
  });
  if (long.length === 0) return [];
  const files = stretchesOf(lines, today);
  return long.filter((hole) => !files.some(({ from, to }) => from > hole.from && to <= hole.to));
}

/** The days of the orders of each file. */
function stretchesOf(lines: readonly OrderLine[], today: Day): readonly Stretch[] {
  const files = new Map<string, { first: string; last: string }>();
  for (const { place, orderedAt } of lines) {
    const own = files.get(place.file);
    if (own) own.last = orderedAt;
    else files.set(place.file, { first: orderedAt, last: orderedAt });
  }
  const ago = (at: string) => daysBetween(at.slice(0, 10) as Day, today);
  return [...files.values()].map(({ first, last }) => ({ from: ago(first), to: ago(last) }));
}

function afterNewest(
  lines: readonly OrderLine[],
  today: Day,
  lastSold: number | undefined,
): Stretch[] {
  let newest: Day | undefined;
  for (const { asOf } of lines) if (newest === undefined || asOf > newest) newest = asOf;
  if (lastSold === undefined || newest === undefined || newest >= today) return [];
  const age = daysBetween(newest, today);
  return age > mayLagDays ? [{ from: Math.min(age, lastSold) - 1, to: 0 }] : [];
}
