import type { Day } from '../model/day.ts';
import { type OrderLine, orderDay, type Parcel } from '../model/order.ts';
import type { SkuOverride } from '../model/policy.ts';
import { nextSource } from './next-source.ts';
import type { Source, Supply } from './supply.ts';

/** What the lines of one article are served from. */
export interface Desk {
  readonly supply: Supply;
  readonly today: Day;
  readonly override: SkuOverride | undefined;
}

/** That a supplier has been told of a line. */
export interface Forwarding {
  readonly supplier: string;
  readonly day: Day;
}

/** The supplier that has been told of a line, and when; where no record says which, the one that shipped of it. */
export function forwardingOf(
  desk: Desk,
  line: OrderLine,
  shipper?: string,
): Forwarding | undefined {
  const { today, supply } = desk;
  const isRecorded = line.forwardedAt !== undefined;
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

/** A unit forwarded before the date of the supplier's file is already off its number. */
export function isInNumber({ supply }: Desk, { supplier, day }: Forwarding): boolean {
  const source = supply.sources.find((candidate) => candidate.supplier === supplier);
  return source === undefined || day < source.offer.asOf;
}

/** Takes off what was shipped on or after the date of the shipping supplier's file and not forwarded before it. */
export function draw(desk: Desk, line: OrderLine): void {
  if (line.fulfilledAt === undefined && line.parcels === undefined) return;
  for (const parcel of parcelsOf(line)) drawParcel(desk, line, parcel);
}

type Drawn = Pick<Parcel, 'units' | 'day' | 'supplier'>;

/** How a line's units left: as its shipments tell, the rest on the day that its export states. */
function parcelsOf({ parcels = [], fulfilledQuantity, fulfilledAt, supplier }: OrderLine): Drawn[] {
  const units = parcels.reduce((left, parcel) => left - parcel.units, fulfilledQuantity);
  const hasRest = units > 0 && fulfilledAt !== undefined;
  return hasRest ? [...parcels, { units, day: fulfilledAt, supplier }] : [...parcels];
}

function drawParcel(desk: Desk, line: OrderLine, { units, day: shipped, supplier }: Drawn): void {
  const { today, supply } = desk;
  if (shipped > today) return;
  if (supply.sources.every(({ offer }) => shipped < offer.asOf)) return;
  const forwarding = forwardingOf(desk, line, supplier);
  let needed = units;
  const own = supply.sources.filter((source) => source.supplier === supplier);
  while (needed > 0) {
    const source =
      supplier === undefined
        ? nextSource(supply.sources, needed, ({ usable }) => usable)
        : own.find(({ usable }) => usable > 0);
    if (!source || shipped < source.offer.asOf) return;
    if (forwarding?.supplier === source.supplier && forwarding.day < source.offer.asOf) return;
    const taken = Math.min(needed, source.usable);
    source.usable -= taken;
    needed -= taken;
  }
}
