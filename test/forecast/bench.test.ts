import { describe, expect, it } from 'vitest';
import { monthly } from '../../src/forecast/grain.ts';
import type { Choice } from '../../src/forecast/methods/index.ts';
import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { dailyForecastView, forecastView } from '../../src/outputs/forecast.ts';
import type { Row } from '../../src/outputs/view.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { day, inputOf, offer, sku as toSku } from '../plan/builders.ts';
import { byKey, type Cells, isThere, ordersOf, say, table } from './real-demand.ts';
import {
  bias,
  coverage,
  levels,
  mean,
  pinballLoss,
  type Scored,
  scaledPinball,
  srmse,
  wape,
} from './scoring.ts';

/** The same pairs, forecast by us and by others. */
interface Compared {
  readonly own: Scored[];
  readonly reference: Scored[];
  readonly cover: Scored[];
}

const compared = (): Compared => ({ own: [], reference: [], cover: [] });

const later = 91;
const number = (cell: unknown) => Number(cell ?? Number.NaN);

/** Forecasts of a set at each of its past days, beside the reference's: totals of 14 and 28 days, and running out. */
function runSet(set: string) {
  const folder = `oracle/forecast-bench/${set}`;
  const totals = byKey(table(`${folder}/ref_combo6_batch.csv`), 'as_of', 'sku', 'horizon');
  const outs = byKey(table(`${folder}/refout_combo6_batch.csv`), 'as_of', 'sku');
  const cover = byKey(table(`${folder}/refout_cover_sma28.csv`), 'as_of', 'sku');
  const result = { 14: compared(), 28: compared(), out: compared() };
  const truth = table(`${folder}/truth.csv`);
  const lines = ordersOf(set);
  for (const asOf of new Set(truth.map((row) => day(row['as_of'] ?? '')))) {
    const rows = truth.filter((row) => row['as_of'] === asOf);
    const forecasts = forecastsAt(lines, asOf, rows);
    for (const row of rows) {
      const key = `${asOf}|${row['sku']}`;
      const found = forecasts.get(row['sku'] ?? '') ?? {};
      for (const horizon of [14, 28] as const)
        addTotal(result[horizon], horizon, row, found, totals.get(`${key}|${horizon}`));
      addOut(result.out, asOf, row, found, { ref: outs.get(key), cover: cover.get(key) });
    }
  }
  return result;
}

function forecastsAt(
  lines: readonly OrderLine[],
  asOf: Day,
  rows: readonly Cells[],
): Map<string, Row> {
  const offers = rows
    .filter((row) => row['stock'] !== '')
    .map((row) => offer({ sku: row['sku'] ?? '', quantity: Number(row['stock']), asOf }));
  const plan = makePlan(inputOf({ today: addDays(asOf, 1), offers, lines }));
  const view = forecastView(plan, { all: true, horizons: [14, 28], quantiles: levels });
  return new Map(view.rows.map((row) => [String(row['sku']), row]));
}

function addTotal(
  { own, reference }: Compared,
  horizon: number,
  row: Cells,
  found: Row,
  ref: Cells = {},
): void {
  if (row[`h${horizon}`] === '') return;
  const names = ['p10', 'p50', 'p90'];
  const base = { actual: number(row[`h${horizon}`]), scale: number(row['scale']) * horizon };
  own.push({
    ...base,
    mean: number(found[`demand_${horizon}`]),
    quantiles: names.map((name) => number(found[`demand_${horizon}_${name}`])),
  });
  reference.push({
    ...base,
    mean: number(ref['mean']),
    quantiles: names.map((name) => number(ref[name])),
  });
}

function addOut(
  { own, reference, cover }: Compared,
  asOf: Day,
  row: Cells,
  found: Row,
  others: { readonly ref: Cells | undefined; readonly cover: Cells | undefined },
): void {
  if (row['out_day'] === '') return;
  const after = (cell: unknown) =>
    cell ? Math.min(later, daysBetween(asOf, day(String(cell)))) : later;
  const scored = (of: Row | Cells, names: string[]): Scored => ({
    actual: number(row['out_day']),
    scale: 1,
    mean: 0,
    quantiles: names.map((name) => after(of[name])),
  });
  const dates = ['p10_date', 'p50_date', 'p90_date'];
  own.push(scored(found, ['stockout_early', 'stockout_date', 'stockout_late']));
  reference.push(scored(others.ref ?? {}, dates));
  cover.push(scored(others.cover ?? {}, dates));
}

/** Pinball loss of days, in days. */
const dayLoss = (scored: readonly Scored[]) =>
  mean(
    scored.flatMap(({ actual, quantiles }) =>
      levels.map((level, i) => pinballLoss(actual, quantiles[i] ?? 0, level)),
    ),
  );

type Measure = (scored: readonly Scored[]) => number;

/** Ours, and in brackets ours by the reference's. */
function against(measure: Measure, { own, reference }: Compared, digits = 3): string {
  return `${measure(own).toFixed(digits)} (${(measure(own) / measure(reference)).toFixed(3)})`;
}

const ratio = (measure: Measure, { own, reference }: Compared) => measure(own) / measure(reference);
const shares = (own: readonly Scored[], quantile: 0 | 1 | 2) =>
  coverage(own, quantile)
    .map((share) => share.toFixed(3))
    .join('–');

describe.skipIf(!isThere)(
  'the forecast of real demand in ../shared (skipped where it is not there)',
  () => {
    describe.each(['or2', 'm5-foods', 'm5-hobbies'])('of %s, beside a reference', (set) => {
      const result = isThere ? runSet(set) : undefined;

      it.each([14, 28] as const)('is as good for totals of %i days', (horizon) => {
        const both = result?.[horizon] ?? compared();
        const { own, reference } = both;
        say(
          `${set}, ${horizon} days, ${own.length} pairs: sRMSE ${against(srmse, both)}  WAPE ${against(wape, both)}  bias ${bias(own).toFixed(3)}  scaled pinball ${against(scaledPinball, both, 4)}  P10 ${shares(own, 0)}  P50 ${shares(own, 1)}  P90 ${shares(own, 2)}`,
        );
        expect(own.filter(({ mean: expected }) => Number.isNaN(expected))).toEqual([]);
        expect(own.filter(({ quantiles: [a = 0, b = 0, c = 0] }) => a > b || b > c)).toEqual([]);
        expect(ratio(srmse, both)).toBeLessThanOrEqual(1.01);
        expect(ratio(scaledPinball, both)).toBeLessThanOrEqual(1.01);
        expect(ratio(wape, both)).toBeLessThanOrEqual(1.02);
        const [below90, upTo90] = coverage(own, 2);
        const [refBelow90, refUpTo90] = coverage(reference, 2);
        expect(upTo90).toBeGreaterThanOrEqual(Math.min(0.87, refUpTo90));
        expect(below90).toBeLessThanOrEqual(Math.max(0.93, refBelow90));
        expect(coverage(own, 0)[0]).toBeLessThanOrEqual(0.13);
      });

      it('is as good for the day of running out', () => {
        const both = result?.out ?? compared();
        const byCover = dayLoss(both.own) / dayLoss(both.cover);
        say(
          `${set}, running out, ${both.own.length} pairs: pinball ${against(dayLoss, both, 2)} days, ${byCover.toFixed(3)} of that of days of cover  P10 ${shares(both.own, 0)}  P50 ${shares(both.own, 1)}  P90 ${shares(both.own, 2)}`,
        );
        expect(ratio(dayLoss, both)).toBeLessThanOrEqual(1.02);
        expect(byCover).toBeLessThanOrEqual(0.58);
        expect(coverage(both.own, 0)[0]).toBeLessThanOrEqual(0.12);
        expect(coverage(both.own, 2)[1]).toBeGreaterThanOrEqual(0.85);
      });
    });

    it('of car parts beats published figures of the same protocol', () => {
      const deciles = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
      const wql = weightedLoss(carParts('2001-04-01', 12, deciles), deciles);
      const few = [0.1, 0.25, 0.5, 0.75, 0.9];
      const fixed = scaledLoss(carParts('2001-10-01', 6, few), few);
      const walking = scaledLoss(
        [...carMonths.slice(45)].flatMap((month) => carParts(`${month}-01`, 1, few)),
        few,
      );
      say(
        `car parts: WQL of 12 months ${wql.toFixed(4)}; scaled pinball of 6 months ${fixed.toFixed(4)}, month by month ${walking.toFixed(4)}`,
      );
      expect(wql).toBeLessThanOrEqual(0.94);
      expect(fixed).toBeLessThanOrEqual(0.315);
      expect(walking).toBeLessThanOrEqual(0.309);
    });

    it('of what sold out tells what was asked for', () => {
      const ends = ['2015-10-25', '2015-12-20', '2016-02-21', '2016-04-24', '2016-06-19'];
      const found = ends.map((end) => censored(day(end)));
      const plain = ends.map((end) => censored(day(end), { method: 'simple', window: 56 }));
      const plainRates = plain.map(({ estimate, truth }) => estimate / truth);
      const sum = (name: 'estimate' | 'truth' | 'sales') =>
        found.reduce((total, own) => total + own[name], 0);
      say(
        `sold out: estimates ÷ true rates ${(sum('estimate') / sum('truth')).toFixed(3)} (${found.map(({ estimate, truth }) => (estimate / truth).toFixed(3)).join(', ')}); by 56-day average ${mean(plainRates).toFixed(3)} (${plainRates.map((rate) => rate.toFixed(3)).join(', ')}); sales ÷ true rates ${(sum('sales') / sum('truth')).toFixed(3)}`,
      );
      expect(sum('estimate') / sum('truth')).toBeGreaterThanOrEqual(0.9);
      expect(sum('estimate') / sum('truth')).toBeLessThanOrEqual(1.03);
      for (const rate of plainRates) {
        expect(rate).toBeGreaterThanOrEqual(0.9);
        expect(rate).toBeLessThanOrEqual(1.03);
      }
    });
  },
);

const carTable = isThere ? table('demand/carparts/monthly.csv') : [];
const carMonths = Object.keys(carTable[0] ?? {}).filter((name) => name !== 'sku');

interface Month {
  readonly actual: number;
  readonly quantiles: readonly number[];
  /** Mean |yₜ − yₜ₋₁₂| of the 45 months that are known first. */
  readonly scale: number;
}

/** Each month ahead of each part whose demand is recorded. */
function carParts(from: string, months: number, quantiles: readonly number[]): Month[] {
  const plan = makePlan({
    ...inputOf({ today: from, lines: ordersOf('carparts') }),
    grain: monthly,
  });
  const { rows } = dailyForecastView(plan, { all: true, horizons: [months], quantiles });
  const names = quantiles.map((level) => `p${Number((level * 100).toFixed(6))}`);
  const found = new Map(
    rows.map((row) => [`${row['sku']}|${String(row['date']).slice(0, 7)}`, row]),
  );
  const first = carMonths.indexOf(from.slice(0, 7));
  return carTable.flatMap((part) =>
    carMonths.slice(first, first + months).flatMap((month): Month[] => {
      const row = found.get(`${part['sku']}|${month}`);
      const scale = seasonalMoves(part);
      if (part[month] === '') return [];
      return [
        {
          actual: number(part[month]),
          quantiles: names.map((name) => Number(row?.[name] ?? 0)),
          scale,
        },
      ];
    }),
  );
}

function seasonalMoves(part: Cells): number {
  const moves = carMonths.slice(12, 45).flatMap((month, i) => {
    const before = part[carMonths[i] ?? ''];
    return part[month] === '' || before === ''
      ? []
      : [Math.abs(number(part[month]) - number(before))];
  });
  return moves.length === 0 ? 0 : mean(moves);
}

/** Twice the pinball loss by all demand, the mean over the quantiles. */
function weightedLoss(months: readonly Month[], quantiles: readonly number[]): number {
  const total = months.reduce((sum, { actual }) => sum + actual, 0);
  return mean(
    quantiles.map(
      (level, i) =>
        (2 *
          months.reduce(
            (sum, own) => sum + pinballLoss(own.actual, own.quantiles[i] ?? 0, level),
            0,
          )) /
        total,
    ),
  );
}

/** The mean pinball loss in terms of what the part moves in a year. */
function scaledLoss(months: readonly Month[], quantiles: readonly number[]): number {
  return mean(
    months
      .filter(({ scale }) => scale > 0)
      .flatMap((own) =>
        quantiles.map(
          (level, i) => pinballLoss(own.actual, own.quantiles[i] ?? 0, level) / own.scale,
        ),
      ),
  );
}

/** Sums over all articles: what a day's demand is taken to be, what it was in the last 56 days, and what was sold. */
function censored(end: Day, method?: Choice): { estimate: number; truth: number; sales: number } {
  const stock = table('demand/censored/stock.csv').filter(({ date = '' }) => date <= end);
  const days = [...new Set(stock.map(({ date = '' }) => day(date)))].toSorted();
  const plan = makePlan({
    ...inputOf({ today: addDays(end, 1), lines: ordersOf('censored') }),
    method,
    missing: [...new Set(stock.map(({ sku = '' }) => sku))].map((name) => ({
      supplier: 'acme',
      sku: toSku(name),
      supplierSku: name,
    })),
    memory: {
      files: new Map([['acme', { days, coverage: 'full' }]]),
      offers: stock.map(({ date = '', sku = '', stock: units }) => ({
        supplier: 'acme',
        sku: toSku(sku),
        supplierSku: sku,
        since: day(date),
        seen: day(date),
        offer: {
          quantity: Number(units),
          quantityKind: 'exact',
          restocks: [],
          discontinued: false,
        },
      })),
      statuses: [],
    },
  });
  const rateOf = (file: string) =>
    table(`demand/censored/${file}.csv`)
      .filter(({ date = '' }) => date <= end && date > addDays(end, -56))
      .reduce((sum, { qty }) => sum + Number(qty), 0) / 56;
  const estimate = plan.skus.reduce((sum, { forecast }) => sum + (forecast?.ratePerDay ?? 0), 0);
  return { estimate, truth: rateOf('true_demand'), sales: rateOf('orders') };
}
