import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { articleIdentity, type OrderLine, orderDay } from '../model/order.ts';
import type { Memory, ShownStatus } from './input.ts';

/**
 * Order lines with the dates that customers were shown when they ordered, where an article was sold ahead with a date that a
 * run recorded, and nothing on the order itself promises one. What was recorded on the day of the plan does not count yet.
 */
export function withShownDates(
  lines: readonly OrderLine[],
  { statuses, promises = [] }: Pick<Memory, 'statuses' | 'promises'>,
  today: Day,
): readonly OrderLine[] {
  const recorded = statuses.filter(({ day }) => day < today);
  if (recorded.every(({ shipDate }) => shipDate === undefined)) return lines;
  const bySku = groupBy(recorded, ({ sku }) => sku);
  const seen = new Set(promises.map((promise) => `${promise.day}\0${articleIdentity(promise)}`));
  return lines.map((line) => {
    if (line.promisedShipDate !== undefined || line.promisedDeliveryDate !== undefined) return line;
    const ordered = orderDay(line);
    // The run of its day knew of the order: what that run found, its customer had not been shown yet.
    const isEarlier = seen.has(`${ordered}\0${articleIdentity(line)}`);
    const shown = bySku
      .get(line.sku)
      ?.filter(({ day }) => day < ordered || (day === ordered && !isEarlier))
      .reduce<ShownStatus | undefined>((a, b) => (a && a.day > b.day ? a : b), undefined);
    if (shown?.shipDate === undefined) return line;
    return { ...line, promisedShipDate: shown.shipDate, promisedDeliveryDate: shown.deliverBy };
  });
}
