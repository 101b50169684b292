import { byBytes } from '../model/sku.ts';
import type { Source } from './supply.ts';

/**
 * Among the suppliers with units left, the one that serves next: one that can serve all of `needed` before those that
 * cannot, then lower priority number, then lower cost (only if all state one in the same currency), then earlier ship
 * date, then supplier id.
 */
export function nextSource(
  sources: readonly Source[],
  needed: number,
  units: (source: Source) => number,
): Source | undefined {
  const hasUnits = (source: Source) => units(source) > 0;
  const first = sources.find(hasUnits);
  if (first === undefined || first === sources.findLast(hasUnits)) return first;
  const candidates = sources.filter(hasUnits);
  const comparable = candidates.every(
    ({ offer }) => offer.unitCost !== undefined && offer.currency === first.offer.currency,
  );
  const cost = ({ offer }: Source) => (comparable ? (offer.unitCost ?? 0) : 0);
  const partial = (source: Source) => (units(source) >= needed ? 0 : 1);
  const order = (a: Source, b: Source) =>
    partial(a) - partial(b) ||
    a.terms.priority - b.terms.priority ||
    cost(a) - cost(b) ||
    byBytes(a.readyOn, b.readyOn) ||
    byBytes(a.supplier, b.supplier);
  return candidates.reduce((best, source) => (order(source, best) < 0 ? source : best));
}
