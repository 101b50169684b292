import { type Quantity, readQuantity, readWhole, type Words } from '../formats/cell.ts';
import type { QuantityKind } from '../model/offer.ts';

/** The part of a problem that a quantity cell tells by itself. */
export type Fault =
  | { readonly kind: 'quantity-missing' | 'quantity-not-understood' | 'quantity-negative' }
  | { readonly kind: 'quantity-ambiguous'; readonly readings: readonly string[] };

/** What a supplier has of an article; a negative number is none, and counted. */
export type StockQuantity =
  | { readonly kind: QuantityKind; readonly units: number; readonly wasNegative: boolean }
  | { readonly fault: true; readonly problem: Fault };

const kinds: ReadonlySet<string> = new Set([
  'exact',
  'at_least',
  'unknown',
] satisfies QuantityKind[]);

/** Reads a stock quantity together with the canonical file's `quantity_kind`. */
export function readStockQuantity(
  cell: string,
  kind: string,
  words: Words | undefined,
): StockQuantity {
  if (kind === 'unknown') return { kind: 'unknown', units: 0, wasNegative: false };
  const read = readQuantity(cell, words);
  if ('units' in read) {
    return {
      kind: kinds.has(kind) ? (kind as QuantityKind) : read.kind,
      units: read.units,
      wasNegative: false,
    };
  }
  if (read.fault === 'negative') return { kind: 'exact', units: 0, wasNegative: true };
  return { fault: true, problem: quantityFault(read) };
}

/** Reads the quantity of an order: a whole number, not negative. */
export function readOrderQuantity(cell: string): number | Fault {
  const read = readWhole(cell);
  if (typeof read !== 'number') return quantityFault(read);
  return read < 0 ? { kind: 'quantity-negative' } : read;
}

function quantityFault(read: Exclude<Quantity, { kind: QuantityKind }>): Fault {
  switch (read.fault) {
    case 'missing':
      return { kind: 'quantity-missing' };
    case 'not-understood':
      return { kind: 'quantity-not-understood' };
    case 'negative':
      return { kind: 'quantity-negative' };
    case 'ambiguous':
      return { kind: 'quantity-ambiguous', readings: read.readings };
  }
}
