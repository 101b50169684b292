import { daily, type Grain } from './grain.ts';
import type { DemandHistory } from './history.ts';
import { type Choice, pastRates } from './methods/index.ts';
import { pastOf } from './past.ts';
import { knownPart, mean, type Series } from './series.ts';
import { someOf } from './shop.ts';

/** Windows tried, in days or in months. */
const windows = {
  day: { simple: [7, 14, 28, 56, 84], weighted: [28, 56, 84], exponential: [14, 28, 56] },
  month: { simple: [2, 3, 6, 12, 18], weighted: [6, 12, 18], exponential: [3, 6, 12] },
};

function candidatesOf({ name }: Grain): readonly Choice[] {
  return (['simple', 'weighted', 'exponential'] as const).flatMap((method) =>
    windows[name][method].map((window): Choice => ({ method, window })),
  );
}

/** What is used while there is too little history to compare. */
const usualWindow = ({ short }: Grain): Choice => ({ method: 'simple', window: short });

const origins = 8;
/** More tell nothing else, and the time does not grow with the shop. */
const mostJudged = 400;

/**
 * The moving average and window with the least error on this shop's own past: rolling origins a week apart, the total of
 * the next 28 days, squared error scaled by the SKU's mean demand. One choice for the shop: picking per SKU picks noise
 * (error 8–11 % above the average of windows), and picking by absolute error picks the all-zero forecast on slow items.
 * The histories come in a fixed order, as a large shop's choice rests on some of them.
 */
export function chooseWindow(histories: readonly DemandHistory[], grain: Grain = daily): Choice {
  const candidates = candidatesOf(grain);
  const errors = candidates.map(() => 0);
  let pairs = 0;
  for (const past of sampleOf(histories, grain)) {
    const trials = trialsOf(past, grain);
    pairs += trials.length;
    candidates.forEach((choice, i) => {
      errors[i] = (errors[i] ?? 0) + errorOf(choice, past, trials, grain);
    });
  }
  if (pairs === 0) return usualWindow(grain);
  return candidates[errors.indexOf(Math.min(...errors))] ?? usualWindow(grain);
}

function sampleOf(histories: readonly DemandHistory[], grain: Grain): readonly Series[] {
  const long = histories.filter(({ days }) => days >= (grain.least + grain.short) * grain.days);
  return someOf(long, mostJudged).map((history) =>
    knownPart(pastOf(history, usualWindow(grain), grain)),
  );
}

/** A day of the past to forecast from: what came of it, and the usual demand of as many days until then. */
interface Trial {
  readonly origin: number;
  readonly actual: number;
  readonly scale: number;
}

function trialsOf(past: Series, grain: Grain): readonly Trial[] {
  const horizon = grain.short;
  const step = grain.name === 'day' ? 7 : 1;
  const latest = past.length - horizon;
  const trials: Trial[] = [];
  for (let back = origins - 1; back >= 0; back -= 1) {
    const origin = latest - back * step;
    if (origin < grain.least) continue;
    const scale = horizon * mean(past, 0, origin);
    const actual = horizon * mean(past, origin, origin + horizon);
    if (scale > 0) trials.push({ origin, actual, scale });
  }
  return trials;
}

function errorOf(choice: Choice, past: Series, trials: readonly Trial[], grain: Grain): number {
  const ends = trials.map(({ origin }) => origin);
  const rates = pastRates(choice, past, ends, grain);
  return trials.reduce((sum, { actual, scale }, i) => {
    const error = (grain.short * (rates[i] ?? 0) - actual) / scale;
    return sum + error * error;
  }, 0);
}
