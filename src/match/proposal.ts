import type { Candidate } from '../model/likeness.ts';
import type { Sku } from '../model/sku.ts';
import type { MatchReport } from './report.ts';

/** A line proposed for `sku-map.csv`. */
export interface ProposedMapping {
  readonly candidate: Candidate;
  /** Undefined where a person has to say: `own` may be right. */
  readonly sku?: Sku | undefined;
  readonly own: { readonly sku: Sku; readonly title?: string | undefined };
  /** The barcode has matched them already. */
  readonly isMatched: boolean;
}

/** The lines that a SKU map may need, one for each article: filled in where nothing but a person's nod is lacking. */
export function proposeMappings({ unmatched, byBarcode }: MatchReport): readonly ProposedMapping[] {
  const proposals = new Map<string, ProposedMapping>();
  const add = (proposal: ProposedMapping) => {
    const { supplier, supplierSku } = proposal.candidate;
    const key = `${supplier}\0${supplierSku}`;
    if (!proposals.has(key)) proposals.set(key, proposal);
  };
  for (const { own, article } of byBarcode) {
    const { supplier, supplierSku, title } = article;
    const candidate = { supplier, supplierSku, title, likeness: { by: 'barcode' } } as const;
    add({ candidate, sku: own.sku, own, isMatched: true });
  }
  // An article that is a SKU of ours as it is would be lost to that one.
  const found = unmatched.flatMap(({ own, candidates }) =>
    candidates
      .filter(({ takenAs }) => takenAs === undefined)
      .map((candidate) => ({ own, candidate })),
  );
  for (const { own, candidate } of found) {
    if (candidate.isClear) add({ candidate, sku: own.sku, own, isMatched: false });
  }
  for (const { own, candidate } of found) add({ candidate, own, isMatched: false });
  return [...proposals.values()];
}
