import { bareText } from '../formats/cell.ts';
import { monthNumber } from '../formats/month-names.ts';
import { type Sku, toSku } from '../model/sku.ts';

/** The SKU in a cell, freed from `="00123"`; never turned into a number. */
export function readSkuCell(cell: string): Sku | undefined {
  return toSku(bareText(cell));
}

const shortened = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;

// Two noughts behind the 15 digits that spreadsheets keep: one alone may be true.
const rounded = /^\d{15}0{2,}$/;
const wholeDate =
  /^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2}(?: 00:00:00)?)$/;
/** `Mar-01`, but not `SEP-2` or `MAR-01`, which no spreadsheet writes. */
const dayOrMonth = /^\d{1,2}[-./](\p{L}{3,5})\.?$|^(\p{L}\p{Ll}{2,4})\.?[-./]\d{2}$/u;
/** All of these have a sign, or more digits than most numbers: every row of orders is looked at. */
const mayBeReshaped = /[-+./]|\d{17}/;
/** Month names that are other words too: `10-set`, `2-gen`. */
const doubtful = new Set(['set', 'out', 'gen', 'mag']);

/** What a spreadsheet leaves, or `"00123"` with its quotes. */
export function isMangled(sku: string): boolean {
  return isStrayQuoted(sku) || isReshaped(sku);
}

/** `1.23E+11`, `3-Jan`, `01.03.2026`: what a spreadsheet leaves of a long number or of `3-1`. */
export function isReshaped(text: string): boolean {
  if (!mayBeReshaped.test(text)) return false;
  if (shortened.test(text) || rounded.test(text) || wholeDate.test(text)) return true;
  const [, behind, before] = dayOrMonth.exec(text) ?? [];
  const name = (behind ?? before ?? '').toLowerCase();
  return monthNumber(name) !== undefined && !doubtful.has(name);
}

/** `"00123"` with its quotes: a cell that was quoted once too often, or not well. */
function isStrayQuoted(sku: string): boolean {
  return sku.length > 1 && sku.startsWith('"') && sku.endsWith('"');
}
