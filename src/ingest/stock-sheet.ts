import type { DateStyle } from '../formats/day-cell.ts';
import type { Mark, MarkColumn } from '../formats/marks.ts';
import type { NumberWatch } from '../formats/number-cell.ts';
import type { QuantityReading } from '../formats/quantity-cell.ts';
import type { StockField } from '../formats/stock.ts';
import { trimBlanks } from '../model/blanks.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { DateColumn } from './stock-cells.ts';
import type { StockLayout } from './stock-layout.ts';

/** What is known of a file while its rows are read. */
export interface Sheet {
  readonly file: string;
  readonly layout: StockLayout;
  /** Columns of units that come off the quantity. */
  readonly reserved: readonly number[];
  readonly supplier: string;
  readonly asOf: Day;
  /** Quantities from here on stand for "so many or more". */
  readonly cap: number;
  readonly numbers: NumberWatch;
  readonly dates: { readonly [F in DateField]: DateColumn };
  readonly marks: readonly MarkReader[];
  /** Whether a cell of the quantity says in a word that no more will come. */
  readonly isGone: (cell: string) => boolean;
  /** Whether nothing can be sent from a place. */
  readonly isOutOfReach: (location: string) => boolean;
  readonly share: (text: string) => string;
  readonly problems: Problem[];
  /** Words of marks that are not known, each with the row where it stood first. */
  readonly unknownWords: Map<string, Problem>;
  /** How dates in texts are read: as configured, as no column of dates tells. */
  readonly phrases: DateStyle;
  quantities: QuantityReading;
  /** Set by a row that can be read only when the whole file is known. */
  waits: boolean;
}

/** A column of marks, and how its cells are read. */
export interface MarkReader {
  readonly at: number;
  readonly column: MarkColumn;
  readonly read: (cell: string) => Mark | 'unknown';
}

type DateField = 'restock_date' | 'release_date' | 'available_from' | 'entry_date' | 'as_of';

/** One row, while it is read. */
export interface Row {
  readonly sheet: Sheet;
  readonly cells: readonly string[];
  readonly place: Place;
}

/** The cell at a place; blank where the file has no such column. */
export function cellAt({ cells }: Row, at: number): string {
  return at < 0 ? '' : trimBlanks(cells[at] ?? '');
}

/** A cell whose text stands in many rows, kept once. */
export function shared(row: Row, at: number): string {
  return at < 0 ? '' : row.sheet.share(cellAt(row, at));
}

/** Where a field's cell stands, by the header of its column. */
export function placeOf({ sheet, place }: Row, field: StockField): Place {
  return { ...place, column: sheet.layout.names[sheet.layout.at[field]] ?? field };
}
