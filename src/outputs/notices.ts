import type { DueNotice, Notice } from '../model/notice.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Problem } from '../model/problem.ts';
import { isPlainAddress } from '../notices/address.ts';
import { adviceFor } from '../notices/wording/advice.ts';
import { englishLetter } from '../notices/wording/english.ts';
import { safeFileName } from './safe-name.ts';
import { harmless } from './terminal.ts';
import type { Row, View } from './view.ts';

const columns = [
  'order_id',
  'line_id',
  'sku',
  'type',
  'jurisdiction',
  'old_date',
  'new_date',
  'send_by',
  'target_date',
  'if_silent',
  'auto_cancel_on',
  'refund_by',
  'to',
  'locale',
  'file',
] as const;

/** The index of the drafts, one row per order line. */
export function noticesView(notices: readonly Notice[]): View {
  return {
    columns,
    rows: notices.map(noticeRow),
    whenEmpty: 'No customer has to be told anything today.',
    glance: [
      { column: 'order_id', heading: 'Order', rank: 0 },
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'type', heading: 'Notice', rank: 0 },
      { column: 'jurisdiction', heading: 'Law', rank: 3 },
      { column: 'old_date', heading: 'Promised', rank: 2 },
      { column: 'new_date', heading: 'New date', rank: 1 },
      { column: 'send_by', heading: 'Send by', rank: 0 },
      { column: 'if_silent', heading: 'If silent', rank: 3 },
      { column: 'auto_cancel_on', heading: 'Cancelled on', rank: 3 },
      { column: 'refund_by', heading: 'Refund by', rank: 4 },
      { column: 'file', heading: 'Draft', rank: 5 },
    ],
  };
}

function noticeRow(notice: Notice): Row {
  return {
    order_id: notice.orderId,
    line_id: notice.lineId,
    sku: notice.sku,
    type: notice.type,
    jurisdiction: notice.jurisdiction,
    old_date: notice.oldDate,
    new_date: notice.newDate,
    send_by: notice.sendBy,
    target_date: notice.targetDate,
    if_silent: notice.ifSilent,
    auto_cancel_on: notice.autoCancelOn,
    refund_by: notice.refundBy,
    to: notice.to || undefined,
    locale: notice.locale || undefined,
    file: notice.file || undefined,
  };
}

/** The store as its customers know it. */
export interface Sender {
  readonly name: string;
  readonly replyTo?: string | undefined;
}

/** The drafts, one file per order and kind of notice, and the notices with the file that each is in. */
export interface NoticeDrafts {
  readonly notices: readonly Notice[];
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/** Writes the drafts. An order without a usable address gets none and is reported. */
export function noticeDrafts(
  due: readonly DueNotice[],
  lines: readonly OrderLine[],
  store: Sender,
): NoticeDrafts {
  const byKey = new Map(lines.map((line) => [lineKey(line, line.customerEmail ?? ''), line]));
  const lineOf: FindLine = (notice) => byKey.get(lineKey(notice, notice.to));
  const messages = inMessages(due);
  const writable = messages.filter(([first]) => isPlainAddress(first.to));
  const names = nameFiles(writable);
  return {
    notices: due.map((notice) => ({ ...notice, file: names.get(messageKey(notice)) ?? '' })),
    files: writable.map((message) => ({
      path: names.get(messageKey(message[0])) ?? '',
      bytes: new TextEncoder().encode(draftText(message, lineOf, store)),
    })),
    problems: unusable(messages, lineOf),
  };
}

type FindLine = (notice: DueNotice) => OrderLine | undefined;

/** The lines that one customer is told of together. */
type Message = readonly [DueNotice, ...DueNotice[]];

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
function messageKey({ orderId, to, type, oldDate, newDate }: DueNotice): string {
  return [orderId, to, type, oldDate, newDate ?? ''].join('\0');
}

function lineKey(
  { orderId, lineId, sku }: Pick<OrderLine, 'orderId' | 'lineId' | 'sku'>,
  address: string,
): string {
  return [orderId, lineId, sku, address].join('\0');
}

/** A file name for each message, different also where upper and lower case are the same. */
function nameFiles(messages: readonly Message[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const [notice] of messages) {
    const kind = notice.type.toLowerCase().replaceAll('_', '-');
    let name = safeFileName(notice.orderId, `-${kind}.txt`);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = safeFileName(notice.orderId, `-${kind}-${count}.txt`);
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
    const place = lineOf(notice)?.place ?? { file: 'orders' };
    orders.set(key, { kind: 'address-unusable', place, value, order });
  }
  return [...orders.values()];
}

/** Header lines, a blank line, the letter, and below a rule what is for the merchant only. */
function draftText(message: Message, lineOf: FindLine, store: Sender): string {
  const [notice] = message;
  const line = lineOf(notice);
  const { subject, paragraphs } = englishLetter({
    notice,
    order: harmless(notice.orderId),
    orderedOn: line && orderDay(line),
    customer: harmless(line?.customerName ?? '').trim(),
    items: message.map((one) => itemText(one, lineOf(one))),
    store: harmless(store.name),
    contact: store.replyTo && harmless(store.replyTo),
  });
  const toMerchant = [
    '---',
    ...adviceFor(notice),
    'This is a draft and not legal advice: check it, and send it without what stands below the dashes.',
  ];
  return `To: ${notice.to}\nSubject: ${subject}\n\n${paragraphs.join('\n\n')}\n\n${toMerchant.join('\n')}\n`;
}

function itemText({ sku, quantity }: DueNotice, line: OrderLine | undefined): string {
  const title = line?.title ? `${harmless(line.title)} (${harmless(sku)})` : harmless(sku);
  const ordered = line?.quantity ?? quantity;
  if (quantity === undefined || ordered === undefined) return title;
  return quantity < ordered
    ? `${quantity} of your ${ordered} × ${title}`
    : `${quantity} × ${title}`;
}
