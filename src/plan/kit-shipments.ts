import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import type { OrderLine } from '../model/order.ts';
import { orderKey, type Shipment } from '../model/shipment.ts';
import { byBytes } from '../model/sku.ts';
import { wholeKits } from './kits.ts';
import type { OwnArticle } from './own-units.ts';

/** Units of one part of a kit that left for a line of the kit. */
interface PartParcel {
  readonly line: OrderLine;
  readonly part: string;
  readonly units: number;
  readonly shipment: Shipment;
}

/**
 * Shipments that name the parts of a kit, as purchase orders do, told as shipments of the kit: it has left when all that a
 * kit needs has. Parts that make no whole kit yet are told nothing of.
 */
export function withKitShipments(
  shipments: readonly Shipment[],
  lines: readonly OrderLine[],
  articles: ReadonlyMap<string, readonly OwnArticle[]>,
  kits: Kits,
): readonly Shipment[] {
  if (kits.size === 0) return shipments;
  const orders = groupBy(lines, ({ orderId }) => orderKey(orderId));
  const found = shipments.map((shipment) =>
    partParcel(shipment, orders.get(orderKey(shipment.orderId)) ?? [], articles, kits),
  );
  const others = shipments.filter((_, i) => found[i] === undefined);
  const byLine = groupBy(
    found.flatMap((parcel) => parcel ?? []),
    ({ line }) => line,
  );
  return [...others, ...[...byLine].flatMap(([line, parcels]) => kitParcels(line, parcels, kits))];
}

/** Undefined where it is no part of a kit of its order, or where the order has the article itself. */
function partParcel(
  shipment: Shipment,
  lines: readonly OrderLine[],
  articles: ReadonlyMap<string, readonly OwnArticle[]>,
  kits: Kits,
): PartParcel | undefined {
  const { sku, lineId, quantity, supplier } = shipment;
  if (sku === undefined || lines.some((line) => line.sku === sku)) return undefined;
  const theirs = (articles.get(sku) ?? []).filter(
    (article) => supplier === undefined || article.supplier === supplier,
  );
  const named = [{ sku, numerator: 1, denominator: 1 }, ...theirs];
  for (const line of lines.filter((own) => lineId === undefined || own.lineId === lineId)) {
    const parts = kits.get(line.sku) ?? [];
    const article = named.find((one) => parts.some((part) => part.sku === one.sku));
    if (!article) continue;
    const units = Math.floor((quantity * article.numerator) / article.denominator);
    return { line, part: article.sku, units, shipment };
  }
  return undefined;
}

/** The kits that were complete on each day. */
function kitParcels(line: OrderLine, parcels: readonly PartParcel[], kits: Kits): Shipment[] {
  const days = [...new Set(parcels.map(({ shipment }) => shipment.shippedAt))].toSorted(byBytes);
  let told = 0;
  return days.flatMap((day) => {
    const complete = completeBy(day, line, parcels, kits);
    const quantity = complete - told;
    told = complete;
    const [last] = parcels.filter(({ shipment }) => shipment.shippedAt === day).slice(-1);
    if (quantity <= 0 || !last) return [];
    const suppliers = new Set(parcels.map(({ shipment }) => shipment.supplier));
    return [
      {
        ...last.shipment,
        lineId: line.lineId,
        sku: line.sku,
        quantity,
        supplier: suppliers.size === 1 ? last.shipment.supplier : undefined,
        tracking: undefined,
        after: 0,
      },
    ];
  });
}

function completeBy(day: Day, line: OrderLine, parcels: readonly PartParcel[], kits: Kits): number {
  const left = parcels.filter(({ shipment }) => shipment.shippedAt <= day);
  return wholeKits(kits.get(line.sku) ?? [], ({ sku }) =>
    left.reduce((sum, parcel) => (parcel.part === sku ? sum + parcel.units : sum), 0),
  );
}
