import { statuses } from '../model/status.ts';
import { wholeKits } from './kits.ts';
import type { Position, Verdict } from './status.ts';

/** A part of a kit with its own plan. */
export interface KitMember {
  /** Units in each kit. */
  readonly quantity: number;
  readonly planned: {
    readonly position: Position;
    readonly verdict: Verdict;
    /** What its status would be with nothing left to sell now. */
    readonly verdictWhenOut: Verdict;
  };
}

/** The stock of a kit: what there is of it as a whole, and what can be made of its parts; `made` of it is owed so. */
export function kitPosition(own: Position, members: readonly KitMember[], made: number): Position {
  return {
    ...own,
    committed: own.committed + made,
    onHand: own.onHand + wholeKits(members, ({ planned }) => planned.position.onHand),
    free: own.free + wholeKits(members, ({ planned }) => planned.position.free),
  };
}

/**
 * The status of a kit: of what suppliers have of it as a whole and of what its parts make the better one; of the parts
 * the worst one counts, with its reason. What the merchant says of the kit itself goes before both.
 */
export function kitVerdict(own: Verdict, members: readonly KitMember[]): Verdict {
  if (members.length === 0 || isOwnWord(own)) return own;
  const made = madeOf(members);
  if (own.status === 'available' && made.status === 'available')
    return { ...own, sellable: own.sellable + made.sellable };
  const better = rank(own) - rank(made);
  if (better !== 0) return better < 0 ? own : made;
  return isEarlier(own, made) ? own : made;
}

function isOwnWord({ reason }: Verdict): boolean {
  return ['pinned', 'not-released', 'release-too-far'].includes(reason);
}

function rank({ status }: Verdict): number {
  return statuses.indexOf(status);
}

function isEarlier({ shipDate: a }: Verdict, { shipDate: b }: Verdict): boolean {
  return a !== undefined && (b === undefined || a <= b);
}

function madeOf(members: readonly KitMember[]): Verdict {
  const parts = members.map(({ quantity, planned }) => {
    const { verdict } = planned;
    const isTooFew = verdict.status === 'available' && verdict.sellable < quantity;
    const counted = isTooFew ? tooFew(planned) : verdict;
    const units = counted.status === 'available' ? counted.sellable : (counted.aheadLimit ?? 0);
    return { verdict: counted, kits: Math.floor(units / quantity) };
  });
  const worst = parts.map(({ verdict }) => verdict).reduce((a, b) => (isWorse(b, a) ? b : a));
  const kits = Math.min(...parts.map((part) => part.kits));
  if (worst.status === 'unavailable') return { ...worst, sellable: 0 };
  if (worst.status === 'available') return { ...worst, sellable: kits };
  if (kits === 0) return { status: 'unavailable', reason: 'limit-reached', sellable: 0 };
  const latest = parts
    .map(({ verdict }) => verdict)
    .reduce((a, b) => ((b.shipDate ?? '') > (a.shipDate ?? '') ? b : a));
  const { shipDate, basis, supplier, restockDay } = latest;
  return { ...worst, sellable: 0, aheadLimit: kits, shipDate, basis, supplier, restockDay };
}

/** What is left of a part that makes no whole kit is held back by no buffer. */
function tooFew({ position, verdictWhenOut }: KitMember['planned']): Verdict {
  const isHeld = verdictWhenOut.reason === 'held-by-buffer' && position.safetyStock === 0;
  return isHeld ? { ...verdictWhenOut, reason: 'no-restock-information' } : verdictWhenOut;
}

function isWorse(a: Verdict, b: Verdict): boolean {
  return rank(a) > rank(b) || (rank(a) === rank(b) && (a.shipDate ?? '') > (b.shipDate ?? ''));
}
