import { type Day, daysBetween } from '../../src/model/day.ts';
import { quantileOf } from './chance.ts';
import { forwardedUnits, type Line, type Offered, shippedOn, type Truth } from './ledger.ts';
import { judgedFrom, lastDay, type World } from './world.ts';

/** How many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface Figures {
  readonly days: number;
  readonly lines: number;
  readonly units: number;
  readonly unitsSoldAhead: number;
  /** Units sold as in stock for which there was none when they should have been forwarded, and how that came out. */
  readonly oversold: {
    readonly units: number;
    readonly refused: number;
    readonly stranded: number;
  };
  /** Days and articles of which more was offered as in stock than there was, and of which less was though a file of that day tells all. */
  readonly overOffered: number;
  readonly underOffered: number;
  /** Intervals from one file to the next, of articles offered from stock in them, in which any was oversold; by supplier. */
  readonly oversoldIntervals: ReadonlyMap<string, Share>;
  /** Lines shipped on the day told at the order, or before; by basis and supplier, and `all`. */
  readonly kept: ReadonlyMap<string, Share>;
  /** How many days later than told, over the lines that were late. */
  readonly lateDays: number;
  /** Working days from forwarded to shipped, of what the supplier had: quantiles of what truly happened, by nearest rank. */
  readonly leadTimes: ReadonlyMap<string, LeadTimes>;
  readonly slips: ReadonlyMap<
    string,
    { readonly restocks: number; readonly p50: number; readonly p80: number }
  >;
  /** Days and articles that could not be sold as the date stated for them had passed. */
  readonly overdueDays: number;
  readonly purchases: Purchases;
  readonly lostUnits: number;
  /** Of these, units that suppliers truly had. */
  readonly lostThoughThere: number;
}

/** Purchase orders of all days, and what is wrong with them, in units. */
interface Purchases {
  readonly ordered: number;
  readonly calledBack: number;
  /** Told to suppliers beyond what customers ordered. */
  readonly twice: number;
  /** Cancelled by the day before the last, told to a supplier and not called back; and called back though nobody cancelled it. */
  readonly notCalledBack: number;
  readonly calledBackWrongly: number;
  readonly anew: number;
}

export interface LeadTimes {
  readonly shipments: number;
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
}

/** What a supplier's lead times truly are, whatever came of them. */
export function trueLeadTimes(world: World): ReadonlyMap<string, Omit<LeadTimes, 'shipments'>> {
  return new Map(
    world.suppliers.map(({ id, leadTime }) => [
      id,
      {
        p50: quantileOf(leadTime, 0.5),
        p80: quantileOf(leadTime, 0.8),
        p95: quantileOf(leadTime, 0.95),
      },
    ]),
  );
}

/** The largest relative error of any supplier's quantiles; 1 for a supplier of which none is told. */
export function leadTimeError(world: World, told: Figures['leadTimes']): number {
  const errors = [...trueLeadTimes(world)].flatMap(([id, truth]) => {
    const found = told.get(id);
    return (['p50', 'p80', 'p95'] as const).map((level) =>
      found && found.shipments > 0 ? Math.abs(found[level] - truth[level]) / truth[level] : 1,
    );
  });
  return Math.max(...errors);
}

/** All shares together. */
export function totalOf(shares: Figures['oversoldIntervals']): Share {
  const all = [...shares.values()];
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    of: all.reduce((sum, { of }) => sum + of, 0),
  };
}

/** Measures what happened from the first day that is judged on. Lead times and slips are those of all days. */
export function judge(world: World, truth: Truth): Figures {
  const from = judgedFrom(world);
  const lines = truth.lines.filter(({ ordered }) => ordered >= from);
  const lost = truth.lost.filter(({ day }) => day >= from);
  const sold = units(lines);
  const due = lines.filter((line) => isDue(line, lastDay(world)));
  const late = due.filter((line) => !isKept(line) && shippedOn(line) !== undefined);
  const refused = lines.filter(isRefused);
  const stranded = lines.filter((line) => isStranded(line, lastDay(world)));
  return {
    days: world.days - world.learningDays,
    lines: lines.length,
    units: sold,
    unitsSoldAhead: units(lines.filter(({ told }) => told.status !== 'available')),
    oversold: {
      units: units(refused) + units(stranded),
      refused: units(refused),
      stranded: units(stranded),
    },
    overOffered: truth.offered.filter(
      ({ day, quantity, there, status }) =>
        day >= from && status === 'available' && quantity > there,
    ).length,
    underOffered: truth.offered.filter(
      (one) => one.day >= from && isUnderOffered(world, truth, one),
    ).length,
    oversoldIntervals: oversoldIntervals(world, truth, [...refused, ...stranded]),
    kept: keptShares(due),
    lateDays: mean(
      late.map((line) => daysBetween(line.told.shipDate as Day, shippedOn(line) as Day)),
    ),
    leadTimes: new Map(
      world.suppliers.map(({ id }) => [id, leadTimesOf(truth, id, lastDay(world))]),
    ),
    slips: new Map(world.suppliers.map(({ id }) => [id, slipsOf(truth, id)])),
    overdueDays: truth.offered.filter(
      ({ day, reason }) => day >= from && reason === 'restock-overdue',
    ).length,
    purchases: purchasesOf(truth, lastDay(world)),
    lostUnits: units(lost),
    lostThoughThere: units(lost.filter((one) => one.there >= one.units)),
  };
}

function units(lines: readonly { readonly units: number }[]): number {
  return lines.reduce((sum, line) => sum + line.units, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Of an article whose only supplier has told all that day: one without a cap that sends full files. */
function isUnderOffered(
  { articles, suppliers }: World,
  { fileDays, purchases }: Truth,
  { day, sku, status, quantity, there }: Offered,
): boolean {
  const [only, ...others] = articles.find((article) => article.sku === sku)?.stockings ?? [];
  const supplier = suppliers.find(({ id }) => id === only?.supplier);
  if (others.length > 0 || supplier?.feed !== 'daily') return false;
  const hasTold = fileDays.get(supplier.id)?.includes(day) === true;
  // What was called back since is not in its file.
  const isAsTold = purchases.every(
    (row) => row.day !== day || row.sku !== sku || row.action === 'order',
  );
  return hasTold && isAsTold && (status === 'available' ? quantity : 0) < there;
}

/** The supplier was told of it and had none. */
function isRefused({ told, parcels }: Line): boolean {
  return told.status === 'available' && parcels.some(({ hadStock }) => hadStock === false);
}

/** Not all of it was even forwarded on the morning after, as no supplier showed any more. */
function isStranded(line: Line, last: Day): boolean {
  const { told, ordered, parcels, units: wanted } = line;
  if (told.status !== 'available' || isRefused(line) || ordered >= last) return false;
  const inTime = parcels.filter(({ forwarded }) => daysBetween(ordered, forwarded) <= 1);
  return inTime.reduce((sum, { asked }) => sum + asked, 0) < wanted;
}

/** Its day has come, and it was not cancelled before. */
function isDue({ told, cancelled }: Line, last: Day): boolean {
  const isLive = cancelled === undefined || cancelled.day > told.shipDate;
  return told.shipDate !== '' && told.shipDate <= last && isLive;
}

function isKept(line: Line): boolean {
  const shipped = shippedOn(line);
  return line.cancelled === undefined && shipped !== undefined && shipped <= line.told.shipDate;
}

/** Of lines whose day has come. */
function keptShares(due: readonly Line[]): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  for (const line of due) {
    const { basis, supplier } = line.told;
    for (const group of ['all', basis, `${basis} ${supplier}`]) {
      const { count, of } = shares.get(group) ?? { count: 0, of: 0 };
      shares.set(group, { count: count + (isKept(line) ? 1 : 0), of: of + 1 });
    }
  }
  return new Map([...shares].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Only articles of one supplier, so that its file alone begins and ends the interval; only intervals in which some was offered from
 * stock, as in others nothing can go wrong.
 */
function oversoldIntervals(
  world: World,
  { fileDays, offered }: Truth,
  oversold: readonly Line[],
): ReadonlyMap<string, Share> {
  const supplierOf = new Map(
    world.articles.flatMap(({ sku, stockings: [only, ...others] }) =>
      only && others.length === 0 ? [[sku, only.supplier] as const] : [],
    ),
  );
  const seen = new Map<string, Set<string>>();
  const bad = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, sku: string, day: Day) => {
    const supplier = supplierOf.get(sku);
    const begin = fileDays.get(supplier ?? '')?.findLast((one) => one <= day);
    if (supplier === undefined || begin === undefined) return;
    to.set(supplier, (to.get(supplier) ?? new Set()).add(`${sku} ${begin}`));
  };
  for (const { day, sku, status, quantity } of offered)
    if (day >= judgedFrom(world) && status === 'available' && quantity > 0) add(seen, sku, day);
  for (const { sku, ordered } of oversold) add(bad, sku, ordered);
  return new Map(
    world.suppliers.map(({ id }) => [
      id,
      { count: bad.get(id)?.size ?? 0, of: seen.get(id)?.size ?? 0 },
    ]),
  );
}

function leadTimesOf({ lines }: Truth, supplier: string, last: Day): LeadTimes {
  const own = lines.flatMap(({ parcels }) => parcels.filter((one) => one.supplier === supplier));
  const days = own.flatMap(({ hadStock, shipped, leadTime }) =>
    hadStock && leadTime && (shipped ?? last) < last ? [leadTime] : [],
  );
  return {
    shipments: days.length,
    p50: nearestRank(days, 0.5),
    p80: nearestRank(days, 0.8),
    p95: nearestRank(days, 0.95),
  };
}

/** From the day first expected to the day on which the goods came in, stated or not. */
function slipsOf({ restocks }: Truth, supplier: string) {
  const slips = restocks.flatMap((one) =>
    one.supplier === supplier && one.arrived ? [daysBetween(one.expected, one.arrived)] : [],
  );
  return { restocks: slips.length, p50: nearestRank(slips, 0.5), p80: nearestRank(slips, 0.8) };
}

/** The value of rank ⌈level · n⌉; NaN of none. */
function nearestRank(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(level * sorted.length - 1e-9) - 1)] ?? Number.NaN;
}

function purchasesOf({ lines, purchases, purchasesAnew }: Truth, last: Day): Purchases {
  const each = lines.map((line) => {
    const asked = line.parcels.reduce((sum, parcel) => sum + parcel.asked, 0);
    const left = forwardedUnits(line);
    const wanted = line.units - (line.cancelled?.units ?? 0);
    const isTold = line.cancelled !== undefined && line.cancelled.day < last;
    return {
      twice: Math.max(0, asked - line.units),
      notCalledBack: isTold ? Math.max(0, left - wanted) : 0,
      calledBackWrongly: Math.max(0, asked - left - (line.cancelled?.units ?? 0)),
      calledBack: asked - left,
    };
  });
  const sum = (name: keyof (typeof each)[number]) =>
    each.reduce((total, one) => total + one[name], 0);
  return {
    ordered: units(purchases.filter(({ action }) => action === 'order')),
    calledBack: sum('calledBack'),
    twice: sum('twice'),
    notCalledBack: sum('notCalledBack'),
    calledBackWrongly: sum('calledBackWrongly'),
    anew: purchasesAnew.length,
  };
}
