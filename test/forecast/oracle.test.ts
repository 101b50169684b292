import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mase } from '../../src/forecast/accuracy.ts';
import { type MethodName, methods } from '../../src/forecast/methods/index.ts';
import { historyOf } from './builders.ts';

/** Exact values, computed elsewhere; they lie beside the project and not in it. */
const vectors = new URL('../../../shared/oracle/forecast-vectors.json', import.meta.url);

interface Case {
  readonly series: string;
  readonly window?: number;
  readonly span?: number;
  readonly adjust?: boolean;
  readonly expect: number;
}

interface Metric {
  readonly history: readonly number[];
  readonly actual: readonly number[];
  readonly forecast: readonly number[];
  readonly expect: { readonly mase: number | null };
}

interface Oracle {
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
  readonly methods: {
    readonly sma: { readonly cases: readonly Case[] };
    readonly wma: { readonly cases: readonly Case[] };
    readonly ema_span: { readonly cases: readonly Case[] };
    readonly metrics: { readonly cases: readonly Metric[] };
  };
}

const oracle: Oracle | undefined = existsSync(vectors)
  ? JSON.parse(readFileSync(vectors, 'utf8'))
  : undefined;

/** Series without days on which the item could not be bought. */
function complete(cases: readonly Case[] = []): { name: string; units: number[]; own: Case }[] {
  return cases.flatMap((own) => {
    const series = oracle?.series[own.series] ?? [null];
    const units = series.filter((value) => value !== null);
    return units.length < series.length ? [] : [{ name: own.series, units, own }];
  });
}

const rate = (name: MethodName, units: readonly number[], window = 0) =>
  methods[name](historyOf(units), window, units.length);

describe.skipIf(!oracle)(
  'the values of the oracle in ../shared (skipped where it is not there)',
  () => {
    it.each(complete(oracle?.methods.sma.cases))(
      'simple mean of $name, last $own.window days',
      ({ units, own }) => {
        expect(rate('simple', units, own.window)).toBeCloseTo(own.expect, 7);
      },
    );

    it.each(complete(oracle?.methods.wma.cases))(
      'weighted mean of $name, last $own.window days',
      ({ units, own }) => {
        expect(rate('weighted', units, own.window)).toBeCloseTo(own.expect, 7);
      },
    );

    const spans = complete(oracle?.methods.ema_span.cases).filter(
      ({ own }) => own.adjust === false,
    );
    it.each(spans)('exponential mean of $name, span $own.span', ({ units, own }) => {
      expect(rate('exponential', units, own.span)).toBeCloseTo(own.expect, 7);
    });

    it.each(oracle?.methods.metrics.cases ?? [])(
      'scaled error %#',
      ({ history, actual, forecast, expect: expected }) => {
        const found = mase(history, actual, forecast[0] ?? Number.NaN);
        if (expected.mase === null) expect(found).toBeUndefined();
        else expect(found).toBeCloseTo(expected.mase, 7);
      },
    );
  },
);
