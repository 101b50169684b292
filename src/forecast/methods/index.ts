import type { Grain } from '../grain.ts';
import { mean, type Series } from '../series.ts';
import { adida, imapa } from './aggregation.ts';
import { combined, partsOf, ratesAt } from './combination.ts';
import { croston, sba, sbj } from './croston.ts';
import { simple, weighted } from './moving-average.ts';
import { holtWinters, seasonalNaive } from './seasonal.ts';
import { exponential } from './smoothing.ts';
import { tsb } from './tsb.ts';

/** What a method expects: units per period; of a method with a season of its own, units of each period of the next one. */
export interface Outlook {
  readonly rate: number;
  readonly season?: readonly number[];
}

/** A forecast method: what it expects after the past, looking back `window` periods. */
export type Method = (past: Series, grain: Grain, window: number) => Outlook;

/** The same number for every period ahead. */
const flat =
  (rate: (past: Series, window: number) => number): Method =>
  (past, _, window) => ({ rate: rate(past, window) });

const seasonal =
  (next: (past: Series, length: number) => readonly number[]): Method =>
  (past, grain) => {
    const season = next(past, grain.season);
    return { rate: mean(season), season };
  };

/** Every method there is; command options and help follow the keys. */
const methods = {
  combination: (past, grain) => ({ rate: combined(partsOf(past, grain)) }),
  simple: flat(simple),
  weighted: flat(weighted),
  exponential: flat(exponential),
  croston: flat((past) => croston(past)),
  sba: flat((past) => sba(past)),
  sbj: flat((past) => sbj(past)),
  tsb: flat(tsb),
  adida: flat(adida),
  imapa: flat(imapa),
  'holt-winters': seasonal(holtWinters),
  'seasonal-naive': seasonal(seasonalNaive),
  naive: flat((past) => mean(seasonalNaive(past, 1))),
  zero: flat(() => 0),
} satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;

export const methodNames = Object.keys(methods) as readonly MethodName[];

/** Methods that look back over a window of so many periods. */
const windowed: ReadonlySet<string> = new Set<MethodName>(['simple', 'weighted', 'exponential']);

/** Whether a window says anything to a method. */
export const isWindowed = (method: string): boolean => windowed.has(method);

/** A method with its window in periods. */
export interface Choice {
  readonly method: MethodName;
  readonly window: number;
}

/** `combination`; with its window where it has one: `simple-28`. */
export function choiceName({ method, window }: Choice): string {
  return windowed.has(method) ? `${method}-${window}` : method;
}

/** What is used where nobody chose. */
export const usualChoice: Choice = { method: 'combination', window: 28 };

/** What a chosen method expects after the past. */
export function outlook({ method, window }: Choice, past: Series, grain: Grain): Outlook {
  return methods[method](past, grain, window);
}

/** What it would have expected after each of `ends` known periods, in order, in units per period. */
export function pastRates(
  { method, window }: Choice,
  known: Series,
  ends: readonly number[],
  grain: Grain,
): readonly number[] {
  if (method === 'combination') return ratesAt(known, ends, grain);
  return ends.map((end) => methods[method](known.subarray(0, end), grain, window).rate);
}
