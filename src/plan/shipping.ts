import { type Day, laterDay } from '../model/day.ts';
import type { Part } from './allocation.ts';

/** Lets each order ship as a whole: on the latest date of its parts, on none while one of them has none. */
export function holdTogether(parts: readonly Part[]): Part[] {
  const orders = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.line.orderId === '') continue;
    const key = `${part.line.channel ?? ''}\0${part.line.orderId}`;
    orders.set(key, [...(orders.get(key) ?? []), part]);
  }
  return parts.map((part) => {
    const order = orders.get(`${part.line.channel ?? ''}\0${part.line.orderId}`);
    return order === undefined ? part : held(part, order);
  });
}

function held(part: Part, order: readonly Part[]): Part {
  const undated = order.find(({ shipDate }) => shipDate === undefined);
  if (undated) return part === undated ? part : wait(part, undated, undefined, undefined);
  const slowest = order.reduce((a, b) => ((b.shipDate ?? '') > (a.shipDate ?? '') ? b : a));
  if (slowest.shipDate === part.shipDate) return part;
  const deliverBy = order.reduce<Day | undefined>(
    (latest, { deliverBy: day }) =>
      day === undefined || latest === undefined ? (latest ?? day) : laterDay(latest, day),
    undefined,
  );
  return wait(part, slowest, slowest.shipDate, deliverBy);
}

function wait(
  part: Part,
  other: Part,
  shipDate: Day | undefined,
  deliverBy: Day | undefined,
): Part {
  const state = part.state === 'ship-now' ? 'waiting' : part.state;
  return {
    ...part,
    state,
    shipDate,
    deliverBy,
    basis: shipDate && other.basis,
    blockedBy: `line ${other.line.lineId}`,
  };
}
