import type { ExportField } from '../formats/order-format.ts';
import { type Columns, normaliseName } from '../formats/vocabulary.ts';

/** A list without order numbers that has a column that looks like them. */
export interface NumberWatch {
  /** The columns to look at, as places in the header; they stand behind the others of a row. */
  readonly places: readonly number[];
  see(cells: readonly string[]): void;
  /** The header of the column that looks like order numbers. */
  found(): string | undefined;
}

/** So many rows tell. */
const rowsToLookAt = 1000;
/** In a column of any name so many numbers must differ. */
const leastDifferent = 10;

const ofOrders =
  /order|bestell|auftrag|command|pedido|ordin|encomend|zamow|comand|заказ|invoice|rechnung|factur|fattur|receipt|beleg|transact/;
const ofOtherThings =
  /total|amount|value|betrag|summ|import|montant|date|datum|fecha|time|status|type|source|note|comment|count|qty|quant|discount|price|preis|mail|phone/;

/** Watches the columns of a header that no field is read from. */
export function watchForNumbers(
  header: readonly string[],
  columns: Columns<ExportField>,
  behind: number,
): NumberWatch {
  const used = new Set(Object.values<number | undefined>(columns));
  const places = header.flatMap((name, at) =>
    used.has(at) || name.trim() === '' || ofOtherThings.test(normaliseName(name)) ? [] : [at],
  );
  const watched = places.map((at, i) => ({
    header: header[at] ?? '',
    at: behind + i,
    ...nothing(),
  }));
  let rows = 0;
  return {
    places,
    see: (cells) => {
      rows += 1;
      if (rows > rowsToLookAt) return;
      for (const column of watched) note(column, (cells[column.at] ?? '').trim());
    },
    found: () => watched.find(looksNumbered)?.header,
  };
}

interface Watched {
  readonly header: string;
  readonly seen: Set<string>;
  last: string;
  rows: number;
  /** A cell was no number of an order, or one came again further down. */
  isOther: boolean;
}

const nothing = () => ({ seen: new Set<string>(), last: '', rows: 0, isOther: false });

/** Rows of one order stand together. */
function note(column: Watched, cell: string): void {
  column.rows += 1;
  if (cell === column.last && cell !== '') return;
  if (column.seen.has(cell) || !isNumber(cell)) column.isOther = true;
  column.seen.add(cell);
  column.last = cell;
}

const date = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|:\d\d/;
const amount = /[.,]\d{1,2}$/;

function isNumber(cell: string): boolean {
  return (
    /\d/.test(cell) && /^\S{1,30}( \S{1,10})?$/.test(cell) && !date.test(cell) && !amount.test(cell)
  );
}

function looksNumbered({ header, seen, rows, isOther }: Watched): boolean {
  if (isOther || rows === 0) return false;
  if (ofOrders.test(normaliseName(header))) return seen.size > 1 || rows === 1;
  return seen.size >= Math.max(leastDifferent, rows / 3) && !isCount(seen);
}

/** The numbers of the rows: 1, 2, 3 … */
function isCount(seen: ReadonlySet<string>): boolean {
  return [...seen].every((cell, i) => cell === String(i + 1));
}
