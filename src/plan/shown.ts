import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { ShownStatus } from './input.ts';

/**
 * Order lines with the dates that customers were shown when they ordered, where an article was sold ahead with a date that a
 * run recorded, and nothing on the order itself promises one. What was recorded on the day of the plan does not count yet.
 */
export function withShownDates(
  lines: readonly OrderLine[],
  statuses: readonly ShownStatus[],
  today: Day,
): readonly OrderLine[] {
  const recorded = statuses.filter(({ day }) => day < today);
  if (recorded.every(({ shipDate }) => shipDate === undefined)) return lines;
  const bySku = groupBy(recorded, ({ sku }) => sku);
  return lines.map((line) => {
    if (line.promisedShipDate !== undefined || line.promisedDeliveryDate !== undefined) return line;
    const ordered = orderDay(line);
    const shown = bySku
      .get(line.sku)
      ?.filter(({ day }) => day <= ordered)
      .reduce<ShownStatus | undefined>((a, b) => (a && a.day > b.day ? a : b), undefined);
    if (shown?.shipDate === undefined) return line;
    return { ...line, promisedShipDate: shown.shipDate, promisedDeliveryDate: shown.deliverBy };
  });
}
