import { groupBy } from '../model/group-by.ts';
import type { KitPart, Kits } from '../model/kit.ts';
import { customerLine, type OrderLine } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import type { Part } from './serve.ts';

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

/** Complete kits that can be made of so many units of each part; none of nothing. */
export function wholeKits<Part extends { readonly quantity: number }>(
  parts: readonly Part[],
  unitsOf: (part: Part) => number,
): number {
  const kits = parts.map((part) => Math.floor(unitsOf(part) / part.quantity));
  return kits.length === 0 ? 0 : Math.min(...kits);
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

/** How many of the customers' lines some parts are of: one that is split over sources, or is of a kit, counts once. */
export function customerLineCount(parts: readonly Pick<Part, 'line'>[]): number {
  return new Set(parts.map(({ line }) => customerLine(line))).size;
}

/** A line of a kit, as far as suppliers have the kit as a whole. */
export function wholeLine(line: OrderLine): OrderLine {
  const { purchases, sku } = line;
  const own = purchases?.filter((one) => one.sku === sku);
  return purchases ? { ...line, purchases: own, ofKit: { line, quantity: 1 } } : line;
}
