import type { Backtest, Judgement } from '../forecast/backtest.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'method',
  'pairs',
  'wape',
  'bias',
  'srmse',
  'mase',
  'rmsse',
  'unscaled_pairs',
  'scaled_pinball',
  'below_p10',
  'up_to_p50',
  'up_to_p90',
] as const;

/** How good each method was on the shop's own past, the best range first. */
export function backtestView({ judgements }: Backtest): View {
  return {
    columns,
    rows: judgements.map(toRow),
    whenEmpty:
      'Too little is known to compare methods: it takes 28 days of sales (6 months) and as many after them.',
    glance: [
      { column: 'method', heading: 'Method', rank: 0 },
      { column: 'wape', heading: 'Off by', rank: 0, show: percent('wape') },
      { column: 'bias', heading: 'Bias', rank: 2, show: percent('bias') },
      { column: 'srmse', heading: 'sRMSE', rank: 1 },
      { column: 'mase', heading: 'MASE', rank: 3 },
      { column: 'rmsse', heading: 'RMSSE', rank: 4 },
      { column: 'scaled_pinball', heading: 'Range loss', rank: 0 },
      { column: 'below_p10', heading: 'Below P10', rank: 3, show: percent('below_p10') },
      { column: 'up_to_p50', heading: 'Up to P50', rank: 4, show: percent('up_to_p50') },
      { column: 'up_to_p90', heading: 'Up to P90', rank: 1, show: percent('up_to_p90') },
    ],
  };
}

function toRow(own: Judgement): Row {
  return {
    method: own.method,
    pairs: own.pairs,
    wape: rounded(own.wape, 4),
    bias: rounded(own.bias, 4),
    srmse: rounded(own.srmse, 4),
    mase: rounded(own.mase, 4),
    rmsse: rounded(own.rmsse, 4),
    unscaled_pairs: own.unscaled,
    scaled_pinball: rounded(own.pinball, 4),
    below_p10: rounded(own.belowP10, 4),
    up_to_p50: rounded(own.upToP50, 4),
    up_to_p90: rounded(own.upToP90, 4),
  };
}

function percent(column: string): (row: Row) => string {
  return (row) => {
    const value = row[column];
    return typeof value === 'number' ? `${Math.round(value * 100)} %`.padStart(5) : '';
  };
}

/** A method that errs less than the default by more than this is worth a change; less may be chance. */
const worthChanging = 0.03;

/** What to make of a backtest, in a sentence or two. */
export function backtestAdvice({ judgements, horizon, unit, origins, skus }: Backtest): string {
  const of = (name: string) => judgements.find(({ method }) => method === name);
  const [own, average, zero, textbook] = [
    of('combination'),
    of(`simple-${horizon}`),
    of('zero'),
    of(`textbook-${horizon}`),
  ];
  if (!own || !average || !zero || !textbook) return '';
  if (own.wape === undefined)
    return 'Nothing was sold in the time compared: no method can be judged by it.';
  const off = ({ wape = 0 }: Judgement) => `${Math.round(wape * 100)} %`;
  const best = judgements
    .filter(({ method }) => !method.startsWith('textbook') && method !== 'zero')
    .toSorted((a, b) => a.srmse - b.srmse)[0];
  const better =
    best && best.srmse < own.srmse * (1 - worthChanging)
      ? `"${best.method}" had a ${Math.round((1 - best.srmse / own.srmse) * 100)} % smaller error here: try --method ${best.method.replace(/-(\d+)$/, ' --window $1')}.`
      : 'No method did better by more than chance: keep it.';
  return [
    `Of ${skus} SKUs at ${origins} past days the combination was off by ${off(own)} of the units of the next ${horizon} ${unit}s (${horizon}-${unit} average ${off(average)}, nothing at all ${off(zero)});`,
    `${Math.round(own.upToP90 * 100)} of 100 totals stayed within its 9-in-10 limit, ${Math.round(textbook.upToP90 * 100)} within the usual textbook one.`,
    better,
  ].join(' ');
}
