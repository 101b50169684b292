import { type Day, workingDaysAfter } from '../model/day.ts';
import type { SkuOverride, SupplierTerms } from '../model/policy.ts';
import type { DatedOffer } from './input.ts';

/**
 * The day on which the carrier has the parcel when a supplier starts on `day`: dispatch days counted in the supplier's
 * working days. The SKU's own dispatch days go before the offer's, those before the supplier's.
 */
export function shipDay(
  day: Day,
  terms: SupplierTerms,
  offer?: DatedOffer,
  override?: SkuOverride,
): Day {
  return workingDaysAfter(day, dispatchDaysOf(terms, offer, override), terms.holidays);
}

/** Working days from the order to the carrier: the SKU's own word goes before the offer's, that before the supplier's. */
export function dispatchDaysOf(
  terms: SupplierTerms,
  offer: DatedOffer | undefined,
  override: SkuOverride | undefined,
): number {
  return override?.dispatchDays ?? offer?.dispatchDays ?? terms.dispatchDays;
}
