import type { Day } from './day.ts';
import { type OrderLine, sentOf } from './order.ts';

/** More units that left without a day would bend what follows from days by more than chance does. */
const mostUndated = 0.1;

/**
 * The files that do not tell when units left: of more than one in ten that did, no day is known. Such a file still tells
 * when units were cancelled and which are owed; next to units that left who knows when, those would look like all there
 * were, so nothing on how long things took is to be learned from its lines.
 */
export function filesWithoutShipDays(lines: readonly OrderLine[], today: Day): ReadonlySet<string> {
  const left = new Map<string, { dated: number; undated: number }>();
  for (const line of lines) {
    const { file } = line.place;
    const own = left.get(file) ?? { dated: 0, undated: 0 };
    for (const { units, day } of sentOf(line, today))
      own[day === undefined ? 'undated' : 'dated'] += units;
    left.set(file, own);
  }
  return new Set(
    [...left].flatMap(([file, { dated, undated }]) =>
      undated > mostUndated * (dated + undated) ? [file] : [],
    ),
  );
}
