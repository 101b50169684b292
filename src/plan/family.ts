import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import type { OrderLine } from '../model/order.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import type { Desk } from './forwarding.ts';

/** SKUs that share stock: kits and what they are made of, the SKUs of one article; any other is a family of its own. */
export interface Family {
  readonly desks: ReadonlyMap<Sku, Desk>;
  readonly kits: Kits;
  /** The lines of all of them that touch stock, in order of service. */
  readonly lines: readonly OrderLine[];
}

/** Every SKU with what it shares stock with, and the lines that take from it. */
export function familiesOf(
  desks: ReadonlyMap<Sku, Desk>,
  lines: readonly OrderLine[],
  kits: Kits,
  sharedArticles: readonly (readonly Sku[])[],
): readonly Family[] {
  const shared = new Map(
    skuFamilies(kits, sharedArticles).flatMap((family) =>
      family.map((sku) => [sku, family] as const),
    ),
  );
  const bySku = groupBy(lines, ({ sku }) => sku);
  const single = [...desks]
    .filter(([sku]) => !shared.has(sku))
    .map(([sku, desk]) => ({ desks: new Map([[sku, desk]]), kits, lines: bySku.get(sku) ?? [] }));
  const ofFamilies = groupBy(
    lines.filter(({ sku }) => shared.has(sku)),
    ({ sku }) => shared.get(sku),
  );
  const several = [...new Set(shared.values())].map((family) => ({
    desks: new Map(
      family.flatMap((sku) => {
        const desk = desks.get(sku);
        return desk ? [[sku, desk] as const] : [];
      }),
    ),
    kits,
    lines: ofFamilies.get(family) ?? [],
  }));
  return [...single, ...several];
}

/** SKUs that share stock through kits or as one article, each group in the order of bytes. */
export function skuFamilies(
  kits: Kits,
  sharedArticles: readonly (readonly Sku[])[] = [],
): readonly (readonly Sku[])[] {
  const families = new Map<Sku, Set<Sku>>();
  const ofKits = [...kits].map(([kit, parts]) => [kit, ...parts.map(({ sku }) => sku)]);
  for (const group of [...ofKits, ...sharedArticles]) {
    const family = new Set(group);
    for (const member of [...family])
      for (const other of families.get(member) ?? []) family.add(other);
    for (const member of family) families.set(member, family);
  }
  return [...new Set(families.values())].map((family) => [...family].toSorted(byBytes));
}
