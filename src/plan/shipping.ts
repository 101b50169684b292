import { addDays, type Day, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { orderIdentity } from '../model/order.ts';
import { byBytes } from '../model/sku.ts';
import type { Part } from './serve.ts';

/**
 * Lets goods of an order wait for others of it, as long as none waits longer than `days`: they ship together on the
 * latest of their dates. Without a limit the whole order ships on the date of its last part, on none while a part has
 * none.
 */
export function holdTogether(parts: readonly Part[], days: number): Part[] {
  if (days === 0) return [...parts];
  const orders = groupBy(
    parts.filter(({ line }) => line.orderId !== ''),
    ({ line }) => orderIdentity(line),
  );
  const held = new Map<Part, Part>();
  for (const order of orders.values())
    for (const consignment of consignments(order, days))
      for (const part of consignment) held.set(part, holdPart(part, consignment));
  return parts.map((part) => held.get(part) ?? part);
}

/** What of an order ships together. */
function consignments(order: readonly Part[], days: number): Part[][] {
  if (days === Number.POSITIVE_INFINITY) return [[...order]];
  const together: Part[][] = [];
  let until: Day | undefined;
  const dated = order.flatMap((part) =>
    part.shipDate === undefined ? [] : [{ part, day: part.shipDate }],
  );
  for (const { part, day } of dated.toSorted((a, b) => byBytes(a.day, b.day))) {
    const last = together.at(-1);
    if (last && until !== undefined && day <= until) last.push(part);
    else {
      together.push([part]);
      until = addDays(day, days);
    }
  }
  return together;
}

/**
 * A part that ships with others: on the latest of their dates, on none while one of them has none. Where all that they
 * wait for are each other's dispatch days, each is to be ordered now.
 */
export function holdPart(
  part: Part,
  others: readonly Part[],
  blockedBy: (slowest: Part) => string = ({ line }) => `line ${line.lineId}`,
): Part {
  const undated = others.find(({ shipDate }) => shipDate === undefined);
  if (undated)
    return part.shipDate === undefined
      ? part
      : wait({ ...part, shipDate: undefined, deliverBy: undefined }, undated, blockedBy(undated));
  const slowest = others.reduce((a, b) => ((b.shipDate ?? '') > (a.shipDate ?? '') ? b : a));
  if (slowest.shipDate === part.shipDate) return part;
  const deliverBy = others.reduce<Day | undefined>(
    (latest, { deliverBy: day }) =>
      day === undefined || latest === undefined ? (latest ?? day) : laterDay(latest, day),
    undefined,
  );
  const held = { ...part, shipDate: slowest.shipDate, deliverBy };
  return others.every(isThere)
    ? { ...held, basis: slowest.basis }
    : wait(held, slowest, blockedBy(slowest));
}

function isThere({ state }: Part): boolean {
  return state === 'ship-now' || state === 'forwarded';
}

function wait(part: Part, { basis }: Part, blockedBy: string): Part {
  const state = part.state === 'ship-now' ? 'waiting' : part.state;
  return { ...part, state, basis: part.shipDate && basis, blockedBy };
}
