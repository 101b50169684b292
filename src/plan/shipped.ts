import type { Day } from '../model/day.ts';
import type { Kits } from '../model/kit.ts';
import type { OrderLine, Parcel } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import type { Shipment } from '../model/shipment.ts';
import { type Dispatch, findDispatches, type Lost, putOn } from './dispatches.ts';
import { withKitShipments } from './kit-shipments.ts';
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
  kits: Kits,
  today: Day,
): { readonly lines: readonly OrderLine[]; readonly problems: readonly Problem[] } {
  const shippedBy = shipments.filter(({ shippedAt }) => shippedAt <= today);
  if (shippedBy.length === 0) return { lines, problems: [] };
  const known = withKitShipments(shippedBy, lines, articles, kits);
  const { dispatches, lost } = findDispatches(known, lines, articles);
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
    problems: [...lost.map(asProblem), ...excess.values()],
  };
}

/** What has been put on which line so far. */
interface Hold {
  readonly parcels: Map<OrderLine, readonly Parcel[]>;
  readonly today: Day;
}

/** Puts a dispatch on its lines, first on those that their export says have left; the units for which there is no room. */
function load({ parcels, today }: Hold, dispatch: Dispatch): number {
  const { shippedAt: day, tracking, place, supplier } = dispatch.shipment;
  const room = (line: OrderLine) => roomOn(line, today);
  const exported = (line: OrderLine) => Math.min(fulfilledBy(line, today), room(line));
  const unitsOn = (line: OrderLine) => unitsOf(parcels.get(line));
  return putOn(dispatch, [exported, room], unitsOn, (line, units) => {
    const parcel = { units, day, supplier: supplier ?? line.supplier, tracking, place };
    parcels.set(line, [...(parcels.get(line) ?? []), parcel]);
  });
}

function unitsOf(parcels: readonly Parcel[] = []): number {
  return parcels.reduce((sum, { units }) => sum + units, 0);
}

/** Units of a line that can have left. */
function roomOn(line: OrderLine, today: Day): number {
  return Math.max(0, line.quantity - cancelledBy(line, today));
}

function asProblem({ shipment, isOrderKnown }: Lost): Problem {
  const { orderId: order, sku, lineId, quantity: units, place } = shipment;
  const value = sku ?? lineId;
  return isOrderKnown
    ? { kind: 'shipment-without-line', place, value, order }
    : { kind: 'shipment-without-order', place, value, order, units };
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
    leftUnseen: exported > shipped ? line.leftUnseen : undefined,
    parcels,
  };
}
