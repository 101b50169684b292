import { daily } from './grain.ts';
import type { DemandHistory } from './history.ts';
import { type Choice, pastRates } from './methods/index.ts';
import { pastOf } from './past.ts';
import { knownPart, mean, type Series } from './series.ts';
import { someOf } from './shop.ts';

const candidates: readonly Choice[] = [
  ...[7, 14, 28, 56, 84].map((window): Choice => ({ method: 'simple', window })),
  ...[28, 56, 84].map((window): Choice => ({ method: 'weighted', window })),
  ...[14, 28, 56].map((window): Choice => ({ method: 'exponential', window })),
];

/** What is used while there is too little history to compare. */
export const usualWindow: Choice = { method: 'simple', window: 28 };

const horizon = 28;
const leastHistory = 28;
const origins = 8;
const originStep = 7;
/** More tell nothing else, and the time does not grow with the shop. */
const mostJudged = 400;

/**
 * The moving average and window with the least error on this shop's own past: rolling origins a week apart, the total of
 * the next 28 days, squared error scaled by the SKU's mean demand. One choice for the shop: picking per SKU picks noise
 * (error 8–11 % above the average of windows), and picking by absolute error picks the all-zero forecast on slow items.
 * The histories come in a fixed order, as a large shop's choice rests on some of them.
 */
export function chooseWindow(histories: readonly DemandHistory[]): Choice {
  const errors = candidates.map(() => 0);
  let pairs = 0;
  for (const past of sampleOf(histories)) {
    const trials = trialsOf(past);
    pairs += trials.length;
    candidates.forEach((choice, i) => {
      errors[i] = (errors[i] ?? 0) + errorOf(choice, past, trials);
    });
  }
  if (pairs === 0) return usualWindow;
  return candidates[errors.indexOf(Math.min(...errors))] ?? usualWindow;
}

function sampleOf(histories: readonly DemandHistory[]): readonly Series[] {
  const long = histories.filter(({ days }) => days >= leastHistory + horizon);
  return someOf(long, mostJudged).map((history) => knownPart(pastOf(history, usualWindow, daily)));
}

/** A day of the past to forecast from: what came of it, and the usual demand of as many days until then. */
interface Trial {
  readonly origin: number;
  readonly actual: number;
  readonly scale: number;
}

function trialsOf(past: Series): readonly Trial[] {
  const latest = past.length - horizon;
  const trials: Trial[] = [];
  for (let back = origins - 1; back >= 0; back -= 1) {
    const origin = latest - back * originStep;
    if (origin < leastHistory) continue;
    const scale = horizon * mean(past, 0, origin);
    const actual = horizon * mean(past, origin, origin + horizon);
    if (scale > 0) trials.push({ origin, actual, scale });
  }
  return trials;
}

function errorOf(choice: Choice, past: Series, trials: readonly Trial[]): number {
  const ends = trials.map(({ origin }) => origin);
  const rates = pastRates(choice, past, ends, daily);
  return trials.reduce((sum, { actual, scale }, i) => {
    const error = (horizon * (rates[i] ?? 0) - actual) / scale;
    return sum + error * error;
  }, 0);
}
