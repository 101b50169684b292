import { foldWord } from './cell.ts';
import { wordList } from './word-list.ts';

/** For each field the header names that mean it, the best first. One without any is taken by its very own name only. */
export type Vocabulary<Field extends string> = { readonly [F in Field]: readonly string[] };

/** Which column (from 0) holds each field. */
export type Columns<Field extends string> = { readonly [F in Field]?: number };

/** A header name without case, accents, punctuation and blanks: `Qty. Avail` and `qtyavail` are the same. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, '');
}

const units = wordList(
  'pc, pcs, pces, piece, pieces, unit, units, stk, stck, stück, stueck, pièces, unités, uds, unid, unidades, pz, pzs, pezzi, stuk, stuks, szt, sztuk, buc, bucăți, peças, шт',
  foldWord,
);
const inBrackets = /^(.*\S)\s*[([]([^()[\]]*)[)\]]$/;

/** The name of a column that says what it counts: `Bestand (Stück)` counts as `Bestand` where nothing bears that name. */
function withoutUnit(name: string): string {
  const [, bare = '', inner = ''] = inBrackets.exec(name.trim()) ?? [];
  return units.has(foldWord(inner)) ? normaliseName(bare) : '';
}

export interface Resolved<Field extends string> {
  readonly columns: Columns<Field>;
  /** Fields that several columns claim with the same right. */
  readonly ambiguous: readonly { readonly field: Field; readonly headers: readonly string[] }[];
  /** Configured column names that the header does not have. */
  readonly absent: readonly { readonly field: Field; readonly header: string }[];
}

/**
 * Finds the column of each field: as configured (blank: none), else by its own name, else by the best word of the vocabulary. A
 * vocabulary that lists the field's own name says itself how good that is.
 */
export function resolveColumns<Field extends string>(
  vocabulary: Vocabulary<Field>,
  header: readonly string[],
  configured: { readonly [F in Field]?: string | undefined } = {},
): Resolved<Field> {
  const names = [header.map(normaliseName), header.map(withoutUnit)];
  const columns: { [F in Field]?: number } = {};
  const ambiguous: { field: Field; headers: readonly string[] }[] = [];
  const absent: { field: Field; header: string }[] = [];
  const fields = Object.keys(vocabulary) as Field[];
  for (const field of fields.filter((one) => configured[one] !== '')) {
    const wanted = configured[field];
    const found =
      wanted === undefined
        ? bestMatches(field, vocabulary[field], header, names)
        : columnsNamed(wanted, header);
    if (wanted !== undefined && found.length === 0) absent.push({ field, header: wanted });
    const [first] = found;
    if (first !== undefined) columns[field] = first;
    if (found.length > 1)
      ambiguous.push({ field, headers: found.map((at) => nameOfColumn(at, header)) });
  }
  return { columns, ambiguous, absent };
}

/**
 * The columns (from 0) that a configuration means by a name: those of this header, else of one that is the same but for
 * case and signs. `Qty#2` is the second that is called `Qty`.
 */
export function columnsNamed(wanted: string, header: readonly string[]): readonly number[] {
  const exact = placesOf(header, (name) => name === wanted);
  if (exact.length > 0) return exact;
  const like = normaliseName(wanted);
  const alike = placesOf(header, (name) => normaliseName(name) === like);
  if (alike.length > 0) return alike;
  const [, name = '', nth] = /^(.+)#(\d+)$/.exec(wanted) ?? [];
  return nth === undefined ? [] : columnsNamed(name, header).slice(Number(nth) - 1, Number(nth));
}

/** How a configuration names a column: by its header, and by which of several of that header it is. */
export function nameOfColumn(at: number, header: readonly string[]): string {
  const name = header[at] ?? '';
  const same = placesOf(header, (other) => other === name);
  return same.length === 1 ? name : `${name}#${same.indexOf(at) + 1}`;
}

function placesOf(header: readonly string[], isIt: (name: string) => boolean): number[] {
  return header.flatMap((name, at) => (isIt(name) ? [at] : []));
}

/** The columns that bear the first word that any column bears. */
function bestMatches(
  field: string,
  words: readonly string[],
  header: readonly string[],
  names: readonly (readonly string[])[],
): number[] {
  const ranked = words.includes(field) ? words : [field, ...words];
  const [own = ''] = ranked;
  const exact = placesOf(header, (name) => name === own);
  if (exact.length > 0 || words.length === 0) return exact;
  for (const called of names.filter((some) => some.some(Boolean))) {
    for (const word of ranked) {
      const name = normaliseName(word);
      const found = placesOf(called, (candidate) => candidate === name);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** The columns (from 0) that bear any of the words, those with a better word first. */
export function rankedMatches(words: readonly string[], header: readonly string[]): number[] {
  const ranks = new Map<string, number>();
  words.map(normaliseName).forEach((word, rank) => {
    if (!ranks.has(word)) ranks.set(word, rank);
  });
  const rankOf = (name: string) =>
    ranks.get(normaliseName(name)) ?? (ranks.get(withoutUnit(name)) ?? -1.5) + 0.5;
  return header
    .map((name, at) => ({ at, rank: rankOf(name) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ at }) => at);
}
