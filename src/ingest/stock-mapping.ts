import type { ColumnName, StockMapping } from '../formats/stock.ts';

/** How the reader calls the columns of a file without a header line. */
export const headerOf = (name: ColumnName): string =>
  typeof name === 'number' ? `column ${name}` : name;

/** The headers that a mapping names, as the reader will find them. */
export function mappedHeaders(mapping: StockMapping = {}): readonly string[] {
  return namesIn(mapping).map(headerOf).filter(Boolean);
}

/** Numbers in a mapping say that the file has no header line. */
export function isByPosition(mapping: StockMapping = {}): boolean {
  return namesIn(mapping).some((name) => typeof name === 'number');
}

function namesIn(mapping: StockMapping): ColumnName[] {
  return Object.values(mapping).flatMap((names): readonly ColumnName[] =>
    names === undefined ? [] : typeof names === 'object' ? names : [names],
  );
}
