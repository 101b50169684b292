import type { Backtest, Judgement } from '../forecast/backtest.ts';
import { isLarger, shareBounds } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import { all, type Figure, type Group, type Measure, type Unit } from './figure.ts';

/** What is judged, and what it is judged against. */
const compared = ['combination', 'naive', 'seasonal-naive', 'zero'] as const;

/**
 * How good forecasts would have been on the shop's own past: totals of the horizon (28 days) from rolling origins a horizon
 * apart, each from what was known before it. `forecast-wape`: Σ|forecast − actual| ÷ Σ actual; `forecast-bias`: Σ(forecast −
 * actual) ÷ Σ actual, above 0 too high; `forecast-mase`: mean |error| of single days ÷ the mean move from day to day of the past
 * (Hyndman, Koehler 2006); `forecast-in-range`: totals from the 10 % to the 90 % quantile, 0.8 is right where demand is
 * fine-grained. Sample: SKU and origin pairs.
 */
export function forecastFigures({ judgements }: Backtest): readonly Figure[] {
  const own = judgements.find(({ method }) => method === 'combination');
  if (!own) {
    const note = { kind: 'short-history' } as const;
    return [
      { measure: 'forecast-wape', group: all, value: undefined, unit: 'share', sample: 0, note },
    ];
  }
  const judged = compared.flatMap((name) => judgements.find(({ method }) => method === name) ?? []);
  const each = (
    measure: Measure,
    unit: Unit,
    told: (one: Judgement) => number | undefined,
    noteOf: (one: Judgement) => Figure['note'] = () => undefined,
  ) => judged.map((one) => figureOf(one, measure, unit, told(one), noteOf(one)));
  return [
    ...each('forecast-wape', 'share', ({ wape }) => wape, nothingSold),
    ...each('forecast-bias', 'share', ({ bias }) => bias, nothingSold),
    ...each('forecast-mase', 'ratio', ({ mase }) => mase, unscaled).map((figure, i) => ({
      ...figure,
      sample: figure.sample - (judged[i]?.unscaled ?? 0),
    })),
    figureOf(own, 'forecast-in-range', 'share', own.upToP90 - own.belowP10),
    figureOf(own, 'forecast-below-p10', 'share', own.belowP10),
    figureOf(own, 'forecast-up-to-p90', 'share', own.upToP90),
  ];
}

function figureOf(
  { method, pairs }: Judgement,
  measure: Measure,
  unit: Unit,
  value: number | undefined,
  note?: Figure['note'],
): Figure {
  const group: Group = { by: 'method', name: method };
  return { measure, group, value, unit, sample: pairs, note };
}

function nothingSold({ wape }: Judgement): Figure['note'] {
  return wape === undefined ? { kind: 'nothing-sold' } : undefined;
}

function unscaled({ unscaled: pairs }: Judgement): Figure['note'] {
  return pairs === 0 ? undefined : { kind: 'unscaled', pairs };
}

/** So many SKUs must have been compared: what one shop's SKUs share moves all of their errors. */
const leastSkus = 10;
/** Errors that differ by less may be chance. */
const worthTelling = 0.05;
/** In so many of 100 cases a total is to stay within the 9-in-10 limit. */
const wanted = 0.9;

/**
 * Concluded of ten SKUs and more: against the naive forecast where the errors differ by a twentieth, and of the range where
 * the share within the 9-in-10 limit lies off 90 % by more than chance. A SKU counts once, whatever the number of origins, as
 * its errors are alike. That more than 90 % stay within is concluded from 95 % up only: demand of few units cannot be met
 * to the point.
 */
export function forecastConclusions({
  judgements,
  skus,
  horizon,
}: Backtest): readonly Conclusion[] {
  const own = judgements.find(({ method }) => method === 'combination');
  const naive = judgements.find(({ method }) => method === 'naive');
  if (own?.wape === undefined || naive?.wape === undefined || skus < leastSkus) return [];
  return [...againstNaive(own.wape, naive.wape, skus, horizon), ...rangeOff(own.upToP90, skus)];
}

function againstNaive(own: number, naive: number, skus: number, days: number): Conclusion[] {
  if (Math.abs(own - naive) < worthTelling * naive) return [];
  return [{ kind: 'forecast-against-naive', isBetter: own < naive, own, naive, skus, days }];
}

function rangeOff(within: number, skus: number): Conclusion[] {
  const count = Math.round(within * skus);
  if (shareBounds(count, skus).high < wanted)
    return [{ kind: 'range-off', isTooNarrow: true, within, skus }];
  const isWide = within >= 0.95 && isLarger([count, skus], [wanted * 1000, 1000]);
  return isWide ? [{ kind: 'range-off', isTooNarrow: false, within, skus }] : [];
}
