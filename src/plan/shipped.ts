import type { Day } from '../model/day.ts';
import type { OrderLine, Parcel } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import type { Shipment } from '../model/shipment.ts';
import { type Dispatch, findDispatches } from './dispatches.ts';
import { cancelledBy, fulfilledBy } from './outstanding.ts';
import type { OwnArticle } from './own-units.ts';

/**
 * Order lines as they stand with the shipments known on a day: of a line as much is fulfilled as its export or its
 * shipments say, whichever is more, and never more than was ordered and not cancelled. A shipment that finds no line,
 * or is too much for its lines, is a problem and changes nothing.
 */
export function withShipments(
  lines: readonly OrderLine[],
  shipments: readonly Shipment[],
  articles: ReadonlyMap<string, readonly OwnArticle[]>,
  today: Day,
): { readonly lines: readonly OrderLine[]; readonly problems: readonly Problem[] } {
  const known = shipments.filter(({ shippedAt }) => shippedAt <= today);
  if (known.length === 0) return { lines, problems: [] };
  const { dispatches, problems } = findDispatches(known, lines, articles);
  const hold: Hold = { parcels: new Map(), today };
  const excess = new Map<string, Problem>();
  const shipped = new Map<string, number>();
  for (const dispatch of dispatches) {
    const key = JSON.stringify(dispatch.lines.map(({ orderId, lineId }) => [orderId, lineId]));
    const units = (shipped.get(key) ?? 0) + dispatch.units;
    shipped.set(key, units);
    if (load(hold, dispatch) > 0) excess.set(key, tooMuch(dispatch, units, today));
  }
  return {
    lines: lines.map((line) => shippedLine(line, hold.parcels.get(line), today)),
    problems: [...problems, ...excess.values()],
  };
}

/** What has been put on which line so far. */
interface Hold {
  readonly parcels: Map<OrderLine, readonly Parcel[]>;
  readonly today: Day;
}

/** Puts a dispatch on its lines, first on those that their export says have left; the units for which there is no room. */
function load(hold: Hold, { lines, units, shipment }: Dispatch): number {
  const { today } = hold;
  let left = units;
  const room = (line: OrderLine, limit: number) => limit - unitsOf(hold.parcels.get(line));
  for (const limitOf of [fulfilledBy, roomOn]) {
    for (const line of lines) {
      const taken = Math.min(left, room(line, Math.min(limitOf(line, today), roomOn(line, today))));
      if (taken <= 0) continue;
      left -= taken;
      const { shippedAt, tracking, place } = shipment;
      const supplier = shipment.supplier ?? line.supplier;
      const parcel = { units: taken, day: shippedAt, supplier, tracking, place };
      hold.parcels.set(line, [...(hold.parcels.get(line) ?? []), parcel]);
    }
  }
  return left;
}

function unitsOf(parcels: readonly Parcel[] = []): number {
  return parcels.reduce((sum, { units }) => sum + units, 0);
}

/** Units of a line that can have left. */
function roomOn(line: OrderLine, today: Day): number {
  return Math.max(0, line.quantity - cancelledBy(line, today));
}

function tooMuch({ lines, shipment }: Dispatch, shipped: number, today: Day): Problem {
  return {
    kind: 'shipment-exceeds-order',
    place: shipment.place,
    value: lines[0]?.sku,
    order: shipment.orderId,
    ordered: lines.reduce((sum, line) => sum + roomOn(line, today), 0),
    shipped,
  };
}

function shippedLine(
  line: OrderLine,
  parcels: readonly Parcel[] | undefined,
  today: Day,
): OrderLine {
  if (!parcels) return line;
  const [exported, shipped] = [fulfilledBy(line, today), unitsOf(parcels)];
  const lastDay = parcels.at(-1)?.day;
  return {
    ...line,
    fulfilledQuantity: Math.max(exported, shipped),
    fulfilledAt: exported > shipped ? line.fulfilledAt : lastDay,
    parcels,
  };
}
