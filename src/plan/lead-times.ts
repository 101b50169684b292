import { variance } from '../forecast/series.ts';
import { daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { OrderLine } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import { forwardedOn } from '../suppliers/deliveries.ts';

/** Fewer parcels tell nothing of how they spread. */
const leastParcels = 5;

/** The standard deviation of the days that suppliers take from the order to the parcel, where enough parcels tell. */
export function leadTimeSpreads(
  lines: readonly OrderLine[],
  terms: ReadonlyMap<string, SupplierTerms>,
): ReadonlyMap<string, number> {
  const parcels = lines.flatMap((line) =>
    (line.parcels ?? []).flatMap(({ supplier = line.supplier, day }) => {
      if (supplier === undefined) return [];
      const started = forwardedOn(line, supplier, terms.get(supplier));
      if (started === undefined || started > day) return [];
      return [{ supplier, days: daysBetween(started, day) }];
    }),
  );
  return new Map(
    [...groupBy(parcels, ({ supplier }) => supplier)]
      .filter(([, own]) => own.length >= leastParcels)
      .map(([id, own]) => [id, deviation(own.map(({ days }) => days))]),
  );
}

/** Of a sample: by one less than its number. */
function deviation(values: readonly number[]): number {
  return Math.sqrt((variance(values) * values.length) / (values.length - 1));
}
