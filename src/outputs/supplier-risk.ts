import { byBytes } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';
import { type Exposure, hasBarcode, type SecondSource, secondSources } from '../plan/sourcing.ts';
import type { SingleSource } from '../suppliers/concentration.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'supplier',
  'sku',
  'title',
  'revenue',
  'currency',
  'revenue_share',
  'on_hand',
  'second_sources',
  'next_step',
] as const;

/** The SKUs that one supplier alone has, those with most revenue first, and who might take its place. */
export function riskView(plan: Plan, exposure: Exposure): View {
  const { singleSources, total, revenue } = exposure;
  const candidatesOf = secondSources(plan);
  const planned = new Map(plan.skus.map((one) => [one.sku, one]));
  const rows = singleSources
    .toSorted(
      (a, b) => b.revenue - a.revenue || byBytes(a.sku, b.sku) || byBytes(a.supplier, b.supplier),
    )
    .map((single): Row => {
      const candidates = candidatesOf(single);
      const own = planned.get(single.sku);
      return {
        supplier: single.supplier,
        sku: single.sku,
        title: own?.title,
        revenue: total === 0 ? undefined : rounded(single.revenue, 2),
        currency: revenue.currency,
        revenue_share: total === 0 ? undefined : rounded(single.revenue / total, 4),
        on_hand: own?.position.onHand,
        second_sources: candidates.map(inWords).join('; ') || undefined,
        next_step: nextStep(single, candidates[0], own !== undefined && hasBarcode(plan, own)),
      };
    });
  return {
    columns,
    rows,
    whenEmpty: 'No SKU hangs on a single supplier.',
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'title', heading: 'Title', rank: 4 },
      { column: 'supplier', heading: 'Only at', rank: 0 },
      { column: 'revenue', heading: 'Revenue', rank: 0 },
      { column: 'revenue_share', heading: 'Share', rank: 2, show: share },
      { column: 'on_hand', heading: 'On hand', rank: 3 },
      { column: 'next_step', heading: 'Next step', rank: 0, wide: true },
    ],
  };
}

function share({ revenue_share: part }: Row): string {
  return typeof part === 'number' ? `${(part * 100).toFixed(1)} %` : '';
}

function inWords({ supplier, supplierSku, sku, state, asOf }: SecondSource): string {
  const article = `${supplier} ${supplierSku}`;
  switch (state) {
    case 'unmatched':
      return `${article}: the same barcode`;
    case 'other-sku':
      return `${article}: the same barcode, your ${sku}`;
    case 'stale':
      return `${article}: last file ${asOf}`;
    case 'discontinued':
      return `${article}: discontinued`;
    case 'gone':
      return `${article}: last listed ${asOf}`;
  }
}

function nextStep(
  { sku, parts }: SingleSource,
  best: SecondSource | undefined,
  hasCode: boolean,
): string {
  if (parts.length > 0) return `find a second source for ${parts.join(', ')}`;
  if (!best) return hasCode ? 'look for another supplier' : 'give its GTIN in skus.csv';
  const { supplier, supplierSku } = best;
  switch (best.state) {
    case 'unmatched':
      return `compare; if the same: ${supplier},${supplierSku},${sku} into sku-map.csv`;
    case 'other-sku':
      return `compare with your ${best.sku}: they may be one`;
    case 'stale':
      return `get a new file from ${supplier}`;
    case 'gone':
      return `ask ${supplier} whether ${supplierSku} comes again`;
    case 'discontinued':
      return 'look for another supplier';
  }
}
