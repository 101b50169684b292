import { earlierDay, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';
import { byBytes } from '../model/sku.ts';

/** Fewer days of articles may be alike by chance. */
const leastAlike = 10;
const mostlyAlike = 0.9;

/** Order lines of which none counts twice, and the files whose sales others tell as well. */
export interface ToldOnce {
  readonly lines: readonly OrderLine[];
  readonly twice: readonly { readonly file: string; readonly rows: number }[];
}

/**
 * A sales history that names no orders may tell of sales that exports have as orders, or another history. It is taken to where nine
 * in ten of its days and articles that could be the same have the same units, or nine in ten of the others' do: of each day and
 * article it then counts for what the others do not tell.
 */
export function toldOnce(lines: readonly OrderLine[]): ToldOnce {
  if (lines.every(({ orderId }) => orderId !== '')) return { lines, twice: [] };
  const lists = [...groupBy(lines, listOf)]
    .map(([list, own]) => salesOf(list, own))
    .toSorted((a, b) => byBytes(a.list, b.list));
  const again = new Map(
    lists.flatMap((own, i) => {
      const other = lists.slice(0, i).find((before) => isSame(own, before));
      return other ? [[own.list, new Map(other.units)] as const] : [];
    }),
  );
  if (again.size === 0) return { lines, twice: [] };
  const rows = new Map<string, number>();
  const once = lines.flatMap((line) => {
    const told = again.get(listOf(line));
    const known = told?.get(keyOf(line)) ?? 0;
    if (known === 0) return [line];
    const taken = Math.min(known, line.quantity);
    told?.set(keyOf(line), known - taken);
    const { file } = line.place;
    rows.set(file, (rows.get(file) ?? 0) + 1);
    return taken < line.quantity ? [fewer(line, taken)] : [];
  });
  return { lines: once, twice: [...rows].map(([file, count]) => ({ file, rows: count })) };
}

/** All orders are one list, which goes before the others. */
function listOf({ orderId, progressSource = '', place }: OrderLine): string {
  return orderId === '' ? `${place.file}\0${progressSource}` : '';
}

/** The units of each day and article of a list, and from when to when it is. */
interface Sales {
  readonly list: string;
  readonly units: ReadonlyMap<string, number>;
  readonly from: string;
  readonly to: string;
}

function salesOf(list: string, lines: readonly OrderLine[]): Sales {
  const units = new Map<string, number>();
  for (const line of lines) {
    const own = line.quantity - cancelledUnits(line);
    if (own > 0) units.set(keyOf(line), (units.get(keyOf(line)) ?? 0) + own);
  }
  const days = lines.map(orderDay);
  return { list, units, from: days.reduce(earlierDay), to: days.reduce(laterDay) };
}

function keyOf(line: OrderLine): string {
  return `${orderDay(line)} ${line.sku}`;
}

function dayOf(key: string): string {
  return key.slice(0, 10);
}

function isSame(a: Sales, b: Sales): boolean {
  if (a.to < b.from || b.to < a.from) return false;
  const own = within(a, b);
  const most = Math.min(own.length, within(b, a).length);
  const alike = own.filter((key) => a.units.get(key) === b.units.get(key)).length;
  return most >= leastAlike && alike >= mostlyAlike * most;
}

/** Those of the days that the others span. */
function within({ units }: Sales, { from, to }: Sales): readonly string[] {
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
