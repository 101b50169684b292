import { type Day, daysBetween } from '../model/day.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';

/** Fewer parcels tell nothing of how they spread. */
const leastParcels = 5;

/** The standard deviation of the days that suppliers take from the order to the parcel, where enough parcels tell. */
export function leadTimeSpreads(
  lines: readonly OrderLine[],
  terms: ReadonlyMap<string, SupplierTerms>,
): ReadonlyMap<string, number> {
  const days = new Map<string, number[]>();
  for (const line of lines) {
    for (const { supplier = line.supplier, day } of line.parcels ?? []) {
      if (supplier === undefined) continue;
      const started = forwardedOn(line, terms.get(supplier));
      if (started === undefined || started > day) continue;
      const own = days.get(supplier) ?? [];
      own.push(daysBetween(started, day));
      days.set(supplier, own);
    }
  }
  return new Map(
    [...days]
      .filter(([, own]) => own.length >= leastParcels)
      .map(([id, own]) => [id, deviation(own)]),
  );
}

function forwardedOn(line: OrderLine, terms: SupplierTerms | undefined): Day | undefined {
  return line.forwardedAt ?? (terms?.forwarded === 'same-day' ? orderDay(line) : undefined);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
