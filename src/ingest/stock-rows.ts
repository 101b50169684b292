import { isOutOfReach } from '../formats/location-cell.ts';
import { availabilityColumn, isGone, type MarkColumn, readMark } from '../formats/marks.ts';
import { watchNumbers } from '../formats/number-cell.ts';
import { isDamagedBarcode } from '../model/barcode.ts';
import { byLine } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { remembering } from '../model/remembered.ts';
import { findCap } from './quantity-cap.ts';
import { type Draft, mergeEntries } from './repeated.ts';
import { dateColumn } from './stock-cells.ts';
import type { StockLayout } from './stock-layout.ts';
import type { Remark } from './stock-quantity.ts';
import { readStockRow, type StockEntry } from './stock-row.ts';
import type { Sheet } from './stock-sheet.ts';
import type { StockSource } from './stock-source.ts';

/** The rows of a stock file, taken one by one. */
export interface StockRows {
  take(cells: readonly string[], line: number): void;
  finish(): StockContent;
}

/** What a stock file says when all of it is read. */
export interface StockContent {
  readonly offers: readonly Draft[];
  readonly unread: readonly Pick<Draft, 'supplier' | 'sku' | 'supplierSku'>[];
  readonly problems: readonly Problem[];
}

/** Opens the reading of a file's rows. Each is converted as it comes; one that needs the whole file waits as it stands. */
export function openStockRows(
  file: string,
  layout: StockLayout,
  source: StockSource,
  delimiter: string,
): StockRows {
  const sheet = openSheet(file, layout, source, delimiter);
  const entries: (StockEntry | undefined)[] = [];
  const waiting: { at: number; cells: readonly string[]; line: number }[] = [];
  return {
    take: (cells, line) => {
      const told = sheet.problems.length;
      const entry = readStockRow(sheet, cells, line);
      if (sheet.waits) {
        sheet.waits = false;
        sheet.problems.length = told;
        waiting.push({ at: entries.length, cells, line });
        entries.push(undefined);
      } else if (entry) entries.push(entry);
    },
    finish: () => {
      settle(sheet);
      for (const { at, cells, line } of waiting) entries[at] = readStockRow(sheet, cells, line);
      if (waiting.length > 0) sheet.problems.sort(byLine);
      return merged(sheet, entries, source);
    },
  };
}

function openSheet(
  file: string,
  layout: StockLayout,
  source: StockSource,
  delimiter: string,
): Sheet {
  const dates = () => dateColumn(source.dayOrder);
  const mark = ({ at, column }: { at: number; column: MarkColumn }) => ({
    at,
    column,
    read: remembering((cell) => readMark(cell, column, source) ?? 'unknown'),
  });
  const texts = layout.denials.map((at) => ({ at, column: availabilityColumn }));
  return {
    file,
    layout,
    reserved: layout.isFree
      ? []
      : layout.reserved.filter((place) => !layout.quantities.includes(place)),
    supplier: source.supplier,
    asOf: source.asOf,
    cap: source.quantityCap || Number.POSITIVE_INFINITY,
    numbers: watchNumbers(delimiter, source.numberStyle),
    dates: {
      restock_date: dates(),
      release_date: dates(),
      available_from: dates(),
      entry_date: dates(),
      as_of: dateColumn(source.dayOrder, source.timezone),
    },
    marks: [...layout.marks, ...texts].map(mark),
    isGone: remembering((cell) => isGone(cell, source)),
    isOutOfReach: remembering(isOutOfReach),
    share: remembering((text) => text),
    problems: [],
    unknownWords: new Map(),
    phrases: { order: source.dayOrder },
    quantities: { words: source.words, style: source.numberStyle },
    waits: false,
  };
}

function settle(sheet: Sheet): void {
  sheet.quantities = { ...sheet.quantities, style: sheet.numbers.style() };
  for (const column of Object.values(sheet.dates)) column.settle();
}

function merged(
  sheet: Sheet,
  rows: readonly (StockEntry | undefined)[],
  source: StockSource,
): StockContent {
  const { file, layout } = sheet;
  const entries = rows.filter((entry) => entry !== undefined);
  const column = layout.names[layout.at.entry_date] ?? 'entry_date';
  const result = mergeEntries(entries, { file, column, read: sheet.dates.entry_date.read });
  const problems = [
    ...sheet.problems,
    ...sheet.unknownWords.values(),
    ...remarks(entries, file),
    ...damagedBarcodes(sheet, entries),
    ...capped(sheet, entries, source),
    ...result.problems,
  ];
  return { ...result, problems };
}

/** Barcodes that tell nothing any more; all of a file at once, where the first stands. */
function damagedBarcodes({ file, layout }: Sheet, entries: readonly StockEntry[]): Problem[] {
  if (layout.at.barcode < 0) return [];
  const damaged = entries.filter(({ offer }) => isDamagedBarcode(offer.barcode ?? ''));
  const [first] = damaged;
  if (!first) return [];
  const { barcode: value, place } = first.offer;
  const column = layout.names[layout.at.barcode];
  return [
    {
      kind: 'barcode-damaged',
      place: { file, line: place?.line, column },
      value,
      count: damaged.length,
    },
  ];
}

const kinds = {
  negative: 'quantity-negative-supplier',
  blocked: 'articles-blocked',
  differs: 'warehouses-differ',
  denied: 'stock-denied',
  later: 'stock-from-day',
  reserved: 'stock-reserved',
} as const satisfies { readonly [R in Remark]: Problem['kind'] };

/** What many rows have in common is told once a file. */
function remarks(entries: readonly StockEntry[], file: string): Problem[] {
  const counts = new Map<Remark, number>();
  for (const { remark } of entries)
    if (remark !== undefined) counts.set(remark, (counts.get(remark) ?? 0) + 1);
  return (Object.keys(kinds) as Remark[]).flatMap((remark): Problem[] => {
    const count = counts.get(remark);
    return count === undefined ? [] : [{ kind: kinds[remark], place: { file }, count }];
  });
}

/** Quantities at a cap that the column shows become lower bounds. */
function capped(
  { file, layout }: Sheet,
  entries: readonly StockEntry[],
  { quantityCap }: StockSource,
): Problem[] {
  const isTold = layout.at.quantity_kind >= 0 || layout.quantities.length > 1;
  if (quantityCap !== undefined || isTold) return [];
  const counts = entries.flatMap(({ offer, isRead }) => (isRead && isCount(offer) ? [offer] : []));
  const rowsOf = new Map<number, number>();
  for (const { quantity } of counts) rowsOf.set(quantity, (rowsOf.get(quantity) ?? 0) + 1);
  const cap = findCap(rowsOf);
  if (!cap) return [];
  for (const offer of counts) if (offer.quantity === cap.units) offer.quantityKind = 'at_least';
  const column = layout.names[layout.at.quantity];
  return [
    {
      kind: 'quantity-capped',
      place: { file, column },
      units: cap.units,
      rows: cap.rows,
      of: cap.of,
    },
  ];
}

function isCount({ quantity, quantityKind }: Draft): boolean {
  return quantityKind === 'exact' && quantity > 0;
}
