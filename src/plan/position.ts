import type { Cover } from '../forecast/reorder.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Allocation } from './allocation.ts';
import type { PlanInput } from './input.ts';
import type { Position } from './status.ts';
import type { Supply } from './supply.ts';

/** How suppliers' lead times spread, in days; worked out when it is first asked for. */
export type Spreads = () => ReadonlyMap<string, number>;

/**
 * The stock of a SKU after what its open orders took, and what of it is held back. `protectedDemand` tells the demand, at
 * the service level, until goods that a supplier counts next can be dispatched.
 */
export function takePosition(
  supply: Supply,
  { committed }: Allocation,
  ownSafetyStock: number | undefined,
  protectedDemand: (terms: SupplierTerms) => number,
): Position {
  const { sources } = supply;
  const onHand = sources.reduce((sum, { usable }) => sum + usable, 0);
  const buffers = sources.reduce((sum, { terms }, i) => {
    const isFirst = sources.findIndex((source) => source.terms.id === terms.id) === i;
    return isFirst ? sum + bufferOf(terms, usableAt(terms.id, supply), protectedDemand) : sum;
  }, 0);
  const safetyStock = ownSafetyStock === undefined ? buffers : Math.min(ownSafetyStock, onHand);
  return {
    onHand,
    committed,
    safetyStock,
    free: Math.max(0, onHand - safetyStock - committed),
    uncovered: Math.max(0, committed - onHand),
  };
}

/** What a supplier has of a SKU, in however many articles of its own. */
function usableAt(supplier: string, { sources }: Supply): number {
  return sources.reduce(
    (sum, source) => (source.supplier === supplier ? sum + source.usable : sum),
    0,
  );
}

/** Units of a supplier's stock that are never offered; not more than it has. */
function bufferOf(
  terms: SupplierTerms,
  usable: number,
  protectedDemand: (terms: SupplierTerms) => number,
): number {
  const { buffer } = terms;
  switch (buffer.kind) {
    case 'units':
      return Math.min(buffer.units, usable);
    case 'share':
      return Math.min(Math.ceil(buffer.share * usable - 1e-9), usable);
    case 'auto':
      return Math.min(protectedDemand(terms), usable);
  }
}

/** The time until a supplier's next file is expected and its goods are dispatched, with the spread of the latter. */
export function coverOf(terms: SupplierTerms, { feedGapDays }: PlanInput, spreads: Spreads): Cover {
  return {
    days: (feedGapDays.get(terms.id) ?? 1) + terms.dispatchDays,
    spread: spreads().get(terms.id) ?? 0,
  };
}
