import { addDays, type Day, laterDay, workingDaysAfter } from '../model/day.ts';
import type { Forwarding } from '../model/forwarding.ts';
import type { OrderLine } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { DateBasis } from '../model/status.ts';
import { type Desk, forwardedOf, isInNumber, type Told } from './forwarding.ts';
import type { DatedOffer } from './input.ts';
import { arrivalReadyOn, notBeforeRelease, stockReadyOn } from './kit-desk.ts';
import { nextSource } from './next-source.ts';
import { give } from './pool.ts';
import { shipDay } from './ship-day.ts';
import { type Arrival, mayRestock, type Source, type Supply } from './supply.ts';

type PartState = 'ship-now' | 'forwarded' | 'waiting' | 'unfillable';

/** Some units of an order line and where they come from. */
export interface Part {
  readonly line: OrderLine;
  readonly quantity: number;
  readonly state: PartState;
  readonly supplier?: string | undefined;
  /** The day on which its supplier was told to ship it. */
  readonly toldOn?: Day | undefined;
  /** The stock, or the day of the arrival; undefined when nothing is there for it. */
  readonly source?: 'stock' | Day | undefined;
  /** Its supplier's article, where it comes from stock and nobody was told of it before. */
  readonly offer?: DatedOffer | undefined;
  readonly shipDate?: Day | undefined;
  readonly basis?: DateBasis | undefined;
  readonly deliverBy?: Day | undefined;
  /** What keeps it from shipping now. */
  readonly blockedBy?: string | undefined;
}

/** What a line still needs, and the supplier it is bound to since it was told. */
export interface Need {
  readonly line: OrderLine;
  readonly bound: Told | undefined;
  units: number;
}

/** What serving a line left to be served, and what of it is in no supplier's number. */
export interface Served {
  readonly committed: number;
  readonly unbound: number;
}

/**
 * Serves what suppliers were told of a line: what is off their numbers already is on its way, the rest takes from the
 * supplier that was told. `unbound` is what nobody was told of yet.
 */
export function serveForwarded(
  desk: Desk,
  line: OrderLine,
  owed: number,
  parts: Part[] | undefined,
): Served {
  let [committed, unbound] = [0, owed];
  for (const forwarding of forwardedOf(desk, line, owed)) {
    const { units } = forwarding;
    unbound -= units;
    if (isInNumber(desk, forwarding)) {
      parts?.push(forwardedPart(desk, line, forwarding));
      continue;
    }
    committed += units;
    serve(desk, { line, bound: forwarding, units }, parts);
  }
  return { committed, unbound };
}

function forwardedPart(desk: Desk, line: OrderLine, { units, ...told }: Forwarding): Part {
  const { supply } = desk;
  const source = supply.sources.find((candidate) => candidate.supplier === told.supplier);
  const terms = source?.terms ?? supply.preferred;
  const shipDate = notBeforeRelease(desk, shipsOn(desk, told, terms, source));
  return {
    line,
    quantity: units,
    state: 'forwarded',
    supplier: told.supplier,
    toldOn: told.day,
    source: 'stock',
    shipDate,
    basis: 'stock',
    deliverBy: addDays(shipDate, terms.transitDays),
  };
}

/** A supplier starts on the day it was told; what should have left by now leaves on the next working day. */
function shipsOn(
  { today, override }: Desk,
  { day }: Told,
  terms: SupplierTerms,
  source: Source | undefined,
): Day {
  const nextWorkingDay = workingDaysAfter(today, 0, terms.holidays);
  return laterDay(shipDay(day, terms, source?.offer, override), nextWorkingDay);
}

/** Serves one line: from stock, then from arrivals; what is left of it waits. */
export function serve(desk: Desk, need: Need, parts: Part[] | undefined): void {
  serveFromStock(desk, need, parts);
  serveFromArrivals(desk, need, parts);
  if (need.units > 0) parts?.push(unserved(desk, need));
}

function mayServe({ bound }: Need, supplier: string): boolean {
  return bound === undefined || supplier === bound.supplier;
}

/** Gives a line what suppliers have left. */
export function serveFromStock(desk: Desk, need: Need, parts: Part[] | undefined): void {
  while (need.units > 0) {
    const source = stockFor(desk, need);
    if (!source) return;
    const quantity = Math.min(need.units, source.left);
    give(source, quantity);
    need.units -= quantity;
    parts?.push(stockPart(desk, need, source, quantity));
  }
}

/** Of the suppliers with units left, the one that a line begins with. */
function stockFor({ supply: { sources } }: Desk, need: Need): Source | undefined {
  const isFilled = (source: Source) => source.left > 0 && mayServe(need, source.supplier);
  const first = sources.find(isFilled);
  if (first === undefined || first === sources.findLast(isFilled)) return first;
  return bestStart(sources.filter(isFilled), need.units);
}

function stockPart(desk: Desk, need: Need, source: Source, quantity: number): Part {
  const ready = need.bound
    ? shipsOn(desk, need.bound, source.terms, source)
    : stockReadyOn(desk, source);
  const shipDate = notBeforeRelease(desk, ready);
  const isHeld = shipDate > ready;
  const state = isHeld ? 'waiting' : 'ship-now';
  return {
    line: need.line,
    quantity,
    state: need.bound === undefined ? state : 'forwarded',
    supplier: source.supplier,
    toldOn: need.bound?.day,
    source: 'stock',
    offer: need.bound === undefined ? source.offer : undefined,
    shipDate,
    basis: isHeld ? 'release' : 'stock',
    deliverBy: addDays(shipDate, source.terms.transitDays),
    blockedBy: isHeld ? `release ${desk.supply.release}` : undefined,
  };
}

function bestStart(filled: readonly Source[], needed: number): Source | undefined {
  const whole = filled.filter(({ left }) => left >= needed);
  if (whole.length > 0) return nextSource(whole, needed, ({ left }) => left);
  const fewest = leadsToFewest(
    filled.map(({ left }) => left),
    needed,
  );
  return nextSource(filled, needed, ({ left }) => (fewest(left) ? left : 0));
}

/** Tells of a source's units whether a line that begins with it is still served by as few sources as can be. */
function leadsToFewest(units: readonly number[], needed: number): (own: number) => boolean {
  const largest = units.toSorted((a, b) => b - a);
  const covered = (count: number) => largest.slice(0, count).reduce((sum, one) => sum + one, 0);
  const all = covered(largest.length);
  const wanted = Math.min(needed, all);
  const fewest = largest.findIndex((_, i) => covered(i + 1) >= wanted) + 1;
  return (own) => {
    const others = covered(fewest) - Math.max(own, largest[fewest - 1] ?? 0);
    return own + others >= wanted;
  };
}

/** Gives a line what is to come in and not given away yet. */
export function serveFromArrivals(desk: Desk, need: Need, parts: Part[] | undefined): void {
  for (const arrival of desk.supply.arrivals) {
    const quantity = mayServe(need, arrival.supplier) ? Math.min(need.units, arrival.left) : 0;
    if (quantity === 0) continue;
    give(arrival, quantity);
    need.units -= quantity;
    parts?.push(arrivalPart(desk, need, arrival, quantity));
  }
}

function arrivalPart(desk: Desk, need: Need, arrival: Arrival, quantity: number): Part {
  const ready = arrivalReadyOn(desk, arrival);
  const shipDate = notBeforeRelease(desk, ready);
  const isHeld = shipDate > ready;
  return {
    line: need.line,
    quantity,
    state: 'waiting',
    supplier: arrival.supplier,
    source: arrival.day,
    shipDate,
    basis: isHeld ? 'release' : arrival.basis,
    deliverBy: addDays(shipDate, arrival.terms.transitDays),
    blockedBy: isHeld
      ? `release ${desk.supply.release}`
      : `arrival ${arrival.supplier} ${arrival.day}`,
  };
}

/** Units for which there is neither stock nor an arrival. */
function unserved({ supply, today }: Desk, need: Need): Part {
  const { line, units: quantity } = need;
  const { release, releaseShipDate, preferred } = supply;
  const isUnheardOf =
    supply.arrivals.length === 0 && supply.sources.every(({ usable }) => usable === 0);
  if (isUnheardOf && release !== undefined && release > today && releaseShipDate !== undefined) {
    // What is sold before its release while nobody says how many there will be is sold with the release date.
    return {
      line,
      quantity,
      state: 'waiting',
      supplier: preferred.id,
      shipDate: releaseShipDate,
      basis: 'release',
      deliverBy: addDays(releaseShipDate, preferred.transitDays),
      blockedBy: `release ${release}`,
    };
  }
  const sources = supply.sources.filter(({ supplier }) => mayServe(need, supplier));
  const arrivals = supply.arrivals.filter(({ supplier }) => mayServe(need, supplier));
  if (arrivals.length === 0 && sources.every(({ discontinued }) => discontinued)) {
    const blockedBy = sources.length === 0 ? 'no-offer' : 'discontinued';
    return { line, quantity, state: 'unfillable', blockedBy };
  }
  return { line, quantity, state: 'waiting', blockedBy: whyWaiting(sources, arrivals, supply) };
}

function whyWaiting(
  sources: readonly Source[],
  arrivals: readonly Arrival[],
  supply: Supply,
): string {
  if (arrivals.length > 0) return 'arrivals-used-up';
  if (!sources.some(mayRestock)) return 'stale-feed';
  return supply.overdue ? 'restock-overdue' : 'no-restock-date';
}
