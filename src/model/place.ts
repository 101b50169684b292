import { byBytes } from './sku.ts';

/** Where something was read: the file as the user named it, the line (from 1) and the column's header. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
}

/**
 * Order of files by their names, as browsers and people number them: `orders (2).csv` comes before `orders (10).csv`, and
 * `orders.csv` before both.
 */
export function byFileName(a: string, b: string): number {
  return byBytes(numbered(a), numbered(b)) || byBytes(a, b);
}

function numbered(name: string): string {
  const stem = name.replace(/\.[^./\\]{1,5}$/, '');
  return stem.replace(/\d+/g, (digits) => digits.padStart(16, '0'));
}

/** Order of what was read from one file: by line, first what has none. */
export function byLine(a: { readonly place: Place }, b: { readonly place: Place }): number {
  return (a.place.line ?? 0) - (b.place.line ?? 0);
}
