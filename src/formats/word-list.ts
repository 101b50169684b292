import { once } from '../model/once.ts';

/** A list of words that can be asked for. */
export interface WordList {
  has(word: string): boolean;
  all(): Iterable<string>;
}

/** The words of a text, between commas and line ends. They are made alike when first asked for: most commands ask for few. */
export function wordList(text: string, alike: (word: string) => string): WordList {
  const all = once(() => new Set(text.split(/[,\n]/).map(alike).filter(Boolean)));
  return { has: (word) => all().has(word), all };
}
