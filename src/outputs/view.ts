/** Numbers stay numbers; a day or a word is text; nothing known is undefined. */
export type Cell = string | number | undefined;

export type Row = { readonly [column: string]: Cell };

/** A table that every format can show. */
export interface View {
  /** Names as scripts rely on them. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What a terminal shows of it: the columns that fit a glance, with a heading each. */
  readonly glance: readonly Glance[];
  /** Said instead of an empty table. */
  readonly whenEmpty: string;
}

export interface Glance {
  readonly column: string;
  readonly heading: string;
  /** Columns are left out from the highest number down until the table fits; 0 always stays. */
  readonly rank: number;
  /** The last column, never cut short: where its rank is 0 it runs on over the edge, else it is left out when it would. */
  readonly wide?: boolean;
  /** Shown in place of the bare cell. */
  readonly show?: (row: Row) => string;
}

/** A number with at most `digits` decimals. */
export function rounded(value: number | undefined, digits: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(digits));
}
