import { type Offered, type StockRecord, withAvailability } from '../forecast/availability.ts';
import { chooseWindow } from '../forecast/choose.ts';
import { type Depletion, depletionOf } from '../forecast/depletion.ts';
import {
  type Forecast,
  forecastDemand,
  type Outflow,
  steadyOutflow,
} from '../forecast/forecast.ts';
import { type DemandHistory, demandHistories } from '../forecast/history.ts';
import { learnShop, type Shop } from '../forecast/shop.ts';
import { once } from '../model/once.ts';
import type { OrderLine } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import type { PlanInput } from './input.ts';
import { flatKits } from './kits.ts';
import type { OwnArticle } from './own-units.ts';
import { pastOffered, pastStock } from './past-stock.ts';

/** What takes a SKU's stock away: our own orders, or those of all who buy from its suppliers. */
export interface Drain {
  readonly driver: 'own-orders' | 'supplier-depletion';
  /** Undefined where nothing is ever taken. */
  readonly outflow: Outflow | undefined;
  /** Where suppliers' stock falls faster than our own orders explain. */
  readonly depletion?: Depletion | undefined;
}

/** What is expected of demand; nothing of it is worked out before it is asked for. */
export interface Demand {
  readonly shop: () => Shop;
  /** Of every SKU that was ever sold, in the order of the SKUs. */
  readonly histories: () => readonly DemandHistory[];
  /** Undefined where nothing was ever sold. */
  readonly forecast: (sku: Sku) => Forecast | undefined;
  readonly drain: (sku: Sku, forecast: Forecast | undefined) => Drain;
}

/** Forecasts the demand of SKUs from order lines in order of service, and from what is remembered of their stock. */
export function demandOf(
  lines: readonly OrderLine[],
  skus: readonly Sku[],
  input: PlanInput,
  articles: () => ReadonlyMap<string, readonly OwnArticle[]>,
): Demand {
  const past = once(() => rememberedOf(input, articles));
  const histories = once(() =>
    withMemory(demandHistories(lines, input.today, flatKits(input.kits), input.exports), past()),
  );
  const inOrder = once(() => skus.flatMap((sku) => histories().get(sku) ?? []));
  const shop = once(() => shopOf(inOrder(), input));
  return {
    shop,
    histories: inOrder,
    forecast: (sku) => {
      const history = histories().get(sku);
      return history && forecastDemand(history, shop());
    },
    drain: (sku, forecast) => {
      const depletion = depletionOf(past().stock.get(sku) ?? [], histories().get(sku));
      return drainOf(depletion, forecast, shop);
    },
  };
}

/** What is remembered of the days before, by our SKUs. */
interface Remembered {
  readonly stock: ReadonlyMap<Sku, readonly StockRecord[]>;
  readonly offered: ReadonlyMap<Sku, readonly Offered[]>;
}

function rememberedOf(
  { memory, terms, today }: PlanInput,
  articles: () => ReadonlyMap<string, readonly OwnArticle[]>,
): Remembered {
  if (!memory) return { stock: new Map(), offered: new Map() };
  return {
    stock: pastStock(memory, articles, terms, today),
    offered: pastOffered(memory, today),
  };
}

/** The demand of each SKU, with the days on which nobody could buy it as far as anything tells of them. */
function withMemory(
  histories: ReadonlyMap<Sku, DemandHistory>,
  { stock, offered }: Remembered,
): ReadonlyMap<Sku, DemandHistory> {
  if (stock.size + offered.size === 0) return histories;
  return new Map(
    [...histories].map(([sku, history]) => [
      sku,
      withAvailability(history, stock.get(sku) ?? [], offered.get(sku) ?? []),
    ]),
  );
}

function shopOf(histories: readonly DemandHistory[], { today, method, grain }: PlanInput): Shop {
  const choice = method === 'best-window' ? chooseWindow(histories, grain) : method;
  return learnShop(histories, today, choice, grain);
}

function drainOf(
  depletion: Depletion | undefined,
  forecast: Forecast | undefined,
  shop: () => Shop,
): Drain {
  if (!depletion || depletion.ratePerDay <= (forecast?.ratePerDay ?? 0))
    return { driver: 'own-orders', outflow: forecast };
  return {
    driver: 'supplier-depletion',
    outflow: steadyOutflow(depletion.ratePerDay, forecast?.size ?? 1, shop()),
    depletion,
  };
}
