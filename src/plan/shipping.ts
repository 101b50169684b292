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

/** A part that ships with others: on the latest of their dates, on none while one of them has none. */
export function holdPart(
  part: Part,
  others: readonly Part[],
  blockedBy: (slowest: Part) => string = ({ line }) => `line ${line.lineId}`,
): Part {
  const undated = others.find(({ shipDate }) => shipDate === undefined);
  if (undated)
    return part.shipDate === undefined
      ? part
      : wait(part, undated, { shipDate: undefined, deliverBy: undefined }, blockedBy(undated));
  const slowest = others.reduce((a, b) => ((b.shipDate ?? '') > (a.shipDate ?? '') ? b : a));
  if (slowest.shipDate === part.shipDate) return part;
  const deliverBy = others.reduce<Day | undefined>(
    (latest, { deliverBy: day }) =>
      day === undefined || latest === undefined ? (latest ?? day) : laterDay(latest, day),
    undefined,
  );
  return wait(part, slowest, { shipDate: slowest.shipDate, deliverBy }, blockedBy(slowest));
}

function wait(
  part: Part,
  { basis }: Part,
  { shipDate, deliverBy }: Pick<Part, 'shipDate' | 'deliverBy'>,
  blockedBy: string,
): Part {
  const state = part.state === 'ship-now' ? 'waiting' : part.state;
  return { ...part, state, shipDate, deliverBy, basis: shipDate && basis, blockedBy };
}
