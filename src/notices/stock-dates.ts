import { addDays, type Day, laterDay, workingDaysAfter } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { once } from '../model/once.ts';
import { orderIdentity } from '../model/order.ts';
import type { Plan } from '../plan/plan.ts';
import type { Part } from '../plan/serve.ts';

/** When goods that are sent off on a day ship and arrive. */
export type SentOff = (day: Day) => { readonly shipDate: Day; readonly deliverBy: Day };

/** Tells of parts that all lie in stock when they would have shipped, had they been sent off on another day; else undefined. */
export function stockDates({ skus, parts }: Plan): (own: readonly Part[]) => SentOff | undefined {
  const supplies = new Map(skus.map(({ sku, supply }) => [sku, supply]));
  const byOrder = once(() => groupBy(parts.filter(isInStock), ({ line }) => orderIdentity(line)));
  const datesOf = ({ line: { sku }, supplier, toldOn }: Part, day: Day) => {
    const supply = supplies.get(sku);
    const source = supply?.sources.find((candidate) => candidate.supplier === supplier);
    const terms = source?.terms ?? supply?.preferred;
    const { holidays = new Set<Day>(), dispatchDays = 0, transitDays = 0 } = terms ?? {};
    const days = source?.dispatchDays ?? dispatchDays;
    const leaves = workingDaysAfter(toldOn ?? day, days, holidays);
    // What a supplier should have sent by then leaves on the next working day.
    const shipDate = toldOn ? laterDay(leaves, workingDaysAfter(day, 0, holidays)) : leaves;
    return { shipDate, deliverBy: addDays(shipDate, transitDays) };
  };
  return (own) => {
    const [first] = own;
    if (!first || !own.every(isInStock)) return undefined;
    // Goods that wait for others of their order leave with these.
    const held = new Set(own.flatMap((part) => (isHeld(part) ? [part.shipDate] : [])));
    const mates = held.size === 0 ? [] : (byOrder().get(orderIdentity(first.line)) ?? []);
    const together = [...own, ...mates.filter((mate) => !isHeld(mate) && held.has(mate.shipDate))];
    return (day) =>
      together
        .map((part) => datesOf(part, day))
        .reduce((a, b) => ({
          shipDate: laterDay(a.shipDate, b.shipDate),
          deliverBy: laterDay(a.deliverBy, b.deliverBy),
        }));
  };
}

function isInStock({ basis }: Part): boolean {
  return basis === 'stock';
}

function isHeld({ state }: Part): boolean {
  return state === 'waiting';
}
