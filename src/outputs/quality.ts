import type { ChalkInstance } from 'chalk';
import { type Cause, causes } from '../model/return.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import type { QualityHold, ReturnShare } from '../plan/quality.ts';
import type { Returned } from '../plan/returned.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';
import { harmless } from './terminal.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'sku',
  'title',
  'supplier',
  'since',
  'shipped',
  'returned',
  'blamed',
  'rate',
  'rate_low',
  'rate_high',
  'order_id',
  'line_id',
  'quantity',
  'returned_at',
  'cause',
  'reason',
  'file',
  'line',
] as const;

/** The SKUs that are proposed for a stop, with a row for each return that speaks for it. */
export function qualityView({ quality, skus }: Plan): View {
  const titles = new Map(skus.map(({ sku, title }) => [sku, title]));
  const rows = quality.holds.flatMap((hold) =>
    hold.evidence.map(
      ({ line, units, day, cause, reason, supplier, place }): Row => ({
        sku: hold.sku,
        title: titles.get(hold.sku),
        supplier,
        since: hold.since,
        shipped: hold.shipped,
        returned: hold.returned,
        blamed: hold.blamed,
        rate: rounded(hold.rate, 4),
        rate_low: rounded(hold.low, 4),
        rate_high: rounded(hold.high, 4),
        order_id: line.orderId,
        line_id: line.lineId,
        quantity: units,
        returned_at: day,
        cause: cause ?? 'untold',
        reason,
        file: place.file,
        line: place.line,
      }),
    ),
  );
  return { columns, rows, glance: [], whenEmpty: '' };
}

const named = 5;

/** What to consider stopping, for the day's summary; nothing where there is nothing. */
export function qualityLines({ quality }: Plan, folder: string, paint: ChalkInstance): string[] {
  const { holds } = quality;
  if (holds.length === 0) return [];
  const more = holds.length - named;
  return [
    '',
    paint.bold('Much of it comes back'),
    ...holds.slice(0, named).map((hold) => `  ${harmless(advice(hold))}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    `  What speaks for it: ${folder}/quality.csv. Nothing is stopped by itself: status = unavailable in skus.csv does it.`,
  ];
}

function advice(hold: QualityHold): string {
  const whose = hold.supplier === undefined ? '' : ` of ${hold.supplier}`;
  return `Consider stopping ${hold.sku}${whose}: ${shareText(hold)}`;
}

const spelled: { readonly [Reason in Cause | 'untold']: string } = {
  defect: 'as defective',
  'wrong-item': 'as the wrong item',
  damaged: 'as damaged',
  late: 'as late or lost',
  'not-wanted': 'as not wanted',
  other: 'for another reason',
  untold: 'without a reason told',
};

/** `6 of 20 shipped came back or were complained of (5 as defective, 1 as not wanted)` */
function shareText({ shipped, returned, byReason }: ReturnShare): string {
  const reasons = [...causes, 'untold' as const].flatMap((reason) => {
    const units = byReason[reason];
    return units === undefined ? [] : [`${units} ${spelled[reason]}`];
  });
  const all = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  return `${returned} of ${shipped} shipped came back or ${returned === 1 ? 'was' : 'were'} complained of${all}`;
}

/** What of a SKU came back, and whether that is too much. Nothing where none of it did. */
export function qualityFacts({ quality }: Plan, { sku }: PlannedSku): Fact[] {
  const record = quality.skus.get(sku);
  if (!record || record.ever.returned === 0) return [];
  const { recent, ever, evidence } = record;
  const isHeld = quality.holds.some((hold) => hold.sku === sku);
  const advised = isHeld ? ': consider stopping it, by status = unavailable in skus.csv' : '';
  const share = {
    fact: 'came back',
    value: `since ${quality.since} ${shareText(recent)}; not by the customer's choice ${ratesText(recent)}, max_return_rate ${percent(quality.limit)}${advised}`,
  };
  return [
    ...(recent.returned > 0 ? [share, ...evidence.slice(-named).map(returnFact)] : []),
    ...(ever.returned > recent.returned
      ? [{ fact: 'came back, ever', value: shareText(ever) }]
      : []),
  ];
}

const percent = (share: number) => `${Math.round(1000 * share) / 10} %`;

function ratesText({ blamed, shipped, rate, low, high }: ReturnShare): string {
  return `${blamed} of ${shipped} = ${percent(rate)} (with 80 % probability ${percent(low)} to ${percent(high)})`;
}

function returnFact({ line, units, day, cause, reason, place }: Returned): Fact {
  const why = reason === undefined ? '' : `, "${reason}"`;
  return {
    fact: `  return${day === undefined ? '' : ` ${day}`}`,
    value: `${units} of order ${line.orderId || '(none)'} ${spelled[cause ?? 'untold']}${why}`,
    source: placeText(place),
  };
}
