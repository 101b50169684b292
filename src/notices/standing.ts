import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Ruling } from '../model/notice.ts';
import type { OrderLine } from '../model/order.ts';
import type { Case } from './facts.ts';
import {
  asksForAnswer,
  type DraftedNotice,
  draftedLine,
  type History,
  lastSent,
  wasSent,
} from './history.ts';

/** Finds what was drafted for a line up to a day. */
export function draftsUpTo(
  today: Day,
  recorded: readonly DraftedNotice[],
): (line: OrderLine) => readonly DraftedNotice[] {
  const known = recorded.filter(({ draftedOn }) => draftedOn <= today);
  const drafts = groupBy(known, draftedLine);
  return (line) => drafts.get(draftedLine(line)) ?? [];
}

/** Whether the customer was sent what a line calls for. `drafts` are those of the line. */
export function isSaid(own: Case, ruling: Ruling, drafts: readonly DraftedNotice[]): boolean {
  const { history, facts } = own;
  if (wasSent(ruling, history)) return true;
  const sent = lastSent(history, ruling);
  const letter =
    sent &&
    drafts.findLast(
      ({ type, newDate, draftedOn }) =>
        type === sent.type && newDate === sent.newDate && draftedOn <= sent.on,
    );
  if (!letter || !isLeftLying(own, ruling, letter)) return false;
  // That a date has passed is said once. Whoever was asked for more than the day that is agreed was asked in time.
  if (ruling.type === 'LATE_OPEN' || isBefore(ruling.sendBy, letter.newDate)) return true;
  return !isLastCall(own, facts.today, ruling.sendBy);
}

/** Whether a draft that is not on record as sent still says what a line calls for today. */
export function standsUnsent(own: Case, ruling: Ruling, draft: DraftedNotice): boolean {
  const { history, facts } = own;
  if (hasBounced(draft, history)) return false;
  if (draft.newDate === ruling.newDate) return isOnMatter(draft, ruling);
  if (!isLeftLying(own, ruling, draft) || isBefore(draft.newDate, facts.today)) return false;
  // What goes out on the last day gives a date that can be kept.
  const isOfLastDay = isLastCall(own, draft.draftedOn, draft.sendBy);
  return isOnMatter(draft, ruling) && (isOfLastDay || !isLastCall(own, facts.today, ruling.sendBy));
}

/** The first draft of what a line calls for that is not on record as sent, be its date that of another day's dispatch. */
export function firstUnsent(
  own: Case,
  ruling: Ruling,
  drafts: readonly DraftedNotice[],
): DraftedNotice | undefined {
  const sent = lastSent(own.history, ruling);
  return drafts
    .filter(
      (draft) =>
        isOnMatter(draft, ruling) &&
        (draft.newDate === ruling.newDate || isLeftLying(own, ruling, draft)) &&
        (sent === undefined || draft.draftedOn > sent.on) &&
        !hasBounced(draft, own.history),
    )
    .toSorted((a, b) => (a.draftedOn < b.draftedOn ? -1 : 1))[0];
}

/**
 * Whether goods in stock will be later than a letter says for no other reason than that nobody has sent them off since:
 * they ship a day later every day, and that alone is no news.
 */
function isLeftLying({ law, ifSentOff }: Case, ruling: Ruling, letter: DraftedNotice): boolean {
  if (!ifSentOff || !asksForAnswer(ruling.type)) return false;
  if (ruling.type === 'LATE_OPEN' && !isOnMatter(letter, ruling)) return false;
  const { shipDate, deliverBy } = ifSentOff(letter.draftedOn);
  return letter.newDate === (law.dates === 'ship' ? shipDate : deliverBy);
}

function isOnMatter(draft: DraftedNotice, { type, oldDate }: Ruling): boolean {
  return draft.type === type && draft.oldDate === oldDate;
}

/** Whether no working day is left after a day on which to send what is wanted by another. */
function isLastCall({ law }: Case, day: Day, sendBy: Day | undefined): boolean {
  return isBefore(sendBy, law.workingDaysAfter(day, 1));
}

function isBefore(a: Day | undefined, b: Day | undefined): boolean {
  return a !== undefined && b !== undefined && a < b;
}

/** What was drafted up to the day on which a notice was sent that came back did not reach the customer. */
function hasBounced({ type, draftedOn }: DraftedNotice, { bounces }: History): boolean {
  return bounces.some((bounce) => bounce.type === type && draftedOn <= bounce.on);
}
