import type { Day } from '../../src/model/day.ts';
import { type DueNotice, type NoticeType, noticeTypes } from '../../src/model/notice.ts';
import type { OrderLine } from '../../src/model/order.ts';
import type { LanguageCode } from '../../src/notices/wording/languages.ts';
import type { Sender } from '../../src/notices/wording/values.ts';
import type { Letter } from '../../src/outputs/letter-forms.ts';
import { letterWriter, type Message } from '../../src/outputs/letters.ts';
import { day, type LineSketch, line, sku, today } from '../plan/builders.ts';

export const store: Sender = { name: 'Northwind Camping', replyTo: 'help@northwind.example' };

/** The days that notices speak of; no two are the same. */
export const days = {
  old: day('2026-11-24'),
  new: day('2026-12-08'),
  far: day('2027-01-12'),
  limit: day('2026-12-24'),
  refund: day('2027-01-06'),
  waiting: day('2026-12-18'),
} as const satisfies { readonly [name: string]: Day };

const choice = { oldDate: days.old, sendBy: days.old, targetDate: days.old };
const dated = { ...choice, newDate: days.new };
const silence = { ifSilent: 'cancelled', autoCancelOn: days.limit, refundBy: days.refund } as const;
const ended = { oldDate: days.old, refundBy: days.refund };

/** A usual notice of each type, as the laws make them. */
const usual: { readonly [T in NoticeType]: Partial<DueNotice> } = {
  ORDER_PROMISE: { newDate: days.new },
  US_FIRST_SHORT: { ...dated, ...silence, ifSilent: 'consent', autoCancelOn: days.new },
  US_FIRST_LONG: { ...dated, ...silence, newDate: days.far },
  US_FIRST_INDEFINITE: { ...choice, ...silence },
  US_RENEWED_DEFINITE: { ...dated, ...silence, autoCancelOn: days.old },
  US_RENEWED_INDEFINITE: { ...choice, ...silence, autoCancelOn: days.old },
  US_MISSED_CANCEL: { ...ended, ifSilent: 'cancelled', autoCancelOn: days.old },
  SELLER_CANCEL: ended,
  CANCEL_CONFIRM: ended,
  DELAY_PROPOSAL: { ...dated, ifSilent: 'unchanged' },
  LATE_OPEN: { ...dated, ifSilent: 'unchanged' },
  TERMINATION_REFUND: ended,
  PREORDER_PROGRESS: { oldDate: days.old, newDate: days.new },
  READY_TO_SHIP: { oldDate: days.old, newDate: days.new },
  PARTIAL_SHIP: {
    stillToCome: { lines: [{ lineId: '2', sku: sku('Y'), quantity: 2 }], by: days.waiting },
  },
  BACK_IN_STOCK: { orderId: '', lineId: '', quantity: undefined },
};

/** The law that a type mostly belongs to. */
export function usualPlace(type: NoticeType): string {
  if (type === 'BACK_IN_STOCK') return '';
  const european = ['DELAY_PROPOSAL', 'LATE_OPEN', 'TERMINATION_REFUND'];
  return european.includes(type) ? 'EU-DE' : 'US';
}

export function notice(type: NoticeType, change: Partial<DueNotice> = {}): DueNotice {
  return {
    ...{ orderId: '1001', lineId: '1', sku: sku('CHR-1'), quantity: 1, type },
    ...{ jurisdiction: usualPlace(type), to: 'ann@mail.example', locale: 'en' },
    ...usual[type],
    ...change,
  };
}

/** The line that a notice is about, as the order has it. */
export function lineOf({ orderId, lineId, sku: own, to }: DueNotice, sketch: LineSketch = {}) {
  return line({
    ...{ orderId, lineId, sku: own, customerEmail: to, customerName: 'Ann Lee' },
    ...{ title: 'Camping Chair', unitPrice: 12999.5, currency: 'EUR', paymentState: 'paid' },
    ...sketch,
  });
}

export interface LetterSketch {
  readonly type: NoticeType;
  readonly notice?: Partial<DueNotice>;
  readonly line?: LineSketch;
  /** Other lines of the shop. */
  readonly others?: readonly OrderLine[];
  readonly store?: Partial<Sender>;
  readonly language?: LanguageCode;
  /** Of its own wording. */
  readonly template?: string;
}

/** The letter of one notice. */
export async function letterOf(sketch: LetterSketch): Promise<Letter> {
  const { type, language = 'en', template } = sketch;
  const own = notice(type, { locale: language, ...sketch.notice });
  const isAlert = type === 'BACK_IN_STOCK';
  const lines = [...(isAlert ? [] : [lineOf(own, sketch.line)]), ...(sketch.others ?? [])];
  return await lettersOf([own], lines, { ...store, ...sketch.store }, template);
}

export async function lettersOf(
  message: Message,
  lines: readonly OrderLine[],
  from: Sender = store,
  template?: string,
): Promise<Letter> {
  const templates = template === undefined ? undefined : () => template;
  const write = letterWriter(
    { lines, store: from, today, language: 'en', templates },
    ({ lineId, sku: own }, { orderId }) =>
      lines.find((one) => one.orderId === orderId && one.lineId === lineId && one.sku === own),
  );
  return await write(message);
}

const withdrawalUrl = 'https://northwind.example/withdraw';

/** What else waits, or has left, of the order. */
const other = (sketch: LineSketch): OrderLine =>
  line({ orderId: '1001', lineId: '2', sku: 'Y', title: 'Tent Peg', quantity: 4, ...sketch });

const payments = ['paid', 'authorized', 'pending', 'deposit', undefined] as const;

/** The main ways in which a notice of a type can differ: one thing at a time. */
export function variantsOf(type: NoticeType): { [name: string]: LetterSketch } {
  const usually: { [name: string]: LetterSketch } = {
    usual: { type },
    'two units of four': { type, notice: { quantity: 2 }, line: { quantity: 4 } },
    'without a name, a title and a price': {
      type,
      line: { customerName: undefined, title: undefined, unitPrice: undefined },
    },
    'of a line that no export has any more': { type, line: { lineId: 'gone' } },
    'of a store without an address': { type, store: { replyTo: undefined } },
    'later by one day': { type, notice: oneDayLater(type) },
  };
  if (type === 'BACK_IN_STOCK') return { usual: { type } };
  if (type === 'PARTIAL_SHIP') Object.assign(usually, waitingVariants(type));
  for (const paymentState of payments)
    usually[`payment ${paymentState ?? 'not told'}`] = { type, line: { paymentState } };
  usually['a part has shipped'] = {
    type,
    others: [other({ fulfilledQuantity: 4, fulfilledAt: '2026-11-22' })],
  };
  for (const jurisdiction of placesOf(type))
    Object.assign(usually, placeVariants(type, jurisdiction));
  if (type === 'CANCEL_CONFIRM')
    usually['after no answer'] = { type, notice: { autoCancelOn: days.limit } };
  return usually;
}

function oneDayLater(type: NoticeType): Partial<DueNotice> {
  const { oldDate, newDate } = notice(type);
  return oldDate && newDate ? { newDate: day('2026-11-25') } : {};
}

function waitingVariants(type: NoticeType): { [name: string]: LetterSketch } {
  const { stillToCome } = notice(type);
  const others = [other({})];
  return {
    'with a line that waits': { type, others },
    'without a date for what waits': {
      type,
      others,
      notice: { stillToCome: { lines: stillToCome?.lines ?? [] } },
    },
  };
}

const undatable: ReadonlySet<NoticeType> = new Set([
  'DELAY_PROPOSAL',
  'LATE_OPEN',
  'PREORDER_PROGRESS',
  'READY_TO_SHIP',
]);

function placeVariants(type: NoticeType, jurisdiction: string): { [name: string]: LetterSketch } {
  const place = { type, notice: { jurisdiction } };
  const variants: { [name: string]: LetterSketch } = {
    [jurisdiction]: place,
    [`${jurisdiction} custom-made`]: { ...place, line: { conditions: { customMade: true } } },
    [`${jurisdiction} essential`]: { ...place, line: { conditions: { deliveryEssential: true } } },
  };
  if (jurisdiction.startsWith('US'))
    variants[`${jurisdiction} seller credit`] = {
      type,
      notice: { jurisdiction, refundBy: undefined },
      line: { conditions: { sellerCredit: true } },
    };
  if (jurisdiction.startsWith('EU'))
    variants[`${jurisdiction} with a withdrawal function`] = { ...place, store: { withdrawalUrl } };
  if (undatable.has(type))
    variants[`${jurisdiction} undated`] = { type, notice: { jurisdiction, newDate: undefined } };
  if (type === 'PREORDER_PROGRESS')
    variants[`${jurisdiction} unmoved`] = { type, notice: { jurisdiction, oldDate: days.new } };
  if (type === 'ORDER_PROMISE')
    variants[`${jurisdiction} with a policy`] = {
      ...place,
      store: { policy: 'You can return what you do not like.\nSee our site.\n' },
    };
  return variants;
}

function placesOf(type: NoticeType): readonly string[] {
  if (type.endsWith('_INDEFINITE')) return ['US'];
  if (type.startsWith('US_')) return ['US', 'US-CA'];
  if (type === 'LATE_OPEN' || type === 'TERMINATION_REFUND') return ['EU-DE', 'UK'];
  if (type === 'DELAY_PROPOSAL') return ['EU-DE', 'UK', 'CA-ON', 'AU', 'OTHER'];
  return ['US', 'US-CA', 'EU-DE', 'UK', 'CA-ON'];
}

/** Every type, as its name in file names. */
export const typeNames: readonly (readonly [string, NoticeType])[] = noticeTypes.map((type) => [
  type.toLowerCase().replaceAll('_', '-'),
  type,
]);
