import type { ProposedMapping } from '../match/proposal.ts';
import { byBytes } from '../model/sku.ts';
import { defuse, toCsv } from './csv.ts';
import { likenessText } from './match-words.ts';
import type { Row } from './view.ts';

const columns = ['supplier', 'supplier_sku', 'sku', 'units', 'why', 'supplier_title', 'title'];

/**
 * Proposed lines as a `sku-map.csv` that is read as it is: lines without a SKU of ours are left open. Titles are
 * there to look at, perhaps in a spreadsheet, and are kept from being run as formulas.
 */
export function proposedMap(proposals: readonly ProposedMapping[]): string {
  const rows = proposals
    .map(
      ({ candidate, sku, own, isMatched }): Row & { supplier: string; supplier_sku: string } => ({
        supplier: candidate.supplier,
        supplier_sku: candidate.supplierSku,
        sku,
        why: whyText(candidate, sku === undefined ? own.sku : undefined, isMatched),
        supplier_title: candidate.title && defuse(candidate.title),
        title: own.title && defuse(own.title),
      }),
    )
    .toSorted((a, b) => byBytes(a.supplier, b.supplier) || byBytes(a.supplier_sku, b.supplier_sku));
  return toCsv({ columns, rows });
}

function whyText(
  { likeness }: ProposedMapping['candidate'],
  perhaps: string | undefined,
  isMatched: boolean,
): string {
  if (isMatched) return 'the same barcode';
  return `${perhaps === undefined ? '' : `perhaps ${perhaps}: `}${likenessText(likeness)}`;
}
