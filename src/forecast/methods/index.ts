import { exponential } from './exponential.ts';
import { simple } from './simple.ts';
import { weighted } from './weighted.ts';

/** A forecast method: units per day from the daily history and a window in days. */
export type Method = (units: readonly number[], window: number) => number;

/** Every method there is; command options and help follow the keys. */
export const methods = { simple, weighted, exponential } satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;

export const methodNames = Object.keys(methods) as readonly MethodName[];
