import type { Exposure } from '../plan/sourcing.ts';
import { leastShipments, leastUnits } from '../suppliers/grade.ts';
import type { Rate } from '../suppliers/rates.ts';
import { isBad, isJudged } from '../suppliers/record.ts';
import { revenueDays } from '../suppliers/revenue.ts';
import type { Scorecard } from '../suppliers/scorecard.ts';
import { harmless } from './terminal.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'supplier',
  'shipments',
  'lead_time_p50',
  'lead_time_p80',
  'lead_time_p95',
  'restocks',
  'slip_p50',
  'slip_p80',
  'lead_time_mean',
  'on_time_rate',
  'on_time_sample',
  'fill_rate',
  'fill_sample',
  'stock_accuracy',
  'accuracy_sample',
  'feed_age_days',
  'feed_gap_days',
  'stale',
  'cancel_rate',
  'cancel_sample',
  'return_rate',
  'return_sample',
  'restock_days_p80',
  'bad_record',
  'grade',
  'score',
  'skus',
  'single_source_skus',
  'revenue_at_risk',
  'revenue_share',
  'currency',
  'note',
] as const;

/** What is on record of each supplier, with the sample behind every rate, and what hangs on it. */
export function suppliersView(cards: readonly Scorecard[], exposure: Exposure): View {
  return {
    columns,
    rows: cards.map((card) => toRow(card, exposure)),
    whenEmpty:
      'No supplier is known yet: read a stock file with "dropship ingest", or give one with --stock NAME=FILE.',
    glance: [
      { column: 'supplier', heading: 'Supplier', rank: 0 },
      { column: 'grade', heading: 'Grade', rank: 0, show: ({ grade }) => String(grade ?? '–') },
      {
        column: 'lead_time_p80',
        heading: 'Ships in',
        rank: 1,
        show: spanOf('lead_time_p50', 'lead_time_p80', 'shipments'),
      },
      { column: 'on_time_rate', heading: 'On time', rank: 2, show: rateOf('on_time') },
      { column: 'fill_rate', heading: 'Filled', rank: 2, show: rateOf('fill') },
      {
        column: 'stock_accuracy',
        heading: 'Stock true',
        rank: 5,
        show: rateOf('accuracy', 'stock_accuracy'),
      },
      {
        column: 'slip_p80',
        heading: 'Dates slip',
        rank: 4,
        show: spanOf('slip_p50', 'slip_p80', 'restocks'),
      },
      { column: 'feed_age_days', heading: 'File', rank: 1, show: ageOf },
      { column: 'single_source_skus', heading: 'Sole source of', rank: 6, show: soleOf },
      { column: 'revenue_at_risk', heading: 'At risk', rank: 3, show: shareOf },
      { column: 'note', heading: 'Note', rank: 7 },
    ],
  };
}

function toRow(card: Scorecard, { suppliers, total, revenue: { currency } }: Exposure): Row {
  const { leadTimes, record, fill, accuracy, cancelled, returned } = card;
  const reliance = suppliers.get(card.supplier) ?? { skus: 0, singleSourceSkus: 0, atRisk: 0 };
  return {
    supplier: card.supplier,
    shipments: leadTimes.shipments,
    lead_time_p50: leadTimes.p50,
    lead_time_p80: leadTimes.p80,
    lead_time_p95: leadTimes.p95,
    restocks: record?.restocks ?? 0,
    slip_p50: record?.slipP50,
    slip_p80: record?.slipP80,
    lead_time_mean: rounded(leadTimes.mean, 2),
    ...rateCells('on_time_rate', 'on_time_sample', card.onTime),
    ...rateCells('fill_rate', 'fill_sample', fill),
    ...rateCells('stock_accuracy', 'accuracy_sample', accuracy),
    feed_age_days: card.feedAgeDays,
    feed_gap_days: card.feedGapDays,
    stale: yesOrNo(card.isStale),
    ...rateCells('cancel_rate', 'cancel_sample', cancelled),
    ...rateCells('return_rate', 'return_sample', returned),
    restock_days_p80: record?.restockDays,
    bad_record: yesOrNo(record && isJudged(record) ? isBad(record) : undefined),
    grade: card.grade,
    score: card.score,
    skus: reliance.skus,
    single_source_skus: reliance.singleSourceSkus,
    revenue_at_risk: total === 0 ? undefined : rounded(reliance.atRisk, 2),
    revenue_share: total === 0 ? undefined : rounded(reliance.atRisk / total, 4),
    currency,
    note: noteOn(card),
  };
}

function rateCells(rate: string, sample: string, { share, sample: size }: Rate): Row {
  return { [rate]: rounded(share, 4), [sample]: size };
}

function yesOrNo(fact: boolean | undefined): string | undefined {
  return fact === undefined ? undefined : fact ? 'yes' : 'no';
}

/** What keeps the card from saying more; the shortest first, as a terminal cuts it. */
function noteOn({
  units,
  leadTimes,
  onTime,
  feedAgeDays,
  isStale,
  grade,
  fill,
  cancelled,
}: Scorecard): string | undefined {
  const { notInStock, untold } = leadTimes;
  const isTold = cancelled.sample > 0;
  const notes = [
    ...(feedAgeDays === undefined ? ['no stock file'] : []),
    ...(isStale ? ['stale file'] : []),
    ...(units > 0 ? [] : ['no order names it']),
    ...(units > 0 && !isTold ? ['nobody tells what became of its orders'] : []),
    ...(isTold && grade === undefined ? [ungraded(onTime.sample, fill.sample)] : []),
    ...(untold > 0 ? [`${untold} shipped without a day of forwarding`] : []),
    ...(notInStock > 0 ? [`${notInStock} shipped that was not in stock when forwarded`] : []),
  ];
  return notes.length === 0 ? undefined : notes.join('; ');
}

function ungraded(shipments: number, due: number): string {
  return `ungraded: ${shipments}/${leastShipments} shipments, ${due}/${leastUnits} units`;
}

/** `2–4 d (40)`: half, and four out of five, of 40 take no longer. */
function spanOf(low: string, high: string, sample: string): (row: Row) => string {
  return (row) => {
    if (row[high] === undefined) return '';
    const span = row[low] === row[high] ? row[high] : `${row[low]}–${row[high]}`;
    return `${span} d (${row[sample]})`;
  };
}

function rateOf(name: string, column = `${name}_rate`): (row: Row) => string {
  return (row) => {
    const share = row[column];
    return typeof share === 'number' ? `${percent(share)} of ${row[`${name}_sample`]}` : '';
  };
}

function ageOf({ feed_age_days: age, stale }: Row): string {
  if (age === undefined) return 'none';
  return `${age} d${stale === 'yes' ? ', stale' : ''}`;
}

function soleOf({ single_source_skus: sole, skus }: Row): string {
  return `${sole} of ${skus} SKUs`;
}

function shareOf({ revenue_share: share }: Row): string {
  return typeof share === 'number' ? percent(share) : '';
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What to do where no order tells anything of any supplier. */
export function evidenceHint(cards: readonly Scorecard[]): string | undefined {
  if (cards.length === 0 || cards.some(({ cancelled }) => cancelled.sample > 0)) return undefined;
  return 'No order says which supplier ships it, so there are no lead times and no rates: have "ingest" read shipments files, give supplier and forwarded_at with the orders, or order by "suppliers --purchase-orders".';
}

/** How the shop's revenue is spread, in a sentence or two. */
export function exposureText(exposure: Exposure): string {
  const { total, atRisk, herfindahl, serving, revenue } = exposure;
  const foreign = foreignText(revenue);
  if (total === 0)
    return `No order of the last ${revenueDays} days states a price: revenue at risk is not known.${foreign}`;
  const beside = `${foreign}${unpricedText(revenue)}`;
  const spread =
    herfindahl === undefined
      ? ''
      : ` Herfindahl index ${herfindahl.toFixed(2)} over ${serving} supplier${serving === 1 ? '' : 's'} (1: all comes from one).`;
  return `Revenue of the last ${revenueDays} days: ${money(total, revenue.currency)}, ${percent(atRisk / total)} of it from SKUs that one supplier alone has.${spread}${beside}`;
}

function foreignText({ others }: Exposure['revenue']): string {
  if (others.length === 0) return '';
  const amounts = others.map(({ currency, amount }) => money(amount, currency)).join(', ');
  return ` ${amounts} of other currencies ${others.length === 1 ? 'is' : 'are'} not in it.`;
}

function unpricedText({ unpriced }: Exposure['revenue']): string {
  if (unpriced === 0) return '';
  const lines = `${unpriced.toLocaleString('en-US')} order line${unpriced === 1 ? '' : 's'}`;
  return ` ${lines} without a price ${unpriced === 1 ? 'is' : 'are'} not in it.`;
}

function money(amount: number, currency: string | undefined): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const figure = amount.toLocaleString('en-US', digits);
  return currency === undefined ? figure : `${figure} ${harmless(currency)}`;
}
