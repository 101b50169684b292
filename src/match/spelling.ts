import type { Difference } from '../model/likeness.ts';

const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].map((letter, i) => [
    letter,
    'ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo'[i] ?? letter,
  ]),
);

/** Each takes one difference away; in this order they bring two spellings to one form. */
const steps: readonly (readonly [Difference, (text: string) => string])[] = [
  ['unicode-form', (text) => text.normalize('NFKC')],
  ['alphabet', (text) => text.replace(/[\u0370-\u04ff]/g, (letter) => twins[letter] ?? letter)],
  ['invisible', (text) => text.replace(/[\p{Cf}\p{Cc}]/gu, '')],
  ['blanks', (text) => text.replace(/\s/g, '')],
  // A dash between digits tells them apart: 1-5 is not 15.
  ['dashes', (text) => text.replace(/[-_\u2010-\u2015\u2212]+/g, dashKept)],
  ['look-alikes', (text) => text.replace(/[oO]/g, '0').replace(/[iI]/g, '1')],
  ['case', (text) => text.toLowerCase()],
  ['zeros', (text) => (/^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text)],
];

function dashKept(dashes: string, at: number, text: string): string {
  const isDigit = (sign: string | undefined) => sign !== undefined && /\d/.test(sign);
  return isDigit(text[at - 1]) && isDigit(text[at + dashes.length]) ? '-' : '';
}

/** The form in which SKUs that a person may take for one another are equal. Never a reason to join them. */
export function looseForm(sku: string): string {
  return formWithout(sku, undefined);
}

function formWithout(sku: string, left: Difference | undefined): string {
  return steps.reduce((text, [name, step]) => (name === left ? text : step(text)), sku);
}

/** What two spellings of one loose form differ in. */
export function differences(a: string, b: string): readonly Difference[] {
  return steps
    .map(([name]) => name)
    .filter((name) => formWithout(a, name) !== formWithout(b, name));
}

/** The form in which spellings that look the same, but for their case, are equal. */
export function visibleForm(sku: string): string {
  if (/^[!-~]*$/.test(sku)) return sku.toLowerCase();
  return sku
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\s]/gu, '')
    .toLowerCase();
}
