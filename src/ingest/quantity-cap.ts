/** A highest number that stands for "so many or more". */
export interface QuantityCap {
  readonly units: number;
  /** Rows that state it, and all rows that state stock. */
  readonly rows: number;
  readonly of: number;
}

/** Fewer rows with stock tell nothing. */
const fewestRows = 20;
const fewestAtCap = 10;
const smallestShare = 0.1;
const smallestCap = 5;
/** So many times as often as the numbers below it. */
const peak = 5;

/**
 * Sees from how many rows state each quantity (above 0) whether the highest one is a cap: the only number there is, as
 * suppliers write that tell yes or no by it; or one of 5 and more in at least a tenth of the rows (and in 10), five
 * times as often as each number between its half and itself is on average. Undefined when it is a count like others.
 */
export function findCap(rowsOf: ReadonlyMap<number, number>): QuantityCap | undefined {
  let of = 0;
  let units = 0;
  for (const [number, rows] of rowsOf) {
    of += rows;
    units = Math.max(units, number);
  }
  if (of < fewestRows) return undefined;
  const rows = rowsOf.get(units) ?? 0;
  const cap = { units, rows, of };
  if (rowsOf.size === 1) return cap;
  if (units < smallestCap || rows < fewestAtCap || rows < smallestShare * of) return undefined;
  const near = [...rowsOf].filter(([number]) => number < units && number >= units / 2);
  const usual = near.reduce((sum, [, count]) => sum + count, 0) / (near.length || 1);
  return rows >= peak * usual ? cap : undefined;
}
