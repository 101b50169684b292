import type { Day } from './day.ts';
import { type OrderLine, sentOf } from './order.ts';

/** More units that left without a day would bend what follows from days by more than chance does. */
const mostUndated = 0.1;

/**
 * Tells whether the exports that a line, one of `lines`, is of tell when units left: of no more than one unit in ten that did the day
 * is unknown. One that does not still tells when units were cancelled and which are owed; next to units that left who
 * knows when, those would look like all there were, so nothing on how long things took is to be learned from its lines.
 */
export function tellsShipDays(
  lines: readonly OrderLine[],
  today: Day,
): (line: OrderLine) => boolean {
  const left = new Map<string, { dated: number; undated: number }>();
  for (const line of lines) {
    const own = left.get(sourceOf(line)) ?? { dated: 0, undated: 0 };
    for (const { units, day } of sentOf(line, today))
      own[day === undefined ? 'undated' : 'dated'] += units;
    left.set(sourceOf(line), own);
  }
  return (line) => {
    const { dated, undated } = left.get(sourceOf(line)) ?? { dated: 0, undated: 0 };
    return undated <= mostUndated * (dated + undated);
  };
}

/**
 * Tells whether the exports that a line, one of `lines`, is of would have told of something that happens to few: they did of some
 * line. Where they never did, nobody knows whether it never happened or they do not tell.
 */
export function tellsOf(
  lines: readonly OrderLine[],
  happened: (line: OrderLine) => boolean,
): (line: OrderLine) => boolean {
  const telling = new Set(lines.filter(happened).map(sourceOf));
  return (line) => telling.has(sourceOf(line));
}

/** Whose exports tell of a line; where nobody tells what was shipped, or a book of an earlier version does not say who, its file. */
function sourceOf({ progressSource, place }: OrderLine): string {
  return progressSource ?? place.file;
}
