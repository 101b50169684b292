import type { ChalkInstance } from 'chalk';
import type { HeldFile } from '../book/holding.ts';
import { addDays, type Day, spellDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { isCourtesy, type Notice } from '../model/notice.ts';
import { lineIdentity } from '../model/order.ts';
import { asksForAnswer } from '../notices/history.ts';
import { customerLineCount } from '../plan/kits.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import type { Question } from '../plan/question.ts';
import type { Part } from '../plan/serve.ts';
import { soldAs } from '../plan/status.ts';
import { runsOut } from '../plan/stockout.ts';
import type { Strategy } from '../plan/strategy/strategy.ts';
import { acceptCommand } from './guard-texts.ts';
import { qualityLines } from './quality.ts';
import { strategyLines } from './strategy.ts';
import { lettersName } from './supplier-messages.ts';
import { harmless } from './terminal.ts';

/** What a day's run came to. */
/** What there is to do about customers beside letters that are drafted, the most urgent first. */
export const dutyKinds = ['went-out', 'ends', 'refund', 'refund-dearer', 'update'] as const;
type DutyKind = (typeof dutyKinds)[number];

export interface DaySummary {
  readonly store: string;
  readonly plan: Plan;
  readonly notices: readonly Notice[];
  /** Letters of earlier days that are to be sent by now and are not on record as sent. */
  readonly unsent: number;
  /** What else is due about customers by today, and of how many order lines. */
  readonly duties: readonly { readonly what: DutyKind; readonly lines: number }[];
  /** What suppliers are to be asked. */
  readonly questions: readonly Question[];
  readonly strategies: readonly Strategy[];
  /** Rows changed per listing file. */
  readonly listings: readonly { readonly path: string; readonly changed: number }[];
  /** Suppliers that a guard holds back. */
  readonly held: readonly HeldFile[];
  /** Problems that are new since the last run. */
  readonly newProblems: number;
  /** Lines of earlier purchase orders that are to be called back, in whole or in part. */
  readonly corrections: number;
  /** Lines of the purchase orders that were written, and how many of them lack an address; undefined where the shop does not want them of a run. */
  readonly orders: { readonly lines: number; readonly lacking: number } | undefined;
  /** By identity, the open lines that the law has as cancelled and nobody wrote to. */
  readonly lapsed: ReadonlySet<string>;
  /** The folder that was written, as the user would name it. */
  readonly folder: string;
}

const soonDays = 7;
const named = 5;

/** The day at a glance: what needs a person first, then where the shop stands. */
export function summaryText(summary: DaySummary, paint: ChalkInstance): string {
  const { plan, store } = summary;
  const todo = todoLines(summary);
  return [
    paint.bold(harmless(`${store} · ${spellDay(plan.today)}`)),
    '',
    paint.bold(todo.length > 0 ? 'Needs you today' : 'Nothing needs you today'),
    ...todo.map((line) => `  • ${line}`),
    '',
    paint.bold('What can be sold'),
    ...statusLines(plan),
    ...runsOutLines(plan, paint),
    ...openOrderLines(plan, paint),
    ...qualityLines(plan, summary.folder, paint),
    ...strategyLines(summary.strategies, summary.folder, paint),
    '',
  ].join('\n');
}

/** Where the shop stands, in four lines. */
export function statusTable(store: string, plan: Plan): string {
  return [harmless(`${store} · ${spellDay(plan.today)}`), ...statusLines(plan)].join('\n');
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** What to do about a supplier that a guard holds back. */
export function heldLine({ record: { supplier, asOf }, lastGood }: HeldFile): string {
  const instead =
    lastGood === undefined
      ? 'none of its stock counts'
      : `its stock of ${spellDay(lastGood)} counts`;
  return harmless(
    `look at the file of ${supplier} of ${spellDay(asOf)}: it is held back, ${instead}; if it is right: ${acceptCommand(supplier)}`,
  );
}

/** What a person has to see to today, the most urgent first. */
export function todoLines(summary: DaySummary): string[] {
  const { plan, notices, questions, listings, held, newProblems, folder } = summary;
  const urgent = notices.filter(
    ({ sendBy }) => sendBy !== undefined && sendBy <= plan.today,
  ).length;
  const upload = listings.filter(({ changed }) => changed > 0);
  return [
    ...held.map(heldLine),
    ...(notices.length > 0
      ? [
          `write to customers (drafts, not legal advice): ${lettersText(notices)}${urgent > 0 ? `; ${urgent} today at the latest` : ''}: ${folder}/notices
    once they are sent: dropship notices --record ${folder}/notices/sent.csv`,
        ]
      : []),
    ...(summary.unsent > 0
      ? [
          `${count(summary.unsent, 'letter')} of earlier days ${summary.unsent === 1 ? 'is' : 'are'} not on record as sent: dropship notices --due`,
        ]
      : []),
    ...summary.duties.map(({ what, lines }) => `${dutyTexts[what](lines)}: dropship notices --due`),
    ...upload.map(
      ({ path, changed }) => `upload ${folder}/${path}: ${count(changed, 'row')} changed`,
    ),
    ...orderLines(summary),
    ...askLines(questions, folder),
    ...(newProblems > 0
      ? [`look at ${count(newProblems, 'new problem')} in your files: ${folder}/problems.csv`]
      : []),
  ];
}

const dutyTexts: { readonly [D in DutyKind]: (lines: number) => string } = {
  'went-out': (lines) => `${count(lines, 'order line')} shipped although cancelled`,
  ends: (lines) => `${count(lines, 'order line')} cancelled tonight unless shipped or agreed to`,
  refund: (lines) => `${count(lines, 'order line')} to be paid back by now`,
  'refund-dearer': (lines) =>
    `${count(lines, 'order line')} to be paid back, which costs more by the day`,
  update: (lines) => `${count(lines, 'order line')} on which customers were promised word by now`,
};

/** What suppliers are to ship now: with purchase orders of this run, or without. */
function orderLines(summary: DaySummary): string[] {
  const { plan, orders, corrections, folder, lapsed } = summary;
  const ready = plan.parts.filter(({ state }) => state === 'ship-now');
  const isLapsed = ({ line }: Part) => lapsed.has(lineIdentity(line));
  const withheld = customerLineCount(ready.filter(isLapsed));
  const choose =
    withheld > 0
      ? [
          `${count(withheld, 'order line')} in stock cancelled by law, as nobody asked in time, and not ordered from suppliers: send the letter, or record what was sent or agreed to: dropship notices --due`,
        ]
      : [];
  if (orders !== undefined) {
    const { lines, lacking } = orders;
    const which = `${count(lines, 'line')} of purchase orders`;
    const asked = lacking > 0 ? `, ${lacking.toLocaleString('en-US')} without an address` : '';
    const send = lines > 0 ? [`send suppliers ${which}${asked}: ${folder}/purchase-orders`] : [];
    return [...send, ...choose];
  }
  const shipNow = customerLineCount(ready.filter((part) => !isLapsed(part)));
  const recalls =
    corrections > 0
      ? [
          `tell suppliers of ${count(corrections, 'order line')} that they are to ship less of, or none: dropship suppliers --purchase-orders`,
        ]
      : [];
  return [
    ...recalls,
    ...(shipNow > 0
      ? [
          `have suppliers ship ${count(shipNow, 'order line')} that they have in stock (${folder}/orders.csv): dropship suppliers --purchase-orders`,
        ]
      : []),
    ...choose,
  ];
}

/** The suppliers to ask, those first on whom the most depends. */
function askLines(questions: readonly Question[], folder: string): string[] {
  return [...groupBy(questions, ({ supplier }) => supplier)].map(([supplier, own]) => {
    const articles = new Set(own.flatMap(({ sku }) => sku ?? [])).size;
    const what = [
      ...(own.some(({ kind }) => kind === 'feed-stale') ? ['for a new stock list'] : []),
      ...(articles > 0 ? [`about ${count(articles, 'article')}`] : []),
    ];
    return harmless(
      `ask ${supplier} ${what.join(' and ')}: ${folder}/suppliers/${lettersName(supplier)}`,
    );
  });
}

/** How many lines are late, and how many end. */
function lettersText(notices: readonly Notice[]): string {
  const kind = (notice: Notice) => {
    if (isCourtesy(notice)) return 'courtesy';
    return asksForAnswer(notice.type) ? 'late' : 'ended';
  };
  const of = (wanted: string) => notices.filter((notice) => kind(notice) === wanted).length;
  const [late, ended, kept] = [of('late'), of('ended'), of('courtesy')];
  return [
    ...(late > 0 ? [`${count(late, 'order line')} will be late`] : []),
    ...(ended > 0 ? [`${count(ended, 'order line')} cancelled and to be refunded`] : []),
    ...(kept > 0 ? [`${count(kept, 'order line')} to be kept informed`] : []),
  ].join(', ');
}

function statusLines({ skus }: Plan): string[] {
  const shop = skus.filter(({ inShop }) => inShop);
  const of = (status: string) => shop.filter(({ verdict }) => soldAs(verdict) === status);
  const reasons = new Map<string, number>();
  for (const { verdict } of of('unavailable'))
    reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
  const why = [...reasons]
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason, number]) => `${number} ${reason}`);
  const gone = of('unavailable').length;
  return [
    `  now            ${of('available').length}`,
    `  with a date    ${of('backorder').length + of('preorder').length}   (${of('backorder').length} backorder, ${of('preorder').length} preorder)`,
    `  not            ${gone}${why.length > 0 ? `   (${why.slice(0, 4).join(', ')}${why.length > 4 ? ', …' : ''})` : ''}`,
  ];
}

function runsOutLines(plan: Plan, paint: ChalkInstance): string[] {
  const limit = addDays(plan.today, soonDays);
  const soon = plan.skus
    .flatMap((planned): { planned: PlannedSku; day: Day }[] => {
      const day = runsOut(planned, 0.5, plan.today);
      return planned.inShop &&
        planned.verdict.status === 'available' &&
        day !== undefined &&
        day <= limit
        ? [{ planned, day }]
        : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (soon.length === 0) return [];
  const lines = soon
    .slice(0, named)
    .map(
      ({ planned, day }) =>
        `  ${spellDay(day).padEnd(12)} ${harmless(planned.sku)}${planned.title ? `  ${harmless(planned.title)}` : ''}`,
    );
  const more = soon.length - named;
  return [
    '',
    paint.bold(`Runs out within ${soonDays} days`),
    ...lines,
    ...(more > 0 ? [`  … and ${more} more: see stockout_date in status.csv`] : []),
  ];
}

function openOrderLines({ parts }: Plan, paint: ChalkInstance): string[] {
  if (parts.length === 0) return [];
  const of = (state: string, dated?: boolean) =>
    customerLineCount(
      parts.filter(
        (part) =>
          part.state === state && (dated === undefined || (part.shipDate !== undefined) === dated),
      ),
    );
  const groups: [number, string][] = [
    [of('ship-now'), 'ship now'],
    [of('forwarded'), 'forwarded to a supplier'],
    [of('waiting', true), 'wait for goods with a date'],
    [of('waiting', false), 'wait without a date'],
    [of('unfillable'), 'cannot be filled'],
  ];
  return [
    '',
    paint.bold('Open orders'),
    ...groups
      .filter(([number]) => number > 0)
      .map(([number, what]) => `  ${String(number).padStart(4)}  ${what}`),
  ];
}
