import { demandQuantile, type Forecast } from '../forecast/forecast.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Allocation } from './allocation.ts';
import type { PlanInput } from './input.ts';
import type { Position } from './status.ts';
import type { Supply } from './supply.ts';

/** A forecast with the past it is made from. */
export interface Outlook {
  readonly forecast: Forecast;
  /** Units asked for on each day. */
  readonly past: readonly number[];
}

/** The stock of a SKU after what its open orders took, and what of it is held back. */
export function takePosition(
  supply: Supply,
  { committed }: Allocation,
  outlook: Outlook | undefined,
  ownSafetyStock: number | undefined,
  input: PlanInput,
): Position {
  const onHand = supply.sources.reduce((sum, { usable }) => sum + usable, 0);
  const buffers = supply.sources
    .map(({ terms }) => terms)
    .filter((terms, i, all) => all.findIndex(({ id }) => id === terms.id) === i)
    .reduce((sum, terms) => sum + bufferOf(terms, usableAt(terms.id, supply), outlook, input), 0);
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
  outlook: Outlook | undefined,
  input: PlanInput,
): number {
  const { buffer } = terms;
  switch (buffer.kind) {
    case 'units':
      return Math.min(buffer.units, usable);
    case 'share':
      return Math.min(Math.ceil(buffer.share * usable - 1e-9), usable);
    case 'auto':
      return Math.min(protectedDemand(terms, outlook, input), usable);
  }
}

/** Demand, at the service level, until a supplier's next file is expected and its goods are dispatched. */
function protectedDemand(
  terms: SupplierTerms,
  outlook: Outlook | undefined,
  input: PlanInput,
): number {
  if (!outlook) return 0;
  const days = protectionDays(terms, input);
  const quantile = demandQuantile(outlook.past, days, input.policy.serviceLevel);
  return quantile ?? Math.ceil(outlook.forecast.ratePerDay * days);
}

function protectionDays(terms: SupplierTerms, { feedGapDays }: PlanInput): number {
  return (feedGapDays.get(terms.id) ?? 1) + terms.dispatchDays;
}

/** When to order anew, and how much to hold back, at the service level; nothing where too little was sold to tell. */
export function reorder(
  supply: Supply,
  outlook: Outlook | undefined,
  input: PlanInput,
): { readonly reorderPoint?: number; readonly suggestedSafetyStock?: number } {
  if (!outlook) return {};
  const { past, forecast } = outlook;
  const days = protectionDays(supply.preferred, input);
  const reorderPoint = demandQuantile(past, days, input.policy.serviceLevel);
  if (reorderPoint === undefined) return {};
  return {
    reorderPoint,
    suggestedSafetyStock: Math.max(0, Math.ceil(reorderPoint - forecast.ratePerDay * days)),
  };
}
