import type { OrderLine } from '../model/order.ts';
import { type Desk, type Left, leftOf } from './forwarding.ts';
import { nextSource } from './next-source.ts';
import { takeOff } from './pool.ts';

/**
 * Takes off what was shipped on or after the date of the shipping supplier's file and not forwarded before it. What left who knows
 * when did so on the day of its order, or later.
 */
export function draw(desk: Desk, line: OrderLine): void {
  if (line.fulfilledQuantity === 0 && line.parcels === undefined) return;
  for (const left of leftOf(desk, line)) drawUnits(desk, left);
}

/** Takes what left off the supplier that shipped it, else off those that would. */
export function drawUnits({ supply }: Desk, { units, day: shipped, supplier, told }: Left): void {
  if (supply.sources.every(({ offer }) => shipped < offer.asOf)) return;
  let needed = units;
  const own = supply.sources.filter((source) => source.supplier === supplier);
  while (needed > 0) {
    const source =
      supplier === undefined
        ? nextSource(supply.sources, needed, ({ usable }) => usable)
        : own.find(({ usable }) => usable > 0);
    if (!source || shipped < source.offer.asOf) return;
    if (told?.supplier === source.supplier && told.day < source.offer.asOf) return;
    const taken = Math.min(needed, source.usable);
    takeOff(source, taken);
    needed -= taken;
  }
}
