import { type Day, daysBetween } from '../../model/day.ts';
import type { DueNotice } from '../../model/notice.ts';
import { isCharged, type OrderLine, orderDay } from '../../model/order.ts';
import { nextUpdate } from '../courtesy.ts';
import { isEu, isEuropean } from '../jurisdiction.ts';
import { lawOf } from '../rules/index.ts';
import type { Values } from './render.ts';

/** The store as its customers know it. */
export interface Sender {
  readonly name: string;
  /** Where customers answer to. */
  readonly replyTo?: string | undefined;
  /** Where customers of the EU can withdraw from their contract. */
  readonly withdrawalUrl?: string | undefined;
  /** What the store says of cancellations and returns. */
  readonly policy?: string | undefined;
}

/** One of the lines that a letter is about. */
interface LetterLine {
  readonly notice: DueNotice;
  /** Undefined where no export has it any more. */
  readonly line?: OrderLine | undefined;
}

/** What a letter is about; its lines share order, type and dates. */
export interface LetterTopic {
  readonly lines: readonly [LetterLine, ...LetterLine[]];
  readonly today: Day;
  /** Something of the order has shipped. */
  readonly isPart: boolean;
  readonly store: Sender;
}

/** How days and money are written. */
export interface Customs {
  day(day: Day): string;
  money(amount: number, currency: string): string;
}

/** Dates and money as people of a place write them, by its tag such as `de-AT`. */
export function customsIn(tag: string): Customs {
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  // In French the first of a month is an ordinal, which the formatter does not know.
  const ordinal = /^fr\b/i.test(tag) ? '1er ' : '1 ';
  return {
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, ordinal),
    money: (amount, currency) => {
      const style = { style: 'currency', currency } as const;
      return new Intl.NumberFormat(tag, style).format(amount);
    },
  };
}

const longestName = 80;

/** What the templates of a letter may say; texts from outside are cut and freed of signs that steer by `clean`. */
export function valuesOf(
  { lines, today, isPart, store }: LetterTopic,
  customs: Customs,
  clean: (text: string) => string,
): Values {
  const [{ notice, line }] = lines;
  const { oldDate, newDate, stillToCome } = notice;
  const day = (date: Day | undefined) => (date === undefined ? undefined : customs.day(date));
  const short = (text = '') => {
    return shorten(clean(text).trim(), longestName);
  };
  return {
    store: clean(store.name),
    contact: store.replyTo && clean(store.replyTo),
    policy: store.policy && inLines(store.policy, clean),
    order: short(notice.orderId),
    ordered_on: line && day(orderDay(line)),
    customer: short(line?.customerName),
    title: short(line?.title ?? notice.title ?? notice.sku),
    old_date: day(oldDate),
    new_date: day(newDate),
    days_later: oldDate && newDate && daysBetween(oldDate, newDate),
    // Of the progress of a wait the old date is what the customer heard last.
    moved: newDate !== oldDate,
    // Of a confirmation that nobody answered: the day by which the answer was wanted.
    limit: day(notice.autoCancelOn),
    refund_by: day(notice.refundBy),
    amount: amountOf(lines, customs),
    part: isPart,
    ...paymentOf(line),
    ...rightsOf(notice, line, store, clean),
    next_update: day(newsBy(notice, today)),
    waiting_date: day(stillToCome?.by),
  };
}

/** The day by which the customer hears again: at the latest when the line would end. */
function newsBy({ newDate, autoCancelOn }: DueNotice, today: Day): Day {
  const next = nextUpdate(today, newDate);
  return autoCancelOn !== undefined && autoCancelOn < next ? autoCancelOn : next;
}

/** A text cut to so many signs, none of them in two. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const signs = [...text];
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text;
}

function paymentOf(line: OrderLine | undefined): Values {
  const { paymentState = undefined } = line ?? {};
  return { charged: isCharged({ paymentState }), payment: paymentState ?? '' };
}

/** What the law of the place, and the line's own conditions, give the customer. */
function rightsOf(
  { jurisdiction }: DueNotice,
  line: OrderLine | undefined,
  { withdrawalUrl }: Sender,
  clean: (text: string) => string,
): Values {
  const { dates, refund } = lawOf(jurisdiction);
  const {
    sellerCredit = false,
    customMade = false,
    deliveryEssential = false,
  } = line?.conditions ?? {};
  const european = isEuropean(jurisdiction);
  return {
    refund_days: refund.days,
    working: refund.working,
    billing_cycle: dates === 'ship' && sellerCredit,
    ship: dates === 'ship',
    european,
    withdrawal_url:
      isEu(jurisdiction) && !customMade ? withdrawalUrl && clean(withdrawalUrl) : undefined,
    custom_made: european && customMade,
    essential: deliveryEssential,
  };
}

/** A text of the merchant's own, whose lines stay lines. */
function inLines(text: string, clean: (text: string) => string): string {
  return text.split(/\r?\n/).map(clean).join('\n').trim();
}

/** What was paid for the units, where every line says so in one currency. */
function amountOf(lines: readonly LetterLine[], customs: Customs): string | undefined {
  const prices = lines.map(({ line, notice: { quantity } }) => {
    const { unitPrice, currency, paymentState = '' } = line ?? {};
    // A part of the price was paid, and nobody states which.
    if (paymentState === 'deposit' || paymentState === 'partially_refunded') return undefined;
    if (unitPrice === undefined || quantity === undefined) return undefined;
    if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
    return { amount: unitPrice * quantity, currency };
  });
  const [first] = prices;
  const known = prices.flatMap((price) =>
    price?.currency === first?.currency ? (price ?? []) : [],
  );
  if (!first || known.length < prices.length) return undefined;
  return customs.money(
    known.reduce((sum, { amount }) => sum + amount, 0),
    first.currency,
  );
}
