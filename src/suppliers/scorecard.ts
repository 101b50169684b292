import { daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { byBytes } from '../model/sku.ts';
import { type Delivery, deliveriesOf } from './deliveries.ts';
import type { Evidence } from './evidence.ts';
import { type Grade, gradeOf } from './grade.ts';
import { type LeadTimes, leadTimesOf } from './lead-times.ts';
import { type Rate, type Rates, rateOf, ratesOf } from './rates.ts';
import type { SupplierRecord } from './record.ts';
import { type Shown, shownIn } from './shown.ts';

/** What is on record of a supplier: all of it up to the day, whatever its age. */
export interface Scorecard extends Rates {
  readonly supplier: string;
  /** Units that it was to send. */
  readonly units: number;
  readonly leadTimes: LeadTimes;
  /**
   * Parcels that left by the day agreed, of all that the supplier had, those that have not left yet included; as far as
   * files tell days.
   */
  readonly onTime: Rate;
  readonly record?: SupplierRecord | undefined;
  /** Calendar days since its newest file; undefined without one. */
  readonly feedAgeDays?: number | undefined;
  /** Calendar days from a file to the next, the median. */
  readonly feedGapDays?: number | undefined;
  /** Its newest file is older than the settings allow; undefined without one. */
  readonly isStale?: boolean | undefined;
  readonly grade?: Grade | undefined;
  readonly score?: number | undefined;
}

/** The card of every supplier that the settings, a file, an order line or a shipment names; in the order of their bytes. */
export function scorecards(evidence: Evidence): readonly Scorecard[] {
  const { terms, fallbackTerms, files, pasts } = evidence;
  const shown = shownIn(pasts, files, (supplier) => terms.get(supplier) ?? fallbackTerms);
  const deliveries = groupBy(deliveriesOf(evidence), ({ supplier }) => supplier);
  const names = new Set([...terms.keys(), ...files.keys(), ...deliveries.keys()]);
  return [...names]
    .toSorted(byBytes)
    .map((supplier) => scorecardOf(supplier, deliveries.get(supplier) ?? [], shown, evidence));
}

function scorecardOf(
  supplier: string,
  deliveries: readonly Delivery[],
  shown: Shown,
  { terms, fallbackTerms, today, records, files, feedGapDays }: Evidence,
): Scorecard {
  const own = terms.get(supplier) ?? fallbackTerms;
  const leadTimes = leadTimesOf(deliveries, own, shown);
  const dated = leadTimesOf(deliveries.filter(isDated), own, shown);
  const onTime = rateOf(dated.onTime, dated.shipments + dated.overdue);
  const rates = ratesOf(deliveries, { terms: own, longestLead: leadTimes.p95, shown });
  const newest = files.get(supplier)?.days.findLast((day) => day <= today);
  const age = newest === undefined ? undefined : daysBetween(newest, today);
  return {
    supplier,
    units: deliveries.reduce((sum, { units }) => sum + units, 0),
    leadTimes,
    onTime,
    ...rates,
    record: records.get(supplier),
    feedAgeDays: age,
    feedGapDays: feedGapDays.get(supplier),
    isStale: age === undefined ? undefined : age > own.staleAfterDays,
    ...gradeOf({ onTime, ...rates }),
  };
}

const isDated = (delivery: Delivery): boolean => delivery.isDated;
