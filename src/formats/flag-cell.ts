import { bareText, foldWord } from './cell.ts';
import { noWords, yesWords } from './stock-words.ts';

const yes = new Set(
  `1,x,s,discontinued,eol,end of life,closeout,deleted,auslauf,auslaufartikel,fin de vie,fin de série,descatalogado,fuori produzione,wycofany,wycofane,descontinuado,снято с производства`
    .split(',')
    .map(foldWord),
);
const no = new Set(['', '0', 'active']);

/** A yes/no cell, or one that says whether an article is discontinued; undefined when it is neither. */
export function readFlag(cell: string): boolean | undefined {
  const word = foldWord(bareText(cell));
  if (yes.has(word) || yesWords.has(word)) return true;
  return no.has(word) || noWords.has(word) ? false : undefined;
}
