import { addDays, type Day, laterDay } from '../model/day.ts';
import type { SkuOverride } from '../model/policy.ts';
import { statuses } from '../model/status.ts';
import { wholeKits } from './kits.ts';
import type { Made } from './serve-kit.ts';
import {
  ownLimit,
  type Position,
  pinned,
  type StatusInput,
  unavailable,
  unpinned,
  type Verdict,
} from './status.ts';

/** A part of a kit, as its own plan and the kit's dispatch days make it. */
export interface PartInKit {
  /** Units in each kit. */
  readonly quantity: number;
  readonly position: Position;
  readonly verdict: Verdict;
  /** What its status would be with nothing left to sell now. */
  readonly verdictWhenOut: () => Verdict;
  /** The day before which none of it ships in the kit, where it or the kit is yet to be released. */
  readonly releaseShipDate: Day | undefined;
}

/**
 * The stock of a kit: what there is of it as a whole, and what can be made of its parts; `made` of it is owed so. A
 * `safety_stock` of the kit's own is held back of both together.
 */
export function kitPosition(
  own: Position,
  parts: readonly PartInKit[],
  made: Made,
  override: SkuOverride | undefined,
): Position {
  const onHand = own.onHand + wholeKits(parts, ({ position }) => position.onHand);
  const held = Math.min(override?.safetyStock ?? 0, onHand);
  const makes = override?.discontinued ? 0 : wholeKits(parts, ({ position }) => position.free);
  return {
    committed: own.committed + made.kits,
    onHand,
    safetyStock: own.safetyStock + held,
    free: Math.max(0, own.free + makes - held),
    uncovered: own.uncovered + made.ahead,
  };
}

/**
 * The status of a kit: of what suppliers have of it as a whole (`own`) and of what its parts make the better one; of the
 * parts the worst one counts, with its reason. What `skus.csv` says of the kit holds for both together, of which
 * `position` is the stock.
 */
export function decideKit(
  own: StatusInput,
  parts: readonly PartInKit[],
  position: Position,
): Verdict {
  const kit = { ...own, position };
  const held = position.safetyStock - own.position.safetyStock;
  return pinned(withinLimit(heldBack(own, parts, held), kit), kit);
}

/** What is left to be sold beyond the units that the merchant holds back. */
function heldBack(own: StatusInput, parts: readonly PartInKit[], held: number): Verdict {
  const all = joined(own, madeOf(parts, own));
  if (all.status === 'available' && all.sellable <= held) {
    const later = parts.map((part) => ({ ...part, verdict: laterVerdict(part) }));
    const whole = { ...own, position: { ...own.position, free: 0 } };
    return joined(whole, madeOf(later, own));
  }
  if (all.status === 'available') return { ...all, sellable: all.sellable - held };
  const isCounted = all.reason === 'not-released' && own.override?.preorderLimit === undefined;
  return isCounted ? lessAhead(all, (all.aheadLimit ?? 0) - held) : all;
}

function laterVerdict({ verdict, verdictWhenOut }: PartInKit): Verdict {
  return verdict.status === 'available' ? verdictWhenOut() : verdict;
}

/** The kit's own limit for selling ahead counts what is owed of it, however it is had; the smaller limit counts. */
function withinLimit(verdict: Verdict, kit: StatusInput): Verdict {
  const { aheadLimit, reason, status } = verdict;
  const limit = ownLimit(kit, status);
  if (aheadLimit === undefined || limit === undefined) return verdict;
  const { committed, uncovered } = kit.position;
  const owed = reason === 'not-released' ? committed : uncovered;
  return lessAhead(verdict, Math.min(aheadLimit, limit - owed));
}

function lessAhead(verdict: Verdict, aheadLimit: number): Verdict {
  return aheadLimit > 0 ? { ...verdict, aheadLimit } : unavailable('limit-reached');
}

/** What suppliers have of a kit as a whole, and what is made of its parts, as one. */
function joined(own: StatusInput, made: Verdict): Verdict {
  if (!isHad(own, made)) return made;
  const whole = unpinned(own);
  if (whole.status === 'available' && made.status === 'available')
    return { ...whole, sellable: whole.sellable + made.sellable };
  if (isReleasedWith(whole, made))
    return { ...whole, aheadLimit: (whole.aheadLimit ?? 0) + (made.aheadLimit ?? 0) };
  const better = rank(whole) - rank(made);
  if (better !== 0) return better < 0 ? whole : made;
  return isEarlier(whole, made) ? whole : made;
}

/**
 * Whether a kit can be had as a whole, from a supplier that lists it or by the merchant's own date. That a release is
 * to come says nothing of how many there will be: where parts are there to make it of, these count.
 */
function isHad(own: StatusInput, made: Verdict): boolean {
  const { sources, arrivals, overrideRestock } = own.supply;
  if (sources.length === 0 && overrideRestock === undefined) return false;
  if (!isUnreleased(own) || made.status === 'unavailable') return true;
  return own.position.onHand > 0 || arrivals.length > 0;
}

function isUnreleased({ supply: { release }, today }: StatusInput): boolean {
  return release !== undefined && release > today;
}

function isReleasedWith(a: Verdict, b: Verdict): boolean {
  return a.reason === 'not-released' && b.reason === a.reason && a.shipDate === b.shipDate;
}

function rank({ status }: Verdict): number {
  return statuses.indexOf(status);
}

function isEarlier({ shipDate: a }: Verdict, { shipDate: b }: Verdict): boolean {
  return a !== undefined && (b === undefined || a <= b);
}

/** What the parts of a kit make of it, on no day before its release. Of a kit that is discontinued no more are made. */
function madeOf(parts: readonly PartInKit[], own: StatusInput): Verdict {
  if (own.override?.discontinued) return unavailable('discontinued');
  const made = ofWorst(parts);
  if (!isUnreleased(own) || made.status === 'unavailable') return made;
  const { shipDate, aheadLimit = made.sellable } = made;
  const released = parts.flatMap(({ releaseShipDate }) => releaseShipDate ?? []).reduce(laterDay);
  if (released > addDays(own.today, own.policy.preorderMaxWaitDays))
    return unavailable('release-too-far');
  const dated: Partial<Verdict> =
    shipDate !== undefined && shipDate > released
      ? {}
      : { shipDate: released, basis: 'release', restockDay: undefined };
  return { ...made, ...dated, status: 'preorder', reason: 'not-released', sellable: 0, aheadLimit };
}

function ofWorst(members: readonly PartInKit[]): Verdict {
  const parts = members.map((part) => {
    const { quantity, verdict } = part;
    const isTooFew = verdict.status === 'available' && verdict.sellable < quantity;
    const counted = isTooFew ? tooFew(part) : verdict;
    const units = counted.status === 'available' ? counted.sellable : (counted.aheadLimit ?? 0);
    return { verdict: counted, kits: Math.floor(units / quantity) };
  });
  const worst = parts.map(({ verdict }) => verdict).reduce((a, b) => (isWorse(b, a) ? b : a));
  const kits = Math.min(...parts.map((part) => part.kits));
  if (worst.status === 'unavailable') return { ...worst, sellable: 0 };
  if (worst.status === 'available') return { ...worst, sellable: kits };
  if (kits === 0) return unavailable('limit-reached');
  const latest = parts
    .map(({ verdict }) => verdict)
    .reduce((a, b) => ((b.shipDate ?? '') > (a.shipDate ?? '') ? b : a));
  const { shipDate, basis, supplier, restockDay } = latest;
  return { ...worst, sellable: 0, aheadLimit: kits, shipDate, basis, supplier, restockDay };
}

/** What is left of a part that makes no whole kit is held back by no buffer. */
function tooFew({ position, verdictWhenOut }: PartInKit): Verdict {
  const later = verdictWhenOut();
  const isHeld = later.reason === 'held-by-buffer' && position.safetyStock === 0;
  return isHeld ? { ...later, reason: 'no-restock-information' } : later;
}

function isWorse(a: Verdict, b: Verdict): boolean {
  return rank(a) > rank(b) || (rank(a) === rank(b) && (a.shipDate ?? '') > (b.shipDate ?? ''));
}
