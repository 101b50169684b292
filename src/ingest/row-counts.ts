import type { RowCounts } from '../model/offer.ts';
import type { Problem } from '../model/problem.ts';
import { severities } from '../model/severity.ts';

/** Counts a file's rows: `taken` from the table, of which some were left out later, and those left out before. A total is none. */
export function countRows(
  taken: number,
  before: readonly Problem[],
  later: readonly Problem[],
): RowCounts {
  const never = linesLeftOut(before);
  const totals = later.filter(({ kind }) => kind === 'row-total').length;
  return { rows: taken + never - totals, leftOut: never + linesLeftOut(later) };
}

function linesLeftOut(problems: readonly Problem[]): number {
  const lines = problems
    .filter(({ kind }) => severities[kind] === 'left-out')
    .flatMap((problem): readonly (number | undefined)[] =>
      problem.kind === 'sku-repeated' ? problem.lines : [problem.place.line],
    );
  return new Set(lines).size;
}
