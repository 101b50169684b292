import type { FileStyle } from '../formats/file-style.ts';
import type { Mark } from '../formats/marks.ts';
import type { Words } from '../formats/quantity-cell.ts';
import type { StockMapping } from '../formats/stock.ts';
import type { Day } from '../model/day.ts';

/** How to read one supplier's files. */
export interface StockSource extends FileStyle {
  readonly supplier: string;
  /** The file's own date; a row's `as_of` goes before it. */
  readonly asOf: Day;
  /** The store's, into which times of rows are moved; as they are written where none is given. */
  readonly timezone?: string | undefined;
  readonly coverage: 'full' | 'changes';
  readonly hash: string;
  readonly columns?: StockMapping | undefined;
  readonly words?: Words | undefined;
  /** What its own words say of an article, in lower case. */
  readonly marks?: ReadonlyMap<string, Mark> | undefined;
  /** The highest number it states, which means "so many or more"; false: none. Absent: as the file shows. */
  readonly quantityCap?: number | false | undefined;
}
