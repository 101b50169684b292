import { type DemandHistory, dailyUnits } from './history.ts';
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

/**
 * The method and window with the least error on this shop's own past: rolling origins a week apart, the total of the
 * next 28 days, squared error scaled by the SKU's mean demand. One choice for the shop: picking per SKU picks noise
 * (error 8–11 % above the average of windows), and picking by absolute error picks the all-zero forecast on slow items.
 */
export function chooseMethod(histories: Iterable<DemandHistory>): Choice {
  const errors = candidates.map(() => 0);
  let pairs = 0;
  for (const history of histories) {
    if (history.days < leastHistory + horizon) continue;
    const units = dailyUnits(history);
    const trials = trialsOf(units);
    if (trials.length === 0) continue;
    pairs += trials.length;
    const ends = trials.map(({ origin }) => origin);
    candidates.forEach(({ method, window }, i) => {
      errors[i] = (errors[i] ?? 0) + errorOf(methods[method](units, window, ends), trials);
    });
  }
  if (pairs === 0) return usualChoice;
  const least = errors.indexOf(Math.min(...errors));
  return candidates[least] ?? usualChoice;
}

/** A day of the past to forecast from: what came of it, and the usual demand of as many days until then. */
interface Trial {
  readonly origin: number;
  readonly actual: number;
  readonly scale: number;
}

function trialsOf(units: readonly number[]): readonly Trial[] {
  const latest = units.length - horizon;
  const trials: Trial[] = [];
  let past = 0;
  let day = 0;
  for (let origin = latest - (origins - 1) * originStep; origin <= latest; origin += originStep) {
    if (origin < leastHistory) continue;
    for (; day < origin; day += 1) past += units[day] ?? 0;
    const scale = (horizon * past) / origin;
    if (scale > 0) trials.push({ origin, actual: total(units, origin, origin + horizon), scale });
  }
  return trials;
}

function errorOf(rates: readonly number[], trials: readonly Trial[]): number {
  return trials.reduce((sum, { actual, scale }, i) => {
    const error = (horizon * (rates[i] ?? 0) - actual) / scale;
    return sum + error * error;
  }, 0);
}

function total(units: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += units[i] ?? 0;
  return sum;
}
