import { trimBlanks } from './blanks.ts';

/** What the shop calls an article. Kept as text: leading zeros, case and inner spaces count. */
export type Sku = string & { readonly brand: 'Sku' };

/**
 * The SKU in a cell, without the blanks around it, visible or not, its accents in the one usual form (NFC); undefined
 * when nothing is left.
 */
export function toSku(text: string): Sku | undefined {
  const trimmed = trimBlanks(text);
  if (trimmed === '') return undefined;
  return (/[^ -~]/.test(trimmed) ? trimmed.normalize('NFC') : trimmed) as Sku;
}

/** Order of text by its UTF-8 bytes (which is the order of code points). */
export function byBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return surrogatesLast(x) - surrogatesLast(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others, but their own numbers lie below U+E000. */
function surrogatesLast(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
