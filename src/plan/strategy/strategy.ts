import type { Policy } from '../../model/policy.ts';
import type { Status } from '../../model/status.ts';
import { latestPrices, type SellingPrice } from '../../suppliers/costs.ts';
import { shopCurrency } from '../../suppliers/revenue.ts';
import type { Plan } from '../plan.ts';
import type { PlannedSku } from '../planned-sku.ts';
import { type Turn, turnsOf } from './changes.ts';
import { type Bench, circumstancesOf, type DatedOutlook } from './circumstances.ts';
import { type Advice, type Decision, decide, gainPerUnit, marginOf } from './decide.ts';
import { patienceOf, type WaitClass } from './patience.ts';

/** What is best done with a SKU, why, and what would change it. Advice: nothing follows it by itself. */
export interface Strategy extends Decision {
  readonly planned: PlannedSku;
  /** The status that the merchant has pinned: the advice is what would be said without it. */
  readonly pinned?: Status | undefined;
  /** What is done now is something else; never so where the merchant decided, or nothing is known. */
  readonly differs: boolean;
  readonly expected: Expected;
  readonly wouldChange: readonly Turn[];
}

/** The numbers behind an advice. */
export interface Expected {
  /** Units a day. */
  readonly ratePerDay?: number | undefined;
  /** Days with sales among the last 180 on which it could be bought. */
  readonly saleDays?: number | undefined;
  readonly outlook?: DatedOutlook | undefined;
  /** Calendar days until a customer's goods ship; undefined where nobody waits, or nobody knows. */
  readonly wait?: number | undefined;
  /** The wait, or `backorder_max_wait_days` without one. */
  readonly horizon: number;
  /** Units asked for over the horizon. Undefined where it is sold as it is. */
  readonly units?: number | undefined;
  /** Those of them that may be had. */
  readonly atStake?: number | undefined;
  /** The share of units cancelled when customers wait so long. */
  readonly cancelled?: number | undefined;
  /** Of each class of waits up to that one. */
  readonly waits: readonly WaitClass[];
  readonly price?: SellingPrice | undefined;
  readonly cost?: number | undefined;
  /** Of a unit, in the shop's currency. */
  readonly margin?: number | undefined;
  /** What the units at stake bring, less what is lost by cancellations. */
  readonly money?: number | undefined;
  readonly currency?: string | undefined;
}

export interface StrategyRules {
  readonly policy: Policy;
  /** The shop's currency, where the settings name it. */
  readonly currency?: string | undefined;
}

/** Advises on each SKU of a plan, which it leaves as it is. */
export function strategist(
  plan: Plan,
  { policy, currency: configured }: StrategyRules,
): (planned: PlannedSku) => Strategy {
  const currency = configured ?? shopCurrency(plan.lines);
  const prices = latestPrices(plan.lines, currency);
  const held = new Set(plan.quality.holds.map(({ sku }) => sku));
  const bench: Bench = {
    plan,
    policy,
    patience: patienceOf(plan.lines, plan.today),
    isHeld: ({ sku }) => held.has(sku),
    priceOf: ({ sku }) => prices.get(sku),
    currency,
  };
  return (planned) => strategyOf(planned, bench);
}

/** The strategies of the shop's SKUs, in their order. */
export function shopStrategies(plan: Plan, rules: StrategyRules): readonly Strategy[] {
  return plan.skus.filter(({ inShop }) => inShop).map(strategist(plan, rules));
}

function strategyOf(planned: PlannedSku, bench: Bench): Strategy {
  const given = circumstancesOf(planned, bench);
  const decision = decide(given);
  const { status, reason } = planned.verdict;
  const pinned = reason === 'pinned' ? status : undefined;
  return {
    ...decision,
    planned,
    pinned,
    differs: pinned === undefined && !isDone(decision.advice, status),
    expected: expectedOf(planned, bench, given, decision),
    wouldChange: turnsOf(given),
  };
}

/** Of a SKU that is not sold it is not known whether addresses are taken, or whether it will be sold again. */
function isDone(advice: Advice, status: Status): boolean {
  if (advice === 'sell') return status === 'available';
  if (advice === 'backorder' || advice === 'preorder') return status === advice;
  return advice === 'unknown' || status === 'unavailable';
}

function expectedOf(
  planned: PlannedSku,
  bench: Bench,
  given: ReturnType<typeof circumstancesOf>,
  { advice }: Decision,
): Expected {
  const { saleDays, cost, outlook, release, isInStock } = given;
  const { forecast, verdict } = planned;
  const wait = release ?? (isInStock ? undefined : outlook?.wait);
  const horizon = wait ?? given.backorderMaxWait;
  const units = advice === 'sell' || !forecast ? undefined : given.demand(horizon);
  const atStake = units === undefined ? undefined : Math.min(units, verdict.aheadLimit ?? units);
  const perUnit = gainPerUnit(given, wait ?? 0);
  const isTold = wait !== undefined;
  return {
    ratePerDay: forecast?.ratePerDay,
    saleDays,
    outlook,
    wait,
    horizon,
    units,
    atStake,
    cancelled: isTold ? given.cancelled(wait) : undefined,
    waits: isTold ? bench.patience.upTo(wait) : [],
    price: bench.priceOf(planned),
    cost,
    margin: marginOf(given),
    money: atStake === undefined || perUnit === undefined ? undefined : atStake * perUnit,
    currency: bench.currency,
  };
}
