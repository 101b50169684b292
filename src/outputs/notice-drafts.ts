import { eventFields } from '../formats/notice-events.ts';
import type { Day } from '../model/day.ts';
import type { DueNotice, Notice } from '../model/notice.ts';
import type { OrderLine } from '../model/order.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Problem } from '../model/problem.ts';
import { isPlainAddress } from '../notices/address.ts';
import { adviceFor } from '../notices/wording/advice.ts';
import type { LanguageCode } from '../notices/wording/languages.ts';
import type { Sender } from '../notices/wording/values.ts';
import { toCsv } from './csv.ts';
import { toEml } from './eml.ts';
import { notAdvice } from './legal.ts';
import { html, type Letter, plainText } from './letter-forms.ts';
import { type FindLine, letterWriter, type Message, type Templates } from './letters.ts';
import { safeFileName } from './safe-name.ts';
import { harmless } from './terminal.ts';
import type { Row } from './view.ts';

/** What the drafts are made from. */
export interface DraftSource {
  readonly due: readonly DueNotice[];
  /** Order lines as customers know them. */
  readonly lines: readonly OrderLine[];
  readonly store: Sender;
  readonly today: Day;
  /** The language of customers whose own nothing is written in. */
  readonly language: LanguageCode;
  /** Wording that the merchant has edited. */
  readonly templates?: Templates | undefined;
  /** Only the index is wanted. */
  readonly isIndexOnly?: boolean | undefined;
  /** Told after each letter how many are written, and of how many. */
  readonly onLetter?: ((done: number, of: number) => void) | undefined;
}

/** The drafts, one file per order and kind of notice, and the notices with the file that each is in. */
export interface NoticeDrafts {
  readonly notices: readonly Notice[];
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/** Writes the drafts. A customer without a usable address gets none, is reported, and has a plain text instead. */
export async function noticeDrafts(source: DraftSource): Promise<NoticeDrafts> {
  const { due, lines, today } = source;
  const byKey = new Map(lines.map((line) => [lineKey(line, line.customerEmail ?? ''), line]));
  const lineOf: FindLine = ({ lineId, sku }, { orderId, to }) =>
    byKey.get(lineKey({ orderId, lineId, sku }, to));
  const messages = inMessages(due);
  const names = nameFiles(messages);
  const write = letterWriter(source, lineOf);
  const drafted: { readonly files: readonly OutputFile[]; readonly row: Row }[] = [];
  for (const message of source.isIndexOnly ? [] : messages) {
    const [first] = message;
    const name = names.get(messageKey(first)) ?? '';
    drafted.push(await draftOf(first, await write(message), lineOf(first, first), name, source));
    source.onLetter?.(drafted.length, messages.length);
  }
  const notices = due.map((notice) => ({
    ...notice,
    file: isPlainAddress(notice.to) ? `${names.get(messageKey(notice))}.eml` : '',
  }));
  const merge = drafted.map(({ row }) => row);
  return {
    notices,
    files: source.isIndexOnly
      ? []
      : [...drafted.flatMap(({ files }) => files), ...lists(notices, merge, lineOf, today)],
    problems: unusable(messages, lineOf),
  };
}

/** A message as a mail, as a text where no mail reaches the customer, and as a row of the mail merge. */
async function draftOf(
  notice: DueNotice,
  letter: Letter,
  line: OrderLine | undefined,
  name: string,
  { store, today }: DraftSource,
): Promise<{ files: OutputFile[]; row: Row }> {
  const { subject } = letter;
  const advice = adviceFor(notice, store.withdrawalUrl !== undefined);
  const text = plainText(letter);
  const isMail = isPlainAddress(notice.to);
  const files: OutputFile[] = [];
  if (isMail) {
    const comments = [notAdvice, ...advice].join(' ');
    const draft = { from: senderOf(store), to: notice.to, subject, text, html: html(letter) };
    const bytes = await toEml({ ...draft, comments, day: today, name });
    files.push({ path: `${name}.eml`, bytes });
  }
  if (!isMail || isMarketplace(line))
    files.push({ path: `${name}.txt`, bytes: encode(forMessaging(subject, text, advice)) });
  const row = {
    to: isMail ? notice.to : undefined,
    customer: line?.customerName,
    order_id: notice.orderId || undefined,
    type: notice.type,
    language: letter.language,
    subject,
    text,
    advice: advice.join(' ') || undefined,
    note: notAdvice,
  };
  return { files, row };
}

function senderOf({ name, replyTo }: Sender): { name: string; address: string } | undefined {
  const isUsable = replyTo !== undefined && isPlainAddress(replyTo);
  return isUsable ? { name: harmless(name), address: replyTo } : undefined;
}

const mergeColumns = [
  'to',
  'customer',
  'order_id',
  'type',
  'language',
  'subject',
  'text',
  'advice',
  'note',
];

/** For a mail merge, and for telling what has been sent. */
function lists(
  notices: readonly Notice[],
  merge: readonly Row[],
  lineOf: FindLine,
  today: Day,
): OutputFile[] {
  if (notices.length === 0) return [];
  const rows = notices
    .filter(({ orderId }) => orderId !== '')
    .map((notice) => ({
      order_id: notice.orderId,
      line_id: notice.lineId,
      type: notice.type,
      event: 'sent',
      on: today,
      new_date: notice.newDate,
      channel: lineOf(notice, notice)?.channel,
    }));
  const sent = { columns: eventFields, rows };
  return [
    {
      path: 'mail-merge.csv',
      bytes: encode(toCsv({ columns: mergeColumns, rows: merge }, ',', 'excel')),
    },
    ...(rows.length > 0 ? [{ path: 'sent.csv', bytes: encode(toCsv(sent)) }] : []),
  ];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A text to paste into a marketplace's own messages; what is for the merchant stands below the dashes. */
function forMessaging(subject: string, text: string, advice: readonly string[]): string {
  const toMerchant = ['---', ...advice, notAdvice];
  return `${subject}\n\n${text}\n${toMerchant.join('\n')}\n`;
}

const marketplaces = new Set(['amazon', 'ebay', 'etsy']);

function isMarketplace(line: OrderLine | undefined): boolean {
  return marketplaces.has((line?.channel ?? '').toLowerCase());
}

function inMessages(due: readonly DueNotice[]): readonly Message[] {
  const messages = new Map<string, [DueNotice, ...DueNotice[]]>();
  for (const notice of due) {
    const message = messages.get(messageKey(notice));
    if (message) message.push(notice);
    else messages.set(messageKey(notice), [notice]);
  }
  return [...messages.values()];
}

/** Of several channels two may use the same order number; their customers tell them apart. */
function messageKey(notice: DueNotice): string {
  const { orderId, to, type, oldDate, newDate, autoCancelOn, refundBy, conditions, sku } = notice;
  const dates = [oldDate, newDate, autoCancelOn, refundBy];
  const what = type === 'BACK_IN_STOCK' ? sku : '';
  return JSON.stringify([orderId, to, type, dates, conditions, what]);
}

function lineKey(
  { orderId, lineId, sku }: Pick<OrderLine, 'orderId' | 'lineId' | 'sku'>,
  address: string,
): string {
  return [orderId, lineId, sku, address].join('\0');
}

/** A file name for each message, without its ending, different also where upper and lower case are the same. */
function nameFiles(messages: readonly Message[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const [notice] of messages) {
    const kind = notice.type.toLowerCase().replaceAll('_', '-');
    const what = notice.orderId === '' ? notice.sku : notice.orderId;
    let name = safeFileName(what, `-${kind}`);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = safeFileName(what, `-${kind}-${count}`);
    }
    taken.add(name.toLowerCase());
    names.set(messageKey(notice), name);
  }
  return names;
}

/** Each order that cannot be written to, once. */
function unusable(messages: readonly Message[], lineOf: FindLine): readonly Problem[] {
  const orders = new Map<string, Problem>();
  for (const [notice] of messages) {
    const { orderId: order, to: value } = notice;
    const key = `${order}\0${value}`;
    if (isPlainAddress(value) || orders.has(key)) continue;
    // A marketplace has its own way to the customer.
    if (value === '' && isMarketplace(lineOf(notice, notice))) continue;
    const place = lineOf(notice, notice)?.place ?? { file: 'orders' };
    orders.set(key, { kind: 'address-unusable', place, value, order });
  }
  return [...orders.values()];
}
