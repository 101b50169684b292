import type { Content } from '../model/content.ts';
import { type Day, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { RowCounts, StockFile } from '../model/offer.ts';
import type { Problem } from '../model/problem.ts';
import { isBroken } from './broken.ts';
import type { Draft } from './repeated.ts';
import { countRows } from './row-counts.ts';
import { rowsToCompare, settleQuantity } from './settle-quantity.ts';
import { chooseStockColumns, type StockColumns } from './stock-layout.ts';
import { isByPosition, mappedHeaders } from './stock-mapping.ts';
import { openStockRows, type StockContent, type StockRows } from './stock-rows.ts';
import type { StockSource } from './stock-source.ts';
import { type Rows, readTable } from './table.ts';

export interface StockReading extends RowCounts {
  /** One per supplier that the file names; usually one. */
  readonly files: readonly StockFile[];
  readonly problems: readonly Problem[];
}

/** Reads a supplier's stock file. Rows that cannot be read are problems; their articles keep their last offer. */
export async function readStock(
  content: Content,
  file: string,
  source: StockSource,
): Promise<StockReading> {
  let ofColumns: readonly Problem[] = [];
  let taken = 0;
  let finish: (() => Finished | undefined) | undefined;
  const found = readTable(
    content,
    file,
    (head) => {
      const columns = chooseStockColumns(head, file, source.columns);
      if ('refused' in columns) return columns.refused;
      ofColumns = columns.problems;
      const rows = openRows(columns, (layout) =>
        openStockRows(file, layout, source, head.delimiter),
      );
      finish = rows.finish;
      return {
        wanted: rows.wanted,
        take: (cells, line) => {
          taken += 1;
          return rows.take(cells, line);
        },
      };
    },
    {
      expected: mappedHeaders(source.columns),
      headerless: isByPosition(source.columns),
      encoding: source.encoding,
    },
  );
  const nothing = { files: [], problems: [...ofColumns, ...found], rows: 0, leftOut: 0 };
  if (!finish || found.some(isBroken)) return nothing;
  const read = finish();
  if (read && 'refused' in read)
    return { ...nothing, problems: [...nothing.problems, read.refused] };
  const problems = [...nothing.problems, ...(read?.problems ?? [])];
  const counts = countRows(taken, found, read?.problems ?? []);
  if (!read || counts.rows === 0)
    return { ...nothing, problems: [...problems, { kind: 'file-empty', place: { file } }] };
  return {
    ...counts,
    files: bySupplier(read, file, source, counts),
    problems,
  };
}

/** What the rows say, or why none of them can be read. */
type Finished = StockContent | { readonly refused: Problem };

/** The rows as the table wants them; the first wait where they must tell which column is the quantity. */
function openRows(
  columns: StockColumns,
  open: (layout: StockColumns['layout']) => StockRows,
): Rows & { readonly finish: () => Finished | undefined } {
  let held: { cells: readonly string[]; line: number }[] = [];
  let rows: StockRows | undefined;
  let refused: { readonly refused: Problem } | undefined;
  const start = () => {
    const settled = settleQuantity(
      columns,
      held.map(({ cells }) => cells),
    );
    if ('refused' in settled) refused = settled;
    else {
      rows = open(settled);
      for (const { cells, line } of held) rows.take(cells, line);
    }
    held = [];
  };
  const enough = columns.candidates.length > 1 ? rowsToCompare : 1;
  return {
    wanted: columns.wanted,
    take: (cells, line) => {
      if (rows) return rows.take(cells, line);
      if (refused) return undefined;
      held.push({ cells, line });
      return held.length < enough ? undefined : start();
    },
    finish: () => {
      if (held.length > 0) start();
      return refused ?? rows?.finish();
    },
  };
}

function bySupplier(
  read: StockContent,
  file: string,
  source: StockSource,
  counts: RowCounts,
): StockFile[] {
  const offers = groupBy(read.offers, supplierOf);
  const unread = groupBy(read.unread, supplierOf);
  return [...new Set([...offers.keys(), ...unread.keys()])].map((supplier) => {
    const own = offers.get(supplier) ?? [];
    const asOf = dayOfAll(own) ?? source.asOf;
    // A row that states the file's own day states nothing of its own.
    for (const offer of own) if (offer.asOf === asOf) offer.asOf = undefined;
    return {
      supplier,
      asOf,
      file,
      hash: source.hash,
      coverage: source.coverage,
      offers: own,
      unread: unread.get(supplier) ?? [],
      ...counts,
    };
  });
}

const supplierOf = ({ supplier }: { readonly supplier: string }): string => supplier;

/** The latest of the days that the rows state, if every one states one. */
function dayOfAll(offers: readonly Draft[]): Day | undefined {
  let latest: Day | undefined;
  for (const { asOf } of offers) {
    if (asOf === undefined) return undefined;
    latest = latest === undefined ? asOf : laterDay(latest, asOf);
  }
  return latest;
}
