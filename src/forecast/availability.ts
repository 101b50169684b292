import { type DemandHistory, dailyUnits } from './history.ts';
import type { Series } from './series.ts';

/** What a supplier's files said of an article, unchanged over some days; days are counted back from today. */
export interface StockRun {
  readonly from: number;
  readonly to: number;
  /** In our units. */
  readonly units: number;
  /** Whether that is a count; "in stock" and ">100" are none. */
  readonly exact: boolean;
}

/** What one supplier's files said of a SKU. */
export interface StockRecord {
  readonly supplier: string;
  /** The days of the supplier's files, the oldest first, counted back from today. */
  readonly fileDays: readonly number[];
  /** The oldest first. */
  readonly runs: readonly StockRun[];
  /** A file tells of changes only: between two runs the first still holds. */
  readonly keeps: boolean;
  /** So many days after a file nobody knows any more. */
  readonly holdsDays: number;
  /** The article stands for several of our SKUs: how its stock falls tells nothing of one of them. */
  readonly isShared: boolean;
}

/** From so many days ago on customers were offered a SKU, or not. */
export interface Offered {
  readonly from: number;
  readonly buyable: boolean;
}

/**
 * Marks the days on which nobody could buy a SKU, and those on which it sold out: what was sold then is not what was
 * asked for. What the listing was told counts first, then what suppliers had. A day without stock on which it was sold all
 * the same was open; where that is the rule, the others were too.
 */
export function withAvailability(
  history: DemandHistory,
  records: readonly StockRecord[],
  offered: readonly Offered[],
): DemandHistory {
  if (offered.length === 0 && !records.some(wasEmpty)) return history;
  const units = dailyUnits(history);
  const stock = stockOf(history.days, records);
  const told = offeredOn(history.days, offered);
  const shut = told.map((buyable, day) => (buyable === undefined ? stock[day] === 0 : !buyable));
  const days: Days = { units, stock, told, shut, sellsOn: sellsWhileShut(units, shut) };
  const closed: number[] = [];
  const soldOut: number[] = [];
  for (let day = 0; day < history.days; day += 1) {
    // Of a day of which no export tells nobody knows whether anything was sold.
    if (Number.isNaN(units[day])) continue;
    if (isClosed(day, days)) closed.push(day);
    else if (isSoldOut(day, days)) soldOut.push(day);
  }
  if (closed.length + soldOut.length === 0) return history;
  const untold = history.closed ?? [];
  const all = untold.length === 0 ? closed : [...closed, ...untold].toSorted((a, b) => a - b);
  return { ...history, closed: all, soldOut };
}

function wasEmpty(record: StockRecord): boolean {
  return toldBy(record).some((told) => unitsIn(told) === 0);
}

interface Days {
  readonly units: Series;
  /** Units that suppliers had on each day; NaN where no file tells. */
  readonly stock: Series;
  /** Whether it could be bought on each day, where that is known. */
  readonly told: readonly (boolean | undefined)[];
  /** Days on which it could not be bought, as far as listing and stock tell. */
  readonly shut: readonly boolean[];
  /** It is sold all the same. */
  readonly sellsOn: boolean;
}

/** A third as many sale days as else are no chance. */
const almostAsOften = 1 / 3;

/** Whether a SKU sells about as often on days on which it cannot be bought as on others: then it can. */
function sellsWhileShut(units: Series, shut: readonly boolean[]): boolean {
  const open = { days: 0, sales: 0 };
  const closed = { days: 0, sales: 0 };
  for (let day = 1; day < units.length; day += 1) {
    // On the first of them the last units may have gone.
    if (shut[day] && !shut[day - 1]) continue;
    const own = shut[day] ? closed : open;
    own.days += 1;
    if ((units[day] ?? 0) > 0) own.sales += 1;
  }
  if (closed.sales === 0) return false;
  return closed.sales * open.days >= almostAsOften * open.sales * closed.days;
}

function isClosed(day: number, { units, shut, sellsOn }: Days): boolean {
  return shut[day] === true && !sellsOn && (units[day] ?? 0) === 0;
}

/**
 * Whether the last units went on a day with sales: it ends with nothing, or, where files tell of the morning, all of the
 * morning's stock was sold and the next day begins with nothing.
 */
function isSoldOut(day: number, { units, stock, told, sellsOn }: Days): boolean {
  const sold = units[day] ?? 0;
  if (sold === 0 || sellsOn || told[day + 1] === true) return false;
  const own = stock[day] ?? Number.NaN;
  return own === 0 || (sold >= own && stock[day + 1] === 0 && (units[day + 1] ?? 0) === 0);
}

function offeredOn(days: number, offered: readonly Offered[]): (boolean | undefined)[] {
  const told = new Array<boolean | undefined>(days).fill(undefined);
  for (const { from, buyable } of offered) told.fill(buyable, Math.max(0, days - from));
  return told;
}

/** Units that suppliers had, all together, on each day of the past; NaN where no file tells. */
function stockOf(days: number, records: readonly StockRecord[]): Series {
  const stock = new Float64Array(days).fill(Number.NaN);
  for (const record of records) {
    const { fileDays, holdsDays } = record;
    toldBy(record).forEach((told, i) => {
      const from = days - (fileDays[i] ?? 0);
      const units = unitsIn(told);
      if (units !== undefined)
        addTo(stock, units, from, Math.min(from + holdsDays, days - (fileDays[i + 1] ?? 0)));
    });
  }
  return stock;
}

/** What a file told of an article; `gone` where a full list no longer has it. */
type Told = StockRun | 'gone';

/** What each of a supplier's files told; nothing before its first mention: the supplier did not have the article at all. */
export function toldBy({ fileDays, runs, keeps }: StockRecord): (Told | undefined)[] {
  let last = -1;
  return fileDays.map((ago) => {
    while ((runs[last + 1]?.from ?? -1) >= ago) last += 1;
    const run = runs[last];
    return run && (run.to > ago && !keeps ? 'gone' : run);
  });
}

function unitsIn(told: Told | undefined): number | undefined {
  return told === 'gone' ? 0 : told?.units;
}

function addTo(stock: Series, units: number, from: number, to: number): void {
  for (let day = Math.max(0, from); day < to; day += 1) {
    const others = stock[day] ?? Number.NaN;
    stock[day] = Number.isNaN(others) ? units : others + units;
  }
}
