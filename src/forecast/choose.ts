import { type DemandHistory, unitsBetween } from './history.ts';
import { type MethodName, methods } from './methods/index.ts';

/** A method with its window in days. */
export interface Choice {
  readonly method: MethodName;
  readonly window: number;
}

const candidates: readonly Choice[] = [
  ...[7, 14, 28, 56, 84].map((window): Choice => ({ method: 'simple', window })),
  ...[28, 56, 84].map((window): Choice => ({ method: 'weighted', window })),
  ...[14, 28, 56].map((window): Choice => ({ method: 'exponential', window })),
];

/** What is used while there is too little history to compare. */
export const usualChoice: Choice = { method: 'simple', window: 28 };

const horizon = 28;
const leastHistory = 28;
const origins = 8;
const originStep = 7;
/** Of more SKUs every second, third … is judged: more tell nothing else, and the time does not grow with the shop. */
const mostJudged = 2000;

/**
 * The method and window with the least error on this shop's own past: rolling origins a week apart, the total of the
 * next 28 days, squared error scaled by the SKU's mean demand. One choice for the shop: picking per SKU picks noise
 * (error 8–11 % above the average of windows), and picking by absolute error picks the all-zero forecast on slow items.
 * The histories come in a fixed order, as a large shop's choice rests on some of them.
 */
export function chooseMethod(histories: Iterable<DemandHistory>): Choice {
  const errors = candidates.map(() => 0);
  let pairs = 0;
  for (const history of sampleOf(histories)) {
    const trials = trialsOf(history);
    if (trials.length === 0) continue;
    pairs += trials.length;
    candidates.forEach(({ method, window }, i) => {
      errors[i] =
        (errors[i] ?? 0) + errorOf(trials, (end) => methods[method](history, window, end));
    });
  }
  if (pairs === 0) return usualChoice;
  const least = errors.indexOf(Math.min(...errors));
  return candidates[least] ?? usualChoice;
}

function sampleOf(histories: Iterable<DemandHistory>): readonly DemandHistory[] {
  const long = [...histories].filter(({ days }) => days >= leastHistory + horizon);
  const step = Math.ceil(long.length / mostJudged);
  return long.filter((_, i) => i % step === 0);
}

/** A day of the past to forecast from: what came of it, and the usual demand of as many days until then. */
interface Trial {
  readonly origin: number;
  readonly actual: number;
  readonly scale: number;
}

function trialsOf(history: DemandHistory): readonly Trial[] {
  const latest = history.days - horizon;
  const trials: Trial[] = [];
  for (let back = origins - 1; back >= 0; back -= 1) {
    const origin = latest - back * originStep;
    if (origin < leastHistory) continue;
    const scale = (horizon * unitsBetween(history, 0, origin)) / origin;
    const actual = unitsBetween(history, origin, origin + horizon);
    if (scale > 0) trials.push({ origin, actual, scale });
  }
  return trials;
}

function errorOf(trials: readonly Trial[], rateAt: (origin: number) => number): number {
  let sum = 0;
  for (const { origin, actual, scale } of trials) {
    const error = (horizon * rateAt(origin) - actual) / scale;
    sum += error * error;
  }
  return sum;
}
