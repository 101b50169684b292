import type { Day } from '../model/day.ts';
import type { DueNotice, NoticeType } from '../model/notice.ts';
import { type OrderLine, orderIdentity } from '../model/order.ts';
import { remembering } from '../model/remembered.ts';
import type { Language } from '../notices/wording/language.ts';
import {
  customsOf,
  type LanguageCode,
  languageOf,
  loadLanguage,
} from '../notices/wording/languages.ts';
import { renderTemplate, type Values } from '../notices/wording/render.ts';
import { customsIn, type Sender, shorten, valuesOf } from '../notices/wording/values.ts';
import { fulfilledBy } from '../plan/outstanding.ts';
import type { Letter } from './letter-forms.ts';
import { harmless } from './terminal.ts';

/** Templates that a merchant has edited, by language and notice. */
export type Templates = (language: LanguageCode, type: NoticeType) => string | undefined;

/** The lines that one customer is told of together. */
export type Message = readonly [DueNotice, ...DueNotice[]];

/** Finds an order line of the order and customer of a notice. */
export type FindLine = (
  line: Pick<OrderLine, 'lineId' | 'sku'>,
  notice: Pick<DueNotice, 'orderId' | 'to'>,
) => OrderLine | undefined;

interface Writing {
  readonly lines: readonly OrderLine[];
  readonly store: Sender;
  readonly today: Day;
  readonly language: LanguageCode;
  readonly templates?: Templates | undefined;
}

/** Writes letters in the language of their customers. */
export function letterWriter(
  { lines, store, today, language: usual, templates }: Writing,
  lineOf: FindLine,
): (message: Message) => Promise<Letter> {
  const shipped = new Set(lines.filter((line) => fulfilledBy(line, today) > 0).map(orderIdentity));
  const customsFor = remembering((tag) => customsIn(tag || 'en'));
  return async (message) => {
    const [first] = message;
    const code = languageOf(first.locale) ?? usual;
    const language = await loadLanguage(code);
    const customs = customsFor(customsOf(code, first.locale, first.jurisdiction));
    const [head, ...others] = message.map((notice) => ({ notice, line: lineOf(notice, notice) }));
    if (!head) throw new Error('a message without a line');
    const topic = {
      lines: [head, ...others] as const,
      today,
      isPart: head.line !== undefined && shipped.has(orderIdentity(head.line)),
      store,
    };
    const keep = { keep: language.keep, cancel: language.cancel };
    const values: Values = { ...valuesOf(topic, customs, harmless), ...keep };
    const template = templates?.(code, first.type) ?? language.templates[first.type];
    const { subject, blocks } = renderTemplate(template, values);
    const waiting = first.stillToCome?.lines ?? [];
    return {
      language: code,
      subject,
      blocks,
      link: values['withdrawal_url']?.toString(),
      items: topic.lines.map(({ notice, line }) => itemText(notice, line, language)),
      waiting: waiting.map((one) => itemText(one, lineOf(one, first), language)),
      answers:
        store.replyTo === undefined
          ? undefined
          : {
              words: values['custom_made'] ? [language.keep] : [language.keep, language.cancel],
              to: store.replyTo,
              subject: harmless(first.orderId),
            },
    };
  };
}

/** Longer titles are cut. */
const longestTitle = 200;

function itemText(
  { sku, quantity, title: named }: Pick<DueNotice, 'sku' | 'quantity' | 'title'>,
  line: OrderLine | undefined,
  language: Language,
): string {
  const name = shorten(harmless(line?.title ?? named ?? ''), longestTitle);
  const title = name === '' ? harmless(sku) : `${name} (${harmless(sku)})`;
  const ordered = line?.quantity ?? quantity;
  if (quantity === undefined || ordered === undefined) return title;
  return quantity < ordered
    ? `${language.of(quantity, ordered)} × ${title}`
    : `${quantity} × ${title}`;
}
