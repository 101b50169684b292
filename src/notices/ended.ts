import type { OrderLine } from '../model/order.ts';
import type { Ending } from '../plan/ending.ts';
import { outstandingUnits } from '../plan/outstanding.ts';
import type { Case } from './facts.ts';
import { isEnd } from './history.ts';
import { type NoticesInput, openCases } from './notices.ts';

/**
 * The lines of a plan that must not ship although the shop's export has them open: the customer cancelled, a question
 * went unanswered, the customer was told that it is over, or the money went back.
 */
export function endedLines(input: NoticesInput): readonly Ending[] {
  if (!input.events?.length) return [];
  const { today } = input.plan;
  return openCases(input).flatMap((own): Ending[] => {
    const on = endOf(own);
    const units = on === undefined ? 0 : outstandingUnits(own.line, today);
    return on === undefined || units === 0
      ? []
      : [{ line: own.line, on, units, transitDays: own.facts.transitDays }];
  });
}

/**
 * Open lines that are cancelled by law as nobody asked their customers in time, while no such letter is on record: to
 * have them shipped and to pay them back are two things, of which a person chooses one.
 */
export function lapsedLines(input: NoticesInput): readonly OrderLine[] {
  return openCases(input).flatMap(({ law, facts, line, history: { told, refundedOn } }) => {
    const isLapsed = law.agreement(facts).ended?.by === 'no-notice';
    return isLapsed && !told.some(isEnd) && refundedOn === undefined ? [line] : [];
  });
}

function endOf({ law, facts, history: { told, refundedOn } }: Case): Ending['on'] | undefined {
  const { ended } = law.agreement(facts);
  // A line that nobody asked about in time may still be shipped by who does not know the law: the calendar says so.
  const isSaid = ended?.by !== 'no-notice' || told.some(isEnd);
  return ended && isSaid ? ended.on : refundedOn;
}
