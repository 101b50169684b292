import type { DemandHistory } from '../history.ts';
import { exponential } from './exponential.ts';
import { simple } from './simple.ts';
import { weighted } from './weighted.ts';

/**
 * A forecast method: from the demand of the past and a window in days, the units per day as they would have been
 * forecast when the past was `end` days long. It goes from sale to sale, not from day to day.
 */
export type Method = (history: DemandHistory, window: number, end: number) => number;

/** Every method there is; command options and help follow the keys. */
export const methods = { simple, weighted, exponential } satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;

export const methodNames = Object.keys(methods) as readonly MethodName[];
