/** A file's columns, with what tells a person which is which. */
export interface Glimpse {
  /** `column 1`, `column 2` … where the file has no header line. */
  readonly header: readonly string[];
  readonly headerless: boolean;
  /** The first row below the header. */
  readonly first: readonly string[];
  /** Of each column the first value that is not blank; blank where there is none. */
  readonly samples: readonly string[];
  /** Whether every value of a column that is not blank is a number of pieces. */
  readonly counts: readonly boolean[];
  /** Whether nearly all of a column's first values differ and are no numbers with decimals: it may hold article numbers. */
  readonly identifies: readonly boolean[];
  /** Of each column a date that can be read both ways, where nothing in the column tells which is right. */
  readonly openDates: readonly (string | undefined)[];
}

export const nothingSeen: Glimpse = {
  header: [],
  headerless: false,
  first: [],
  samples: [],
  counts: [],
  identifies: [],
  openDates: [],
};
