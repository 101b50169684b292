/** Where something was read: the file as the user named it, the line (from 1) and the column's header. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
}
