import type { Outcome, Replay } from '../evaluate/replay.ts';
import { type Difference, differencesOf, type Harm } from '../evaluate/replay-verdict.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = ['measure', 'current', 'replay', 'difference', 'unit', 'sample', 'note'] as const;

/** A measure of both sets of rules. */
interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly of: (outcome: Outcome) => number | undefined;
  /** What the values are of: of shares and means the smaller of both, as they are no surer; of units the larger. */
  readonly sample: (outcome: Outcome) => number;
  readonly note?: string;
}

const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);

const measures: readonly Measure[] = [
  {
    name: 'oversold',
    unit: 'units',
    of: ({ oversold, judgedDays }) => (judgedDays === 0 ? undefined : oversold),
    sample: ({ soldInStock }) => soldInStock,
    note: 'asked for, offered as in stock and gone by the next morning',
  },
  {
    name: 'over-offered',
    unit: 'share',
    of: ({ overOffered, inStockDays }) => share(overOffered, inStockDays),
    sample: ({ inStockDays }) => inStockDays,
    note: 'days of an article with more offered as in stock than there turned out to be',
  },
  {
    name: 'promises-late',
    unit: 'lines',
    of: ({ late, dated }) => (dated === 0 ? undefined : late),
    sample: ({ dated }) => dated,
    note: 'left after the date that would have been shown',
  },
  {
    name: 'promises-late-share',
    unit: 'share',
    of: ({ late, dated }) => share(late, dated),
    sample: ({ dated }) => dated,
  },
  {
    name: 'lost-sales',
    unit: 'units',
    of: ({ lost, judgedDays }) => (judgedDays === 0 ? undefined : lost),
    sample: ({ judgedDays }) => judgedDays,
    note: 'estimated: asked for, or usual where nobody could buy, and not offered though stock stood there',
  },
  {
    name: 'sold-ahead',
    unit: 'units',
    of: ({ soldAhead, judgedDays }) => (judgedDays === 0 ? undefined : soldAhead),
    sample: ({ judgedDays }) => judgedDays,
  },
  {
    name: 'offered',
    unit: 'share',
    of: ({ offeredDays, judgedDays }) => share(offeredDays, judgedDays),
    sample: ({ judgedDays }) => judgedDays,
    note: 'days of an article on which it could be bought, in stock or ahead',
  },
  {
    name: 'wait-promised',
    unit: 'days',
    of: ({ wait }) => wait,
    sample: ({ dated }) => dated,
    note: 'from the order to the date that would have been shown',
  },
];

/** Both sets of rules side by side. */
export function replayView({ days, current, other }: Replay): View {
  return {
    columns,
    rows: days.length === 0 ? [] : measures.map((measure) => toRow(measure, current, other)),
    whenEmpty:
      'There is no past to replay yet: it takes stock files of several days, and orders. "dropship ingest" reads them.',
    glance: [
      { column: 'measure', heading: 'Measure', rank: 0 },
      { column: 'current', heading: 'Now', rank: 0, show: (row) => shown(row, 'current') },
      { column: 'replay', heading: 'Replay', rank: 0, show: (row) => shown(row, 'replay') },
      { column: 'difference', heading: 'Difference', rank: 0, show: (row) => signed(row) },
      { column: 'sample', heading: 'Sample', rank: 1 },
      { column: 'note', heading: 'What', rank: 2 },
    ],
  };
}

function toRow({ name, unit, of, sample, note }: Measure, current: Outcome, other: Outcome): Row {
  const [now, then] = [rounded(of(current), 4), rounded(of(other), 4)];
  const samples = [sample(current), sample(other)];
  return {
    measure: name,
    current: now,
    replay: then,
    difference: now === undefined || then === undefined ? undefined : rounded(then - now, 4),
    unit,
    sample: Math.round(unit === 'units' ? Math.max(...samples) : Math.min(...samples)),
    note: now === undefined && then === undefined ? 'nothing on record tells' : note,
  };
}

function shown(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'number') return '–';
  if (row['unit'] === 'share') return `${(value * 100).toFixed(1)} %`;
  return `${Number(value.toFixed(1))} ${row['unit']}`;
}

function signed(row: Row): string {
  const { difference } = row;
  return typeof difference === 'number' && difference > 0
    ? `+${shown(row, 'difference')}`
    : shown(row, 'difference');
}

/** What the two sets of rules come to, in sentences. */
export function replayWords({ days, known, current, other }: Replay): readonly string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const looked =
    days.length < known
      ? `${days.length} of ${known} past days, evenly spread from ${first} to ${last}`
      : `${days.length} past days from ${first} to ${last}`;
  return [
    verdictOn(differencesOf(current, other)),
    `Looked at: ${looked}, each for itself, from the orders that there were: what other orders would have led to does not build up, and a customer who went away unheard is in no figure.`,
  ];
}

const harmWords = {
  oversold: 'units oversold',
  lost: 'units of sales lost though stock stood there (estimated)',
  late: '% of order lines later than the date shown',
  wait: 'days from the order to the date shown',
} as const satisfies { readonly [H in Harm]: string };

function verdictOn(differences: readonly Difference[]): string {
  const told = differences.map(({ harm, current, other }) => {
    const shown = (value: number) => number(harm === 'late' ? 100 * value : value);
    const text = `${shown(other)} instead of ${shown(current)} ${harmWords[harm]}`;
    return { isBetter: other < current, text };
  });
  const better = told.filter(({ isBetter }) => isBetter).map(({ text }) => text);
  const worse = told.filter(({ isBetter }) => !isBetter).map(({ text }) => text);
  if (told.length === 0)
    return 'The other policy shows no difference beyond chance in oversold units, lost sales, late promises or the wait promised.';
  if (worse.length === 0) return `The other policy is better here: ${better.join(', ')}.`;
  if (better.length === 0) return `The other policy is worse here: ${worse.join(', ')}.`;
  return `The other policy is better in one, worse in another: ${better.join(', ')}; but ${worse.join(', ')}.`;
}

function number(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 1 : 0)));
}
