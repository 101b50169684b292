import type { Problem } from '../model/problem.ts';
import type { MatchReport, Unmatched } from './report.ts';

/** Problems of matching: every run finds them anew. */
export const matchKinds: ReadonlySet<string> = new Set([
  'sku-near',
  'sku-unmatched',
  'sku-alike',
  'matched-by-barcode',
] satisfies Problem['kind'][]);

/** What a person should know of the matching. Each lies where the shop names the SKU, which changes less than feeds do. */
export function matchProblems({ unmatched, byBarcode, alike }: MatchReport): Problem[] {
  return [
    ...unmatched.map(nearProblem),
    ...byBarcode.map(
      ({ own, article: { supplier, supplierSku } }): Problem => ({
        kind: 'matched-by-barcode',
        place: own.place,
        value: own.sku,
        supplier,
        supplierSku,
      }),
    ),
    ...alike.map(
      ({ first, second }): Problem => ({
        kind: 'sku-alike',
        place: second.place ?? { file: second.supplier },
        value: second.supplierSku,
        other: first.supplierSku,
        line: first.place?.line,
      }),
    ),
  ];
}

function nearProblem({ own: { sku, place }, candidates }: Unmatched): Problem {
  const isNear = candidates.some(
    ({ likeness: { by } }) => by === 'spelling' || by === 'spreadsheet',
  );
  return { kind: isNear ? 'sku-near' : 'sku-unmatched', place, value: sku, candidates };
}
