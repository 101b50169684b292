import { exponential } from './exponential.ts';
import { simple } from './simple.ts';
import { weighted } from './weighted.ts';

/**
 * A forecast method: from the daily history and a window in days, the units per day as they would have been forecast
 * at the end of each of `ends`, numbers of days in ascending order. Rolling origins cost one pass that way, not one each.
 */
export type Method = (
  units: readonly number[],
  window: number,
  ends: readonly number[],
) => readonly number[];

/** Every method there is; command options and help follow the keys. */
export const methods = { simple, weighted, exponential } satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;

export const methodNames = Object.keys(methods) as readonly MethodName[];
