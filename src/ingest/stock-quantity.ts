import type { DateStyle } from '../formats/day-cell.ts';
import { isNone, readQuantity, saysThereIs } from '../formats/quantity-cell.ts';
import {
  longestPhrase,
  type RestockPhrase,
  readRestockPhrase,
  saysReady,
} from '../formats/restock-phrase.ts';
import type { Day } from '../model/day.ts';
import type { QuantityKind, Restock } from '../model/offer.ts';
import { type Fault, readStockQuantity, type StockCount, wholeFault } from './quantity.ts';
import { kindOfSum } from './repeated.ts';
import { cellAt, type Row } from './stock-sheet.ts';

/** What is told of a row once a file, by a count. */
export type Remark = 'negative' | 'blocked' | 'differs' | 'denied' | 'later' | 'reserved';

/** What there is of an article. */
export interface Stock {
  units: number;
  kind: QuantityKind;
  restock: Restock | undefined;
  /** The day from which the units can be had, where that is to come. */
  from?: Day | undefined;
  remark: Remark | undefined;
}

/** What there is of an article that is simply not there. */
export const noStock: Stock = { units: 0, kind: 'exact', restock: undefined, remark: undefined };

/** What there is for us of an article that we cannot order. */
export const blockedStock: Stock = { ...noStock, remark: 'blocked' };

/** The number of units that can be had; undefined (and told) when it cannot be read. */
export function readStock(row: Row): Stock | undefined {
  const counted = readCounted(row);
  if (!counted || isNone(counted)) return counted;
  if (row.sheet.layout.denials.some((at) => deniesStock(row, at))) return deniedStock(counted);
  return withoutReserved(row, counted);
}

/** Of two columns that contradict each other the one counts that sells less. */
export function deniedStock(stock: Stock): Stock {
  return { ...stock, units: 0, kind: 'exact', remark: 'denied' };
}

function deniesStock(row: Row, at: number): boolean {
  return isNone(readQuantity(cellAt(row, at)));
}

/** Takes off the units that are reserved for others. A word there is a mark, not a count. */
function withoutReserved(row: Row, stock: Stock): Stock | undefined {
  let { units } = stock;
  for (const at of row.sheet.reserved) {
    const reserved = readReserved(row, at);
    if (reserved === undefined) return undefined;
    units -= reserved;
  }
  if (units === stock.units) return stock;
  return { ...stock, units: Math.max(0, units), remark: stock.remark ?? 'reserved' };
}

/** Some write what is reserved as a negative number. */
function readReserved(row: Row, at: number): number | undefined {
  const value = cellAt(row, at);
  return /\d/.test(value) ? readUnits(row, at, true, value.replace(/^-/, ''))?.units : 0;
}

function readCounted(row: Row): Stock | undefined {
  const { layout } = row.sheet;
  const [only = -1, ...others] = layout.quantities;
  if (others.length > 0) return sumOf(row, layout.quantities, true);
  const stock = readUnits(row, only, true);
  return stock && layout.parts.length > 0 ? checked(row, stock) : stock;
}

/** Reads one cell of units. What it says beside a number is a restock, or what it says wrong. */
function readUnits(
  row: Row,
  at: number,
  tells: boolean,
  value = cellAt(row, at),
): Stock | undefined {
  const { sheet } = row;
  const kind = cellAt(row, sheet.layout.at.quantity_kind);
  sheet.numbers.see(value);
  const read = readStockQuantity(value, kind, sheet.quantities);
  if ('units' in read) {
    const isCapped = read.kind === 'exact' && read.units >= sheet.cap;
    return {
      units: read.units,
      kind: isCapped ? 'at_least' : read.kind,
      restock: undefined,
      remark: read.wasNegative ? 'negative' : undefined,
    };
  }
  const dated = readDated(row, value) ?? read;
  if ('units' in dated) return dated;
  if (dated.problem.kind === 'quantity-ambiguous') sheet.waits = true;
  if (tells) {
    const place = { ...row.place, column: sheet.layout.names[at] };
    sheet.problems.push({ ...dated.problem, place, value });
  }
  return undefined;
}

interface Unclear {
  readonly problem: Fault;
}

/** `5 in stock, 10 due 11 July`: what is there now, a sign, and what comes. A comma may stand inside a number. */
const nowAndThen = /^(.+?)\s*(?:[;(|]|,(?!\d)|\+(?=\s*\d))\s*([^)]+)\)?$/;
/** `12 pcs more 11 July`: what is there now, without a sign behind it. */
const countInFront = /^\d+\s*\p{L}+/u;

/** Reads a cell that tells a day: as a rule there is nothing until then. */
function readDated(row: Row, value: string): Stock | Unclear | undefined {
  if (value.length > longestPhrase) return undefined;
  const { quantities } = row.sheet;
  const [, before, behind = ''] = nowAndThen.exec(value) ?? [];
  const now = before === undefined ? undefined : readStockQuantity(before, '', quantities);
  if (now && 'units' in now) return readNowAndThen(now, before ?? '', readPhrase(row, behind));
  if (now?.problem.kind === 'quantity-ambiguous') return now;
  const [count] = countInFront.exec(value) ?? [];
  if (count !== undefined && saysThereIs(count)) return undefined;
  const phrase = readPhrase(row, value);
  if (phrase?.doubt) return { problem: wholeFault(phrase.doubt) };
  return phrase && { ...noStock, restock: restockOf(phrase) };
}

/**
 * What a count and a day behind it mean: `20, due 11 July` are 20 that come, `5, ships in 3 days` are 5 that are there, of
 * `100 (11 July)` nobody knows.
 */
function readNowAndThen(
  { units, kind, wasNegative }: StockCount,
  now: string,
  then: RestockPhrase | undefined,
): Stock | Unclear | undefined {
  if (!then) return undefined;
  if (then.doubt) return { problem: wholeFault(then.doubt) };
  const stock = { units, kind, remark: wasNegative ? ('negative' as const) : undefined };
  if (isNone(stock) || then.quantity !== undefined) return { ...stock, restock: restockOf(then) };
  // "20 lieferbar, ab 11. Juli" may be both.
  const isThere = saysThereIs(now);
  const isDoubtful = then.says === 'arrival' && saysReady(now);
  if (then.says === 'delivery' || (isThere && !isDoubtful)) return { ...stock, restock: undefined };
  if (then.says === undefined || isThere) return undefined;
  return { ...noStock, restock: { day: then.day, quantity: units || undefined } };
}

/** Adds columns up; undefined as soon as one of them cannot be read: nobody knows what it would add. */
function sumOf(row: Row, columns: readonly number[], tells: boolean): Stock | undefined {
  const parts: Stock[] = [];
  for (const at of columns) {
    const part = readUnits(row, at, tells);
    if (!part) return undefined;
    parts.push(part);
  }
  return {
    units: parts.reduce((sum, { units }) => sum + units, 0),
    kind: kindOfSum(parts.map(({ kind }) => kind)),
    restock: parts.find(({ restock }) => restock !== undefined)?.restock,
    remark: parts.find(({ remark }) => remark !== undefined)?.remark,
  };
}

/** Where the warehouses do not add up to the total, there are at least as many units as the lower of the two says. */
function checked(row: Row, total: Stock): Stock {
  const sum = sumOf(row, row.sheet.layout.parts, false);
  const isComparable = sum?.kind === 'exact' && total.kind === 'exact';
  if (!isComparable || sum.units === total.units) return total;
  return { ...total, units: Math.min(sum.units, total.units), kind: 'at_least', remark: 'differs' };
}

/** Goods that a text says will come; undefined where it tells no day for certain. */
export function readRestockText(
  row: Row,
  text: string,
  style: DateStyle = row.sheet.phrases,
): Restock | undefined {
  const phrase = readPhrase(row, text, style);
  return phrase && restockOf(phrase);
}

function readPhrase(
  { sheet }: Row,
  text: string,
  style: DateStyle = sheet.phrases,
): RestockPhrase | undefined {
  return text === ''
    ? undefined
    : readRestockPhrase(text, sheet.asOf, style, sheet.quantities.style);
}

const restockOf = ({ day, quantity }: RestockPhrase): Restock => ({ day, quantity });
