import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';

/** Units of a SKU that our orders took from a supplier on the day on which it was told of them. */
interface Taken {
  readonly supplier: string;
  readonly sku: Sku;
  readonly day: Day;
  readonly units: number;
}

/** What our own orders did to suppliers' numbers. */
export interface OwnOrders {
  /** Units that a supplier was told of from a day on, before another. */
  readonly taken: (supplier: string, sku: Sku, from: Day, before: Day) => number;
  /** Units ordered before a day that no supplier had been told of, or had shipped, and that were not cancelled. */
  readonly pending: (sku: Sku, day: Day) => number;
}

/** A line's units are off a supplier's number from the day it was told; where that is not known, from the day they left. */
export function ownOrdersOf(
  lines: readonly OrderLine[],
  termsOf: (supplier: string | undefined) => Pick<SupplierTerms, 'forwarded'>,
): OwnOrders {
  const each = lines.map((line) => ({ line, taken: takenOf(line, termsOf) }));
  const taken = groupBy(
    each.flatMap((one) => one.taken),
    ({ supplier, sku }) => `${supplier}\0${sku}`,
  );
  const waits = groupBy(
    each.filter(({ line }) => line.orderId !== ''),
    ({ line }) => line.sku,
  );
  return {
    taken: (supplier, sku, from, before) =>
      (taken.get(`${supplier}\0${sku}`) ?? []).reduce(
        (sum, { day, units }) => (day >= from && day < before ? sum + units : sum),
        0,
      ),
    pending: (sku, day) =>
      (waits.get(sku) ?? []).reduce((sum, one) => sum + pendingOf(one.line, one.taken, day), 0),
  };
}

function takenOf(
  line: OrderLine,
  termsOf: (supplier: string | undefined) => Pick<SupplierTerms, 'forwarded'>,
): Taken[] {
  const { purchases = [], supplier = '', forwardedAt, parcels = [], sku } = line;
  if (purchases.length > 0)
    return purchases.map((one) => ({
      supplier: one.supplier,
      sku: one.sku,
      day: one.day,
      units: one.units,
    }));
  const isSameDay = supplier !== '' && termsOf(supplier).forwarded === 'same-day';
  const told = forwardedAt ?? (isSameDay ? orderDay(line) : undefined);
  if (told !== undefined) {
    const units = Math.max(0, line.quantity - line.cancelledQuantity);
    return [{ supplier, sku, day: told, units }];
  }
  return parcels.map((one) => ({
    supplier: one.supplier ?? supplier,
    sku,
    day: one.day,
    units: one.units,
  }));
}

function pendingOf(line: OrderLine, taken: readonly Taken[], day: Day): number {
  if (orderDay(line) >= day) return 0;
  const isDone = taken.length === 0 && line.fulfilledQuantity >= line.quantity;
  if (isDone || (line.cancelledAt !== undefined && line.cancelledAt < day)) return 0;
  const gone = taken.reduce((sum, one) => (one.day < day ? sum + one.units : sum), 0);
  return Math.max(0, line.quantity - gone - (line.cancelledAt ? 0 : line.cancelledQuantity));
}
