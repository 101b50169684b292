import type { Day } from '../model/day.ts';
import { articleIdentity, type OrderLine } from '../model/order.ts';

/** An open line that must not ship any more, whatever the shop's export says. */
export interface Ending {
  readonly line: OrderLine;
  readonly on: Day;
  /** Units that were still owed. */
  readonly units: number;
  /** Longest calendar days on the way, as it was planned. */
  readonly transitDays: number;
}

/** The lines as they are to be planned: what has ended is cancelled. */
export function withoutEnded(
  lines: readonly OrderLine[],
  endings: readonly Ending[],
): readonly OrderLine[] {
  if (endings.length === 0) return lines;
  const byLine = new Map(endings.map((ending) => [articleIdentity(ending.line), ending]));
  return lines.map((line) => {
    const ending = byLine.get(articleIdentity(line));
    if (!ending) return line;
    const cancelledQuantity = line.cancelledQuantity + ending.units;
    return { ...line, cancelledQuantity, cancelledAt: line.cancelledAt ?? ending.on };
  });
}
