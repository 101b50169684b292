/** A trade item number in its normal form: 14 digits, so that a UPC and the EAN of the same article are equal. */
export type Barcode = string & { readonly brand: 'Barcode' };

/**
 * The barcode in a cell, freed from `="…"`, `#` and inner blanks. Undefined unless it is 8, 12, 13 or 14 digits with a
 * right check digit (GS1 General Specifications 7.9), and also for numbers that companies give out for themselves
 * (GS1 prefixes 02, 04 and 2, 8-digit ones that begin with 0 or 2): two companies may use the same.
 */
export function toBarcode(cell: string): Barcode | undefined {
  const text = bareCode(cell);
  if (!/^(?:\d{8}|\d{12,14})$/.test(text)) return undefined;
  const code = text.padStart(14, '0');
  if (checkSum(code) % 10 !== 0 || isOwnUse(text, code) || /^0+$/.test(code)) return undefined;
  return code as Barcode;
}

/**
 * Whether a cell holds what is left of a barcode: digits rounded by a spreadsheet (`4.01E+12`), or so many as no
 * barcode has. Ten are those of an old ISBN.
 */
export function isDamagedBarcode(cell: string): boolean {
  const text = bareCode(cell);
  if (/^\d(?:[.,]\d+)?e\+?\d{1,3}$/i.test(text)) return true;
  return /^\d+$/.test(text) && /[1-9]/.test(text) && ![8, 10, 12, 13, 14].includes(text.length);
}

/** Without `="…"`, `#` and inner blanks. */
function bareCode(cell: string): string {
  return cell.replace(/^[\s="'#]+|[\s"'#]+$/g, '').replace(/(?<=\d)[ -](?=\d)/g, '');
}

/** Digits weigh 1 and 3 in turn, from the right. */
function checkSum(code: string): number {
  return [...code].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
}

function isOwnUse(text: string, code: string): boolean {
  return text.length === 8 ? /^[02]/.test(text) : /^.(?:02|04|2)/.test(code);
}
