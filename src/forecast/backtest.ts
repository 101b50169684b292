import { addDays, type Day, daysBetween, monthStart } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { errorsOf, pinball } from './accuracy.ts';
import { chooseWindow } from './choose.ts';
import { daily, type Grain } from './grain.ts';
import type { DemandHistory } from './history.ts';
import { spreadOver } from './law.ts';
import { type Choice, choiceName, methodNames, outlook, usualChoice } from './methods/index.ts';
import { quantile } from './negative-binomial.ts';
import { pastOf } from './past.ts';
import { knownPart, mean, percentile, type Series, variance } from './series.ts';
import { learnShop, type Shop, sizeFactor, someOf } from './shop.ts';
import { normalReorder } from './textbook.ts';

/** How good a method was on the shop's own past: totals of the horizon, each forecast from what was known before it. */
export interface Judgement {
  readonly method: string;
  /** Forecasts compared with what came. */
  readonly pairs: number;
  /** Σ|error| ÷ Σ actual, and Σ error ÷ Σ actual: above 0 it was too high; undefined where nothing was asked for. */
  readonly wape: number | undefined;
  readonly bias: number | undefined;
  /** Root of the mean squared error in terms of each SKU's mean demand so far; the worst 1 % count as the others' worst. */
  readonly srmse: number;
  /** Mean error of single periods in terms of how much the SKU moves from one to the next. */
  readonly mase: number | undefined;
  readonly rmsse: number | undefined;
  /** Pairs whose SKU had never moved: the two cannot be told of them. */
  readonly unscaled: number;
  /** Mean pinball loss of the 10 %, 50 % and 90 % quantiles, in terms of the SKU's mean demand. */
  readonly pinball: number;
  /** Shares of totals below the 10 % quantile, up to the 50 % quantile, and up to the 90 % quantile. */
  readonly belowP10: number;
  readonly upToP50: number;
  readonly upToP90: number;
}

/** A whole backtest: the best range first. */
export interface Backtest {
  /** Days or months, of which the totals were forecast. */
  readonly horizon: number;
  readonly unit: Grain['name'];
  readonly origins: number;
  readonly skus: number;
  readonly judgements: readonly Judgement[];
}

/** The average that most people go by. */
const plainName = ({ short }: Grain) => choiceName({ method: 'simple', window: short });

const mostOrigins = 9;
const mostJudged = 400;
const levels = [0.1, 0.5, 0.9];
/** One worthless quantile must not decide between methods. */
const worstPinball = 20;

/**
 * Compares every method on the shop's own past: rolling origins a horizon apart, each with what was known at it, of SKUs
 * with as much past as a forecast of its own needs. Empty where there is too little.
 */
export function backtest(
  histories: readonly DemandHistory[],
  today: Day,
  grain: Grain = daily,
): Backtest {
  const horizon = grain.short;
  const judged = someOf(histories, mostJudged);
  const rounds = Array.from({ length: mostOrigins }, (_, i) => {
    const origin = originBefore(today, (mostOrigins - i) * horizon, grain);
    return pairsAt(judged, origin, today, grain);
  });
  const pairs = rounds.flat();
  const judgements = [...groupBy(pairs, ({ method }) => method)].map(([method, own]) =>
    judge(method, own),
  );
  return {
    horizon,
    unit: grain.name,
    origins: rounds.filter((own) => own.length > 0).length,
    skus: new Set(pairs.map(({ history }) => history)).size,
    judgements: judgements.toSorted((a, b) => a.pinball - b.pinball),
  };
}

function originBefore(today: Day, periods: number, grain: Grain): Day {
  return grain.name === 'day' ? addDays(today, -periods) : monthStart(today, -periods);
}

/** A forecast of a total, and what came. */
interface Pair {
  readonly method: string;
  readonly history: DemandHistory;
  readonly expected: number;
  readonly actual: number;
  /** The SKU's mean demand of a horizon so far. */
  readonly usual: number;
  readonly quantiles: readonly number[];
  readonly mase: number | undefined;
  readonly rmsse: number | undefined;
}

function pairsAt(
  histories: readonly DemandHistory[],
  origin: Day,
  today: Day,
  grain: Grain,
): Pair[] {
  const known = histories
    .map((history) => ({ whole: history, before: until(history, daysBetween(origin, today)) }))
    .filter(({ before }) => before.days > 0);
  const own = known.map(({ before }) => before);
  const shop = learnShop(own, origin, usualChoice, grain);
  const tried = methodNames.map((method) => {
    const choice = { method, window: grain.short };
    return { name: choiceName(choice), choice };
  });
  if (grain.name === 'day') tried.push({ name: 'best-window', choice: chooseWindow(own) });
  return known.flatMap(({ whole, before }) => {
    const actual = actualAfter(whole, before, grain);
    if (!actual) return [];
    return tried.flatMap(({ name, choice }) => {
      const trial = trialOf(before, actual, choice, grain);
      if (!trial) return [];
      const pair = lawPair(name, whole, trial, shop);
      // Beside the plain average the same with the usual range.
      return name === plainName(grain) ? [pair, textbookPair(whole, trial, grain)] : [pair];
    });
  });
}

/** A history as it was known so many days ago. */
function until(history: DemandHistory, daysAgo: number): DemandHistory {
  const days = history.days - daysAgo;
  const soldOn = history.soldOn.filter((day) => day < days);
  const earlier = (marked: readonly number[] = []) => marked.filter((day) => day < days);
  return {
    first: history.first,
    days,
    soldOn,
    sold: history.sold.slice(0, soldOn.length),
    closed: earlier(history.closed),
    soldOut: earlier(history.soldOut),
  };
}

/** What a method expected of a SKU, and what came, period by period. */
interface Trial {
  readonly past: Series;
  readonly expected: Series;
  readonly actual: Series;
}

/**
 * What came in the periods after a past, as it was: nothing taken for large, nothing put in the place of what is not known.
 * Undefined where it could not be bought on all of them.
 */
function actualAfter(
  whole: DemandHistory,
  before: DemandHistory,
  grain: Grain,
): Series | undefined {
  const plain: Choice = { method: 'zero', window: grain.short };
  const from = pastOf(before, plain, grain).length;
  const actual = pastOf(whole, plain, grain).subarray(from, from + grain.short);
  return knownPart(actual).length === grain.short ? actual : undefined;
}

function trialOf(
  before: DemandHistory,
  actual: Series,
  choice: Choice,
  grain: Grain,
): Trial | undefined {
  const past = pastOf(before, choice, grain);
  const known = knownPart(past);
  if (known.length < grain.least || mean(known) === 0) return undefined;
  const { rate, season } = outlook(choice, past, grain);
  const expected = Float64Array.from(actual, (_, i) => season?.[i % season.length] ?? rate);
  return { past: known, expected, actual };
}

function lawPair(method: string, history: DemandHistory, trial: Trial, shop: Shop): Pair {
  const { past, expected } = trial;
  const size = sizeFactor(past, shop.grain, shop.unevenness);
  const total = expected.length * mean(expected);
  const spread = spreadOver(shop.law, expected.length, total, size);
  const quantiles = levels.map((level) => quantile(level, spread));
  return pairOf(method, history, trial, quantiles);
}

/** The plain average with the range that most tools reckon: normal, the same in every period. */
function textbookPair(history: DemandHistory, trial: Trial, grain: Grain): Pair {
  const recent = trial.past.subarray(-grain.short);
  const demand = {
    rate: mean(recent),
    deviation: Math.sqrt(variance(recent)),
  };
  const time = { days: grain.short, deviation: 0, review: 0 };
  const quantiles = levels.map((level) => Math.max(0, normalReorder(demand, time, level).point));
  return pairOf(`textbook-${grain.short}`, history, trial, quantiles);
}

function pairOf(
  method: string,
  history: DemandHistory,
  trial: Trial,
  quantiles: readonly number[],
): Pair {
  const { past, expected, actual } = trial;
  const { mase, rmsse } = errorsOf(past, actual, expected);
  return {
    method,
    history,
    expected: expected.length * mean(expected),
    actual: actual.length * mean(actual),
    usual: expected.length * mean(past),
    quantiles,
    mase,
    rmsse,
  };
}

function judge(method: string, pairs: readonly Pair[]): Judgement {
  const meanOf = (value: (pair: Pair) => number) => mean(pairs.map(value));
  const share = (holds: (pair: Pair) => boolean) => meanOf((pair) => (holds(pair) ? 1 : 0));
  const asked = meanOf(({ actual }) => actual);
  const scaled = pairs.filter(({ mase }) => mase !== undefined);
  const worst = percentile(
    pairs.map(({ actual, usual }) => actual / usual),
    0.99,
  );
  const quantileOf = ({ quantiles }: Pair, i: number) => quantiles[i] ?? 0;
  return {
    method,
    pairs: pairs.length,
    wape: asked > 0 ? meanOf((pair) => Math.abs(pair.expected - pair.actual)) / asked : undefined,
    bias: asked > 0 ? meanOf((pair) => pair.expected - pair.actual) / asked : undefined,
    srmse: Math.sqrt(
      meanOf(({ expected, actual, usual }) =>
        Math.min(
          ((expected - actual) / usual) ** 2,
          worst > 0 ? worst ** 2 : Number.POSITIVE_INFINITY,
        ),
      ),
    ),
    mase: scaled.length === 0 ? undefined : mean(scaled.map(({ mase = 0 }) => mase)),
    rmsse: scaled.length === 0 ? undefined : mean(scaled.map(({ rmsse = 0 }) => rmsse)),
    unscaled: pairs.length - scaled.length,
    pinball: meanOf((pair) =>
      mean(
        levels.map((level, i) =>
          Math.min(pinball(pair.actual, quantileOf(pair, i), level) / pair.usual, worstPinball),
        ),
      ),
    ),
    belowP10: share((pair) => pair.actual < quantileOf(pair, 0)),
    upToP50: share((pair) => pair.actual <= quantileOf(pair, 1)),
    upToP90: share((pair) => pair.actual <= quantileOf(pair, 2)),
  };
}
