import type { Sku } from '../model/sku.ts';

/**
 * Names the lines of orders whose export numbers none: the SKU, and from its second line in the same order on
 * `SKU#2` … Another export of the same order then names the same line the same.
 */
export function lineCounter(): (order: string, sku: Sku) => string {
  const seen = new Map<string, number>();
  return (order, sku) => {
    const key = `${order}\0${sku}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? sku : `${sku}#${count}`;
  };
}
