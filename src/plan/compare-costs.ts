import { addDays, type Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import {
  type Cost,
  type CostRise,
  type CostSource,
  cheapestOf,
  costRise,
  latestPrices,
  type MarginAlert,
  marginAlert,
  marginOf,
  type SellingPrice,
} from '../suppliers/costs.ts';
import { shopCurrency } from '../suppliers/revenue.ts';
import { pastKey } from '../suppliers/shown.ts';
import type { Plan } from './plan.ts';
import type { PlannedSku } from './planned-sku.ts';
import type { Source } from './supply.ts';

/** A supplier whose cost has risen, and what that does to the margin. */
export interface Rise extends CostRise {
  readonly supplier: string;
  readonly marginBefore?: number | undefined;
  readonly marginNow?: number | undefined;
  readonly alert?: MarginAlert | undefined;
}

/** What a SKU costs at its suppliers. */
export interface CostComparison {
  readonly planned: PlannedSku;
  /** The one that the next order goes to; undefined where nobody can deliver. */
  readonly used?: CostSource | undefined;
  readonly cheapest?: CostSource | undefined;
  readonly price?: SellingPrice | undefined;
  readonly sources: readonly CostSource[];
  /** Those of the last 30 days. */
  readonly rises: readonly Rise[];
}

export interface CostRules {
  /** The shop's currency, where the settings name it. */
  readonly currency: string | undefined;
  /** Goods to come count as a source when they ship within so many days. */
  readonly maxWaitDays: number;
  /** A margin below this is too small. */
  readonly marginLimit: number;
}

/**
 * The SKUs of the shop that several suppliers offer, and those whose cost rose so that the margin suffers. Costs are per
 * unit of ours; those without a currency are in the shop's.
 */
export function compareCosts(plan: Plan, rules: CostRules): readonly CostComparison[] {
  const currency = rules.currency ?? shopCurrency(plan.lines);
  const prices = latestPrices(plan.lines, currency);
  return plan.skus.flatMap((planned) => {
    if (!planned.inShop) return [];
    const price = prices.get(planned.sku);
    const sources = sourcesOf(planned, addDays(plan.today, rules.maxWaitDays), currency);
    const used = sources.find(({ supplier }) => supplier === planned.verdict.supplier);
    const rises = sources.flatMap(({ supplier }) => {
      const past = plan.evidence.pasts.get(pastKey(supplier, planned.sku)) ?? [];
      const rise = costRise(past, plan.today, currency);
      return rise ? [{ ...rise, supplier, ...effectOf(rise, price, rules.marginLimit) }] : [];
    });
    if (sources.length < 2 && rises.every(({ alert }) => alert === undefined)) return [];
    const cheapest = cheapestOf(
      sources,
      used?.cost ? used.cost.currency : currency,
      used?.supplier,
    );
    return [{ planned, used, cheapest, price, sources, rises }];
  });
}

/** One of each supplier whose file is fresh and that has or will have some: of its several articles the best. */
function sourcesOf(
  { supply }: PlannedSku,
  latest: Day,
  currency: string | undefined,
): readonly CostSource[] {
  const able = supply.sources
    .filter(({ stale, discontinued, usable }) => !stale && !(discontinued && usable === 0))
    .map((source): CostSource => {
      const { supplier, left } = source;
      const from = left > 0 ? 'stock' : arrivalOf(supply, supplier, latest);
      return { supplier, cost: costOf(source, currency), from };
    });
  return [...groupBy(able, ({ supplier }) => supplier).values()].flatMap(
    (own) => own.toSorted(inOrder)[0] ?? [],
  );
}

/** What is in stock first, then what comes in, then the cheaper. */
function inOrder(a: CostSource, b: CostSource): number {
  const rank = ({ from }: CostSource) => (from === 'stock' ? 0 : from === undefined ? 2 : 1);
  const cost = (source: CostSource) => source.cost?.amount ?? Number.MAX_VALUE;
  return rank(a) - rank(b) || cost(a) - cost(b);
}

function arrivalOf(
  { arrivals }: PlannedSku['supply'],
  supplier: string,
  latest: Day,
): Day | undefined {
  return arrivals.find(
    (arrival) => arrival.supplier === supplier && arrival.left > 0 && arrival.shipDate <= latest,
  )?.day;
}

function costOf({ offer }: Source, shopCurrency: string | undefined): Cost | undefined {
  const { unitCost: amount, currency = shopCurrency } = offer;
  return amount === undefined ? undefined : { amount, currency };
}

function effectOf(
  { before, now }: CostRise,
  price: SellingPrice | undefined,
  limit: number,
): Pick<Rise, 'marginBefore' | 'marginNow' | 'alert'> {
  const [marginBefore, marginNow] = [marginOf(price, before), marginOf(price, now)];
  if (marginBefore === undefined || marginNow === undefined) return {};
  return { marginBefore, marginNow, alert: marginAlert(marginBefore, marginNow, limit) };
}
