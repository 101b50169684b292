import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsOf, pinball } from '../../src/forecast/accuracy.ts';
import { demandOver } from '../../src/forecast/forecast.ts';
import { adidaOf } from '../../src/forecast/methods/aggregation.ts';
import { crostonParts, sba, sbj } from '../../src/forecast/methods/croston.ts';
import { simple, weighted } from '../../src/forecast/methods/moving-average.ts';
import { exponential, smooth } from '../../src/forecast/methods/smoothing.ts';
import { tsbParts } from '../../src/forecast/methods/tsb.ts';
import { probabilityUpTo, quantile, unitsShort } from '../../src/forecast/negative-binomial.ts';
import { knownPart } from '../../src/forecast/series.ts';
import { stockoutDay } from '../../src/forecast/stockout.ts';
import { normalQuantile, normalReorder } from '../../src/forecast/textbook.ts';
import { weekdayIndex } from '../../src/forecast/weekdays.ts';
import { addDays, weekdayOf } from '../../src/model/day.ts';
import { day } from '../plan/builders.ts';
import { forecastOf, seriesOf } from './builders.ts';

/** Exact values, computed elsewhere; they lie beside the project and not in it. */
const file = new URL('../../../shared/oracle/forecast-vectors.json', import.meta.url);

// biome-ignore lint/suspicious/noExplicitAny: the shape of each case is told by the file itself
type Case = any;

const oracle: { series: Record<string, (number | null)[]>; methods: Record<string, Case> } =
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { series: {}, methods: {} };

const series = (name: string) => knownPart(seriesOf(oracle.series[name] ?? []));

/** Numbers agree to eight digits, whole numbers and nulls to the last; undefined counts as null. */
function agrees(found: unknown, expected: unknown): void {
  if (expected === null) expect(found ?? null).toBeNull();
  else if (typeof expected === 'number' && typeof found === 'number')
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected) + 1e-12);
  else if (typeof expected === 'object')
    for (const [key, value] of Object.entries(expected as object))
      agrees((found as Record<string, unknown>)[key], value);
  else expect(found).toEqual(expected);
}

/** What is found for a case of each kind. */
const kinds: Record<string, (own: Case) => unknown> = {
  sma: ({ series: name, window }) => simple(series(name), window),
  wma: ({ series: name, window }) => weighted(series(name), window),
  ses: ({ series: name, alpha, init }) =>
    smooth(series(name), alpha, init === 'first' ? undefined : init),
  ema_span: ({ series: name, span, adjust }) =>
    adjust ? exponential(series(name), span) : smooth(series(name), 2 / (span + 1)),
  croston: ({ series: name, alpha, beta, init }) => crostonParts(series(name), alpha, beta, init),
  sba: ({ series: name, alpha, beta }) => sba(series(name), alpha, beta),
  sbj: ({ series: name, alpha, beta }) => sbj(series(name), alpha, beta),
  tsb: ({ series: name, alpha, beta, init }) => {
    const { probability: prob, ...parts } = tsbParts(series(name), alpha, beta, init);
    return { ...parts, prob };
  },
  adida: ({ series: name, m, alpha }) => adidaOf(series(name), m, alpha),
  weekday_index: ({ series: name, first_date: first }) =>
    weekdayIndex(seriesOf(oracle.series[name] ?? []), weekdayOf(day(first))),
  metrics: ({ history, actual, forecast }) =>
    errorsOf(seriesOf(history), seriesOf(actual), seriesOf(forecast)),
  pinball: ({ actual, q, tau }) => pinball(actual, q, tau),
  negbin: ({ mean, var: variance, cdf, quantile: levels }) => ({
    cdf: Object.fromEntries(
      Object.keys(cdf).map((k) => [k, probabilityUpTo(Number(k), { mean, variance })]),
    ),
    quantile: Object.fromEntries(
      Object.keys(levels).map((level) => [level, quantile(Number(level), { mean, variance })]),
    ),
  }),
  safety_stock_normal: ({ service, d, sd, lead, lead_sd: deviation, review }) => {
    const { point, safetyStock } = normalReorder(
      { rate: d, deviation: sd },
      { days: lead, deviation, review },
      service,
    );
    const z = normalQuantile(service);
    return {
      z,
      safety_stock: safetyStock,
      reorder_point: point,
      sigma: Math.sqrt((lead + review) * sd * sd + d * d * deviation * deviation),
    };
  },
  reorder_point_negbin: ({ service, d, sd, lead, lead_sd: deviation }) => {
    const spread = { mean: d * lead, variance: lead * sd * sd + d * d * deviation * deviation };
    const point = quantile(service, spread);
    return {
      mean: spread.mean,
      var: spread.variance,
      reorder_point: point,
      safety_stock: point - spread.mean,
      achieved: probabilityUpTo(point, spread),
    };
  },
  fill_rate: ({ mean, var: variance, r, Q }) => ({
    units_short: unitsShort(r, { mean, variance }),
    fill_rate: 1 - unitsShort(r, { mean, variance }) / Q,
  }),
  stockout_date: (own) => {
    const asOf = day(own.as_of);
    const first = weekdayOf(addDays(asOf, 1));
    const index: number[] | null = own.weekday_index;
    const week = index?.map((_, ahead) => index[(first + ahead) % 7] ?? 1);
    const forecast = forecastOf(own.mean_per_day, own, week);
    const holding = { units: own.stock, incoming: [] };
    const levels = Object.keys(own.expect.day);
    const days = levels.map((level) => stockoutDay(holding, forecast, Number(level)));
    return {
      p_out_by_day: Object.fromEntries(
        Object.keys(own.expect.p_out_by_day).map((count) => [
          count,
          1 - probabilityUpTo(own.stock - 1, demandOver(forecast, Number(count))),
        ]),
      ),
      day: Object.fromEntries(levels.map((level, i) => [level, days[i]])),
      date: Object.fromEntries(
        levels.map((level, i) => [level, days[i] === undefined ? null : addDays(asOf, days[i])]),
      ),
      days_of_cover: own.mean_per_day > 0 ? own.stock / own.mean_per_day : null,
    };
  },
};

const cases = Object.entries(oracle.methods).flatMap(([kind, { cases: own }]) =>
  own.map((one: Case, i: number) => ({ kind, number: i + 1, one })),
);

describe.skipIf(cases.length === 0)(
  'the values of the oracle in ../shared (skipped where it is not there)',
  () => {
    it.each(cases)('$kind $number', ({ kind, one }) => {
      const found = kinds[kind]?.(one);
      if (kind === 'negbin') agrees(found, { cdf: one.cdf, quantile: one.quantile });
      else agrees(found, kind === 'weekday_index' ? { ...one.expect } : one.expect);
    });

    it('are all tried', () => {
      expect(Object.keys(oracle.methods).filter((kind) => !(kind in kinds))).toEqual([]);
      expect(cases.length).toBeGreaterThan(80);
    });
  },
);
