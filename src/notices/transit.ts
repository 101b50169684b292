import type { Sku } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';

/** Longest calendar days on the way of a SKU from a supplier; from the one that would be asked first where none is given. */
export type TransitTimes = (sku: Sku, supplier: string | undefined) => number;

export function transitTimes({ skus }: Plan): TransitTimes {
  const supplies = new Map(skus.map(({ sku, supply }) => [sku, supply]));
  return (sku, supplier) => {
    const supply = supplies.get(sku);
    const own = [...(supply?.sources ?? []), ...(supply?.arrivals ?? [])].find(
      (candidate) => candidate.supplier === supplier,
    );
    return (own?.terms ?? supply?.preferred)?.transitDays ?? 0;
  };
}
