import type { QuantityKind } from '../model/offer.ts';
import { bareText, foldWord } from './cell.ts';
import { type NumberStyle, plainSigns, type ReadWhole, readWhole } from './number-cell.ts';
import {
  fewerWords,
  fewWords,
  inStockWords,
  labelWords,
  moreWords,
  noStockWords,
  noWords,
  nowWords,
  unitWords,
  yesWords,
} from './stock-words.ts';

type WholeFault = Exclude<ReadWhole, number>;

/** What a quantity cell says, or what is wrong with it. */
export type Quantity =
  | { readonly kind: QuantityKind; readonly units: number }
  | { readonly fault: 'negative' }
  | WholeFault;

/** Quantities a supplier uses as words of its own, from its configuration; their keys in lower case. */
export type Words = ReadonlyMap<string, number>;

/** How to read the quantities of one file. */
export interface QuantityReading {
  readonly words?: Words | undefined;
  readonly style?: NumberStyle | undefined;
}

/** Whether a quantity says that there is surely nothing. */
export function isNone(quantity: Quantity): boolean {
  return 'units' in quantity && quantity.units === 0 && quantity.kind === 'exact';
}

const notUnderstood: Quantity = { fault: 'not-understood' };
const longest = 80;

/**
 * Reads a stock quantity; never guesses. `>30`, `99+` and `10-20` state a lower bound, `<5` only that there may be none
 * (at least 0); an "in stock" word states no number (kind `unknown`), a "low stock" word at least one. `(3)` and `3-`
 * are negative. A blank, `Call`, `A*` or `N/A` is no zero.
 */
export function readQuantity(cell: string, { words, style }: QuantityReading = {}): Quantity {
  const word = words?.size ? words.get(bareText(cell).toLowerCase()) : undefined;
  if (word !== undefined) return { kind: 'exact', units: word };
  const read = readWhole(cell, style);
  if (typeof read === 'number')
    return read < 0 ? { fault: 'negative' } : { kind: 'exact', units: read };
  if (read.fault !== 'not-understood' || cell.length > longest) return read;
  const text = plainSigns(bareText(cell));
  return readStockWord(text) ?? readCounted(text, style);
}

function readStockWord(text: string): Quantity | undefined {
  const word = foldWord(text);
  if (inStockWords.has(word) || yesWords.has(word)) return { kind: 'unknown', units: 0 };
  if (fewWords.has(word)) return { kind: 'at_least', units: 1 };
  if (noStockWords.has(word) || noWords.has(word)) return { kind: 'exact', units: 0 };
  return undefined;
}

/** A number with something before or behind it: `> 100 pcs`, `in stock (12)`, `10-20`. */
function readCounted(text: string, style: NumberStyle | undefined): Quantity {
  const [, before = '', number = '', behind = ''] = /^(\D*)(.*\d)(\D*)$/.exec(text) ?? [];
  if (number === '') return notUnderstood;
  const bound = boundOf(before.trim(), behind.trim());
  if (bound === undefined) return notUnderstood;
  const lowest = bound === 'exact' ? lowerEnd(number) : undefined;
  const units = readWhole(lowest ?? number, style);
  if (typeof units !== 'number') return units;
  if (bound === 'negative') return { fault: 'negative' };
  if (bound === 'below') return units > 0 ? atLeast(0) : notUnderstood;
  return bound === 'above' || lowest !== undefined ? atLeast(units) : { kind: 'exact', units };
}

const atLeast = (units: number): Quantity => ({ kind: 'at_least', units });

type Bound = 'exact' | 'above' | 'below' | 'negative';

/** What the texts around a number make of it; undefined when either is not known. */
function boundOf(before: string, behind: string): Bound | undefined {
  if (before === '(' && behind === ')') return 'negative';
  if (before.endsWith('(') && behind.endsWith(')'))
    return boundOf(before.slice(0, -1).trim(), behind.slice(0, -1).trim());
  // The sign behind the number, as some accounting programs write it.
  if (before === '' && behind === '-') return 'negative';
  const isOpen = behind.startsWith('+');
  if (!isUnit(isOpen ? behind.slice(1) : behind)) return undefined;
  const bound = boundBefore(before);
  if (!isOpen) return bound;
  return bound === 'exact' ? 'above' : undefined;
}

function isUnit(text: string): boolean {
  const word = foldWord(text);
  return text === '' || text === '.' || unitWords.has(word) || isOfNow(word);
}

function isOfNow(word: string): boolean {
  return inStockWords.has(word) || nowWords.has(word);
}

/** Whether the words of a quantity say that it is there now: `in stock: 12`, `Bestand 5`, `12 now`. A bare count says nothing. */
export function saysThereIs(quantity: string): boolean {
  const [, before = '', behind = ''] = /^(\D*)\d.*?(\D*)$/.exec(quantity) ?? [];
  if (before === '' && behind === '') return !/\d/.test(quantity);
  const label = foldWord(before.replace(/[:(\s]+$/, ''));
  const word = foldWord(behind.replace(/[)\s]+$/, ''));
  return labelWords.has(label) || isOfNow(label) || isOfNow(word);
}

const signs: ReadonlyMap<string, Bound> = new Map([
  ['', 'exact'],
  ['+', 'exact'],
  ['-', 'negative'],
  ['>', 'above'],
  ['>=', 'above'],
  ['≥', 'above'],
  ['<', 'below'],
  ['<=', 'below'],
  ['≤', 'below'],
]);

function boundBefore(before: string): Bound | undefined {
  const sign = signs.get(before);
  if (sign) return sign;
  const word = foldWord(before.replace(/:$/, ''));
  if (moreWords.has(word)) return 'above';
  if (fewerWords.has(word)) return 'below';
  return labelWords.has(word) || inStockWords.has(word) || fewWords.has(word) ? 'exact' : undefined;
}

/** The lower end of a range, which ascends. */
function lowerEnd(text: string): string | undefined {
  const [, from = '', to = ''] =
    /^(0|[1-9]\d{0,8}) ?(?:-|to|bis|tot|do|à|до) ?(\d{1,9})$/.exec(text) ?? [];
  return from !== '' && Number(from) < Number(to) ? from : undefined;
}
