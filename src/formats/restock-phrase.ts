import { addDays, type Day, laterDay } from '../model/day.ts';
import { bareText, foldLetters } from './cell.ts';
import type { DateStyle } from './day-cell.ts';
import { type NumberStyle, plainSigns, type ReadWhole, readWhole } from './number-cell.ts';
import { dateForms, type Found, readBehindMonth, type Seen } from './restock-dates.ts';
import {
  arrivalWords,
  countedFrom,
  dueWords,
  fillers,
  fromWords,
  openEnded,
  readyWords,
  stopWords,
  untilWords,
} from './restock-words.ts';
import { noStockWords, unitWords } from './stock-words.ts';

/** Goods that a free text says will come; without a quantity when it states none. */
export interface RestockPhrase {
  readonly day: Day;
  readonly quantity?: number | undefined;
  /** Why nobody knows how many come, where the text has numbers that may be that or what there is now. */
  readonly doubt?: Exclude<ReadWhole, number> | undefined;
  /** What it says of units named before it: that they come then, that they are there and take so long to be delivered. */
  readonly says?: 'arrival' | 'delivery' | undefined;
}

/** Longer texts are no phrases, and would take long to search. */
export const longestPhrase = 200;
const mark = ' @ ';

/**
 * Finds the day on which goods come in the free text of a cell ("Incoming 11 July", "due wk 32", "2-3 weeks"), as seen
 * from the day of its file. What the text leaves open is taken late: the later end of a range, the last day of a week,
 * month or quarter. A day without a year is the next such day, or the one that passed in the last 60 days: then the
 * goods are overdue. Undefined where no day can be told for certain, as in "soon", "after 11 July", "4+ weeks".
 */
export function readRestockPhrase(
  cell: string,
  today: Day,
  style: DateStyle = {},
  numbers?: NumberStyle,
): RestockPhrase | undefined {
  if (cell.length > longestPhrase) return undefined;
  const behindMonth = readBehindMonth(style, today);
  const key = `${today} ${style.order} ${behindMonth} ${numbers} ${cell}`;
  if (known.has(key)) return known.get(key);
  const phrase = findRestock(cell, { today, style, behindMonth }, numbers);
  if (known.size >= mostKnown) known.clear();
  known.set(key, phrase);
  return phrase;
}

// Suppliers write the same few phrases over and over.
const known = new Map<string, RestockPhrase | undefined>();
const mostKnown = 5000;

function findRestock(
  cell: string,
  around: Omit<Seen, 'isDue'>,
  numbers: NumberStyle | undefined,
): RestockPhrase | undefined {
  const folded = foldLetters(plainSigns(bareText(cell)));
  const stripped = withoutNoStock(folded);
  const isOut = stripped !== folded;
  const isDue = wordsOf(stripped).some((word) => dueWords().has(word));
  const taken = takeDates(stripped, { ...around, isDue });
  const { text } = taken;
  const day = lastDay(taken, stripped, { ...around, isDue });
  const kinds = kindsOf(text, isOut);
  if (day === undefined || kinds === undefined) return undefined;
  const { quantity, doubt } = countIn(text, kinds, numbers);
  return {
    day,
    quantity,
    // Where the text says that there is nothing, no number in it can be what there is.
    doubt: isOut ? undefined : doubt,
    says: saysOf(taken, day, around.today),
  };
}

/** The last day that the dates of a text can mean, if it is certain. */
function lastDay({ text, days, spans }: Taken, whole: string, seen: Seen): Day | undefined {
  const [start] = days;
  if (spans.length > 0 && start !== undefined && start !== 'none' && countedFrom().test(text))
    return latest(takeDates(whole, { ...seen, today: start }).spans);
  const last = latest([...days, ...spans]);
  if (last === undefined || openEnded().test(text)) return undefined;
  // "week of 3 August": any day of it.
  const end = /(?:week|wk|woche|w ?\/ ?c)\s*(?:of|commencing|beginning|vom)?\s*@/.test(text)
    ? 6
    : 0;
  return addDays(last, end);
}

function latest([first, ...others]: readonly (Day | 'none')[]): Day | undefined {
  if (first === undefined || first === 'none' || others.includes('none')) return undefined;
  return (others as Day[]).reduce(laterDay, first);
}

/** Days that a delivery from stock takes at the most, where no word says what is meant: `5 (2-3 Tage)`. */
const longestDelivery = 10;

/** Whether units are called available, which they may be now or from a day on. */
export function saysReady(text: string): boolean {
  return wordsOf(foldLetters(text)).some((word) => readyWords().has(word));
}

/** What a date says of the units that stand before it. */
function saysOf({ text, spans, days }: Taken, day: Day, today: Day): RestockPhrase['says'] {
  const words = wordsOf(text);
  const some = (known: ReadonlySet<string>) => words.some((word) => known.has(word));
  if (some(arrivalWords())) return 'arrival';
  const isSpan = spans.length > 0 && days.length === 0;
  if (isSpan && day <= addDays(today, longestDelivery)) return 'delivery';
  if (some(readyWords()) || some(fromWords())) return 'arrival';
  return isSpan && some(dueWords()) ? 'delivery' : undefined;
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
  /** Days of the calendar. */
  readonly days: readonly (Day | 'none')[];
  /** The ends of times that are counted from the day of the file. */
  readonly spans: readonly (Day | 'none')[];
}

/** Takes the dates out of a text, the surest forms first. */
function takeDates(text: string, seen: Seen): Taken {
  const days: (Day | 'none')[] = [];
  const spans: (Day | 'none')[] = [];
  let left = text;
  for (const { pattern, read, isSpan } of dateForms()) {
    left = left.replace(pattern, (whole: string, ...rest) => {
      const found: Found = read(rest.at(-1) ?? {}, seen);
      if (found === 'other') return whole;
      (isSpan ? spans : days).push(found);
      return mark;
    });
  }
  const merged = left.replace(/@(?:[\s,/-]|or |and |to |bis |oder |und )*(?=@)/g, '');
  return { text: merged, days, spans };
}

const number = /\d+(?:[.,]\d+)*/g;
const tokens = new RegExp(`@|${number.source}|\\p{L}+|[^\\s\\d\\p{L}]`, 'gu');
const wordsOf = (text: string) => text.match(/\p{L}+/gu) ?? [];

/**
 * The text as one sign a word: `N` number, `@` date, `d` due, `f` filler, `S` stock, `u` unit; undefined when it is no
 * restock.
 */
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
  if (token === 'stock') return 'S';
  return fillers().has(token) ? 'f' : '?';
}

/** Texts of which the number can only be how many come: "10 due 11 July", "incoming 50 on 11 July", "arriving 3 Dec (50)". */
const arrival =
  /^(?:f*[Nu]*u?f*d[dfS]*@|[df]*d[df]*N[uf]*@|(?:[df]*|[df]*d[dfS]*)@f*[(:][Nu]*\)?|[df]*@Nu)$/;

function countIn(
  text: string,
  kinds: string,
  style: NumberStyle | undefined,
): Pick<RestockPhrase, 'quantity' | 'doubt'> {
  const [count, ...others] = text.match(number) ?? [];
  if (count === undefined) return {};
  if (others.length > 0 || !arrival.test(kinds)) {
    const areArrivals = kinds.split(/[,;]/).every((part) => arrival.test(part));
    return areArrivals ? {} : { doubt: { fault: 'not-understood' } };
  }
  const units = readWhole(count, style);
  if (typeof units !== 'number') return { doubt: units };
  return units > 0 && units < 1e9 ? { quantity: units } : {};
}
