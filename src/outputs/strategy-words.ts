import { addDays, type Day } from '../model/day.ts';
import type { Turn } from '../plan/strategy/changes.ts';
import { demandDays } from '../plan/strategy/circumstances.ts';
import {
  type Advice,
  cancellationCost,
  type Ground,
  steadyDays,
  tolerable,
} from '../plan/strategy/decide.ts';
import { assumed, assumedUnits, type WaitClass } from '../plan/strategy/patience.ts';
import type { Expected, Strategy } from '../plan/strategy/strategy.ts';
import { daysText } from './explain-supply.ts';
import type { Fact } from './fact.ts';

const percent = (share: number) => `${Math.round(1000 * share) / 10} %`;
const money = (amount: number) => amount.toFixed(2);

/** What an advice asks to do. */
export const adviceTexts: { readonly [A in Advice]: string } = {
  sell: 'sell it as it is',
  backorder: 'sell it ahead of the stock, with its date',
  preorder: 'sell it as a preorder, with its date',
  waitlist: 'sell nothing, and take e-mail addresses for the day it is back',
  drop: 'take it out of the shop',
  stop: 'stop selling it until it is known why so much comes back',
  unknown: 'no advice',
};

/** The reason in a few words, where a sentence would not fit. */
export function groundText({ ground, expected, pinned, planned }: Strategy): string {
  const pin = pinned === undefined ? '' : `you pinned ${pinned}; without that: `;
  const { reason } = planned.verdict;
  const why = ground === 'no-date' && pinned === undefined ? ` (${reason})` : '';
  return `${pin}${grounds[ground](expected)}${why}`;
}

const by = ({ outlook }: Expected) =>
  outlook?.supplier === undefined ? '' : ` at ${outlook.supplier}`;
const ships = (expected: Expected) => `ships ${expected.outlook?.shipDate}${by(expected)}`;
const sales = ({ saleDays = 0 }: Expected) =>
  `sold on ${daysText(saleDays, 'day')} of the last ${demandDays}`;
const cancelled = ({ cancelled: share = 0 }: Expected) => `${percent(share)} cancel at such a wait`;

const grounds: { readonly [G in Ground]: (expected: Expected) => string } = {
  'comes-back': () => 'too much of it comes back',
  'sold-at-a-loss': ({ price, cost = 0 }) =>
    `each unit sells for ${money(price?.amount ?? 0)} and costs ${money(cost)}`,
  'not-released': ({ wait = 0 }) => `not released yet, ships in ${daysText(wait, 'day')}`,
  'release-too-far': () => 'its release is later than preorder_max_wait_days',
  'in-stock': () => 'in stock',
  discontinued: () => 'discontinued by all that list it, and none left',
  'dated-soon': (expected) => `${ships(expected)}, soon enough`,
  'no-demand': (expected) => sales(expected),
  'all-promised': () => 'all that may be sold ahead is sold already',
  'eaten-by-cancellations': (expected) =>
    `${cancelled(expected)}, which costs more than the others bring`,
  'bad-record': ({ outlook }) => `the dates of ${outlook?.supplier} do not hold`,
  'too-far': (expected) => `${ships(expected)}, later than preorder_max_wait_days`,
  'too-many-cancel': (expected) => `${cancelled(expected)}, more than ${percent(tolerable)}`,
  'dated-far': (expected) => `${ships(expected)}, far away, but it is asked for`,
  estimated: ({ outlook }) =>
    `no stated date, but ${outlook?.supplier} usually ships it again by ${outlook?.shipDate}, and it is asked for`,
  'thin-demand': (expected) => `${sales(expected)}: too few to sell it far ahead`,
  'never-sold': (expected) => `${ships(expected)}, but it was never sold yet`,
  'no-date': () => 'asked for, but there is no date to rely on',
  'nothing-known': () => 'never sold, and nothing tells when it comes in',
};

/** A change, and the advice that it leads to. */
export function turnText(turn: Turn, today: Day): string {
  return `${changeText(turn, today)} → ${turn.advice}`;
}

function changeText(turn: Turn, today: Day): string {
  switch (turn.kind) {
    case 'sold-out':
      return 'sold out';
    case 'room':
      return 'more units to come, or a higher limit of your own';
    case 'stock':
      return 'a unit free to sell';
    case 'stated':
      return 'the same date stated by its supplier';
    case 'record':
      return 'a supplier whose dates hold';
    case 'continued':
      return 'a supplier that goes on with it';
    case 'fewer-returns':
      return 'fewer returns';
    case 'sooner':
      return `goods that ship on or before ${addDays(today, turn.wait)}`;
    case 'later':
      return `goods that ship on or after ${addDays(today, turn.wait)}`;
    case 'sales':
      return `sales on ${turn.days} days of ${demandDays}`;
    case 'price':
      return `a price of ${money(turn.from)} or more`;
  }
}

/** The numbers behind an advice, each with what it rests on. */
export function numberFacts(expected: Expected): Fact[] {
  return [...demandFacts(expected), ...waitFacts(expected), ...moneyFacts(expected)];
}

function demandFacts({ units, wait, horizon, ratePerDay = 0, saleDays = 0 }: Expected): Fact[] {
  if (units === undefined) return [];
  const days = daysText(horizon, 'day');
  const time = wait === undefined ? `${days} (backorder_max_wait_days)` : `the wait of ${days}`;
  const past = `sold on ${daysText(saleDays, 'day')} of the last ${demandDays} on which it could be bought (${steadyDays} make a steady demand)`;
  return [
    {
      fact: '  asked for',
      value: `${units.toFixed(2)} units in ${time}, at ${ratePerDay.toFixed(2)} a day; ${past}`,
    },
  ];
}

function waitFacts({ cancelled: share, waits }: Expected): Fact[] {
  if (share === undefined) return [];
  const known = waits.filter(({ waited }) => waited > 0).map(classText);
  const unknown = waits.find(({ waited }) => waited === 0);
  const past = [
    ...(known.length > 0 ? [`of ${known.join(', of ')}`] : []),
    ...(unknown ? [unknownText(unknown)] : []),
    `${assumedUnits} units of which ${percent(assumed.share)} cancel in ${assumed.days} days are counted in`,
  ];
  return [{ fact: '  cancelled', value: `${percent(share)} at such a wait: ${past.join('; ')}` }];
}

function unknownText({ from }: WaitClass): string {
  return from === 0
    ? 'nothing on record tells how long customers wait'
    : `nobody on record waited over ${daysText(from, 'day')}`;
}

function classText({ from, to, waited, cancelled: lost }: WaitClass): string {
  const units = from === 0 ? `${waited} units` : `${waited} that waited over ${from} days`;
  return `${units} ${lost} cancelled ${to === undefined ? 'since' : `by day ${to}`}`;
}

function moneyFacts(expected: Expected): Fact[] {
  const { price, cost, margin, currency = '', atStake, money: gain, cancelled: share } = expected;
  if (margin === undefined || cost === undefined || !price) return [];
  const sum = `${money(price.amount)} (sold on ${price.on}) − ${money(cost)} cost = ${money(margin)} ${currency}`;
  const facts: Fact[] = [{ fact: '  margin', value: `${sum.trimEnd()} a unit` }];
  if (gain === undefined || atStake === undefined) return facts;
  const fee = money(cancellationCost * price.amount);
  const perUnit =
    share === undefined
      ? money(margin)
      : `(${percent(1 - share)} × ${money(margin)} − ${percent(share)} × ${fee} that a cancellation costs)`;
  const value = `${atStake.toFixed(2)} units × ${perUnit} ≈ ${money(gain)} ${currency}`.trimEnd();
  return [...facts, { fact: '  at stake', value }];
}
