import { bareText } from '../formats/cell.ts';
import { readFlag } from '../formats/flag-cell.ts';
import type { Mark } from '../formats/marks.ts';
import { readNumber, readWhole } from '../formats/number-cell.ts';
import { isNone } from '../formats/quantity-cell.ts';
import { isYearFirst } from '../formats/restock-dates.ts';
import { isTotalWord, type StockField } from '../formats/stock.ts';
import type { Day } from '../model/day.ts';
import { noRestocks, type Offer, type Restock, unreadOffer } from '../model/offer.ts';
import type { Sku } from '../model/sku.ts';
import { blankedDayFault } from './civil-day.ts';
import type { Entry } from './repeated.ts';
import { isMangled, readSkuCell } from './sku-cell.ts';
import { isNoDate } from './stock-cells.ts';
import {
  blockedStock,
  deniedStock,
  noStock,
  type Remark,
  readRestockText,
  readStock,
  type Stock,
} from './stock-quantity.ts';
import { cellAt, type MarkReader, placeOf, type Row, type Sheet, shared } from './stock-sheet.ts';

export interface StockEntry extends Entry {
  readonly remark: Remark | undefined;
}

/** Reads one row; undefined when it has no SKU. Its problems are told, unless it has to wait. */
export function readStockRow(
  sheet: Sheet,
  cells: readonly string[],
  line: number,
): StockEntry | undefined {
  const { at } = sheet.layout;
  const row: Row = { sheet, cells, place: { file: sheet.file, line } };
  const sku = readSku(row);
  if (sku === undefined) return undefined;
  const marks = readMarks(row);
  const stock = readMarkedStock(row, marks);
  const discontinued = isLast(row, marks);
  return {
    offer: stock ? readOffer(row, sku, stock, discontinued) : unread(row, sku),
    isRead: stock !== undefined,
    location: shared(row, at.location),
    variant: sheet.layout.variants.map((place) => cellAt(row, place)).join('\0'),
    entered: readEntered(row, at.entry_date),
    remark: stock?.remark,
  };
}

function readOffer(row: Row, sku: Sku, stock: Stock, discontinued: boolean): Offer {
  const { sheet, place } = row;
  const { at } = sheet.layout;
  return {
    supplier: shared(row, at.supplier) || sheet.supplier,
    sku,
    supplierSku: cellAt(row, at.supplier_sku) || sku,
    title: cellAt(row, at.title) || undefined,
    barcode: cellAt(row, at.barcode).replace(/^#|#$/g, '') || undefined,
    quantity: stock.units,
    quantityKind: stock.kind,
    restocks: stock.restock ? [stock.restock] : noRestocks,
    release: readDate(row, 'release_date', at.release_date),
    availableFrom: stock.from,
    discontinued,
    unitCost: readCost(row, at.unit_cost),
    currency: shared(row, at.currency) || undefined,
    packSize: readCount(row, 'pack_size', at.pack_size) || undefined,
    dispatchDays: readCount(row, 'dispatch_days', at.dispatch_days),
    asOf: readDate(row, 'as_of', at.as_of),
    place,
  };
}

/** Whose row it is, in the shape of an offer. Its price may tell how its quantity is to be read. */
function unread(row: Row, sku: Sku): Offer {
  const { at } = row.sheet.layout;
  seePrice(row, cellAt(row, at.unit_cost));
  const supplier = shared(row, at.supplier) || row.sheet.supplier;
  return unreadOffer(
    { supplier, sku, supplierSku: cellAt(row, at.supplier_sku) || sku },
    row.place,
  );
}

/** A place from which nothing can be sent marks its row as well. */
function readMarks(row: Row): readonly Mark[] {
  const { marks, layout, isOutOfReach } = row.sheet;
  const found = marks.map((mark) => readMarkCell(row, mark));
  return isOutOfReach(cellAt(row, layout.at.location)) ? [...found, 'blocked'] : found;
}

/** Whether no more will come; the quantity may say so in a word. */
function isLast(row: Row, marks: readonly Mark[]): boolean {
  return marks.includes('discontinued') || marks.includes('gone') || isWordForGone(row);
}

function isWordForGone({ sheet, cells }: Row): boolean {
  return sheet.layout.quantities.some((at) => sheet.isGone(cells[at] ?? ''));
}

/** What is counted; a word that says that an article is discontinued counts none, unless the supplier's words say so. */
function readCounted(row: Row): Stock | undefined {
  const { layout, quantities } = row.sheet;
  const word = bareText(cellAt(row, layout.at.quantity)).toLowerCase();
  const isNone =
    layout.quantities.length === 1 && isWordForGone(row) && !quantities.words?.has(word);
  return isNone ? noStock : readStock(row);
}

/** What there is and what comes, as quantity, marks and dates tell together. */
function readMarkedStock(row: Row, marks: readonly Mark[]): Stock | undefined {
  if (marks.includes('blocked')) return blockedStock;
  const counted = readCounted(row);
  if (!counted) return undefined;
  const isDenied = marks.includes('sold-out') || marks.includes('gone');
  const stock = isDenied && !isNone(counted) ? deniedStock(counted) : counted;
  const restock = readRestock(row, stock);
  const from = readStart(row, stock, restock);
  if (restock || !from) return { ...stock, restock, from: from?.day };
  // Where there is nothing, or a number of what comes, the day is theirs.
  const quantity = readCount(row, 'restock_quantity', row.sheet.layout.at.restock_quantity);
  const isOfRestock = isNone(stock) || quantity !== undefined;
  return isOfRestock
    ? { ...stock, restock: { day: from.day, quantity: quantity ?? from.quantity } }
    : { ...stock, from: from.day, remark: 'later' };
}

/** The day from which goods can be had; undefined where it has come, or is another's to tell. */
function readStart(row: Row, stock: Stock, restock: Restock | undefined): Restock | undefined {
  if (restock && isNone(stock)) return undefined;
  const from = readStated(row, 'available_from');
  return from && (isNone(stock) || from.day > row.sheet.asOf) ? from : undefined;
}

const longestTotalWord = 16;

function readSku(row: Row): Sku | undefined {
  const sku = readSkuCell(cellAt(row, row.sheet.layout.at.sku));
  const first = sku ?? row.cells.find((cell) => cell !== '') ?? '';
  const isTotal = first.length <= longestTotalWord && isTotalWord(first);
  if (sku !== undefined && !isTotal && !isMangled(sku)) return sku;
  const place = placeOf(row, 'sku');
  if (isTotal) {
    row.sheet.problems.push({ kind: 'row-total', place, value: first });
    return undefined;
  }
  row.sheet.problems.push(
    sku === undefined
      ? { kind: 'sku-missing', place, value: row.cells.filter(Boolean).slice(0, 3).join(' ') }
      : { kind: 'sku-mangled', place, value: sku, candidates: [] },
  );
  return undefined;
}

/** A mark; a word that is none is told once, of texts and of yes or no where that means nothing the first. */
function readMarkCell(row: Row, { at, column, read }: MarkReader): Mark {
  const { unknownWords, layout } = row.sheet;
  const value = cellAt(row, at);
  const mark = read(value);
  if (mark !== 'unknown') return mark;
  if (column.isText && readRestockText(row, value)) return 'none';
  const isOnce = column.isText || readFlag(value) !== undefined;
  const key = isOnce ? `${at}` : value;
  if (!unknownWords.has(key)) {
    const place = { ...row.place, column: layout.names[at] };
    unknownWords.set(key, { kind: 'word-not-understood', place, value, known: [] });
  }
  return 'none';
}

/** The goods that the row says will come: in their own column, in the quantity's, in a text where there is nothing now. */
function readRestock(row: Row, stock: Stock): Restock | undefined {
  const { at } = row.sheet.layout;
  const stated = readStated(row, 'restock_date');
  if (stated) {
    const quantity = readCount(row, 'restock_quantity', at.restock_quantity);
    return { day: stated.day, quantity: quantity ?? stated.quantity };
  }
  if (stock.restock) return stock.restock;
  return isNone(stock) ? readRestockText(row, cellAt(row, at.availability)) : undefined;
}

/** Columns of days on which goods come may hold texts as well: `in 2 weeks`. */
function readStated(row: Row, field: 'restock_date' | 'available_from'): Restock | undefined {
  const at = row.sheet.layout.at[field];
  const value = cellAt(row, at);
  if (isNoDate(value)) return undefined;
  const column = row.sheet.dates[field];
  const read = column.read(value);
  if ('fault' in read) {
    const phrase = readRestockText(row, value, column.style());
    if (phrase) return phrase;
  } else if (isYearFirst(value, read.day, row.sheet.asOf, row.sheet.phrases)) {
    row.sheet.problems.push({ kind: 'date-ignored', place: placeOf(row, field), value });
    return undefined;
  }
  const day = readDate(row, field, at);
  return day && { day };
}

/** A date without which the row still stands: what cannot be read is told and left blank. */
function readDate(
  row: Row,
  field: 'restock_date' | 'release_date' | 'available_from' | 'as_of',
  at: number,
): Day | undefined {
  const { sheet } = row;
  const value = cellAt(row, at);
  if (isNoDate(value)) return undefined;
  const read = sheet.dates[field].read(value);
  if ('day' in read) return read.day;
  sheet.waits = true;
  sheet.problems.push({ kind: blankedDayFault(read.fault), place: placeOf(row, field), value });
  return undefined;
}

/** Entry dates count only where an article stands on several rows: they are seen now and read then. */
function readEntered(row: Row, at: number): string {
  const value = cellAt(row, at);
  if (value !== '') row.sheet.dates.entry_date.read(value);
  return value;
}

/** A price without decimals tells nothing of how counts are written. */
function seePrice({ sheet }: Row, value: string): void {
  if (/[.,]/.test(value)) sheet.numbers.see(value);
}

function readCost(row: Row, at: number): number | undefined {
  const { sheet } = row;
  const value = cellAt(row, at);
  if (value === '') return undefined;
  seePrice(row, value);
  // Nobody gives goods away: lists write 0.00 where they have no price.
  return told(row, 'unit_cost', value, readNumber(value, sheet.quantities.style)) || undefined;
}

function readCount(
  row: Row,
  field: 'restock_quantity' | 'pack_size' | 'dispatch_days',
  at: number,
): number | undefined {
  const value = cellAt(row, at);
  if (value === '') return undefined;
  const read = readWhole(value.replace(/^>\s*|\s*\+$/g, ''), row.sheet.quantities.style);
  return told(row, field, value, typeof read === 'number' ? read : undefined);
}

/** A number that is not negative; what is none may be one when the style of all numbers is known. */
function told(
  row: Row,
  field: StockField,
  value: string,
  number: number | undefined,
): number | undefined {
  if (number !== undefined && number >= 0) return number;
  row.sheet.waits = true;
  row.sheet.problems.push({ kind: 'number-not-understood', place: placeOf(row, field), value });
  return undefined;
}
