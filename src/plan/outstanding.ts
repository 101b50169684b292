import type { Day } from '../model/day.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';

/** Units of a line still owed on a day: what was shipped or cancelled later is not known yet. */
export function outstandingUnits(line: OrderLine, today: Day): number {
  return Math.max(0, line.quantity - fulfilledBy(line, today) - cancelledBy(line, today));
}

/** Units of a line known to be fulfilled on a day. */
export function fulfilledBy(line: OrderLine, today: Day): number {
  return isKnown(line.fulfilledAt, today) ? line.fulfilledQuantity : 0;
}

/** Units of a line known to be cancelled on a day. */
export function cancelledBy(line: OrderLine, today: Day): number {
  return isKnown(line.cancelledAt, today) ? cancelledUnits(line) : 0;
}

/**
 * Whether a line takes units from suppliers, or may have: something of it is owed, or it is told when units left. Of
 * what is done without a word on when, nothing is known to be in no supplier's number yet.
 */
export function touchesStock(line: OrderLine, today: Day): boolean {
  const { fulfilledAt, parcels } = line;
  return fulfilledAt !== undefined || parcels !== undefined || outstandingUnits(line, today) > 0;
}

function isKnown(day: Day | undefined, today: Day): boolean {
  return day === undefined || day <= today;
}

/** Lines of orders known on a day of which nothing is owed. */
export function finishedLines(lines: readonly OrderLine[], today: Day): OrderLine[] {
  return lines.filter((line) => orderDay(line) <= today && outstandingUnits(line, today) === 0);
}
