const dayName =
  /(?:^|_)(?:date|day|at|on|by|since|until|arrival|deadline|as_of)$|^stockout_(?:early|late)$/;

/** These end like a day and are none: what a line waits for, in words. */
const others: ReadonlySet<string> = new Set(['blocked_by']);

/**
 * Whether a column of a view holds days, as its name tells. By the name and not by the cells, so that a column is of one
 * type every day; a cell in it that is no day stays what it is all the same.
 */
export function isDayColumn(name: string): boolean {
  return dayName.test(name) && !others.has(name);
}
