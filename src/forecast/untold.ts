import { type Day, daysBetween } from '../model/day.ts';
import { once } from '../model/once.ts';
import { type OrderExport, type OrderLine, orderDay } from '../model/order.ts';

/** A week without an order may be a holiday. */
const leastHole = 7;
/** Of fewer days with orders nobody knows how often there are some. */
const leastSold = 20;
/** Chance hardly ever makes a hole so long. */
const unlikely = 1e-4;
/** An export so many days old is one of today. */
const mayLagDays = 2;

/** Days counted back from today: from one down to before another. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Days before `today` of which no order export tells, counted back from it, the oldest first: from that of the newest export on, where
 * that is more than two days old, and holes of a week and more in the orders of the whole shop that chance does not make and no
 * file reaches across or was made in: there the exports do not meet. The lines are in the order of their time; of files that are
 * not among the exports they tell themselves.
 */
export function untoldDays(
  lines: readonly OrderLine[],
  today: Day,
  exports: readonly OrderExport[] = [],
): readonly number[] {
  const sold = soldDays(lines, today);
  const files = once(() => [...exports, ...exportsOf(lines)]);
  const newest = newestOf(newestOf(undefined, exports), lines);
  return [...holesIn(sold, files, today), ...afterNewest(newest, today, sold.at(-1))].flatMap(
    ({ from, to }) => Array.from({ length: Math.max(0, from - to) }, (_, i) => from - i),
  );
}

/** Days with orders, counted back from today, the oldest first. */
function soldDays(lines: readonly OrderLine[], today: Day): number[] {
  const days: number[] = [];
  let last = '';
  for (const { orderedAt } of lines) {
    if (orderedAt >= today) break;
    if (last !== '' && orderedAt.startsWith(last)) continue;
    last = orderedAt.slice(0, 10);
    days.push(daysBetween(last as Day, today));
  }
  return days;
}

function holesIn(
  sold: readonly number[],
  files: () => readonly OrderExport[],
  today: Day,
): readonly Stretch[] {
  const [first, last] = [sold[0], sold.at(-1)];
  if (first === undefined || last === undefined || sold.length < leastSold) return [];
  const span = first - last + 1;
  return sold.slice(1).flatMap((to, i): Stretch[] => {
    const from = (sold[i] ?? to) - 1;
    const length = from - to;
    const idle = 1 - sold.length / (span - length + 1);
    const isHole = length >= leastHole && idle ** length < unlikely;
    const left = isHole ? untoldOf({ from, to }, files(), today) : undefined;
    return left ? [left] : [];
  });
}

/** What of a hole no file tells: one that reaches across tells all, one that was made in it of the days before. */
function untoldOf(hole: Stretch, files: readonly OrderExport[], today: Day): Stretch | undefined {
  const ago = (day: Day) => daysBetween(day, today);
  const isAcross = ({ from, to }: OrderExport) =>
    from !== undefined && to !== undefined && ago(from) > hole.from && ago(to) <= hole.to;
  if (files.some(isAcross)) return undefined;
  const made = files.map(({ asOf }) => ago(asOf)).filter((age) => age > hole.to);
  const from = Math.min(hole.from, ...made.map((age) => age - 1));
  return from - hole.to >= leastHole ? { from, to: hole.to } : undefined;
}

/** The files of lines, as far as these tell. */
function exportsOf(lines: readonly OrderLine[]): readonly OrderExport[] {
  const files = new Map<string, { asOf: Day; from: Day; to: Day }>();
  for (const line of lines) {
    const { asOf } = line;
    const file = `${asOf} ${line.place.file}`;
    const own = files.get(file);
    if (own) own.to = orderDay(line);
    else files.set(file, { asOf, from: orderDay(line), to: orderDay(line) });
  }
  return [...files.values()];
}

function newestOf(day: Day | undefined, files: readonly { readonly asOf: Day }[]): Day | undefined {
  let newest = day;
  for (const { asOf } of files) if (newest === undefined || asOf > newest) newest = asOf;
  return newest;
}

function afterNewest(newest: Day | undefined, today: Day, lastSold: number | undefined): Stretch[] {
  if (lastSold === undefined || newest === undefined) return [];
  const age = daysBetween(newest, today);
  // Of its own day an export tells a part.
  const from = lastSold < age ? lastSold - 1 : age;
  return age > mayLagDays ? [{ from, to: 0 }] : [];
}
