import { demandQuantile, expectedOver } from '../../forecast/forecast.ts';
import { unitsBetween } from '../../forecast/history.ts';
import { addDays, type Day, daysBetween, spellDay } from '../../model/day.ts';
import { groupBy } from '../../model/group-by.ts';
import { customerLine, type OrderLine } from '../../model/order.ts';
import type { ShipPromise } from '../../model/promise.ts';
import { byBytes } from '../../model/sku.ts';
import { customerUnits } from '../../plan/kits.ts';
import type { Plan } from '../../plan/plan.ts';
import type { PlannedSku } from '../../plan/planned-sku.ts';
import { daysLate, promisedShipDay } from '../../plan/promise.ts';
import type { Part } from '../../plan/serve.ts';
import { runsOut } from '../../plan/stockout.ts';
import { latestPrices } from '../../suppliers/costs.ts';
import { shopCurrency } from '../../suppliers/revenue.ts';
import { harmless } from '../terminal.ts';
import type { DemandChart, DueUnits, RunsOut } from './charts.ts';

/** How far the timeline of stockouts reaches. */
export const timelineDays = 56;

/** The SKUs of the shop that may run out before the timeline ends, the soonest first. */
export function runningOut({ skus, today }: Plan): readonly RunsOut[] {
  const end = addDays(today, timelineDays);
  return skus
    .flatMap((planned): RunsOut[] => {
      const early = runsOut(planned, 0.1, today);
      if (!planned.inShop || planned.position.free <= 0 || !early || early >= end) return [];
      const { sku, supply } = planned;
      return [
        {
          sku: harmless(sku),
          early,
          middle: runsOut(planned, 0.5, today) ?? addDays(end, 1),
          late: runsOut(planned, 0.9, today),
          arrivals: supply.arrivals.map(({ day }) => day),
        },
      ];
    })
    .toSorted((a, b) => byBytes(a.middle, b.middle) || byBytes(a.early, b.early));
}

/** A SKU that matters, with what a week of it brings in. */
export interface Mover {
  readonly planned: PlannedSku;
  readonly perWeek: number;
  readonly worth?: number | undefined;
  readonly chart: DemandChart;
}

const weeksPast = 26;
const weeksAhead = 8;

/** The SKUs that bring in the most, by expected demand and the price they were sold at last. */
export function movers(plan: Plan, count: number, currency: string | undefined): readonly Mover[] {
  const prices = latestPrices(plan.lines, currency ?? shopCurrency(plan.lines));
  return plan.skus
    .flatMap((planned) => {
      const perWeek = planned.inShop ? expectedPerWeek(planned) : 0;
      const worth = (prices.get(planned.sku)?.amount ?? 0) * perWeek;
      return perWeek > 0 ? [{ planned, perWeek, worth }] : [];
    })
    .toSorted((a, b) => b.worth - a.worth || b.perWeek - a.perWeek)
    .slice(0, count)
    .map((mover) => ({
      ...mover,
      worth: mover.worth || undefined,
      chart: demandOf(mover.planned, plan),
    }));
}

function expectedPerWeek({ forecast }: PlannedSku): number {
  return (forecast?.ratePerDay ?? 0) * 7;
}

function demandOf({ forecast }: PlannedSku, { today }: Plan): DemandChart {
  if (!forecast) return { past: [], ahead: [] };
  const { history } = forecast;
  const past = Array.from({ length: weeksPast }, (_, i) => {
    const to = history.days - 7 * (weeksPast - 1 - i);
    const from = addDays(today, -7 * (weeksPast - i));
    return { from, units: unitsBetween(history, to - 7, to) };
  });
  const perWeek = forecast.shop.grain.name === 'day' ? 7 : 1;
  const low = demandQuantile(forecast, perWeek, 0.1);
  const high = demandQuantile(forecast, perWeek, 0.9);
  const ahead = Array.from({ length: weeksAhead }, (_, i) => ({
    from: addDays(today, 7 * i),
    units: expectedOver(forecast, 7 * (i + 1)) - expectedOver(forecast, 7 * i),
    low,
    high,
  }));
  return { past, ahead };
}

/** How a part of an open order stands against what was promised. */
export function stateOf(part: Part, promise: ShipPromise | undefined, today: Day): string {
  if (part.shipDate === undefined) return 'no date';
  const late = daysLate(part, promise, today);
  if (late === undefined) return 'ships without a promise';
  return late > 0 ? 'ships late' : 'ships in time';
}

const weeksOfOrders = 8;

/** Units of open orders by the week in which they were to ship, the overdue in one, the far ones in another. */
export function dueUnits(plan: Plan, promise: ShipPromise | undefined): readonly DueUnits[] {
  const { today, parts } = plan;
  const sums = new Map<string, { order: number; week: string; state: string; units: number }>();
  for (const part of parts) {
    const due = promisedShipDay(part.line, promise) ?? part.line.promisedDeliveryDate;
    const ahead = due === undefined ? undefined : Math.floor(daysBetween(today, due) / 7);
    const [order, week] = weekOf(ahead, today);
    const state = stateOf(part, promise, today);
    const key = `${order}\0${state}`;
    const sum = sums.get(key) ?? { order, week, state, units: 0 };
    sums.set(key, { ...sum, units: sum.units + part.quantity });
  }
  return [...sums.values()].toSorted((a, b) => a.order - b.order);
}

function weekOf(ahead: number | undefined, today: Day): [number, string] {
  if (ahead === undefined) return [weeksOfOrders + 1, 'no promise'];
  if (ahead < 0) return [-1, 'overdue'];
  if (ahead >= weeksOfOrders) return [weeksOfOrders, 'later'];
  return [ahead, spellDay(addDays(today, 7 * ahead)).replace(/ \d{4}$/, '')];
}

/** What may be lost, in the shop's currency, with what it is counted from. */
export interface AtRisk {
  readonly what: string;
  readonly units: number;
  readonly amount?: number | undefined;
  readonly how: string;
}

/** Money that late orders and empty shelves put at risk. */
export function atRisk(
  plan: Plan,
  promise: ShipPromise | undefined,
  currency: string | undefined,
): readonly AtRisk[] {
  const { today, parts, lines, skus } = plan;
  const own = currency ?? shopCurrency(lines);
  const prices = latestPrices(lines, own);
  const priceOf = ({ sku, unitPrice, currency: stated = own }: OrderLine) =>
    (stated === own ? unitPrice : undefined) ?? prices.get(sku)?.amount;
  const orders = (what: string, how: string, isMeant: (part: Part) => boolean): AtRisk =>
    worthOf(
      what,
      how,
      [...groupBy(parts.filter(isMeant), ({ line }) => customerLine(line))].map(([line, some]) => ({
        units: customerUnits(some),
        price: priceOf(line),
      })),
    );
  const out = skus.filter(
    (planned) =>
      planned.inShop && planned.verdict.status === 'unavailable' && expectedPerWeek(planned) > 0,
  );
  return [
    orders(
      'Open orders that cannot be filled',
      'units × price of the order',
      ({ state }) => state === 'unfillable',
    ),
    orders(
      'Open orders without a date',
      'units × price of the order',
      (part) => part.state !== 'unfillable' && part.shipDate === undefined,
    ),
    orders(
      'Open orders that ship late',
      'units × price of the order',
      (part) => stateOf(part, promise, today) === 'ships late',
    ),
    worthOf(
      'Sales missed in a week of what cannot be bought',
      'expected demand of a week × the price it was sold at last',
      out.map((planned) => ({
        units: expectedPerWeek(planned),
        price: prices.get(planned.sku)?.amount,
      })),
    ),
  ];
}

/** What units are worth; no amount where none has a price in the shop's currency. */
function worthOf(
  what: string,
  how: string,
  items: readonly { readonly units: number; readonly price: number | undefined }[],
): AtRisk {
  const unitsOf = (some: typeof items) => some.reduce((sum, { units }) => sum + units, 0);
  const priced = items.filter(({ price }) => price !== undefined);
  const untold = Math.round(unitsOf(items) - unitsOf(priced));
  const isKnown = priced.length > 0 || items.length === 0;
  return {
    what,
    units: Math.round(unitsOf(items)),
    amount: isKnown
      ? priced.reduce((sum, { units, price = 0 }) => sum + units * price, 0)
      : undefined,
    how: untold === 0 ? how : `${how}; ${untold} without a price are not in it`,
  };
}
