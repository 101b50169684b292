import { groupBy } from '../model/group-by.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';

/** Fewer days of articles may be alike by chance. */
const leastAlike = 10;
const mostlyAlike = 0.9;

/** Order lines of which none counts twice, and the files whose sales others tell as well. */
export interface ToldOnce {
  readonly lines: readonly OrderLine[];
  readonly twice: readonly { readonly file: string; readonly rows: number }[];
}

/**
 * A sales history that names no orders may tell of sales that exports have as orders. It is taken to where nine in ten of its days
 * and articles that could be the same have the same units, or nine in ten of the orders' do: of each day and article it then
 * counts for what the orders do not tell.
 */
export function toldOnce(lines: readonly OrderLine[]): ToldOnce {
  const unnamed = lines.filter(({ orderId }) => orderId === '');
  if (unnamed.length === 0 || unnamed.length === lines.length) return { lines, twice: [] };
  const orders = unitsOf(lines.filter(({ orderId }) => orderId !== ''));
  const files = [...groupBy(unnamed, ({ place }) => place.file)];
  const again = new Map(
    files.flatMap(([file, own]) => {
      const units = unitsOf(own);
      return isSame(units, orders) ? [[file, new Map(orders)] as const] : [];
    }),
  );
  if (again.size === 0) return { lines, twice: [] };
  const rows = new Map<string, number>();
  const once = lines.flatMap((line) => {
    const { file } = line.place;
    const told = line.orderId === '' ? again.get(file) : undefined;
    const known = told?.get(keyOf(line)) ?? 0;
    if (known === 0) return [line];
    const taken = Math.min(known, line.quantity);
    told?.set(keyOf(line), known - taken);
    rows.set(file, (rows.get(file) ?? 0) + 1);
    return taken < line.quantity ? [fewer(line, taken)] : [];
  });
  return { lines: once, twice: [...rows].map(([file, count]) => ({ file, rows: count })) };
}

function keyOf(line: OrderLine): string {
  return `${orderDay(line)} ${line.sku}`;
}

function dayOf(key: string): string {
  return key.slice(0, 10);
}

/** Units of each day and article. */
function unitsOf(lines: readonly OrderLine[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const line of lines) {
    const own = line.quantity - cancelledUnits(line);
    if (own > 0) units.set(keyOf(line), (units.get(keyOf(line)) ?? 0) + own);
  }
  return units;
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  const own = between(a, b);
  const others = between(b, a);
  const most = Math.min(own.length, others.length);
  const alike = own.filter((key) => a.get(key) === b.get(key)).length;
  return most >= leastAlike && alike >= mostlyAlike * most;
}

/** Those of the days that the others span. */
function between(
  units: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): readonly string[] {
  const days = [...others.keys()].map(dayOf).toSorted();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  return [...units.keys()].filter((key) => dayOf(key) >= from && dayOf(key) <= to);
}

function fewer(line: OrderLine, units: number): OrderLine {
  const { quantity, fulfilledQuantity, cancelledQuantity, returnedQuantity } = line;
  return {
    ...line,
    quantity: quantity - units,
    fulfilledQuantity: Math.max(0, fulfilledQuantity - units),
    cancelledQuantity: Math.min(cancelledQuantity, quantity - units),
    returnedQuantity: Math.min(returnedQuantity, quantity - units),
  };
}
