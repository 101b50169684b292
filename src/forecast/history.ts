import { type Day, daysBetween } from '../model/day.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';

/** Units asked for per day, from the day of the first sale to yesterday; days without orders are zeros. */
export interface DemandHistory {
  readonly first: Day;
  readonly units: readonly number[];
}

/** The demand of each SKU before `today`. Cancelled, refunded and returned units were no demand. */
export function demandHistories(
  lines: readonly OrderLine[],
  today: Day,
): ReadonlyMap<Sku, DemandHistory> {
  const sales = new Map<Sku, Map<Day, number>>();
  for (const line of lines) {
    const day = orderDay(line);
    const units = demandOf(line, today);
    if (day >= today || units <= 0) continue;
    const days = sales.get(line.sku) ?? new Map<Day, number>();
    days.set(day, (days.get(day) ?? 0) + units);
    sales.set(line.sku, days);
  }
  const histories = new Map<Sku, DemandHistory>();
  for (const [sku, days] of sales) histories.set(sku, spread(days, today));
  return histories;
}

function demandOf(line: OrderLine, today: Day): number {
  if (line.paymentState === 'refunded' || line.paymentState === 'voided') return 0;
  const cancelled =
    line.cancelledAt !== undefined && line.cancelledAt > today ? 0 : cancelledUnits(line);
  return line.quantity - cancelled - line.returnedQuantity;
}

function spread(days: ReadonlyMap<Day, number>, today: Day): DemandHistory {
  const first = [...days.keys()].reduce((a, b) => (b < a ? b : a), today);
  const units = new Array<number>(daysBetween(first, today)).fill(0);
  for (const [day, count] of days) units[daysBetween(first, day)] = count;
  return { first, units };
}
