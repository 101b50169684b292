import { bareText } from './cell.ts';

/** Which sign stands before the decimals, where a number has one sign and three digits behind it: `1.234`. */
export type NumberStyle = 'point' | 'comma';

/** A whole number, or what is wrong with the cell. */
export type ReadWhole =
  | number
  | { readonly fault: 'missing' | 'not-understood' }
  | { readonly fault: 'ambiguous'; readonly readings: readonly string[] };

/** The parts of a number as it is written. */
interface Written {
  readonly sign: string;
  /** The whole part, without its grouping. */
  readonly whole: string;
  readonly decimals: string;
  /** The style that the number shows by itself. */
  readonly shows?: NumberStyle | undefined;
  /** The style in which the last three digits are decimals; in the other one they are thousands. */
  readonly unless?: NumberStyle | undefined;
}

const ungrouped = /^([+-]?)(\d*)(?:([.,])(\d+))?$/;
const grouped = /^([+-]?)(\d{1,3}(?:([.,'’ ])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?$/;
const currency =
  /^(?:\p{Sc}|[A-Z]{3}(?![A-Z]))\s*|(?<=\d)\s*(?:\p{Sc}|[A-Z]{3}|zł|lei|kr\.?|руб\.?)$/u;
const longest = 40;

const shownByGroup: ReadonlyMap<string, NumberStyle> = new Map([
  [',', 'point'],
  ['.', 'comma'],
]);
const styleOf = (decimalSign: string): NumberStyle => (decimalSign === '.' ? 'point' : 'comma');

function takeApart(text: string): Written | undefined {
  if (text.length > longest) return undefined;
  const plain = ungrouped.exec(text);
  return plain ? ofUngrouped(plain) : ofGrouped(grouped.exec(text) ?? []);
}

function ofUngrouped([, sign = '', whole = '', mark, decimals = '']: RegExpExecArray) {
  if (mark === undefined) return whole === '' ? undefined : { sign, whole, decimals };
  const style = styleOf(mark);
  // Groups of thousands begin with one to three digits of which the first is not 0.
  const mayGroup = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return { sign, whole, decimals, ...(mayGroup ? { unless: style } : { shows: style }) };
}

function ofGrouped([, sign = '', whole, group = '', mark, decimals = '']: readonly string[]) {
  if (whole === undefined || mark === group) return undefined;
  const shows = mark === undefined ? shownByGroup.get(group) : styleOf(mark);
  return { sign, whole: whole.replaceAll(group, ''), decimals, shows };
}

/** Sees the number cells of a file and tells in which style they are written. */
export interface NumberWatch {
  see(cell: string): void;
  /** The style configured for the file. */
  readonly given: NumberStyle | undefined;
  /** The given one; else undefined when nothing tells, or when the cells contradict each other. */
  style(): NumberStyle | undefined;
}

/**
 * Watches the quantities and prices of one file. Where none of them tells, a file delimited by commas is taken to have
 * none inside its numbers but for thousands: that is why the others are delimited by semicolons. It is not where three
 * noughts stand behind every comma, as programs write that count in thousandths: `12,000`.
 */
export function watchNumbers(delimiter?: string, given?: NumberStyle): NumberWatch {
  const seen = new Set<NumberStyle>();
  let hasNoughts = false;
  let hasCounts = false;
  const seeWritten = ({ shows, unless, decimals, whole }: Written) => {
    if (shows) seen.add(shows);
    if (unless === 'comma' && decimals === '000') hasNoughts = true;
    else hasCounts ||= unless === 'comma' || isSmallCount(decimals, Number(whole));
  };
  return {
    given,
    see(cell) {
      const digits = plainDigits(cell);
      if (digits !== undefined) {
        hasCounts ||= isSmallCount('', digits);
        return;
      }
      if (seen.size > 1) return;
      const mark = plainDecimalSign(cell);
      if (mark !== undefined) {
        seen.add(styleOf(mark));
        return;
      }
      const [number = ''] = /\d.*\d/.exec(plainSigns(bareText(cell))) ?? [];
      const written = takeApart(number);
      if (written) seeWritten(written);
    },
    style() {
      const [style] = seen;
      if (given) return given;
      if (seen.size === 0)
        return delimiter === ',' && (hasCounts || !hasNoughts) ? 'point' : undefined;
      return seen.size === 1 ? style : undefined;
    },
  };
}

/** Whether a number is without decimals where it could have them: its program writes none, and no group either. */
function isSmallCount(decimals: string, number: number): boolean {
  return decimals === '' && number > 0 && number < 1000;
}

/**
 * A whole number in any writing: `1,194.00`, `1.194,00`, `1 194`, `0000098`. Decimals must be noughts; `1.194` alone
 * needs the style of its file.
 */
export function readWhole(cell: string, style?: NumberStyle): ReadWhole {
  const digits = plainDigits(cell);
  if (digits !== undefined) return digits;
  const text = plainSigns(bareText(cell));
  if (text === '') return { fault: 'missing' };
  const written = takeApart(text);
  if (!written) return { fault: 'not-understood' };
  const number = numberOf(written, style);
  if (written.unless && (number === undefined || !Number.isInteger(number)))
    return { fault: 'ambiguous', readings: readingsOf(written) };
  return Number.isSafeInteger(number) && number !== undefined
    ? number
    : { fault: 'not-understood' };
}

/** A number with decimals, perhaps with a currency sign; undefined when it is none, or may be two. */
export function readNumber(cell: string, style?: NumberStyle): number | undefined {
  const digits = plainDigits(cell);
  if (digits !== undefined) return digits;
  const mark = plainDecimalSign(cell);
  if (mark !== undefined) return Number(mark === '.' ? cell : cell.replace(',', '.'));
  const written = takeApart(numberText(cell));
  return written && numberOf(written, style);
}

function numberOf(written: Written, style: NumberStyle | undefined): number | undefined {
  const { sign, whole, decimals, unless } = written;
  if (unless && style === undefined) return undefined;
  if (unless && style !== unless) return Number(`${sign}${whole}${decimals}`);
  return Number(`${sign}${whole || '0'}.${decimals || '0'}`);
}

function readingsOf({ sign, whole, decimals }: Written): readonly string[] {
  return [`${sign}${whole}${decimals}`, `${sign}${whole}.${decimals}`];
}

/** Without the currency before or behind it. */
function numberText(cell: string): string {
  const text = bareText(cell);
  return plainSigns(/^[-+\d.,]+$/.test(text) ? text : text.replace(currency, ''));
}

/** With the signs and digits of a plain keyboard: `５`, `−3`, a group behind a non-breaking blank. */
export function plainSigns(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** The usual case without further ado: nothing but digits, few enough to be exact. */
function plainDigits(text: string): number | undefined {
  const { length } = text;
  if (length === 0 || length > 15) return undefined;
  let number = 0;
  for (let i = 0; i < length; i += 1) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

/** The other usual case: digits, a point or a comma, and one or two decimals; the sign before them. */
function plainDecimalSign(text: string): '.' | ',' | undefined {
  const { length } = text;
  if (length < 3 || length > 15) return undefined;
  const at = isSign(text, length - 3) ? length - 3 : length - 2;
  if (!isSign(text, at) || at === 0) return undefined;
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (i !== at && (code < 0x30 || code > 0x39)) return undefined;
  }
  return text[at] === '.' ? '.' : ',';
}

function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x2e || code === 0x2c;
}
