import type { CostComparison, Rise } from '../plan/compare-costs.ts';
import { type CostSource, marginOf } from '../suppliers/costs.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'sku',
  'title',
  'supplier',
  'unit_cost',
  'currency',
  'cheapest_supplier',
  'cheapest_cost',
  'cheapest_source',
  'saving',
  'price',
  'priced_on',
  'margin',
  'cheapest_margin',
  'alert',
  'note',
] as const;

/** What each SKU costs where it is bought now and where it would be cheapest, and whose price has risen. */
export function costsView(comparisons: readonly CostComparison[]): View {
  return {
    columns,
    rows: comparisons.map(toRow),
    whenEmpty: 'No SKU has several suppliers, and no cost rose so that a margin suffers.',
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'title', heading: 'Title', rank: 6 },
      { column: 'supplier', heading: 'Now', rank: 0 },
      { column: 'unit_cost', heading: 'Cost', rank: 0 },
      { column: 'cheapest_supplier', heading: 'Cheapest', rank: 0 },
      { column: 'cheapest_cost', heading: 'Cost', rank: 1 },
      { column: 'saving', heading: 'Saves', rank: 0 },
      { column: 'price', heading: 'Price', rank: 4 },
      { column: 'margin', heading: 'Margin', rank: 2, show: marginIn },
      { column: 'alert', heading: 'Alert', rank: 1 },
      { column: 'note', heading: 'Note', rank: 7, wide: true },
    ],
  };
}

function toRow(comparison: CostComparison): Row {
  const { planned, used, cheapest, price, rises } = comparison;
  const saving = savingOf(used, cheapest);
  const alerts = rises.flatMap(({ alert }) => alert ?? []);
  return {
    sku: planned.sku,
    title: planned.title,
    supplier: used?.supplier,
    unit_cost: rounded(used?.cost?.amount, 4),
    currency: (used?.cost ?? cheapest?.cost)?.currency,
    cheapest_supplier: cheapest?.supplier,
    cheapest_cost: rounded(cheapest?.cost?.amount, 4),
    cheapest_source: cheapest?.from === 'stock' ? 'stock' : cheapest && `arrival ${cheapest.from}`,
    saving: rounded(saving, 4),
    price: price?.amount,
    priced_on: price?.on,
    margin: rounded(marginOf(price, used?.cost), 4),
    cheapest_margin: rounded(marginOf(price, cheapest?.cost), 4),
    alert: alerts.includes('below-limit') ? 'below-limit' : alerts[0],
    note: noteOn(comparison) || undefined,
  };
}

/** Per unit; undefined where one of the two is not known or they are in two currencies. */
function savingOf(
  used: CostSource | undefined,
  cheapest: CostSource | undefined,
): number | undefined {
  if (!used?.cost || !cheapest?.cost || used.cost.currency !== cheapest.cost.currency)
    return undefined;
  return used.cost.amount - cheapest.cost.amount;
}

function noteOn({ used, cheapest, sources, rises }: CostComparison): string {
  const currency = (used?.cost ?? cheapest?.cost)?.currency;
  return [
    ...rises.map(riseInWords),
    ...sources.flatMap(({ supplier, cost, from }) => {
      if (cost === undefined) return [`${supplier} states no cost`];
      if (cost.currency !== currency)
        return [`${supplier} costs ${figure(cost.amount)} ${cost.currency ?? ''}`.trim()];
      return from === undefined ? [`${supplier} has none in time`] : [];
    }),
  ].join('; ');
}

function riseInWords({ supplier, before, now, since, marginBefore, marginNow }: Rise): string {
  const margin =
    marginBefore === undefined || marginNow === undefined
      ? ''
      : `, margin ${percent(marginBefore)} to ${percent(marginNow)}`;
  return `${supplier} rose from ${figure(before.amount)} to ${figure(now.amount)} on ${since}${margin}`;
}

function figure(amount: number): string {
  return String(rounded(amount, 4));
}

function marginIn({ margin }: Row): string {
  return typeof margin === 'number' ? percent(margin) : '';
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
