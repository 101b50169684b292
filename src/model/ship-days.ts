import type { Day } from './day.ts';
import { type OrderLine, sentOf } from './order.ts';

/** More units that left without a day would bend what follows from days by more than chance does. */
const mostUndated = 0.1;

/**
 * Tells whether the file of a line, one of `lines`, tells when units left: of no more than one unit in ten that did the day is
 * unknown. A file that does not still tells when units were cancelled and which are owed; next to units that left who
 * knows when, those would look like all there were, so nothing on how long things took is to be learned from its lines.
 */
export function tellsShipDays(
  lines: readonly OrderLine[],
  today: Day,
): (line: OrderLine) => boolean {
  const left = new Map<string, { dated: number; undated: number }>();
  for (const line of lines) {
    const own = left.get(line.place.file) ?? { dated: 0, undated: 0 };
    for (const { units, day } of sentOf(line, today))
      own[day === undefined ? 'undated' : 'dated'] += units;
    left.set(line.place.file, own);
  }
  return ({ place }) => {
    const { dated, undated } = left.get(place.file) ?? { dated: 0, undated: 0 };
    return undated <= mostUndated * (dated + undated);
  };
}
