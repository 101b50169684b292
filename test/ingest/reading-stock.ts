import { readStock, type StockReading } from '../../src/ingest/stock.ts';
import type { StockSource } from '../../src/ingest/stock-source.ts';
import type { Day } from '../../src/model/day.ts';
import type { Offer } from '../../src/model/offer.ts';

/** Reads lines as the stock file of a supplier "acme" of 23 November 2026. */
export async function read(
  lines: readonly string[],
  sketch: Partial<StockSource> = {},
): Promise<StockReading> {
  return readStock(new TextEncoder().encode(`${lines.join('\n')}\n`), 'acme.csv', {
    supplier: 'acme',
    asOf: '2026-11-23' as Day,
    coverage: 'full',
    hash: 'h',
    ...sketch,
  });
}

export const offersOf = ({ files }: StockReading): readonly Offer[] =>
  files.flatMap(({ offers }) => offers);

export const unreadOf = ({ files }: StockReading): string[] =>
  files.flatMap(({ unread }) => unread.map(({ sku }) => sku));

/** What an article may be had of, in few words: `A 5 exact`. */
export const inWords = (reading: StockReading): string[] =>
  offersOf(reading).map(({ sku, quantity, quantityKind }) => `${sku} ${quantity} ${quantityKind}`);

export const kindsOf = ({ problems }: StockReading): string[] => problems.map(({ kind }) => kind);
