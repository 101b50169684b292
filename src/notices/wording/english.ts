import { type Day, daysBetween, spellDay } from '../../model/day.ts';
import type { DueNotice } from '../../model/notice.ts';
import { lawOf } from '../rules/index.ts';
import type { RefundTime } from '../rules/law.ts';

/** What a letter is about; texts from outside must be free of control characters already. */
export interface Letter {
  readonly order: string;
  readonly orderedOn: Day | undefined;
  readonly customer: string;
  /** `1 × Camping Chair (CHR-1)` */
  readonly items: readonly string[];
  readonly store: string;
  readonly contact?: string | undefined;
  /** Any of the lines: they share type and dates. */
  readonly notice: DueNotice;
}

interface Wording {
  readonly subject: string;
  readonly opening: string;
  readonly body: readonly string[];
}

/** Subject and paragraphs of the letter for a notice. */
export function englishLetter(letter: Letter): {
  readonly subject: string;
  readonly paragraphs: readonly string[];
} {
  const { subject, opening, body } = wordingOf(letter);
  const { customer, items, store, contact } = letter;
  return {
    subject: `Order ${letter.order}: ${subject}`,
    paragraphs: [
      customer === '' ? 'Hello,' : `Hello ${customer},`,
      opening,
      items.map((item) => `  ${item}`).join('\n'),
      ...body,
      contact === undefined ? store : `${store}\n${contact}`,
    ],
  };
}

function wordingOf(letter: Letter): Wording {
  const { notice } = letter;
  const when = letter.orderedOn === undefined ? '' : ` of ${spellDay(letter.orderedOn)}`;
  const order = `your order ${letter.order}${when}`;
  switch (notice.type) {
    case 'US_FIRST_SHORT':
    case 'US_FIRST_LONG':
    case 'US_FIRST_INDEFINITE':
      return {
        subject: 'shipping delay, please choose',
        opening: `These items of ${order} will ship late:`,
        body: [...shippingDates(notice), ...choice(notice), ...silence(notice)],
      };
    case 'US_MISSED_CANCEL':
      return {
        subject: 'cancelled, full refund',
        opening: `These items of ${order} are cancelled:`,
        body: [
          `${wereDue(notice)} They did not, and we did not ask you in time. We are sorry. You do not have to do anything.`,
          refundIsDue(notice),
        ],
      };
    case 'SELLER_CANCEL':
      return {
        subject: 'cancelled, full refund',
        opening: `We are sorry: we have to cancel these items of ${order}:`,
        body: [
          `${wereDue(notice)} We cannot keep that date and have no other to offer you. You do not have to do anything.`,
          refundIsDue(notice),
        ],
      };
    case 'DELAY_PROPOSAL':
      return {
        subject: 'later delivery, please choose',
        opening: `These items of ${order} will arrive late:`,
        body: [...deliveryDates(notice), ...choice(notice), proposal(notice)],
      };
    case 'LATE_OPEN':
      return {
        subject: 'late delivery, please choose',
        opening: `These items of ${order} should have reached you, and have not. We are sorry:`,
        body: [...deliveryDates(notice), ...choice(notice), stillOpen(notice)],
      };
  }
}

function shippingDates(notice: DueNotice): readonly string[] {
  const old = `Old date: ships by ${spell(notice.oldDate)}`;
  if (notice.newDate !== undefined) return [`${old}\nNew date: ships by ${moved(notice)}`];
  return [
    `${old}\nNew date: we cannot give you one`,
    'The reason: we have none left for your order, and no date for new stock is confirmed.',
  ];
}

function deliveryDates(notice: DueNotice): readonly string[] {
  const next =
    notice.newDate === undefined
      ? 'we cannot give you one at present'
      : `delivery by ${moved(notice)}`;
  return [`Old date: delivery by ${spell(notice.oldDate)}\nNew date: ${next}`];
}

/** California wants the delay as a number of days; it helps everybody. */
function moved({ oldDate, newDate }: DueNotice): string {
  if (newDate === undefined) return spell(newDate);
  const days = daysBetween(oldDate, newDate);
  return `${spell(newDate)} (${days === 1 ? '1 day' : `${days} days`} later)`;
}

/** Both answers alike: neither is pressed on the customer. */
function choice(notice: DueNotice): readonly string[] {
  const agreed =
    notice.newDate === undefined
      ? 'to wait without a date'
      : `to the new date, ${spell(notice.newDate)}`;
  return [
    'Please answer this message with one of these words. It costs you nothing.',
    `KEEP: you agree ${agreed}.\nCANCEL: we cancel these items and send you a full refund.`,
    `The full refund is ${everything}, sent within ${refundTime(notice)}.`,
  ];
}

function silence({ type, newDate, autoCancelOn, refundBy }: DueNotice): readonly string[] {
  if (type === 'US_FIRST_SHORT') {
    return [
      `If we do not hear from you before we ship, and before ${spell(newDate)}, we will take it that you agree to the new date. You can cancel free of charge until it ships.`,
    ];
  }
  const limit = spell(autoCancelOn);
  const yes = `We need your yes. If we have not shipped by ${limit} and have not received your KEEP by ${limit}, these items are cancelled automatically, and we send you the full refund by ${spell(refundBy)}.`;
  if (type === 'US_FIRST_LONG') return [yes];
  return [
    yes,
    'Also after a KEEP you can cancel free of charge, for a full refund, at any time before we ship.',
  ];
}

function proposal(notice: DueNotice): string {
  const proposed = notice.newDate === undefined ? '' : `We propose ${spell(notice.newDate)}. `;
  return `${proposed}Your order stays as it is unless you agree. ${rightToCancel(notice)}`;
}

function stillOpen(notice: DueNotice): string {
  return `Without an answer your order stays open. You may also set us a further period that is reasonable; if we miss that too, or if the agreed date was essential to you, you may end the contract. ${rightToCancel(notice)}`;
}

function rightToCancel(notice: DueNotice): string {
  return `It is your right to cancel free of charge at any time before delivery; we then refund everything within ${refundTime(notice)}.`;
}

const everything = 'all you paid for these items, shipping included, the way you paid it';

function wereDue({ jurisdiction, oldDate }: DueNotice): string {
  const verb = lawOf(jurisdiction).dates === 'ship' ? 'ship' : 'arrive';
  return `They were to ${verb} by ${spell(oldDate)}.`;
}

function refundIsDue({ refundBy }: DueNotice): string {
  return `You get a full refund: ${everything}, sent by ${spell(refundBy)}. If you have not been charged, nothing will be charged.`;
}

function refundTime({ jurisdiction }: DueNotice): string {
  const { days, working }: RefundTime = lawOf(jurisdiction).refund;
  return `${days} ${working ? 'working days' : 'days'}`;
}

function spell(day: Day | undefined): string {
  return day === undefined ? '(no date)' : spellDay(day);
}
