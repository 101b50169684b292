/**
 * Counts lines of one name in their order, wherever in the file they stand: 1 for the first. Most orders have one
 * line, so that one is kept as its name alone.
 */
export function lineCounter(): (order: string, name: string) => number {
  const orders = new Map<string, string | Map<string, number>>();
  return (order, name) => {
    const lines = orders.get(order);
    if (lines === undefined) {
      orders.set(order, name);
      return 1;
    }
    const counts = typeof lines === 'string' ? new Map([[lines, 1]]) : lines;
    if (counts !== lines) orders.set(order, counts);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}

/** Counts as `lineCounter` does, where the rows of an order stand together: an order that comes again begins anew. */
export function runningCounter(): (order: string, name: string) => number {
  let current = '';
  const counts = new Map<string, number>();
  return (order, name) => {
    if (order !== current) counts.clear();
    current = order;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}

/**
 * Names the lines of orders whose export numbers none: the SKU, and from its second line in the same order on
 * `SKU#2` … Another export of the same order then names the same line the same.
 */
export function lineName(sku: string, count: number): string {
  return count === 1 ? sku : `${sku}#${count}`;
}
