import { patternOf } from '../forecast/accuracy.ts';
import { recentError } from '../forecast/forecast.ts';
import type { Plan, PlannedSku } from '../plan/plan.ts';
import { reorder } from '../plan/position.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'sku',
  'title',
  'method',
  'pattern',
  'daily_demand',
  'demand_7',
  'demand_14',
  'demand_28',
  'on_hand',
  'sellable_quantity',
  'days_of_cover',
  'stockout_early',
  'stockout_date',
  'stockout_late',
  'stockout_driver',
  'suggested_safety_stock',
  'reorder_point',
  'mase',
  'history_days',
  'note',
] as const;

/** Demand per day and when the stock is gone. A range of dates is not given while it is not known. */
export function forecastView(plan: Plan, all: boolean): View {
  return {
    columns,
    rows: plan.skus
      .filter(({ inShop }) => all || inShop)
      .map((planned) => toRow(planned, plan.serviceLevel)),
    whenEmpty: 'No SKUs to show.',
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'title', heading: 'Title', rank: 4 },
      { column: 'daily_demand', heading: 'Per day', rank: 0 },
      { column: 'demand_28', heading: '28 days', rank: 2 },
      { column: 'on_hand', heading: 'On hand', rank: 0 },
      { column: 'days_of_cover', heading: 'Cover (days)', rank: 1 },
      { column: 'stockout_date', heading: 'Runs out', rank: 0 },
      { column: 'reorder_point', heading: 'Reorder at', rank: 2 },
      { column: 'pattern', heading: 'Pattern', rank: 3 },
      { column: 'note', heading: 'Note', rank: 1 },
    ],
  };
}

const shortHistory = 28;

function toRow(planned: PlannedSku, serviceLevel: number): Row {
  const { sku, title, forecast, position, verdict } = planned;
  const { point, safetyStock } = reorder(forecast, planned.protectionDays, serviceLevel);
  const rate = forecast?.ratePerDay;
  const over = (days: number) => rounded(rate === undefined ? undefined : rate * days, 2);
  return {
    sku,
    title,
    method: forecast && `${forecast.choice.method}-${forecast.choice.window}`,
    pattern: forecast && patternOf(forecast.history),
    daily_demand: rounded(rate, 3),
    demand_7: over(7),
    demand_14: over(14),
    demand_28: over(28),
    on_hand: position.onHand,
    sellable_quantity: verdict.sellable,
    days_of_cover: rounded(planned.daysOfCover, 1),
    stockout_early: undefined,
    stockout_date: planned.stockoutDate,
    stockout_late: undefined,
    stockout_driver: planned.stockoutDate && forecast ? 'own-orders' : undefined,
    suggested_safety_stock: safetyStock,
    reorder_point: point,
    mase: rounded(forecast && recentError(forecast), 3),
    history_days: forecast?.history.days ?? 0,
    note: note(forecast?.history.days, position),
  };
}

function note(
  historyDays: number | undefined,
  { onHand, committed }: PlannedSku['position'],
): string | undefined {
  if (historyDays === undefined) return 'never sold';
  if (onHand <= committed) return onHand > 0 ? 'all owed to orders' : 'none left';
  return historyDays < shortHistory ? `only ${historyDays} days of sales` : undefined;
}
