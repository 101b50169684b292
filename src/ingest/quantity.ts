import { type NumberStyle, type ReadWhole, readWhole } from '../formats/number-cell.ts';
import { type QuantityReading, readQuantity } from '../formats/quantity-cell.ts';
import type { QuantityKind } from '../model/offer.ts';

/** The part of a problem that a quantity cell tells by itself. */
export type Fault =
  | { readonly kind: 'quantity-missing' | 'quantity-not-understood'; readonly isCount?: true }
  | { readonly kind: 'quantity-negative' }
  | { readonly kind: 'quantity-ambiguous'; readonly readings: readonly string[] };

/** What a supplier has of an article; a negative number is none, and counted. */
export interface StockCount {
  readonly kind: QuantityKind;
  readonly units: number;
  readonly wasNegative: boolean;
}

type StockQuantity = StockCount | { readonly problem: Fault };

const kinds: ReadonlySet<string> = new Set([
  'exact',
  'at_least',
  'unknown',
] satisfies QuantityKind[]);

/** Reads a stock quantity together with the canonical file's `quantity_kind`. */
export function readStockQuantity(
  cell: string,
  kind: string,
  reading: QuantityReading = {},
): StockQuantity {
  if (kind === 'unknown') return { kind: 'unknown', units: 0, wasNegative: false };
  const read = readQuantity(cell, reading);
  if ('units' in read) {
    return {
      kind: kinds.has(kind) ? (kind as QuantityKind) : read.kind,
      units: read.units,
      wasNegative: false,
    };
  }
  if (read.fault === 'negative') return { kind: 'exact', units: 0, wasNegative: true };
  return { problem: wholeFault(read) };
}

/** Reads the quantity of an order: a whole number, not negative. */
export function readOrderQuantity(cell: string, style?: NumberStyle): number | Fault {
  const read = readWhole(cell, style);
  if (typeof read !== 'number') {
    const fault = wholeFault(read);
    return fault.kind === 'quantity-ambiguous' ? fault : { ...fault, isCount: true };
  }
  return read < 0 ? { kind: 'quantity-negative' } : read;
}

/** What is wrong with a cell that is no number. */
export function wholeFault(
  read: Exclude<ReadWhole, number>,
): Exclude<Fault, { kind: 'quantity-negative' }> {
  switch (read.fault) {
    case 'missing':
      return { kind: 'quantity-missing' };
    case 'not-understood':
      return { kind: 'quantity-not-understood' };
    case 'ambiguous':
      return { kind: 'quantity-ambiguous', readings: read.readings };
  }
}
