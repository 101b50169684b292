import { type Day, daysBetween } from '../model/day.ts';
import type { Kits } from '../model/kit.ts';
import { cancelledUnits, type OrderExport, type OrderLine, orderDay } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import type { Series } from './series.ts';
import { untoldDays } from './untold.ts';

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
  /**
   * Days on which nobody could buy, or of which no export tells, counted likewise, in order: what would have been asked for is
   * not known.
   */
  readonly closed?: readonly number[];
  /** Those of them of which no export tells: it may have been sold. */
  readonly untold?: readonly number[];
  /** Days on which it sold out, likewise: at least what was sold was asked for. */
  readonly soldOut?: readonly number[];
}

/**
 * The demand of each SKU before `today`, from order lines in the order of their time. Cancelled, refunded and returned
 * units were no demand; a kit is demand for its components too. Of days of which no export tells nothing is known.
 */
export function demandHistories(
  lines: readonly OrderLine[],
  today: Day,
  kits: Kits = new Map(),
  exports: readonly OrderExport[] = [],
): ReadonlyMap<Sku, DemandHistory> {
  const histories = new Map<Sku, Growing>();
  let day = today;
  let ago = 0;
  const note = (sku: Sku, units: number) => {
    const history = histories.get(sku);
    if (history) add(history, history.days - ago, units);
    else histories.set(sku, { first: day, days: ago, soldOn: [0], sold: [units] });
  };
  for (const line of lines) {
    if (line.orderedAt >= today) continue;
    const units = demandOf(line, today);
    if (units <= 0) continue;
    if (!line.orderedAt.startsWith(day)) {
      day = orderDay(line);
      ago = daysBetween(day, today);
    }
    note(line.sku, units);
    for (const { sku, quantity } of kits.get(line.sku) ?? []) note(sku, units * quantity);
  }
  const untold = untoldDays(lines, today, exports);
  return untold.length === 0 ? histories : withUntold(histories, untold);
}

function withUntold(
  histories: ReadonlyMap<Sku, DemandHistory>,
  untold: readonly number[],
): ReadonlyMap<Sku, DemandHistory> {
  return new Map(
    [...histories].map(([sku, history]) => {
      const closed = untold.map((ago) => history.days - ago).filter((day) => day > 0);
      return [sku, closed.length === 0 ? history : { ...history, closed, untold: closed }];
    }),
  );
}

/** Units asked for on each day in turn: zeros where nothing was ordered, NaN where nobody could buy. */
export function dailyUnits({ days, soldOn, sold, closed = [] }: DemandHistory): Series {
  const units = new Float64Array(days);
  for (let i = 0; i < soldOn.length; i += 1) units[soldOn[i] ?? 0] = sold[i] ?? 0;
  for (const day of closed) units[day] = Number.NaN;
  return units;
}

/** Units asked for from the day `from`, counted like those of sales, until the day before `to`. */
export function unitsBetween({ soldOn, sold }: DemandHistory, from: number, to: number): number {
  let units = 0;
  for (let i = soldOn.length - 1; i >= 0 && (soldOn[i] ?? 0) >= from; i -= 1)
    if ((soldOn[i] ?? 0) < to) units += sold[i] ?? 0;
  return units;
}

interface Growing extends DemandHistory {
  readonly soldOn: number[];
  readonly sold: number[];
}

function add({ soldOn, sold }: Growing, day: number, units: number): void {
  const last = soldOn.length - 1;
  if (soldOn[last] === day) sold[last] = (sold[last] ?? 0) + units;
  else {
    soldOn.push(day);
    sold.push(units);
  }
}

function demandOf(line: OrderLine, today: Day): number {
  if (line.paymentState === 'refunded' || line.paymentState === 'voided') return 0;
  const cancelled =
    line.cancelledAt !== undefined && line.cancelledAt > today ? 0 : cancelledUnits(line);
  return line.quantity - cancelled - line.returnedQuantity;
}
