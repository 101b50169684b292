import { type StockRecord, toldBy } from './availability.ts';
import { type DemandHistory, unitsBetween } from './history.ts';

/** How fast suppliers' stock of a SKU falls, whoever buys it. */
export interface Depletion {
  /** Units per day. */
  readonly ratePerDay: number;
  /** Units that went over `days` days, and how many of them our own orders explain. */
  readonly units: number;
  readonly ours: number;
  readonly days: number;
}

/** Days to look back: what sold half a year ago tells nothing of how soon it is gone. */
const lookBack = 84;
const leastFalls = 3;
const leastDays = 14;

/**
 * How fast the stock of suppliers falls, where it falls clearly faster than our own orders explain: by half, and by more
 * than twice the deviation that chance makes of such numbers. Only counted stock tells; a rise is a delivery, and what was
 * sold while it came in is not known.
 */
export function depletionOf(
  records: readonly StockRecord[],
  history: DemandHistory | undefined,
): Depletion | undefined {
  const untold = (history?.untold ?? []).map((day) => (history?.days ?? 0) - day);
  const falls = records
    .filter(({ isShared }) => !isShared)
    .map((record) => fallsOf(record, untold));
  const units = sum(falls.map((fall) => fall.units));
  const days = Math.max(0, ...falls.map((fall) => fall.days));
  // The largest of them may be a correction of the count: the others must tell it without.
  const sure = units - Math.max(0, ...falls.map(({ largest }) => largest));
  if (sum(falls.map(({ count }) => count)) < leastFalls || days < leastDays) return undefined;
  const since = Math.max(...falls.map((fall) => fall.since));
  const ours = history ? unitsBetween(history, history.days - since, history.days) : 0;
  if (sure < 1.5 * ours || sure - ours < 2 * Math.sqrt(sure + ours)) return undefined;
  const ratePerDay = sum(falls.map((fall) => (fall.days > 0 ? fall.units / fall.days : 0)));
  return { ratePerDay, units, ours, days };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What went from one file to the next, at one supplier. */
interface Falls {
  readonly units: number;
  readonly count: number;
  readonly largest: number;
  readonly days: number;
  /** The day of the oldest file looked at, counted back. */
  readonly since: number;
}

/** Over days of which no export tells the units may have been ours. */
function fallsOf(record: StockRecord, untold: readonly number[]): Falls {
  let [units, count, largest, days, since] = [0, 0, 0, 0, 0];
  const told = toldBy(record);
  for (let i = 1; i < told.length; i += 1) {
    const [before = 0, ago = 0] = [record.fileDays[i - 1], record.fileDays[i]];
    const [from, to] = [counted(told[i - 1]), counted(told[i])];
    // An empty shelf cannot fall.
    if (before > lookBack || !from || to === undefined || to > from) continue;
    if (untold.some((day) => day <= before && day > ago)) continue;
    since = Math.max(since, before);
    days += before - ago;
    units += from - to;
    largest = Math.max(largest, from - to);
    if (to < from) count += 1;
  }
  return { units, count, largest, days, since };
}

/** Units that a file counted; nothing where it told no number, or no longer of the article. */
function counted(told: ReturnType<typeof toldBy>[number]): number | undefined {
  return told !== undefined && told !== 'gone' && told.exact ? told.units : undefined;
}
