import { addDays, type Day } from '../model/day.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import type { PastOffer } from './past.ts';
import type { ArticlePast } from './shown.ts';

/** What a unit of ours costs at a supplier. */
export interface Cost {
  readonly amount: number;
  readonly currency?: string | undefined;
}

/** A supplier that could deliver a SKU's next unit. */
export interface CostSource {
  readonly supplier: string;
  readonly cost?: Cost | undefined;
  /** Where from: its stock, or goods that come in on a day; undefined where it has none in time. */
  readonly from?: 'stock' | Day | undefined;
}

/** That a supplier has raised its price. */
export interface CostRise {
  readonly before: Cost;
  readonly now: Cost;
  /** The first file with the price of now. */
  readonly since: Day;
}

/** A price older than this is no news any more. */
const riseDays = 30;

/**
 * Of the sources that can deliver and cost something in this currency the cheapest; of equals the one in use, else the
 * first.
 */
export function cheapestOf(
  sources: readonly CostSource[],
  currency: string | undefined,
  inUse: string | undefined,
): CostSource | undefined {
  const able = sources.filter(
    ({ from, cost }) => from !== undefined && cost !== undefined && cost.currency === currency,
  );
  return able.reduce<CostSource | undefined>((best, source) => {
    const [cost, least] = [source.cost?.amount ?? 0, best?.cost?.amount];
    if (least === undefined || cost < least) return source;
    return cost === least && source.supplier === inUse ? source : best;
  }, undefined);
}

/**
 * By how much a supplier's unit cost of now is above that of 30 days ago, or of its first file since; if it is. A cost
 * without a currency is in the shop's.
 */
export function costRise(
  articles: readonly ArticlePast[],
  today: Day,
  currency: string | undefined,
): CostRise | undefined {
  for (const article of articles) {
    const told = article.runs.filter(
      ({ since, offer }) => since <= today && offer?.unitCost !== undefined,
    );
    const last = told.at(-1);
    const earlier = told.findLast(({ since }) => since <= addDays(today, -riseDays)) ?? told[0];
    const [now, before] = [costIn(last, article, currency), costIn(earlier, article, currency)];
    if (!last || !now || !before || now.currency !== before.currency) continue;
    if (now.amount > before.amount) return { before, now, since: sinceWhen(told, last) };
  }
  return undefined;
}

function costIn(
  run: PastOffer | undefined,
  { numerator, denominator }: ArticlePast,
  shopCurrency: string | undefined,
): Cost | undefined {
  const { unitCost, currency = shopCurrency } = run?.offer ?? {};
  return unitCost === undefined
    ? undefined
    : { amount: (unitCost * denominator) / numerator, currency };
}

/** The first of the last files that all state the same cost. */
function sinceWhen(told: readonly PastOffer[], last: PastOffer): Day {
  const other = told.findLastIndex(({ offer }) => offer?.unitCost !== last.offer?.unitCost);
  return told[other + 1]?.since ?? last.since;
}

/** What a unit was last sold for. */
export interface SellingPrice extends Cost {
  readonly on: Day;
}

/** The price of each SKU's latest sale in a currency; what was given away tells none. Lines come in order of time. */
export function latestPrices(
  lines: readonly OrderLine[],
  currency: string | undefined,
): ReadonlyMap<Sku, SellingPrice> {
  const prices = new Map<Sku, SellingPrice>();
  for (const line of lines) {
    const { sku, unitPrice: amount = 0 } = line;
    const own = line.currency ?? currency;
    if (amount > 0 && own === currency) prices.set(sku, { amount, currency, on: orderDay(line) });
  }
  return prices;
}

/** The part of the price that is left after the cost; undefined where they are in two currencies. */
export function marginOf(
  price: SellingPrice | undefined,
  cost: Cost | undefined,
): number | undefined {
  if (!price || !cost || price.currency !== cost.currency) return undefined;
  return (price.amount - cost.amount) / price.amount;
}

/** Points of margin whose loss is worth a word, wherever it ends. */
const muchLess = 0.05;

export type MarginAlert = 'below-limit' | 'fell';

/** Whether a risen cost took the margin below the limit, or more than 5 points of it. */
export function marginAlert(before: number, now: number, limit: number): MarginAlert | undefined {
  if (now < limit && before >= limit) return 'below-limit';
  // Binary fractions: 0.35 − 0.30 is 0.05, not a little more.
  return before - now > muchLess + 1e-9 ? 'fell' : undefined;
}
