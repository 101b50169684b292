import { groupBy } from '../model/group-by.ts';
import type { OrderLine } from '../model/order.ts';
import { byWord, orderKey, type Shipment, trackingKey } from '../model/shipment.ts';
import { byBytes } from '../model/sku.ts';
import type { OwnArticle } from './own-units.ts';

/** Units that left for a line, or for the lines of one article among which the shipment does not choose. */
export interface Dispatch<Told extends Shipment = Shipment> {
  readonly lines: readonly OrderLine[];
  /** In our units, like `after`. */
  readonly units: number;
  readonly after: number;
  readonly shipment: Told;
}

/** A shipment of which no line is known. */
export interface Lost {
  readonly shipment: Shipment;
  /** Its order is known, but which of its lines it was is not. */
  readonly isOrderKnown: boolean;
}

/** Finds the lines of each shipment and tells each parcel once, however many files tell of it. In the order of days. */
export function findDispatches<Told extends Shipment>(
  shipments: readonly Told[],
  lines: readonly OrderLine[],
  articles: ReadonlyMap<string, readonly OwnArticle[]>,
): { readonly dispatches: readonly Dispatch<Told>[]; readonly lost: readonly Lost[] } {
  const keys = shipments.map(({ orderId }) => orderKey(orderId)).filter((key) => key !== '');
  const orders = linesByOrder(lines, new Set(keys));
  const lost: Lost[] = [];
  const found = new Map<string, Dispatch<Told>[]>();
  for (const shipment of shipments.toSorted(byWord)) {
    const ofOrder = orders.get(orderKey(shipment.orderId)) ?? [];
    const dispatch = dispatchOf(shipment, ofOrder, articles);
    if (!dispatch) {
      lost.push({ shipment, isOrderKnown: ofOrder.length > 0 });
      continue;
    }
    const key = JSON.stringify(dispatch.lines.map(({ orderId, lineId }) => [orderId, lineId]));
    const known = found.get(key);
    if (known) known.push(dispatch);
    else found.set(key, [dispatch]);
  }
  const dispatches = [...found.values()].flatMap(tellOnce).toSorted(byDay);
  return { dispatches, lost };
}

function byDay(a: Dispatch, b: Dispatch): number {
  return byBytes(a.shipment.shippedAt, b.shipment.shippedAt) || byWord(a.shipment, b.shipment);
}

function linesByOrder(
  lines: readonly OrderLine[],
  wanted: ReadonlySet<string>,
): Map<string, OrderLine[]> {
  const keyOf = ({ orderId }: OrderLine) => orderKey(orderId);
  return groupBy(
    lines.filter((line) => wanted.has(keyOf(line))),
    keyOf,
  );
}

/** By the line's own name, else by our SKU, else by the supplier's number; an order of one article needs none. */
function dispatchOf<Told extends Shipment>(
  shipment: Told,
  lines: readonly OrderLine[],
  articles: ReadonlyMap<string, readonly OwnArticle[]>,
): Dispatch<Told> | undefined {
  const { lineId, sku, quantity: units, after } = shipment;
  const named = lines.filter(
    (line) => line.lineId === lineId && (sku === undefined || line.sku === sku),
  );
  if (named.length > 0) return { lines: named, units, after, shipment };
  if (sku === undefined) {
    const isSingle = new Set(lines.map((line) => line.sku)).size === 1;
    return isSingle ? { lines, units, after, shipment } : undefined;
  }
  const own = lines.filter((line) => line.sku === sku);
  if (own.length > 0) return { lines: own, units, after, shipment };
  return dispatchByNumber(shipment, lines, articles.get(sku) ?? []);
}

/** A supplier's number says which article of ours it is only where it can be no other of the same order. */
function dispatchByNumber<Told extends Shipment>(
  shipment: Told,
  lines: readonly OrderLine[],
  articles: readonly OwnArticle[],
): Dispatch<Told> | undefined {
  const { supplier, quantity, after } = shipment;
  const possible = articles.filter(
    (article) =>
      (supplier === undefined || article.supplier === supplier) &&
      lines.some(({ sku }) => sku === article.sku),
  );
  const [article] = possible;
  if (!article || possible.some(({ sku }) => sku !== article.sku)) return undefined;
  const { numerator, denominator } = article;
  const own = (units: number) => Math.floor((units * numerator) / denominator);
  return {
    lines: lines.filter(({ sku }) => sku === article.sku),
    units: own(quantity),
    after: own(after),
    shipment,
  };
}

/** Tells each parcel for the same lines once; they come in the order of their words. */
function tellOnce<Told extends Shipment>(
  told: readonly Dispatch<Told>[],
): readonly Dispatch<Told>[] {
  const [only, ...others] = told;
  // The usual case: one parcel, told of once. One that holds nothing was taken back.
  if (only && others.length === 0 && only.after === 0) return only.units > 0 ? told : [];
  const tracked = new Map<string, Dispatch<Told>>();
  const untracked = new Map<string, Dispatch<Told>>();
  for (const dispatch of told) {
    const { tracking, supplier, shippedAt, after } = dispatch.shipment;
    const [parcels, key] =
      tracking === undefined
        ? [untracked, JSON.stringify([supplier, shippedAt, after])]
        : [tracked, JSON.stringify([trackingKey(tracking), after])];
    parcels.set(key, withEarlier(dispatch, parcels.get(key)));
  }
  return withUntracked([...tracked.values()], [...untracked.values()]).filter(
    ({ units }) => units > 0,
  );
}

/** The later word counts; a supplier, a carrier or a delivery that only an earlier one tells stays true. */
function withEarlier<Told extends Shipment>(
  late: Dispatch<Told>,
  early: Dispatch<Told> | undefined,
): Dispatch<Told> {
  if (!early) return late;
  const { supplier, carrier, deliveredAt } = early.shipment;
  return {
    ...late,
    shipment: {
      ...late.shipment,
      supplier: late.shipment.supplier ?? supplier,
      carrier: late.shipment.carrier ?? carrier,
      deliveredAt: late.shipment.deliveredAt ?? deliveredAt,
    },
  };
}

/**
 * Adds what left without a tracking number. Of one supplier and day as many units count as the file that tells most of
 * them says: a parcel whose number another file tells is that parcel, and no further one.
 */
function withUntracked<Told extends Shipment>(
  tracked: readonly Dispatch<Told>[],
  untracked: readonly Dispatch<Told>[],
): Dispatch<Told>[] {
  const all = [...tracked];
  const inOrder = untracked.toSorted(
    (a, b) =>
      Number(a.shipment.supplier === undefined) - Number(b.shipment.supplier === undefined) ||
      a.after - b.after,
  );
  for (const dispatch of inOrder) {
    const { shippedAt, supplier } = dispatch.shipment;
    const known = all.filter(
      ({ shipment }) =>
        shipment.shippedAt === shippedAt &&
        (supplier === undefined ||
          shipment.supplier === undefined ||
          shipment.supplier === supplier),
    );
    const covered = known.reduce((sum, { units }) => sum + units, 0);
    const units = dispatch.after + dispatch.units - Math.max(dispatch.after, covered);
    if (units > 0) all.push({ ...dispatch, units });
  }
  return all;
}

/**
 * Puts the units of a dispatch on its lines, up to a first limit on each of them, then up to the next; the units for
 * which there is no room.
 */
export function putOn(
  { lines, units }: Dispatch,
  limits: readonly ((line: OrderLine) => number)[],
  unitsOn: (line: OrderLine) => number,
  put: (line: OrderLine, units: number) => void,
): number {
  let left = units;
  for (const limit of limits) {
    for (const line of lines) {
      const taken = Math.min(left, limit(line) - unitsOn(line));
      if (taken <= 0) continue;
      left -= taken;
      put(line, taken);
    }
  }
  return left;
}
