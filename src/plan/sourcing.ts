import { articleKey } from '../match/matcher.ts';
import { type Barcode, toBarcode } from '../model/barcode.ts';
import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Sku } from '../model/sku.ts';
import {
  type Concentration,
  concentration,
  type SingleSource,
  type Sourcing,
} from '../suppliers/concentration.ts';
import { type Revenue, revenueOf } from '../suppliers/revenue.ts';
import { pastKey } from '../suppliers/shown.ts';
import type { Plan } from './plan.ts';
import type { PlannedSku } from './planned-sku.ts';
import { mayRestock, type Source } from './supply.ts';

/** What the shop sells and how far it hangs on single suppliers. */
export interface Exposure extends Concentration {
  readonly revenue: Revenue;
}

/** Works out what of the last days' revenue hangs on whom; `currency` is the shop's, where the settings name it. */
export function exposureOf(plan: Plan, currency: string | undefined): Exposure {
  const revenue = revenueOf(plan.lines, plan.today, currency);
  const sold = new Set(revenue.sales.map(({ sku }) => sku));
  const sources = plan.skus
    .filter(({ sku, inShop }) => inShop || sold.has(sku))
    .map((planned) => sourcing(planned));
  return { ...concentration(sources, revenue, plan.evidence.kits), revenue };
}

function sourcing({ sku, supply: { sources, preferred } }: PlannedSku): Sourcing {
  return {
    sku,
    listed: new Set(sources.map(({ supplier }) => supplier)),
    fresh: new Set(sources.filter(mayRestock).map(({ supplier }) => supplier)),
    first: sources.length === 0 ? undefined : preferred.id,
  };
}

/** An article of another supplier that may take the place of a single source. */
export interface SecondSource {
  readonly supplier: string;
  readonly supplierSku: string;
  /**
   * `unmatched`: it is fresh and has our barcode, but nothing says that it is our SKU; `other-sku`: it is another of
   * ours. `gone`: its newest file lacks it.
   */
  readonly state: 'unmatched' | 'other-sku' | 'stale' | 'discontinued' | 'gone';
  /** The SKU of ours that it is, as far as is known; else its own number. */
  readonly sku: Sku;
  /** The file that tells. */
  readonly asOf: Day;
}

/**
 * Finds articles of other suppliers that are the same SKU, or bear the same valid barcode: those that can be had first.
 * What `sku-map.csv` sets aside is no candidate.
 */
export function secondSources({
  skus,
  lines,
  evidence,
}: Plan): (single: SingleSource) => SecondSource[] {
  const { pasts, terms, matching } = evidence;
  const bySku = new Map(skus.map((planned) => [planned.sku, planned.supply.sources]));
  const setAside = new Set(matching.setAside.map(articleKey));
  const all = [...bySku.values()].flat().filter(({ offer }) => !setAside.has(articleKey(offer)));
  const ordered = new Set(lines.map(({ sku }) => sku));
  const byBarcode = groupBy(all, ({ offer }) => barcodeOf(offer.barcode));
  return ({ sku, supplier }) => {
    const own = bySku.get(sku) ?? [];
    const codes = new Set([
      ...(matching.barcodes.get(sku) ?? []),
      ...own.flatMap(({ offer }) => barcodeOf(offer.barcode) ?? []),
    ]);
    const alike = [...codes].flatMap((code) => byBarcode.get(code) ?? []);
    const others = [...new Set([...own, ...alike])].filter((one) => one.supplier !== supplier);
    const named = new Set(others.map((one) => one.supplier));
    return [...others.map((one) => toCandidate(one, sku, ordered)), ...gone()].toSorted(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
    );

    function gone(): SecondSource[] {
      const missing = [...terms.keys()].filter((id) => id !== supplier && !named.has(id));
      return missing.flatMap((id) => {
        const past = pasts.get(pastKey(id, sku))?.[0];
        const last = past?.runs.at(-1);
        if (!last) return [];
        const { supplierSku, seen: asOf } = last;
        return [{ supplier: id, supplierSku, sku, state: 'gone', asOf } as const];
      });
    }
  };
}

const order: readonly SecondSource['state'][] = [
  'unmatched',
  'other-sku',
  'stale',
  'gone',
  'discontinued',
];

function barcodeOf(cell: string | undefined): Barcode | undefined {
  return cell === undefined ? undefined : toBarcode(cell);
}

function toCandidate(
  { supplier, offer, stale, discontinued }: Source,
  wanted: Sku,
  ordered: ReadonlySet<Sku>,
): SecondSource {
  const { supplierSku, sku, matchedBy, asOf } = offer;
  const isOther = sku !== wanted && (matchedBy !== undefined || ordered.has(sku));
  const unused = stale ? 'stale' : isOther ? 'other-sku' : 'unmatched';
  return { supplier, supplierSku, sku, asOf, state: discontinued ? 'discontinued' : unused };
}

/** Whether a barcode of a SKU is known: without one no other supplier's article can be found by it. */
export function hasBarcode({ evidence }: Plan, { sku, supply }: PlannedSku): boolean {
  return (
    evidence.matching.barcodes.has(sku) ||
    supply.sources.some(({ offer }) => barcodeOf(offer.barcode) !== undefined)
  );
}
