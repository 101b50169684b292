import { type Day, workingDaysAfter, workingDaysBetween } from '../model/day.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Delivery } from './deliveries.ts';
import { nearestRank } from './quantile.ts';
import type { Shown } from './shown.ts';

/** How long a supplier takes to ship what it has; working days, one value a parcel. */
export interface LeadTimes {
  /** Parcels of goods that it had when it was told of them, as far as its files tell. */
  readonly shipments: number;
  readonly mean?: number | undefined;
  readonly p50?: number | undefined;
  readonly p80?: number | undefined;
  readonly p95?: number | undefined;
  /** Parcels of these that left by the day agreed: so many working days after it was told. */
  readonly onTime: number;
  /** Lines of which, on the day, units that it had have not left although that day was over when last something was heard. */
  readonly overdue: number;
  /** Parcels of goods that it did not have when it was told of them. */
  readonly notInStock: number;
  /** Parcels of which nobody recorded when it was told, or that left before. */
  readonly untold: number;
}

interface TimedParcel {
  readonly days: number;
  readonly isOnTime: boolean;
}

export function leadTimesOf(
  deliveries: readonly Delivery[],
  terms: SupplierTerms,
  shown: Shown,
): LeadTimes {
  const parcels = deliveries.flatMap(({ supplier, sku, forwardedOn: told, parcels: own }) =>
    own.map(({ units, day }) => ({ supplier, sku, told, units, day })),
  );
  const timed: TimedParcel[] = [];
  let notInStock = 0;
  let untold = 0;
  for (const { supplier, sku, told, units, day } of parcels) {
    if (told === undefined || day < told) untold += 1;
    else if ((shown(supplier, sku, told) ?? units) < units) notInStock += 1;
    else timed.push(timedParcel(told, day, terms));
  }
  const days = timed.map((parcel) => parcel.days);
  return {
    shipments: days.length,
    mean: days.length === 0 ? undefined : days.reduce((sum, one) => sum + one, 0) / days.length,
    p50: nearestRank(days, 0.5),
    p80: nearestRank(days, 0.8),
    p95: nearestRank(days, 0.95),
    onTime: timed.filter(({ isOnTime }) => isOnTime).length,
    overdue: deliveries.filter((one) => isOverdue(one, terms, shown)).length,
    notInStock,
    untold,
  };
}

function isOverdue(
  { supplier, sku, forwardedOn, heardOn, units, shipped, cancelled }: Delivery,
  terms: SupplierTerms,
  shown: Shown,
): boolean {
  const open = units - shipped - cancelled;
  if (open <= 0 || forwardedOn === undefined) return false;
  if (heardOn === undefined || shipBy(forwardedOn, terms) >= heardOn) return false;
  return (shown(supplier, sku, forwardedOn) ?? open) >= open;
}

function shipBy(forwardedOn: Day, { dispatchDays, holidays }: SupplierTerms): Day {
  return workingDaysAfter(forwardedOn, dispatchDays, holidays);
}

function timedParcel(forwardedOn: Day, shippedOn: Day, terms: SupplierTerms): TimedParcel {
  return {
    days: workingDaysBetween(forwardedOn, shippedOn, terms.holidays),
    isOnTime: shippedOn <= shipBy(forwardedOn, terms),
  };
}
