const separator = ';';
/** Stands for an order of no readable name. */
const any = '*';

/** Order numbers as one cell of the book. What would not come back as it was stands for any order. */
export function ordersCell(orders: readonly string[]): string {
  const names = orders.map((order) => (order === '' || order.includes(separator) ? any : order));
  return [...new Set(names)].join(separator);
}

/** The order numbers in a cell of the book; undefined for none. */
export function ordersFrom(cell: string): readonly string[] | undefined {
  if (cell === '') return undefined;
  return cell.split(separator).map((order) => (order === any ? '' : order));
}
