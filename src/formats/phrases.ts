import { once } from '../model/once.ts';
import { foldWord } from './cell.ts';
import type { WordList } from './word-list.ts';

/** Tells whether a text holds one of the phrases of a list, word by word, whatever stands around it. */
export function phraseFinder(list: WordList): (text: string) => boolean {
  const phrases = once(() => [...list.all()].map(wordByWord));
  return (text) => {
    const words = wordByWord(text);
    return phrases().some((phrase) => words.includes(phrase));
  };
}

function wordByWord(text: string): string {
  const words = foldWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return ` ${words.join(' ')} `;
}
