import { answerWords } from '../formats/answers.ts';
import type { FileStyle } from '../formats/file-style.ts';
import { eventWords } from '../formats/notice-events.ts';
import { returnWords } from '../formats/returns.ts';
import { shipmentWords } from '../formats/shipments.ts';
import type { StockMapping } from '../formats/stock.ts';
import { stockWords } from '../formats/stock-columns.ts';
import { requestWords } from '../formats/stock-requests.ts';
import { normaliseName, resolveColumns } from '../formats/vocabulary.ts';
import type { Content } from '../model/content.ts';
import type { ExplainedColumn } from '../model/explained-file.ts';
import type { Problem } from '../model/problem.ts';
import { orderColumns } from './read-orders.ts';
import { rowsToCompare, settleQuantity } from './settle-quantity.ts';
import { chooseStockColumns, type StockColumns } from './stock-layout.ts';
import { isByPosition, mappedHeaders } from './stock-mapping.ts';
import { readTable, type TableHead } from './table.ts';

type Mapping = { readonly [field: string]: string | undefined };

/** What a file is read as, with the mapping configured for it. */
export type ReadAs = Pick<FileStyle, 'encoding'> &
  (
    | { readonly role: 'stock'; readonly columns?: StockMapping | undefined }
    | {
        readonly role: 'orders' | 'shipments' | 'returns' | 'answers' | 'events' | 'requests';
        readonly columns?: Mapping | undefined;
      }
  );

export interface FirstRows {
  readonly head: TableHead;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** The first rows of a file with all their cells, found as the reader of its role finds them. */
export function firstRows(content: Content, file: string, as?: ReadAs): FirstRows | undefined {
  const stock = as?.role === 'stock' ? as.columns : undefined;
  const named = as?.role === 'stock' ? mappedHeaders(stock) : Object.values(as?.columns ?? {});
  const rows: { line: number; cells: readonly string[] }[] = [];
  let found: TableHead | undefined;
  readTable(
    content,
    file,
    (head) => {
      found = head;
      return {
        mayBeShort: true,
        take: (cells, line) => {
          if (rows.length < rowsToCompare) rows.push({ line, cells });
        },
      };
    },
    {
      expected: named.filter((name) => name !== undefined),
      headerless: isByPosition(stock),
      encoding: as?.encoding,
    },
  );
  return found && { head: found, rows };
}

/** A column that alone tells a field. */
interface SoleColumn {
  readonly field: string;
  readonly at: number;
  /** The reader compares it with other columns; a mapping would end that. */
  readonly isOpen: boolean;
}

/**
 * The fields of a stock file that one column alone tells, chosen as its reader does by names and cells. Several columns
 * of marks or of warehouses are left to the reader: a mapping would name one of them.
 */
export function soleStockColumns({ head, rows }: FirstRows, file: string): readonly SoleColumn[] {
  const chosen = settled(head, rows, file, undefined);
  const found = [...stockFields(head, chosen)];
  const { parts = [], denials = [] } = chosen?.layout ?? {};
  const isCompared = parts.length + denials.length > 0;
  return Object.keys(stockWords).flatMap((field): SoleColumn[] => {
    const [first, ...others] = found.filter(([, name]) => name === field);
    const isOpen = field === 'quantity' && isCompared;
    return first && others.length === 0 ? [{ field, at: first[0], isOpen }] : [];
  });
}

/** The field of which the reader of a stock file asks which of several columns it is, before it reads any. */
export function askedOfStock(
  { head, rows }: FirstRows,
  file: string,
): { readonly field: string; readonly headers: readonly string[] } | undefined {
  const chosen = settleColumns(head, rows, file, undefined);
  if (!('refused' in chosen) || chosen.refused.kind !== 'column-ambiguous') return undefined;
  const { field, headers } = chosen.refused;
  return { field, headers };
}

/** What each column of a file is taken for in its role, and what decided it. */
export function explainColumns(
  { head, rows }: FirstRows,
  file: string,
  as: ReadAs,
): ExplainedColumn[] {
  const fields = fieldsOf(head, rows, file, as);
  const configured = new Set(
    Object.entries(as.columns ?? {}).flatMap(([field, name]) =>
      name === undefined ? [] : [field],
    ),
  );
  return head.header.map((header, at): ExplainedColumn => {
    const field = fields.get(at);
    if (field === undefined) return { header };
    const isOwn = normaliseName(header) === normaliseName(field);
    const by = configured.has(field) ? 'configuration' : isOwn ? 'own-name' : 'vocabulary';
    return { header, field, by };
  });
}

function fieldsOf(
  head: TableHead,
  rows: FirstRows['rows'],
  file: string,
  as: ReadAs,
): ReadonlyMap<number, string> {
  switch (as.role) {
    case 'stock':
      return stockFields(head, settled(head, rows, file, as.columns));
    case 'orders':
      return byPlace(orderColumns(head.header, as.columns));
    case 'shipments':
      return byPlace(resolveColumns(shipmentWords, head.header, as.columns).columns);
    case 'returns':
      return byPlace(resolveColumns(returnWords, head.header, as.columns).columns);
    case 'answers':
      return byPlace(resolveColumns(answerWords, head.header).columns);
    case 'events':
      return byPlace(resolveColumns(eventWords, head.header).columns);
    case 'requests':
      return byPlace(resolveColumns(requestWords, head.header).columns);
  }
}

function byPlace(columns: { readonly [field: string]: number | undefined }): Map<number, string> {
  return new Map(
    Object.entries(columns).flatMap(([field, at]) =>
      at === undefined ? [] : [[at, field] as const],
    ),
  );
}

function stockFields(
  head: TableHead,
  chosen: SettledColumns | undefined,
): ReadonlyMap<number, string> {
  if (!chosen) return byPlace(resolveColumns(stockWords, head.header).columns);
  const { at, quantities, marks, denials, reserved } = chosen.layout;
  const places = [
    ...reserved.map((place) => ['reserved', place] as const),
    ...denials.map((place) => ['availability', place] as const),
    ...marks.map((mark) => [mark.column.means, mark.at] as const),
    ...Object.entries(at),
    ...quantities.map((place) => ['quantity', place] as const),
  ];
  return new Map(
    places.flatMap(([field, place]) => {
      const column = chosen.wanted[place];
      return column === undefined ? [] : [[column, field] as const];
    }),
  );
}

type SettledColumns = Pick<StockColumns, 'wanted' | 'layout'>;

/** The columns as the reader settles them by names and cells; undefined where it refuses the file. */
function settled(
  head: TableHead,
  rows: FirstRows['rows'],
  file: string,
  mapping: StockMapping | undefined,
): SettledColumns | undefined {
  const chosen = settleColumns(head, rows, file, mapping);
  return 'refused' in chosen ? undefined : chosen;
}

function settleColumns(
  head: TableHead,
  rows: FirstRows['rows'],
  file: string,
  mapping: StockMapping | undefined,
): SettledColumns | { readonly refused: Problem } {
  const chosen = chooseStockColumns(head, file, mapping);
  if ('refused' in chosen) return chosen;
  const cells = rows.map((row) => chosen.wanted.map((at) => row.cells[at] ?? ''));
  const layout = settleQuantity(chosen, cells);
  return 'refused' in layout ? layout : { wanted: chosen.wanted, layout };
}
