import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { type NoticeType, noticeTypes } from '../../src/model/notice.ts';
import type { Language } from '../../src/notices/wording/language.ts';
import {
  customsOf,
  type LanguageCode,
  languageCodes,
  languageOf,
  loadLanguage,
} from '../../src/notices/wording/languages.ts';
import { renderTemplate } from '../../src/notices/wording/render.ts';
import { faultOf, lacking, required } from '../../src/notices/wording/required.ts';
import { customsIn } from '../../src/notices/wording/values.ts';

const languages = new Map<LanguageCode, Language>();

beforeAll(async () => {
  for (const code of languageCodes) languages.set(code, await loadLanguage(code));
});

function templateOf(code: LanguageCode, type: NoticeType): string {
  const language = languages.get(code);
  if (!language) throw new Error(`${code} is not loaded`);
  return language.templates[type];
}

const all = languageCodes.flatMap((code) => noticeTypes.map((type) => [code, type] as const));

/** Section 7 of the notice rules, by hand: what each notice must contain, and which element or variable holds it. */
const date = '{{ new_date }}';
const cancelRight = ['cancel-right', 'refund'];
const free = 'free-answer';
const waits = 'next-update';
const ended = ['cancelled', 'refund', 'no-charge'];
const sectionSeven: { readonly [T in NoticeType]: readonly string[] } = {
  US_FIRST_SHORT: [date, ...cancelRight, free, 'silence-agrees', waits],
  US_FIRST_LONG: [date, ...cancelRight, free, 'auto-cancel', waits],
  US_FIRST_INDEFINITE: [
    ...['no-date', 'reason', 'later-cancel'],
    ...[...cancelRight, free, 'auto-cancel', waits],
  ],
  US_RENEWED_DEFINITE: [date, ...cancelRight, free, 'auto-cancel', waits],
  US_RENEWED_INDEFINITE: [
    ...['no-date', 'reason', 'later-cancel'],
    ...[...cancelRight, free, 'auto-cancel', waits],
  ],
  US_MISSED_CANCEL: ended,
  SELLER_CANCEL: ended,
  CANCEL_CONFIRM: ended,
  TERMINATION_REFUND: ended,
  DELAY_PROPOSAL: [
    ...['question', 'unchanged', '{{ old_date }}', date],
    ...[...cancelRight, 'withdrawal-function', waits],
  ],
  LATE_OPEN: [
    ...['question', 'extra-period', '{{ old_date }}', date],
    ...[...cancelRight, 'withdrawal-function', waits],
  ],
  ORDER_PROMISE: ['date', 'charge', 'cancel-right', waits],
  PREORDER_PROGRESS: [date, waits],
  READY_TO_SHIP: [],
  PARTIAL_SHIP: ['{{ waiting }}'],
  BACK_IN_STOCK: ['stop'],
};

/** What an element of section 7 must state to be worth its name. */
const stated: { readonly [element: string]: readonly string[] } = {
  'silence-agrees': ['new_date'],
  'auto-cancel': ['limit'],
  'withdrawal-function': ['withdrawal_url'],
  'next-update': ['next_update'],
  date: ['new_date'],
};

describe('what a notice must contain', () => {
  it.each(noticeTypes)('has a name: %s', (type) => {
    const { variables, elements } = required[type];
    const names = [...Object.keys(elements), ...variables.map((name) => `{{ ${name} }}`)];
    expect(names).toEqual(expect.arrayContaining([...sectionSeven[type]]));
    for (const [element, own] of Object.entries(elements))
      expect(own).toEqual(expect.arrayContaining([...(stated[element] ?? [])]));
  });

  it.each(noticeTypes)('says in %s whose order it is, what it is about and whom to ask', (type) => {
    const alert = ['store', 'contact', 'items'];
    const common = type === 'BACK_IN_STOCK' ? alert : [...alert, 'order'];
    expect(required[type].variables).toEqual(expect.arrayContaining(common));
  });

  it.each(
    noticeTypes.filter((type) => /^US_(FIRST|RENEWED)|CANCEL|REFUND$|OPEN|PROPOSAL/.test(type)),
  )('says in %s how much comes back, and by when', (type) => {
    expect(required[type].elements['refund']).toEqual(
      expect.arrayContaining(['refund_days', 'amount']),
    );
  });
});

const opening = (name: string) => String.raw`\{%-?\s*must\s+"${name}"\s*-?%\}`;
const whole = (name: string) =>
  new RegExp(`(${opening(name)})(.*?)(\\{%-?\\s*endmust\\s*-?%\\})`, 'gs');

describe.each(all)('in %s, the wording of %s', (code, type) => {
  const { variables, elements } = required[type];

  it('has all that it must', () => {
    const template = templateOf(code, type);
    expect(lacking(type, template)).toEqual([]);
    expect(faultOf(type, template)).toBeUndefined();
  });

  it('is not used without one of its elements, an empty one, or one that is no more marked', () => {
    const template = templateOf(code, type);
    for (const name of Object.keys(elements)) {
      const lost = `{% must "${name}" %}`;
      for (const left of ['', '$1$3', '$1 \n$3', '$1{% if part %}{% endif %}…$3', '$2']) {
        const edited = template.replace(whole(name), left);
        expect(edited).not.toBe(template);
        expect(lacking(type, edited), `${name} as ${left}`).toContain(lost);
        expect(faultOf(type, edited)).toContain(`it has lost ${lost}`);
      }
    }
  });

  it('is not used without one of its variables', () => {
    const template = templateOf(code, type);
    for (const name of variables) {
      const edited = template.replace(mention(name), '');
      expect(edited).not.toBe(template);
      expect(lacking(type, edited)).toContain(`{{ ${name} }}`);
      expect(faultOf(type, edited)).toMatch(/^it has lost /);
    }
  });

  it('is not used without a variable that an element must state', () => {
    const template = templateOf(code, type);
    for (const [element, own] of Object.entries(elements)) {
      for (const name of own) {
        const edited = template.replace(whole(element), (text) => text.replace(mention(name), 'x'));
        expect(edited).not.toBe(template);
        expect(lacking(type, edited)).toContain(`{{ ${name} }} in {% must "${element}" %}`);
      }
    }
  });

  it('can be said in other words', () => {
    const template = templateOf(code, type);
    const tighter = template.replaceAll('{% must "', "{%-must  '").replaceAll('" %}', "'-%}");
    const edited = tighter.replaceAll('{{ ', '{{-').replaceAll('{% endmust %}', '{%- endmust -%}');
    const quoted = edited.replaceAll(/== '-%\}/g, '== "" %}');
    expect(lacking(type, quoted)).toEqual([]);
  });
});

function mention(name: string): RegExp {
  return new RegExp(`\\{\\{-?\\s*${name}\\b[^}]*\\}\\}`, 'g');
}

describe.each(languageCodes)('in %s, the day on which silence ends a line', (code) => {
  it.each(noticeTypes.filter((type) => 'auto-cancel' in required[type].elements))(
    'promises money in %s only to who was charged',
    (type) => {
      const [element = ''] = templateOf(code, type).match(whole('auto-cancel')) ?? [];
      const said = (charged: boolean) => {
        const values = { charged, limit: 'LIMIT', refund_by: 'REFUND DAY', keep: 'YES' };
        return renderTemplate(`Subject: x\n\n${element}`, values).blocks.map((block) =>
          block.kind === 'text' ? block.text : '',
        );
      };
      const money = /REFUND DAY|refund|Erstattung|rembours|reembols|rimbors|bedrag/i;
      expect(said(true).join()).toMatch(money);
      expect(said(false).join()).not.toMatch(money);
      expect(said(false).join()).toMatch(/LIMIT.*\.$/s);
    },
  );
});

describe('how a day is written', () => {
  it('has the first of a month as an ordinal in French alone', () => {
    const [first, other] = ['2026-12-01' as Day, '2026-12-11' as Day];
    const dates = (tag: string) => [first, other].map((one) => customsIn(tag).day(one));
    expect(dates('fr')).toEqual(['1er décembre 2026', '11 décembre 2026']);
    expect(dates('fr-CA')).toEqual(['1er décembre 2026', '11 décembre 2026']);
    expect(dates('it')).toEqual(['1 dicembre 2026', '11 dicembre 2026']);
    expect(dates('en-GB')).toEqual(['1 December 2026', '11 December 2026']);
  });
});

describe('a template', () => {
  const good = () => templateOf('en', 'READY_TO_SHIP');

  it.each([
    ['an unknown variable', '{{ custmer }}', 'it names {{ custmer }}, which there is not'],
    ['two of them', '{{ a }} {{- b | upcase }}{{ a }}', 'it names {{ a }}, {{ b }}, which'],
    ['a tag that is not closed', '{% if part %}', /tag .* not closed/],
    ['a condition that is not one', '{% if %}{% endif %}', /./],
    ['an unknown tag', '{% whatever %}', /tag "whatever" not found/],
    ['an unknown filter', '{{ store | shout }}', /undefined filter: shout/],
    ['an output that is not closed', '{{ store', /output .* not closed/],
    ['an element that is not closed', '{% must "cancelled" %}', /has no \{% endmust %\}/],
    ['the end of no element', '{% endmust %}', /tag "endmust" not found/],
    ['a file', '{% include "/etc/passwd" %}', /ENOENT|not found|Failed/i],
    ['a file that is rendered', '{% render "../secret" %}', /ENOENT|not found|Failed/i],
    ['a file that lays it out', '{% layout "x" %}', /ENOENT|not found|Failed/i],
  ])('with %s is at fault', (_, added, expected) => {
    const fault = faultOf('READY_TO_SHIP', `${good()}\n${added}`);
    if (typeof expected === 'string') expect(fault).toContain(expected);
    else expect(fault).toMatch(expected);
    expect(fault).not.toContain('\n');
  });

  it.each(['', '\n', 'Hello', 'subject: x\n\nHello', 'Subject:\n\nHello', 'Subject: {{ policy }}'])(
    'that begins %j is at fault for its subject',
    (start) => {
      const body = '{{ store }}{{ contact }}{{ order }}{{ items }}';
      expect(faultOf('READY_TO_SHIP', `${start}${body}`)).toMatch(/its first line must be|lost/);
    },
  );

  it('names all that it has lost', () => {
    expect(faultOf('READY_TO_SHIP', 'Subject: {{ order }}\n\nHello')).toBe(
      'it has lost {{ store }}, {{ contact }}, {{ items }}',
    );
  });

  it('may keep an element in one of two branches, with what it must state in all of them together', () => {
    const element = '{% must "stop" %}Stop.{% endmust %}';
    const either = `{% if policy %}${element}{% else %}{% must "stop" %}{% endmust %}{% endif %}`;
    const template = `Subject: x\n\n{{ store }} {{ contact }}\n\n{{ items }}\n\n${either}`;
    expect(faultOf('BACK_IN_STOCK', template)).toBeUndefined();
  });

  it.each([
    ['{% comment %}', '{% endcomment %}'],
    ['{% if false %}', '{% endif %}'],
  ])('says nothing between %s and %s', (open, close) => {
    const edited = templateOf('en', 'BACK_IN_STOCK').replace(whole('stop'), `${open}$&${close}`);
    expect(faultOf('BACK_IN_STOCK', edited)).toContain('stop');
  });

  it('with a misspelt variable in a condition is at fault', () => {
    const edited = `${good()}\n{% if paymnt %}You have not paid.{% endif %}`;
    expect(faultOf('READY_TO_SHIP', edited)).toBeDefined();
  });
});

describe('a letter that is rendered', () => {
  const values = {
    store: 'S',
    order: '1\ue0002',
    customer: '{{ store }}',
    gone: undefined,
    no: '',
  };

  it('takes values as they are', () => {
    const { subject, blocks } = renderTemplate('Subject: {{ order }}\n\n{{ customer }}', values);
    expect(subject).toBe('12');
    expect(blocks).toEqual([{ kind: 'text', text: '{{ store }}' }]);
  });

  it('holds what is undefined or blank for absent', () => {
    const absent = ['gone', 'no'].map((name) => `{% if ${name} %}x{% else %}y{% endif %}`);
    const { blocks } = renderTemplate(`Subject: s\n\n${absent.join('')}`, values);
    expect(blocks).toEqual([{ kind: 'text', text: 'yy' }]);
  });

  it('comes apart at blank lines and at what each form shows in its own way', () => {
    const template =
      'Subject:  s \n\n a\nb \n \t\n{{ items }}\n\n\n\nc {{ buttons }} d{{ waiting }}\n';
    expect(renderTemplate(template, values)).toMatchObject({
      subject: 's',
      blocks: [
        { kind: 'text', text: 'a\nb' },
        { kind: 'items' },
        { kind: 'text', text: 'c' },
        { kind: 'buttons' },
        { kind: 'text', text: 'd' },
        { kind: 'waiting' },
      ],
    });
  });

  it('reads nothing of the program that its values do not say', () => {
    for (const name of ['constructor', 'store.constructor', 'store.__proto__', 'process'])
      expect(() => renderTemplate(`Subject: s\n\n{{ ${name} }}`, values)).toThrow();
    const size = renderTemplate('Subject: {{ store.size }}\n', values);
    expect(size.subject).toBe('1');
  });
});

describe('a language', () => {
  it('has two words to answer with, each one that can be typed, and no other language has them', () => {
    for (const { keep, cancel } of languages.values()) {
      expect(keep).toMatch(/^[A-Z]+$/);
      expect(cancel).toMatch(/^[A-Z]+$/);
      expect(keep).not.toBe(cancel);
    }
    const said = [...languages.values()].map((one) => one.keep);
    expect(new Set(said).size).toBe(languages.size);
  });

  it('is known by its locale', () => {
    const locales = [
      'de',
      'DE',
      'de-AT',
      'de_CH',
      ' fr ',
      'en-US',
      'nl',
      'nld',
      'd',
      '',
      'pt',
      '-de',
    ];
    expect(locales.map(languageOf)).toEqual([
      ...['de', 'de', 'de', 'de', 'fr', 'en', 'nl'],
      ...[undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  it('has the customs of the place', () => {
    expect(customsOf('de', 'de-AT', 'EU-AT')).toBe('de-AT');
    expect(customsOf('en', 'en', 'US-CA')).toBe('en-US');
    expect(customsOf('en', '', 'UK')).toBe('en-GB');
    expect(customsOf('en', 'pt-BR', 'US')).toBe('en-US');
    expect(customsOf('fr', 'fr_ca', 'CA-QC')).toBe('fr-CA');
    expect(customsOf('es', 'es', 'US')).toBe('es');
  });
});
