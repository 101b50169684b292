import { type Holding, stockoutDay } from '../forecast/stockout.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { PlannedSku } from './planned-sku.ts';
import type { Arrival } from './supply.ts';

/** On hand divided by the daily demand. */
export function daysOfCover({ forecast, position }: PlannedSku): number | undefined {
  return forecast && forecast.ratePerDay > 0 ? position.onHand / forecast.ratePerDay : undefined;
}

/** Whether open orders take all that is on hand. */
export function isOut({ position }: PlannedSku): boolean {
  return position.onHand <= position.committed;
}

/** Whether anything takes a SKU's stock away. A kit has none of its own: its parts run out. */
export function isTaken({ drain, supply, isKit }: PlannedSku): boolean {
  const own = supply.sources.length > 0 || supply.arrivals.length > 0;
  return (drain.outflow?.ratePerDay ?? 0) > 0 && (own || !isKit);
}

/**
 * The day by whose end a SKU has run out with a probability of `level`: what is on hand and known to come, less what open
 * orders take. Undefined when that is never, or later than a year ahead.
 */
export function runsOut(planned: PlannedSku, level: number, today: Day): Day | undefined {
  const { outflow } = planned.drain;
  if (!outflow || !isTaken(planned)) return undefined;
  return dayAt(stockoutDay(holdingOf(planned, today), outflow, level), today);
}

/** Goods that come in after a SKU has run out, and the middle day by whose end they have run out too. */
export interface NextStockout {
  readonly arrival: Day;
  readonly day: Day | undefined;
}

/** What comes after the first stockout, where goods are known to come. */
export function runsOutNext(planned: PlannedSku, today: Day): NextStockout | undefined {
  const { outflow } = planned.drain;
  if (!outflow || !isTaken(planned)) return undefined;
  const holding = holdingOf(planned, today);
  const first = stockoutDay(holding, outflow, 0.5);
  const next = holding.incoming.find(({ ahead }) => first !== undefined && ahead >= first);
  const until = next?.ahead ?? 0;
  const held = holding.incoming.reduce(
    (units, { ahead, units: more }) => (ahead <= until ? units + more : units),
    holding.units,
  );
  // What comes in is owed already.
  if (!next || held <= 0) return undefined;
  const day = dayAt(stockoutDay(holding, outflow, 0.5, next.ahead + 1), today);
  return { arrival: addDays(today, next.ahead), day };
}

function holdingOf({ position, supply }: PlannedSku, today: Day): Holding {
  return {
    units: position.onHand - position.committed,
    incoming: supply.arrivals
      .filter(({ quantityKnown }) => quantityKnown)
      .map((arrival) => ({
        ahead: Math.max(0, daysBetween(today, comesIn(arrival))),
        units: arrival.quantity,
      }))
      .toSorted((a, b) => a.ahead - b.ahead),
  };
}

/** As stated, and as late as its supplier usually is. */
function comesIn({ day, basis, terms }: Arrival): Day {
  return basis === 'override' ? day : addDays(day, terms.slipDays);
}

function dayAt(count: number | undefined, today: Day): Day | undefined {
  return count === undefined ? undefined : addDays(today, count - 1);
}
