import type { OrderLine } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import { draw } from './draw.ts';
import type { Family } from './family.ts';
import { outstandingUnits } from './outstanding.ts';
import { refill } from './pool.ts';
import { type Part, serve, serveForwarded } from './serve.ts';
import { type Count, drawKit, type Made, serveKit } from './serve-kit.ts';

/** What open orders mean for the stock of one SKU. */
export interface Allocation {
  /** Something of it, or of a kit that it is part of, is owed. */
  readonly isOpen: boolean;
  /** Outstanding units that are not yet in a supplier's number. */
  readonly committed: number;
  /** What is owed of a kit and made of its parts. */
  readonly made: Made;
}

const nothingMade: Made = { kits: 0, ahead: 0 };

export const nothingOwed: Allocation = { isOpen: false, committed: 0, made: nothingMade };

/**
 * Takes off the suppliers' numbers what was shipped since their files' dates, then serves the open lines in order:
 * from stock first, then from arrivals. Changes the `usable` and `left` of the supplies it is given.
 */
export function allocate(family: Family): ReadonlyMap<Sku, Allocation> {
  for (const line of family.lines) {
    const desk = family.desks.get(line.sku);
    if (desk && family.kits.has(line.sku)) drawKit(family, desk, line);
    else if (desk) draw(desk, line);
  }
  return serveAll(family);
}

/** How each of the lines is filled, from supplies that `allocate` went over. */
export function partsOf(family: Family): ReadonlyMap<OrderLine, readonly Part[]> {
  const parts = new Map<OrderLine, Part[]>();
  serveAll(family, parts);
  return parts;
}

/** Parts are put down where they are asked for only: a large shop has as many of them as order lines. */
function serveAll(
  family: Family,
  parts?: Map<OrderLine, readonly Part[]>,
): ReadonlyMap<Sku, Allocation> {
  for (const { supply } of family.desks.values()) {
    for (const source of supply.sources) refill(source, source.usable);
    for (const arrival of supply.arrivals) refill(arrival, arrival.quantity);
  }
  const committed = new Map<Sku, number>();
  const made = new Map<Sku, Made>();
  const add: Count = (sku, units, { kits, ahead } = nothingMade) => {
    committed.set(sku, (committed.get(sku) ?? 0) + units);
    const before = made.get(sku) ?? nothingMade;
    made.set(sku, { kits: before.kits + kits, ahead: before.ahead + ahead });
  };
  const rests: (() => void)[] = [];
  for (const line of family.lines) {
    const own: Part[] | undefined = parts && [];
    const rest = serveLine(family, line, add, own);
    if (rest) rests.push(rest);
    if (own) parts?.set(line, own);
  }
  for (const rest of rests) rest();
  return new Map(
    [...family.desks.keys()].map((sku) => [
      sku,
      {
        isOpen: committed.has(sku),
        committed: committed.get(sku) ?? 0,
        made: made.get(sku) ?? nothingMade,
      },
    ]),
  );
}

/**
 * Serves what suppliers were told of a line: they keep it for that line, whoever ordered before. What it returns serves
 * the rest. `add` is told the units that are in no supplier's number.
 */
function serveLine(
  family: Family,
  line: OrderLine,
  add: Count,
  parts: Part[] | undefined,
): (() => void) | undefined {
  const desk = family.desks.get(line.sku);
  const owed = desk ? outstandingUnits(line, desk.today) : 0;
  if (!desk || owed === 0) return undefined;
  if (family.kits.has(line.sku)) return serveKit(family, desk, { line, units: owed }, add, parts);
  const { committed, unbound } = serveForwarded(desk, line, owed, parts);
  add(line.sku, committed + unbound);
  return () => serve(desk, { line, bound: undefined, units: unbound }, parts);
}
