import type { Candidate, Difference, Likeness } from '../model/likeness.ts';
import type { Problem, ProblemKind } from '../model/problem.ts';

const differenceWords: { readonly [D in Difference]: string } = {
  'unicode-form': 'the Unicode form of its letters',
  alphabet: 'letters of another alphabet that look the same',
  invisible: 'characters that cannot be seen',
  blanks: 'blanks',
  dashes: 'dashes',
  'look-alikes': 'O and 0, or I and 1',
  case: 'upper and lower case',
  zeros: 'leading zeros',
};

/** What speaks for a candidate, in words. */
export function likenessText(likeness: Likeness): string {
  switch (likeness.by) {
    case 'spelling':
      return `differs in ${likeness.differences.map((one) => differenceWords[one]).join(' and ') || 'spelling'}`;
    case 'spreadsheet':
      return 'a spreadsheet may have changed it';
    case 'barcode':
      return 'the same barcode, but not theirs alone';
    case 'part':
      return 'one number is part of the other';
    case 'typing':
      return 'a letter differs';
    case 'title':
      return 'its title is alike';
  }
}

/** A candidate with where it stands and what speaks for it. */
function candidateText({
  supplier,
  supplierSku,
  title,
  place,
  likeness,
  takenAs,
}: Candidate): string {
  const taken = takenAs === undefined ? '' : `, and is your "${takenAs}" already`;
  const where = place && `${place.file}${place.line === undefined ? '' : `:${place.line}`}`;
  const more = [title, where].filter((one) => one !== undefined).join(', ');
  return `"${supplierSku}" of ${supplier}${more === '' ? '' : ` (${more})`} – ${likenessText(likeness)}${taken}`;
}

/** The line of `sku-map.csv` that says that a supplier's article is a SKU of ours. */
function mapLine(
  { supplier, supplierSku }: Pick<Candidate, 'supplier' | 'supplierSku'>,
  sku: string,
): string {
  return [supplier, supplierSku, sku, ''].map(csvCell).join(',');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What would bring a SKU and the nearest candidate together. */
function joinHint(sku: string, [first]: readonly Candidate[]): string | undefined {
  if (!first) return undefined;
  const { takenAs } = first;
  if (takenAs !== undefined)
    return `if they are the same article, write it alike in the shop, or put these lines into sku-map.csv: ${mapLine(first, takenAs)} and ${mapLine(first, sku)}`;
  const rule = first.likeness.by === 'part' ? first.likeness.rule : undefined;
  const key = rule?.ours === undefined ? 'supplier_sku_prefix' : 'sku_prefix';
  return rule
    ? `if all numbers of ${first.supplier} are so, say in dropship.toml under [suppliers.${first.supplier}]: ${key} = "${rule.ours ?? rule.theirs}"`
    : `if they are the same article, put this line into sku-map.csv: ${mapLine(first, sku)}`;
}

type Told<K extends ProblemKind> = Extract<Problem, { kind: K }>;

/** The words for problems of matching. */
export const matchTexts = {
  'sku-near': ({ value = '', candidates }: Told<'sku-near'>) => ({
    message: `no supplier has "${value}", but there is ${candidates.map(candidateText).join('; ')}; they were not joined`,
    hint: joinHint(value, candidates),
  }),
  'sku-unmatched': ({ value = '', candidates }: Told<'sku-unmatched'>) => ({
    message: `no supplier has "${value}"; nearest: ${candidates.map(candidateText).join('; ')}`,
    hint: joinHint(value, candidates),
  }),
  'sku-alike': ({ value, other, line }: Told<'sku-alike'>) => ({
    message: `"${value}" and "${other}"${line === undefined ? '' : ` on line ${line}`} differ only by case, blanks or signs between; they are two articles`,
  }),
  'matched-by-barcode': ({ value, supplier, supplierSku }: Told<'matched-by-barcode'>) => ({
    message: `"${value}" was matched by barcode: it is "${supplierSku}" of ${supplier}`,
    hint: 'to keep it so, or to undo it, put a line into sku-map.csv; "dropship ingest --write-map" proposes one',
  }),
};
