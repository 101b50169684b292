import { bareText } from '../formats/cell.ts';
import { type Sku, toSku } from '../model/sku.ts';

/** The SKU in a cell, freed from `="00123"`; never turned into a number. */
export function readSkuCell(cell: string): Sku | undefined {
  return toSku(bareText(cell));
}

/** `1.23E+11`, `3-Jan`: what a spreadsheet leaves of a long number or of `3-1`. */
export function isMangled(sku: string): boolean {
  return (
    /^\d(?:[.,]\d+)?E\+\d{1,3}$/i.test(sku) ||
    /^\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i.test(sku)
  );
}
