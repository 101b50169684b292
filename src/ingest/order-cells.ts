import { readFlag } from '../formats/flag-cell.ts';
import { type NumberStyle, type NumberWatch, readNumber } from '../formats/number-cell.ts';
import type { ExportField } from '../formats/order-format.ts';
import { type Goods, knownWords, readGoodsWord } from '../formats/order-status.ts';
import type { Problem } from '../model/problem.ts';
import { remembering } from '../model/remembered.ts';
import { type OrderRow, type Places, textAt } from './order-row.ts';
import { type Fault, readOrderQuantity } from './quantity.ts';

/** Reads what the cells of a line say beside its dates, and reports what they say badly. */
export interface LineCells {
  /** Undefined where there is none that can be read: such a line is left out. */
  quantity(row: OrderRow): number | undefined;
  optionalQuantity(row: OrderRow, field: ExportField): number | undefined;
  /** Units of a line by their number, or by a yes for all of them; a day is left to whoever reads days of that column. */
  units(row: OrderRow, field: MarkField, quantity: number): number | undefined;
  goods(row: OrderRow): Goods | undefined;
  unitPrice(row: OrderRow, quantity: number): number | undefined;
  title(row: OrderRow): string | undefined;
  /** A text that many lines share. */
  shared(row: OrderRow, field: ExportField): string | undefined;
  /** Whether the other numbers of the file are needed to read one of its own: `1.234`. */
  waits(row: OrderRow): boolean;
  settle(): void;
  /** Tells of what only the count of the whole file tells. */
  end(): void;
}

/** The day that may stand in the column of the units. */
const dayOf = { fulfilled_quantity: 'fulfilled_at', cancelled_quantity: 'cancelled_at' } as const;
type MarkField = keyof typeof dayOf;

/** Makes the reader for one file. */
export function lineCells(
  at: Places,
  watch: NumberWatch,
  file: string,
  problems: Problem[],
): LineCells {
  const share = remembering((cell) => cell || undefined);
  const readGoods = remembering(readGoodsWord);
  const notANumber = (value: string, line: number, column: ExportField) =>
    problems.push({ kind: 'number-not-understood', place: { file, line, column }, value });
  let contradicting: { readonly first: OrderRow; count: number } | undefined;
  const ofLine = (row: OrderRow, value: string): Goods | undefined => {
    const goods = readGoods(value);
    if (goods !== undefined) return goods;
    const place = { file, line: row.line, column: 'line_status' };
    problems.push({ kind: 'word-not-understood', place, value, known: knownWords.line_status });
    return row.order.goods;
  };
  let numbers = numberReader((cell) => watch.see(cell), watch.given);
  return {
    quantity: ({ cells, line }) => {
      const value = textAt(cells, at.quantity);
      const read = numbers.quantity(value);
      if (typeof read === 'number') return read;
      problems.push({ ...read, place: { file, line, column: 'quantity' }, value });
      return undefined;
    },
    optionalQuantity: ({ cells, line }, field) => {
      const value = textAt(cells, at[field]);
      if (value === '') return undefined;
      const read = numbers.quantity(value);
      if (typeof read === 'number') return read;
      notANumber(value, line, field);
      return undefined;
    },
    units: ({ cells, line }, field, quantity) => {
      const value = textAt(cells, at[field]);
      if (value === '') return undefined;
      const mayBeDay = at[field] === at[dayOf[field]];
      const units = unitsIn(value, numbers.quantity(value), quantity, mayBeDay);
      if (units === undefined && !mayBeDay) notANumber(value, line, field);
      return units;
    },
    goods: (row) => {
      const { cells, order } = row;
      const value = textAt(cells, at.line_status);
      if (value === '' || order.goods === 'cancelled') return order.goods;
      const goods = ofLine(row, value);
      if (!order.isFulfilled || goods === 'all' || goods === 'cancelled') return goods;
      // Shopify leaves a line that was refunded before it was shipped as it was, and calls the order fulfilled.
      contradicting ??= { first: row, count: 0 };
      contradicting.count += 1;
      return 'all';
    },
    unitPrice: ({ cells }, quantity) => {
      const stated = textAt(cells, at.unit_price);
      // What is taken off the others' prices is no price.
      if (stated !== '') return notBelowZero(numbers.price(stated));
      const total = notBelowZero(numbers.price(textAt(cells, at.line_total)));
      if (total === undefined || quantity === 0) return undefined;
      return Math.round((total / quantity) * 1e4) / 1e4;
    },
    title: ({ cells, article }) => {
      const title = textAt(cells, at.title);
      if (title !== article.title) article.title = title;
      return article.title || undefined;
    },
    shared: ({ cells }, field) => share(textAt(cells, at[field])),
    waits: ({ cells }) =>
      numbers.isUnclear(textAt(cells, at.quantity)) ||
      numbers.isUnclear(textAt(cells, at.unit_price)) ||
      numbers.isUnclear(textAt(cells, at.line_total)),
    settle: () => {
      numbers = numberReader(() => {}, watch.style());
    },
    end: () => {
      if (!contradicting) return;
      const { first, count } = contradicting;
      const place = { file, line: first.line, column: 'line_status' };
      const value = textAt(first.cells, at.line_status);
      problems.push({ kind: 'line-not-fulfilled', place, value, count, order: first.order.id });
    },
  };
}

/** Units by a number, or by yes or no. */
function unitsIn(
  cell: string,
  read: number | Fault,
  all: number,
  mayBeDay: boolean,
): number | undefined {
  // More than there are may be a day as a spreadsheet numbers it.
  if (typeof read === 'number' && (read <= all || !mayBeDay)) return read;
  const isAll = readFlag(cell);
  if (isAll === undefined) return undefined;
  return isAll ? all : 0;
}

interface NumberReader {
  quantity(cell: string): number | Fault;
  price(cell: string): number | undefined;
  /** Written so that it is one number or another, by the style of the file. */
  isUnclear(cell: string): boolean;
}

function numberReader(see: (cell: string) => void, style: NumberStyle | undefined): NumberReader {
  const quantity = (cell: string) => {
    see(cell);
    return readOrderQuantity(cell, style);
  };
  let lastCell = '';
  let last: number | undefined;
  // A price that may be unclear is asked for twice.
  const price = (cell: string) => {
    if (cell === lastCell) return last;
    see(cell);
    lastCell = cell;
    last = readNumber(cell, style);
    return last;
  };
  const isUnclear = (cell: string) =>
    cell.length > 4 && price(cell) === undefined && threeBehindSign.test(cell);
  return { quantity, price, isUnclear };
}

const threeBehindSign = /\d[.,]\d{3}(?!\d)/;

function notBelowZero(price: number | undefined): number | undefined {
  return price !== undefined && price < 0 ? undefined : price;
}
