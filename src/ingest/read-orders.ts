import {
  type ExportField,
  type OrderFormat,
  type Spread,
  spreadFields,
} from '../formats/order-format.ts';
import { plainOrders } from '../formats/plain-orders.ts';
import { isOnlyReturns } from '../formats/returns.ts';
import { isOnlyShipments } from '../formats/shipments.ts';
import { findOrderFormat } from '../formats/shops/orders.ts';
import { findUnsuitedOrders } from '../formats/shops/unsuited.ts';
import { type Columns, resolveColumns, type Vocabulary } from '../formats/vocabulary.ts';
import type { Content } from '../model/content.ts';
import type { OrderLine } from '../model/order.ts';
import { byLine, type Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { byBytes } from '../model/sku.ts';
import { chooseColumns, inFileNames, narrow } from './columns.ts';
import {
  isOpenList,
  type OrderReading,
  type OrderSource,
  type OrderTask,
  sourceName,
  type TakeLine,
} from './order-file.ts';
import { watchForNumbers } from './order-numbers.ts';
import { tellingFields, tellsFulfilment } from './order-row.ts';
import { type OrderRows, orderRows } from './orders.ts';
import { type Rows, readTable, type TableHead } from './table.ts';

/**
 * Reads an orders file: a shop's export by its header, else any file with a date, a SKU and a quantity. Each line is
 * handed over as it is read; where a problem refuses the file, those handed over before are not to be used.
 */
export async function readOrders(
  content: Content,
  file: string,
  source: OrderSource,
  take: TakeLine,
): Promise<OrderReading> {
  const problems: Problem[] = [];
  const unread = new Map<string, number>();
  let lines = 0;
  const task = {
    ...{ file, source, problems },
    take: (line: OrderLine) => {
      lines += 1;
      take(line);
    },
    leftOut: (order: string, line: number) => {
      if (!unread.has(order)) unread.set(order, line);
    },
  };
  let opened: Opened | undefined;
  const open = (head: TableHead): Rows | Problem => {
    const found = openOrders(head, task);
    if ('kind' in found) return found;
    opened = found;
    return found;
  };
  const expected = Object.values(source.columns ?? {}).filter((name) => name !== undefined);
  const found = readTable(content, file, open, { expected, encoding: source.encoding });
  if (!opened) return { problems: found, tellsFulfilment: true };
  opened.rows.end();
  const { columns, header, format } = opened;
  const isOpen = isOpenList(source, format);
  problems.push(...opened.unnumbered());
  if (isOpen) problems.push(...doubtfulList(file, lines, unread));
  return {
    // Rows that waited for the end are reported where they stand.
    problems: [...found, ...inFileNames(problems, columns, header)].toSorted(byLine),
    tellsFulfilment: isOpen || tellsFulfilment(columns),
    source: sourceName(source, format),
    isOpenList: isOpen,
    unreadOrders: [...unread.keys()].toSorted(byBytes),
  };
}

/** A list of open orders closes what it lacks: told where it cannot, and where that is everything. */
function doubtfulList(
  file: string,
  lines: number,
  unread: ReadonlyMap<string, number>,
): readonly Problem[] {
  const line = unread.get('');
  if (line !== undefined) return [{ kind: 'open-list-unread', place: { file, line } }];
  return lines + unread.size === 0 ? [{ kind: 'open-list-empty', place: { file } }] : [];
}

/** Rows without a number count as done: told where a column says otherwise, or may hold the numbers, and of open orders. */
function unnumbered(
  place: Place,
  {
    columns,
    header,
    isOpen,
  }: { columns: Columns<ExportField>; header: readonly string[]; isOpen: boolean },
  nearest: string | undefined,
): readonly Problem[] {
  const told = tellingFields.find((field) => columns[field] !== undefined);
  const value = told && header[columns[told] ?? -1];
  if (value === undefined && nearest === undefined && !isOpen) return [];
  return [{ kind: 'orders-unnumbered', place, value, nearest }];
}

interface Opened extends Rows {
  readonly rows: OrderRows;
  readonly columns: Columns<ExportField>;
  readonly header: readonly string[];
  readonly format: OrderFormat;
  /** At the end: what is wrong with orders that have no numbers. */
  unnumbered(): readonly Problem[];
}

function isNumbered({ order_id: id, sales_record: record }: Columns<ExportField>): boolean {
  return id !== undefined || record !== undefined;
}

/** What a list tells of that is none of orders although it has their columns. */
function otherThanOrders(header: readonly string[]): 'shipments' | 'returns' | undefined {
  if (isOnlyReturns(header)) return 'returns';
  return isOnlyShipments(header) ? 'shipments' : undefined;
}

function openOrders(
  { header, headerLine, delimiter }: TableHead,
  given: Pick<OrderTask, 'file' | 'source' | 'take' | 'leftOut' | 'problems'>,
): Opened | Problem {
  const { file, source, problems } = given;
  const unsuited = source.columns ? undefined : findUnsuitedOrders(header);
  if (unsuited) return { kind: 'export-unsuited', place: { file, line: headerLine }, ...unsuited };
  const format = findOrderFormat(header) ?? plainOrders;
  const tells = format === plainOrders && !source.columns ? otherThanOrders(header) : undefined;
  if (tells)
    return { kind: 'format-other', place: { file, line: headerLine }, role: 'orders', tells };
  const choice = chooseColumns({
    file,
    role: 'orders',
    header,
    headerLine,
    vocabulary: vocabularyOf(format, source.columns),
    required: format.required,
    configured: source.columns,
  });
  if ('refused' in choice) return asShopFile(choice.refused, format);
  problems.push(...choice.problems);
  const { wanted, columns } = narrow(choice.columns);
  const task = { ...given, format, delimiter };
  // Only the first cell of a row with too few or too many surely stands under its header.
  const leftOut = (first = '', line: number) =>
    task.leftOut(choice.columns.order_id === 0 ? first.trim() : '', line);
  const watch = isNumbered(choice.columns)
    ? undefined
    : watchForNumbers(header, choice.columns, wanted.length);
  const list = { columns: choice.columns, header, isOpen: isOpenList(source, format) };
  const opened = {
    ...{ leftOut, columns: choice.columns, header, format },
    unnumbered: () =>
      watch && !source.history ? unnumbered({ file, line: headerLine }, list, watch.found()) : [],
  };
  const spread = format.spread?.(header);
  if (!spread) {
    const rows = orderRows({ ...task, columns });
    const mayBeShort = format.shortRows;
    if (!watch) return { ...opened, rows, wanted, mayBeShort, take: rows.row };
    const take = (cells: readonly string[], line: number) => {
      watch.see(cells);
      rows.row(cells, line);
    };
    return { ...opened, rows, wanted: [...wanted, ...watch.places], mayBeShort, take };
  }
  const rows = orderRows({ ...task, columns: withItems(columns, wanted.length) });
  return {
    ...opened,
    rows,
    wanted: [...wanted, ...spread.wanted],
    take: (cells, line) => takeItems(cells, line, wanted.length, spread, rows),
  };
}

/** The column of each field of an orders file; the same that its rows are read by. */
export function orderColumns(
  header: readonly string[],
  configured: OrderSource['columns'],
): Columns<ExportField> {
  const format = findOrderFormat(header) ?? plainOrders;
  return resolveColumns(vocabularyOf(format, configured), header, configured).columns;
}

/** A shop's export that lacks a column is to be exported anew, rather than mapped. */
function asShopFile(problem: Problem, { channel, title }: OrderFormat): Problem {
  const isShop = channel !== undefined && problem.kind === 'column-missing';
  return isShop ? { ...problem, format: title } : problem;
}

/** The words of the format, and whatever other fields the configuration names a column for. */
function vocabularyOf(
  format: OrderFormat,
  columns: OrderSource['columns'] = {},
): Vocabulary<ExportField> {
  const mapped = Object.keys(columns).map((field) => [field, []]);
  return { ...Object.fromEntries(mapped), ...format.words } as Vocabulary<ExportField>;
}

function withItems(columns: Columns<ExportField>, behind: number): Columns<ExportField> {
  const items = spreadFields.map((field, i) => [field, behind + i]);
  return { ...columns, ...Object.fromEntries(items) };
}

/** Each item of a row becomes a row of its own; an order without any is one without a line. */
function takeItems(
  cells: readonly string[],
  line: number,
  behind: number,
  spread: Spread,
  rows: OrderRows,
): void {
  const order = cells.slice(0, behind);
  const items = spread.items(cells.slice(behind));
  for (const item of items.length > 0 ? items : [[]]) rows.row([...order, ...item], line);
}
