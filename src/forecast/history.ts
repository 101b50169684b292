import { type Day, daysBetween } from '../model/day.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';

/**
 * Units of a SKU asked for from the day of the first sale to yesterday. Only days with sales are kept: of most SKUs they
 * are few, and the days of a year for each SKU of a large shop would be many times its order lines.
 */
export interface DemandHistory {
  readonly first: Day;
  /** Days from the first sale to yesterday. */
  readonly days: number;
  /** Days with sales, counted from the first on, in order; and the units asked for on each. */
  readonly soldOn: readonly number[];
  readonly sold: readonly number[];
}

/**
 * The demand of each SKU before `today`, from order lines in the order of their time. Cancelled, refunded and returned
 * units were no demand.
 */
export function demandHistories(
  lines: readonly OrderLine[],
  today: Day,
): ReadonlyMap<Sku, DemandHistory> {
  const histories = new Map<Sku, Growing>();
  for (const line of lines) {
    const units = demandOf(line, today);
    if (units <= 0 || line.orderedAt >= today) continue;
    const history = histories.get(line.sku);
    if (history) add(history, orderDay(line), units);
    else histories.set(line.sku, begin(orderDay(line), units, today));
  }
  return histories;
}

/** Units asked for on each day in turn; days without orders are zeros. */
export function dailyUnits({ days, soldOn, sold }: DemandHistory): readonly number[] {
  const units = new Array<number>(days).fill(0);
  for (const [i, day] of soldOn.entries()) units[day] = sold[i] ?? 0;
  return units;
}

interface Growing extends DemandHistory {
  readonly soldOn: number[];
  readonly sold: number[];
}

function begin(first: Day, units: number, today: Day): Growing {
  return { first, days: daysBetween(first, today), soldOn: [0], sold: [units] };
}

function add({ first, soldOn, sold }: Growing, day: Day, units: number): void {
  const at = daysBetween(first, day);
  const last = soldOn.length - 1;
  if (soldOn[last] === at) sold[last] = (sold[last] ?? 0) + units;
  else {
    soldOn.push(at);
    sold.push(units);
  }
}

function demandOf(line: OrderLine, today: Day): number {
  if (line.paymentState === 'refunded' || line.paymentState === 'voided') return 0;
  const cancelled =
    line.cancelledAt !== undefined && line.cancelledAt > today ? 0 : cancelledUnits(line);
  return line.quantity - cancelled - line.returnedQuantity;
}
