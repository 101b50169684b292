import { trimBlanks } from '../model/blanks.ts';

const formula = /^="([\s\S]*)"$/;
const guarded = /^'([=+\-@\d][\s\S]*?)'?$/;
const equals = 0x3d;
const apostrophe = 0x27;

/** The text of a cell without what spreadsheets wrap around it: `="00123"`, `'00123`, `'-3'`. */
export function bareText(cell: string): string {
  const text = trimBlanks(cell);
  const first = text.charCodeAt(0);
  if (first !== equals && first !== apostrophe) return text;
  const inner = (first === equals ? formula : guarded).exec(text)?.[1];
  return inner === undefined ? text : trimBlanks(inner);
}

/** A text without case and accents. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^ -~]/.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ß', 'ss');
}

/** A word without case and accents, to be looked up: `În stoc.` and `in_stoc` are the same. */
export function foldWord(text: string): string {
  return foldLetters(text)
    .trim()
    .replace(/(?<=\p{L}{2})[.!]+$/u, '')
    .replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, ' ');
}
