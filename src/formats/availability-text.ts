import { once } from '../model/once.ts';
import { foldWord } from './cell.ts';
import { inStockWords, noStockWords } from './stock-words.ts';
import type { WordList } from './word-list.ts';

/** Whether a text holds a phrase that says that there is nothing: `Out of stock - due 15 December`, `currently sold out`. */
export function saysNone(text: string): boolean {
  return holds(text, noStock());
}

/** Whether a text holds a phrase that says that there is something: `In stock, ships in 24 h`. */
export function saysSome(text: string): boolean {
  return holds(text, inStock());
}

/** Phrases between the signs at which a text is parted. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(/[,;:/|()[\]–—]|\s-\s/)
    .map((clause) => clause.trim())
    .filter(Boolean);
}

const phrases = (list: WordList) => [...list.all()].map((phrase) => ` ${wordsOf(phrase)} `);
const noStock = once(() => phrases(noStockWords));
const inStock = once(() => phrases(inStockWords));

function holds(text: string, found: readonly string[]): boolean {
  const words = ` ${wordsOf(text)} `;
  return found.some((phrase) => words.includes(phrase));
}

function wordsOf(text: string): string {
  return foldWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
}
