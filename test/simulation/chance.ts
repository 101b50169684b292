import { randomFrom } from '../formats/random.mjs';

/** Values and how likely each is; the probabilities add up to 1. */
export type Distribution = readonly (readonly [value: number, probability: number])[];

/** Whole numbers of events: their mean, and the shape k of variance = mean + mean² ÷ k. */
export interface Rate {
  readonly mean: number;
  readonly shape: number;
}

/**
 * All chance of one world. Each draw has a name and depends on that and the seed alone, not on what was drawn before:
 * whatever the shop decides, the same customers come and the same parcels are late.
 */
export interface Chance {
  /** From 0 to 1, without 1. */
  readonly share: (...name: readonly (string | number)[]) => number;
  readonly oneOf: (values: Distribution, ...name: readonly (string | number)[]) => number;
  /** From a negative binomial distribution. */
  readonly count: (rate: Rate, ...name: readonly (string | number)[]) => number;
}

export function chanceOf(seed: number): Chance {
  const share: Chance['share'] = (...name) => {
    const next = randomFrom(hash(`${seed}/${name.join('/')}`));
    next();
    return next();
  };
  return {
    share,
    oneOf: (values, ...name) => quantileOf(values, share(...name)),
    count: (rate, ...name) => inverse(rate, share(...name)),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

/** The smallest value that is not exceeded with at least this probability. */
export function quantileOf(values: Distribution, level: number): number {
  let sum = 0;
  let last = 0;
  for (const [value, probability] of values) {
    last = value;
    sum += probability;
    if (sum >= level - 1e-9) return value;
  }
  return last;
}

function inverse({ mean, shape }: Rate, level: number): number {
  if (mean <= 0) return 0;
  const odds = mean / (shape + mean);
  let probability = (1 - odds) ** shape;
  let sum = probability;
  let count = 0;
  while (sum < level && count < 1000) {
    probability *= ((count + shape) / (count + 1)) * odds;
    sum += probability;
    count += 1;
  }
  return count;
}
