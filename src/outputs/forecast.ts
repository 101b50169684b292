import { patternOf } from '../forecast/accuracy.ts';
import {
  demandOfPeriod,
  demandOfPeriods,
  demandOver,
  demandQuantile,
  type Forecast,
  recentErrors,
} from '../forecast/forecast.ts';
import type { Grain } from '../forecast/grain.ts';
import { unitsBetween } from '../forecast/history.ts';
import { choiceName } from '../forecast/methods/index.ts';
import { quantile, type Spread } from '../forecast/negative-binomial.ts';
import { reorder } from '../forecast/reorder.ts';
import { addDays, monthStart } from '../model/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import { daysOfCover, isOut, isTaken, runsOut, runsOutNext } from '../plan/stockout.ts';
import { forecastNote } from './forecast-note.ts';
import { sparkline } from './sparkline.ts';
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
const added = ['next_arrival', 'next_stockout_date'] as const;

/** What of the forecast is wanted beyond the usual columns. */
export interface ForecastDetail {
  readonly all: boolean;
  /** Lengths of time ahead, in days or months, whose total demand is told with its quantiles. */
  readonly horizons?: readonly number[] | undefined;
  readonly quantiles?: readonly number[] | undefined;
}

/** In days, whatever the demand is forecast in. */
const usualHorizons = [7, 14, 28];
const usualQuantiles = [0.1, 0.5, 0.9];

/** Demand per day, how sure that is, and when the stock is gone. */
export function forecastView(plan: Plan, detail: ForecastDetail): View {
  const totals = totalsOf(detail, plan.shop.grain);
  return {
    columns: [...columns, ...added, ...totals.map(({ column }) => column)],
    rows: shown(plan, detail).map((planned) => ({
      ...toRow(planned, plan),
      ...Object.fromEntries(
        totals.map(({ column, value }) => [column, planned.forecast && value(planned.forecast)]),
      ),
    })),
    whenEmpty: 'No SKUs to show.',
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'title', heading: 'Title', rank: 5 },
      { column: 'history', heading: '12 weeks', rank: 2 },
      { column: 'daily_demand', heading: 'Per day', rank: 0 },
      { column: 'demand_28', heading: '28 days', rank: 6 },
      { column: 'on_hand', heading: 'On hand', rank: 0 },
      { column: 'days_of_cover', heading: 'Cover', rank: 7 },
      { column: 'stockout_early', heading: 'Early', rank: 1, show: dateOf('stockout_early') },
      { column: 'stockout_date', heading: 'Runs out', rank: 0, show: dateOf('stockout_date') },
      { column: 'stockout_late', heading: 'Late', rank: 1, show: dateOf('stockout_late') },
      { column: 'reorder_point', heading: 'Reorder at', rank: 4 },
      { column: 'note', heading: 'Note', rank: 3 },
    ],
  };
}

/** One row for each SKU and day, or month, ahead. */
export function dailyForecastView(plan: Plan, detail: ForecastDetail): View {
  const quantiles = detail.quantiles ?? [0.1, 0.9];
  const length = Math.max(...(detail.horizons ?? [plan.shop.grain.short]));
  const rows = shown(plan, detail).flatMap(({ sku, forecast }) =>
    forecast === undefined
      ? []
      : Array.from({ length }, (_, ahead): Row => {
          const spread = demandOfPeriod(forecast, ahead);
          return {
            sku,
            date: periodStart(plan, ahead),
            demand: rounded(spread.mean, 3),
            ...Object.fromEntries(
              quantiles.map((level) => [pName(level), quantile(level, spread)]),
            ),
          };
        }),
  );
  const names = ['demand', ...quantiles.map(pName)];
  return {
    columns: ['sku', 'date', ...names],
    rows,
    whenEmpty: 'Nothing was ever sold: there is no demand to show.',
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'date', heading: 'Date', rank: 0 },
      ...names.map((column) => ({ column, heading: column, rank: 0 })),
    ],
  };
}

function periodStart({ today, shop }: Plan, ahead: number): string {
  return shop.grain.name === 'day' ? addDays(today, ahead) : monthStart(today, ahead);
}

function shown({ skus }: Plan, { all }: ForecastDetail): readonly PlannedSku[] {
  return skus.filter(({ inShop }) => all || inShop);
}

/** `p10`, `p2.5`. */
function pName(level: number): string {
  return `p${Number((level * 100).toFixed(6))}`;
}

/** A column about the total demand of some time ahead. */
interface Total {
  readonly column: string;
  readonly value: (forecast: Forecast) => number | undefined;
}

function totalsOf({ horizons, quantiles }: ForecastDetail, grain: Grain): readonly Total[] {
  if (!horizons && !quantiles) return [];
  return (horizons ?? grain.told).flatMap((horizon): Total[] => {
    const of = (value: (spread: Spread) => number | undefined) => (forecast: Forecast) =>
      value(demandOfPeriods(forecast, horizon));
    return [
      ...(!usualHorizons.includes(horizon)
        ? [{ column: `demand_${horizon}`, value: of(({ mean }) => rounded(mean, 2)) }]
        : []),
      ...(quantiles ?? usualQuantiles).map((level) => ({
        column: `demand_${horizon}_${pName(level)}`,
        value: (forecast: Forecast) => demandQuantile(forecast, horizon, level),
      })),
    ];
  });
}

function toRow(planned: PlannedSku, { today, serviceLevel }: Plan): Row {
  const { sku, title, forecast, position, verdict, drain } = planned;
  const next = runsOutNext(planned, today);
  return {
    sku,
    title,
    method: forecast && methodName(forecast),
    pattern: forecast && patternOf(forecast.history),
    daily_demand: rounded(forecast?.ratePerDay, 3),
    ...expectedTotals(forecast),
    on_hand: position.onHand,
    sellable_quantity: verdict.sellable,
    days_of_cover: rounded(daysOfCover(planned), 1),
    stockout_early: runsOut(planned, 0.1, today),
    stockout_date: runsOut(planned, 0.5, today),
    stockout_late: runsOut(planned, 0.9, today),
    stockout_driver: isTaken(planned) ? drain.driver : undefined,
    ...reorderCells(planned, serviceLevel),
    mase: rounded(forecast && recentErrors(forecast)?.mase, 3),
    history_days: forecast?.history.days ?? 0,
    note: forecastNote(planned),
    next_arrival: next?.arrival,
    next_stockout_date: next?.day,
    is_out: isOut(planned) ? 'yes' : undefined,
    history: forecast && sparkline(weeksOf(forecast)),
  };
}

function expectedTotals(forecast: Forecast | undefined): Row {
  return Object.fromEntries(
    usualHorizons.map((days) => [
      `demand_${days}`,
      forecast && rounded(demandOver(forecast, days).mean, 2),
    ]),
  );
}

function reorderCells({ forecast, cover }: PlannedSku, serviceLevel: number): Row {
  const point = forecast && reorder(forecast, cover, serviceLevel);
  return { suggested_safety_stock: point?.safetyStock, reorder_point: point?.point };
}

/** `combination`, `simple-28`, or `shop-rate` where the past is too short for a method. */
export function methodName({ shop: { choice }, isShrunk }: Forecast): string {
  return isShrunk ? 'shop-rate' : choiceName(choice);
}

const weeksShown = 12;

/** Units of each of the last weeks, the oldest first. */
function weeksOf({ history }: Forecast): number[] {
  return Array.from({ length: weeksShown }, (_, i) => {
    const to = history.days - 7 * (weeksShown - 1 - i);
    return unitsBetween(history, to - 7, to);
  });
}

/** A day that is not known to come within a year is not the same as none. */
function dateOf(column: string): (row: Row) => string {
  return (row) => {
    const day = row[column];
    if (typeof day === 'string' && row['is_out'] !== undefined) return 'now';
    if (typeof day === 'string') return day;
    return typeof row['daily_demand'] === 'number' && row['daily_demand'] > 0 ? 'later' : '';
  };
}
