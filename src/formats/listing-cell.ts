import type { ListingTarget, SellAhead } from '../model/listing.ts';
import { bareText } from './cell.ts';
import type { CellChange } from './listing.ts';

/** Looks up columns by the first of the names that the header has; letter case and blanks around do not count. */
export function columnFinder(
  header: readonly string[],
): (...names: readonly string[]) => number | undefined {
  const known = header.map((name) => name.trim().toLowerCase());
  return (...names) => {
    const name = names.find((candidate) => known.includes(candidate.toLowerCase()));
    return name === undefined ? undefined : known.indexOf(name.toLowerCase());
  };
}

/** The text of a cell; blank when there is no such column. */
export function cellText(cells: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '').trim();
}

/** A plain number as channels write it, also guarded against spreadsheets (`'-3'`); undefined for anything else. */
export function cellNumber(
  cells: readonly string[],
  column: number | undefined,
): number | undefined {
  const text = bareText(cellText(cells, column));
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** The change of one cell, if there is such a column and what it holds does not mean the same already. */
export function change(
  cells: readonly string[],
  column: number | undefined,
  value: string,
  meansTheSame: (cell: string) => boolean = (cell) => cell === value,
): readonly CellChange[] {
  if (column === undefined || meansTheSame(cellText(cells, column))) return [];
  return [{ column, value }];
}

/** As `change`, for a number however it is written: `47` and `047` are the same. */
export function changeNumber(
  cells: readonly string[],
  column: number | undefined,
  value: number,
): readonly CellChange[] {
  return change(cells, column, String(value), () => cellNumber(cells, column) === value);
}

/** Of several spellings of the same words, the one that most of the values follow; of equals the first. */
export function usualSpelling<Spelling extends Readonly<Record<string, string>>>(
  spellings: readonly [Spelling, ...Spelling[]],
  values: readonly string[],
): Spelling {
  let best = spellings[0];
  let most = 0;
  for (const spelling of spellings) {
    const words = new Set(Object.values(spelling));
    const count = values.filter((value) => words.has(value)).length;
    if (count > most) [best, most] = [spelling, count];
  }
  return best;
}

/** What a channel that counts is told: units to sell, and whether it may go on selling at zero. */
export interface UnitsOffered {
  readonly units: number;
  readonly open: boolean;
}

/** What a target comes to on a channel that counts units, by how it sells ahead. */
export function unitsOffered(target: ListingTarget, sellAhead: SellAhead): UnitsOffered {
  switch (target.status) {
    case 'available':
      return { units: target.sellable, open: false };
    case 'unavailable':
      return { units: 0, open: false };
    case 'backorder':
    case 'preorder':
      if (sellAhead === 'open') return { units: 0, open: true };
      return {
        units: sellAhead === 'capped' ? Math.max(0, target.aheadLimit ?? 0) : 0,
        open: false,
      };
  }
}
