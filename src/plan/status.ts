import { addDays, type Day } from '../model/day.ts';
import type { Policy, SkuOverride } from '../model/policy.ts';
import type { DateBasis, Reason, Status } from '../model/status.ts';
import { nextSource } from './next-source.ts';
import { type Arrival, type Estimate, mayRestock, type Supply } from './supply.ts';

/** The stock of a SKU after open orders. */
export interface Position {
  readonly onHand: number;
  readonly committed: number;
  readonly safetyStock: number;
  /** On hand, less the buffers, less what is owed. */
  readonly free: number;
  /** Units already sold ahead of the stock. */
  readonly uncovered: number;
}

/** A status with the rule behind it, and the date that may be shown. */
export interface Verdict {
  readonly status: Status;
  readonly reason: Reason;
  readonly sellable: number;
  /** Units that may still be sold ahead; undefined unless the status is backorder or preorder. */
  readonly aheadLimit?: number | undefined;
  readonly shipDate?: Day | undefined;
  readonly basis?: DateBasis | undefined;
  /** Whose stock or arrival the date comes from. */
  readonly supplier?: string | undefined;
  /** The restock day behind the ship date. */
  readonly restockDay?: Day | undefined;
  /** What the reason would be, were the status not pinned. */
  readonly unpinned?: Reason | undefined;
}

/**
 * The status as customers may be sold to: goods are sold ahead with a date only, and while some are left to sell. It
 * differs from a pinned one.
 */
export function soldAs({
  status,
  aheadLimit,
  shipDate,
}: Pick<Verdict, 'status' | 'aheadLimit' | 'shipDate'>): Status {
  const isShut = aheadLimit !== undefined && (aheadLimit <= 0 || shipDate === undefined);
  return isShut ? 'unavailable' : status;
}

export interface StatusInput {
  readonly supply: Supply;
  readonly position: Position;
  readonly policy: Policy;
  readonly today: Day;
  readonly override?: SkuOverride | undefined;
  /** Some older file of a supplier had it, its newest has not. */
  readonly wasListed: boolean;
  readonly previous?: Status | undefined;
}

/** Gives a SKU its status: the first rule that applies, in the order of the planning rules. */
export function decideStatus(input: StatusInput): Verdict {
  return pinned(unpinned(input), input);
}

/** Rule 1: the status that `skus.csv` gives, where it does, with the date that it had without. */
export function pinned(verdict: Verdict, input: StatusInput): Verdict {
  const status = input.override?.status;
  return status === undefined ? verdict : pin(status, verdict, input);
}

/** Rules 2 to 14. */
export function unpinned(input: StatusInput): Verdict {
  return beforeRelease(input) ?? fromStock(input) ?? withoutOffer(input) ?? soldAhead(input);
}

export function unavailable(reason: Reason): Verdict {
  return { status: 'unavailable', reason, sellable: 0 };
}

/** Rules 2 and 3. */
function beforeRelease({
  supply,
  position,
  policy,
  today,
  override,
}: StatusInput): Verdict | undefined {
  const { release, releaseShipDate } = supply;
  if (release === undefined || releaseShipDate === undefined || release <= today) return undefined;
  if (releaseShipDate > addDays(today, policy.preorderMaxWaitDays))
    return unavailable('release-too-far');
  const arriving = supply.arrivals.reduce((sum, { quantity }) => sum + quantity, 0);
  const expected = Math.max(0, position.onHand - position.safetyStock) + arriving;
  const limit =
    (override?.preorderLimit ?? (expected || policy.unknownRestockLimit)) - position.committed;
  if (limit <= 0) return unavailable('limit-reached');
  return {
    status: 'preorder',
    reason: 'not-released',
    sellable: 0,
    aheadLimit: limit,
    shipDate: releaseShipDate,
    basis: 'release',
    supplier: supply.preferred.id,
  };
}

/** Rule 4; a SKU that was gone comes back only with enough units to stay. */
function fromStock(input: StatusInput): Verdict | undefined {
  const { supply, position } = input;
  if (position.free <= 0 || comesBackTooThin(input)) return undefined;
  const next = nextSource(supply.sources, 1, ({ left }) => left);
  const fresh = supply.sources.filter(({ stale }) => !stale);
  return {
    status: 'available',
    reason: fresh.every(({ discontinued }) => discontinued) ? 'last-units' : 'in-stock',
    sellable: position.free,
    shipDate: next?.readyOn,
    basis: 'stock',
    supplier: next?.supplier,
  };
}

function comesBackTooThin({ position, policy, previous }: StatusInput): boolean {
  return (
    previous !== undefined &&
    previous !== 'available' &&
    position.free > 0 &&
    position.free < policy.returnQuantity
  );
}

/** Rules 5 to 7. */
function withoutOffer({ supply, wasListed }: StatusInput): Verdict | undefined {
  if (supply.overrideRestock !== undefined) return undefined;
  const { sources } = supply;
  if (sources.length === 0)
    return unavailable(wasListed ? 'not-in-latest-file' : 'not-in-any-feed');
  if (sources.every(({ discontinued }) => discontinued)) return unavailable('discontinued');
  if (!sources.some(mayRestock)) return unavailable('stale-feed');
  return undefined;
}

/** Rules 8 to 14. */
function soldAhead(input: StatusInput): Verdict {
  const { supply, position, policy, today } = input;
  const soon = addDays(today, policy.backorderMaxWaitDays);
  const far = addDays(today, policy.preorderMaxWaitDays);
  const next = nextFreeArrival(supply.arrivals, position.uncovered);
  if (supply.arrivals.length > 0 && !next) return unavailable('limit-reached');
  const isDoubtful = next?.terms.isUnreliable === true && next.shipDate <= far;
  if (next && !isDoubtful) {
    if (next.shipDate <= soon) return byArrival(input, next, 'backorder', 'restock-dated');
    if (next.shipDate <= far) return byArrival(input, next, 'preorder', 'restock-far');
  }
  return uncertain(input, isDoubtful ? next : undefined, soon, far) ?? nothingToCome(input, next);
}

/** Rules 11 and 12: an estimate, or the word of a supplier whose word has not held. */
function uncertain(
  input: StatusInput,
  doubtful: Arrival | undefined,
  soon: Day,
  far: Day,
): Verdict | undefined {
  const { estimates } = input.supply;
  const learned = estimates.find(
    ({ basis, terms, shipDate }) =>
      basis === 'learned' && terms.isUnreliable !== true && shipDate <= soon,
  );
  if (!doubtful && learned)
    return limited(input, 'backorder', 'restock-learned', unknownLimit(input), datedBy(learned));
  const [estimate] = estimates;
  if (doubtful && !(estimate && estimate.shipDate < doubtful.shipDate))
    return byDoubt(
      input,
      doubtful,
      soon,
      Math.min(arrivingBy(doubtful, input), unknownLimit(input)),
    );
  if (!estimate || estimate.shipDate > far) return undefined;
  return byDoubt(input, estimate, soon, unknownLimit(input));
}

/** Rules 13 and 14. */
function nothingToCome(input: StatusInput, next: Arrival | undefined): Verdict {
  return unavailable(next ? 'restock-too-far' : lastReason(input));
}

/** Rule 14. */
function lastReason(input: StatusInput): Reason {
  if (input.supply.overdue) return 'restock-overdue';
  if (comesBackTooThin(input)) return 'below-return-quantity';
  return input.position.onHand > input.position.committed
    ? 'held-by-buffer'
    : 'no-restock-information';
}

/** The first arrival at which more has arrived than is sold ahead already: what a new order would get. */
function nextFreeArrival(arrivals: readonly Arrival[], uncovered: number): Arrival | undefined {
  let arrived = 0;
  for (const arrival of arrivals) {
    arrived += arrival.quantity;
    if (arrived > uncovered) return arrival;
  }
  return undefined;
}

function byArrival(
  input: StatusInput,
  next: Arrival,
  status: 'backorder' | 'preorder',
  reason: Reason,
): Verdict {
  return limited(input, status, reason, arrivingBy(next, input), datedBy(next));
}

/** What will have come by the ship date of an arrival, less what is sold ahead already. */
function arrivingBy(next: Arrival, { supply, position }: StatusInput): number {
  const inTime = supply.arrivals.filter(({ shipDate }) => shipDate <= next.shipDate);
  return inTime.reduce((sum, { quantity }) => sum + quantity, 0) - position.uncovered;
}

function unknownLimit({ policy, position }: StatusInput): number {
  return policy.unknownRestockLimit - position.uncovered;
}

/** Rule 12: what the merchant does with goods that may come in. */
function byDoubt(
  input: StatusInput,
  restock: Arrival | Estimate,
  soon: Day,
  limit: number,
): Verdict {
  const { uncertainRestock } = input.policy;
  if (uncertainRestock === 'unavailable') return unavailable('restock-uncertain');
  const isBackorder = uncertainRestock === 'backorder' && restock.shipDate <= soon;
  const status = isBackorder ? 'backorder' : 'preorder';
  return limited(input, status, 'restock-uncertain', limit, datedBy(restock));
}

type Dated = Pick<Verdict, 'shipDate' | 'basis' | 'supplier' | 'restockDay'>;

function datedBy({ shipDate, basis, supplier, day }: Arrival | Estimate): Dated {
  return { shipDate, basis, supplier, restockDay: day };
}

/** The SKU's own limit applies too; a limit that is used up makes it unavailable. */
function limited(
  input: StatusInput,
  status: 'backorder' | 'preorder',
  reason: Reason,
  limit: number,
  dated: Dated,
): Verdict {
  const own = ownLimit(input, status);
  const aheadLimit = own === undefined ? limit : Math.min(limit, own - input.position.uncovered);
  return aheadLimit <= 0
    ? unavailable('limit-reached')
    : { status, reason, sellable: 0, aheadLimit, ...dated };
}

/** What the merchant says how many units may be sold ahead. */
export function ownLimit(
  { override }: Pick<StatusInput, 'override'>,
  status: Status,
): number | undefined {
  return status === 'preorder' ? override?.preorderLimit : override?.backorderLimit;
}

function pin(status: Status, verdict: Verdict, input: StatusInput): Verdict {
  const { position, policy } = input;
  const { shipDate, basis, supplier, restockDay } = verdict;
  const dated: Dated = status === 'unavailable' ? {} : { shipDate, basis, supplier, restockDay };
  const pinned: Verdict = {
    status,
    reason: 'pinned',
    sellable: status === 'available' ? position.free : 0,
    unpinned: verdict.reason,
    ...dated,
  };
  if (status !== 'backorder' && status !== 'preorder') return pinned;
  const own = ownLimit(input, status);
  const fallback =
    verdict.status === 'available'
      ? position.free
      : policy.unknownRestockLimit - position.uncovered;
  // Before its release all that is owed has come off already.
  const isCounted = own === undefined || verdict.reason === 'not-released';
  const aheadLimit = isCounted ? (verdict.aheadLimit ?? fallback) : own - position.uncovered;
  return { ...pinned, aheadLimit: Math.max(0, shipDate === undefined ? 0 : aheadLimit) };
}
