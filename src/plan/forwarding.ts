import { type Day, laterDay } from '../model/day.ts';
import type { Forwarding } from '../model/forwarding.ts';
import {
  type OrderLine,
  orderDay,
  type Parcel,
  type Sent,
  sentOf,
  tellsDemandOnly,
} from '../model/order.ts';
import type { SkuOverride } from '../model/policy.ts';
import { nextSource } from './next-source.ts';
import { fulfilledBy, outstandingUnits } from './outstanding.ts';
import type { Source, Supply } from './supply.ts';

/** What the lines of one article are served from. */
export interface Desk {
  readonly supply: Supply;
  readonly today: Day;
  readonly override: SkuOverride | undefined;
  /** Working days in which a kit that is made of the article is sent off, where the kit has its own. */
  readonly kitDispatchDays?: number | undefined;
}

/** That a supplier has been told of a line, and when. */
export type Told = Pick<Forwarding, 'supplier' | 'day'>;

/** Units of a line that left on a day. */
export interface Left extends Pick<Parcel, 'units' | 'day' | 'supplier'> {
  readonly told?: Told | undefined;
}

/** A unit forwarded before the date of the supplier's file is already off its number. */
export function isInNumber({ supply }: Desk, { supplier, day }: Told): boolean {
  const source = supply.sources.find((candidate) => candidate.supplier === supplier);
  return source === undefined || day < source.offer.asOf;
}

/** What left of a line up to the day, with what is known of its being forwarded. */
export function leftOf(desk: Desk, line: OrderLine): readonly Left[] {
  if (countsPurchases(desk, line)) return settle(line, desk.today).left;
  return parcelsOf(line, desk.today).map(({ day, ...parcel }) => {
    const told = toldInFile(desk, line, parcel.supplier);
    return { ...parcel, day: leftOn(line, day, told), told };
  });
}

/** What suppliers were told of a line and still owe, the oldest first, of the units of it that are owed. */
export function forwardedOf(desk: Desk, line: OrderLine, owed: number): readonly Forwarding[] {
  if (countsPurchases(desk, line)) return settle(line, desk.today, owed).forwarded;
  const told = toldInFile(desk, line);
  return told ? [{ ...told, sku: line.sku, units: owed, ordered: owed }] : [];
}

/**
 * An order file that says a line is forwarded speaks of all its units, purchase orders of those on them; of the two the
 * larger counts, never the sum.
 */
function countsPurchases(desk: Desk, line: OrderLine): boolean {
  const { purchases } = line;
  if (!purchases) return false;
  const units = purchases.reduce((sum, purchase) => sum + purchase.units, 0);
  if (units === 0 || isRedirected(line)) return false;
  // What counts as forwarded on its order day gives way to a record.
  return units >= line.quantity || line.forwardedAt === undefined || !toldInFile(desk, line);
}

/** Whether an order file says that a line went to another supplier after it had been ordered from one. */
export function isRedirected({ supplier, forwardedAt, purchases = [] }: OrderLine): boolean {
  return (
    supplier !== undefined &&
    forwardedAt !== undefined &&
    purchases.some((purchase) => purchase.supplier !== supplier) &&
    purchases.every(({ day }) => day < forwardedAt)
  );
}

/** What becomes of the units that purchase orders name. */
interface Settled {
  readonly left: readonly Left[];
  /** What suppliers still owe. */
  readonly forwarded: readonly Forwarding[];
  /** By purchase, how many units of it nobody wants any more. */
  readonly surplus: readonly number[];
}

/**
 * What purchase orders leave of a line. A parcel is of the oldest units that its supplier was told of, one of nobody knows
 * whom of the oldest of all. Of what is no longer owed the units told last fall away.
 */
export function settle(line: OrderLine, today: Day, owed = outstandingUnits(line, today)): Settled {
  const open = (line.purchases ?? []).map((purchase) => ({ ...purchase }));
  const take = (wanted: number, supplier: string | undefined): Left[] => {
    let units = wanted;
    const taken: Left[] = [];
    for (const purchase of open) {
      const part = Math.min(units, purchase.units);
      if (part === 0 || (supplier !== undefined && supplier !== purchase.supplier)) continue;
      purchase.units -= part;
      units -= part;
      const told = { supplier: purchase.supplier, day: purchase.day };
      taken.push({ units: part, day: today, supplier: purchase.supplier, told });
    }
    return units > 0 ? [...taken, { units, day: today, supplier }] : taken;
  };
  const parcels = parcelsOf(line, today);
  const left = parcels.flatMap(({ units, day, supplier }) =>
    take(units, supplier).map((part) => ({ ...part, day: leftOn(line, day, part.told) })),
  );
  take(fulfilledBy(line, today) - unitsIn(parcels), undefined);
  let excess = unitsIn(open) - owed;
  const surplus = open
    .toReversed()
    .map((purchase) => {
      const part = Math.max(0, Math.min(excess, purchase.units));
      purchase.units -= part;
      excess -= part;
      return part;
    })
    .toReversed();
  return { left, forwarded: open.filter(({ units }) => units > 0), surplus };
}

function unitsIn(items: readonly { readonly units: number }[]): number {
  return items.reduce((sum, { units }) => sum + units, 0);
}

/** What left of a line on a known day, by one, or who knows when; of a history's lines that was before all numbers. */
function parcelsOf(line: OrderLine, today: Day): readonly Sent[] {
  return sentOf(line, today).flatMap(({ units, day = line.fulfilledAt, supplier }) =>
    day === undefined && tellsDemandOnly(line) ? [] : [{ units, day, supplier }],
  );
}

/** The day on which units left. Nobody ships what is not ordered yet, no supplier what it was not told of. */
function leftOn(line: OrderLine, day: Day | undefined, told: Told | undefined): Day {
  const ordered = orderDay(line);
  return day ?? (told ? laterDay(ordered, told.day) : ordered);
}

/** The supplier that has been told of a line, by its order file; where that says not which, the one that shipped of it. */
function toldInFile(desk: Desk, line: OrderLine, shipper?: string): Told | undefined {
  const { today, supply } = desk;
  const isRecorded = line.forwardedAt !== undefined;
  if (!isRecorded && line.purchases !== undefined) return undefined;
  if (!isRecorded && supply.sources.every((source) => !isSameDay(source))) return undefined;
  const supplier =
    line.supplier ??
    shipper ??
    nextSource(supply.sources, line.quantity, ({ stated }) => stated)?.supplier;
  if (supplier === undefined) return undefined;
  if (line.forwardedAt !== undefined)
    return line.forwardedAt <= today ? { supplier, day: line.forwardedAt } : undefined;
  const source = supply.sources.find((candidate) => candidate.supplier === supplier);
  return source && isSameDay(source) ? { supplier, day: orderDay(line) } : undefined;
}

function isSameDay({ terms }: Source): boolean {
  return terms.forwarded === 'same-day';
}
