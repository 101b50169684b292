import { type Day, daysBetween } from '../model/day.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';

/** Units asked for per day, from the day of the first sale to yesterday; days without orders are zeros. */
export interface DemandHistory {
  readonly first: Day;
  readonly units: readonly number[];
}

/**
 * The demand of one SKU before `today`, from its order lines in the order of their time; undefined where nothing was
 * sold. Cancelled, refunded and returned units were no demand. It is made where it is needed and not kept: a SKU has
 * far fewer order lines than days.
 */
export function demandHistory(lines: readonly OrderLine[], today: Day): DemandHistory | undefined {
  let history: { first: Day; units: number[] } | undefined;
  for (const line of lines) {
    const sold = demandOf(line, today);
    if (sold <= 0 || line.orderedAt >= today) continue;
    const day = orderDay(line);
    history ??= { first: day, units: new Array<number>(daysBetween(day, today)).fill(0) };
    const at = daysBetween(history.first, day);
    history.units[at] = (history.units[at] ?? 0) + sold;
  }
  return history;
}

function demandOf(line: OrderLine, today: Day): number {
  if (line.paymentState === 'refunded' || line.paymentState === 'voided') return 0;
  const cancelled =
    line.cancelledAt !== undefined && line.cancelledAt > today ? 0 : cancelledUnits(line);
  return line.quantity - cancelled - line.returnedQuantity;
}
