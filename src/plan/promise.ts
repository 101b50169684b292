import { addDays, type Day, daysBetween } from '../model/day.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { ShipPromise } from '../model/promise.ts';
import { usWorkingDaysAfter, weekdaysAfter } from '../model/working-days.ts';
import type { Part } from './serve.ts';

/** The last day on which shipping is on time, as told at checkout: stated on the line, else by the store's promise. */
export function promisedShipDay(
  line: OrderLine,
  promise: ShipPromise | undefined,
): Day | undefined {
  if (line.promisedShipDate !== undefined) return line.promisedShipDate;
  if (line.promisedDeliveryDate !== undefined || promise === undefined) return undefined;
  const ordered = orderDay(line);
  if (!promise.working) return addDays(ordered, promise.days);
  const count = promise.inUnitedStates ? usWorkingDaysAfter : weekdaysAfter;
  return count(ordered, promise.days);
}

/**
 * Days by which a part misses its promise; counted up to today where it has no date. Undefined without a promise, and
 * before its day where nobody knows whether it will be kept.
 */
export function daysLate(
  part: Part,
  promise: ShipPromise | undefined,
  today: Day,
): number | undefined {
  const { line } = part;
  const shipBy = promisedShipDay(line, promise);
  const [due, expected] =
    shipBy === undefined ? [line.promisedDeliveryDate, part.deliverBy] : [shipBy, part.shipDate];
  if (due === undefined || (expected === undefined && today <= due)) return undefined;
  return Math.max(0, daysBetween(due, expected ?? today));
}
