import type { Sku } from './sku.ts';

/** One of the articles that a kit is made of, and how many of it. */
export interface KitPart {
  readonly sku: Sku;
  readonly quantity: number;
}

/** `kits.csv`: what each kit is made of. */
export type Kits = ReadonlyMap<Sku, readonly KitPart[]>;
