import { addDays, type Day, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { type OrderLine, orderDay, sentOf } from '../model/order.ts';
import { byFileName } from '../model/place.ts';
import type { Policy } from '../model/policy.ts';
import type { Cause } from '../model/return.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import type { PlanInput } from './input.ts';
import { fulfilledBy } from './outstanding.ts';
import type { OwnArticle } from './own-units.ts';
import { findReturned, type Returned, unitsOf } from './returned.ts';

/** What of the units shipped in a time came back or was complained of since. */
export interface ReturnShare {
  readonly shipped: number;
  readonly returned: number;
  readonly byReason: ByReason;
  /** Units of it for a reason that is not the customer's, or for none that was told. */
  readonly blamed: number;
  /** The share of `blamed` in `shipped`, and the ends of its 80 % interval. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Units by what their reason comes to; `untold` where none was told. */
type ByReason = { readonly [Reason in Cause | 'untold']?: number };

/** The share of the last 90 days and of all time. */
interface ReturnRecord {
  readonly recent: ReturnShare;
  readonly ever: ReturnShare;
  /** What came back of that shipped in the last 90 days, in the order of days. */
  readonly evidence: readonly Returned[];
}

/** A SKU of which so much comes back that it should perhaps be stopped. */
export interface QualityHold extends ReturnShare {
  readonly sku: Sku;
  /** Whose goods all of `blamed` were, where that is known and one. */
  readonly supplier?: string | undefined;
  /** The first day of the time of which the units shipped are counted. */
  readonly since: Day;
  /** As of its record. */
  readonly evidence: readonly Returned[];
}

/** How much of what was sold comes back. SKUs and suppliers of which nothing was shipped are not in it. */
export interface Quality {
  readonly since: Day;
  /** The share that may come back. */
  readonly limit: number;
  readonly skus: ReadonlyMap<Sku, ReturnRecord>;
  readonly suppliers: ReadonlyMap<string, ReturnRecord>;
  /** What came back of each line, by its export or a list of returns. */
  readonly returned: ReadonlyMap<OrderLine, readonly Returned[]>;
  /** Those that are surest to pass the limit come first. */
  readonly holds: readonly QualityHold[];
}

/** So many days before the day of the plan count. */
const recentDays = 90;

/** Units of one order fail together and one customer may be hard to please: fewer orders are no evidence. */
const leastOrders = 3;

const blamedCauses: ReadonlySet<Cause | undefined> = new Set<Cause | undefined>([
  ...(['defect', 'wrong-item', 'damaged', 'late'] as const),
  undefined,
]);

/**
 * Counts what came back, by SKU and by supplier, of the units shipped in the last 90 days before the day of the plan
 * and of all that was shipped before it. Of a line as much came back as its export or the lists of returns say,
 * whichever is more, and never more than was shipped. A SKU is proposed for a stop when returns of three orders or more
 * are blamed on the goods and the lower end of the 80 % interval of their share passes `maxReturnRate`; one that the
 * merchant has stopped is not. The lines are those of the plan, with what their shipments tell.
 */
export function qualityOf(
  input: Pick<PlanInput, 'today' | 'policy' | 'returns' | 'overrides'>,
  lines: readonly OrderLine[],
  articles: () => ReadonlyMap<string, readonly OwnArticle[]>,
): Quality {
  const { today, policy, returns = [], overrides } = input;
  const since = addDays(today, -recentDays);
  const ofReturns = returns.length > 0 ? articles() : new Map();
  const { returned } = findReturned(lines, returns, ofReturns, today);
  // Returns find no line without an order: unless a history tells of its own, its lines say nothing of what came back.
  const isTold = lines.some((line) => line.orderId === '' && line.returnedQuantity > 0);
  const sales = lines
    .filter(({ orderId }) => orderId !== '' || isTold)
    .flatMap((line) => saleOf(line, returned.get(line) ?? [], today));
  const bySku = groupBy(sales, ({ line }) => line.sku);
  const skus = new Map([...bySku].map(([sku, own]) => [sku, recordOf(own, since)]));
  const holds = [...skus]
    .filter(([sku]) => overrides.get(sku)?.status !== 'unavailable')
    .flatMap(([sku, record]) => holdOf(sku, record, since, policy) ?? []);
  return {
    since,
    limit: policy.maxReturnRate,
    skus,
    suppliers: recordsBySupplier(sales, since),
    returned: new Map(sales.map((sale) => [sale.line, sale.returned])),
    holds: holds.toSorted((a, b) => b.low - a.low || byBytes(a.sku, b.sku)),
  };
}

/** Units of a line that were shipped, and what of them came back. */
interface Sale {
  readonly line: OrderLine;
  readonly shipped: number;
  /** The day on which the last of them left, as far as that is told. */
  readonly day: Day;
  /** Who shipped how many, as far as that is told. */
  readonly suppliers: ReadonlyMap<string, number>;
  readonly returned: readonly Returned[];
}

/** Nothing for a line of which nothing was shipped before the day. */
function saleOf(line: OrderLine, told: readonly Returned[], today: Day): Sale[] {
  const shipped = fulfilledBy(line, today);
  const day = (line.parcels ?? [])
    .map((parcel) => parcel.day)
    .reduce(laterDay, line.fulfilledAt ?? orderDay(line));
  if (shipped === 0 || day >= today) return [];
  const suppliers = suppliersOf(line, today);
  const untold = Math.min(line.returnedQuantity, shipped) - unitsOf(told);
  const returned = untold > 0 ? [...told, { line, units: untold, place: line.place }] : told;
  const [only] = suppliers.size === 1 ? suppliers.keys() : [];
  const ofWhom = ({ supplier = only, ...one }: Returned): Returned => ({ ...one, supplier });
  return [{ line, shipped, day, suppliers, returned: returned.map(ofWhom) }];
}

/** Who shipped how many units of a line. */
function suppliersOf(line: OrderLine, today: Day): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const { supplier = line.supplier, units: own } of sentOf(line, today))
    if (supplier !== undefined) units.set(supplier, (units.get(supplier) ?? 0) + own);
  return units;
}

function recordOf(sales: readonly Sale[], since: Day): ReturnRecord {
  const recent = sales.filter(({ day }) => day >= since);
  const evidence = recent.flatMap(({ returned }) => returned).toSorted(byDay);
  return { recent: shareOf(recent), ever: shareOf(sales), evidence };
}

/** What a supplier shipped of each line, and what came back of that. */
function recordsBySupplier(sales: readonly Sale[], since: Day): ReadonlyMap<string, ReturnRecord> {
  const own = sales.flatMap((sale) =>
    [...sale.suppliers].map(([supplier, shipped]) => {
      const returned = sale.returned.filter((one) => one.supplier === supplier);
      return { supplier, sale: { ...sale, shipped, returned: upTo(shipped, returned) } };
    }),
  );
  return new Map(
    [...groupBy(own, ({ supplier }) => supplier)]
      .toSorted(([a], [b]) => byBytes(a, b))
      .map(([supplier, some]) => [
        supplier,
        recordOf(
          some.map(({ sale }) => sale),
          since,
        ),
      ]),
  );
}

/** Of some returns no more units than so many. */
function upTo(limit: number, returned: readonly Returned[]): readonly Returned[] {
  let left = limit;
  return returned.flatMap((one) => {
    const units = Math.min(left, one.units);
    left -= units;
    return units > 0 ? [{ ...one, units }] : [];
  });
}

function shareOf(sales: readonly Sale[]): ReturnShare {
  const shipped = sales.reduce((sum, sale) => sum + sale.shipped, 0);
  const returned = sales.flatMap((sale) => sale.returned);
  const byReason: { -readonly [Reason in keyof ByReason]: ByReason[Reason] } = {};
  for (const { cause = 'untold', units } of returned)
    byReason[cause] = (byReason[cause] ?? 0) + units;
  const blamed = unitsOf(returned.filter(isBlamed));
  const rate = shipped === 0 ? 0 : blamed / shipped;
  const ends = interval(blamed, shipped);
  return { shipped, returned: unitsOf(returned), byReason, blamed, rate, ...ends };
}

function isBlamed({ cause }: Returned): boolean {
  return blamedCauses.has(cause);
}

function holdOf(
  sku: Sku,
  { recent, evidence }: ReturnRecord,
  since: Day,
  { maxReturnRate }: Policy,
): QualityHold | undefined {
  const blamed = evidence.filter(isBlamed);
  const orders = new Set(blamed.map(({ line }) => line.orderId || line));
  if (recent.low <= maxReturnRate || orders.size < leastOrders) return undefined;
  const [supplier, ...others] = new Set(blamed.map((one) => one.supplier));
  return { ...recent, sku, supplier: others.length === 0 ? supplier : undefined, since, evidence };
}

function byDay(a: Returned, b: Returned): number {
  return (
    byBytes(a.day ?? '', b.day ?? '') ||
    byFileName(a.place.file, b.place.file) ||
    (a.place.line ?? 0) - (b.place.line ?? 0)
  );
}

/** The quantile of the normal distribution that leaves 10 % on either side. */
const z = 1.2815515655446004;

/**
 * The 80 % score interval of a share of `count` in `total` (E. B. Wilson, Probable inference, the law of succession, and
 * statistical inference, JASA 22, 1927). It holds what it says for small numbers too, where the usual one does not
 * (Brown, Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16, 2001).
 */
function interval(count: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const rate = count / total;
  const spread = z * Math.sqrt((rate * (1 - rate)) / total + z ** 2 / (4 * total ** 2));
  const [middle, scale] = [rate + z ** 2 / (2 * total), 1 + z ** 2 / total];
  return {
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}
