import { expectedOver, type Forecast } from '../../forecast/forecast.ts';
import type { DemandHistory } from '../../forecast/history.ts';
import { type Day, daysBetween } from '../../model/day.ts';
import type { Policy } from '../../model/policy.ts';
import type { DateBasis } from '../../model/status.ts';
import type { Cost, SellingPrice } from '../../suppliers/costs.ts';
import { isBad } from '../../suppliers/record.ts';
import type { Plan } from '../plan.ts';
import type { PlannedSku } from '../planned-sku.ts';
import type { Circumstances, Outlook } from './decide.ts';
import type { Patience } from './patience.ts';

/** What is the same for all SKUs of a plan. */
export interface Bench {
  readonly plan: Pick<Plan, 'today' | 'records'>;
  readonly policy: Policy;
  readonly patience: Patience;
  readonly isHeld: (planned: PlannedSku) => boolean;
  readonly priceOf: (planned: PlannedSku) => SellingPrice | undefined;
  /** The shop's, where it is known. */
  readonly currency: string | undefined;
}

/** Goods that a new customer would get, and who has them come in. */
export interface DatedOutlook extends Outlook {
  readonly shipDate: Day;
  readonly basis: DateBasis;
  readonly supplier?: string | undefined;
}

/** What of a SKU an advice rests on. */
export function circumstancesOf(
  planned: PlannedSku,
  bench: Bench,
): Circumstances & { readonly outlook?: DatedOutlook | undefined } {
  const { supply, forecast, verdict, position } = planned;
  const { plan, policy, patience, currency } = bench;
  const { release, releaseShipDate, sources } = supply;
  const isToCome = release !== undefined && releaseShipDate !== undefined && release > plan.today;
  const isPinned = verdict.reason === 'pinned';
  const outlook = outlookOf(planned, plan);
  const price = bench.priceOf(planned)?.amount;
  const cost = costOf(planned, currency);
  return {
    isHeld: bench.isHeld(planned),
    release: isToCome ? daysBetween(plan.today, releaseShipDate) : undefined,
    isInStock: isPinned ? position.free > 0 : verdict.status === 'available',
    isDiscontinued:
      verdict.reason === 'discontinued' ||
      (sources.length > 0 &&
        supply.overrideRestock === undefined &&
        sources.every(({ discontinued }) => discontinued)),
    isPromised: verdict.reason === 'limit-reached',
    outlook,
    saleDays: forecast && saleDaysOf(forecast.history),
    demand: (days) => demandOver(forecast, days),
    cancelled: patience.cancelled,
    proven: patience.proven,
    price,
    cost: price !== undefined && cost?.currency === currency ? cost?.amount : undefined,
    backorderMaxWait: policy.backorderMaxWaitDays,
    preorderMaxWait: policy.preorderMaxWaitDays,
  };
}

function demandOver(forecast: Forecast | undefined, days: number): number {
  return forecast ? expectedOver(forecast, days) : 0;
}

/** The date that the plan shows; where it shows none the first goods that are not sold yet, or the first estimate. */
function outlookOf(
  { verdict, supply, position }: PlannedSku,
  { today, records }: Bench['plan'],
): DatedOutlook | undefined {
  const { shipDate, basis, supplier } = verdict;
  const shown =
    shipDate !== undefined && basis !== undefined && basis !== 'stock' && basis !== 'release'
      ? { shipDate, basis, supplier }
      : undefined;
  let arrived = 0;
  const free = supply.arrivals.find(({ quantity }) => {
    arrived += quantity;
    return arrived > position.uncovered;
  });
  const next = shown ?? free ?? (supply.arrivals.length === 0 ? supply.estimates[0] : undefined);
  if (!next) return undefined;
  const record = next.supplier === undefined ? undefined : records.get(next.supplier);
  return {
    shipDate: next.shipDate,
    basis: next.basis,
    supplier: next.supplier,
    wait: Math.max(0, daysBetween(today, next.shipDate)),
    date: next.basis === 'typical' || next.basis === 'release' ? 'estimate' : 'firm',
    isBadRecord: next.basis !== 'override' && record !== undefined && isBad(record),
  };
}

/** So many days back count, of those on which it could be bought. */
export const demandDays = 180;

/** Days with sales among the last 180 on which it could be bought. */
export function saleDaysOf({ days, soldOn, closed = [] }: DemandHistory): number {
  const isClosed = new Set(closed);
  let open = 0;
  let since = days;
  while (since > 0 && open < demandDays) {
    since -= 1;
    if (!isClosed.has(since)) open += 1;
  }
  return soldOn.filter((day) => day >= since).length;
}

/** Of a unit at the supplier that the plan counts on, else where it costs least. */
function costOf({ supply, verdict }: PlannedSku, currency: string | undefined): Cost | undefined {
  const costs = supply.sources.flatMap(({ supplier, stale, offer }) =>
    offer.unitCost === undefined
      ? []
      : [{ supplier, stale, amount: offer.unitCost, currency: offer.currency ?? currency }],
  );
  const own = costs.filter(({ supplier }) => supplier === verdict.supplier);
  const fresh = costs.filter(({ stale }) => !stale);
  const chosen = [own, fresh, costs].find((some) => some.length > 0) ?? [];
  return chosen.toSorted((a, b) => a.amount - b.amount)[0];
}
