import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { type NoticeType, noticeTypes } from '../../src/model/notice.ts';
import {
  type LanguageCode,
  languageCodes,
  loadLanguage,
} from '../../src/notices/wording/languages.ts';
import { html, type Letter, plainText } from '../../src/outputs/letter-forms.ts';
import { day, line, sku } from '../plan/builders.ts';
import {
  days,
  type LetterSketch,
  letterOf,
  lettersOf,
  lineOf,
  notice,
  store,
  typeNames,
  usualPlace,
  variantsOf,
} from './letter-sketches.ts';

const withdrawalUrl = 'https://northwind.example/withdraw';

const isOf = (types: readonly NoticeType[]) => {
  const set: ReadonlySet<NoticeType> = new Set(types);
  return (type: NoticeType) => set.has(type);
};
const isEnd = isOf(['US_MISSED_CANCEL', 'SELLER_CANCEL', 'CANCEL_CONFIRM', 'TERMINATION_REFUND']);
const isEuropean = isOf(['DELAY_PROPOSAL', 'LATE_OPEN']);
const isDelay = (type: NoticeType) => /^US_(FIRST|RENEWED)_/.test(type) || isEuropean(type);

/** Blanks of every width as one kind: which of them a language uses is its own affair. */
const plain = (text: string) => text.replace(/\p{Zs}/gu, ' ');

async function textOf(sketch: LetterSketch): Promise<string> {
  const letter = await letterOf(sketch);
  return plain(`${letter.subject}\n\n${plainText(letter)}`);
}

const everyLanguage = languageCodes.flatMap((code) =>
  noticeTypes.map((type) => [code, type] as const),
);

it.each(typeNames)('the English letter %s reads like this', async (name, type) => {
  const isAmerican = usualPlace(type) === 'US';
  const waiting = { lineId: '2', sku: 'Y', title: 'Tent Peg', quantity: 2 };
  const text = await textOf({
    type,
    line: { unitPrice: 24, currency: isAmerican ? 'USD' : 'EUR' },
    others: [line({ orderId: '1001', ...waiting })],
    store: { withdrawalUrl, policy: 'You can return what you do not like within 30 days.' },
  });
  await expect(`Subject: ${text}`).toMatchFileSnapshot(`letters/${name}.txt`);
});

describe.each(everyLanguage)('in %s, a letter %s', (code, type) => {
  const letters = Promise.all(
    Object.entries(variantsOf(type)).map(async ([name, sketch]) => {
      const letter = await letterOf({ ...sketch, language: code });
      const text = plain(`${letter.subject}\n\n${plainText(letter)}`);
      return { name, sketch, letter, text, page: html(letter) };
    }),
  );

  it('is whole, whatever it is about', async () => {
    for (const { name, letter, text, page } of await letters) {
      expect(blanksIn(text), name).toEqual([]);
      for (const form of [text, page]) {
        expect(form, name).not.toMatch(/\{\{|\}\}|\{%|%\}|\uE000/);
        expect(form, name).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid/);
      }
      expect(page, name).toContain(`<html lang="${code}">`);
      expect(letter.language, name).toBe(code);
    }
  });

  it('says whose order it is, what it is about, and whom to turn to', async () => {
    for (const { name, sketch, letter, page } of await letters) {
      const own = { ...store, ...sketch.store };
      const order = type === 'BACK_IN_STOCK' ? 'CHR-1' : '1001';
      const facts = [own.name, own.replyTo ?? '', order, ...letter.items, ...letter.waiting];
      for (const fact of facts) {
        expect(plainText(letter), name).toContain(fact);
        expect(page, name).toContain(fact);
      }
      expect(letter.subject, name).toContain(order);
      expect(letter.items, name).toEqual([expect.stringContaining('CHR-1')]);
    }
  });

  it('never holds out hope, blames or sells', async () => {
    for (const { name, text } of await letters) expect(text, name).not.toMatch(never[code]);
  });

  it('spells dates and money as that language does', async () => {
    const [usual, ...others] = await letters;
    const isAmerican = usualPlace(type) === 'US';
    for (const date of datesOf(type)) expect(usual?.text).toContain(spelt(date, code, isAmerican));
    if (isEnd(type) || isDelay(type)) expect(usual?.text).toContain(sums[code]);
    for (const { name, text } of others)
      expect(text, name).not.toMatch(/\d{4}-\d\d|\d+\/\d+|12999/);
  });
});

/** Where a fact seems to be missing from a sentence. */
function blanksIn(text: string): readonly string[] {
  return text.split('\n').filter((one) => {
    const said = plain(one.trim());
    const hasGap = / [.,)]|\( |\(\)| {2}|[,;] ?[.,;]|^[.,;:]/.test(said);
    return hasGap || /[^\S\n]$/.test(one);
  });
}

/** The words for soon, for suppliers, and for what would be in place of money. */
const never: { readonly [C in LanguageCode]: RegExp } = {
  // `as soon as` is a condition, no hope.
  en: /(?<!\bas )\bsoon\b|supplier|manufacturer|vendor|warehouse|voucher|coupon|discount|store credit|gift card/i,
  de: /\bbald\b|demnächst|in Kürze|Lieferant|Hersteller|Großhändler|Gutschein|Rabatt|Nachlass|Gutschrift(?! auf Ihrer Kartenabrechnung)/i,
  fr: /bientôt|prochainement|sous peu|fournisseur|fabricant|bon d[’']achat|\bcoupon|remise|réduction|rabais|un avoir\b/i,
  es: /pronto|en breve|próximamente|proveedor|fabricante|\bvales?\b|cupón|descuento|rebaja/i,
  it: /presto|a breve|prossimamente|fornitor|produttor|\bbuon[oi]\b|coupon|sconto|sconti/i,
  nl: /binnenkort|spoedig|\bgauw\b|leverancier|fabrikant|tegoed|\bbon\b|korting|voucher/i,
};

/** 12,999.50 EUR. */
const sums: { readonly [C in LanguageCode]: string } = {
  en: '(€12,999.50 ',
  de: '(12.999,50 € ',
  fr: '(12 999,50 € ',
  es: '(12.999,50 € ',
  it: '(12.999,50 € ',
  nl: '(€ 12.999,50 ',
};

const months: { readonly [C in LanguageCode]: { readonly [month: string]: string } } = {
  en: { '11': 'November', '12': 'December', '01': 'January' },
  de: { '11': 'November', '12': 'Dezember', '01': 'Januar' },
  fr: { '11': 'novembre', '12': 'décembre', '01': 'janvier' },
  es: { '11': 'noviembre', '12': 'diciembre', '01': 'enero' },
  it: { '11': 'novembre', '12': 'dicembre', '01': 'gennaio' },
  nl: { '11': 'november', '12': 'december', '01': 'januari' },
};

function spelt(date: Day, code: LanguageCode, isAmerican: boolean): string {
  const [year = '', number = '', padded = ''] = date.split('-');
  const month = months[code][number] ?? '';
  const own = Number(padded);
  if (code === 'en' && isAmerican) return `${month} ${own}, ${year}`;
  if (code === 'de') return `${own}. ${month} ${year}`;
  if (code === 'es') return `${own} de ${month} de ${year}`;
  return `${own} ${month} ${year}`;
}

/** The dates that a usual notice cannot be without. */
function datesOf(type: NoticeType): readonly Day[] {
  const { oldDate = days.old, newDate = days.new, autoCancelOn = days.limit } = notice(type);
  const { refund, waiting } = days;
  const news = type.startsWith('US_RENEWED_') ? autoCancelOn : day('2026-12-07');
  const dates: { readonly [T in NoticeType]: readonly Day[] } = {
    ORDER_PROMISE: [newDate, news],
    US_FIRST_SHORT: [oldDate, newDate, news],
    US_FIRST_LONG: [oldDate, newDate, autoCancelOn, refund, news],
    US_FIRST_INDEFINITE: [oldDate, autoCancelOn, refund, news],
    US_RENEWED_DEFINITE: [oldDate, newDate, autoCancelOn, refund, news],
    US_RENEWED_INDEFINITE: [oldDate, autoCancelOn, refund, news],
    US_MISSED_CANCEL: [oldDate, refund],
    SELLER_CANCEL: [oldDate, refund],
    CANCEL_CONFIRM: [refund],
    DELAY_PROPOSAL: [oldDate, newDate, news],
    LATE_OPEN: [oldDate, newDate, news],
    TERMINATION_REFUND: [refund],
    PREORDER_PROGRESS: [newDate, news],
    READY_TO_SHIP: [newDate],
    PARTIAL_SHIP: [waiting],
    BACK_IN_STOCK: [],
  };
  return dates[type];
}

describe('a letter that asks', () => {
  const asking = everyLanguage.filter(([, type]) => isDelay(type));

  it.each(asking)('in %s, %s: has two answers that look alike', async (code, type) => {
    const { keep, cancel } = await loadLanguage(code);
    const letter = await letterOf({ type, language: code });
    const text = plainText(letter);
    expect(text).toMatch(new RegExp(`^${keep}\\p{Zs}?: `, 'mu'));
    expect(text).toMatch(new RegExp(`^${cancel}\\p{Zs}?: `, 'mu'));
    const buttons = linksIn(letter);
    expect(buttons.map(({ word }) => word)).toEqual([keep, cancel]);
    expect(new Set(buttons.map(({ style }) => style)).size).toBe(1);
    for (const { href, word } of buttons) {
      const address = new URL(href);
      expect(address.protocol + address.pathname).toBe('mailto:help@northwind.example');
      expect(address.searchParams.get('subject')).toBe(`${word}: 1001`);
      expect(address.searchParams.get('body')).toBe(word);
    }
  });

  it.each(everyLanguage.filter(([, type]) => !isDelay(type)))(
    'is not this one: in %s, %s has no buttons',
    async (code, type) => {
      const { keep } = await loadLanguage(code);
      const letter = await letterOf({ type, language: code });
      expect(linksIn(letter)).toEqual([]);
      expect(plainText(letter)).not.toMatch(new RegExp(`^${keep}\\b`, 'm'));
    },
  );

  it('has no buttons where nobody takes the answer', async () => {
    const letter = await letterOf({ type: 'US_FIRST_SHORT', store: { replyTo: undefined } });
    expect(linksIn(letter)).toEqual([]);
  });
});

function linksIn(letter: Letter): { href: string; style: string; word: string }[] {
  const links = html(letter).matchAll(/<a href="([^"]*)" style="([^"]*)">([^<]*)<\/a>/g);
  return [...links].map(([, href = '', style = '', word = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    style,
    word,
  }));
}

describe('a letter on what has ended', () => {
  it.each(everyLanguage.filter(([, type]) => isEnd(type)))(
    'in %s, %s: speaks of no money where none has moved',
    async (code, type) => {
      const paid = await letterOf({ type, language: code });
      for (const paymentState of ['authorized', 'pending', 'voided'] as const) {
        const free = await letterOf({ type, language: code, line: { paymentState } });
        expect(plain(plainText(free))).not.toContain(sums[code]);
        expect(plainText(free)).not.toContain('2027');
        expect(free.subject.length).toBeLessThan(paid.subject.length);
      }
    },
  );

  it('says why it ended', async () => {
    const asked = await textOf({ type: 'CANCEL_CONFIRM' });
    const silent = await textOf({ type: 'CANCEL_CONFIRM', notice: { autoCancelOn: days.limit } });
    expect(asked).toContain('are cancelled, as you asked:');
    expect(silent).toContain('as we had no answer from you by December 24, 2026:');
  });

  it('names what shipping added where a part has shipped', async () => {
    const others = [
      line({
        orderId: '1001',
        lineId: '2',
        sku: 'Y',
        fulfilledQuantity: 1,
        fulfilledAt: '2026-11-22',
      }),
    ];
    const text = await textOf({ type: 'SELLER_CANCEL', others });
    expect(text).toContain('all you paid for these items, with what their shipping added');
    const tomorrow = others.map((one) => ({ ...one, fulfilledAt: day('2026-11-24') }));
    expect(await textOf({ type: 'SELLER_CANCEL', others: tomorrow })).toContain(
      'shipping included',
    );
  });
});

describe('the law of the place', () => {
  it.each([
    ['US', 'within 7 working days'],
    ['US-CA', 'within 7 days'],
    ['CA-ON', 'within 15 days'],
    ['AU', 'within 14 days'],
    ['UK', 'within 14 days'],
    ['EU-FR', 'within 14 days'],
  ])('of %s gives the time for refunds', async (jurisdiction, expected) => {
    const text = await textOf({ type: 'DELAY_PROPOSAL', notice: { jurisdiction } });
    expect(text).toContain(expected);
  });

  it('of the United States gives a billing cycle where the seller gave the credit', async () => {
    const sketch = { line: { conditions: { sellerCredit: true } } };
    const text = await textOf({
      type: 'US_FIRST_LONG',
      ...sketch,
      notice: { refundBy: undefined },
    });
    expect(text).toContain('sent within one billing cycle.');
    expect(text).toContain('we send you the full refund.');
    expect(text).not.toContain('7 working days');
  });

  it('of the Union gives 14 days also where the seller gave the credit', async () => {
    const line = { conditions: { sellerCredit: true } };
    expect(await textOf({ type: 'DELAY_PROPOSAL', line })).not.toContain('billing cycle');
  });

  const revocable = ['ORDER_PROMISE', 'DELAY_PROPOSAL', 'LATE_OPEN'] as const;

  it.each(languageCodes.flatMap((code) => revocable.map((type) => [code, type] as const)))(
    'of the Union, in %s: %s links to the withdrawal function, of nobody else',
    async (language, type) => {
      const of = (jurisdiction: string, customMade = false) =>
        textOf({
          ...{ type, language, notice: { jurisdiction }, store: { withdrawalUrl } },
          line: { conditions: { customMade } },
        });
      expect(await of('EU-AT')).toContain(withdrawalUrl);
      for (const place of ['UK', 'US', 'CA-ON', 'OTHER'])
        expect(await of(place)).not.toContain(withdrawalUrl);
      expect(await of('EU-AT', true)).not.toContain(withdrawalUrl);
      expect(await of('EU-AT', true)).not.toBe(await of('EU-AT'));
    },
  );

  it('of the Union has a link to follow in HTML', async () => {
    const url = 'https://northwind.example/withdraw?a=1&b=%22';
    const page = html(await letterOf({ type: 'LATE_OPEN', store: { withdrawalUrl: url } }));
    const address = 'https://northwind.example/withdraw?a=1&amp;b=%22';
    expect(page).toContain(`<a href="${address}" `);
    expect(page).toContain(`>${address}</a>`);
  });

  it('of Europe lets a customer go at once who said that the date is essential', async () => {
    const line = { conditions: { deliveryEssential: true } };
    const text = await textOf({ type: 'DELAY_PROPOSAL', line });
    expect(text).toContain(
      'You told us that the date is essential: you may end the contract at once',
    );
    const late = await textOf({ type: 'DELAY_PROPOSAL' });
    expect(late).not.toContain('essential');
  });

  it('of Europe asks before anything changes, also without a date', async () => {
    const text = await textOf({ type: 'DELAY_PROPOSAL', notice: { newDate: undefined } });
    expect(text).toContain('New date: we cannot give you one at present');
    expect(text).toContain('Do you want to wait without a date?');
    expect(text).toContain('KEEP: you agree to wait without a date.');
    expect(text).toContain('\n\nYour order stays as it is unless you agree.');
    expect(text).not.toContain('We propose');
  });
});

describe('a letter', () => {
  it('tells how many of an ordered line it is about, and falls back on the SKU', async () => {
    const type = 'US_FIRST_SHORT';
    const some = { type, notice: { quantity: 2 }, line: { quantity: 4 } } as const;
    expect(await textOf(some)).toContain('\n  2 of your 4 × Camping Chair (CHR-1)\n');
    expect(await textOf({ ...some, language: 'de' })).toContain('\n  2 von Ihren 4 × Camping');
    expect(await textOf({ type, line: { title: undefined } })).toContain('\n  1 × CHR-1\n');
    expect(await textOf({ type, line: { customerName: undefined } })).toContain('\n\nHello,\n\n');
    const gone = await textOf({ type, line: { lineId: 'gone' }, notice: { quantity: undefined } });
    expect(gone).toContain('of your order 1001 will ship late, and we are sorry:\n\n  CHR-1\n');
    expect(gone).not.toContain('for the items)');
    const mute = await textOf({ type, store: { replyTo: undefined } });
    expect(mute.endsWith('\n\nNorthwind Camping\n')).toBe(true);
  });

  it('adds up its lines where all say what they cost in one currency', async () => {
    const own = ['1', '2'].map((lineId) => notice('SELLER_CANCEL', { lineId, quantity: 2 }));
    const [first, second] = own;
    if (!first || !second) throw new Error('there are two');
    const sumOf = async (one: object, other: object) => {
      const lines = [
        lineOf(first, { quantity: 2, ...one }),
        lineOf(second, { quantity: 2, ...other }),
      ];
      const text = plainText(await lettersOf([first, second], lines));
      return /\(([^()]*) for the items\)/.exec(text)?.[1];
    };
    expect(await sumOf({ unitPrice: 0.1 }, { unitPrice: 0.2 })).toBe('€0.60');
    expect(await sumOf({}, { unitPrice: undefined })).toBeUndefined();
    expect(await sumOf({ currency: 'EUR' }, { currency: 'USD' })).toBeUndefined();
    expect(await sumOf({ unitPrice: 7, currency: 'JPY' }, { unitPrice: 7, currency: 'JPY' })).toBe(
      '¥28',
    );
  });

  it('does not say that the whole price was paid where it was a deposit', async () => {
    const text = await textOf({ type: 'SELLER_CANCEL', line: { paymentState: 'deposit' } });
    expect(text).not.toContain(sums.en);
  });

  it('is written in the language of the customer, else in that of the store', async () => {
    const languages = await Promise.all(
      ['de', 'de-AT', 'fr_CA', 'NL', 'pt-BR', '', 'english', 'deutsch'].map(
        async (locale) => (await letterOf({ type: 'READY_TO_SHIP', notice: { locale } })).language,
      ),
    );
    expect(languages).toEqual(['de', 'de', 'fr', 'nl', 'en', 'en', 'en', 'en']);
  });

  it('keeps to the customs of the country that the locale names', async () => {
    const of = (locale: string, jurisdiction: string) =>
      textOf({ type: 'SELLER_CANCEL', notice: { locale, jurisdiction } });
    expect(await of('en-GB', 'US')).toContain('by 24 November 2026');
    expect(await of('en', 'US-CA')).toContain('by November 24, 2026');
    expect(await of('en', 'CA-ON')).toContain('by 24 November 2026');
    expect(await of('de-CH', 'OTHER')).toMatch(/\(EUR 12[’']999\.50 für die Artikel\)/);
    expect(await of('fr_CA', 'CA-QC')).toContain('12 999,50 €');
  });

  it('promises the next news sooner where the wait is short', async () => {
    const promise = (newDate: string) =>
      textOf({ type: 'ORDER_PROMISE', notice: { newDate: day(newDate) } });
    expect(await promise('2027-01-21')).toContain('again by December 7, 2026');
    expect(await promise('2027-01-22')).toContain('again by December 23, 2026');
  });

  it('says when the customer pays', async () => {
    const told = async (paymentState: 'paid' | 'authorized' | 'deposit' | 'pending') =>
      (await textOf({ type: 'ORDER_PROMISE', line: { paymentState } })).split('\n\n').at(5);
    expect([await told('paid'), await told('authorized')]).toEqual([
      'You have paid in full; nothing more will be charged.',
      'Your payment is reserved, and charged when we ship.',
    ]);
    expect([await told('deposit'), await told('pending')]).toEqual([
      'You have paid a deposit; the balance is charged when we ship.',
      'You have not paid yet; we ship when your payment is here.',
    ]);
  });

  it('lists what still waits, with its date where one holds', async () => {
    const others = [line({ orderId: '1001', lineId: '2', sku: 'Y', title: 'Peg', quantity: 4 })];
    const on = await textOf({ type: 'PARTIAL_SHIP', others });
    expect(on).toContain('to come, and ship by December 18, 2026:\n\n  2 of your 4 × Peg (Y)\n');
    const lines = [{ lineId: '2', sku: sku('Y'), quantity: 4 }];
    const off = await textOf({ type: 'PARTIAL_SHIP', others, notice: { stillToCome: { lines } } });
    expect(off).toContain('still to come:\n\n  4 × Peg (Y)\n\nWe will write to you about');
  });

  it('names the article of an alert by what the shop calls it, and how to have no more of them', async () => {
    const letter = await letterOf({ type: 'BACK_IN_STOCK' });
    expect(letter.subject).toBe('Back in stock: CHR-1');
    expect(plainText(letter)).toContain('answer STOP');
    const named = await letterOf({ type: 'BACK_IN_STOCK', notice: { title: 'Camping Chair' } });
    expect(named.subject).toBe('Back in stock: Camping Chair');
    expect(named.items).toEqual(['Camping Chair (CHR-1)']);
  });

  it('follows the wording of the merchant', async () => {
    const template =
      'Subject: {{ order }}\n\n  Dear {{ customer }}  \n   \n{{ items }} x\n\n\n{{ buttons }}';
    const letter = await letterOf({ type: 'US_FIRST_SHORT', template });
    expect(letter.subject).toBe('1001');
    expect(plainText(letter)).toBe('Dear Ann Lee\n\n  1 × Camping Chair (CHR-1)\n\nx\n');
    expect(linksIn(letter)).toHaveLength(2);
  });

  it('keeps the lines of a policy', async () => {
    const policy = 'No returns.\r\n\r\nAsk us: {{ order }} <b>\u202e';
    const letter = await letterOf({ type: 'ORDER_PROMISE', store: { policy } });
    expect(plainText(letter)).toContain('\n\nNo returns.\n\nAsk us: {{ order }} <b>\ufffd\n\n');
    expect(html(letter)).toContain('Ask us: {{ order }} &lt;b&gt;\ufffd');
  });
});
