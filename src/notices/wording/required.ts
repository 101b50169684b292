import type { Day } from '../../model/day.ts';
import type { NoticeType } from '../../model/notice.ts';
import type { Sku } from '../../model/sku.ts';
import { blockNames, renderTemplate, type Values } from './render.ts';
import { customsIn, valuesOf } from './values.ts';

/** What a notice cannot be without: variables anywhere in it, and elements with the variables that each must state. */
interface Requirements {
  readonly variables: readonly string[];
  readonly elements: { readonly [name: string]: readonly string[] };
}

/** Every message says whose order it is, what it is about, and whom to turn to. */
const order = ['store', 'contact', 'order', 'items'];

const refund = { refund: ['refund_days', 'amount'], 'no-charge': [] };
const choice = { 'free-answer': [], 'cancel-right': ['cancel'], ...refund };
const dated = ['old_date', 'new_date', 'keep'];
const undated = { 'no-date': [], reason: [], 'later-cancel': [] };
const autoCancel = { 'auto-cancel': ['limit'] };
const ended = {
  variables: order,
  elements: {
    cancelled: [],
    refund: ['refund_by', 'refund_days', 'amount'],
    'no-charge': [],
  },
};
const european = {
  'cancel-right': ['refund_days'],
  'withdrawal-function': ['withdrawal_url'],
  ...refund,
};

/** What the law, or the contract, asks of each notice, and the next news that a waiting customer is promised. */
export const required: { readonly [T in NoticeType]: Requirements } = {
  ORDER_PROMISE: {
    variables: [...order, 'new_date'],
    elements: {
      date: ['new_date'],
      charge: [],
      'cancel-right': ['refund_days'],
      'withdrawal-function': ['withdrawal_url'],
      'next-update': ['next_update'],
    },
  },
  US_FIRST_SHORT: {
    variables: [...order, ...dated],
    elements: { ...choice, 'silence-agrees': ['new_date'], 'next-update': ['next_update'] },
  },
  US_FIRST_LONG: {
    variables: [...order, ...dated],
    elements: { ...choice, ...autoCancel, 'next-update': ['next_update'] },
  },
  US_FIRST_INDEFINITE: {
    variables: [...order, 'old_date', 'keep'],
    elements: { ...choice, ...autoCancel, ...undated, 'next-update': ['next_update'] },
  },
  US_RENEWED_DEFINITE: {
    variables: [...order, ...dated],
    elements: { ...choice, ...autoCancel, 'next-update': ['next_update'] },
  },
  US_RENEWED_INDEFINITE: {
    variables: [...order, 'old_date', 'keep'],
    elements: { ...choice, ...autoCancel, ...undated, 'next-update': ['next_update'] },
  },
  US_MISSED_CANCEL: { ...ended, variables: [...order, 'old_date'] },
  SELLER_CANCEL: { ...ended, variables: [...order, 'old_date'] },
  CANCEL_CONFIRM: ended,
  TERMINATION_REFUND: ended,
  DELAY_PROPOSAL: {
    variables: [...order, ...dated, 'cancel'],
    elements: { question: [], unchanged: [], ...european, 'next-update': ['next_update'] },
  },
  LATE_OPEN: {
    variables: [...order, ...dated, 'cancel'],
    elements: { question: [], 'extra-period': [], ...european, 'next-update': ['next_update'] },
  },
  PREORDER_PROGRESS: {
    variables: [...order, 'new_date'],
    elements: { 'next-update': ['next_update'] },
  },
  READY_TO_SHIP: { variables: order, elements: {} },
  PARTIAL_SHIP: { variables: [...order, 'waiting'], elements: {} },
  BACK_IN_STOCK: { variables: ['store', 'contact', 'items'], elements: { stop: [] } },
};

/** What a template lacks of what its notice needs: names of elements and variables. */
export function lacking(type: NoticeType, source: string): readonly string[] {
  const template = source.replace(comment, '');
  const { variables, elements } = required[type];
  const parts = elementsOf(template);
  return [
    ...variables.filter((name) => !states(template, name)).map((name) => `{{ ${name} }}`),
    ...Object.entries(elements).flatMap(([name, own]) => {
      const bodies = parts.filter((part) => part.name === name && saysSomething(part.body));
      if (bodies.length === 0) return [`{% must "${name}" %}`];
      const text = bodies.map(({ body }) => body).join('');
      return own
        .filter((variable) => !states(text, variable))
        .map((variable) => `{{ ${variable} }} in {% must "${name}" %}`);
    }),
  ];
}

const comment = /\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|\{#.*?#\}/gs;
const element = /\{%-?\s*must\s+["']([a-z-]+)["']\s*-?%\}(.*?)\{%-?\s*endmust\s*-?%\}/gs;

function elementsOf(template: string): { readonly name: string; readonly body: string }[] {
  return [...template.matchAll(element)].map(([, name = '', body = '']) => ({ name, body }));
}

function states(template: string, variable: string): boolean {
  return new RegExp(`\\{\\{-?\\s*${variable}\\b`).test(template);
}

/** Words, or a variable that stands for some. */
function saysSomething(body: string): boolean {
  const words = body.replace(/\{%.*?%\}/gs, '').replace(/\{\{-?|-?\}\}/g, '');
  return /\p{L}/u.test(words);
}

/** Why a template cannot be used for a notice; undefined when it can. */
export function faultOf(type: NoticeType, template: string): string | undefined {
  const missing = lacking(type, template);
  if (missing.length > 0) return `it has lost ${missing.join(', ')}`;
  const samples = sampleValues(type);
  const known = new Set([...samples.flatMap((values) => Object.keys(values)), ...blockNames]);
  const unknown = namesIn(template).filter((name) => !known.has(name));
  if (unknown.length > 0)
    return `it names ${unknown.map((name) => `{{ ${name} }}`).join(', ')}, which there is not`;
  try {
    const said = new Set(samples.flatMap((values) => [...renderTemplate(template, values).said]));
    const unsaid = Object.keys(required[type].elements).filter((name) => !said.has(name));
    return unsaid.length > 0 ? `it never says ${unsaid.join(', ')}` : undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

/** Names of variables: those that are shown, and those that decide. */
function namesIn(template: string): readonly string[] {
  const shown = [...template.matchAll(/\{\{-?\s*([a-z_]\w*)/g)].map(([, name = '']) => name);
  const deciding = [
    ...template.matchAll(/\{%-?\s*(?:if|elsif|unless|case)\s+(.*?)-?%\}/gs),
  ].flatMap(
    ([, condition = '']) => condition.replace(/"[^"]*"|'[^']*'/g, '').match(/[a-z_]\w*/g) ?? [],
  );
  return [...new Set([...shown, ...deciding.filter((word) => !operators.has(word))])];
}

const operators: ReadonlySet<string> = new Set(
  'and or not contains true false nil null blank empty'.split(' '),
);

/** What a template may say, for invented lines: among them every turn that a letter can take. */
function sampleValues(type: NoticeType): readonly Values[] {
  const [oldDate, newDate] = ['2026-12-01' as Day, '2026-12-15' as Day];
  const notice = {
    ...{ type, orderId: '1001', lineId: '1', sku: 'A-1' as Sku, jurisdiction: 'EU-DE' },
    ...{ oldDate, newDate, autoCancelOn: newDate, refundBy: newDate },
    ...{ quantity: 1, to: 'a@b.example', locale: 'en' },
  };
  const store = {
    name: 'Shop',
    replyTo: 'help@shop.example',
    withdrawalUrl: 'https://shop.example',
    policy: 'Policy',
  };
  const topic = { lines: [{ notice }] as const, today: oldDate, isPart: false, store };
  const values = {
    ...valuesOf(topic, customsIn('en'), (text) => text),
    ...{ ordered_on: 'today', amount: '1', waiting_date: 'later', keep: 'KEEP', cancel: 'CANCEL' },
  };
  return [
    values,
    { ...values, charged: false, payment: 'authorized' },
    { ...values, charged: false, payment: 'pending' },
    { ...values, ship: true, european: false, working: true, withdrawal_url: undefined },
    { ...values, new_date: undefined, days_later: undefined, limit: undefined },
    { ...values, custom_made: true, essential: true, part: true },
  ];
}
