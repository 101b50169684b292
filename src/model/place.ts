/** Where something was read: the file as the user named it, the line (from 1) and the column's header. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
}

/** Order of what was read from one file: by line, first what has none. */
export function byLine(a: { readonly place: Place }, b: { readonly place: Place }): number {
  return (a.place.line ?? 0) - (b.place.line ?? 0);
}
