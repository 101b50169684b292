import { phraseFinder } from './phrases.ts';
import { inStockWords, noStockWords } from './stock-words.ts';

/** Whether a text holds a phrase that says that there is nothing: `Out of stock - due 15 December`, `currently sold out`. */
export const saysNone = phraseFinder(noStockWords);

/** Whether a text holds a phrase that says that there is something: `In stock, ships in 24 h`. */
export const saysSome = phraseFinder(inStockWords);

/** Phrases between the signs at which a text is parted. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(/[,;:/|()[\]–—]|\s-\s/)
    .map((clause) => clause.trim())
    .filter(Boolean);
}
