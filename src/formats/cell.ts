import type { QuantityKind } from '../model/offer.ts';

/** What a quantity cell says, or what is wrong with it. */
export type Quantity =
  | { readonly kind: QuantityKind; readonly units: number }
  | { readonly fault: 'missing' | 'not-understood' | 'negative' }
  | { readonly fault: 'ambiguous'; readonly readings: readonly string[] };

const inStockWords = new Set([
  'in stock',
  'instock',
  'yes',
  'y',
  'true',
  'available',
  'in_stock',
  'auf lager',
  'lieferbar',
  'ja',
  'en stock',
  'disponibile',
  'si',
  'oui',
  'op voorraad',
  'in stoc',
  'na stanie',
]);
const fewWords = new Set([
  'low',
  'low stock',
  'limited',
  'limited stock',
  'few left',
  'stoc limitat',
  'wenige',
]);
const noStockWords = new Set([
  'out of stock',
  'outofstock',
  'out_of_stock',
  'sold out',
  'no',
  'n',
  'false',
  'unavailable',
  'oos',
  'ausverkauft',
  'nicht lieferbar',
  'nein',
  'épuisé',
  'esaurito',
  'agotado',
  'uitverkocht',
  'non',
]);

/** Quantities a supplier uses as words of its own, from its configuration. */
export type Words = ReadonlyMap<string, number>;

/**
 * Reads a stock quantity; never guesses. `>30`, `99+` and `10-20` state a lower bound; an "in stock" word states no
 * number (kind `unknown`); a "low stock" word at least one. A blank, `Call` or `N/A` is no zero.
 */
export function readQuantity(cell: string, words: Words = new Map()): Quantity {
  const text = bareText(cell);
  const word = words.get(text.toLowerCase());
  if (word !== undefined) return { kind: 'exact', units: word };
  if (text === '') return { fault: 'missing' };
  const lower = text.toLowerCase();
  if (inStockWords.has(lower)) return { kind: 'unknown', units: 0 };
  if (fewWords.has(lower)) return { kind: 'at_least', units: 1 };
  if (noStockWords.has(lower)) return { kind: 'exact', units: 0 };
  const bound =
    /^(?:>\s*=?\s*(?<more>[\d.,]+)|(?<plus>[\d.,]+)\s*\+|(?<from>\d+)\s*[-–]\s*\d+)$/.exec(
      text,
    )?.groups;
  const lowest = bound?.['more'] ?? bound?.['plus'] ?? bound?.['from'];
  const units = readWhole(lowest ?? text);
  if (typeof units !== 'number') return units;
  if (units < 0) return { fault: 'negative' };
  return { kind: lowest === undefined ? 'exact' : 'at_least', units };
}

/** A whole number in any writing: `1,194.00`, `1.194,00`, `0000098`, `'-3'`. Digits after the sign of a part must be zeros. */
export function readWhole(cell: string): number | Exclude<Quantity, { kind: QuantityKind }> {
  const text = bareText(cell).replace(/[\s\u00a0\u202f]/g, '');
  if (text === '') return { fault: 'missing' };
  if (/^[+-]?\d{1,15}$/.test(text)) return Number(text);
  if (/^[+-]?\d{1,3}\.\d{3}$/.test(text))
    return { fault: 'ambiguous', readings: [text.replace('.', ''), text] };
  const number = readNumber(text);
  if (number === undefined || !Number.isSafeInteger(number)) return { fault: 'not-understood' };
  return number;
}

const grouped = /^([+-]?)(\d{1,3}(?:([.,'])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?$/;
const plain = /^([+-]?)(\d*)(?:[.,](\d+))?$/;

/** A number with decimals; the last of two different signs is the decimal sign, a single comma before three digits groups. */
export function readNumber(cell: string): number | undefined {
  const text = bareText(cell).replace(/[\s\u00a0\u202f$€£]/g, '');
  const group = grouped.exec(text);
  if (
    group &&
    group[3] !== group[4] &&
    !(group[3] === '.' && group[4] === undefined && group[2]?.split('.').length === 2)
  ) {
    return Number(`${group[1]}${group[2]?.replace(/[.,']/g, '')}.${group[5] ?? '0'}`);
  }
  const simple = plain.exec(text);
  if (!simple || (simple[2] === '' && simple[3] === undefined)) return undefined;
  return Number(`${simple[1]}${simple[2] || '0'}.${simple[3] ?? '0'}`);
}

/** The text of a cell without what spreadsheets wrap around it: `="00123"`, `'00123`, `'-3'`. */
export function bareText(cell: string): string {
  const trimmed = cell.trim();
  const formula = /^="(.*)"$/.exec(trimmed);
  if (formula) return (formula[1] ?? '').trim();
  const guarded = /^'([=+\-@].*?)'?$/.exec(trimmed);
  return guarded ? (guarded[1] ?? '').trim() : trimmed;
}

const yes = new Set([
  '1',
  'true',
  'yes',
  'y',
  'x',
  'ja',
  'si',
  'oui',
  'discontinued',
  'eol',
  'closeout',
  'deleted',
  'auslauf',
  's',
]);
const no = new Set(['', '0', 'false', 'no', 'n', 'nein', 'non', '-', 'active']);

/** A yes/no cell; undefined when it is neither. */
export function readFlag(cell: string): boolean | undefined {
  const text = bareText(cell).toLowerCase();
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}
