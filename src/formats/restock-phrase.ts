import { addDays, type Day, laterDay } from '../model/day.ts';
import { bareText, foldLetters } from './cell.ts';
import type { DateStyle } from './day-cell.ts';
import { plainSigns } from './number-cell.ts';
import { dateForms, type Found, type Seen } from './restock-dates.ts';
import { dueWords, fillers, stopWords, untilWords } from './restock-words.ts';
import { noStockWords, unitWords } from './stock-words.ts';

/** Goods that a free text says will come; without a quantity when it states none. */
export interface RestockPhrase {
  readonly day: Day;
  readonly quantity?: number | undefined;
}

const longest = 200;
const mark = ' @ ';

/**
 * Finds the day on which goods come in the free text of a cell ("Incoming 11 July", "due wk 32", "2-3 weeks"), as seen
 * from the day of its file. What the text leaves open is taken late: the later end of a range, the last day of a week,
 * month or quarter. A day without a year is the next such day, or the one that passed in the last 60 days: then the
 * goods are overdue. Undefined where no day can be told for certain, as in "soon" or "after 11 July".
 */
export function readRestockPhrase(
  cell: string,
  today: Day,
  style: DateStyle = {},
): RestockPhrase | undefined {
  if (cell.length > longest) return undefined;
  const key = `${today} ${style.order} ${cell}`;
  if (known.has(key)) return known.get(key);
  const phrase = findRestock(cell, today, style);
  if (known.size >= mostKnown) known.clear();
  known.set(key, phrase);
  return phrase;
}

// Suppliers write the same few phrases over and over.
const known = new Map<string, RestockPhrase | undefined>();
const mostKnown = 5000;

function findRestock(cell: string, today: Day, style: DateStyle): RestockPhrase | undefined {
  const folded = foldLetters(plainSigns(bareText(cell)));
  const stripped = withoutNoStock(folded);
  const isDue = wordsOf(stripped).some((word) => dueWords().has(word));
  const { text, days } = takeDates(stripped, { today, style, isDue });
  const [first, ...others] = days;
  if (first === undefined || first === 'none' || others.includes('none')) return undefined;
  const kinds = kindsOf(text, stripped !== folded);
  if (kinds === undefined) return undefined;
  const day = (others as Day[]).reduce(laterDay, first);
  // "week of 3 August": any day of it.
  const end = /(?:week|wk|woche|w ?\/ ?c)\s*(?:of|commencing|beginning|vom)?\s*@/.test(text)
    ? 6
    : 0;
  return { day: addDays(day, end), quantity: quantityIn(text, kinds) };
}

/** Words for none say nothing of the day: "not in stock, due 11 July". */
function withoutNoStock(text: string): string {
  let left = text;
  for (const phrase of noStockWords.all()) {
    if (phrase.length > longestDoubtful && left.includes(phrase)) left = left.replace(phrase, ' ');
  }
  return left;
}

/** Shorter words for none stand in other words too. */
const longestDoubtful = 4;

interface Taken {
  readonly text: string;
  readonly days: readonly (Day | 'none')[];
}

/** Takes the dates out of a text, the surest forms first. */
function takeDates(text: string, seen: Seen): Taken {
  const days: (Day | 'none')[] = [];
  let left = text;
  for (const { pattern, read } of dateForms()) {
    left = left.replace(pattern, (whole: string, ...rest) => {
      const found: Found = read(rest.at(-1) ?? {}, seen);
      if (found === 'other') return whole;
      days.push(found);
      return mark;
    });
  }
  return { text: left.replace(/@(?:[\s,/-]|or |and |to |bis |oder |und )*(?=@)/g, ''), days };
}

const tokens = /@|\d+|\p{L}+|[^\s\d\p{L}]/gu;
const wordsOf = (text: string) => text.match(/\p{L}+/gu) ?? [];

/** The text as one sign a word: `N` number, `@` date, `d` due, `f` filler, `u` unit; undefined when it is no restock. */
function kindsOf(text: string, isOut: boolean): string | undefined {
  const kinds = (text.match(tokens) ?? []).map(kindOf).join('');
  if (kinds.includes('s') || (kinds.includes('U') && !isOut)) return undefined;
  return kinds.includes('?') && !kinds.includes('d') ? undefined : kinds;
}

function kindOf(token: string): string {
  if (/^\d/.test(token)) return 'N';
  if (!/^\p{L}/u.test(token)) return /[.'~]/.test(token) ? '' : token;
  if (stopWords().has(token)) return 's';
  if (untilWords().has(token)) return 'U';
  if (dueWords().has(token)) return 'd';
  if (unitWords.has(token)) return 'u';
  return fillers().has(token) ? 'f' : '?';
}

/** The one number that can only be how many come: "10 due 11 July", "incoming 50 on 11 July", "arriving 3 Dec (50)". */
function quantityIn(text: string, kinds: string): number | undefined {
  if (!/^(?:f*[Nu]*u?f*d[df]*@|[df]*d[df]*N[uf]*@|[df]*@f*[(:][Nu]*\)?|[df]*@Nu)$/.test(kinds))
    return undefined;
  const numbers = text.match(/\d+/g) ?? [];
  const units = Number(numbers[0]);
  return numbers.length === 1 && units > 0 && units < 1e9 ? units : undefined;
}
