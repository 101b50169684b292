import type { Day } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Ending } from '../plan/ending.ts';
import { outstandingUnits } from '../plan/outstanding.ts';
import { caseOf, type StoreTerms } from './facts.ts';
import type { Histories } from './history.ts';
import type { Told } from './rules/law.ts';

/**
 * The lines that ended although the shop's export has them open: the customer cancelled, a question went unanswered, or
 * the customer was told that it is over.
 */
export function endedLines(
  lines: readonly OrderLine[],
  histories: Histories,
  today: Day,
  terms: ReadonlyMap<string, SupplierTerms>,
  store: StoreTerms,
): readonly Ending[] {
  const longest = Math.max(0, ...[...terms.values()].map(({ transitDays }) => transitDays));
  return lines.flatMap((line): Ending[] => {
    const { told } = histories(line);
    const units = told.length === 0 ? 0 : outstandingUnits(line, today);
    if (units === 0) return [];
    const transitDays = terms.get(line.supplier ?? '')?.transitDays ?? longest;
    const { law, facts } = caseOf(line, [], { ...store, today, transitDays, histories });
    const { ended } = law.agreement(facts);
    if (!ended || (ended.by === 'no-notice' && !told.some(isMissed))) return [];
    return [{ line, on: ended.on, units }];
  });
}

/** The customer was told that the line is cancelled, as nobody had asked in time. */
function isMissed(told: Told): boolean {
  return told.kind === 'sent' && told.type === 'US_MISSED_CANCEL';
}
