import type { Day } from '../model/day.ts';
import { articleIdentity, type OrderLine } from '../model/order.ts';
import { cancelledBy, outstandingUnits } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Case } from './facts.ts';
import { type DraftedNotice, endsLine, isEnd } from './history.ts';

/** Lines that the shop's export has as cancelled and not as refunded: the law may want a letter, and the money, all the same. */
export function cancelledInShop({ today, lines, ended }: Plan): readonly OrderLine[] {
  const planned = new Set(ended.map(({ line }) => articleIdentity(line)));
  return lines.filter(
    (line) =>
      line.orderId !== '' &&
      cancelledBy(line, today) > 0 &&
      outstandingUnits(line, today) === 0 &&
      line.paymentState !== 'refunded' &&
      !planned.has(articleIdentity(line)),
  );
}

/**
 * Whether a line that the shop cancelled ended by what was said of it, or not said in time. What the shop cancels of its
 * own accord is its own affair: silence ends a line only that had not been cancelled before.
 */
export function hasEndedBefore(
  { law, facts, line, history: { told } }: Case,
  drafts: readonly DraftedNotice[],
): boolean {
  const { ended } = law.agreement(facts);
  if (!ended) return false;
  if (told.some(isEnd)) return true;
  const { cancelledAt = ended.on }: { cancelledAt?: Day | undefined } = line;
  const isKnown = ended.by !== 'no-notice' || drafts.some(({ type }) => endsLine(type));
  return isKnown && ended.on <= cancelledAt;
}
