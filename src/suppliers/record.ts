import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { FileDays, PastOffer } from './past.ts';
import { nearestRank } from './quantile.ts';
import { type PastRestock, pastRestocks, slipOf, timeOut } from './restocks.ts';

/** What a supplier's restocks tell of its word; days are calendar days. */
export interface SupplierRecord {
  /** Restocks for which a date had been stated, and by how many days they came later than first stated. */
  readonly restocks: number;
  readonly slipP50?: number | undefined;
  readonly slipP80?: number | undefined;
  /** How many of them came within three days of the date first stated plus the median slip. */
  readonly predictable: number;
  /** Restocks of articles that had run out, and after how many days 80 % of them were back. */
  readonly comebacks: number;
  readonly restockDays?: number | undefined;
}

/** From so many restocks on a slip is learned, and a supplier may be found unreliable. */
const leastSlips = 5;
/** From so many on the usual time to restock is learned. */
const leastComebacks = 3;
const toleranceDays = 3;
const usual = 0.8;

export type SupplierRecords = ReadonlyMap<string, SupplierRecord>;

/** The record of every supplier of which files tell of a restock. */
export function supplierRecords(
  offers: readonly PastOffer[],
  files: ReadonlyMap<string, FileDays>,
  today: Day,
): SupplierRecords {
  const bySupplier = groupBy(pastRestocks(offers, files, today), ({ supplier }) => supplier);
  return new Map([...bySupplier].map(([supplier, own]) => [supplier, recordOf(own)]));
}

/** The record that restocks of one supplier make: those whose days its files tell about to the week, or as closely as is usual. */
export function recordOf(restocks: readonly PastRestock[]): SupplierRecord {
  const seen = restocks.filter(({ isArrivalVague }) => !isArrivalVague);
  const slips = seen.flatMap((restock) => slipOf(restock) ?? []);
  const times = seen.flatMap((restock) => (restock.isOutVague ? [] : (timeOut(restock) ?? [])));
  const median = nearestRank(slips, 0.5);
  return {
    restocks: slips.length,
    slipP50: median,
    slipP80: nearestRank(slips, usual),
    predictable: slips.filter((slip) => Math.abs(slip - (median ?? 0)) <= toleranceDays).length,
    comebacks: times.length,
    restockDays: nearestRank(times, usual),
  };
}

/** Whether fewer than half of at least five restocks came when they could be expected: such a date is worth little. */
export function isBad(record: SupplierRecord): boolean {
  return isJudged(record) && 2 * record.predictable < record.restocks;
}

/** Whether enough restocks are known to say that a record is bad, or is not. */
export function isJudged({ restocks }: SupplierRecord): boolean {
  return restocks >= leastSlips;
}

/**
 * A supplier's terms as its record corrects them. Goods are never expected before the date that was stated, however
 * early they usually come.
 */
export function learnedTerms(
  terms: SupplierTerms,
  record: SupplierRecord | undefined,
): SupplierTerms {
  if (!record) return terms;
  const { restocks, slipP80 = 0, comebacks, restockDays } = record;
  const knowsSlip = restocks >= leastSlips;
  const knowsTime = comebacks >= leastComebacks && restockDays !== undefined;
  return {
    ...terms,
    ...(knowsSlip && { slipDays: Math.max(0, slipP80), slipIsLearned: true }),
    ...(knowsTime && { restockDays, restockIsLearned: true }),
    isUnreliable: isBad(record),
  };
}
