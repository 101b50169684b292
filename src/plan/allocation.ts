import { type Day, laterDay, workingDaysAfter } from '../model/day.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';
import type { SkuOverride } from '../model/policy.ts';
import type { DateBasis } from '../model/status.ts';
import { nextSource, type Source, type Supply, shipDay } from './supply.ts';

export type PartState = 'ship-now' | 'forwarded' | 'waiting' | 'unfillable';

/** Some units of an order line and where they come from. */
export interface Part {
  readonly line: OrderLine;
  readonly quantity: number;
  readonly state: PartState;
  readonly supplier?: string | undefined;
  /** The stock, or the day of the arrival; undefined when nothing is there for it. */
  readonly source?: 'stock' | Day | undefined;
  readonly shipDate?: Day | undefined;
  readonly basis?: DateBasis | undefined;
  readonly deliverBy?: Day | undefined;
  /** What keeps it from shipping now. */
  readonly blockedBy?: string | undefined;
}

export interface Allocation {
  readonly parts: readonly Part[];
  /** Outstanding units that are not yet in a supplier's number. */
  readonly committed: number;
}

/** Units of a line still owed on a day: what was shipped or cancelled later is not known yet. */
export function outstandingUnits(line: OrderLine, today: Day): number {
  const fulfilled = isKnown(line.fulfilledAt, today) ? line.fulfilledQuantity : 0;
  const cancelled = isKnown(line.cancelledAt, today) ? cancelledUnits(line) : 0;
  return Math.max(0, line.quantity - fulfilled - cancelled);
}

function isKnown(day: Day | undefined, today: Day): boolean {
  return day === undefined || day <= today;
}

/**
 * Takes off the suppliers' numbers what was shipped since their files' dates, then serves the open lines in order:
 * from stock first, then from arrivals. Changes the `usable` and `left` of the supply it is given.
 */
export function allocate(
  supply: Supply,
  lines: readonly OrderLine[],
  today: Day,
  override?: SkuOverride,
): Allocation {
  const desk: Desk = { supply, today, override };
  for (const line of lines) draw(desk, line);
  for (const source of supply.sources) source.left = source.usable;
  const parts: Part[] = [];
  let committed = 0;
  for (const line of lines) {
    const owed = outstandingUnits(line, today);
    if (owed === 0) continue;
    const forwarding = forwardingOf(desk, line);
    if (forwarding && isInNumber(desk, forwarding)) {
      parts.push(forwardedPart(desk, line, owed, forwarding));
      continue;
    }
    committed += owed;
    parts.push(...serve(desk, line, owed, forwarding?.supplier));
  }
  return { parts, committed };
}

interface Desk {
  readonly supply: Supply;
  readonly today: Day;
  readonly override: SkuOverride | undefined;
}

interface Forwarding {
  readonly supplier: string;
  readonly day: Day;
}

/** The supplier that has been told of a line, and when. */
function forwardingOf(desk: Desk, line: OrderLine): Forwarding | undefined {
  const { today, supply } = desk;
  const supplier = line.supplier ?? pick(desk, line.quantity, (source) => source.stated)?.supplier;
  if (supplier === undefined) return undefined;
  if (line.forwardedAt !== undefined)
    return line.forwardedAt <= today ? { supplier, day: line.forwardedAt } : undefined;
  const terms = supply.sources.find((source) => source.supplier === supplier)?.terms;
  return terms?.forwarded === 'same-day' ? { supplier, day: orderDay(line) } : undefined;
}

/** A unit forwarded before the date of the supplier's file is already off its number. */
function isInNumber({ supply }: Desk, { supplier, day }: Forwarding): boolean {
  const source = supply.sources.find((candidate) => candidate.supplier === supplier);
  return source === undefined || day < source.offer.asOf;
}

function pick(
  { supply, today, override }: Desk,
  needed: number,
  units: (source: Source) => number,
): Source | undefined {
  return nextSource(supply.sources, needed, units, (source) =>
    shipDay(today, source.terms, source.offer, override),
  );
}

/** Takes off what was shipped on or after the date of the shipping supplier's file and not forwarded before it. */
function draw(desk: Desk, line: OrderLine): void {
  const { today, supply } = desk;
  const shipped = line.fulfilledAt;
  if (shipped === undefined || shipped > today) return;
  const forwarding = forwardingOf(desk, line);
  let needed = line.fulfilledQuantity;
  const own = supply.sources.filter(({ supplier }) => supplier === line.supplier);
  while (needed > 0) {
    const source =
      line.supplier === undefined
        ? pick(desk, needed, ({ usable }) => usable)
        : own.find(({ usable }) => usable > 0);
    if (!source || shipped < source.offer.asOf) return;
    if (forwarding?.supplier === source.supplier && forwarding.day < source.offer.asOf) return;
    const taken = Math.min(needed, source.usable);
    source.usable -= taken;
    needed -= taken;
  }
}

function forwardedPart(
  desk: Desk,
  line: OrderLine,
  owed: number,
  { supplier, day }: Forwarding,
): Part {
  const { supply, today, override } = desk;
  const source = supply.sources.find((candidate) => candidate.supplier === supplier);
  const terms = source?.terms ?? supply.preferred;
  const nextWorkingDay = workingDaysAfter(today, 0, terms.holidays);
  const shipDate = notBeforeRelease(
    desk,
    laterDay(shipDay(day, terms, source?.offer, override), nextWorkingDay),
  );
  return {
    line,
    quantity: owed,
    state: 'forwarded',
    supplier,
    source: 'stock',
    shipDate,
    basis: 'stock',
  };
}

/** Serves one line; a line that was forwarded stays with its supplier. */
function serve(desk: Desk, line: OrderLine, owed: number, bound: string | undefined): Part[] {
  const { supply, today, override } = desk;
  const parts: Part[] = [];
  let needed = owed;
  const allowed = (supplier: string) => bound === undefined || supplier === bound;
  while (needed > 0) {
    const source = pick(desk, needed, (candidate) =>
      allowed(candidate.supplier) ? candidate.left : 0,
    );
    if (!source) break;
    const quantity = Math.min(needed, source.left);
    source.left -= quantity;
    needed -= quantity;
    const ready = shipDay(today, source.terms, source.offer, override);
    const shipDate = notBeforeRelease(desk, ready);
    const held = shipDate > ready;
    parts.push({
      line,
      quantity,
      state: bound !== undefined ? 'forwarded' : held ? 'waiting' : 'ship-now',
      supplier: source.supplier,
      source: 'stock',
      shipDate,
      basis: held ? 'release' : 'stock',
      blockedBy: held ? `release ${supply.release}` : undefined,
    });
  }
  for (const arrival of supply.arrivals) {
    if (needed === 0) break;
    if (arrival.left === 0 || !allowed(arrival.supplier)) continue;
    const quantity = Math.min(needed, arrival.left);
    arrival.left -= quantity;
    needed -= quantity;
    const shipDate = notBeforeRelease(desk, arrival.shipDate);
    const held = shipDate > arrival.shipDate;
    parts.push({
      line,
      quantity,
      state: 'waiting',
      supplier: arrival.supplier,
      source: arrival.day,
      shipDate,
      basis: held ? 'release' : arrival.basis,
      blockedBy: held ? `release ${supply.release}` : `arrival ${arrival.supplier} ${arrival.day}`,
    });
  }
  if (needed > 0) parts.push(unserved(desk, line, needed));
  return parts;
}

function notBeforeRelease({ supply, today }: Desk, shipDate: Day): Day {
  const { release, releaseShipDate } = supply;
  if (release === undefined || releaseShipDate === undefined || release <= today) return shipDate;
  return laterDay(shipDate, releaseShipDate);
}

/** Units for which there is neither stock nor an arrival. */
function unserved({ supply, today }: Desk, line: OrderLine, quantity: number): Part {
  const { sources, release, releaseShipDate, preferred } = supply;
  if (release !== undefined && release > today && releaseShipDate !== undefined) {
    // What is sold before its release is sold with the release date.
    return {
      line,
      quantity,
      state: 'waiting',
      supplier: preferred.id,
      shipDate: releaseShipDate,
      basis: 'release',
      blockedBy: `release ${release}`,
    };
  }
  const obtainable =
    sources.some(({ discontinued }) => !discontinued) || supply.arrivals.length > 0;
  if (!obtainable) {
    return {
      line,
      quantity,
      state: 'unfillable',
      blockedBy: sources.length === 0 ? 'no-offer' : 'discontinued',
    };
  }
  if (supply.arrivals.length > 0)
    return { line, quantity, state: 'waiting', blockedBy: 'arrivals-used-up' };
  const fresh = sources.some(({ stale, discontinued }) => !stale && !discontinued);
  const reason = fresh ? (supply.overdue ? 'restock-overdue' : 'no-restock-date') : 'stale-feed';
  return { line, quantity, state: 'waiting', blockedBy: reason };
}

/** Lines of orders known on a day of which nothing is owed. */
export function finishedLines(lines: readonly OrderLine[], today: Day): OrderLine[] {
  return lines.filter((line) => orderDay(line) <= today && outstandingUnits(line, today) === 0);
}
