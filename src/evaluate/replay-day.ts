import { type Day, daysBetween } from '../model/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import type { OthersTook, PastTruth } from './past-truth.ts';
import type { Sale } from './sales.ts';

/** What is counted of one set of rules, day by day. */
export interface Tally {
  offeredDays: number;
  judgedDays: number;
  overOffered: number;
  inStockDays: number;
  oversold: number;
  soldInStock: number;
  soldAhead: number;
  lost: number;
  late: number;
  dated: number;
  waitDays: number;
}

/** What rules would have offered of a SKU on a day. */
interface Offer {
  readonly inStock: number;
  readonly ahead: number;
  readonly shipDate: Day | undefined;
}

/** Counts what two plans of one morning would have come to. */
export function judgeDay(
  plans: { readonly current: Plan; readonly other: Plan },
  truth: PastTruth,
  tallies: { readonly current: Tally; readonly other: Tally },
): void {
  const { today: day } = plans.current;
  const others = new Map(plans.other.skus.map((planned) => [planned.sku, planned]));
  for (const current of plans.current.skus) {
    const other = others.get(current.sku);
    if (!other) continue;
    const wanted = truth.wanted(current.sku, day);
    const there = current.isKit ? undefined : thereOf(current, other, truth, day);
    for (const [tally, planned] of [
      [tallies.current, current],
      [tallies.other, other],
    ] as const) {
      const offer = offerOf(planned);
      if (there !== undefined) countUnits(tally, offer, there, wanted);
      countDates(tally, offer, truth.sales(current.sku, day), day);
    }
  }
}

function offerOf({ verdict }: PlannedSku): Offer {
  const { status, sellable, aheadLimit = 0, shipDate } = verdict;
  if (status === 'available') return { inStock: sellable, ahead: 0, shipDate };
  const sellsAhead = status === 'backorder' || status === 'preorder';
  return { inStock: 0, ahead: sellsAhead ? aheadLimit : 0, shipDate };
}

/**
 * Units that new customers of the day could have had, each number with its chance: what suppliers' numbers come to after the
 * orders of before, less what others bought until suppliers are told of the day's orders, on the next morning. Of units that went at
 * some time between two files each may have gone on each of the days. Undefined where nobody knows.
 */
function thereOf(
  current: PlannedSku,
  other: PlannedSku,
  truth: PastTruth,
  day: Day,
): readonly Chance[] | undefined {
  const suppliers = [...new Set(current.supply.sources.map(({ supplier }) => supplier))];
  const took = suppliers.map((supplier) => truth.othersTook(supplier, current.sku, day));
  if (took.length === 0 || took.includes(undefined)) return undefined;
  const onHand = Math.max(current.position.onHand, other.position.onHand);
  const free = onHand - current.position.committed;
  return goneOf(took.flatMap((one) => one ?? [])).map(({ units, chance }) => ({
    units: Math.max(0, free - units),
    chance,
  }));
}

/** A number of units and how likely it is. */
interface Chance {
  readonly units: number;
  readonly chance: number;
}

/** Units gone when the share of the time is over: binomial. */
function goneOf(took: readonly OthersTook[]): readonly Chance[] {
  const units = took.reduce((sum, one) => sum + one.units, 0);
  const gone = took.reduce((sum, one) => sum + one.units * one.share, 0);
  const share = units === 0 ? 1 : gone / units;
  if (share >= 1 || units > mostSpread) return [{ units: Math.round(gone), chance: 1 }];
  let chance = (1 - share) ** units;
  return Array.from({ length: units + 1 }, (_, count) => {
    const own = { units: count, chance };
    chance *= ((units - count) / (count + 1)) * (share / (1 - share));
    return own;
  });
}

/** Of more units the spread is small beside their number. */
const mostSpread = 200;

function countUnits(
  tally: Tally,
  offer: Offer,
  there: readonly Chance[],
  wanted: readonly number[],
): void {
  const { inStock, ahead } = offer;
  tally.judgedDays += 1;
  if (inStock + ahead > 0) tally.offeredDays += 1;
  if (inStock > 0) tally.inStockDays += 1;
  for (const { units, chance } of there) {
    if (inStock > units) tally.overOffered += chance;
    if (wanted.length > 0) countSales(tally, offer, { units, chance }, wanted);
  }
}

/** Customers buy what is offered, one after the other, and else nothing; who gets less than all was oversold all. */
function countSales(
  tally: Tally,
  { inStock, ahead }: Offer,
  { units, chance }: Chance,
  wanted: readonly number[],
): void {
  let [offered, left] = [inStock + ahead, units];
  for (const own of wanted) {
    const [isOffered, isThere] = [own <= offered, own <= left];
    if (isOffered) offered -= own;
    if (isOffered && isThere) left -= own;
    const outcome = outcomeOf(isOffered, isThere, inStock > 0);
    for (const name of outcome) tally[name] += own * chance;
  }
}

function outcomeOf(
  isOffered: boolean,
  isThere: boolean,
  isInStock: boolean,
): readonly ('lost' | 'soldAhead' | 'soldInStock' | 'oversold')[] {
  if (!isOffered) return isThere ? ['lost'] : [];
  if (!isInStock) return ['soldAhead'];
  return isThere ? ['soldInStock'] : ['soldInStock', 'oversold'];
}

/** Lines that the rules would have shown a date for, and that are known to have left, or not to have in time. */
function countDates(
  tally: Tally,
  { inStock, ahead, shipDate }: Offer,
  sales: readonly Sale[],
  day: Day,
): void {
  if (shipDate === undefined || inStock + ahead <= 0) return;
  for (const sale of sales) {
    const isLate = wasLate(sale, shipDate);
    if (isLate === undefined) continue;
    tally.dated += 1;
    tally.waitDays += daysBetween(day, shipDate);
    if (isLate) tally.late += 1;
  }
}

/** Undefined of a line that was cancelled, or of which nobody knows, or would not know had it left. */
function wasLate(sale: Sale, shipDate: Day): boolean | undefined {
  const { line, shippedOn, cancelled, isDated, isOpen } = sale;
  if (cancelled > 0 || !isDated) return undefined;
  if (shippedOn !== undefined) return shippedOn > shipDate;
  return isOpen && (line.progressAsOf ?? '') > shipDate ? true : undefined;
}
