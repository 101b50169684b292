import type { DateBasis, Status } from '../model/status.ts';

/** What is measured, in the order in which it is told. */
export const measures = [
  'forecast-wape',
  'forecast-bias',
  'forecast-mase',
  'forecast-in-range',
  'forecast-below-p10',
  'forecast-up-to-p90',
  'stockout-before-early',
  'stockout-by-middle',
  'stockout-by-late',
  'stockout-error',
  'restock-slip',
  'restock-slip-from',
  'restock-slip-to',
  'restock-slip-p80',
  'dates-kept',
  'days-late',
  'ship-days-p80',
  'oversold',
  'cancelled',
  'cancelled-per-day',
  'refunded',
  'take-up',
  'perfect-orders',
  'imperfect-orders',
] as const;
export type Measure = (typeof measures)[number];

/** What keeps an order from being perfect; of several the first counts. */
export const flaws = ['cancelled', 'late', 'returned', 'refunded'] as const;
export type Flaw = (typeof flaws)[number];

/** What a figure is told in. */
export type Unit = 'share' | 'ratio' | 'days' | 'working days' | 'share per day';

/** What a figure is of: everything, or what has one thing in common. */
export type Group =
  | { readonly by: 'all' }
  | { readonly by: 'supplier' | 'driver' | 'method' | 'wait' | 'cause'; readonly name: string }
  | { readonly by: 'status'; readonly name: Status }
  | { readonly by: 'basis'; readonly name: DateBasis };

/** What keeps a figure from being told, or from telling more. */
export type Note =
  | { readonly kind: 'nothing-known' }
  /** No run recorded what the shop's listings said when it was ordered. */
  | { readonly kind: 'no-runs' }
  /** Fewer days of sales are known than a forecast and its outcome take. */
  | { readonly kind: 'short-history' }
  | { readonly kind: 'nothing-sold' }
  | { readonly kind: 'unscaled'; readonly pairs: number }
  /** Order lines of which nobody told what became of them, or when. */
  | { readonly kind: 'unknown-fate'; readonly lines: number }
  /** A supplier's files come so far apart that the day is known no better. */
  | { readonly kind: 'file-gap'; readonly days: number }
  /** Predictions of the sample that goods came in too soon for, or that lie ahead. */
  | { readonly kind: 'cannot-be-judged'; readonly predictions: number }
  | { readonly kind: 'ran-out-only' }
  /** So many are needed to tell it. */
  | { readonly kind: 'too-few'; readonly least: number };

/** One figure with what it rests on. */
export interface Figure {
  readonly measure: Measure;
  readonly group: Group;
  /** Undefined where nothing defines it: then the note says why. */
  readonly value: number | undefined;
  readonly unit: Unit;
  /** How many the value is of; of what, its measure says. */
  readonly sample: number;
  readonly note?: Note | undefined;
}

export const all: Group = { by: 'all' };

/** More lines of unknown fate could bend a share by more than chance does. */
const mostUnknown = 0.1;

/** Whether of so many lines that nobody told of, next to those that are judged, no more is to be concluded. */
export function isTooUnknown(unknown: number, judged: number): boolean {
  return unknown > mostUnknown * (unknown + judged);
}

/** A part of a whole; undefined of nothing. */
export function shareFigure(
  measure: Measure,
  group: Group,
  count: number,
  sample: number,
  note?: Note,
): Figure {
  const value = sample === 0 ? undefined : count / sample;
  return {
    measure,
    group,
    value,
    unit: 'share',
    sample,
    note: note ?? (sample === 0 ? { kind: 'nothing-known' } : undefined),
  };
}
