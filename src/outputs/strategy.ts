import type { ChalkInstance } from 'chalk';
import type { Day } from '../model/day.ts';
import type { Strategy } from '../plan/strategy/strategy.ts';
import type { Fact } from './fact.ts';
import { adviceTexts, groundText, numberFacts, turnText } from './strategy-words.ts';
import { harmless } from './terminal.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'sku',
  'title',
  'status',
  'advice',
  'because',
  'demand_in_wait',
  'wait_days',
  'cancel_rate',
  'cancel_sample',
  'margin',
  'at_stake',
  'currency',
  'would_change',
] as const;

/** What is advised for each SKU beside what is done, with the numbers it rests on. */
export function strategyView(strategies: readonly Strategy[], today: Day): View {
  const bySku = new Map<unknown, Strategy>(strategies.map((own) => [own.planned.sku, own]));
  const marked = ({ sku, advice }: Row) => `${advice}${bySku.get(sku)?.differs ? ' !' : ''}`;
  const inShort = ({ sku }: Row) => {
    const { ground = '', pinned } = bySku.get(sku) ?? {};
    return pinned === undefined ? ground : `pinned, else ${ground}`;
  };
  return {
    columns,
    rows: strategies.map((strategy) => toRow(strategy, today)),
    whenEmpty: 'No SKUs to show.',
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'title', heading: 'Title', rank: 6 },
      { column: 'status', heading: 'Status', rank: 0 },
      { column: 'advice', heading: 'Advice', rank: 0, show: marked },
      { column: 'because', heading: 'Because', rank: 1, show: inShort },
      { column: 'wait_days', heading: 'Wait', rank: 3, show: waitIn },
      { column: 'demand_in_wait', heading: 'Asked', rank: 4, show: unitsIn },
      { column: 'cancel_rate', heading: 'Cancel', rank: 5, show: cancelIn },
      { column: 'at_stake', heading: 'At stake', rank: 2, show: moneyIn },
    ],
  };
}

/** What the marks in the table mean; nothing where there are none. */
export function strategyHint(strategies: readonly Strategy[]): string | undefined {
  return strategies.some(({ differs }) => differs)
    ? '! differs from what is done. It is advice: nothing changes by itself; status in skus.csv does it, and explain SKU says more.'
    : undefined;
}

function toRow(strategy: Strategy, today: Day): Row {
  const { planned, advice, expected, wouldChange } = strategy;
  const { units, wait, cancelled, waits, margin, money, currency } = expected;
  return {
    sku: planned.sku,
    title: planned.title,
    status: planned.verdict.status,
    advice,
    because: groundText(strategy),
    demand_in_wait: rounded(units, 2),
    wait_days: wait,
    cancel_rate: rounded(cancelled, 4),
    cancel_sample: waits.at(-1)?.waited,
    margin: rounded(margin, 2),
    at_stake: rounded(money, 2),
    currency: margin === undefined ? undefined : currency,
    would_change: wouldChange.map((turn) => turnText(turn, today)).join('; ') || undefined,
  };
}

const waitIn = ({ wait_days: days }: Row) => (days === undefined ? '' : `${days} d`);
const unitsIn = ({ demand_in_wait: units }: Row) =>
  typeof units === 'number' ? units.toFixed(1) : '';
const moneyIn = ({ at_stake: amount }: Row) =>
  typeof amount === 'number' ? String(Math.round(amount)) : '';

function cancelIn({ cancel_rate: share, cancel_sample: sample }: Row): string {
  return typeof share === 'number' ? `${Math.round(100 * share)} % (${sample})` : '';
}

/** What to do with a SKU in the end, the grounds, and what would change it. */
export function strategyFacts(strategy: Strategy, today: Day): Fact[] {
  const { advice, expected, wouldChange, differs } = strategy;
  const done = differs ? `, where it is ${strategy.planned.verdict.status} now` : '';
  return [
    { fact: 'advice', value: `${advice}${done}: ${adviceTexts[advice]}` },
    { fact: '  grounds', value: groundText(strategy) },
    ...numberFacts(expected),
    ...wouldChange.slice(0, named).map((turn, i) => ({
      fact: i === 0 ? '  it would change' : '    or',
      value: turnText(turn, today),
    })),
  ];
}

const named = 3;

/** The advices for the day's summary that differ from what is done, the most valuable first; a stop is told elsewhere. */
export function strategyLines(
  strategies: readonly Strategy[],
  folder: string,
  paint: ChalkInstance,
): string[] {
  const worth = ({ expected }: Strategy) => Math.abs(expected.money ?? 0);
  const told = strategies
    .filter(({ differs, advice }) => differs && advice !== 'stop')
    .toSorted((a, b) => worth(b) - worth(a));
  if (told.length === 0) return [];
  const more = told.length - named;
  return [
    '',
    paint.bold('Worth a thought'),
    ...told.slice(0, named).map((strategy) => `  ${harmless(considerText(strategy))}`),
    `  ${more > 0 ? `And ${more} more` : 'Why'}: ${folder}/strategy.csv. Nothing changes by itself.`,
  ];
}

function considerText(strategy: Strategy): string {
  const { advice, planned, expected } = strategy;
  const { money, currency } = expected;
  const worth =
    money === undefined
      ? ''
      : `; at stake ${Math.round(Math.abs(money))} ${currency ?? ''}`.trimEnd();
  return `Consider ${advice} for ${planned.sku}, now ${planned.verdict.status}: ${groundText(strategy)}${worth}`;
}
