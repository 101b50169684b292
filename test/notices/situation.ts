import type { NoticeType } from '../../src/model/notice.ts';
import { orderDay } from '../../src/model/order.ts';
import { lawOf } from '../../src/notices/rules/index.ts';
import type { LineFacts, Told } from '../../src/notices/rules/law.ts';
import { day } from '../plan/builders.ts';

/** An order line, what was promised, what has been written to and fro, and what is expected today. */
export interface Situation {
  readonly place: string;
  readonly ordered: string;
  readonly shipBy?: string;
  readonly deliverBy?: string;
  /** The day on which the seller learns of it: the plan's. */
  readonly today: string;
  /** The new ship date in the US, the new delivery date elsewhere. */
  readonly expected?: string;
  readonly unfillable?: boolean;
  readonly transitDays?: number;
  readonly unpaid?: boolean;
  /** The buyer applied to the seller for credit. */
  readonly credit?: boolean;
  readonly customMade?: boolean;
  /** The customer said before ordering that the date is essential. */
  readonly essential?: boolean;
  /**
   * In order of recording: `sent US_FIRST_SHORT 2026-11-24 > 2026-12-18` (without `> …` no date was given),
   * `consent 2026-11-25`, `consent 2026-11-25 > 2027-01-10` (to that very date), `cancel 2026-11-26`.
   */
  readonly history?: readonly string[];
}

export function factsOf(situation: Situation): LineFacts {
  const { place, shipBy, deliverBy, expected, unfillable = false, transitDays = 5 } = situation;
  const date = expected === undefined ? undefined : day(expected);
  const law = lawOf(place);
  return {
    today: day(situation.today),
    orderedOn: orderDay({ orderedAt: `${situation.ordered}T12:00:00` }),
    shipBy: shipBy === undefined ? undefined : day(shipBy),
    deliverBy: deliverBy === undefined ? undefined : day(deliverBy),
    transitDays,
    expectedShip: law.dates === 'ship' ? date : undefined,
    expectedDelivery: law.dates === 'delivery' ? date : undefined,
    unfillable,
    isUnpaid: situation.unpaid ?? false,
    sellerCredit: situation.credit,
    customMade: situation.customMade,
    deliveryEssential: situation.essential,
    history: (situation.history ?? []).map(toldIn),
  };
}

function toldIn(text: string): Told {
  const [what = '', to] = text.split(' > ');
  const words = what.split(' ');
  const [on, newDate] = [day(words.at(-1) ?? ''), to === undefined ? undefined : day(to)];
  if (words[0] === 'sent') return { kind: 'sent', type: words[1] as NoticeType, on, newDate };
  return words[0] === 'consent' ? { kind: 'consent', on, newDate } : { kind: 'cancel', on };
}

/** The ruling in one line: type, old date → new date, send by (target), what silence means, cancelled on, refund by. */
export function ruling(situation: Situation): string {
  const found = lawOf(situation.place).rule(factsOf(situation));
  if (!found) return 'none';
  const { type, oldDate, newDate, sendBy, targetDate, ifSilent, autoCancelOn, refundBy } = found;
  const or = (text: string | undefined) => text ?? '-';
  return `${type} ${or(oldDate)} > ${or(newDate)} send ${or(sendBy)} (${or(targetDate)}) ${or(ifSilent)} ${or(autoCancelOn)} refund ${or(refundBy)}`;
}
