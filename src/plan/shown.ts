import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { articleIdentity, type OrderLine, orderDay } from '../model/order.ts';
import { byBytes } from '../model/sku.ts';
import type { Memory, ShownStatus } from './input.ts';

/**
 * Order lines with the dates that customers were shown when they ordered, where an article was sold ahead with a date that a
 * run recorded, and nothing on the order itself promises one. What was recorded on the day of the plan does not count yet.
 */
export function withShownDates(
  lines: readonly OrderLine[],
  { statuses, promises }: Pick<Memory, 'statuses' | 'promises'>,
  today: Day,
): readonly OrderLine[] {
  const recorded = statuses.filter(({ day }) => day < today);
  if (recorded.every(({ shipDate }) => shipDate === undefined)) return lines;
  const shownFor = shownWhenOrdered({ statuses: recorded, promises });
  return lines.map((line) => {
    if (line.promisedShipDate !== undefined || line.promisedDeliveryDate !== undefined) return line;
    const shown = shownFor(line);
    if (shown?.shipDate === undefined) return line;
    return { ...line, promisedShipDate: shown.shipDate, promisedDeliveryDate: shown.deliverBy };
  });
}

/** Finds what the last recorded run before an order had the listings say of its article. */
export function shownWhenOrdered({
  statuses,
  promises = [],
}: Pick<Memory, 'statuses' | 'promises'>): (line: OrderLine) => ShownStatus | undefined {
  const inTime = statuses.toSorted((a, b) => byBytes(a.day, b.day));
  const bySku = groupBy(inTime, ({ sku }) => sku);
  const seen = new Set(promises.map((promise) => `${promise.day}\0${articleIdentity(promise)}`));
  return (line) => {
    const ordered = orderDay(line);
    // The run of its day knew of the order: what that run found, its customer had not been shown yet.
    const isEarlier = seen.has(`${ordered}\0${articleIdentity(line)}`);
    return bySku
      .get(line.sku)
      ?.findLast(({ day }) => day < ordered || (day === ordered && !isEarlier));
  };
}
