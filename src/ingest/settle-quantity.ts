import { readQuantity } from '../formats/quantity-cell.ts';
import type { Problem } from '../model/problem.ts';
import {
  type Candidate,
  type StockColumns,
  type StockLayout,
  withQuantity,
} from './stock-layout.ts';

/** So many rows tell which of several columns is the quantity. */
export const rowsToCompare = 200;

/**
 * Chooses among columns that all bear a name of the quantity by what stands in them: the best name with counts goes
 * before one with ones and noughts only, that before one with words. What may be had goes before what lies there; of two
 * that say the same by their names and not by their counts nobody knows which to sell.
 */
export function settleQuantity(
  { layout, candidates, place }: StockColumns,
  rows: readonly (readonly string[])[],
): StockLayout | { readonly refused: Problem } {
  const kinds = candidates.map(({ at }) => contentOf(rows.map((row) => row[at] ?? '')));
  const best = (['counts', 'flags'] as const)
    .map((kind) => kinds.indexOf(kind))
    .find((i) => i >= 0);
  const chosen = candidates[best ?? 0];
  if (chosen === undefined) return layout;
  const settled = withQuantity(layout, [chosen.at]);
  if (kinds[best ?? 0] !== 'counts') return settled;
  const isFree = ({ at }: Candidate) => withQuantity(layout, [at]).isFree;
  const rivals = candidates.filter(
    (other, i) =>
      kinds[i] === 'counts' && isFree(other) === settled.isFree && differ(rows, chosen, other),
  );
  if (rivals.length > 0) {
    const headers = [chosen, ...rivals].map(({ name }) => name);
    return { refused: { kind: 'column-ambiguous', place, field: 'quantity', headers } };
  }
  const others = candidates.flatMap(({ at }, i) => (kinds[i] === 'counts' ? [] : [at]));
  return { ...settled, denials: [...new Set([...settled.denials, ...others])] };
}

function differ(
  rows: readonly (readonly string[])[],
  { at: one }: Candidate,
  { at: other }: Candidate,
): boolean {
  return rows.some((row) => {
    const [a = '', b = ''] = [row[one], row[other]];
    return a !== b && isCount(a) && isCount(b) && unitsOf(a) !== unitsOf(b);
  });
}

/** What a count says, told apart from others. */
function unitsOf(cell: string): string {
  const read = readQuantity(cell);
  return 'units' in read ? `${read.units} ${read.kind}` : cell;
}

/** Fewer numbers do not tell counts from yes and no. */
const fewestFlags = 20;

function contentOf(cells: readonly string[]): 'counts' | 'flags' | 'words' {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const numbers = filled.filter(isCount);
  if (filled.length === 0 || numbers.length < filled.length / 2) return 'words';
  const onlyFlags =
    numbers.length >= fewestFlags && numbers.every((cell) => /^[01]$/.test(cell.trim()));
  return onlyFlags ? 'flags' : 'counts';
}

function isCount(cell: string): boolean {
  if (!/\d/.test(cell)) return false;
  const read = readQuantity(cell);
  return 'units' in read || read.fault === 'negative' || read.fault === 'ambiguous';
}
