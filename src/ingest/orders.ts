import type { Problem } from '../model/problem.ts';
import { remembering } from '../model/remembered.ts';
import { lineCounter } from './line-ids.ts';
import { isOpenList, type OrderTask } from './order-file.ts';
import { headReader } from './order-head.ts';
import { lineReader } from './order-line.ts';
import {
  type Article,
  type Order,
  type OrderRow,
  type Places,
  placesOf,
  textAt,
} from './order-row.ts';
import { isMangled, isReshaped, readSkuCell } from './sku-cell.ts';

/** Takes the rows of an orders file, hands its lines on, and at the end those that had to wait for it. */
export interface OrderRows {
  row(cells: readonly string[], line: number): void;
  end(): void;
}

/** Reads an orders file row by row. No row is kept, but those with a date or number that only the whole file makes clear. */
export function orderRows(task: OrderTask): OrderRows {
  const { format, columns, file, problems } = task;
  const at = placesOf(columns);
  const heads = headReader(format, at, file, problems);
  const lines = lineReader({ ...task, refundsLine: heads.refundsLine }, at);
  const count = lineCounter();
  const readArticle = articleReader(file, at, problems);
  const waiting: OrderRow[] = [];
  const noLines: number[] = [];
  let order: Order | undefined;
  // An open order without a number would count as done.
  const needsNumber = isOpenList(task.source, format) && at.order_id >= 0;

  const orderOf = (cells: readonly string[], line: number): Order => {
    if (order && format.head === 'first' && isOf(cells, order)) return order;
    return heads.open(cells, line);
  };
  const isOf = (cells: readonly string[], current: Order): boolean => {
    const key = textAt(cells, at.sales_record) || textAt(cells, at.order_id);
    const isSame = key === current.key || (key === '' && format.blankOrderId === true);
    return isSame && (current.headed || !heads.isHead(cells));
  };
  const isRemark = (cells: readonly string[], { id }: Order): boolean => {
    if (!format.uniqueLines) return false;
    return count(id, `${textAt(cells, at.line_id)}\0${textAt(cells, at.sku)}`) > 1;
  };
  const leaveOut = (
    kind: 'order-missing' | 'order-number-mangled',
    column: 'order_id' | 'line_id',
    value: string,
    line: number,
  ) => problems.push({ kind, place: { file, line, column }, value });

  /** Whether a row is told apart from others by its numbers; one that is not is left out. */
  const isNamed = (cells: readonly string[], line: number, { id }: Order): boolean => {
    const lineId = textAt(cells, at.line_id);
    // Rows whose numbers were cut to one would be one line.
    if (isReshaped(id)) leaveOut('order-number-mangled', 'order_id', id, line);
    else if (isReshaped(lineId)) leaveOut('order-number-mangled', 'line_id', lineId, line);
    else if (needsNumber && id === '')
      leaveOut('order-missing', 'order_id', textAt(cells, at.title), line);
    else return true;
    task.leftOut(isReshaped(id) ? '' : id, line);
    return false;
  };

  return {
    row: (cells, line) => {
      order = orderOf(cells, line);
      if (!heads.isLine(cells) || isRemark(cells, order)) {
        noLines.push(line);
        return;
      }
      if (!isNamed(cells, line, order)) return;
      const article = readArticle(cells, line);
      if (article === undefined) {
        task.leftOut(order.id, line);
        return;
      }
      const name = lines.nameOf(cells, order, article.sku);
      const row: OrderRow = { cells, line, order, article, name };
      if (lines.waits(row)) waiting.push(row);
      else lines.read(row);
    },
    end: () => {
      lines.settle();
      for (const row of waiting) lines.read(row);
      lines.end();
      heads.end();
      const [first] = noLines;
      if (first === undefined) return;
      const place = { file, line: first };
      problems.push({ kind: 'rows-without-line', place, count: noLines.length });
    },
  };
}

/** An exported list of products in the SKU's cell: `Product ID: 93, Product Qty: 1, Product SKU: …`. */
const severalProducts = /\bsku\s*:/i;

type Fault = { readonly fault: 'sku-missing' | 'sku-mangled' | 'several' };

function readSku(cell: string): Article | Fault {
  const sku = readSkuCell(cell);
  if (sku === undefined) return { fault: 'sku-missing' };
  if (severalProducts.test(sku)) return { fault: 'several' };
  return isMangled(sku) ? { fault: 'sku-mangled' } : { sku, title: '' };
}

function articleReader(
  file: string,
  at: Places,
  problems: Problem[],
): (cells: readonly string[], line: number) => Article | undefined {
  const read = remembering(readSku);
  let isRefused = false;
  return (cells, line) => {
    const cell = textAt(cells, at.sku);
    const found = read(cell);
    if ('sku' in found) return found;
    const place = { file, line, column: 'sku' };
    if (found.fault === 'sku-missing') {
      problems.push({ kind: 'sku-missing', place, value: textAt(cells, at.title) });
    } else if (found.fault === 'sku-mangled') {
      problems.push({ kind: 'sku-mangled', place, value: cell, candidates: [] });
    } else if (!isRefused) {
      isRefused = true;
      problems.push({ kind: 'products-in-one-cell', place, value: cell });
    }
    return undefined;
  };
}
