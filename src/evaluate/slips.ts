import { type Day, daysBetween, workingDaysAfter } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import { byBytes } from '../model/sku.ts';
import type { FileDays, PastOffer } from '../suppliers/past.ts';
import { learnedTerms, type SupplierRecords } from '../suppliers/record.ts';
import { pastRestocks } from '../suppliers/restocks.ts';
import type { Bounds } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import type { Figure } from './figure.ts';
import { leastForMedian, type Quantiles, quantilesOf } from './interval-median.ts';

/** What suppliers said of their restocks, and when goods came. */
export interface SlipRecord {
  readonly today: Day;
  readonly told: readonly PastOffer[];
  readonly files: ReadonlyMap<string, FileDays>;
  readonly terms: ReadonlyMap<string, SupplierTerms>;
  readonly records: SupplierRecords;
}

/** The slips of a supplier, in calendar days: each is known to lie between two days. */
export interface Slips extends Quantiles {
  readonly supplier: string;
  readonly each: readonly Bounds[];
  /** The most that a slip is open by. */
  readonly fileGap: number;
}

/**
 * By how many calendar days goods came in later than the date first stated. A file only tells that they had come since the
 * one before: the slip lies between the first working day after that and the file's own day.
 */
export function slipsOf({
  today,
  told,
  files,
  terms,
}: Omit<SlipRecord, 'records'>): readonly Slips[] {
  const slips = pastRestocks(told, files, today).flatMap(({ supplier, arrivedOn, firstStated }) => {
    if (firstStated === undefined) return [];
    const before = files.get(supplier)?.days.findLast((day) => day < arrivedOn);
    const earliest =
      before === undefined
        ? arrivedOn
        : workingDaysAfter(before, 1, terms.get(supplier)?.holidays ?? new Set());
    const high = daysBetween(firstStated, arrivedOn);
    return [{ supplier, low: Math.min(high, daysBetween(firstStated, earliest)), high }];
  });
  return [...groupBy(slips, ({ supplier }) => supplier)]
    .toSorted(([a], [b]) => byBytes(a, b))
    .flatMap(([supplier, each]) => {
      const quantiles = quantilesOf(each);
      const fileGap = Math.max(...each.map(({ low, high }) => high - low));
      return quantiles ? [{ supplier, each, ...quantiles, fileGap }] : [];
    });
}

/**
 * `restock-slip`: the median, `restock-slip-p80`: the 80 % quantile of a supplier's slips; `restock-slip-from` and `-to`: between which
 * the true median lies in 9 of 10 cases. Sample: restocks with a stated date.
 */
export function slipFigures(slips: readonly Slips[]): readonly Figure[] {
  return slips.flatMap(({ supplier, each, median, p80, bounds, fileGap }): Figure[] => {
    const group = { by: 'supplier', name: supplier } as const;
    const told = { group, unit: 'days', sample: each.length } as const;
    const gap = fileGap > 0 ? ({ kind: 'file-gap', days: fileGap } as const) : undefined;
    const few = bounds ? undefined : ({ kind: 'too-few', least: leastForMedian } as const);
    return [
      { measure: 'restock-slip', value: median, ...told, note: gap },
      { measure: 'restock-slip-from', value: bounds?.low, ...told, note: few },
      { measure: 'restock-slip-to', value: bounds?.high, ...told, note: few },
      { measure: 'restock-slip-p80', value: p80, ...told, note: gap },
    ];
  });
}

/**
 * Concluded where the settings' `slip_days` lie outside of what encloses the true median in 9 of 10 cases, which takes five
 * restocks.
 */
export function slipConclusions(
  slips: readonly Slips[],
  { terms, records }: Pick<SlipRecord, 'terms' | 'records'>,
): readonly Conclusion[] {
  return slips.flatMap(({ supplier, each, median, bounds, fileGap }): Conclusion[] => {
    const own = terms.get(supplier);
    if (!own || !bounds) return [];
    const { slipIsLearned, slipDays } = learnedTerms(own, records.get(supplier));
    const facts = {
      supplier,
      median,
      bounds,
      restocks: each.length,
      configured: own.slipDays,
      learned: slipIsLearned ? slipDays : undefined,
      fileGap,
    };
    if (bounds.low > own.slipDays && median > own.slipDays)
      return [{ kind: 'dates-slip', ...facts }];
    return Math.max(0, bounds.high) < own.slipDays ? [{ kind: 'slip-too-long', ...facts }] : [];
  });
}
