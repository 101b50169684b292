import { type Day, daysBetween } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';

/** A week without an order may be a holiday. */
const leastHole = 7;
/** Of fewer days with orders nobody knows how often there are some. */
const leastSold = 20;
/** Chance hardly ever makes a hole so long. */
const unlikely = 1e-4;

/**
 * Days before `today` of which no order export tells, counted back from it, the oldest first: those after the newest export, and
 * holes of a week and more in the orders of the whole shop that chance does not make. There the exports do not meet, or the shop was
 * closed: both are no days without demand. The lines are in the order of their time.
 */
export function untoldDays(lines: readonly OrderLine[], today: Day): readonly number[] {
  const sold = soldDays(lines, today);
  return [...holesIn(sold), ...afterNewest(lines, today, sold.at(-1))];
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

function holesIn(sold: readonly number[]): number[] {
  const [first, last] = [sold[0], sold.at(-1)];
  if (first === undefined || last === undefined || sold.length < leastSold) return [];
  const span = first - last + 1;
  return sold.slice(1).flatMap((to, i) => {
    const from = (sold[i] ?? to) - 1;
    const length = from - to;
    const idle = 1 - sold.length / (span - length + 1);
    return length >= leastHole && idle ** length < unlikely ? daysDown(from, to) : [];
  });
}

function afterNewest(
  lines: readonly OrderLine[],
  today: Day,
  lastSold: number | undefined,
): number[] {
  if (lastSold === undefined) return [];
  let newest: Day | undefined;
  for (const { asOf } of lines) if (newest === undefined || asOf > newest) newest = asOf;
  const told = newest === undefined || newest >= today ? 0 : daysBetween(newest, today);
  return daysDown(Math.min(told, lastSold) - 1, 0);
}

/** From one number down to before another. */
function daysDown(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to) }, (_, i) => from - i);
}
