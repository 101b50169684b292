import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import type { Sku } from '../model/sku.ts';
import type { Revenue } from './revenue.ts';

/** Who offers a SKU of the shop. */
export interface Sourcing {
  readonly sku: Sku;
  /** Suppliers whose newest file has it. */
  readonly listed: ReadonlySet<string>;
  /** Those of them whose file is fresh and that have not discontinued it. */
  readonly fresh: ReadonlySet<string>;
  /** The one that is asked first. */
  readonly first?: string | undefined;
}

/** A SKU that can be had from one supplier only. */
export interface SingleSource {
  readonly sku: Sku;
  readonly supplier: string;
  /** Of the last days, in the shop's currency. */
  readonly revenue: number;
  /** Of a kit: the components that this supplier alone has. */
  readonly parts: readonly Sku[];
}

interface Reliance {
  /** SKUs of the shop that its newest file has. */
  readonly skus: number;
  readonly singleSourceSkus: number;
  /** Revenue of these. */
  readonly atRisk: number;
}

/** How far the shop hangs on single suppliers. */
export interface Concentration {
  readonly total: number;
  /** Revenue of SKUs that one supplier alone has. */
  readonly atRisk: number;
  readonly suppliers: ReadonlyMap<string, Reliance>;
  readonly singleSources: readonly SingleSource[];
  /** Herfindahl index of the revenue by supplier: 1 where all comes from one, 1/n where n share it equally. */
  readonly herfindahl?: number | undefined;
  /** Suppliers with a part of the revenue. */
  readonly serving: number;
}

/**
 * Adds up what hangs on each supplier. A sale is its supplier's on record, else of the one that is asked first; sales of
 * what nobody offers are in the total alone.
 */
export function concentration(
  sources: readonly Sourcing[],
  { sales }: Revenue,
  kits: Kits,
): Concentration {
  const bySku = groupBy(sales, ({ sku }) => sku);
  const known = new Map(sources.map((source) => [source.sku, source]));
  const singles = sources.flatMap(({ sku }): SingleSource[] => {
    const revenue = sum((bySku.get(sku) ?? []).map(({ amount }) => amount));
    return soleSuppliers(sku, known, kits).map((sole) => ({ sku, revenue, ...sole }));
  });
  const suppliers = new Set(sources.flatMap(({ listed }) => [...listed]));
  const served = groupBy(
    sales.flatMap(({ sku, supplier = known.get(sku)?.first, amount }) =>
      supplier === undefined ? [] : [{ supplier, amount }],
    ),
    ({ supplier }) => supplier,
  );
  const atRisk = new Map(singles.map(({ sku, revenue }) => [sku, revenue]));
  return {
    total: sum(sales.map(({ amount }) => amount)),
    atRisk: sum([...atRisk.values()]),
    suppliers: new Map(
      [...suppliers].map((supplier) => {
        const own = singles.filter((one) => one.supplier === supplier);
        return [
          supplier,
          {
            skus: sources.filter(({ listed }) => listed.has(supplier)).length,
            singleSourceSkus: own.length,
            atRisk: sum(own.map(({ revenue }) => revenue)),
          },
        ];
      }),
    ),
    singleSources: singles,
    herfindahl: herfindahl([...served.values()].map((own) => sum(own.map(({ amount }) => amount)))),
    serving: served.size,
  };
}

/** The one that alone has a SKU; of a kit that nobody offers as such, all that alone have one of its components. */
function soleSuppliers(
  sku: Sku,
  sources: ReadonlyMap<Sku, Sourcing>,
  kits: Kits,
): readonly Pick<SingleSource, 'supplier' | 'parts'>[] {
  const fresh = sources.get(sku)?.fresh ?? new Set();
  const [only] = fresh;
  if (only !== undefined) return fresh.size === 1 ? [{ supplier: only, parts: [] }] : [];
  const parts = (kits.get(sku) ?? []).flatMap((part) => {
    const own = sources.get(part.sku)?.fresh ?? new Set();
    const [sole] = own;
    return sole !== undefined && own.size === 1 ? [{ sole, sku: part.sku }] : [];
  });
  return [...groupBy(parts, ({ sole }) => sole)].map(([supplier, own]) => ({
    supplier,
    parts: own.map((part) => part.sku),
  }));
}

/** The sum of the squared shares (Hirschman 1964); undefined of nothing. */
function herfindahl(parts: readonly number[]): number | undefined {
  const total = sum(parts);
  return total > 0 ? sum(parts.map((part) => (part / total) ** 2)) : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
