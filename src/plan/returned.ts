import type { Day } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { asParcel, type Cause, type Return } from '../model/return.ts';
import { type Dispatch, findDispatches, type Lost, putOn } from './dispatches.ts';
import { fulfilledBy } from './outstanding.ts';
import type { OwnArticle } from './own-units.ts';

/** Units of an order line that came back or were complained of. */
export interface Returned {
  readonly line: OrderLine;
  readonly units: number;
  /** Undefined where only the export of the orders tells of it. */
  readonly day?: Day | undefined;
  readonly reason?: string | undefined;
  readonly cause?: Cause | undefined;
  readonly supplier?: string | undefined;
  /** Where it is told. */
  readonly place: Place;
}

/**
 * Puts the returns known on a day on their order lines: of each no more than was shipped, which the lines must tell
 * already. A return that finds no line, or is too much for its lines, is a problem and changes nothing.
 */
export function findReturned(
  lines: readonly OrderLine[],
  returns: readonly Return[],
  articles: ReadonlyMap<string, readonly OwnArticle[]>,
  today: Day,
): {
  readonly returned: ReadonlyMap<OrderLine, readonly Returned[]>;
  readonly problems: readonly Problem[];
} {
  const known = returns.filter(({ returnedAt }) => returnedAt <= today).map(asParcel);
  if (known.length === 0) return { returned: new Map(), problems: [] };
  const { dispatches, lost } = findDispatches(known, lines, articles);
  const returned = new Map<OrderLine, readonly Returned[]>();
  const unitsOn = (line: OrderLine) => unitsOf(returned.get(line));
  const shipped = (line: OrderLine) => fulfilledBy(line, today);
  const exported = (line: OrderLine) => Math.min(line.returnedQuantity, shipped(line));
  const excess = new Map<OrderLine | undefined, Problem>();
  for (const dispatch of dispatches) {
    const { returnedAt: day, reason, cause, supplier, place } = dispatch.shipment;
    const left = putOn(dispatch, [exported, shipped], unitsOn, (line, units) => {
      const one = { line, units, day, reason, cause, supplier, place };
      returned.set(line, [...(returned.get(line) ?? []), one]);
    });
    const [first] = dispatch.lines;
    const before = excess.get(first);
    if (left > 0)
      excess.set(first, tooMuch(dispatch, left, sumOf(dispatch.lines, shipped), before));
  }
  return { returned, problems: [...lost.map(asProblem), ...excess.values()] };
}

/** Units that came back, of one line. */
export function unitsOf(returned: readonly Returned[] = []): number {
  return sumOf(returned, ({ units }) => units);
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function asProblem({ shipment, isOrderKnown }: Lost): Problem {
  const { orderId: order, sku, lineId, quantity: units, place } = shipment;
  const value = sku ?? lineId;
  return isOrderKnown
    ? { kind: 'return-without-line', place, value, order }
    : { kind: 'return-without-order', place, value, order, units };
}

/** What came back of some lines beyond what was shipped of them; `before` is what was found so already. */
function tooMuch(
  { lines, shipment: { place, orderId: order } }: Dispatch,
  left: number,
  shipped: number,
  before: Problem | undefined,
): Problem {
  const returned = left + (before?.kind === 'return-exceeds-shipped' ? before.returned : shipped);
  const kind = 'return-exceeds-shipped';
  return { kind, place, value: lines[0]?.sku, order, shipped, returned };
}
