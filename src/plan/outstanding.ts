import { type Day, earlierDay } from '../model/day.ts';
import { cancelledUnits, isOrderedAfter, type OrderLine, tellsDemandOnly } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';

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
 * Whether a line takes units from suppliers' numbers: something of it is owed, or units left since the day of the oldest number, or
 * may have: who knows when, of what was ordered, in the shop or of a supplier, since then.
 */
export function touchesStock(line: OrderLine, today: Day, oldest: Day): boolean {
  return outstandingUnits(line, today) > 0 || mayHaveLeftSince(line, oldest);
}

function mayHaveLeftSince(line: OrderLine, day: Day): boolean {
  const { fulfilledAt, fulfilledQuantity, parcels = [], forwardedAt, purchases } = line;
  if (parcels.some((parcel) => parcel.day >= day)) return true;
  if (fulfilledAt !== undefined) return fulfilledAt >= day;
  if (fulfilledQuantity === 0 || tellsDemandOnly(line)) return false;
  return line.orderedAt >= day || forwardedAt !== undefined || purchases !== undefined;
}

/** The day of the oldest of suppliers' numbers; today where there is none. */
export function oldestNumber(offers: readonly { readonly asOf: Day }[], today: Day): Day {
  return offers.map(({ asOf }) => asOf).reduce(earlierDay, today);
}

/** Lines that positions hang on: those that touch the stock of offers, and of each SKU the first: that it was ordered makes it ours. */
export function linesThatCount(
  lines: readonly OrderLine[],
  offers: readonly { readonly asOf: Day }[],
  today: Day,
): OrderLine[] {
  const oldest = oldestNumber(offers, today);
  const seen = new Set<Sku>();
  return lines.filter((line) => {
    const isFirst = !seen.has(line.sku);
    seen.add(line.sku);
    return isFirst || touchesStock(line, today, oldest);
  });
}

function isKnown(day: Day | undefined, today: Day): boolean {
  return day === undefined || day <= today;
}

/** Lines of orders known on a day of which nothing is owed. */
export function finishedLines(lines: readonly OrderLine[], today: Day): OrderLine[] {
  return lines.filter(
    (line) => !isOrderedAfter(line, today) && outstandingUnits(line, today) === 0,
  );
}
