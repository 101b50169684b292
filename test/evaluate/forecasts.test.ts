import { describe, expect, it } from 'vitest';
import { forecastConclusions, forecastFigures } from '../../src/evaluate/forecasts.ts';
import type { Backtest, Judgement } from '../../src/forecast/backtest.ts';
import { inWords } from './builders.ts';

const judgement = (method: string, more: Partial<Judgement> = {}): Judgement => ({
  ...{ method, pairs: 40, wape: 0.5, bias: 0.1, srmse: 1, mase: 0.9, rmsse: 0.8, unscaled: 0 },
  ...{ pinball: 0.2, belowP10: 0.1, upToP50: 0.5, upToP90: 0.9 },
  ...more,
});
const tested = (own: Partial<Judgement>, naive: Partial<Judgement> = {}, skus = 50): Backtest => ({
  ...{ horizon: 28, unit: 'day', origins: 4, skus },
  judgements: [judgement('combination', own), judgement('naive', { wape: 1, ...naive })],
});

it('accuracy is that of the backtest, beside the naive forecast, with its pairs', () => {
  expect(inWords(forecastFigures(tested({ unscaled: 3 })))).toEqual([
    'forecast-wape method combination 0.5 of 40',
    'forecast-wape method naive 1 of 40',
    'forecast-bias method combination 0.1 of 40',
    'forecast-bias method naive 0.1 of 40',
    'forecast-mase method combination 0.9 of 37 (unscaled)',
    'forecast-mase method naive 0.9 of 40',
    'forecast-in-range method combination 0.8 of 40',
    'forecast-below-p10 method combination 0.1 of 40',
    'forecast-up-to-p90 method combination 0.9 of 40',
  ]);
});

it('nothing is told of a short history, and no error of nothing sold', () => {
  expect(inWords(forecastFigures({ ...tested({}), judgements: [] }))).toEqual([
    'forecast-wape all – of 0 (short-history)',
  ]);
  expect(inWords(forecastFigures(tested({ wape: undefined })))[0]).toBe(
    'forecast-wape method combination – of 40 (nothing-sold)',
  );
});

describe('what is concluded of forecasts', () => {
  const kinds = (...given: Parameters<typeof tested>) =>
    forecastConclusions(tested(...given)).map((one) => JSON.stringify(one));

  it('is whether they beat the naive one, of ten SKUs and where it is worth telling', () => {
    expect(kinds({})).toEqual([
      '{"kind":"forecast-against-naive","isBetter":true,"own":0.5,"naive":1,"skus":50,"days":28}',
    ]);
    expect(forecastConclusions(tested({ wape: 1.2 }))).toMatchObject([{ isBetter: false }]);
    expect(kinds({ wape: 0.98 })).toEqual([]);
    expect(kinds({}, {}, 9)).toEqual([]);
  });

  it('is whether the range holds, by SKUs, as errors of one SKU are alike', () => {
    const range = (upToP90: number, skus = 50) =>
      forecastConclusions(tested({ upToP90 }, { wape: 0.5 }, skus));
    expect(range(0.7)).toEqual([{ kind: 'range-off', isTooNarrow: true, within: 0.7, skus: 50 }]);
    expect(range(0.84)).toEqual([]);
    expect(range(0.8, 10)).toEqual([]);
    expect(range(0.99, 400)).toMatchObject([{ isTooNarrow: false }]);
  });
});
