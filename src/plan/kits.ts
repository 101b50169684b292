import { groupBy } from '../model/group-by.ts';
import type { KitPart, Kits } from '../model/kit.ts';
import type { OrderLine } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import { draw, drawUnits } from './draw.ts';
import type { Family } from './family.ts';
import { type Desk, forwardedOf, leftOf } from './forwarding.ts';
import {
  type Need,
  type Part,
  serve,
  serveForwarded,
  serveFromArrivals,
  serveFromStock,
} from './serve.ts';
import { holdPart } from './shipping.ts';

/** Kits by the articles that they are made of in the end; a kit that contains itself is left as it is. */
export function flatKits(kits: Kits): Kits {
  const partsOf = (parts: readonly KitPart[], within: readonly Sku[]): readonly KitPart[] => {
    const units = new Map<Sku, number>();
    for (const { sku, quantity } of parts) {
      const inner = within.includes(sku) ? undefined : kits.get(sku);
      const own = inner ? partsOf(inner, [...within, sku]) : [{ sku, quantity: 1 }];
      for (const part of own)
        units.set(part.sku, (units.get(part.sku) ?? 0) + part.quantity * quantity);
    }
    return [...units].map(([sku, quantity]) => ({ sku, quantity }));
  };
  return new Map(
    [...kits].map(([kit, parts]) => [kit, partsOf(parts, [kit]).filter(({ sku }) => sku !== kit)]),
  );
}

/** A line of a kit, as a line of one of its parts. */
export function partLine(line: OrderLine, { sku, quantity }: KitPart): OrderLine {
  return {
    ...line,
    sku,
    title: undefined,
    ofKit: { line, quantity },
    quantity: line.quantity * quantity,
    fulfilledQuantity: line.fulfilledQuantity * quantity,
    cancelledQuantity: line.cancelledQuantity * quantity,
    returnedQuantity: line.returnedQuantity * quantity,
    parcels: line.parcels?.map((parcel) => ({ ...parcel, units: parcel.units * quantity })),
    purchases: line.purchases?.filter((purchase) => purchase.sku === sku),
  };
}

/** Units of a customer's line that its parts make: of a kit as many as the part with the most of them needs. */
export function customerUnits(parts: readonly Pick<Part, 'line' | 'quantity'>[]): number {
  let [whole, made] = [0, 0];
  for (const own of groupBy(parts, ({ line }) => line.sku).values()) {
    const units = own.reduce((sum, { quantity }) => sum + quantity, 0);
    const { ofKit, sku } = own[0]?.line ?? {};
    if (!ofKit || ofKit.line.sku === sku) whole += units;
    else made = Math.max(made, Math.ceil(units / ofKit.quantity));
  }
  return whole + made;
}

/** A line of a kit, as far as suppliers have the kit as a whole. */
function wholeLine(line: OrderLine): OrderLine {
  const { purchases, sku } = line;
  const own = purchases?.filter((one) => one.sku === sku);
  return purchases ? { ...line, purchases: own, ofKit: { line, quantity: 1 } } : line;
}

/** Takes off suppliers' numbers what was shipped of a kit: of the kit where its shipper lists it, else of its parts. */
export function drawKit(family: Family, desk: Desk, line: OrderLine): void {
  if (hasWhole(desk, line.supplier)) {
    for (const left of leftOf(desk, wholeLine(line)))
      if (hasWhole(desk, left.supplier)) drawUnits(desk, left);
    return;
  }
  for (const { part, own } of partsWithDesks(family, line.sku)) draw(own, partLine(line, part));
}

/** Whether a supplier, or any where none is named, lists the kit itself. */
function hasWhole({ supply }: Desk, supplier: string | undefined): boolean {
  return supply.sources.some((source) => supplier === undefined || source.supplier === supplier);
}

interface PartDesk {
  readonly part: KitPart;
  readonly own: Desk;
}

function partsWithDesks({ kits, desks }: Family, kit: Sku): PartDesk[] {
  return (kits.get(kit) ?? []).flatMap((part) => {
    const own = desks.get(part.sku);
    return own ? [{ part, own }] : [];
  });
}

/**
 * Serves a line of a kit: from stock of the kit itself, then complete kits from stock of its parts, then from what is to
 * come of the kit, and what is left from what is to come of its parts. `add` is told the units that take from each stock.
 */
export function serveKit(
  family: Family,
  desk: Desk,
  { line, units: owed }: Pick<Need, 'line' | 'units'>,
  add: Count,
  parts: Part[] | undefined,
): void {
  const members = partsWithDesks(family, line.sku);
  const told = toldKits(members, line, owed);
  const whole = wholeLine(line);
  const served = hasWhole(desk, line.supplier)
    ? serveForwarded(desk, whole, owed - told, parts)
    : { committed: 0, unbound: owed - told };
  const need: Need = { line: whole, bound: undefined, units: served.unbound };
  serveFromStock(desk, need, parts);
  const complete = completeKits(members);
  if (need.units > complete) {
    const late: Need = { ...need, units: need.units - complete };
    serveFromArrivals(desk, late, parts);
    need.units = complete + late.units;
  }
  add(line.sku, served.committed + served.unbound - need.units, need.units + told);
  const lists = members.map(({ part, own }) => {
    const list: Part[] | undefined = parts && [];
    const units = (need.units + told) * part.quantity;
    const ownLine = partLine(line, part);
    const { committed, unbound } = serveForwarded(own, ownLine, units, list);
    serve(own, { line: ownLine, bound: undefined, units: unbound }, list);
    add(part.sku, committed + unbound);
    return { quantity: part.quantity, parts: list ?? [] };
  });
  parts?.push(...together(lists));
}

/** Is told the units that take from each stock, and of a kit those that are made of its parts. */
export type Count = (sku: Sku, units: number, kits?: number) => void;

/** Kits of which suppliers were told a part at least. */
function toldKits(members: readonly PartDesk[], line: OrderLine, owed: number): number {
  if (!line.purchases) return 0;
  const kits = members.map(({ part, own }) => {
    const told = forwardedOf(own, partLine(line, part), owed * part.quantity);
    return Math.ceil(told.reduce((sum, { units }) => sum + units, 0) / part.quantity);
  });
  return Math.min(owed, Math.max(0, ...kits));
}

/** Kits that can be made of what is left in stock. */
function completeKits(members: readonly PartDesk[]): number {
  const kits = members.map(({ part, own }) => {
    const left = own.supply.sources.reduce((sum, source) => sum + source.left, 0);
    return Math.floor(left / part.quantity);
  });
  return kits.length === 0 ? 0 : Math.min(...kits);
}

interface PartList {
  /** Units in each kit. */
  readonly quantity: number;
  readonly parts: readonly Part[];
}

/** A kit ships complete: what is there of its parts waits for the rest. The parts in the order of the lists. */
function together(lists: readonly PartList[]): readonly Part[] {
  const cuts = lists.flatMap(({ quantity, parts }) => {
    let units = 0;
    return parts.flatMap((part) => {
      units += part.quantity;
      return [Math.floor(units / quantity), Math.ceil(units / quantity)];
    });
  });
  const edges = [...new Set([0, ...cuts])].toSorted((a, b) => a - b);
  const held = lists.map((): Part[] => []);
  edges.slice(1).forEach((to, i) => {
    const from = edges[i] ?? 0;
    const pieces = lists.map((list) => pieceOf(list, from, to));
    const kit = pieces.flat();
    pieces.forEach((own, at) => {
      held[at]?.push(...own.map((piece) => holdPart(piece, kit, ({ line }) => `part ${line.sku}`)));
    });
  });
  return held.flatMap(joined);
}

/** The parts of an article that belong to the kits from one count to another. */
function pieceOf({ quantity, parts }: PartList, from: number, to: number): Part[] {
  let at = 0;
  return parts.flatMap((part) => {
    const [start, end] = [
      Math.max(at, from * quantity),
      Math.min(at + part.quantity, to * quantity),
    ];
    at += part.quantity;
    return end > start ? [{ ...part, quantity: end - start }] : [];
  });
}

/** Neighbours that differ in nothing but their number are one. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && isAlike(last, part))
      result[result.length - 1] = { ...last, quantity: last.quantity + part.quantity };
    else result.push(part);
  }
  return result;
}

function isAlike(a: Part, b: Part): boolean {
  return (
    a.state === b.state &&
    a.supplier === b.supplier &&
    a.source === b.source &&
    a.shipDate === b.shipDate &&
    a.basis === b.basis &&
    a.blockedBy === b.blockedBy
  );
}
